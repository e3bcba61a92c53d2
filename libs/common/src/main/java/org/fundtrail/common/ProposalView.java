package org.fundtrail.common;

import java.time.Instant;
import java.util.List;

/** What is answered of what one person proposes and another decides, as far as all of it is answered alike. */
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
