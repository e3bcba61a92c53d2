package org.fundtrail.infrastructure.directcost;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.directcost.DirectCostTerms;
import org.fundtrail.infrastructure.api.directcost.DirectCostView;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.proposal.Proposed;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.fundtrail.records.Step;
import org.hibernate.annotations.EmbeddableInstantiator;

/** What a project cost without a contract: staff, fees, land. It counts on its cost line once somebody else approves it. */
@Entity
@Table(name = "direct_cost")
public class DirectCost extends Proposed {
    @ManyToOne(fetch = FetchType.LAZY)
    private CostLine costLine;

    @EmbeddableInstantiator(Kept.class)
    private DirectCostTerms terms;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(DirectCostTerms.class, "costLine");
        }
    }

    protected DirectCost() {}

    DirectCost(Project project, Writer by) {
        super(project, by);
    }

    /** What it says from now on. */
    void say(DirectCostTerms said, CostLine line) {
        costLine = line;
        terms = said;
    }

    @Override
    public Money amount() {
        return terms.amount();
    }

    @Override
    public LocalDate on() {
        return terms.on();
    }

    @Override
    public Step[] life() {
        return DirectCostStep.values();
    }

    @Override
    protected void count(Change change) {
        var line = costLine.id();
        change.moving(amount(), CostAccount.STATED.of(id, line), CostAccount.DIRECT_ACTUAL.of(id, line));
    }

    /** It as its readers see it. */
    DirectCostView view(Life life, Persons persons, Caller reader) {
        return new DirectCostView(
                id(),
                project().subject(),
                costLine.ref(),
                terms.description(),
                amount(),
                terms.paper(),
                on(),
                standing(life, persons, reader));
    }

    @Override
    public Map<String, Object> facts() {
        return factsOf(terms)
                .instead("costLine", "costLine", costLine.name(), "costLineId", costLine.id())
                .asMap();
    }

    @Override
    public Subject subject() {
        return new Subject("direct-cost", id, terms.description());
    }
}
