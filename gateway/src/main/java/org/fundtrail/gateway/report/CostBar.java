package org.fundtrail.gateway.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.report.CostColumns;

/**
 * A line drawn: how far each figure reaches, in per cent of the longest bar, all from the same beginning. What is further along lies under
 * what is not, and the budget is a mark.
 *
 * @param all the estimate at completion
 * @param contracted what is contracted or paid without a contract
 * @param actual what is certified or paid without a contract
 * @param paid payments of invoices
 */
public record CostBar(BigDecimal budget, BigDecimal all, BigDecimal contracted, BigDecimal actual, BigDecimal paid) {

    static CostBar of(CostColumns line, Money longest) {
        return new CostBar(
                share(line.currentBudget(), longest),
                share(line.estimateAtCompletion(), longest),
                share(line.currentCommitments().plus(line.directActual()), longest),
                share(line.actualCost(), longest),
                share(line.paid(), longest));
    }

    /** How long the longest of all has to be. */
    static Money longest(CostColumns line) {
        return line.currentBudget()
                .max(line.estimateAtCompletion())
                .max(line.currentCommitments().plus(line.directActual()))
                .max(line.paid());
    }

    private static BigDecimal share(Money amount, Money longest) {
        return longest.isPositive() && amount.isPositive()
                ? amount.amount().multiply(BigDecimal.valueOf(100)).divide(longest.amount(), 2, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }
}
