package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.account.CostAccount.STATED;
import static org.fundtrail.infrastructure.account.CostAccount.TO_INVOICE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Change;

/** What a certificate below zero takes back cannot be invoiced by the earlier ones of its contract any more: of the latest first. */
@ApplicationScoped
class TakenBack {
    private final EntityManager entities;
    private final Balances balances;

    TakenBack(EntityManager entities, Balances balances) {
        this.entities = entities;
        this.balances = balances;
    }

    /**
     * Moves what it takes back, as far as invoices of earlier ones may come to as much.
     *
     * @param certificate approved with this change, its contract locked
     */
    void of(Certificate certificate, Change change) {
        var rest = Money.zero().minus(certificate.payable());
        if (!rest.isPositive()) {
            return;
        }
        var contract = certificate.contract().id();
        var earlier = earlier(certificate);
        var standing = balances.of(earlier);
        for (var id : earlier) {
            var part = rest.min(left(standing.getOrDefault(id, Map.of())));
            if (part.isPositive()) {
                change.moving(part, TO_INVOICE.of(id, contract), STATED.of(id, contract));
                rest = rest.minus(part);
            }
        }
    }

    private static Money left(Map<String, BigDecimal> standing) {
        return Money.eur(standing.getOrDefault(TO_INVOICE.name(), BigDecimal.ZERO));
    }

    /** The approved ones before it, the latest first. */
    private List<UUID> earlier(Certificate certificate) {
        return entities.createQuery(
                        "SELECT c.id FROM Certificate c WHERE c.contract = :contract AND c.n < :n ORDER BY c.n DESC",
                        UUID.class)
                .setParameter("contract", certificate.contract())
                .setParameter("n", certificate.n())
                .getResultList();
    }
}
