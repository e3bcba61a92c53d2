package org.fundtrail.infrastructure.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Dated;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Invoices wait for another project officer, then for an approver, then for an accountant; the amount is gross. */
@ApplicationScoped
class InvoiceKind implements RecordKind {
    /** Of which credit notes have not taken back all. */
    private static final String LEFT =
            "r.gross > (SELECT coalesce(sum(n.gross), 0) FROM infrastructure.credit_note n WHERE n.invoice_id = r.id)";

    private final Invoices invoices;
    private final CreditNotes credits;
    private final Acceptance acceptance;
    private final Eligibility eligibility;
    private final SupplierNumbers numbers;
    private final Balances balances;
    private final Steps steps;
    private final Persons persons;
    private final int paymentDays;

    InvoiceKind(
            Invoices invoices,
            CreditNotes credits,
            Acceptance acceptance,
            Eligibility eligibility,
            SupplierNumbers numbers,
            Balances balances,
            Steps steps,
            Persons persons,
            @ConfigProperty(name = "fundtrail.payment-days", defaultValue = "30") int paymentDays) {
        this.invoices = invoices;
        this.credits = credits;
        this.acceptance = acceptance;
        this.eligibility = eligibility;
        this.numbers = numbers;
        this.balances = balances;
        this.steps = steps;
        this.persons = persons;
        this.paymentDays = paymentDays;
    }

    @Override
    public String type() {
        return "invoice";
    }

    @Override
    public Step[] steps() {
        return InvoiceStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(invoices.find(id, reader), reader);
    }

    /** All that there is to know about one. */
    InvoiceView view(Invoice invoice, Caller reader) {
        var accepted = isOpen(invoice) ? acceptance.of(invoice) : null;
        var alike = numbers.alike(List.of(invoice.id())).getOrDefault(invoice.id(), Alike.NONE);
        var known = new Invoice.Known(
                alike,
                accepted == null ? null : accepted.of(invoice),
                accepted == null ? null : eligible(invoice, accepted),
                left(List.of(invoice)).get(invoice.id()),
                credits.of(invoice.id()).stream()
                        .map(note -> note.view(persons))
                        .toList(),
                due(invoice));
        return invoice.view(known, steps.of(invoice.id()), persons, reader);
    }

    /** Until when it is to be paid (FR 116). */
    private LocalDate due(Invoice invoice) {
        return invoice.issuedOn().plusDays(paymentDays);
    }

    private Money eligible(Invoice invoice, Accepted accepted) {
        return Accepted.isNothing(accepted.net()) ? null : eligibility.of(invoice, accepted.shared(invoice));
    }

    private static boolean isOpen(Invoice invoice) {
        return switch (invoice.status()) {
            case RECEIVED, MATCHED, RETURNED, DISPUTED -> true;
            case APPROVED, PAID, REJECTED, WITHDRAWN -> false;
        };
    }

    /** What is shown of them in a list, by id: a few questions for all of it. */
    Map<UUID, InvoiceView> views(Collection<Invoice> all, Caller reader) {
        var alike = numbers.alike(all.stream().map(Invoice::id).toList());
        var left = left(all);
        return this.steps.views(
                all,
                (one, life) -> one.view(
                        new Invoice.Known(
                                alike.getOrDefault(one.id(), Alike.NONE),
                                null,
                                null,
                                left.get(one.id()),
                                List.of(),
                                due(one)),
                        life,
                        persons,
                        reader));
    }

    /** What is left of each, with VAT, where credit notes took back of it; nothing where it moved no money. */
    private Map<UUID, Money> left(Collection<Invoice> all) {
        var standing = balances.of(
                all.stream().filter(Invoice::isApproved).map(Invoice::id).collect(Collectors.toSet()));
        var left = new HashMap<UUID, Money>();
        all.forEach(one ->
                left.put(one.id(), InvoiceBooks.gross(standing.getOrDefault(one.id(), Map.<String, BigDecimal>of()))));
        return left;
    }

    /** While it is disputed nobody has to pay it. */
    @Override
    public Dated dated() {
        return new Dated(
                """
                SELECT 'invoice' AS type, r.id, r.number AS reference, 'contract' AS parent_type, c.id AS parent_id, c.reference AS parent_reference,
                    'payment-due' AS what, r.issued_on + %d AS day
                FROM infrastructure.invoice r JOIN infrastructure.contract c ON c.id = r.contract_id""".formatted(paymentDays),
                "r.issued_on",
                paymentDays,
                "r.status IN ('RECEIVED', 'MATCHED', 'APPROVED') AND " + LEFT,
                Set.of(Role.PROJECT_OFFICER, Role.APPROVER, Role.ACCOUNTANT, Role.AUDITOR));
    }

    /** What credit notes took back as a whole waits for nobody. */
    @Override
    public String waiting() {
        return """
                SELECT 'invoice' AS type, r.id, r.number AS reference, 'contract' AS parent_type, c.id AS parent_id,
                    c.reference AS parent_reference, r.gross AS amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    (SELECT i.name FROM journal.identity i WHERE i.id = r.supplier_id) AS purpose
                FROM infrastructure.invoice r JOIN infrastructure.contract c ON c.id = r.contract_id
                WHERE\s""" + LEFT;
    }

    /** Those of a certificate are, once they are matched to it, but for what credit notes took back. */
    @Override
    public String builtOn() {
        return "SELECT r.certificate_id AS built_on, r.number AS reference FROM infrastructure.invoice r"
                + " WHERE r.status IN ('MATCHED', 'APPROVED', 'PAID') AND " + LEFT;
    }

    @Override
    public String overriding() {
        return "EXISTS (SELECT FROM infrastructure.invoice i WHERE i.id = w.id AND i.override_reason IS NOT NULL)";
    }

    @Override
    public Findable found() {
        return new Findable(
                """
                SELECT 'invoice' AS type, r.id, r.number AS reference, NULL AS title, NULL AS title_lt, i.name AS party,
                    'contract' AS parent_type, c.id AS parent_id, c.reference AS parent_reference, r.gross AS amount, r.currency, r.status,
                    r.recorded_at
                FROM infrastructure.invoice r JOIN journal.identity i ON i.id = r.supplier_id
                    JOIN infrastructure.contract c ON c.id = r.contract_id""",
                "r.number",
                List.of(List.of("r.number"), List.of("i.name", "i.identifier")),
                List.of("r.gross", "r.net"));
    }
}
