package org.fundtrail.funding.expenditure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.journal.Balances;

/** What stands on one chain of an item: what is free, and what each claim holds and was kept of each. */
public record Standing(Money free, Map<UUID, Money> held, Money kept) {

    static Standing of(Chain chain, List<Balances.Balance> stands) {
        var held = new HashMap<UUID, Money>();
        var free = Money.zero();
        var kept = Money.zero();
        for (var at : stands) {
            var amount = Money.eur(at.amount());
            if (at.kind().equals(chain.free)) {
                free = amount;
            } else if (at.kind().equals(chain.held)) {
                held.put(at.party(), amount);
            } else if (at.kind().equals(chain.kept)) {
                kept = kept.plus(amount);
            }
        }
        return new Standing(free, held, kept);
    }

    private Money allHeld() {
        return held.values().stream().reduce(Money.zero(), Money::plus);
    }

    /** What is to be free of an item that comes to so much in all. */
    public Money freeOf(Money ceiling) {
        return ceiling.minus(allHeld()).minus(kept).max(Money.zero());
    }

    /** What claims hold too much of an item that comes to so much in all. What is kept nobody gives back. */
    private Money excessOver(Money ceiling) {
        return allHeld().plus(kept).minus(ceiling).max(Money.zero()).min(allHeld());
    }

    /**
     * Which claims give back what they hold too much, in this order and each as much as it holds.
     *
     * @param first what some of them give back before all others, as far as they hold it
     */
    Map<UUID, Money> givingBack(Money ceiling, List<UUID> order, Map<UUID, Money> first) {
        var left = excessOver(ceiling);
        var giving = new LinkedHashMap<UUID, Money>();
        for (var claim : order) {
            var part =
                    first.getOrDefault(claim, Money.zero()).min(held.get(claim)).min(left);
            giving.put(claim, part);
            left = left.minus(part);
        }
        for (var claim : order) {
            var part = held.get(claim).minus(giving.get(claim)).min(left);
            giving.merge(claim, part, Money::plus);
            left = left.minus(part);
        }
        giving.values().removeIf(part -> !part.isPositive());
        return giving;
    }

    /** It without a claim, and without what was kept of it. */
    Standing without(UUID claim, Money keptOfIt) {
        var others = new HashMap<>(held);
        others.remove(claim);
        return new Standing(free, others, kept.minus(keptOfIt));
    }

    /** It after claims gave back. */
    Standing after(Map<UUID, Money> giving) {
        var left = new HashMap<>(held);
        giving.forEach((claim, part) -> left.computeIfPresent(claim, (c, amount) -> amount.minus(part)));
        return new Standing(free, left, kept);
    }
}
