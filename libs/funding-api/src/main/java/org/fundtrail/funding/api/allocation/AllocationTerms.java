package org.fundtrail.funding.api.allocation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Period;
import org.fundtrail.funding.api.rules.FundingRule;

@Schema(
        name = "NewAllocation",
        description = "What an allocation says: sent to record it, and whole again to change it")
public record AllocationTerms(
        @Schema(
                required = true,
                description = "Unique in the institution",
                maxLength = 100,
                examples = "AMIF-EMAS-LT-2021")
        String reference,

        @Schema(required = true, description = "Id or code of a recorded programme", examples = "AMIF-EMAS")
        String programme,

        @Schema(required = true, maxLength = 300, examples = "European Commission")
        String donor,

        @Schema(required = true, maxLength = 300, examples = "Ministry of the Interior")
        String recipient,

        @Schema(required = true) ActionType actionType,

        @Schema(required = true, maxLength = 2000, examples = "Reception of people who crossed the border")
        String purpose,

        @Schema(required = true, description = "What is allocated, in EUR")
        Money amount,

        @Schema(
                required = true,
                description =
                        "EU share of eligible cost, between 0 and the cap of the action type (BMVI 12, AMIF 15), at most six decimals",
                implementation = String.class,
                examples = "0.75")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal coFinancingRate,

        @Schema(
                required = true,
                description = "The financing decision; its date is the effective date of the allocation")
        FinancingDecision decision,

        @Schema(required = true, description = "Costs of these days are eligible")
        Period eligibility,

        @Schema(description = "Where the figures come from, at most 20")
        List<Source> sources) {

    private static final int MOST_SOURCES = 20;

    public List<Source> sourcesOrNone() {
        return sources == null ? List.of() : sources;
    }

    public AllocationTerms checked(LocalDate today) {
        var checks = new Checks()
                .reference(reference, "reference", 100)
                .text(programme, "programme", 200)
                .text(donor, "donor", 300)
                .text(recipient, "recipient", 300)
                .given(actionType, "actionType")
                .text(purpose, "purpose", 2000)
                .amount(amount, "amount")
                .rate(coFinancingRate, "coFinancingRate")
                .that(
                        actionType == null
                                || coFinancingRate == null
                                || coFinancingRate.compareTo(actionType.cap()) <= 0,
                        FundingRule.RATE_ABOVE_CAP,
                        "coFinancingRate",
                        "cap",
                        actionType == null ? "" : percent(actionType.cap()),
                        "actionType",
                        String.valueOf(actionType))
                .citation(decision == null ? null : decision.reference(), "decision.reference", 200)
                .happened(decision == null ? null : decision.date(), "decision.date", today)
                .period(eligibility, "eligibility")
                .that(
                        sourcesOrNone().size() <= MOST_SOURCES,
                        InputRule.TOO_MANY,
                        "sources",
                        "max",
                        String.valueOf(MOST_SOURCES));
        for (int i = 0; i < sourcesOrNone().size(); i++) {
            var source = sources.get(i);
            var at = "sources[" + i + "]";
            checks.given(source, at);
            if (source != null) {
                checks.text(source.title(), at + ".title", 500)
                        .optionalUrl(source.url(), at + ".url")
                        .optionalDate(source.date(), at + ".date");
            }
        }
        checks.done();
        return this;
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
