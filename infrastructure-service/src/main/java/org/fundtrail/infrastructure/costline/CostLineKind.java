package org.fundtrail.infrastructure.costline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.infrastructure.api.costline.CostLineView;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;

/** Cost lines count at once and are never changed. */
@ApplicationScoped
class CostLineKind implements RecordKind {
    private final CostLines lines;
    private final Balances balances;
    private final Persons persons;

    CostLineKind(CostLines lines, Balances balances, Persons persons) {
        this.lines = lines;
        this.balances = balances;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "cost-line";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(lines.find(id, reader), reader);
    }

    CostLineView view(CostLine line, Caller reader) {
        return views(List.of(line), reader).get(line.id());
    }

    /** What is shown of them, by id: one question for the whole list. */
    Map<UUID, CostLineView> views(Collection<CostLine> all, Caller reader) {
        var standing = balances.of(all.stream().map(CostLine::id).toList());
        var views = new HashMap<UUID, CostLineView>();
        for (var line : all) {
            var budget = Budget.of(standing.getOrDefault(line.id(), Map.of()));
            views.put(line.id(), line.view(budget, persons, reader));
        }
        return views;
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'cost-line' AS type, r.id, r.name AS reference, NULL AS title, NULL AS title_lt, NULL AS party, 'project' AS parent_type,
                    p.id AS parent_id, p.reference AS parent_reference, r.eligible + r.not_eligible AS amount, r.currency, NULL AS status,
                    r.recorded_at
                FROM infrastructure.cost_line r JOIN infrastructure.project p ON p.id = r.project_id""", "r.name", List.of(List.of("r.name")), List.of("(r.eligible + r.not_eligible)"));
    }
}
