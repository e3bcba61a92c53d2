package org.fundtrail.infrastructure.variation;

import static org.fundtrail.infrastructure.api.variation.VariationStatus.APPROVED;
import static org.fundtrail.infrastructure.api.variation.VariationStatus.PENDING;
import static org.fundtrail.infrastructure.api.variation.VariationStatus.POTENTIAL;
import static org.fundtrail.infrastructure.api.variation.VariationStatus.REJECTED;
import static org.fundtrail.infrastructure.api.variation.VariationStatus.RETURNED;
import static org.fundtrail.infrastructure.api.variation.VariationStatus.WITHDRAWN;

import org.fundtrail.common.Duty;
import org.fundtrail.infrastructure.api.variation.VariationState;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/** The life of a variation: noticed, submitted, and counted once an approver who is no author says so. Only what is pending is decided. */
enum VariationStep implements Step {
    RECORD(Edge.first(POTENTIAL, Role.PROJECT_OFFICER)),
    PROPOSE(Edge.first(PENDING, Role.PROJECT_OFFICER)),
    SUBMIT(Edge.change(POTENTIAL, PENDING, Role.PROJECT_OFFICER)),
    CHANGE(Edge.change(RETURNED, PENDING, Role.PROJECT_OFFICER)),
    APPROVE(Edge.approval(PENDING, APPROVED)),
    RETURN(Edge.refusal(PENDING, RETURNED)),
    REJECT(Edge.refusal(PENDING, REJECTED)),
    WITHDRAW(Edge.withdrawal(WITHDRAWN, Role.PROJECT_OFFICER, POTENTIAL, PENDING, RETURNED));

    private final Edge edge;

    VariationStep(Edge edge) {
        this.edge = edge;
    }

    /** The one that makes it. */
    static VariationStep first(VariationState state) {
        return state == VariationState.POTENTIAL ? RECORD : PROPOSE;
    }

    @Override
    public Edge edge() {
        return edge;
    }

    @Override
    public String action() {
        return edge.duty() == Duty.APPROVE ? "decide" : Step.super.action();
    }

    @Override
    public String past() {
        return this == SUBMIT ? "submitted" : Step.super.past();
    }

    @Override
    public boolean hasAddress() {
        return this != SUBMIT && Step.super.hasAddress();
    }
}
