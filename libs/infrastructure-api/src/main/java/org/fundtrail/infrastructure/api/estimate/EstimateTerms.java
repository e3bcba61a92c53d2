package org.fundtrail.infrastructure.api.estimate;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Rule;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Rate;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;

@Schema(
        name = "NewEstimate",
        description =
                "An estimate of what a project or works programme will cost. It is never changed: a better one is another one.")
public record EstimateTerms(
        @NotNull
        @Text(max = 200)
        @Schema(description = "How people tell it from the others", examples = "Government decision of August 2021")
        String name,

        @NotNull @Amount @Schema(description = "As its source states it, in EUR")
        Money amount,

        @NotNull @Schema(description = "NET: without VAT. GROSS: with it. UNKNOWN: the source does not say.")
        Basis basis,

        @Schema(
                description = "The source says \"at least\" (\"could cost more than\"); false unless given",
                examples = "false")
        Boolean lowerBound,

        @Min(value = 1, message = CLASS)
        @Max(value = 5, message = CLASS)
        @Schema(
                description = "How mature it is: AACE 18R-97 class, from 1 (definitive) to 5 (order of magnitude)",
                examples = "4")
        Integer accuracyClass,

        @Rate
        @Schema(
                description = "VAT to add, between 0 and 1; only with NET, Lithuania's standard rate unless given",
                implementation = String.class,
                examples = "0.21")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal vatRate,

        @NotNull
        @Day(happened = true)
        @Schema(description = "When it was made; not in the future", examples = "2021-08-23")
        LocalDate date,

        @NotNull @Valid @Schema(description = "Where it was published or decided")
        EstimateSource source)
        implements Terms {
    private static final String CLASS = "ACCURACY_CLASS_OUT_OF_RANGE";

    /** Where no source was sent, what has to be said of it is missing. */
    public EstimateTerms {
        source = source == null ? new EstimateSource(null, null) : source;
    }

    @Override
    public Rule rule(String name) {
        return InfrastructureRule.valueOf(name);
    }

    @Override
    public List<Across> across() {
        return List.of(vatOnlyOnNet());
    }

    private Across vatOnlyOnNet() {
        return new Across(
                List.of("basis", "vatRate"),
                vatRate == null || basis == null || basis == Basis.NET,
                Refusal.Finding.of(InfrastructureRule.VAT_RATE_ONLY_WITH_NET, "vatRate"));
    }
}
