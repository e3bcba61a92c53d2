package org.fundtrail.infrastructure.invoice;

import static org.fundtrail.infrastructure.account.CostAccount.CERTIFIED;
import static org.fundtrail.infrastructure.account.CostAccount.CONTRACTED;
import static org.fundtrail.infrastructure.account.CostAccount.CONTRACTED_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.PAYABLE;
import static org.fundtrail.infrastructure.account.CostAccount.PAYABLE_VAT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.contract.VatRegime;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.certificate.Certificate;
import org.fundtrail.infrastructure.certificate.ToInvoice;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;

/** What invoices are held against: what was certified of their contract, or where acceptance is kept elsewhere what it is worth. */
@ApplicationScoped
class Acceptance {
    private final EntityManager entities;
    private final ToInvoice toInvoice;
    private final Balances balances;

    Acceptance(EntityManager entities, ToInvoice toInvoice, Balances balances) {
        this.entities = entities;
        this.toInvoice = toInvoice;
        this.balances = balances;
    }

    /** What stands on the accounts of a kind that a record owns, row by row. */
    Map<UUID, Money> standing(UUID owner, CostAccount kind) {
        var rows = new TreeMap<UUID, Money>(); // always in the same order
        balances.of(owner)
                .getOrDefault(kind.name(), Map.of())
                .forEach((row, amount) -> rows.put(row, Money.eur(amount)));
        return rows;
    }

    /** Refuses a cost line that counts nowhere: its contract is on others. */
    void mustCount(CostLine named, Contract contract) {
        if (named == null) {
            return;
        }
        var rows = standing(contract.id(), CONTRACTED).keySet();
        if (!rows.contains(contract.project().id()) && !rows.contains(named.id())) {
            throw Refusal.ofField(
                    InfrastructureRule.COST_LINE_OF_CONTRACT, "costLine", "contract", contract.reference());
        }
    }

    /** Refuses what is kept elsewhere of a contract whose works are certified. */
    void mustBeElsewhere(Contract contract) {
        if (contract.certification() != null || isCertified(contract)) {
            throw Refusal.ofField(
                    InfrastructureRule.CONTRACT_IS_CERTIFIED, "acceptance", "contract", contract.reference());
        }
    }

