package org.fundtrail.funding.allocation;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.ProposalStanding;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;

/** What was decided is raised, lowered or ended, once somebody else approves that it is so. */
@MappedSuperclass
public abstract class Amendment extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    protected Amendment() {}

    protected Amendment(Writer by) {
        super(by);
    }

    /** What it adds; below zero it takes. */
    public abstract Money change();

    public abstract String reason();

    /** From when it counts. */
    public abstract LocalDate on();

    @Override
    public ApprovalStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ApprovalStatus) next;
    }

    protected ProposalStanding standing(Life life, Persons persons, Caller reader) {
        return standing(AmendmentStep.values(), life, persons, reader);
    }
}
