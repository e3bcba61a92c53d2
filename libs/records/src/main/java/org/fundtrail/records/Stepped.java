package org.fundtrail.records;

import jakarta.persistence.MappedSuperclass;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.ProposalStanding;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;

/** A record that goes from hand to hand, step by step: see {@link Step}. Who took which step is kept apart from it and for ever. */
@MappedSuperclass
public abstract class Stepped extends Recorded {

    protected Stepped() {}

    protected Stepped(Writer by) {
        super(by);
    }

    /** Where it stands. */
    public abstract Enum<?> status();

    /** Stands there from now on: only {@link Steps} says so. */
    protected abstract void become(Enum<?> status);

    /** Where it stands, as its readers see it, if it is proposed by one person and decided by another. */
    protected ProposalStanding standing(Step[] its, Life life, Persons persons, Caller reader) {
        return new ProposalStanding(
                (ApprovalStatus) status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, its, reader),
                life.steps());
    }
}
