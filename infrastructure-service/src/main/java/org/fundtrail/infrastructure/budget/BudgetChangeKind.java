package org.fundtrail.infrastructure.budget;

import jakarta.enterprise.context.ApplicationScoped;
import org.fundtrail.infrastructure.api.budget.BudgetChangeView;
import org.fundtrail.infrastructure.proposal.ProposalKind;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Life;
import org.fundtrail.records.Steps;

/** Changes of budgets wait for an approver. */
@ApplicationScoped
class BudgetChangeKind extends ProposalKind<BudgetChange, BudgetChangeView> {
    BudgetChangeKind(BudgetChanges all, Steps steps, Persons persons) {
        super(all, steps, persons);
    }

    @Override
    public String type() {
        return "budget-change";
    }

    @Override
    protected BudgetChangeView view(BudgetChange one, Life life, Persons persons, Caller reader) {
        return one.view(life, persons, reader);
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
