package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.account.CostAccount.STATED;
import static org.fundtrail.infrastructure.account.CostAccount.TAKEN_BACK;
import static org.fundtrail.infrastructure.account.CostAccount.TAKEN_BACK_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.TO_INVOICE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Change;

/**
 * What a certificate below zero takes back cannot be invoiced by the earlier ones of its contract any more: row by row, of the latest first,
 * and its VAT where its net amount is.
 */
@ApplicationScoped
class TakenBack {
    private final EntityManager entities;
    private final ToInvoice toInvoice;

    TakenBack(EntityManager entities, ToInvoice toInvoice) {
        this.entities = entities;
        this.toInvoice = toInvoice;
    }

    /**
     * Moves what it takes back, as far as invoices of earlier ones may come to as much.
     *
     * @param certificate approved with this change, its contract locked
     */
    void of(Certificate certificate, Change change) {
        if (certificate.payable().amount().signum() >= 0) {
            return;
        }
        var nothing = Money.zero();
        var parts = new Parts(toInvoice.of(earlier(certificate)));
        certificate.rows().forEach(row -> parts.take(row.row(), nothing.minus(row.net()), nothing.minus(row.vat())));
        parts.takeRest();
        parts.move(certificate.contract().id(), change);
    }

    /** The approved ones before it, the latest first. */
    private List<Certificate> earlier(Certificate certificate) {
        return entities.createQuery(
                        "FROM Certificate c WHERE c.contract = :contract AND c.n < :n ORDER BY c.n DESC",
                        Certificate.class)
                .setParameter("contract", certificate.contract())
                .setParameter("n", certificate.n())
                .getResultList();
    }

    /** What is taken of each certificate, row by row; VAT with the net amount, as far as there is VAT. */
    static final class Parts {
        private final Map<UUID, ToInvoice.Left> of;
        private final Map<UUID, Map<UUID, Money>> net = new LinkedHashMap<>();
        private final Map<UUID, Map<UUID, Money>> vat = new LinkedHashMap<>();
        private Money vatNowhere = Money.zero();

        /** @param of what can be invoiced of each still, the latest first */
        Parts(Map<UUID, ToInvoice.Left> of) {
            this.of = of;
            of.keySet().forEach(certificate -> {
                net.put(certificate, new TreeMap<>());
                vat.put(certificate, new TreeMap<>());
            });
        }

        /** Of one row. */
        void take(UUID row, Money amount, Money itsVat) {
            var rest = amount;
            var parts = new LinkedHashMap<UUID, Money>();
            for (var one : of.entrySet()) {
                var part = rest.min(at(one.getValue().net(), row)).max(Money.zero());
                net.get(one.getKey()).put(row, part);
                parts.put(one.getKey(), part);
                rest = rest.minus(part);
            }
            vatNowhere = vatNowhere.plus(itsVat);
            if (!parts.isEmpty()) {
                new ByRow(parts).dividing(itsVat).amounts().forEach((one, part) -> takeVat(one, row, part));
            }
        }

        private void takeVat(UUID one, UUID row, Money wanted) {
            var left = at(of.get(one).vat(), row).minus(at(vat.get(one), row));
            var part = wanted.min(left).max(Money.zero());
            vat.get(one).merge(row, part, Money::plus);
            vatNowhere = vatNowhere.minus(part);
        }

        /** VAT that did not fit where its net amount is, by a cent of rounding, wherever it fits. */
        void takeRest() {
            of.forEach((one, left) -> left.vat().keySet().forEach(row -> takeVat(one, row, vatNowhere)));
        }

        private static Money at(Map<UUID, Money> rows, UUID row) {
            return rows.getOrDefault(row, Money.zero());
        }

        private static Money sum(Map<UUID, Money> rows) {
            return rows.values().stream().reduce(Money.zero(), Money::plus);
        }

        Map<UUID, Money> net(UUID certificate) {
            return net.get(certificate);
        }

        Map<UUID, Money> vat(UUID certificate) {
            return vat.get(certificate);
        }

        private void move(UUID contract, Change change) {
            of.forEach((one, left) -> {
                net.get(one).forEach((row, part) -> say(one, row, part, TAKEN_BACK, change));
                vat.get(one).forEach((row, part) -> say(one, row, part, TAKEN_BACK_VAT, change));
                var gross = sum(net.get(one)).plus(sum(vat.get(one))).min(left.gross());
                change.movingEitherWay(gross, TO_INVOICE.of(one, contract), STATED.of(one, contract));
            });
        }

        private static void say(UUID certificate, UUID row, Money part, CostAccount as, Change change) {
            change.movingEitherWay(part, STATED.of(certificate, row), as.of(certificate, row));
        }
    }
}
