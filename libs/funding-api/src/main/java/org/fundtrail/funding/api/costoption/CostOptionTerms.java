package org.fundtrail.funding.api.costoption;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.funding.api.allocation.FinancingDecision;
import org.fundtrail.funding.api.rules.FundingRule;

@Schema(
        name = "NewCostOption",
        description = "What a simplified cost option says: sent to record it, and whole again to change it")
public record CostOptionTerms(
        @NotNull
        @Text(max = 200)
        @Schema(description = "Id or reference of an allocation in force", examples = "AMIF-EMAS-LT-2021")
        String allocation,

        @NotNull
        @Text(max = 200)
        @Schema(description = "Id or reference of a project of infrastructure-service", examples = "LT-BARRIER-2021")
        String project,

        @NotNull CostOptionType kind,

        @NotNull @Text(max = 300) @Schema(examples = "An hour of work of the project team")
        String title,

        @NotNull
        @Valid
        @Schema(
                description =
                        "The decision that it rests on, with its method; its date is the day from which it counts")
        FinancingDecision decision,

        @Text(max = 30) @Schema(description = "Of a UNIT_COST: what is counted; needed there", examples = "h")
        String unit,

        @Amount @Schema(description = "Of a UNIT_COST: what one unit is paid with, in EUR; needed there")
        Money rate,

        @Pattern(regexp = CostOptionTerms.QUANTITY, message = "QUANTITY_MALFORMED")
        @Schema(
                description =
                        "Of a UNIT_COST: how many units there are at most, above zero, with at most six decimals, as text; needed there",
                examples = "1720")
        String quantity,

        @Amount
        @Schema(
                description =
                        "How much all claims together can have of it, in EUR. Of a UNIT_COST rate x quantity, rounded half up to the cent, and not "
                                + "said; needed of all others")
        Money amount,

        @Text(max = 2000)
        @Schema(
                description = "Of a LUMP_SUM: what has to be there before it is due; needed there",
                examples = "The report on the equipment is accepted")
        String trigger,

        @Schema(description = "Of a FLAT_RATE: of which costs it is a part; needed there")
        FlatRateBasis basis,

        @Pattern(regexp = CostOptionTerms.PERCENT, message = "PERCENT_MALFORMED")
        @Schema(
                description =
                        "Of a FLAT_RATE: how large a part, in percent, with at most two decimals, as text; not above that of its basis, and that "
                                + "unless given",
                examples = "7")
        String percent)
        implements Terms {
    /** Above zero, with at most six decimals. */
    public static final String QUANTITY = "(?!0+(\\.0+)?$)\\d{1,12}(\\.\\d{1,6})?";

    private static final String PERCENT = "(?!0+(\\.0+)?$)\\d{1,2}(\\.\\d{1,2})?";
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(13);

    /** Where no decision was sent, what it has to say is missing. */
    public CostOptionTerms {
        decision = decision == null ? new FinancingDecision(null, null) : decision;
    }

    /** What all claims together can have of it, where it says enough for that; otherwise null. */
    @JsonIgnore
    public Money comesTo() {
        return kind != CostOptionType.UNIT_COST ? amount : hasPrice() ? rate.times(new BigDecimal(quantity)) : null;
    }

    private boolean hasPrice() {
        return rate != null && quantity != null && quantity.matches(QUANTITY);
    }

    /** How large a part of its basis a flat rate is, in percent; null of what is none. */
    @JsonIgnore
    public BigDecimal part() {
        return percent != null ? new BigDecimal(percent) : basis == null ? null : basis.most();
    }

    @Override
    public List<Across> across() {
        var unitCost = EnumSet.of(CostOptionType.UNIT_COST);
        var lumpSum = EnumSet.of(CostOptionType.LUMP_SUM);
        var flatRate = EnumSet.of(CostOptionType.FLAT_RATE);
        var rules = new ArrayList<Across>();
        only(rules, unitCost, "unit", unit, true);
        only(rules, unitCost, "rate", rate, true);
        only(rules, unitCost, "quantity", quantity, true);
        only(rules, EnumSet.complementOf(unitCost), "amount", amount, true);
        only(rules, lumpSum, "trigger", trigger, true);
        only(rules, flatRate, "basis", basis, true);
        only(rules, flatRate, "percent", percent, false);
        rules.add(notAboveItsBasis());
        rules.add(worthAnAmount());
        return rules;
    }

    /** What is said of some kinds only, and of these, where it is needed, has to be. */
    private void only(List<Across> rules, Set<CostOptionType> of, String field, Object said, boolean isNeeded) {
        boolean isOfThese = of.contains(kind);
        rules.add(new Across(
                List.of("kind", field),
                kind == null || !isOfThese || !isNeeded || said != null,
                Refusal.Finding.of(InputRule.REQUIRED, field)));
        rules.add(new Across(
                List.of("kind", field),
                kind == null || isOfThese || said == null,
                Refusal.Finding.of(FundingRule.NOT_OF_THIS_KIND, field, "kind", String.valueOf(kind))));
    }

    private Across notAboveItsBasis() {
        boolean isThere = basis != null && percent != null && percent.matches(PERCENT);
        var most = isThere ? basis.most() : BigDecimal.ZERO;
        return new Across(
                List.of("basis", "percent"),
                !isThere || new BigDecimal(percent).compareTo(most) <= 0,
                Refusal.Finding.of(
                        FundingRule.PERCENT_ABOVE_BASIS,
                        "percent",
                        "most",
                        most.toPlainString(),
                        "basis",
                        String.valueOf(basis)));
    }

    /** A rate by a quantity is an amount that can be kept. */
    private Across worthAnAmount() {
        var worth = kind == CostOptionType.UNIT_COST ? comesTo() : null;
        boolean isTooLarge = worth != null && worth.amount().compareTo(TOO_LARGE) >= 0;
        return new Across(
                List.of("kind", "rate", "quantity"),
                worth == null || worth.isPositive() && !isTooLarge,
                Refusal.Finding.of(
                        isTooLarge ? InputRule.AMOUNT_TOO_LARGE : InputRule.AMOUNT_NOT_POSITIVE, "quantity"));
    }
}
