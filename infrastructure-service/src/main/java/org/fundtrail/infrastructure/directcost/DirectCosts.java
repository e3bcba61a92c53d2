package org.fundtrail.infrastructure.directcost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.fundtrail.infrastructure.api.directcost.DirectCostTerms;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.infrastructure.proposal.Proposals;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Reversals;
import org.fundtrail.records.Steps;

/** What a person can do with direct costs. More than what is budgeted is not refused: the cost report states it. */
@ApplicationScoped
class DirectCosts extends Proposals<DirectCost, DirectCostTerms> {
    private final CostLines lines;
    private final Reversals reversals;

    DirectCosts(
            EntityManager entities,
            Projects projects,
            CostLines lines,
            Steps steps,
            Reversals reversals,
            Journal journal) {
        super(DirectCost.class, entities, projects, steps, journal);
        this.lines = lines;
        this.reversals = reversals;
    }

    @Override
    protected DirectCost begun(Project project, Writer by) {
        return new DirectCost(project, by);
    }

    @Override
    protected void say(DirectCost cost, DirectCostTerms terms, Writer by) {
        cost.say(terms, lines.named(terms.costLine(), "costLine", cost.project(), by));
    }

    @Override
    protected void reverse(DirectCost cost, Change change) {
        reversals.mirrored(change, cost, DirectCostStep.APPROVE.past());
    }
}
