package org.fundtrail.infrastructure.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.infrastructure.project.Costs;
import org.fundtrail.infrastructure.project.Project;

/** What of an invoice the donor may pay for, by the cost lines on which it counts. */
@ApplicationScoped
class Eligibility {
    /** Below this total cost with VAT, VAT is eligible whether it is recovered or not (CPR 64(1)(c)(i)). */
    private static final Money SMALL = Money.eur("5000000.00");

    private final Costs costs;
    private final CostLines costLines;

    Eligibility(Costs costs, CostLines costLines) {
        this.costs = costs;
        this.costLines = costLines;
    }

    /**
     * The eligible part of what counts on each row, each rounded half up to the cent. Nothing of what counts on no cost line, nor of an
     * invoice issued outside the period of the project.
     */
    Money of(Invoice invoice, Accepted.Shared shared) {
        var project = invoice.contract().project();
        var period = project.period();
        if (invoice.issuedOn().isBefore(period.from()) || invoice.issuedOn().isAfter(period.to())) {
            return Money.zero();
        }
        var withVat = isVatEligible(project);
        var lines = lines(project);
        return shared.net().entrySet().stream()
                .filter(row -> lines.containsKey(invoice.rowOf(row.getKey())))
                .map(row -> lines.get(invoice.rowOf(row.getKey()))
                        .eligible(
                                withVat
                                        ? row.getValue().plus(shared.vat().getOrDefault(row.getKey(), Money.zero()))
                                        : row.getValue()))
                .reduce(Money.zero(), Money::plus);
    }

    private Map<UUID, CostLine> lines(Project project) {
        return costLines.of(project.id()).stream().collect(Collectors.toMap(CostLine::id, line -> line));
    }

    /** By the total cost with VAT: of the baseline or, where none is chosen, of what is contracted. */
    private boolean isVatEligible(Project project) {
        var cost = costs.of(List.of(project.id())).get(project.id());
        var total =
                cost.baseline() == null ? cost.contracted() : cost.baseline().gross();
        return total.compareTo(SMALL) < 0 || !project.vatRecoverable();
    }
}
