package org.fundtrail.funding.recovery;

import static org.fundtrail.funding.api.recovery.RecoveryStatus.ESTABLISHED;
import static org.fundtrail.funding.api.recovery.RecoveryStatus.ORDERED;
import static org.fundtrail.funding.api.recovery.RecoveryStatus.REJECTED;
import static org.fundtrail.funding.api.recovery.RecoveryStatus.RETURNED;
import static org.fundtrail.funding.api.recovery.RecoveryStatus.WAIVED;
import static org.fundtrail.funding.api.recovery.RecoveryStatus.WITHDRAWN;

import org.fundtrail.common.Decision;
import org.fundtrail.common.Duty;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/**
 * The life of a recovery (FR 98-99): a funding officer establishes it, or the system where a credit note takes back what was paid; an approver
 * orders it, an accountant takes the money or keeps it back from another claim, and only an approver waives it. When that claim
 * comes back, what was kept back from it is due again.
 */
enum RecoveryStep implements Step {
    RECORD(Edge.first(ESTABLISHED, Role.FUNDING_OFFICER)),
    PROPOSE(Edge.first(ESTABLISHED, Role.SYSTEM)),
    CHANGE(Edge.change(RETURNED, ESTABLISHED, Role.FUNDING_OFFICER)),
    ORDER(Edge.approval(ESTABLISHED, ORDERED)),
    RETURN(Edge.refusal(ESTABLISHED, RETURNED)),
    REJECT(Edge.refusal(ESTABLISHED, REJECTED)),
    PAY(Edge.of(ORDERED, RecoveryStatus.PAID, Role.ACCOUNTANT, Duty.PAY)),
    OFFSET(Edge.of(ORDERED, RecoveryStatus.OFFSET, Role.ACCOUNTANT, Duty.PAY)),
    RELEASE_OFFSET(Edge.of(RecoveryStatus.OFFSET, ORDERED, Role.SYSTEM, null)),
    WAIVE(Edge.refusal(ORDERED, WAIVED)),
    WITHDRAW(Edge.withdrawal(WITHDRAWN, Role.FUNDING_OFFICER, ESTABLISHED, RETURNED));

    private final Edge edge;

    RecoveryStep(Edge edge) {
        this.edge = edge;
    }

    /** The step that a decision means. */
    static RecoveryStep decided(Decision.Outcome outcome, String reason) {
        if (outcome == Decision.Outcome.APPROVED) {
            return ORDER;
        }
        boolean isReturn = outcome == Decision.Outcome.RETURNED;
        if (reason == null) {
            throw Refusal.ofField(JournalRule.REASON_REQUIRED, "reason", "action", isReturn ? "return" : "reject");
        }
        return isReturn ? RETURN : REJECT;
    }

    /** Whether it recovers less after that, or nothing. */
    boolean leavesMoreToRecover() {
        return this == CHANGE || this == REJECT || this == WITHDRAW;
    }

    @Override
    public Edge edge() {
        return edge;
    }

    @Override
    public String action() {
        return switch (this) {
            case ORDER, RETURN, REJECT -> "decide";
            default -> Step.super.action();
        };
    }

    @Override
    public String past() {
        return switch (this) {
            case PROPOSE -> "established";
            case PAY -> "paid";
            case OFFSET -> "offset";
            case RELEASE_OFFSET -> "offset-released";
            default -> Step.super.past();
        };
    }

    /** What is ordered waits for the money; the approver may still waive it, and is not waited for. */
    @Override
    public boolean isAwaited() {
        return this != WAIVE && Step.super.isAwaited();
    }
}
