package org.fundtrail.gateway.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.trace.AidFilter;
import org.fundtrail.funding.api.trace.TracedAid;
import org.fundtrail.funding.api.trace.TracedAid.TracedLine;
import org.fundtrail.funding.api.trace.TracedAid.TracedRecovery;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.trace.TraceFilter;
import org.fundtrail.infrastructure.api.trace.TracedCost;
import org.fundtrail.infrastructure.api.trace.TracedCosts;

/** Joins what both services say of the way of euros: a few questions to each, however much there is. */
@ApplicationScoped
class Traces {
    /** So many ids fit in an address. */
    private static final int AT_ONCE = 90;

    private static final TracedCosts NO_COSTS = new TracedCosts(List.of(), false);

    private final AidClient aid;
    private final CostClient costs;

    Traces(@RestClient AidClient aid, @RestClient CostClient costs) {
        this.aid = aid;
        this.costs = costs;
    }

    /**
     * From a record, as {@code type/id}.
     *
     * @throws Refusal malformed-value where it is none that euros go through
     */
    Trace from(String key) {
        var type = key == null ? "" : key.replaceFirst("/.*", "");
        var id = key == null ? "" : key.substring(Math.min(key.length(), type.length() + 1));
        return switch (type) {
            case "allocation", "receipt", "commitment", "claim", "recovery", "project" ->
                down(key, aidOf(type, uuid(id)));
            case "cost-option" -> joined(key, List.of(claiming(List.of(uuid(id)))), NO_COSTS);
            case "invoice", "direct-cost", "contract", "certificate", "cost-line" -> up(key, costsOf(type, uuid(id)));
            default -> throw malformed();
        };
    }

    private static String uuid(String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return Refusal.ofField(
                InputRule.MALFORMED_VALUE,
                "from",
                "expected",
                "give type/id, of an allocation, receipt, commitment, project, claim, recovery, cost-option, invoice, direct-cost, certificate, contract or cost-line");
    }

    private TracedAid aidOf(String type, String id) {
        var filter = new AidFilter();
        switch (type) {
            case "allocation" -> filter.allocation = id;
            case "receipt" -> filter.receipt = id;
            case "commitment" -> filter.commitment = id;
            case "claim" -> filter.claim = id;
            case "recovery" -> filter.recovery = id;
            default -> filter.project = id;
        }
        return Services.funding(() -> aid.trace(filter));
    }

    private TracedCosts costsOf(String type, String id) {
        var filter = new TraceFilter();
        switch (type) {
            case "contract" -> filter.contract = id;
            case "certificate" -> filter.certificate = id;
            case "cost-line" -> filter.costLine = id;
            default -> filter.item = List.of(id);
        }
        return Services.infrastructure(() -> costs.trace(filter));
    }

    private Trace down(String from, TracedAid traced) {
        var items = traced.lines().stream()
                .filter(line -> !line.kind().isOfOption())
                .map(TracedLine::item)
                .distinct()
                .toList();
        return joined(from, List.of(traced), costsOf(items));
    }

    private Trace up(String from, TracedCosts costs) {
        var items = costs.items().stream().map(TracedCost::id).toList();
        var traced = inParts(items, part -> List.of(claiming(part)));
        return joined(from, traced, withSharing(costs, traced));
    }

    /** The aid behind these costs and cost options. */
    private TracedAid claiming(List<String> items) {
        var filter = new AidFilter();
        filter.item = items;
        return Services.funding(() -> aid.trace(filter));
    }

    /** The costs, and those that share their amounts because an invoice was recorded twice. */
    private TracedCosts withSharing(TracedCosts costs, List<TracedAid> traced) {
        var known = costs.items().stream().map(TracedCost::id).collect(Collectors.toSet());
        var others = traced.stream()
                .flatMap(part -> part.lines().stream())
                .map(TracedLine::item)
                .filter(item -> !known.contains(item))
                .distinct()
                .toList();
        return together(List.of(costs, costsOf(others)));
    }

