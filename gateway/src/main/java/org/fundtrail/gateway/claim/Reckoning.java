package org.fundtrail.gateway.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimLineTerms;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.claim.ClaimableCost;

/** What the lines come to that were chosen, as the service will reckon it: for the page where they are checked. */
record Reckoning(List<ClaimLineTerms> lines, Map<UUID, ClaimableCost> costs) {
    private static final Money CENT = Money.eur("0.01");

    static Reckoning of(ClaimTerms terms, List<ClaimableCost> costs) {
        return new Reckoning(
                terms.lines(), costs.stream().collect(Collectors.toMap(ClaimableCost::id, Function.identity())));
    }

    /** What all of them claim. */
    Money sum() {
        return lines.stream().map(this::amount).reduce(Money.zero(), Money::plus);
    }

    Money amount(ClaimLineTerms line) {
        var cost = cost(line);
        if (line.amount() != null || cost == null) {
            return cost == null && line.amount() == null ? Money.zero() : line.amount();
        }
        return switch (line.kind()) {
            case UNIT_COST -> counted(line, cost);
            case FLAT_RATE -> part(cost).min(cost.left());
            default -> cost.left();
        };
    }

    /** The last units of a decision come to what is left of it, of which roundings of the others may have left a cent less. */
    private static Money counted(ClaimLineTerms line, ClaimableCost cost) {
        var counted = cost.option().rate().times(new BigDecimal(line.quantity()));
        return counted.minus(cost.left()).equals(CENT) ? cost.left() : counted;
    }

    /** The number of a paper, the reference of a cost option; its id where it is not to be claimed any more. */
    String called(ClaimLineTerms line) {
        var cost = cost(line);
        return cost == null ? id(line).toString() : cost.number();
    }

    private Money part(ClaimableCost flatRate) {
        var option = flatRate.option();
        return lines.stream()
                .filter(line -> !line.kind().isOfOption())
                .filter(line -> !option.basis().isOfStaff()
                        || cost(line) != null && cost(line).staff())
                .map(this::amount)
                .reduce(Money.zero(), Money::plus)
                .times(option.percent().movePointLeft(2));
    }

    private ClaimableCost cost(ClaimLineTerms line) {
        return costs.get(id(line));
    }

    /** The form names cost options by their ids. */
    private static UUID id(ClaimLineTerms line) {
        return line.kind().isOfOption() ? UUID.fromString(line.decision()) : line.item();
    }
}
