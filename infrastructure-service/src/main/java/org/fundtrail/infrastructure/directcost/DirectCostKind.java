package org.fundtrail.infrastructure.directcost;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fundtrail.infrastructure.api.directcost.DirectCostView;
import org.fundtrail.infrastructure.proposal.ProposalKind;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.Life;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Direct costs wait for an approver. */
@ApplicationScoped
class DirectCostKind extends ProposalKind<DirectCost, DirectCostView> {
    DirectCostKind(DirectCosts all, Steps steps, Persons persons) {
        super(all, steps, persons);
    }

    @Override
    public String type() {
        return "direct-cost";
    }

    @Override
    public Step[] steps() {
        return DirectCostStep.values();
    }

    @Override
    protected DirectCostView view(DirectCost one, Life life, Persons persons, Caller reader) {
        return one.view(life, persons, reader);
    }

    @Override
    public String waiting() {
        return """
                SELECT 'direct-cost' AS type, r.id, r.description AS reference, 'project' AS parent_type, p.id AS parent_id,
                    p.reference AS parent_reference, r.amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    l.name AS purpose
                FROM infrastructure.direct_cost r JOIN infrastructure.project p ON p.id = r.project_id
                    JOIN infrastructure.cost_line l ON l.id = r.cost_line_id""";
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'direct-cost' AS type, r.id, r.description AS reference, r.paper AS title, NULL AS title_lt, NULL AS party,
                    'project' AS parent_type, p.id AS parent_id, p.reference AS parent_reference, r.amount, r.currency, r.status, r.recorded_at
                FROM infrastructure.direct_cost r JOIN infrastructure.project p ON p.id = r.project_id""", "r.description", List.of(List.of("r.description", "r.paper")), List.of("r.amount"));
    }
}
