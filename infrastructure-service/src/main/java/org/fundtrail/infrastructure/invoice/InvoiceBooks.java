package org.fundtrail.infrastructure.invoice;

import static org.fundtrail.infrastructure.account.CostAccount.CERTIFIED;
import static org.fundtrail.infrastructure.account.CostAccount.CERTIFIED_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.CONTRACTED;
import static org.fundtrail.infrastructure.account.CostAccount.CONTRACTED_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.CREDITABLE;
import static org.fundtrail.infrastructure.account.CostAccount.CREDITABLE_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.DUE;
import static org.fundtrail.infrastructure.account.CostAccount.DUE_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.INVOICED;
import static org.fundtrail.infrastructure.account.CostAccount.INVOICED_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.ORIGINAL_COMMITMENTS;
import static org.fundtrail.infrastructure.account.CostAccount.ORIGINAL_COMMITMENTS_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.PAID;
import static org.fundtrail.infrastructure.account.CostAccount.PAID_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.PAYABLE;
import static org.fundtrail.infrastructure.account.CostAccount.PAYABLE_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.RECLASSIFIED;
import static org.fundtrail.infrastructure.account.CostAccount.RECLASSIFYING;
import static org.fundtrail.infrastructure.account.CostAccount.STATED;
import static org.fundtrail.infrastructure.account.CostAccount.TO_INVOICE;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.certificate.Reclassifications;
import org.fundtrail.journal.Account;
import org.fundtrail.journal.Change;

/**
 * How invoices move money: net and VAT beside each other, row by row of the cost report. Approved, an invoice moves what is payable to what is
 * invoiced; where acceptance is kept elsewhere it is what says that it is certified and due as well. What of it no credit note took back is
 * kept on accounts of its own, which are its ceiling.
 */
@ApplicationScoped
class InvoiceBooks {
    private final Acceptance acceptance;
    private final Reclassifications reclassifications;

    InvoiceBooks(Acceptance acceptance, Reclassifications reclassifications) {
        this.acceptance = acceptance;
        this.reclassifications = reclassifications;
    }

    /** What is left of an approved invoice, row by row of its contract's accounts. */
    Accepted.Shared left(Invoice invoice) {
        return new Accepted.Shared(
                acceptance.standing(invoice.id(), CREDITABLE), acceptance.standing(invoice.id(), CREDITABLE_VAT));
    }

    /** Whether anything is, be it VAT alone. */
    boolean isLeft(Invoice invoice) {
        var left = left(invoice);
        return !Accepted.isNothing(left.net()) || !Accepted.isNothing(left.vat());
    }

    void approve(Change change, Invoice invoice, Accepted.Shared shared) {
        var onNone = shared.net().getOrDefault(none(invoice), Money.zero());
        var to = new Moving(change, invoice, invoice.costLine() != null && onNone.isPositive());
        to.toInvoice(invoice.gross());
        reclassify(to, onNone);
        shared.net().forEach((row, net) -> {
            to.certified(row, net);
            to.move(net, PAYABLE, INVOICED, row);
            to.creditable(row, net, CREDITABLE);
        });
        shared.vat().forEach((row, vat) -> {
            to.certifiedVat(row, vat);
            to.move(vat, PAYABLE_VAT, INVOICED_VAT, row);
            to.creditable(row, vat, CREDITABLE_VAT);
        });
    }

    /** All that is left of it. */
    void pay(Change change, Invoice invoice) {
        var to = new Moving(change, invoice, isReclassified(invoice));
        var left = left(invoice);
        left.net().forEach((row, net) -> to.pay(net, INVOICED, PAID, row));
        left.vat().forEach((row, vat) -> to.pay(vat, INVOICED_VAT, PAID_VAT, row));
    }

    /** Takes back of an invoice what its approval, and its payment, moved. */
    void credit(Change change, Invoice invoice, Money net, Money vat) {
        var to = new Moving(change, invoice, isReclassified(invoice));
        var isPaid = invoice.status() == InvoiceStatus.PAID;
        var left = left(invoice);
        to.toInvoice(minus(net.plus(vat)));
        var parts = Split.of(net, left.net());
        reclassify(to, minus(parts.getOrDefault(none(invoice), Money.zero())));
        parts.forEach((row, part) -> {
            to.creditable(row, minus(part), CREDITABLE);
            to.move(minus(part), PAYABLE, isPaid ? PAID : INVOICED, row);
            to.certified(row, minus(part));
        });
        Split.of(vat, Accepted.isNothing(left.vat()) ? left.net() : left.vat()).forEach((row, part) -> {
            to.creditable(row, minus(part), CREDITABLE_VAT);
            to.move(minus(part), PAYABLE_VAT, isPaid ? PAID_VAT : INVOICED_VAT, row);
            to.certifiedVat(row, minus(part));
        });
    }

