package org.fundtrail.infrastructure.estimate;

import static org.fundtrail.common.ApprovalStatus.APPROVED;
import static org.fundtrail.common.ApprovalStatus.PROPOSED;
import static org.fundtrail.common.ApprovalStatus.REJECTED;
import static org.fundtrail.common.ApprovalStatus.RETURNED;
import static org.fundtrail.common.ApprovalStatus.WITHDRAWN;

import org.fundtrail.common.Duty;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/** The life of a choice of baseline: it counts once an approver who did not propose it says so. Another choice is another proposal. */
enum BaselineStep implements Step {
    PROPOSE(Edge.first(PROPOSED, Role.PROJECT_OFFICER).withReason()),
    APPROVE(Edge.approval(PROPOSED, APPROVED)),
    RETURN(Edge.refusal(PROPOSED, RETURNED)),
    REJECT(Edge.refusal(PROPOSED, REJECTED)),
    WITHDRAW(Edge.withdrawal(WITHDRAWN, Role.PROJECT_OFFICER, PROPOSED));

    private final Edge edge;

    BaselineStep(Edge edge) {
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
