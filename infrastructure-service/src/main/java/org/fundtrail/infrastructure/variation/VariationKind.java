package org.fundtrail.infrastructure.variation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.variation.VariationView;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Pending variations wait for an approver; the amount is gross. */
@ApplicationScoped
class VariationKind implements RecordKind {
    private final Variations variations;
    private final CostLines costLines;
    private final Balances balances;
    private final Steps steps;
    private final Persons persons;

    VariationKind(Variations variations, CostLines costLines, Balances balances, Steps steps, Persons persons) {
        this.variations = variations;
        this.costLines = costLines;
        this.balances = balances;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "variation";
    }

    @Override
    public Step[] steps() {
        return VariationStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(variations.find(id, reader), reader);
    }

    VariationView view(Variation variation, Caller reader) {
        return views(List.of(variation), reader).get(variation.id());
    }

    /** What is shown of them, by id. */
    Map<UUID, VariationView> views(Collection<Variation> all, Caller reader) {
        var standing = balances.of(all.stream().map(v -> v.contract().id()).collect(Collectors.toSet()));
        var lines = costLines.named(
                all.stream().flatMap(v -> v.contract().costLines().stream()).collect(Collectors.toSet()));
        return steps.views(all, (one, life) -> {
            var approved = standing.getOrDefault(one.contract().id(), Map.of())
                    .getOrDefault(CostAccount.APPROVED_VARIATIONS.name(), BigDecimal.ZERO);
            return one.view(Money.eur(approved), bought(one.contract(), lines), life, persons, reader);
        });
    }

    /** The category of what a contract buys: that of its cost lines, or null where it has none or they are of several. */
    private static CostCategory bought(Contract contract, Map<UUID, CostLine> lines) {
        var categories = contract.costLines().stream()
                .map(line -> lines.get(line).category())
                .distinct()
                .toList();
        return categories.size() == 1 ? categories.get(0) : null;
    }

    @Override
    public String waiting() {
        return """
                SELECT 'variation' AS type, r.id, r.reference, 'contract' AS parent_type, c.id AS parent_id, c.reference AS parent_reference,
                    r.gross AS amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status, r.reason AS purpose
                FROM infrastructure.variation r JOIN infrastructure.contract c ON c.id = r.contract_id""";
    }

    @Override
    public Findable found() {
        return new Findable(
                """
                SELECT 'variation' AS type, r.id, r.reference, r.reason AS title, NULL AS title_lt, NULL AS party, 'contract' AS parent_type,
                    c.id AS parent_id, c.reference AS parent_reference, r.gross AS amount, r.currency, r.status, r.recorded_at
                FROM infrastructure.variation r JOIN infrastructure.contract c ON c.id = r.contract_id""", "r.reference", List.of(List.of("r.reference", "r.reason")), List.of("r.gross", "r.net"));
    }
}
