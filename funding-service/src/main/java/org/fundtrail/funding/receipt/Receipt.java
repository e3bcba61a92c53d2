package org.fundtrail.funding.receipt;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.receipt.ReceiptStatus;
import org.fundtrail.funding.api.receipt.ReceiptTerms;
import org.fundtrail.funding.api.receipt.ReceiptType;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.journal.Caller;
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

    @Enumerated(EnumType.STRING)
    private ReceiptType kind;

    private BigDecimal amount;
    private String currency;
    private LocalDate valueDate;
    private String bankReference;

    protected Receipt() {}

    Receipt(Allocation allocation, ReceiptTerms terms, Writer by) {
        super(by);
        this.allocation = allocation;
        kind = terms.kind();
        amount = terms.amount().amount();
        currency = terms.amount().currency();
        valueDate = terms.valueDate();
        bankReference = terms.bankReference();
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

    ReceiptType kind() {
        return kind;
    }

    Money amount() {
        return new Money(amount, currency);
    }

    LocalDate valueDate() {
        return valueDate;
    }

    String bankReference() {
        return bankReference;
    }

    /** It as its readers see it. */
    ReceiptView view(Life life, Persons persons, Caller reader, Money counted) {
        return new ReceiptView(
                id(),
                allocation().subject(),
                kind(),
                amount(),
                valueDate(),
                bankReference(),
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
        return new Subject("receipt", id, bankReference);
    }

    @Override
    public Subject parent() {
        return allocation.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Map.of("amount", amount.toPlainString(), "currency", currency);
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("status", status.name());
        facts.put("allocation", allocation.reference());
        facts.put("allocationId", allocation.id().toString());
        facts.put("kind", kind.name());
        facts.put("amount", amount.toPlainString());
        facts.put("currency", currency);
        facts.put("valueDate", valueDate.toString());
        facts.put("bankReference", bankReference);
        return facts;
    }
}
