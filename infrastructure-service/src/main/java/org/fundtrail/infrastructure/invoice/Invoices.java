package org.fundtrail.infrastructure.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.invoice.InvoiceDecision;
import org.fundtrail.infrastructure.api.invoice.InvoiceDispute;
import org.fundtrail.infrastructure.api.invoice.InvoiceMatch;
import org.fundtrail.infrastructure.api.invoice.InvoicePayment;
import org.fundtrail.infrastructure.api.invoice.InvoiceTerms;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.contract.Contracts;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What people can do with invoices. */
@ApplicationScoped
public class Invoices {
    private final EntityManager entities;
    private final Contracts contracts;
    private final CostLines costLines;
    private final Acceptance acceptance;
    private final InvoiceBooks books;
    private final Eligibility eligibility;
    private final SupplierNumbers numbers;
    private final Steps steps;
    private final Journal journal;

    Invoices(
            EntityManager entities,
            Contracts contracts,
            CostLines costLines,
            Acceptance acceptance,
            InvoiceBooks books,
            Eligibility eligibility,
            SupplierNumbers numbers,
            Steps steps,
            Journal journal) {
        this.entities = entities;
        this.contracts = contracts;
        this.costLines = costLines;
        this.acceptance = acceptance;
        this.books = books;
        this.eligibility = eligibility;
        this.numbers = numbers;
        this.steps = steps;
        this.journal = journal;
    }

    /** Records an invoice that was received; somebody else has to match it. */
    @Transactional
    Invoice record(InvoiceTerms terms, Writer by) {
        Values.check(terms, by.today());
        var contract = inForce(contracts.named(terms.contract(), "contract", by), by);
        var invoice = new Invoice(terms, named(terms, contract, by), by);
        mustBeSingle(invoice, terms);
        var change = steps.take(invoice, InvoiceStep.RECORD, null, by);
        invoice.persist();
        journal.write(change.on(invoice.issuedOn()));
        return invoice;
    }

    /** Says what a returned invoice should say instead; it has to be matched again. */
    @Transactional
    Invoice change(UUID id, Integer readVersion, InvoiceTerms terms, Writer by) {
        Values.check(terms, by.today());
        var named = contracts.named(terms.contract(), "contract", by);
        var invoice = locked(id, readVersion, by);
        var change = steps.take(invoice, InvoiceStep.CHANGE, null, by);
        var contract = named.equals(invoice.contract().id()) ? invoice.contract() : inForce(named, by);
        invoice.say(terms, named(terms, contract, by));
        mustBeSingle(invoice, terms);
        journal.write(change.on(invoice.issuedOn()));
        return invoice;
    }

    /** The contract, as it stays while something is invoiced on it. */
    private Contract inForce(UUID id, Writer by) {
        var contract = contracts.locked(id, by);
        contract.mustBeInForce();
        return contract;
    }

    private Invoice.Named named(InvoiceTerms terms, Contract contract, Writer by) {
        var costLine =
                terms.costLine() == null ? null : costLines.named(terms.costLine(), "costLine", contract.project(), by);
        acceptance.mustCount(costLine, contract);
        if (terms.acceptance() != null) {
            acceptance.mustBeElsewhere(contract);
        }
        var certificate =
                terms.certificate() == null ? null : acceptance.certificate(terms.certificate(), contract, by);
        return new Invoice.Named(contract, certificate, costLine);
    }

    /** Refuses another one of its number unless it says why; the database lets no two pass that say nothing. */
    private void mustBeSingle(Invoice invoice, InvoiceTerms terms) {
        var isTaken =
                numbers.isTaken(invoice.institution(), terms.supplier().identifier(), terms.number(), invoice.id());
        if (isTaken && !invoice.isOverriding()) {
            throw Refusal.ofField(InfrastructureRule.INVOICE_NUMBER_TAKEN, "number");
        }
        if (!isTaken && invoice.isOverriding()) {
            throw Refusal.ofField(InfrastructureRule.OVERRIDE_NOT_NEEDED, "override");
        }
    }

    /** Says by what it is accepted. */
    @Transactional
    Invoice match(UUID id, Integer readVersion, InvoiceMatch match, Writer by) {
        Values.check(match, by.today());
        var invoice = locked(id, readVersion, by);
        var change = steps.take(invoice, InvoiceStep.MATCH, null, by);
        if (match.acceptance() != null) {
            invoice.acceptedElsewhere(match.acceptance());
        } else if (match.certificate() != null) {
            invoice.acceptedBy(acceptance.certificate(match.certificate(), invoice.contract(), by));
        }
        acceptance.mustFit(invoice);
        journal.write(change);
        return invoice;
    }

