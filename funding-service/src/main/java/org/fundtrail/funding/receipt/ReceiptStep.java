package org.fundtrail.funding.receipt;

import static org.fundtrail.funding.api.receipt.ReceiptStatus.CONFIRMED;
import static org.fundtrail.funding.api.receipt.ReceiptStatus.RECORDED;
import static org.fundtrail.funding.api.receipt.ReceiptStatus.REFUSED;
import static org.fundtrail.funding.api.receipt.ReceiptStatus.WITHDRAWN;

import org.fundtrail.common.Duty;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/** The life of a receipt: an officer records what arrived, an accountant confirms it against the bank (FR 115). */
enum ReceiptStep implements Step {
    RECORD(Edge.first(RECORDED, Role.FUNDING_OFFICER)),
    CONFIRM(Edge.of(RECORDED, CONFIRMED, Role.ACCOUNTANT, Duty.APPROVE)),
    REFUSE(Edge.of(RECORDED, REFUSED, Role.ACCOUNTANT, Duty.APPROVE).withReason()),
    WITHDRAW(Edge.withdrawal(WITHDRAWN, Role.FUNDING_OFFICER, RECORDED));

    private final Edge edge;

    ReceiptStep(Edge edge) {
        this.edge = edge;
    }

    @Override
    public Edge edge() {
        return edge;
    }
}
