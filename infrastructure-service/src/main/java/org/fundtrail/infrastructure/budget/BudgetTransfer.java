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
import org.fundtrail.infrastructure.api.budget.BudgetTransferTerms;
import org.fundtrail.infrastructure.api.budget.BudgetTransferView;
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

/** Money that goes from one cost line of a project to another once somebody else approves it: the sum over the project stays. */
@Entity
@Table(name = "budget_transfer")
public class BudgetTransfer extends Proposed {
    @ManyToOne(fetch = FetchType.LAZY)
    private CostLine fromLine;

    @ManyToOne(fetch = FetchType.LAZY)
    private CostLine toLine;

    @EmbeddableInstantiator(Kept.class)
    private BudgetTransferTerms terms;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(BudgetTransferTerms.class, "from", "to");
        }
    }

    protected BudgetTransfer() {}

    BudgetTransfer(Project project, Writer by) {
        super(project, by);
    }

    /** What it says from now on; it counts from today on unless it says otherwise. */
    void say(BudgetTransferTerms said, CostLine from, CostLine to, Writer by) {
        fromLine = from;
        toLine = to;
        terms = new BudgetTransferTerms(
                said.from(), said.to(), said.amount(), said.reason(), Budgets.day(said.on(), by, from, to));
    }

    @Override
    public Money amount() {
        return terms.amount();
    }

    @Override
    public LocalDate on() {
        return terms.on();
    }

    /** Which gives. */
    CostLine from() {
        return fromLine;
    }

    @Override
    protected void count(Change change) {
        change.moving(
                amount(),
                CostAccount.TRANSFERS.of(fromLine.id(), fromLine.id()),
                CostAccount.TRANSFERS.of(toLine.id(), toLine.id()));
    }

    /** It as its readers see it. */
    BudgetTransferView view(Life life, Persons persons, Caller reader) {
        return new BudgetTransferView(
                id(),
                project().subject(),
                fromLine.ref(),
                toLine.ref(),
                amount(),
                terms.reason(),
                on(),
                standing(life, persons, reader));
    }

    @Override
    public Subject subject() {
        return new Subject("budget-transfer", id, fromLine.name() + " → " + toLine.name());
    }

    @Override
    public Map<String, Object> facts() {
        return factsOf(terms)
                .instead("from", "fromLine", fromLine.name(), "fromLineId", fromLine.id())
                .instead("to", "toLine", toLine.name(), "toLineId", toLine.id())
                .asMap();
    }
}
