package org.fundtrail.funding.receipt;

import static org.fundtrail.funding.api.receipt.ReceiptStatus.CONFIRMED;
import static org.fundtrail.funding.api.receipt.ReceiptStatus.RECORDED;
import static org.fundtrail.funding.api.receipt.ReceiptStatus.REFUSED;
import static org.fundtrail.funding.api.receipt.ReceiptStatus.REVERSAL_PROPOSED;
import static org.fundtrail.funding.api.receipt.ReceiptStatus.REVERSED;
import static org.fundtrail.funding.api.receipt.ReceiptStatus.WITHDRAWN;

import org.fundtrail.common.Duty;
import org.fundtrail.funding.api.receipt.ReceiptStatus;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/** The life of a receipt: an officer records what arrived, an accountant confirms it against the bank (FR 115). */
enum ReceiptStep implements Step {
    RECORD(Edge.first(RECORDED, Role.FUNDING_OFFICER)),
    CONFIRM(Edge.of(RECORDED, CONFIRMED, Role.ACCOUNTANT, Duty.APPROVE)),
    REFUSE(Edge.of(RECORDED, REFUSED, Role.ACCOUNTANT, Duty.APPROVE).withReason()),
    WITHDRAW(Edge.withdrawal(WITHDRAWN, Role.FUNDING_OFFICER, RECORDED)),
    REVERSE(Edge.reversal(CONFIRMED, REVERSAL_PROPOSED, Role.FUNDING_OFFICER)),
    APPROVE_REVERSAL(Edge.of(REVERSAL_PROPOSED, REVERSED, Role.ACCOUNTANT, Duty.APPROVE)),
    REFUSE_REVERSAL(
            Edge.of(REVERSAL_PROPOSED, CONFIRMED, Role.ACCOUNTANT, Duty.APPROVE).withReason());

    private final Edge edge;

    ReceiptStep(Edge edge) {
        this.edge = edge;
    }

    @Override
    public Edge edge() {
        return edge;
    }

    /** What an accountant says is one action, of a receipt and of its reversal alike. */
    @Override
    public String action() {
        return switch (this) {
            case APPROVE_REVERSAL -> CONFIRM.action();
            case REFUSE_REVERSAL -> REFUSE.action();
            default -> Step.super.action();
        };
    }

    /** The accountant's yes to what waits: that it was received, or that it was not after all. */
    static ReceiptStep yes(ReceiptStatus status) {
        return status == REVERSAL_PROPOSED ? APPROVE_REVERSAL : CONFIRM;
    }

    /** Their no. */
    static ReceiptStep no(ReceiptStatus status) {
        return status == REVERSAL_PROPOSED ? REFUSE_REVERSAL : REFUSE;
    }
}
