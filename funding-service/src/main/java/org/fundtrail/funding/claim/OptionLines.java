package org.fundtrail.funding.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Rule;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimLineTerms;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.costoption.CostOption;
import org.fundtrail.funding.costoption.Entitlement;

/** From what a request says to those lines of a claim that rest on cost options: which it names, each once, and how much it claims by each. */
final class OptionLines {

    /** A line with the option that it names. */
    private record Named(int n, ClaimLineTerms terms, CostOption option) {
        String field() {
            return "lines[" + n + "]";
        }

        boolean isOf(ClaimLineKind kind) {
            return terms.kind() == kind;
        }

        /** How many units it claims; null of what is no unit cost. */
        BigDecimal quantity() {
            return terms.quantity() == null ? null : new BigDecimal(terms.quantity());
        }
    }

    /**
     * What other claims hold of a unit cost.
     *
     * @param quantity how many units
     * @param amount what they claim for them
     */
    record Counted(BigDecimal quantity, Money amount) {
        private static final Money CENT = Money.eur("0.01");
        private static final Counted NOTHING = new Counted(BigDecimal.ZERO, Money.zero());

        /**
         * What so many more come to: all of them together are rounded once, so that the parts of a decision come to the whole of it. That is a
         * cent more or less than they come to by themselves, and never further from it.
         */
        Money more(BigDecimal units, Money rate) {
            var alone = rate.times(units);
            var together = rate.times(quantity.add(units)).minus(amount);
            return together.max(alone.minus(CENT)).min(alone.plus(CENT));
        }
    }

    private final List<Named> named = new ArrayList<>();

    /** The options that a request names, each as it names it. */
    static Set<String> names(ClaimTerms terms) {
        return terms.allLines().stream()
                .map(ClaimLineTerms::decision)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Refuses options that are unknown, of another kind, allocation or project, not approved, or named twice.
     *
     * @param options those that there are, as the request names them
     */
    OptionLines(ClaimTerms terms, Allocation from, UUID project, Map<String, CostOption> options) {
        var lines = terms.allLines();
        var seen = new HashSet<CostOption>();
        for (int n = 0; n < lines.size(); n++) {
            if (lines.get(n).kind().isOfOption()) {
                var line = new Named(n, lines.get(n), options.get(lines.get(n).decision()));
                mustBeClaimable(line, from, project);
                if (!seen.add(line.option())) {
                    throw refused(
                            FundingRule.ITEM_CLAIMED_TWICE,
                            line,
                            "",
                            "item",
                            line.option().reference());
                }
                mustBeOnlyFlatRate(line);
                named.add(line);
            }
        }
    }

    private static void mustBeClaimable(Named line, Allocation from, UUID project) {
        var option = line.option();
        if (option == null || !option.kind().name().equals(line.terms().kind().name())) {
            throw refused(
                    FundingRule.COST_OPTION_UNKNOWN,
                    line,
                    ".decision",
                    "value",
                    line.terms().decision(),
                    "kind",
                    line.terms().kind().name());
        }
        option.mustBeClaimable(from, project, line.field() + ".decision");
    }

    /** CPR 54 has one flat rate for indirect costs, of three: they are not paid twice on the same costs. */
    private void mustBeOnlyFlatRate(Named line) {
        if (line.isOf(ClaimLineKind.FLAT_RATE)) {
            named.stream()
                    .filter(other -> other.isOf(ClaimLineKind.FLAT_RATE))
                    .findFirst()
                    .ifPresent(first -> {
                        throw refused(
                                FundingRule.SECOND_FLAT_RATE,
                                line,
                                ".decision",
                                "first",
                                first.option().reference(),
                                "reference",
                                line.option().reference());
                    });
        }
    }

    Set<UUID> options() {
        return named.stream().map(line -> line.option().id()).collect(Collectors.toSet());
    }

    /**
     * Adds the lines in their places. Those of flat rates come to a part of what the real costs among the others come to.
     *
     * @param lines of real costs, by their places
     * @param stands what is left of the options
     * @param counted what other claims hold of unit costs
     */
    void addTo(SortedMap<Integer, ClaimLine> lines, Map<UUID, Entitlement> stands, Map<UUID, Counted> counted) {
        var costs = List.copyOf(lines.values());
        var flatRates =
                new FlatRates(costs, costs.stream().map(ClaimLine::amount).toList());
        for (var line : named) {
            var id = line.option().id();
            var left = stands.get(id).left();
            var amount = switch (line.terms().kind()) {
                case FLAT_RATE -> flatRate(line, flatRates, left);
                case UNIT_COST -> counted(line, left, counted.getOrDefault(id, Counted.NOTHING));
                default -> amount(line, left);
            };
            lines.put(line.n(), ClaimLine.of(line.terms(), line.option(), line.quantity(), amount));
        }
    }

    /** What it says, or all that is left. */
    private static Money amount(Named line, Money left) {
        mustBeLeft(line, left);
        var said = line.terms().amount();
        return said == null ? left : within(left, said, line, ".amount");
    }

    private static Money counted(Named line, Money left, Counted before) {
        var counted = before.more(line.quantity(), line.option().rate());
        if (!counted.isPositive()) {
            throw refused(InputRule.AMOUNT_NOT_POSITIVE, line, ".quantity");
        }
        return within(left, counted, line, ".quantity");
    }

    private static Money flatRate(Named line, FlatRates flatRates, Money left) {
        var option = line.option();
        var most = flatRates.most(option.basis(), option.percent());
        if (!most.isPositive()) {
            throw refused(
                    FundingRule.FLAT_RATE_WITHOUT_COSTS,
                    line,
                    "",
                    "reference",
                    option.reference(),
                    "basis",
                    option.basis().name());
        }
        mustBeLeft(line, left);
        var said = line.terms().amount();
        if (said != null && said.compareTo(most) > 0) {
            throw refused(
                    FundingRule.FLAT_RATE_TOO_HIGH,
                    line,
                    ".amount",
                    "reference",
                    option.reference(),
                    "percent",
                    option.percent().toPlainString(),
                    "most",
                    most.toString(),
                    "amount",
                    said.toString());
        }
        return said == null ? most.min(left) : within(left, said, line, ".amount");
    }

    private static void mustBeLeft(Named line, Money left) {
        if (!left.isPositive()) {
            throw refused(
                    FundingRule.NOTHING_LEFT_TO_CLAIM,
                    line,
                    "",
                    "number",
                    line.option().reference());
        }
    }

    private static Money within(Money left, Money amount, Named line, String at) {
        if (amount.compareTo(left) > 0) {
            throw refused(
                    FundingRule.EXCEEDS_ENTITLED, line, at, "available", left.toString(), "amount", amount.toString());
        }
        return amount;
    }

    private static Refusal refused(Rule rule, Named line, String at, String... params) {
        return Refusal.ofField(rule, line.field() + at, params);
    }
}
