package org.fundtrail.infrastructure.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;

/** Parts of an amount, row by row of the cost report. */
final class Split {
    private Split() {}

    /**
     * The parts of an amount in proportion to what is left on each row: the running total is rounded half up to the cent, so that the parts
     * come to the amount exactly, no part is more than is left on its row where the amount is not more than is left of all, and the whole
     * of what is left is just that, row by row.
     *
     * @param left what is left on each row, in a fixed order; not all of it nothing unless the amount is
     */
    static Map<UUID, Money> of(Money amount, Map<UUID, Money> left) {
        var whole = left.values().stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var parts = new LinkedHashMap<UUID, Money>();
        if (amount.amount().signum() == 0) {
            left.keySet().forEach(row -> parts.put(row, Money.zero()));
            return parts;
        }
        var running = BigDecimal.ZERO;
        var given = Money.zero();
        for (var row : left.entrySet()) {
            running = running.add(row.getValue().amount());
            var upToHere = Money.eur(amount.amount().multiply(running).divide(whole, 2, RoundingMode.HALF_UP));
            parts.put(row.getKey(), upToHere.minus(given));
            given = upToHere;
        }
        return parts;
    }

    /**
     * The parts of an amount where one row gives what is left on it before the others do, one after the other; the last gives the rest.
     *
     * @param first the row that comes first, where there is something of it
     * @param left what is left on each row
     */
    static Map<UUID, Money> beginningWith(UUID first, Money amount, Map<UUID, Money> left) {
        var rows = new ArrayList<>(left.keySet());
        if (rows.remove(first)) {
            rows.add(0, first);
        }
        var parts = new LinkedHashMap<UUID, Money>();
        var rest = amount;
        for (var row : rows) {
            var there = left.get(row).max(Money.zero());
            var part = parts.size() == rows.size() - 1 || rest.compareTo(there) < 0 ? rest : there;
            parts.put(row, part);
            rest = rest.minus(part);
        }
        return parts;
    }
}