    private TracedCosts costsOf(List<UUID> items) {
        return together(inParts(items, part -> {
            var filter = new TraceFilter();
            filter.item = part;
            return List.of(Services.infrastructure(() -> costs.trace(filter)));
        }));
    }

    private static TracedCosts together(List<TracedCosts> parts) {
        return new TracedCosts(
                parts.stream().flatMap(part -> part.items().stream()).toList(),
                parts.stream().anyMatch(TracedCosts::truncated));
    }

    private static <T> List<T> inParts(List<UUID> items, Function<List<String>, List<T>> ask) {
        var found = new ArrayList<T>();
        for (int n = 0; n < items.size(); n += AT_ONCE) {
            found.addAll(ask.apply(items.subList(n, Math.min(items.size(), n + AT_ONCE)).stream()
                    .map(UUID::toString)
                    .toList()));
        }
        return found;
    }

    private static Trace joined(String from, List<TracedAid> traced, TracedCosts costs) {
        var to = new Trace.Builder();
        if (costs.truncated() || traced.stream().anyMatch(TracedAid::truncated)) {
            to.isCut();
        }
        traced.forEach(part -> aid(part, to));
        var byId = costs.items().stream().collect(Collectors.toMap(TracedCost::id, cost -> cost, (one, same) -> one));
        var lines = traced.stream().flatMap(part -> part.lines().stream()).toList();
        lines.forEach(line ->
                claimed(line, commitments(traced, line.allocation(), line.project()), byId.get(line.item()), to));
        traced.stream()
                .flatMap(part -> part.recoveries().stream())
                .forEach(one -> recovered(one, commitments(traced, one.allocation(), one.project()), to));
        var declared = lines.stream().map(TracedLine::item).collect(Collectors.toSet());
        costs.items().stream().filter(cost -> !declared.contains(cost.id())).forEach(cost -> item(cost, to));
        return to.from(from);
    }

    private static void aid(TracedAid traced, Trace.Builder to) {
        traced.allocations().forEach(a -> to.node("allocation", a.id(), a.reference(), a.allocated()));
        traced.receipts().forEach(r -> {
            var receipt = to.node("receipt", r.id(), r.reference(), r.amount());
            var allocation = Trace.Builder.key("allocation", r.allocation());
            to.edge(receipt, allocation, r.amount());
            to.way(List.of(receipt, allocation), r.amount(), null);
        });
        traced.commitments().forEach(c -> {
            var allocation = Trace.Builder.key("allocation", c.allocation());
            var commitment = to.node("commitment", c.id(), c.reference(), c.amount());
            var project = to.node("project", c.project().id(), c.project().reference(), null);
            to.edge(allocation, commitment, c.amount());
            to.edge(commitment, project, c.amount());
            to.way(List.of(allocation, commitment), Money.zero(), null);
        });
    }

    /** The commitments of the allocation to the project: a claim is of all of them. */
    private static List<String> commitments(List<TracedAid> traced, UUID allocation, Subject project) {
        return traced.stream()
                .flatMap(part -> part.commitments().stream())
                .filter(c ->
                        c.allocation().equals(allocation) && c.project().id().equals(project.id()))
                .map(c -> Trace.Builder.key("commitment", c.id()))
                .distinct()
                .toList();
    }

    /** What an allocation pays of a cost goes through its project and the claim to the cost, and on to what that is made of. */
    private static void claimed(TracedLine line, List<String> commitments, TracedCost cost, Trace.Builder to) {
        to.node(line.claim(), line.status(), null);
        var way = toClaim(line.allocation(), commitments, line.project(), line.claim(), to);
        var project = Trace.Builder.key("project", line.project().id());
        var claim = Trace.Builder.key("claim", line.claim().id());
        var item = to.node(type(line), line.item(), line.number(), null);
        to.edge(project, claim, line.share());
        to.edge(claim, item, line.share());
        way.add(item);
        if (cost == null) {
            to.way(way, line.share(), line.paid());
        } else {
            onwards(way, cost, line.share(), line.paid(), to);
        }
    }

