package org.fundtrail.funding.claim;

import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.costoption.Entitlement;
import org.fundtrail.journal.Change;

/** What a line by a cost option draws: what it claims, whoever pays it. There is no paper behind it that could be credited. */
record OptionDrawing(Change change, UUID claim, UUID option) implements Drawing {

    @Override
    public void take(Money claimed, Money share, String field) {
        change.movingEitherWay(claimed, Entitlement.free(option, field), Entitlement.drawn(option, claim));
    }

    @Override
    public ClaimHolding giveUp(Deduction said) {
        var kept = said.notEligible();
        change.movingEitherWay(kept, Entitlement.drawn(option, claim), Entitlement.kept(option, claim))
                .movingEitherWay(
                        said.deducted().minus(kept),
                        Entitlement.drawn(option, claim),
                        Entitlement.free(option, "deductions"));
        return new ClaimHolding(said.deducted(), kept, said.share(), Money.zero());
    }

    @Override
    public void payLess(Money less) {
        // it is drawn whoever pays it
    }

    @Override
    public void holdAsBefore() {
        // nobody takes back what it has drawn
    }

    @Override
    public void giveBack(Money claimed, ClaimHolding holding) {
        change.movingEitherWay(
                        claimed.minus(holding.deducted()),
                        Entitlement.drawn(option, claim),
                        Entitlement.free(option, null))
                .movingEitherWay(
                        holding.notEligible(), Entitlement.kept(option, claim), Entitlement.free(option, null));
    }
}
