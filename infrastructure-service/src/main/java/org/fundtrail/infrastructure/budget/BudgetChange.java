package org.fundtrail.infrastructure.budget;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.budget.BudgetChangeTerms;
import org.fundtrail.infrastructure.api.budget.BudgetChangeView;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.EmbeddableInstantiator;

/** What a decision adds to the budget of a cost line, or takes from it, once somebody else approves that it is so. */
@Entity
@Table(name = "budget_change")
public class BudgetChange extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Project project;

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

    BudgetChange(BudgetChangeTerms terms, CostLine line, Writer by) {
        super(by);
        project = line.project();
        say(terms, line, by);
    }

    /** What it says from now on; it counts from today on unless it says otherwise. */
    void say(BudgetChangeTerms said, CostLine line, Writer by) {
        costLine = line;
        terms = new BudgetChangeTerms(
                said.costLine(), said.amount(), said.decision(), said.reason(), Budgets.day(said.on(), by, line));
    }

    @Override
    public ApprovalStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ApprovalStatus) next;
    }

    Project project() {
        return project;
    }

    Money amount() {
        return terms.amount();
    }

    /** From when it counts. */
    LocalDate on() {
        return terms.on();
    }

    CostLine costLine() {
        return costLine;
    }

    /** What it takes from the budget; not above zero where it adds. */
    Money taken() {
        return Money.zero().minus(amount());
    }

    /** It waits from now on. */
    void pend(Change change) {
        move(amount(), CostAccount.PENDING_BUDGET_CHANGES, change);
    }

    /** It waits no longer. */
    void settle(Change change) {
        move(taken(), CostAccount.PENDING_BUDGET_CHANGES, change);
    }

    /** Moves its amount. */
    void count(Change change) {
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
                project.subject(),
                costLine.ref(),
                amount(),
                terms.decision(),
                terms.reason(),
                on(),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, BudgetStep.values(), reader),
                life.steps());
    }

    @Override
    public Subject subject() {
        return new Subject("budget-change", id, costLine.name());
    }

    @Override
    public Subject parent() {
        return project.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(amount(), project.reference());
    }

    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("status", status, "project", project.reference(), "projectId", project.id())
                .instead("costLine", "costLine", costLine.name(), "costLineId", costLine.id())
                .asMap();
    }
}
