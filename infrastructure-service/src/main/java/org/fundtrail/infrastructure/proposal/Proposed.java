package org.fundtrail.infrastructure.proposal;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.Map;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.ProposalStanding;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Step;
import org.fundtrail.records.Stepped;

/** What one person proposes on cost lines of a project: its money moves, from its day on, once somebody else approves it. */
@MappedSuperclass
public abstract class Proposed extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Project project;

    protected Proposed() {}

    protected Proposed(Project project, Writer by) {
        super(by);
        this.project = project;
    }

    public abstract Money amount();

    /** From when it counts. */
    public abstract LocalDate on();

    /** Its life: one of its own where more happens to it. */
    public Step[] life() {
        return ProposalStep.values();
    }

    /** Moves its amount. */
    protected abstract void count(Change change);

    /** It waits from now on: moves what shows that, where anything does. */
    protected void pend(Change change) {}

    /** It waits no longer: takes back what showed that it did. */
    protected void settle(Change change) {}

    @Override
    public ApprovalStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ApprovalStatus) next;
    }

    public Project project() {
        return project;
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

    /** Where it stands and what it says; which lines it names is for each to say. */
    protected Facts factsOf(Record terms) {
        return Facts.of(terms).first("status", status, "project", project.reference(), "projectId", project.id());
    }

    /** Where it stands, as its readers see it. */
    protected ProposalStanding standing(Life life, Persons persons, Caller reader) {
        return standing(life(), life, persons, reader);
    }
}
