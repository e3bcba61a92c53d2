package org.fundtrail.gateway.trace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/**
 * From where euros came and where they went, from one record: allocation, commitment, project, claim, recovery, invoice or direct
 * cost, certificate, contract, cost line. It is a graph without circles.
 */
@Schema(
        description =
                "The way of euros from an allocation to what they paid for, as far as it leads through one record")
public record Trace(
        @Schema(
                description = "Key of the node from which it is traced",
                examples = "claim/0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        String from,

        List<Node> nodes,

        @Schema(description = "Each leads from where euros come to where they go")
        List<Edge> edges,

        @JsonIgnore @Schema(hidden = true) List<Way> ways) {

    /** A record on the way. */
    @Schema(name = "TraceNode", description = "A record on the way of euros")
    public record Node(
            @Schema(description = "type/id", examples = "claim/0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
            String key,

            @Schema(examples = "claim") String type,

            UUID id,

            @Schema(description = "What it is called", examples = "AMIF-EMAS-LT-2021/1")
            String reference,

            @Schema(
                    description =
                            "What of the euros traced comes to it; of what they come from, what goes from it. Of an allocation what it is, of a "
                                    + "commitment what is committed")
            Money amount) {}

    @Schema(name = "TraceEdge", description = "So many euros of one record went to another")
    public record Edge(
            @Schema(description = "Key of a node") String from,

            @Schema(description = "Key of a node") String to,

            Money amount) {}

    /**
     * So many euros went this whole way, by the keys of its nodes: what leads through one contract is not mixed up.
     *
     * @param isBack they are recovered at its end, and went another way as well
     */
    record Way(List<String> keys, Money amount, boolean isBack) {}

    /** A trace while it is put together: what is said of a way twice is added up. */
    static final class Builder {
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Map<String, Edge> edges = new LinkedHashMap<>();
        private final List<Way> ways = new ArrayList<>();

        static String key(String type, UUID id) {
            return type + "/" + id;
        }

        /** A record, with an amount of its own or with null where that is what comes to it. */
        String node(String type, UUID id, String reference, Money amount) {
            var key = key(type, id);
            nodes.putIfAbsent(key, new Node(key, type, id, reference, amount));
            return key;
        }

        void edge(String from, String to, Money amount) {
            edges.merge(
                    from + " " + to,
                    new Edge(from, to, amount),
                    (one, more) -> new Edge(from, to, one.amount().plus(more.amount())));
        }

        void way(List<String> keys, Money amount) {
            ways.add(new Way(List.copyOf(keys), amount, false));
        }

        void wayBack(List<String> keys, Money amount) {
            ways.add(new Way(List.copyOf(keys), amount, true));
        }

        Trace from(String start) {
            var into = new HashMap<String, Money>();
            var outOf = new HashMap<String, Money>();
            edges.values().forEach(edge -> {
                into.merge(edge.to(), edge.amount(), Money::plus);
                outOf.merge(edge.from(), edge.amount(), Money::plus);
            });
            var all = new ArrayList<Node>();
            nodes.values()
                    .forEach(node -> all.add(
                            node.amount() != null
                                    ? node
                                    : new Node(
                                            node.key(),
                                            node.type(),
                                            node.id(),
                                            node.reference(),
                                            into.getOrDefault(
                                                    node.key(), outOf.getOrDefault(node.key(), Money.zero())))));
            return new Trace(start, all, List.copyOf(edges.values()), ways);
        }
    }
}
