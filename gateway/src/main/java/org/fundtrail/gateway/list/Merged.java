package org.fundtrail.gateway.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;

/**
 * Two lists that are sorted alike, as one, stretch by stretch: of each it is kept from where it is read and how many behind that were taken.
 *
 * @param <T> what stands in both
 */
public final class Merged<T> {
    private static final String START = "-";
    private static final String END = "!";

    private final Comparator<T> order;
    private final List<BiFunction<String, Integer, Page<T>>> lists;

    /** @param lists each by where it is read on, and how much of it */
    @SafeVarargs
    public Merged(Comparator<T> order, BiFunction<String, Integer, Page<T>>... lists) {
        this.order = order;
        this.lists = List.of(lists);
    }

    /** A list that is read: from where, how many of what was read are taken, and what comes behind it. */
    private static final class Reading<T> {
        private final String from;
        private final List<T> items;
        private final String next;
        private int taken;

        Reading(String from, int taken, Page<T> page) {
            this.from = from;
            this.taken = Math.min(taken, page.items().size());
            items = page.items();
            next = page.next();
        }

        T head() {
            return taken < items.size() ? items.get(taken) : null;
        }

        /** Whether what comes next is not read yet. */
        boolean isOut() {
            return head() == null && next != null;
        }

        String mark() {
            if (head() == null) {
                return next == null ? END : next + "." + 0;
            }
            return (from == null ? START : from) + "." + taken;
        }
    }

    /** So many of them from there on; where both would have to be read on before it is known what comes next, fewer. */
    public Page<T> page(String after, int limit) {
        var readings = readings(after, limit);
        var items = new ArrayList<T>();
        while (items.size() < limit && readings.stream().noneMatch(Reading::isOut)) {
            var first = readings.stream()
                    .filter(reading -> reading.head() != null)
                    .min(Comparator.comparing(Reading::head, order));
            if (first.isEmpty()) {
                break;
            }
            items.add(first.get().head());
            first.get().taken++;
        }
        var marks = readings.stream().map(Reading::mark).toList();
        return new Page<>(items, marks.stream().allMatch(END::equals) ? null : String.join("~", marks));
    }

    private List<Reading<T>> readings(String after, int limit) {
        var marks = after == null ? List.<String>of() : List.of(after.split("~"));
        if (after != null && marks.size() != lists.size()) {
            throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
        }
        var readings = new ArrayList<Reading<T>>();
        for (int n = 0; n < lists.size(); n++) {
            readings.add(reading(lists.get(n), marks.isEmpty() ? START + ".0" : marks.get(n), limit));
        }
        return readings;
    }

    private static <T> Reading<T> reading(BiFunction<String, Integer, Page<T>> list, String mark, int limit) {
        if (mark.equals(END)) {
            return new Reading<>(null, 0, new Page<>(List.of(), null));
        }
        var parts = mark.split("\\.");
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
            throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
        }
        var from = parts[0].equals(START) ? null : parts[0];
        var taken = Integer.parseInt(parts[1]);
        return new Reading<>(from, taken, list.apply(from, Math.min(Page.LARGEST, taken + limit)));
    }
}
