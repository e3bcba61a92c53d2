package org.fundtrail.gateway.amendment;

import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.AllocationAmendmentType;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.funding.api.allocation.AllocationBalances;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentView;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** What is looked up for whoever decides on what changes an allocation or a commitment: what it is now, and what it will be. */
record AmendmentChecks(Language language) {

    List<Check> of(AllocationAmendmentView amendment, AllocationView allocation) {
        var balances = allocation.balances();
        if (amendment.type() == AllocationAmendmentType.CLOSURE) {
            return Check.inOrder(List.of(
                    nothing("available", balances.available()),
                    nothing("to-receive", balances.toReceive()),
                    nothing("waits", waiting(balances))));
        }
        return Check.inOrder(List.of(
                then("allocated", balances.allocated(), amendment.change()),
                then("available", balances.available(), amendment.change()),
                then("to-receive", balances.toReceive(), amendment.change())));
    }

    List<Check> of(CommitmentAmendmentView amendment, CommitmentView commitment, AllocationView allocation) {
        var isMore = amendment.change().isPositive(); // and so reserved already
        return Check.inOrder(List.of(
                then("committed", commitment.committed(), amendment.change()),
                then(
                        "available",
                        allocation.balances().available(),
                        isMore ? Money.zero() : Money.zero().minus(amendment.change()))));
    }

    /** To be committed, confirmed or paid. */
    private static Money waiting(AllocationBalances balances) {
        return balances.reserved()
                .plus(balances.announced())
                .plus(balances.claimed())
                .minus(balances.reimbursed());
    }

    private Check then(String what, Money now, Money change) {
        var then = now.plus(change);
        var isLeft = then.compareTo(Money.zero()) >= 0;
        return Check.of(
                isLeft,
                Words.say(
                        language,
                        (isLeft ? "check-then." : "check-too-little.") + what,
                        Map.of("now", language.money(now), "then", language.money(then))));
    }

    private Check nothing(String what, Money left) {
        return Check.of(
                !left.isPositive(),
                Words.say(
                        language,
                        (left.isPositive() ? "closure-open." : "closure-done.") + what,
                        Map.of("amount", language.money(left))));
    }
}
