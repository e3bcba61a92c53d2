package org.fundtrail.infrastructure.budget;

import jakarta.enterprise.context.ApplicationScoped;
import org.fundtrail.infrastructure.api.budget.BudgetTransferView;
import org.fundtrail.infrastructure.proposal.ProposalKind;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Life;
import org.fundtrail.records.Steps;

/** Transfers wait for an approver. */
@ApplicationScoped
class BudgetTransferKind extends ProposalKind<BudgetTransfer, BudgetTransferView> {
    BudgetTransferKind(BudgetTransfers all, Steps steps, Persons persons) {
        super(all, steps, persons);
    }

    @Override
    public String type() {
        return "budget-transfer";
    }

    @Override
    protected BudgetTransferView view(BudgetTransfer one, Life life, Persons persons, Caller reader) {
        return one.view(life, persons, reader);
    }

    @Override
    public String waiting() {
        return """
                SELECT 'budget-transfer' AS type, r.id, f.name || ' → ' || t.name AS reference, 'project' AS parent_type, p.id AS parent_id,
                    p.reference AS parent_reference, r.amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status, r.reason AS purpose
                FROM infrastructure.budget_transfer r JOIN infrastructure.project p ON p.id = r.project_id
                    JOIN infrastructure.cost_line f ON f.id = r.from_line_id JOIN infrastructure.cost_line t ON t.id = r.to_line_id""";
    }
}
