package org.fundtrail.infrastructure.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.fundtrail.infrastructure.api.budget.BudgetChangeTerms;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.infrastructure.proposal.Proposals;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Steps;

/**
 * What a person can do with changes of budgets: what one takes is there. While it waits its amount stands among the pending changes of its
 * line.
 */
@ApplicationScoped
class BudgetChanges extends Proposals<BudgetChange, BudgetChangeTerms> {
    private final CostLines lines;
    private final Budgets budgets;

    BudgetChanges(
            EntityManager entities, Projects projects, CostLines lines, Budgets budgets, Steps steps, Journal journal) {
        super(BudgetChange.class, entities, projects, steps, journal);
        this.lines = lines;
        this.budgets = budgets;
    }

    @Override
    protected BudgetChange begun(Project project, Writer by) {
        return new BudgetChange(project, by);
    }

    @Override
    protected void say(BudgetChange asked, BudgetChangeTerms terms, Writer by) {
        asked.say(terms, lines.named(terms.costLine(), "costLine", asked.project(), by), by);
    }

    @Override
    protected void mustHold(BudgetChange asked) {
        budgets.mustHold(asked.costLine(), asked.taken(), asked.on());
    }
}
