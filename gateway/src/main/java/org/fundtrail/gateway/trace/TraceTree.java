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
     */
    public record Line(int depth, Trace.Node node, Money amount, String href) {}

    private final Map<String, TraceTree> next = new LinkedHashMap<>();
    private Money amount = Money.zero();

    private TraceTree() {}

    /** Where its euros went; of a commitment what it is, however much of that is claimed. */
    static List<Line> onwards(Trace trace) {
        return lines(trace, true);
    }

    /** Where its euros came from. */
    static List<Line> back(Trace trace) {
        return lines(trace, false);
    }

    private static List<Line> lines(Trace trace, boolean isOnwards) {
        var root = new TraceTree();
        for (var way : trace.ways()) {
            int at = way.keys().indexOf(trace.from());
            if (at >= 0) {
                var rest = new ArrayList<>(
                        isOnwards
                                ? way.keys().subList(at + 1, way.keys().size())
                                : way.keys().subList(0, at));
                if (!isOnwards) {
                    Collections.reverse(rest);
                }
                root.add(rest, way.amount(), isOnwards && way.isBack());
            }
        }
        var lines = new ArrayList<Line>();
        root.list(1, Traces.byKey(trace), isOnwards, lines);
        return lines;
    }

    /** Adds a way; one that leads back adds only to its end, since its euros are counted where they went. */
    private void add(List<String> keys, Money more, boolean isBack) {
        if (keys.isEmpty() || !isBack) {
            amount = amount.plus(more);
        }
        if (!keys.isEmpty()) {
            next.computeIfAbsent(keys.get(0), key -> new TraceTree()).add(keys.subList(1, keys.size()), more, isBack);
        }
    }

    private void list(int depth, Map<String, Trace.Node> nodes, boolean isOnwards, List<Line> lines) {
        next.forEach((key, tree) -> {
            var node = nodes.get(key);
            if (node != null && lines.size() < MOST) {
                var isWhole = isOnwards && node.type().equals("commitment");
                lines.add(new Line(depth, node, isWhole ? node.amount() : tree.amount, href(node)));
                tree.list(depth + 1, nodes, isOnwards, lines);
            }
        });
    }

    static String href(Trace.Node node) {
        return Links.to(new Subject(node.type(), node.id(), node.reference()), null);
    }
}
