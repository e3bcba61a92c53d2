package org.fundtrail.infrastructure.invoice;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.costline.CostLineRef;
import org.fundtrail.infrastructure.api.invoice.Available;
import org.fundtrail.infrastructure.api.invoice.CreditNoteView;
import org.fundtrail.infrastructure.api.invoice.InvoiceCertificate;
import org.fundtrail.infrastructure.api.invoice.InvoiceNumber;
import org.fundtrail.infrastructure.api.invoice.InvoicePayment;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.invoice.InvoiceTerms;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.invoice.SupplierView;
import org.fundtrail.infrastructure.certificate.Certificate;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Identity;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.EmbeddableInstantiator;

/**
 * What a supplier asks to be paid on a contract. It counts once it is approved: as far as it is accepted, by a certificate or elsewhere, and
 * never beyond that.
 */
@Entity
@Table(name = "invoice")
public class Invoice extends Stepped {
    @Enumerated(EnumType.STRING)
    private InvoiceStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    private Contract contract;

    @EmbeddableInstantiator(Kept.class)
    private InvoiceTerms terms;

    /** It may be a natural person, so what is said of it is kept apart and entries have its hashes. */
    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    private Identity supplier;

    @ManyToOne(fetch = FetchType.LAZY)
    private CostLine costLine;

    @ManyToOne(fetch = FetchType.LAZY)
    private Certificate certificate;

    private String acceptance;

    /** Null until it is approved. */
    private BigDecimal eligible;

    /** Null until it is approved, and where it overrides none. */
    private Boolean anotherPaper;

    /** With which it shares what can be claimed, or null. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Invoice sharesWith;

    private LocalDate paidOn;
    private String proof;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(InvoiceTerms.class, "contract", "supplier", "certificate", "costLine", "acceptance");
        }
    }

    protected Invoice() {}

    Invoice(InvoiceTerms terms, Named on, Writer by) {
        super(by);
        say(terms, on);
    }

    /** What its terms name: the contract, and each null where they name none. */
    record Named(Contract contract, Certificate certificate, CostLine costLine) {}

    /** What it says from now on. */
    void say(InvoiceTerms terms, Named on) {
        this.terms = terms;
        contract = on.contract();
        certificate = on.certificate();
        costLine = on.costLine();
        var named = terms.supplier();
        supplier = supplier == null
                ? new Identity(named.name(), named.identifier())
                : supplier.saying(named.name(), named.identifier());
        acceptance = terms.acceptance();
    }

    /** What it is for was accepted, and that is kept elsewhere. */
    void acceptedElsewhere(String acceptance) {
        this.acceptance = acceptance;
        certificate = null;
    }

    /** What it is for was accepted by a certificate. */
    void acceptedBy(Certificate certificate) {
        this.certificate = certificate;
        acceptance = null;
    }

    /** So much of it is eligible, once and for all. */
    void fix(Money eligible) {
        this.eligible = eligible.amount();
    }

    /**
     * Says whether it is another paper than those of its number that were approved.
     *
     * @param first the one with which it shares what can be claimed, or null
     */
    void isAnotherPaper(boolean said, Invoice first) {
        anotherPaper = isOverriding() ? said : null;
        sharesWith = first;
    }

    void paid(InvoicePayment payment) {
        paidOn = payment.paidOn();
        proof = payment.proof();
    }

