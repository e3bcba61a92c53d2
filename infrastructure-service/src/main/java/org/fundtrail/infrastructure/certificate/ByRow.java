package org.fundtrail.infrastructure.certificate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.fundtrail.common.Money;

/**
 * Amounts by the rows of the cost report in which a contract counts, in one order: that of its schedule, and behind it of what variations
 * name besides.
 */
record ByRow(Map<UUID, Money> amounts) {

    /** What is known of these rows: nothing of the others. */
    static ByRow of(List<UUID> rows, Map<UUID, Money> known) {
        var amounts = new LinkedHashMap<UUID, Money>();
        rows.forEach(row -> amounts.put(row, known.getOrDefault(row, Money.zero())));
        return new ByRow(amounts);
    }

    Money of(UUID row) {
        return amounts.get(row);
    }

    Money total() {
        return amounts.values().stream().reduce(Money.zero(), Money::plus);
    }

    ByRow plus(ByRow other) {
        return with(other, Money::plus);
    }

    ByRow minus(ByRow other) {
        return with(other, Money::minus);
    }

    ByRow each(UnaryOperator<Money> of) {
        return with(this, (one, same) -> of.apply(one));
    }

    private ByRow with(ByRow other, BinaryOperator<Money> of) {
        var amounts = new LinkedHashMap<UUID, Money>();
        this.amounts.forEach((row, amount) -> amounts.put(row, of.apply(amount, other.of(row))));
        return new ByRow(amounts);
    }

    boolean isAnyBelowZero() {
        return amounts.values().stream().anyMatch(amount -> amount.amount().signum() < 0);
    }

    /** The amount at the first row. */
    ByRow first(Money amount) {
        var first = amounts.keySet().iterator().next();
        return of(List.copyOf(amounts.keySet()), Map.of(first, amount));
    }

    /**
     * The amount in the proportion of these, exactly: what the rows up to each come to is rounded, so that no row gets more than its part
     * rounded up and none less than rounded down. At the first row where these come to nothing.
     */
    ByRow dividing(Money amount) {
        var whole = total().amount();
        if (whole.signum() == 0) {
            return first(amount);
        }
        var shares = new LinkedHashMap<UUID, Money>();
        var part = BigDecimal.ZERO;
        var given = Money.zero();
        for (var row : amounts.entrySet()) {
            part = part.add(row.getValue().amount());
            var by = Money.eur(amount.amount().multiply(part).divide(whole, 2, RoundingMode.HALF_UP));
            shares.put(row.getKey(), by.minus(given));
            given = by;
        }
        return new ByRow(shares);
    }

    /** This share of each, rounded so that the rows come to the share of the whole, as the VAT of a contract is. */
    ByRow times(BigDecimal rate) {
        var shares = new LinkedHashMap<UUID, Money>();
        var part = Money.zero();
        var given = Money.zero();
        for (var row : amounts.entrySet()) {
            part = part.plus(row.getValue());
            shares.put(row.getKey(), part.times(rate).minus(given));
            given = part.times(rate);
        }
        return new ByRow(shares);
    }

    /** The same in sum with every row within its bounds: what a row cannot take goes to the first that can. */
    ByRow within(ByRow least, ByRow most) {
        var fitted = new LinkedHashMap<UUID, Money>();
        amounts.forEach((row, amount) -> fitted.put(row, bounded(amount, row, least, most)));
        var rest = total().minus(new ByRow(fitted).total());
        for (var row : amounts.keySet()) {
            var now = fitted.get(row);
            var then = bounded(now.plus(rest), row, least, most);
            fitted.put(row, then);
            rest = rest.minus(then.minus(now));
        }
        return new ByRow(fitted).plus(first(rest)); // nothing is left where the bounds hold the sum
    }

    private static Money bounded(Money amount, UUID row, ByRow least, ByRow most) {
        return amount.max(least.of(row)).min(most.of(row));
    }
}
