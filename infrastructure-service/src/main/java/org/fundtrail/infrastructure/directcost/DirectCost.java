package org.fundtrail.infrastructure.directcost;

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
import org.fundtrail.infrastructure.api.directcost.DirectCostTerms;
import org.fundtrail.infrastructure.api.directcost.DirectCostView;
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

/** What a project cost without a contract: staff, fees, land. It counts on its cost line once somebody else approves it. */
@Entity
@Table(name = "direct_cost")
public class DirectCost extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Project project;

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

    DirectCost(DirectCostTerms terms, CostLine line, Writer by) {
        super(by);
        project = line.project();
        say(terms, line);
    }

    /** What it says from now on. */
    void say(DirectCostTerms said, CostLine line) {
        costLine = line;
        terms = said;
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

    /** Moves its amount. */
    void count(Change change) {
        var line = costLine.id();
        change.moving(amount(), CostAccount.STATED.of(id, line), CostAccount.DIRECT_ACTUAL.of(id, line));
    }

    /** It as its readers see it. */
    DirectCostView view(Life life, Persons persons, Caller reader) {
        return new DirectCostView(
                id(),
                project.subject(),
                costLine.ref(),
                terms.description(),
                amount(),
                terms.paper(),
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
                life.actions(this, DirectCostStep.values(), reader),
                life.steps());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("status", status, "project", project.reference(), "projectId", project.id())
                .instead("costLine", "costLine", costLine.name(), "costLineId", costLine.id())
                .asMap();
    }

    @Override
    public Subject subject() {
        return new Subject("direct-cost", id, terms.description());
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
}
