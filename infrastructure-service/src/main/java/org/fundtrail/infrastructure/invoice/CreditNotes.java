package org.fundtrail.infrastructure.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.invoice.CreditNoteTerms;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;

/** What people can do with credit notes. */
@ApplicationScoped
class CreditNotes {
    private final EntityManager entities;
    private final Invoices invoices;
    private final InvoiceBooks books;
    private final SupplierNumbers numbers;
    private final Journal journal;

    CreditNotes(
            EntityManager entities, Invoices invoices, InvoiceBooks books, SupplierNumbers numbers, Journal journal) {
        this.entities = entities;
        this.invoices = invoices;
        this.books = books;
        this.numbers = numbers;
        this.journal = journal;
    }

    /** Takes back of an approved invoice, whether it was paid or not; never more than is left of it. */
    @Transactional
    CreditNote record(UUID invoiceId, CreditNoteTerms terms, Writer by) {
        var invoice = invoices.locked(invoiceId, null, by);
        Values.check(terms, by.today());
        if (!invoice.isApproved()) {
            throw Refusal.of(JournalRule.WRONG_STATE, "status", invoice.status().name(), "action", "credited");
        }
        if (numbers.isCredited(invoice.id(), terms.number())) {
            throw Refusal.ofField(InfrastructureRule.CREDIT_NOTE_NUMBER_TAKEN, "number");
        }
        var left = books.left(invoice);
        mustBeLeft("net", terms.net(), Acceptance.sum(left.net()));
        mustBeLeft("vat", terms.vat(), Acceptance.sum(left.vat()));
        entities.lock(invoice, LockModeType.PESSIMISTIC_FORCE_INCREMENT); // it shows what is left of it
        var note = new CreditNote(terms, invoice, by);
        note.persist();
        var change = Change.recorded(note, Role.PROJECT_OFFICER, by)
                .because(terms.reason())
                .on(terms.issuedOn());
        books.credit(change, invoice, terms.net(), terms.vat());
        journal.write(change);
        return note;
    }

    private static void mustBeLeft(String field, Money amount, Money left) {
        if (amount.compareTo(left) > 0) {
            throw Refusal.ofField(
                    InfrastructureRule.CREDIT_ABOVE_INVOICE,
                    field,
                    "available",
                    left.toString(),
                    "amount",
                    amount.toString());
        }
    }

    /** The credit note, if the reader sees it. */
    CreditNote find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(CreditNote.class, id), reader);
    }

    /** Those of an invoice that was looked up, the first first. */
    List<CreditNote> of(UUID invoice) {
        return entities.createQuery(
                        "FROM CreditNote n WHERE n.invoice.id = :invoice ORDER BY n.recordedAt, n.id", CreditNote.class)
                .setParameter("invoice", invoice)
                .getResultList();
    }
}
