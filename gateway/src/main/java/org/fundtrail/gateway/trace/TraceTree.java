package org.fundtrail.gateway.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.frame.Links;

/** A trace from its record on, line by line, each as far in as it is away: read without a picture. */
final class TraceTree {
    private static final int MOST = 1000;

    /**
     * One line.
     *
     * @param depth how far it is from the record, that next to it 1
     * @param amount how much of what goes through the record goes this way
     * @param paid what of that was paid and did not come back; null where it is no claim's
     */
    public record Line(int depth, Trace.Node node, Money amount, Money paid, String href) {}

    /**
     * The lines of one direction.
     *
     * @param isWhole whether they are all there are
     */
    public record Lines(List<Line> all, boolean isWhole) {}

    private final Map<String, TraceTree> next = new LinkedHashMap<>();
    private Money amount = Money.zero();
    private Money paid;

    private TraceTree() {}

    /** Where its euros went; of a commitment what it is, however much of that is claimed. */
    static Lines onwards(Trace trace) {
        return lines(trace, true);
    }

    /** Where its euros came from. */
    static Lines back(Trace trace) {
        return lines(trace, false);
    }

    private static Lines lines(Trace trace, boolean isOnwards) {
        var root = new TraceTree();
        for (var way : trace.ways()) {
            int at = way.keys().indexOf(trace.from());
            // What came back came from nowhere else: towards its sources only the recovery itself has it.
            boolean isTwice = !isOnwards && way.isBack() && at < way.keys().size() - 1;
            if (at >= 0 && !isTwice) {
                var rest = new ArrayList<>(
                        isOnwards
                                ? way.keys().subList(at + 1, way.keys().size())
                                : way.keys().subList(0, at));
                if (!isOnwards) {
                    Collections.reverse(rest);
                }
                root.add(rest, way, isOnwards && way.isBack());
            }
        }
        var lines = new ArrayList<Line>();
        boolean isWhole = root.list(1, Traces.byKey(trace), isOnwards, lines);
        return new Lines(lines, isWhole);
    }

    /** Adds a way; one that leads back adds only to its end, since its euros are counted where they went. */
    private void add(List<String> keys, Trace.Way way, boolean isBack) {
        if (keys.isEmpty() || !isBack) {
            amount = amount.plus(way.amount());
        }
        if (way.paid() != null) {
            paid = paid == null ? way.paid() : paid.plus(way.paid());
        }
        if (!keys.isEmpty()) {
            next.computeIfAbsent(keys.get(0), key -> new TraceTree()).add(keys.subList(1, keys.size()), way, isBack);
        }
    }

    /** @return whether all of it is listed */
    private boolean list(int depth, Map<String, Trace.Node> nodes, boolean isOnwards, List<Line> lines) {
        boolean isWhole = true;
        for (var entry : next.entrySet()) {
            var node = nodes.get(entry.getKey());
            var tree = entry.getValue();
            if (node != null && lines.size() == MOST) {
                return false;
            }
            if (node != null) {
                var isCommitted = isOnwards && node.type().equals("commitment");
                lines.add(new Line(depth, node, isCommitted ? node.amount() : tree.amount, tree.paid, href(node)));
                isWhole &= tree.list(depth + 1, nodes, isOnwards, lines);
            }
        }
        return isWhole;
    }

    static String href(Trace.Node node) {
        return Links.to(new Subject(node.type(), node.id(), node.reference()), null);
    }
}
