package org.fundtrail.funding.claim;

import static org.fundtrail.funding.api.claim.ClaimStatus.AUTHORISED;
import static org.fundtrail.funding.api.claim.ClaimStatus.CLOCK_STOPPED;
import static org.fundtrail.funding.api.claim.ClaimStatus.DRAFT;
import static org.fundtrail.funding.api.claim.ClaimStatus.PAID;
import static org.fundtrail.funding.api.claim.ClaimStatus.REJECTED;
import static org.fundtrail.funding.api.claim.ClaimStatus.RETURNED;
import static org.fundtrail.funding.api.claim.ClaimStatus.REVERSAL_PROPOSED;
import static org.fundtrail.funding.api.claim.ClaimStatus.SUBMITTED;
import static org.fundtrail.funding.api.claim.ClaimStatus.VERIFIED;
import static org.fundtrail.funding.api.claim.ClaimStatus.WITHDRAWN;

import java.util.Locale;
import java.util.Set;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Duty;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/**
 * The life of a claim, from hand to hand of four people (FR 74, 111, 115): a funding officer submits it, another one verifies it, an approver
 * authorises it, an accountant pays it. Whoever verifies also stops and starts the clock.
 */
enum ClaimStep implements Step {
    RECORD(Edge.first(DRAFT, Role.FUNDING_OFFICER)),
    CHANGE(by(Duty.INITIATE, Role.FUNDING_OFFICER, DRAFT, DRAFT, RETURNED)),
    SUBMIT(by(Duty.INITIATE, Role.FUNDING_OFFICER, SUBMITTED, DRAFT, RETURNED)),
    STOP_CLOCK(by(Duty.VERIFY, Role.FUNDING_OFFICER, CLOCK_STOPPED, SUBMITTED).withReason()),
    START_CLOCK(by(Duty.VERIFY, Role.FUNDING_OFFICER, SUBMITTED, CLOCK_STOPPED)),
    VERIFY(by(Duty.VERIFY, Role.FUNDING_OFFICER, VERIFIED, SUBMITTED)),
    SEND_BACK(by(Duty.VERIFY, Role.FUNDING_OFFICER, RETURNED, SUBMITTED, CLOCK_STOPPED)
            .withReason()),
    REFUSE(by(Duty.VERIFY, Role.FUNDING_OFFICER, REJECTED, SUBMITTED, CLOCK_STOPPED)
            .withReason()),
    AUTHORISE(by(Duty.APPROVE, Role.APPROVER, AUTHORISED, VERIFIED)),
    RETURN(by(Duty.APPROVE, Role.APPROVER, RETURNED, VERIFIED, AUTHORISED).withReason()),
    REJECT(by(Duty.APPROVE, Role.APPROVER, REJECTED, VERIFIED, AUTHORISED).withReason()),
    PAY(by(Duty.PAY, Role.ACCOUNTANT, PAID, AUTHORISED)),
    WITHDRAW(Edge.withdrawal(WITHDRAWN, Role.FUNDING_OFFICER, DRAFT, RETURNED, SUBMITTED, CLOCK_STOPPED)
            .withReason()),
    REVERSE(Edge.reversal(PAID, REVERSAL_PROPOSED, Role.FUNDING_OFFICER)),
    APPROVE_REVERSAL(by(Duty.APPROVE, Role.APPROVER, AUTHORISED, REVERSAL_PROPOSED)),
    REFUSE_REVERSAL(by(Duty.APPROVE, Role.APPROVER, PAID, REVERSAL_PROPOSED).withReason());

    private final Edge edge;

    ClaimStep(Edge edge) {
        this.edge = edge;
    }

    private static Edge by(Duty duty, String role, ClaimStatus to, ClaimStatus... from) {
        return new Edge(Set.of(from), to, role, duty, false, false);
    }

    /** The step that a verification means. */
    static ClaimStep verifying(Decision.Outcome outcome, String reason) {
        return meant(outcome, reason, VERIFY, SEND_BACK, REFUSE);
    }

    /** The step that a decision of the authorising officer means. */
    static ClaimStep authorising(Decision.Outcome outcome, String reason) {
        return meant(outcome, reason, AUTHORISE, RETURN, REJECT);
    }

    /** The same, where the claim was paid and what waits is that it was not after all. */
    static ClaimStep reversing(Decision.Outcome outcome, String reason) {
        return meant(outcome, reason, APPROVE_REVERSAL, REFUSE_REVERSAL, REFUSE_REVERSAL);
    }

    private static ClaimStep meant(
            Decision.Outcome outcome, String reason, ClaimStep approved, ClaimStep returned, ClaimStep rejected) {
        if (outcome != Decision.Outcome.APPROVED && reason == null) {
            throw Refusal.ofField(
                    JournalRule.REASON_REQUIRED,
                    "reason",
                    "action",
                    outcome == Decision.Outcome.RETURNED ? "return" : "reject");
        }
        return switch (outcome) {
            case APPROVED -> approved;
            case RETURNED -> returned;
            case REJECTED -> rejected;
        };
    }

    /** Whether it gives back all that the claim took. */
    boolean givesBack() {
        return edge.to() == RETURNED || edge.to() == REJECTED || edge.to() == WITHDRAWN;
    }

    @Override
    public Edge edge() {
        return edge;
    }

    @Override
    public String action() {
        return switch (this) {
            case STOP_CLOCK, START_CLOCK -> "clock";
            case VERIFY, SEND_BACK, REFUSE -> "verify";
            case AUTHORISE, RETURN, REJECT, APPROVE_REVERSAL, REFUSE_REVERSAL -> "authorise";
            default -> Step.super.action();
        };
    }

    @Override
    public String past() {
        return switch (this) {
            case SUBMIT -> "submitted";
            case STOP_CLOCK -> "clock-stopped";
            case START_CLOCK -> "clock-started";
            case VERIFY -> "verified";
            case SEND_BACK -> "sent-back";
            case PAY -> "paid";
            default -> Step.super.past().toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public boolean hasAddress() {
        return !isReversing();
    }

    /** An authorised claim waits for who pays it; the approver may still take it back, and is not waited for. */
    @Override
    public boolean isAwaited() {
        return this != RETURN && this != REJECT && Step.super.isAwaited();
    }
}
