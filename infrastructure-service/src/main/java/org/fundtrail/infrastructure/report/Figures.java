package org.fundtrail.infrastructure.report;

import java.util.EnumMap;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;

/** What stands on accounts of cost, by what they are for; nothing stands where nothing was moved. */
final class Figures {
    private final Map<CostAccount, Money> at = new EnumMap<>(CostAccount.class);

    Money at(CostAccount account) {
        return at.getOrDefault(account, Money.zero());
    }

    /** What stands on several together. */
    Money at(CostAccount one, CostAccount other) {
        return at(one).plus(at(other));
    }

    Figures add(CostAccount account, Money amount) {
        at.merge(account, amount, Money::plus);
        return this;
    }

    Figures add(Figures others) {
        others.at.forEach(this::add);
        return this;
    }

    boolean isNothing() {
        return at.values().stream().allMatch(amount -> amount.amount().signum() == 0);
    }
}