    /** Approves, returns or rejects; an approved one is invoiced from the day on which it was issued. */
    @Transactional
    Invoice decide(UUID id, Integer readVersion, InvoiceDecision said, Writer by) {
        Values.check(said, by.today());
        var step = Step.decided(InvoiceStep.class, new Decision(said.outcome(), said.reason()));
        var invoice = locked(id, readVersion, by);
        if (step == InvoiceStep.APPROVE) {
            return approve(invoice, said, by);
        }
        journal.write(steps.take(invoice, step, said.reason(), by).on(invoice.issuedOn()));
        return invoice;
    }

    private Invoice approve(Invoice invoice, InvoiceDecision said, Writer by) {
        steps.mustBeOpen(invoice, InvoiceStep.APPROVE, said.reason(), by);
        acceptance.mustFit(invoice);
        var accepted = acceptance.of(invoice);
        acceptance.mustBeEnough(invoice, accepted, said.reason());
        var shared = accepted.shared(invoice);
        var eligible = eligibility.of(invoice, shared);
        if (said.eligible() != null) {
            mustBeLower(said, eligible);
        }
        var isAnotherPaper = Boolean.TRUE.equals(said.anotherPaper());
        var first = sharing(invoice, isAnotherPaper);
        var change = steps.take(invoice, InvoiceStep.APPROVE, said.reason(), by).on(invoice.issuedOn());
        invoice.fix(said.eligible() == null ? eligible : said.eligible());
        invoice.isAnotherPaper(isAnotherPaper, first);
        books.approve(change, invoice, shared);
        journal.write(change);
        return invoice;
    }

    /** With which it shares what can be claimed, or null; who is approved at the same time waits. */
    private Invoice sharing(Invoice invoice, boolean isAnotherPaper) {
        if (isAnotherPaper && !invoice.isOverriding()) {
            throw Refusal.ofField(InfrastructureRule.NOT_OVERRIDING, "anotherPaper");
        }
        var first = isAnotherPaper ? null : numbers.approvedBefore(invoice.id());
        return first == null ? null : entities.find(Invoice.class, first);
    }

    private static void mustBeLower(InvoiceDecision said, Money computed) {
        if (said.eligible().compareTo(computed) > 0) {
            throw Refusal.ofField(
                    InfrastructureRule.ELIGIBLE_ABOVE_COMPUTED, "eligible", "computed", computed.toString());
        }
        if (said.eligible().compareTo(computed) < 0 && said.reason() == null) {
            throw Refusal.ofField(JournalRule.REASON_REQUIRED, "reason", "action", "lower what is eligible");
        }
    }

    /** Says that what is left of it was paid. */
    @Transactional
    Invoice pay(UUID id, Integer readVersion, InvoicePayment payment, Writer by) {
        Values.check(payment, by.today());
        var invoice = locked(id, readVersion, by);
        var change = steps.take(invoice, InvoiceStep.PAY, null, by).on(payment.paidOn());
        if (!books.isLeft(invoice)) {
            throw Refusal.of(InfrastructureRule.NOTHING_TO_PAY);
        }
        invoice.paid(payment);
        books.pay(change, invoice);
        journal.write(change);
        return invoice;
    }

    /** Nobody goes on with it until that is resolved. */
    @Transactional
    Invoice dispute(UUID id, Integer readVersion, InvoiceDispute dispute, Writer by) {
        Values.check(dispute, by.today());
        return take(id, readVersion, InvoiceStep.DISPUTE, dispute.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day. */
    @Transactional
    Invoice take(UUID id, Integer readVersion, InvoiceStep step, String reason, LocalDate on, Writer by) {
        var invoice = locked(id, readVersion, by);
        journal.write(steps.take(invoice, step, reason, by).on(on == null ? by.today() : on));
        return invoice;
    }

    /** The invoice, if the reader sees it. */
    Invoice find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Invoice.class, id), reader);
    }

    /** The project first, then the contract, and then its invoice, as everybody locks them. */
    Invoice locked(UUID id, Integer readVersion, Writer by) {
        contracts.locked(Parents.of(entities, Invoice.class, "contract", id), by);
        var invoice = Recorded.own(entities.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        invoice.mustBe(readVersion);
        return invoice;
    }

    List<Invoice> list(Listing<Invoice> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
