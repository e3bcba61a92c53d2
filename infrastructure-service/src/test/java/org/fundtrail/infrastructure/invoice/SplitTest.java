package org.fundtrail.infrastructure.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static Map<UUID, Money> left(String... amounts) {
        var left = new LinkedHashMap<UUID, Money>();
        for (var amount : amounts) {
            left.put(UUID.randomUUID(), Money.eur(amount));
        }
        return left;
    }

    private static List<String> parts(String amount, Map<UUID, Money> left) {
        return Split.of(Money.eur(amount), left).values().stream()
                .map(part -> part.amount().toPlainString())
                .toList();
    }

    @Test
    void an_amount_is_split_in_proportion_and_what_rounding_leaves_is_in_one_of_its_parts() {
        assertEquals(List.of("33.33", "33.34", "33.33"), parts("100.00", left("1.00", "1.00", "1.00")));
        assertEquals(List.of("0.00", "0.00", "0.01"), parts("0.01", left("0.10", "0.10", "99.80")));
        assertEquals(List.of("7.00", "0.00"), parts("7.00", left("9.00", "0.00")));
        assertEquals(List.of("1.00", "2.00"), parts("3.00", left("1.00", "2.00")));
    }

    @Test
    void one_row_gives_what_it_has_before_the_others_do() {
        var left = left("5.00", "2.00", "1.00");
        var first = List.copyOf(left.keySet()).get(1);
        var parts = Split.beginningWith(first, Money.eur("6.00"), left);
        assertEquals(
                List.of("2.00", "4.00", "0.00"),
                parts.values().stream()
                        .map(part -> part.amount().toPlainString())
                        .toList());
        assertEquals(first, parts.keySet().iterator().next());
        assertEquals(
                Money.eur("1.50"),
                Split.beginningWith(first, Money.eur("1.50"), left).get(first));
    }

    /** Rows, and invoices that use them up: seeded, so that what fails once fails again. */
    @Test
    void whatever_is_invoiced_in_parts_no_row_gives_more_than_it_has_and_the_last_one_takes_what_is_left() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var left = new LinkedHashMap<UUID, Money>();
            for (int row = 0; row <= random.nextInt(5); row++) {
                left.put(new UUID(seed, row), Money.eur(BigDecimal.valueOf(1 + random.nextInt(300), 2)));
            }
            for (var all = Acceptance.sum(left); all.isPositive(); all = Acceptance.sum(left)) {
                int cents = all.amount().unscaledValue().intValue();
                var amount = Money.eur(BigDecimal.valueOf(1 + random.nextInt(cents), 2));
                var parts = Split.of(amount, left);
                assertEquals(amount, Acceptance.sum(parts), "seed " + seed);
                var rows = new ArrayList<>(left.keySet());
                for (var row : rows) {
                    var rest = left.get(row).minus(parts.get(row));
                    assertTrue(
                            rest.amount().signum() >= 0
                                    && parts.get(row).amount().signum() >= 0,
                            "seed " + seed + ": " + parts + " of " + left);
                    left.put(row, rest);
                }
            }
        }
    }
}
