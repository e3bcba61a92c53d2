package org.fundtrail.funding.claim;

import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.expenditure.Chain;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.Expenditure;
import org.fundtrail.funding.expenditure.Expenditures.Stands;
import org.fundtrail.journal.Change;

/**
 * What a line of a real cost draws, on two chains of the cost item: of a fund of the Union what it declares, of all what the allocation pays.
 *
 * @param item on whose accounts it draws
 * @param credited what credit notes took back of what the claim holds
 * @param known the item as the books know it, and what stands on its accounts; only where it gives back, otherwise null
 */
record ItemDrawing(Change change, UUID claim, boolean isOfUnion, UUID item, Credited credited, Known known)
        implements Drawing {

    record Known(Expenditure item, Stands stands) {}

    @Override
    public void take(Money claimed, Money share, String field) {
        if (isOfUnion) {
            take(Chain.DECLARING, claimed, field);
        }
        take(Chain.FUNDING, share, field);
    }

    private void take(Chain chain, Money amount, String field) {
        change.movingEitherWay(amount, chain.free(item, field), chain.held(item, claim));
    }

    @Override
    public ClaimHolding giveUp(Deduction said) {
        var proven = said.deducted().minus(said.notEligible());
        var unfunded = said.deducted().isPositive()
                ? Financing.divided(said.less(), List.of(said.notEligible(), proven))
                        .get(0)
                : Money.zero();
        return new ClaimHolding(
                said.deducted(),
                isOfUnion ? giveUp(Chain.DECLARING, said.deducted(), said.notEligible()) : Money.zero(),
                said.share(),
                giveUp(Chain.FUNDING, said.less(), unfunded));
    }

    @Override
    public void payLess(Money less) {
        change.movingEitherWay(less, Chain.FUNDING.held(item, claim), Chain.FUNDING.free(item, null));
    }

    /** What credit notes took back of what it holds is taken from what is free again, if there is as much; otherwise it is to be deducted. */
    @Override
    public void holdAsBefore() {
        for (var chain : Chain.values()) {
            giveUp(chain, Money.zero(), Money.zero());
        }
    }

    /**
     * It gives up a part of what it holds of an item: first what credit notes took back leaves the books; of the rest what is not eligible
     * stays taken, and what is not proven is free again.
     *
     * @param less how much
     * @param notEligible how much of that nobody can have any more
     * @return how much of it was kept so
     */
    private Money giveUp(Chain chain, Money less, Money notEligible) {
        var gone = credited.of(chain, item);
        change.movingEitherWay(gone, chain.credited(item, claim), chain.outside(item));
        var left = less.minus(gone); // below zero: what is missing since credit notes took it back
        var kept = notEligible.min(left).max(Money.zero());
        change.movingEitherWay(kept, chain.held(item, claim), chain.kept(item, claim));
        change.movingEitherWay(
                left.minus(kept),
                chain.held(item, claim),
                gone.isPositive() ? chain.freeAfterCredit(item, "deductions") : chain.free(item, "deductions"));
        return kept;
    }

    @Override
    public void giveBack(Money claimed, ClaimHolding holding) {
        if (isOfUnion) {
            giveBack(Chain.DECLARING, claimed.minus(holding.deducted()), holding.notEligible());
        }
        giveBack(Chain.FUNDING, holding.share(), holding.unfunded());
    }

    private void giveBack(Chain chain, Money held, Money kept) {
        known.item().giveBack(change, chain, claim, held, kept, credited, known.stands());
    }
}
