package org.fundtrail.infrastructure.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.infrastructure.api.budget.BudgetChangeView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Changes of budgets wait for an approver. */
@ApplicationScoped
class BudgetChangeKind implements RecordKind {
    private final BudgetChanges all;
    private final Steps steps;
    private final Persons persons;

    BudgetChangeKind(BudgetChanges all, Steps steps, Persons persons) {
        this.all = all;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "budget-change";
    }

    @Override
    public Step[] steps() {
        return BudgetStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(all.find(id, reader), reader);
    }

    BudgetChangeView view(BudgetChange one, Caller reader) {
        return views(List.of(one), reader).get(one.id());
    }

    /** What is shown of them, by id. */
    Map<UUID, BudgetChangeView> views(Collection<BudgetChange> of, Caller reader) {
        return steps.views(of, (one, life) -> one.view(life, persons, reader));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'budget-change' AS type, r.id, l.name AS reference, 'project' AS parent_type, p.id AS parent_id,
                    p.reference AS parent_reference, r.amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    r.decision_reference AS purpose
                FROM infrastructure.budget_change r JOIN infrastructure.project p ON p.id = r.project_id
                    JOIN infrastructure.cost_line l ON l.id = r.cost_line_id""";
    }
}
