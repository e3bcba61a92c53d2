package org.fundtrail.infrastructure.budget;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.budget.BudgetChangeTerms;
import org.fundtrail.infrastructure.api.budget.BudgetChangeView;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.proposal.Proposed;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.hibernate.annotations.EmbeddableInstantiator;

/** What a decision adds to the budget of a cost line, or takes from it, once somebody else approves that it is so. */
@Entity
@Table(name = "budget_change")
public class BudgetChange extends Proposed {
    @ManyToOne(fetch = FetchType.LAZY)
    private CostLine costLine;

    @EmbeddableInstantiator(Kept.class)
    private BudgetChangeTerms terms;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(BudgetChangeTerms.class, "costLine");
        }
    }

    protected BudgetChange() {}

    BudgetChange(Project project, Writer by) {
        super(project, by);
    }

    /** What it says from now on; it counts from today on unless it says otherwise. */
    void say(BudgetChangeTerms said, CostLine line, Writer by) {
        costLine = line;
        terms = new BudgetChangeTerms(
                said.costLine(), said.amount(), said.decision(), said.reason(), Budgets.day(said.on(), by, line));
    }

    @Override
    public Money amount() {
        return terms.amount();
    }

    @Override
    public LocalDate on() {
        return terms.on();
    }

    CostLine costLine() {
        return costLine;
    }

    /** What it takes from the budget; not above zero where it adds. */
    Money taken() {
        return Money.zero().minus(amount());
    }

    @Override
    protected void pend(Change change) {
        move(amount(), CostAccount.PENDING_BUDGET_CHANGES, change);
    }

    @Override
    protected void settle(Change change) {
        move(taken(), CostAccount.PENDING_BUDGET_CHANGES, change);
    }

    @Override
    protected void count(Change change) {
        move(amount(), CostAccount.BUDGET_CHANGES, change);
    }

    private void move(Money amount, CostAccount account, Change change) {
        var line = costLine.id();
        change.movingEitherWay(amount, CostAccount.STATED.of(line, line), account.of(line, line));
    }

    /** It as its readers see it. */
    BudgetChangeView view(Life life, Persons persons, Caller reader) {
        return new BudgetChangeView(
                id(),
                project().subject(),
                costLine.ref(),
                amount(),
                terms.decision(),
                terms.reason(),
                on(),
                standing(life, persons, reader));
    }

    @Override
    public Subject subject() {
        return new Subject("budget-change", id, costLine.name());
    }

    @Override
    public Map<String, Object> facts() {
        return factsOf(terms)
                .instead("costLine", "costLine", costLine.name(), "costLineId", costLine.id())
                .asMap();
    }
}
