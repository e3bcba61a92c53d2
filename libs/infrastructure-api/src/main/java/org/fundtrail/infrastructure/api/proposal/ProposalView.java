package org.fundtrail.infrastructure.api.proposal;

import java.time.Instant;
import java.util.List;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;

/** What is answered of a proposal on cost lines, as far as all of them answer alike. */
public interface ProposalView {
    ProposalStanding standing();

    default ApprovalStatus status() {
        return standing().status();
    }

    default String institution() {
        return standing().institution();
    }

    default PersonRef recordedBy() {
        return standing().recordedBy();
    }

    default Instant recordedAt() {
        return standing().recordedAt();
    }

    default PersonRef decidedBy() {
        return standing().decidedBy();
    }

    default Instant decidedAt() {
        return standing().decidedAt();
    }

    default String decisionReason() {
        return standing().decisionReason();
    }

    default int version() {
        return standing().version();
    }

    default boolean ownRecord() {
        return standing().ownRecord();
    }

    default List<String> actions() {
        return standing().actions();
    }

    default List<StepTaken> steps() {
        return standing().steps();
    }
}
