package org.fundtrail.infrastructure.invoice;

import static org.fundtrail.infrastructure.api.invoice.InvoiceStatus.APPROVED;
import static org.fundtrail.infrastructure.api.invoice.InvoiceStatus.DISPUTED;
import static org.fundtrail.infrastructure.api.invoice.InvoiceStatus.MATCHED;
import static org.fundtrail.infrastructure.api.invoice.InvoiceStatus.PAID;
import static org.fundtrail.infrastructure.api.invoice.InvoiceStatus.RECEIVED;
import static org.fundtrail.infrastructure.api.invoice.InvoiceStatus.REJECTED;
import static org.fundtrail.infrastructure.api.invoice.InvoiceStatus.RETURNED;
import static org.fundtrail.infrastructure.api.invoice.InvoiceStatus.WITHDRAWN;

import java.util.Set;
import org.fundtrail.common.Duty;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Step;

/** The life of an invoice, from hand to hand of four people: one records it, another matches it, a third answers for it, a fourth pays. */
enum InvoiceStep implements Step {
    RECORD(Edge.first(RECEIVED, Role.PROJECT_OFFICER)),
    CHANGE(Edge.change(RETURNED, RECEIVED, Role.PROJECT_OFFICER)),
    MATCH(Edge.of(RECEIVED, MATCHED, Role.PROJECT_OFFICER, Duty.VERIFY)),
    APPROVE(Edge.approval(MATCHED, APPROVED)),
    RETURN(Edge.refusal(MATCHED, RETURNED)),
    REJECT(Edge.refusal(MATCHED, REJECTED)),
    PAY(Edge.of(APPROVED, PAID, Role.ACCOUNTANT, Duty.PAY)),
    /** Nobody's duty: whoever hears of it says so. */
    DISPUTE(new Edge(Set.of(RECEIVED, MATCHED), DISPUTED, Role.PROJECT_OFFICER, null, true, false)),
    RESOLVE(new Edge(Set.of(DISPUTED), RECEIVED, Role.PROJECT_OFFICER, null, false, false)),
    WITHDRAW(Edge.withdrawal(WITHDRAWN, Role.PROJECT_OFFICER, RECEIVED, RETURNED));

    private final Edge edge;

    InvoiceStep(Edge edge) {
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

    @Override
    public String past() {
        return this == PAY ? "paid" : Step.super.past();
    }

    @Override
    public boolean hasAddress() {
        return this != RESOLVE && Step.super.hasAddress();
    }
}
