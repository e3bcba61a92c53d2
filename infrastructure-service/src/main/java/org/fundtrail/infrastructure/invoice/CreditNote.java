package org.fundtrail.infrastructure.invoice;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.invoice.CreditNoteTerms;
import org.fundtrail.infrastructure.api.invoice.CreditNoteView;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Recorded;
import org.hibernate.annotations.EmbeddableInstantiator;

/** What a supplier takes back of an approved invoice, which itself stays as it was approved. It counts at once and is never changed. */
@Entity
@Table(name = "credit_note")
public class CreditNote extends Recorded {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Invoice invoice;

    @EmbeddableInstantiator(Kept.class)
    private CreditNoteTerms terms;

    /** What is kept of its terms: everything. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(CreditNoteTerms.class);
        }
    }

    protected CreditNote() {}

    CreditNote(CreditNoteTerms terms, Invoice invoice, Writer by) {
        super(by);
        this.invoice = invoice;
        this.terms = terms;
    }

    Invoice invoice() {
        return invoice;
    }

    LocalDate issuedOn() {
        return terms.issuedOn();
    }

    /** It as its readers see it. */
    CreditNoteView view(Persons persons) {
        return new CreditNoteView(
                id(),
                terms.number(),
                invoice.named(),
                terms.issuedOn(),
                terms.net(),
                terms.vat(),
                terms.gross(),
                terms.reason(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version());
    }

    @Override
    public Subject subject() {
        return new Subject("credit-note", id, terms.number());
    }

    @Override
    public Subject parent() {
        return invoice.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(terms.gross(), invoice.contract().project().reference());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("invoice", invoice.number(), "invoiceId", invoice.id())
                .asMap();
    }
}
