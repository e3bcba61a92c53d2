package org.fundtrail.funding.allocation;

import static org.fundtrail.common.ApprovalStatus.APPROVED;
import static org.fundtrail.common.ApprovalStatus.PROPOSED;
import static org.fundtrail.common.ApprovalStatus.REJECTED;
import static org.fundtrail.common.ApprovalStatus.RETURNED;
import static org.fundtrail.common.ApprovalStatus.WITHDRAWN;

import java.util.Set;
import org.fundtrail.common.Duty;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/** The life of an allocation: in force once an approver who is no author says so. */
enum AllocationStep implements Step {
    RECORD(Edge.first(PROPOSED, Role.FUNDING_OFFICER)),
    CHANGE(Edge.of(RETURNED, PROPOSED, Role.FUNDING_OFFICER, Duty.INITIATE)),
    APPROVE(Edge.of(PROPOSED, APPROVED, Role.APPROVER, Duty.APPROVE)),
    RETURN(Edge.of(PROPOSED, RETURNED, Role.APPROVER, Duty.APPROVE).withReason()),
    REJECT(Edge.of(PROPOSED, REJECTED, Role.APPROVER, Duty.APPROVE).withReason()),
    WITHDRAW(Edge.withdrawal(Set.of(PROPOSED, RETURNED), WITHDRAWN, Role.FUNDING_OFFICER));

    private final Edge edge;

    AllocationStep(Edge edge) {
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
