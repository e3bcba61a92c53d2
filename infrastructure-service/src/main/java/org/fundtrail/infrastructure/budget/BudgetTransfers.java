package org.fundtrail.infrastructure.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.fundtrail.infrastructure.api.budget.BudgetTransferTerms;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.infrastructure.proposal.Proposals;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Steps;

/** What a person can do with transfers between cost lines: what one gives it has. */
@ApplicationScoped
class BudgetTransfers extends Proposals<BudgetTransfer, BudgetTransferTerms> {
    private final CostLines lines;
    private final Budgets budgets;

    BudgetTransfers(
            EntityManager entities, Projects projects, CostLines lines, Budgets budgets, Steps steps, Journal journal) {
        super(BudgetTransfer.class, entities, projects, steps, journal);
        this.lines = lines;
        this.budgets = budgets;
    }

    @Override
    protected BudgetTransfer begun(Project project, Writer by) {
        return new BudgetTransfer(project, by);
    }

    @Override
    protected void say(BudgetTransfer transfer, BudgetTransferTerms terms, Writer by) {
        var from = lines.named(terms.from(), "from", transfer.project(), by);
        transfer.say(terms, from, lines.named(terms.to(), "to", transfer.project(), by), by);
    }

    @Override
    protected void mustHold(BudgetTransfer transfer) {
        budgets.mustHold(transfer.from(), transfer.amount(), transfer.on());
    }
}