    /** Whether there is a certificate that did not come to nothing. */
    private boolean isCertified(Contract contract) {
        return !entities.createQuery(
                        "SELECT c.id FROM Certificate c WHERE c.contract = :contract AND c.status NOT IN (REJECTED, WITHDRAWN, REVERSED)",
                        UUID.class)
                .setParameter("contract", contract)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * The approved certificate of this contract that a request names by its id.
     *
     * @throws Refusal certificate-unknown
     */
    Certificate certificate(String id, Contract contract, Writer by) {
        var unknown = Refusal.ofField(
                InfrastructureRule.CERTIFICATE_UNKNOWN, "certificate", "value", id, "contract", contract.reference());
        var named = Named.of(id).id();
        var found = Recorded.own(named == null ? null : entities.find(Certificate.class, named), by.caller(), unknown);
        if (!found.contract().id().equals(contract.id()) || found.status() != ApprovalStatus.APPROVED) {
            throw unknown;
        }
        return found;
    }

    /** Refuses an invoice of which nobody says by what it is accepted, or whose VAT is another than it has to be. */
    void mustFit(Invoice invoice) {
        if (invoice.certificate() == null && invoice.acceptance() == null) {
            throw Refusal.ofField(InfrastructureRule.NOT_ACCEPTED, "certificate");
        }
        if (invoice.acceptance() != null) {
            mustBeElsewhere(invoice.contract());
        }
        mustStand(invoice.certificate());
        mustHaveVat(invoice);
    }

    /** Refuses a certificate that was in force when the invoice was recorded, and is reversed by now or about to be. */
    private static void mustStand(Certificate certificate) {
        if (certificate != null && certificate.status() != ApprovalStatus.APPROVED) {
            throw Refusal.ofField(
                    InfrastructureRule.CERTIFICATE_NOT_IN_FORCE,
                    "certificate",
                    "certificate",
                    certificate.reference(),
                    "status",
                    certificate.status().name());
        }
    }

    /** That of the contract's rate, or where it takes all that is left of a certificate, what is left of its VAT. */
    private void mustHaveVat(Invoice invoice) {
        var vat = invoice.net().times(rate(invoice.contract()));
        if (!invoice.vat().equals(vat) && !isRest(invoice)) {
            throw Refusal.ofField(
                    InfrastructureRule.INVOICE_VAT_DIFFERS,
                    "vat",
                    "vat",
                    vat.toString(),
                    "said",
                    invoice.vat().toString());
        }
    }

    private static BigDecimal rate(Contract contract) {
        var terms = contract.certification();
        return terms != null && terms.vat() == VatRegime.REVERSE_CHARGE ? BigDecimal.ZERO : contract.vatRate();
    }

    private boolean isRest(Invoice invoice) {
        if (invoice.certificate() == null) {
            return false;
        }
        var accepted = certified(invoice);
        return invoice.net().equals(sum(accepted.net())) && invoice.vat().equals(sum(accepted.vat()));
    }

    /** Refuses an invoice of more than is left, and one of less than a certificate says where nobody says why. */
    void mustBeEnough(Invoice invoice, Accepted accepted, String reason) {
        var asked = Accepted.asked(invoice);
        var isOfCertificate = invoice.certificate() != null;
        if (asked.compareTo(accepted.left()) > 0 || invoice.net().compareTo(sum(accepted.net())) > 0) {
            throw Refusal.ofField(
                    isOfCertificate
                            ? InfrastructureRule.INVOICE_ABOVE_CERTIFICATE
                            : InfrastructureRule.INVOICE_ABOVE_CONTRACT,
                    isOfCertificate ? "gross" : "net",
                    "available",
                    accepted.left().toString(),
                    "amount",
                    asked.toString());
        }
        if (isOfCertificate && asked.compareTo(accepted.left()) < 0 && reason == null) {
            throw Refusal.ofField(
                    JournalRule.REASON_REQUIRED, "reason", "action", "approve less than the certificate says");
        }
    }

    /** What an invoice is held against as it is now; null where it is not said yet by what it is accepted. */
    Accepted of(Invoice invoice) {
        if (invoice.certificate() != null) {
            return certified(invoice);
        }
        return invoice.acceptance() == null ? null : elsewhere(invoice);
    }

    /** What is payable by the certificate, of which its approved invoices and later certificates below zero took their parts. */
    private Accepted certified(Invoice invoice) {
        var certificate = invoice.certificate();
        var toInvoice = this.toInvoice.of(certificate);
        var net = toInvoice.net();
        var vat = toInvoice.vat();
        var contract = certificate.contract().id();
        cap(net, standing(contract, PAYABLE));
        var payableVat = standing(contract, PAYABLE_VAT);
        if (sum(vat).compareTo(sum(payableVat))
                > 0) { // rows of VAT may differ by a cent, so they are held to it together
            cap(vat, payableVat);
        }
        var left = toInvoice.gross().min(sum(net).plus(sum(vat)));
        return new Accepted(certificate.payable(), left.max(Money.zero()), net, vat);
    }

    /** No row gives more than is payable there: what a later certificate took back is not. */
    private static void cap(Map<UUID, Money> rows, Map<UUID, Money> payable) {
        rows.replaceAll((row, amount) ->
                amount.min(payable.getOrDefault(row, Money.zero())).max(Money.zero()));
    }

    /**
     * The worth of the contract, where acceptance is kept elsewhere. Of an invoice that names a cost line it is what the contract has on that
     * one and on none: its other lines are for other invoices.
     */
    private Accepted elsewhere(Invoice invoice) {
        var contract = invoice.contract();
        var net = standing(contract.id(), CONTRACTED);
        var certified = standing(contract.id(), CERTIFIED);
        var vat = standing(contract.id(), CONTRACTED_VAT);
        var named = invoice.costLine();
        if (named != null) {
            var others = new HashSet<>(net.keySet());
            others.removeAll(Set.of(named.id(), contract.project().id()));
            List.of(net, certified, vat).forEach(rows -> rows.keySet().removeAll(others));
        }
        vat.keySet().retainAll(net.keySet());
        var left = sum(net);
        return new Accepted(left.plus(sum(certified)), left, net, vat);
    }

    static Money sum(Map<UUID, Money> rows) {
        return rows.values().stream().reduce(Money.zero(), Money::plus);
    }
}
