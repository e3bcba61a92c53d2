package org.fundtrail.funding.costoption;

import static org.fundtrail.common.ApprovalStatus.APPROVED;
import static org.fundtrail.common.ApprovalStatus.PROPOSED;
import static org.fundtrail.common.ApprovalStatus.REJECTED;
import static org.fundtrail.common.ApprovalStatus.RETURNED;
import static org.fundtrail.common.ApprovalStatus.WITHDRAWN;

import org.fundtrail.common.Duty;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/** The life of a cost option: claims rest on it once an approver who is no author says so. */
enum CostOptionStep implements Step {
    RECORD(Edge.first(PROPOSED, Role.FUNDING_OFFICER)),
    CHANGE(Edge.change(RETURNED, PROPOSED, Role.FUNDING_OFFICER)),
    APPROVE(Edge.approval(PROPOSED, APPROVED)),
    RETURN(Edge.refusal(PROPOSED, RETURNED)),
    REJECT(Edge.refusal(PROPOSED, REJECTED)),
    WITHDRAW(Edge.withdrawal(WITHDRAWN, Role.FUNDING_OFFICER, PROPOSED, RETURNED));

    private final Edge edge;

    CostOptionStep(Edge edge) {
        this.edge = edge;
    }

    @Override
    public Edge edge() {
        return edge;
    }

    @Override
    public String action() {
        return edge.duty() == Duty.APPROVE ? "decide" : Step.super.action();
    }
}