    /** What has no cost line. */
    private static UUID none(Invoice invoice) {
        return invoice.contract().project().id();
    }

    /** Whether its approval put something that its certificate has on no cost line on the one that it names. */
    private boolean isReclassified(Invoice invoice) {
        return !acceptance.standing(invoice.id(), RECLASSIFIED).isEmpty();
    }

    private void reclassify(Moving to, Money onNone) {
        var invoice = to.invoice;
        if (to.isReclassified && invoice.certificate() != null) {
            var line = invoice.costLine().id();
            to.move(
                    onNone,
                    RECLASSIFYING.of(invoice.contract().id(), line),
                    RECLASSIFIED.of(invoice.id(), line, InfrastructureRule.CREDIT_ABOVE_INVOICE, "net"));
            reclassifications.naming(invoice.contract(), line, onNone, to.change);
        }
    }

    private static Money minus(Money amount) {
        return Money.zero().minus(amount);
    }

    /**
     * Moves amounts of one invoice; what is below zero moves back.
     *
     * @param isReclassified whether what its certificate has on no cost line counts on the one that the invoice names
     */
    private record Moving(Change change, Invoice invoice, boolean isReclassified) {
        private UUID contract() {
            return invoice.contract().id();
        }

        private void move(Money amount, Account from, Account to) {
            change.movingEitherWay(amount, from, to);
        }

        /** From what is payable, which stands where its certificate put it. */
        void move(Money amount, CostAccount payable, CostAccount to, UUID row) {
            move(amount, from(payable, invoice.certificate() == null ? at(row) : row), to.of(contract(), at(row)));
        }

        void pay(Money amount, CostAccount invoiced, CostAccount paid, UUID row) {
            move(amount, from(invoiced, at(row)), paid.of(contract(), at(row)));
        }

        private Account from(CostAccount kind, UUID at) {
            return kind.of(contract(), at, InfrastructureRule.INVOICE_ABOVE_CERTIFICATE, "gross");
        }

        /** What its contract or certificate has on no cost line counts on the one that the invoice names. */
        private UUID at(UUID row) {
            return invoice.certificate() == null || isReclassified ? invoice.rowOf(row) : row;
        }

        /** What the invoices of one certificate share. */
        void toInvoice(Money gross) {
            if (invoice.certificate() != null) {
                var certificate = invoice.certificate().id();
                move(
                        gross,
                        TO_INVOICE.of(certificate, contract(), InfrastructureRule.INVOICE_ABOVE_CERTIFICATE, "gross"),
                        STATED.of(certificate, contract()));
            }
        }

        void creditable(UUID row, Money amount, CostAccount kind) {
            move(
                    amount,
                    STATED.of(invoice.id(), row),
                    kind.of(invoice.id(), row, InfrastructureRule.CREDIT_ABOVE_INVOICE, "net"));
        }

        /** Where acceptance is kept elsewhere; on the invoice's own cost line, where the contract has none, what was committed comes along. */
        void certified(UUID row, Money net) {
            if (invoice.acceptance() != null) {
                var at = at(row);
                move(
                        net,
                        CONTRACTED.of(contract(), row, InfrastructureRule.INVOICE_ABOVE_CONTRACT, "net"),
                        CERTIFIED.of(contract(), at));
                move(net, DUE.of(contract(), at), PAYABLE.of(contract(), at));
                if (!at.equals(row)) {
                    move(net, ORIGINAL_COMMITMENTS.of(contract(), row), ORIGINAL_COMMITMENTS.of(contract(), at));
                }
            }
        }

        void certifiedVat(UUID row, Money vat) {
            if (invoice.acceptance() != null) {
                var at = at(row);
                move(vat, CONTRACTED_VAT.of(contract(), row), CERTIFIED_VAT.of(contract(), at));
                move(vat, DUE_VAT.of(contract(), at), PAYABLE_VAT.of(contract(), at));
                if (!at.equals(row)) {
                    move(
                            vat,
                            ORIGINAL_COMMITMENTS_VAT.of(contract(), row),
                            ORIGINAL_COMMITMENTS_VAT.of(contract(), at));
                }
            }
        }
    }

    /** What is left of an invoice with VAT, of all its rows. */
    static Money gross(Map<String, BigDecimal> standing) {
        return Money.eur(standing.getOrDefault(CREDITABLE.name(), BigDecimal.ZERO)
                .add(standing.getOrDefault(CREDITABLE_VAT.name(), BigDecimal.ZERO)));
    }
}
