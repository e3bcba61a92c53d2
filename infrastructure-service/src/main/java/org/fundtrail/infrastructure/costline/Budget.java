package org.fundtrail.infrastructure.costline;

import java.math.BigDecimal;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;

/**
 * What is budgeted for a cost line, net.
 *
 * @param original as it was recorded
 * @param transfers what came from other lines, less what went to them
 * @param changes what decisions added, less what they took
 * @param pending changes that wait for a decision
 */
public record Budget(Money original, Money transfers, Money changes, Money pending) {

    /** @param standing what stands on the accounts of the line, by their kinds */
    static Budget of(Map<String, BigDecimal> standing) {
        return new Budget(
                at(standing, CostAccount.ORIGINAL_BUDGET),
                at(standing, CostAccount.TRANSFERS),
                at(standing, CostAccount.BUDGET_CHANGES),
                at(standing, CostAccount.PENDING_BUDGET_CHANGES));
    }

    private static Money at(Map<String, BigDecimal> standing, CostAccount account) {
        return Money.eur(standing.getOrDefault(account.name(), BigDecimal.ZERO));
    }

    /** What may be spent on it. */
    public Money current() {
        return original.plus(transfers).plus(changes);
    }
}