    @Override
    public InvoiceStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (InvoiceStatus) next;
    }

    Contract contract() {
        return contract;
    }

    String number() {
        return terms.number();
    }

    LocalDate issuedOn() {
        return terms.issuedOn();
    }

    Money net() {
        return terms.net();
    }

    Money vat() {
        return terms.vat();
    }

    Money gross() {
        return terms.gross();
    }

    /** By which it is accepted, or null. */
    Certificate certificate() {
        return certificate;
    }

    /** What was accepted and where that is kept, or null. */
    String acceptance() {
        return acceptance;
    }

    /** The one that it names itself, or null. */
    CostLine costLine() {
        return costLine;
    }

    boolean isOverriding() {
        return terms.override() != null;
    }

    /** Whether it moved money: credit notes are of such. */
    boolean isApproved() {
        return status == InvoiceStatus.APPROVED || status == InvoiceStatus.PAID;
    }

    /** The row of the cost report on which it counts where its contract is on this one. */
    UUID rowOf(UUID contractRow) {
        return costLine != null && contractRow.equals(contract.project().id()) ? costLine.id() : contractRow;
    }

    InvoiceNumber named() {
        return new InvoiceNumber(id, number());
    }

    /**
     * What is looked up about it for its readers.
     *
     * @param available what it is held against, or null
     * @param eligible how much of it would be eligible, or null
     * @param left what of it no credit note takes back
     * @param dueOn until when it is to be paid
     */
    record Known(
            Alike alike,
            Available available,
            Money eligible,
            Money left,
            List<CreditNoteView> credits,
            LocalDate dueOn) {}

    /** It as its readers see it. */
    InvoiceView view(Known known, Life life, Persons persons, Caller reader) {
        var isLeft = !isApproved() || known.left.isPositive();
        return new InvoiceView(
                id(),
                number(),
                contract.ref(),
                new SupplierView(supplier.id(), supplier.name(), supplier.identifier()),
                issuedOn(),
                known.dueOn,
                net(),
                vat(),
                gross(),
                certificate == null ? null : certified(),
                acceptance,
                costLine == null ? null : new CostLineRef(costLine.id(), costLine.name()),
                terms.override(),
                anotherPaper,
                sharesWith == null ? null : sharesWith.named(),
                known.alike.duplicates(),
                known.alike.similar(),
                known.available,
                eligible == null ? known.eligible : Money.eur(eligible),
                isApproved() ? gross().minus(known.left) : Money.zero(),
                known.credits,
                paidOn,
                proof,
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, InvoiceStep.values(), reader, more(reader, isLeft)).stream()
                        .filter(action -> isLeft || !action.equals("pay"))
                        .toList(),
                life.steps());
    }

    private InvoiceCertificate certified() {
        return new InvoiceCertificate(
                certificate.id(), certificate.reference(), certificate.net(), certificate.vat(), certificate.payable());
    }

    private String[] more(Caller reader, boolean isLeft) {
        var credits = isApproved()
                && isLeft
                && reader.is(Role.PROJECT_OFFICER)
                && reader.institution().equals(institution());
        return credits ? new String[] {"credit"} : new String[0];
    }

    @Override
    public Subject subject() {
        return new Subject("invoice", id, number());
    }

    @Override
    public Subject parent() {
        return contract.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(gross(), contract.project().reference());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("status", status)
                .instead("contract", "contract", contract.reference(), "contractId", contract.id())
                .instead(
                        "supplier",
                        "supplierId",
                        supplier.id(),
                        "supplier.name",
                        supplier.nameFact(),
                        "supplier.identifier",
                        supplier.identifierFact())
                .instead(
                        "costLine",
                        "costLine",
                        costLine == null ? null : costLine.name(),
                        "costLineId",
                        costLine == null ? null : costLine.id())
                .instead(
                        "certificate",
                        "certificate",
                        certificate == null ? null : certificate.reference(),
                        "certificateId",
                        certificate == null ? null : certificate.id())
                .instead(
                        "override",
                        "override.reason",
                        isOverriding() ? terms.override().reason() : null)
                .instead("acceptance", "acceptance", acceptance)
                .last(
                        "eligible",
                        eligible == null ? null : eligible.toPlainString(),
                        "anotherPaper",
                        anotherPaper,
                        "sharesWith",
                        sharesWith == null ? null : sharesWith.number(),
                        "sharesWithId",
                        sharesWith == null ? null : sharesWith.id(),
                        "paidOn",
                        paidOn,
                        "proof",
                        proof)
                .asMap();
    }
}
