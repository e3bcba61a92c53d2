package org.fundtrail.funding.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.fundtrail.common.Money;
import org.fundtrail.funding.allocation.Allocation;

/**
 * How an allocation pays of eligible cost.
 *
 * @param rate its share: all of it where it is the state's own money or a gift
 * @param cap the most that the Union may pay under its action type (BMVI 12, AMIF 15)
 * @param isOfUnion whether the Union pays it, so that what is claimed is declared to it
 */
public record Financing(BigDecimal rate, BigDecimal cap, boolean isOfUnion) {

    /** What was claimed of an allocation before, and what it pays of that. */
    record Before(Money eligible, Money share) {
        static final Before NOTHING = new Before(Money.zero(), Money.zero());
    }

    static Financing of(Allocation allocation) {
        boolean paysAll = allocation.actionType().paysAll();
        return new Financing(
                paysAll ? BigDecimal.ONE : allocation.coFinancingRate(),
                allocation.actionType().cap(),
                !paysAll && allocation.programme().fund().isOfUnion());
    }

    /**
     * What it pays of so much: by its rate, rounded half up to the cent. Of the Union's money no more than keeps all claims of the allocation
     * together within the cap: a cent that roundings of earlier claims came to too much is not paid by it.
     */
    Money share(Money eligible, Before before) {
        var byRate = eligible.times(rate);
        if (!isOfUnion) {
            return byRate;
        }
        var room = before.eligible().plus(eligible).times(cap).minus(before.share());
        return byRate.min(room.max(Money.zero()));
    }

    /** What of a claim's share falls to each line: the running total is rounded half up, so that they come to it exactly and none is more than its line. */
    public static List<Money> divided(Money share, List<Money> eligible) {
        var whole = eligible.stream().reduce(Money.zero(), Money::plus);
        var parts = new ArrayList<Money>();
        var running = BigDecimal.ZERO;
        var given = Money.zero();
        for (var line : eligible) {
            running = running.add(line.amount());
            var upToHere = whole.isPositive()
                    ? Money.eur(share.amount().multiply(running).divide(whole.amount(), 2, RoundingMode.HALF_UP))
                    : Money.zero();
            parts.add(upToHere.minus(given));
            given = upToHere;
        }
        return parts;
    }

    /**
     * The same where no line may get more than so much: the cents that rounding would give it beyond that go to the first lines with room. Where
     * there is too little room in all, as if there were no bounds: then it is refused.
     */
    static List<Money> divided(Money share, List<Money> eligible, List<Money> most) {
        var parts = divided(share, eligible);
        var bounded = new ArrayList<Money>();
        var over = Money.zero();
        for (int n = 0; n < parts.size(); n++) {
            bounded.add(parts.get(n).min(most.get(n)));
            over = over.plus(parts.get(n).minus(bounded.get(n)));
        }
        for (int n = 0; n < parts.size() && over.isPositive(); n++) {
            var room = most.get(n)
                    .min(eligible.get(n))
                    .minus(bounded.get(n))
                    .max(Money.zero())
                    .min(over);
            bounded.set(n, bounded.get(n).plus(room));
            over = over.minus(room);
        }
        return over.isPositive() ? parts : bounded;
    }

    /** The most that can be claimed where it may pay at most so much of it. */
    Money mostOf(Money fundable) {
        if (rate.signum() == 0) {
            return Money.eur(BigDecimal.TEN.pow(13));
        }
        var cent = Money.eur("0.01");
        var most = Money.eur(fundable.amount().add(new BigDecimal("0.005")).divide(rate, 2, RoundingMode.FLOOR));
        return most.times(rate).compareTo(fundable) > 0 ? most.minus(cent) : most;
    }

    /** How much less has to be claimed so that it pays so much less: never too little. */
    Money lessBy(Money share) {
        return rate.signum() == 0 ? Money.zero() : Money.eur(share.amount().divide(rate, 2, RoundingMode.CEILING));
    }
}
