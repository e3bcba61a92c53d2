package org.fundtrail.infrastructure.api.estimate;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;

@Schema(
        name = "NewEstimate",
        description =
                "An estimate of what a project or works programme will cost. It is never changed: a better one is another one.")
public record EstimateTerms(
        @Schema(
                required = true,
                description = "How people tell it from the others",
                maxLength = 200,
                examples = "Government decision of August 2021")
        String name,

        @Schema(required = true, description = "As its source states it, in EUR")
        Money amount,

        @Schema(required = true, description = "NET: without VAT. GROSS: with it. UNKNOWN: the source does not say.")
        Basis basis,

        @Schema(
                description = "The source says \"at least\" (\"could cost more than\"); false unless given",
                examples = "false")
        Boolean lowerBound,

        @Schema(
                description = "How mature it is: AACE 18R-97 class, from 1 (definitive) to 5 (order of magnitude)",
                minimum = "1",
                maximum = "5",
                examples = "4")
        Integer accuracyClass,

        @Schema(
                description = "VAT to add, between 0 and 1; only with NET, Lithuania's standard rate unless given",
                implementation = String.class,
                examples = "0.21")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal vatRate,

        @Schema(required = true, description = "When it was made; not in the future", examples = "2021-08-23")
        LocalDate date,

        @Schema(required = true, description = "Where it was published or decided")
        EstimateSource source) {

    public EstimateTerms checked(LocalDate today) {
        var checks = new Checks()
                .text(name, "name", 200)
                .amount(amount, "amount")
                .given(basis, "basis")
                .that(
                        accuracyClass == null || accuracyClass >= 1 && accuracyClass <= 5,
                        InfrastructureRule.ACCURACY_CLASS_OUT_OF_RANGE,
                        "accuracyClass")
                .happened(date, "date", today)
                .text(source == null ? null : source.title(), "source.title", 500)
                .optionalUrl(source == null ? null : source.url(), "source.url");
        if (vatRate != null) {
            checks.rate(vatRate, "vatRate")
                    .that(basis == null || basis == Basis.NET, InfrastructureRule.VAT_RATE_ONLY_WITH_NET, "vatRate");
        }
        checks.done();
        return this;
    }
}
