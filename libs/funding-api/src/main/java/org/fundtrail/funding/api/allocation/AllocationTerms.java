package org.fundtrail.funding.api.allocation;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Period;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Rate;
import org.fundtrail.common.value.Reference;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.funding.api.rules.FundingRule;

@Schema(
        name = "NewAllocation",
        description = "What an allocation says: sent to record it, and whole again to change it")
public record AllocationTerms(
        @NotNull
        @Reference(max = 100)
        @Schema(description = "Unique in the institution", examples = "AMIF-EMAS-LT-2021")
        String reference,

        @NotNull @Text(max = 200) @Schema(description = "Id or code of a recorded programme", examples = "AMIF-EMAS")
        String programme,

        @NotNull @Text(max = 300) @Schema(examples = "European Commission")
        String donor,

        @NotNull @Text(max = 300) @Schema(examples = "Ministry of the Interior")
        String recipient,

        @NotNull ActionType actionType,

        @NotNull @Text(max = 2000) @Schema(examples = "Reception of people who crossed the border")
        String purpose,

        @NotNull @Amount @Schema(description = "What is allocated, in EUR")
        Money amount,

        @NotNull
        @Rate
        @Schema(
                description =
                        "EU share of eligible cost, between 0 and the cap of the action type (BMVI 12, AMIF 15), at most six decimals",
                implementation = String.class,
                examples = "0.75")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal coFinancingRate,

        @NotNull
        @Valid
        @Schema(description = "The financing decision; its date is the effective date of the allocation")
        FinancingDecision decision,

        @NotNull @Valid @Schema(description = "Costs of these days are eligible")
        Period eligibility,

        @Size(max = 20) @Schema(description = "Where the figures come from")
        List<@NotNull @Valid Source> sources)
        implements Terms {

    /** Where no decision was sent, what it has to say is missing. */
    public AllocationTerms {
        decision = decision == null ? new FinancingDecision(null, null) : decision;
    }

    public List<Source> sourcesOrNone() {
        return sources == null ? List.of() : sources;
    }

    @Override
    public List<Across> across() {
        return List.of(rateWithinCap(), Across.inOrder(eligibility, "eligibility"));
    }

    private Across rateWithinCap() {
        var cap = actionType == null ? BigDecimal.ONE : actionType.cap();
        return new Across(
                List.of("actionType", "coFinancingRate"),
                coFinancingRate == null || actionType == null || coFinancingRate.compareTo(cap) <= 0,
                Refusal.Finding.of(
                        FundingRule.RATE_ABOVE_CAP,
                        "coFinancingRate",
                        "cap",
                        percent(cap),
                        "actionType",
                        String.valueOf(actionType)));
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
