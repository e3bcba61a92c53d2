package org.fundtrail.gateway.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.frame.Links;

/** A trace from its record on, line by line, each as far in as it is away: read without a picture. */
final class TraceTree {
    private static final int MOST = 1000;

    /**
     * One line.
     *
     * @param depth how far it is from the record, the record itself 0
     * @param amount how much goes between it and what stands above it
     */
    public record Line(int depth, Trace.Node node, Money amount, String href) {}

    private final Map<String, Trace.Node> nodes;
    private final Map<String, List<Trace.Edge>> edges;
    private final Function<Trace.Edge, String> next;
    private final List<Line> lines = new ArrayList<>();

    private TraceTree(
            Map<String, Trace.Node> nodes, Map<String, List<Trace.Edge>> edges, Function<Trace.Edge, String> next) {
        this.nodes = nodes;
        this.edges = edges;
        this.next = next;
    }

    /** Where its euros went. */
    static List<Line> onwards(Trace trace) {
        return of(trace, Trace.Edge::from, Trace.Edge::to);
    }

    /** Where its euros came from. */
    static List<Line> back(Trace trace) {
        return of(trace, Trace.Edge::to, Trace.Edge::from);
    }

    private static List<Line> of(Trace trace, Function<Trace.Edge, String> at, Function<Trace.Edge, String> next) {
        var tree = new TraceTree(Traces.byKey(trace), trace.edges().stream().collect(Collectors.groupingBy(at)), next);
        tree.follow(trace.from(), 1);
        return tree.lines;
    }

    private void follow(String key, int depth) {
        for (var edge : edges.getOrDefault(key, List.of())) {
            var node = nodes.get(next.apply(edge));
            if (node == null || lines.size() >= MOST) {
                continue;
            }
            lines.add(new Line(depth, node, edge.amount(), href(node)));
            follow(node.key(), depth + 1);
        }
    }

    static String href(Trace.Node node) {
        return Links.to(new Subject(node.type(), node.id(), node.reference()), null);
    }
}
