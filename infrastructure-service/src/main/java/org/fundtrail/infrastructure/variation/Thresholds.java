package org.fundtrail.infrastructure.variation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.variation.VariationWarning;

/**
 * How far a contract may be varied without a new procurement procedure (Directive 2014/24/EU, Article 72): all variations together by 10 %
 * of what it was worth at first for services and supplies and by 15 % for works (paragraph 2), each one by 50 % (paragraph 1(b) and (c)).
 * What passes them is stated for whoever decides and never refused: the Directive allows it in other cases.
 *
 * @param original what the contract was worth at first, without VAT
 * @param category of what the contract buys, or null where nothing says one: then both apply
 */
record Thresholds(Money original, CostCategory category) {
    private static final BigDecimal TENTH = new BigDecimal("0.10");
    private static final BigDecimal FIFTEEN = new BigDecimal("0.15");
    private static final BigDecimal HALF = new BigDecimal("0.50");

    /**
     * Those that are passed.
     *
     * @param together what the variations of the contract come to with this one
     * @param alone what this one comes to
     */
    List<VariationWarning> passed(Money together, Money alone) {
        var passed = new ArrayList<VariationWarning>();
        if (category != CostCategory.WORKS && isAbove(together, TENTH)) {
            passed.add(VariationWarning.TOGETHER_ABOVE_10_PERCENT);
        }
        if ((category == CostCategory.WORKS || category == null) && isAbove(together, FIFTEEN)) {
            passed.add(VariationWarning.TOGETHER_ABOVE_15_PERCENT);
        }
        if (isAbove(alone, HALF)) {
            passed.add(VariationWarning.ABOVE_50_PERCENT);
        }
        return passed;
    }

    private boolean isAbove(Money amount, BigDecimal limit) {
        return amount.amount().compareTo(original.amount().multiply(limit)) > 0;
    }

    BigDecimal share(Money amount) {
        return amount.amount()
                .divide(original.amount(), 6, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