    /** From an allocation to a claim; through its commitment, where there is only one. */
    private static List<String> toClaim(
            UUID allocation, List<String> commitments, Subject project, Subject claim, Trace.Builder to) {
        var way = new ArrayList<String>();
        way.add(Trace.Builder.key("allocation", allocation));
        if (commitments.size() == 1) {
            way.addAll(commitments);
        }
        way.add(to.node("project", project.id(), project.reference(), null));
        way.add(to.node("claim", claim.id(), claim.reference(), null));
        return way;
    }

    /** What is recovered comes out of its claim beside what the claim paid: it is no more money that went there. */
    private static void recovered(TracedRecovery one, List<String> commitments, Trace.Builder to) {
        var way = toClaim(one.allocation(), commitments, one.project(), one.claim(), to);
        var recovery = to.node(
                new Subject(FundingKind.RECOVERY.type(), one.id(), one.reference()), one.status(), one.finding());
        to.edge(Trace.Builder.key("claim", one.claim().id()), recovery, one.amount());
        way.add(recovery);
        to.wayBack(way, one.amount());
    }

    private static String type(TracedLine line) {
        return line.kind().isOfOption() ? FundingKind.COST_OPTION.type() : type(line.kind());
    }

    private static String type(Enum<?> kind) {
        return kind.name().toLowerCase().replace('_', '-');
    }

    /** A cost that no claim declares stands there without euros. */
    private static void item(TracedCost cost, Trace.Builder to) {
        var item = to.node(type(cost.type()), cost.id(), cost.number(), null);
        onwards(new ArrayList<>(List.of(item)), cost, Money.zero(), null, to);
    }

    private static void onwards(List<String> way, TracedCost cost, Money share, Money paid, Trace.Builder to) {
        for (var of : new Subject[] {cost.certificate(), cost.contract()}) {
            if (of != null) {
                var next = to.node(of.type(), of.id(), of.reference(), null);
                to.edge(way.get(way.size() - 1), next, share);
                way.add(next);
            }
        }
        onLines(way, cost, share, paid, to);
    }

    private static void onLines(List<String> way, TracedCost cost, Money share, Money paid, Trace.Builder to) {
        var shares = divided(share, cost);
        var paidOf = paid == null ? null : divided(paid, cost);
        for (int n = 0; n < shares.size(); n++) {
            var of = cost.parts().get(n).costLine();
            var whither = new ArrayList<>(way);
            if (of != null) {
                var line = to.node("cost-line", of.id(), of.reference(), null);
                to.edge(way.get(way.size() - 1), line, shares.get(n));
                whither.add(line);
            }
            to.way(whither, shares.get(n), paidOf == null ? null : paidOf.get(n));
        }
    }

    /** It is divided as the cost is, by cumulative rounding, so that the parts add up to it. */
    private static List<Money> divided(Money amount, TracedCost cost) {
        var whole = cost.amount().amount();
        var parts = new ArrayList<Money>();
        var sum = BigDecimal.ZERO;
        var given = BigDecimal.ZERO;
        for (var part : cost.parts()) {
            sum = sum.add(part.amount().amount());
            var until = whole.signum() == 0
                    ? amount.amount()
                    : amount.amount().multiply(sum).divide(whole, 2, RoundingMode.HALF_UP);
            parts.add(Money.eur(until.subtract(given)));
            given = until;
        }
        return parts;
    }

    /** What the page needs besides: which nodes there are by their keys. */
    static Map<String, Trace.Node> byKey(Trace trace) {
        return trace.nodes().stream().collect(Collectors.toMap(Trace.Node::key, node -> node));
    }
}
