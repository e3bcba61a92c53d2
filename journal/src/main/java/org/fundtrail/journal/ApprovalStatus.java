package org.fundtrail.journal;

import java.util.Set;
import org.fundtrail.common.Refusal;

/**
 * The life cycle of what an approver decides on. Each line: a state, and where it may go from there.
 *
 * <pre>
 * PROPOSED  -> APPROVED | RETURNED | REJECTED   by an approver who is no author, with a reason unless approved
 * RETURNED  -> PROPOSED                         by an officer who changes it and sends it again
 * APPROVED, REJECTED                            final
 * </pre>
 */
public enum ApprovalStatus {
    PROPOSED,
    APPROVED,
    RETURNED,
    REJECTED;

    public Set<ApprovalStatus> next() {
        return switch (this) {
            case PROPOSED -> Set.of(APPROVED, RETURNED, REJECTED);
            case RETURNED -> Set.of(PROPOSED);
            case APPROVED, REJECTED -> Set.of();
        };
    }

    /** The state that was asked for, or a refusal that names the present one. */
    public ApprovalStatus to(ApprovalStatus wanted) {
        if (!next().contains(wanted)) {
            throw Refusal.of(
                    JournalRule.WRONG_STATE, "status", name(), "action", wanted == PROPOSED ? "changed" : "decided");
        }
        return wanted;
    }
}
