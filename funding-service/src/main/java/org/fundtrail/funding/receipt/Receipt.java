package org.fundtrail.funding.receipt;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.receipt.ReceiptStatus;
import org.fundtrail.funding.api.receipt.ReceiptTerms;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.DynamicUpdate;

/** Money that arrived on an allocation: an officer records it, an accountant confirms it against the bank. */
@Entity
@Table(name = "receipt")
@DynamicUpdate
public class Receipt extends Stepped {

    @Enumerated(EnumType.STRING)
    private ReceiptStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    private Allocation allocation;

    private ReceiptTerms terms;

    protected Receipt() {}

    Receipt(Allocation allocation, ReceiptTerms terms, Writer by) {
        super(by);
        this.allocation = allocation;
        this.terms = terms;
    }

    @Override
    public ReceiptStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ReceiptStatus) next;
    }

    Allocation allocation() {
        return allocation;
    }

    Money amount() {
        return terms.amount();
    }

    LocalDate valueDate() {
        return terms.valueDate();
    }

    /** It as its readers see it. */
    ReceiptView view(Life life, Persons persons, Caller reader, Money counted) {
        return new ReceiptView(
                id(),
                allocation().subject(),
                terms.kind(),
                amount(),
                valueDate(),
                terms.bankReference(),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, ReceiptStep.values(), reader),
                life.steps(),
                counted);
    }

    @Override
    public Subject subject() {
        return new Subject("receipt", id, terms.bankReference());
    }

    @Override
    public Subject parent() {
        return allocation.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(amount());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("status", status, "allocation", allocation.reference(), "allocationId", allocation.id())
                .asMap();
    }
}
