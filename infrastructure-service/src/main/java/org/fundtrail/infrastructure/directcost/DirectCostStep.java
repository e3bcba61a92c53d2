package org.fundtrail.infrastructure.directcost;

import static org.fundtrail.common.ApprovalStatus.APPROVED;
import static org.fundtrail.common.ApprovalStatus.PROPOSED;
import static org.fundtrail.common.ApprovalStatus.REJECTED;
import static org.fundtrail.common.ApprovalStatus.RETURNED;
import static org.fundtrail.common.ApprovalStatus.REVERSAL_PROPOSED;
import static org.fundtrail.common.ApprovalStatus.REVERSED;
import static org.fundtrail.common.ApprovalStatus.WITHDRAWN;

import org.fundtrail.common.Duty;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/** The life of a direct cost: a proposal on a cost line that can be reversed, since no later one takes back what a person was paid. */
enum DirectCostStep implements Step {
    RECORD(Edge.first(PROPOSED, Role.PROJECT_OFFICER)),
    CHANGE(Edge.change(RETURNED, PROPOSED, Role.PROJECT_OFFICER)),
    APPROVE(Edge.approval(PROPOSED, APPROVED)),
    RETURN(Edge.refusal(PROPOSED, RETURNED)),
    REJECT(Edge.refusal(PROPOSED, REJECTED)),
    WITHDRAW(Edge.withdrawal(WITHDRAWN, Role.PROJECT_OFFICER, PROPOSED, RETURNED)),
    REVERSE(Edge.reversal(APPROVED, REVERSAL_PROPOSED, Role.PROJECT_OFFICER)),
    APPROVE_REVERSAL(Edge.approval(REVERSAL_PROPOSED, REVERSED)),
    REFUSE_REVERSAL(Edge.refusal(REVERSAL_PROPOSED, APPROVED));

    private final Edge edge;

    DirectCostStep(Edge edge) {
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
