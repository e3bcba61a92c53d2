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
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.recovery.RecoveryFindingView;
import org.fundtrail.funding.api.recovery.RecoveryStatus;

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

        @Schema(
                description =
                        "There is more of something than the 5000 of each that are followed: begin from a record further on, and nothing is left out")
        boolean truncated,

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
                            "What of the euros traced comes to it, also what is claimed and not paid yet; of what they come from, what goes from it. Of "
                                    + "an allocation what it is, of a commitment what is committed")
            Money amount,

            @Schema(
                    description =
                            "What of that was paid to beneficiaries, less what was paid back or offset; null where no claim leads through it",
                    nullable = true)
            Money paid,

            @Schema(
                    description =
                            "Where a claim or a recovery stands, such as SUBMITTED: nothing is paid of it yet; else null",
                    nullable = true,
                    examples = "PAID")
            String status,

            @Schema(description = "The finding because of which a recovery is due, or null", nullable = true)
            RecoveryFindingView finding) {
        /** Where it stands, as its own kind calls it; null of what has no state here. */
        public Enum<?> state() {
            return status == null
                    ? null
                    : type.equals(FundingKind.CLAIM.type())
                            ? ClaimStatus.valueOf(status)
                            : RecoveryStatus.valueOf(status);
        }
    }

    @Schema(name = "TraceEdge", description = "So many euros of one record went to another")
    public record Edge(
            @Schema(description = "Key of a node") String from,

            @Schema(description = "Key of a node") String to,

            @Schema(description = "So many, also where they are claimed and not paid yet")
            Money amount,

            @Schema(
                    description = "What of them was paid and did not come back, or null where no claim leads this way",
                    nullable = true)
            Money paid) {}

    /**
     * So many euros went this whole way, by the keys of its nodes: what leads through one contract is not mixed up.
     *
     * @param paid what of them was paid and did not come back; null where they are no claim's
     * @param isBack they are recovered at its end, and went another way as well
     */
    record Way(List<String> keys, Money amount, Money paid, boolean isBack) {}

    /** A trace while it is put together: what is said of a way twice is added up. */
    static final class Builder {
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Map<String, Edge> edges = new LinkedHashMap<>();
        private final List<Way> ways = new ArrayList<>();
        private boolean isCut;

        static String key(String type, UUID id) {
            return type + "/" + id;
        }

        /** A record, with an amount of its own or with null where that is what comes to it. */
        String node(String type, UUID id, String reference, Money amount) {
            return add(new Node(key(type, id), type, id, reference, amount, null, null, null));
        }

        /** A record that has a state of its own. */
        String node(Subject of, Enum<?> status, RecoveryFindingView finding) {
            var key = key(of.type(), of.id());
            return add(new Node(key, of.type(), of.id(), of.reference(), null, null, status.name(), finding));
        }

        private String add(Node node) {
            nodes.putIfAbsent(node.key(), node);
            return node.key();
        }

        void edge(String from, String to, Money amount) {
            edges.merge(
                    edge(from, to),
                    new Edge(from, to, amount, null),
                    (one, more) -> new Edge(from, to, one.amount().plus(more.amount()), null));
        }

        private static String edge(String from, String to) {
            return from + " " + to;
        }

        void way(List<String> keys, Money amount, Money paid) {
            ways.add(new Way(List.copyOf(keys), amount, paid, false));
        }

        void wayBack(List<String> keys, Money amount) {
            ways.add(new Way(List.copyOf(keys), amount, null, true));
        }

        /** There is more than what is added. */
        void isCut() {
            isCut = true;
        }

        Trace from(String start) {
            var into = new HashMap<String, Money>();
            var outOf = new HashMap<String, Money>();
            edges.values().forEach(edge -> {
                into.merge(edge.to(), edge.amount(), Money::plus);
                outOf.merge(edge.from(), edge.amount(), Money::plus);
            });
            var paid = paid();
            var all = nodes.values().stream()
                    .map(node -> {
                        var comes = into.getOrDefault(node.key(), outOf.getOrDefault(node.key(), Money.zero()));
                        return new Node(
                                node.key(),
                                node.type(),
                                node.id(),
                                node.reference(),
                                node.amount() == null ? comes : node.amount(),
                                paid.get(node.key()),
                                node.status(),
                                node.finding());
                    })
                    .toList();
            var led = edges.entrySet().stream()
                    .map(edge -> new Edge(
                            edge.getValue().from(),
                            edge.getValue().to(),
                            edge.getValue().amount(),
                            paid.get(edge.getKey())))
                    .toList();
            return new Trace(start, all, led, isCut, ways);
        }

        /** What was paid through each node and along each edge: of ways that share them the sum. */
        private Map<String, Money> paid() {
            var paid = new HashMap<String, Money>();
            for (var way : ways) {
                var keys = way.keys();
                for (int n = 0; n < keys.size() && way.paid() != null; n++) {
                    paid.merge(keys.get(n), way.paid(), Money::plus);
                    if (n > 0) {
                        paid.merge(edge(keys.get(n - 1), keys.get(n)), way.paid(), Money::plus);
                    }
                }
            }
            return paid;
        }
    }
}
