package org.fundtrail.funding.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.recovery.FlatRateToRecover;
import org.fundtrail.funding.claim.PaidFlatRates;

/** Which flat rates were paid on costs of which recoveries recover something: whoever orders these knows it. */
@ApplicationScoped
class RecoveredFlatRates {
    private final EntityManager entities;

    RecoveredFlatRates(EntityManager entities) {
        this.entities = entities;
    }

    /** Of each recovery, by id: one question for all of them. One that came to nothing has none. */
    Map<UUID, List<FlatRateToRecover>> of(Collection<Recovery> recoveries) {
        var open = recoveries.stream()
                .filter(one -> !Recovery.NOTHING.contains(one.status()))
                .toList();
        var recovered = recovered(open.stream().map(one -> one.claim().id()).collect(Collectors.toSet()));
        return open.stream()
                .collect(Collectors.toMap(
                        Recovery::id,
                        one -> PaidFlatRates.beyond(
                                one.claim(),
                                recovered.getOrDefault(one.claim().id(), Map.of()),
                                one.lines().stream().map(RecoveryLine::line).collect(Collectors.toSet()))));
    }

    /** What is recovered of each line of claims. */
    private Map<UUID, Map<Integer, Money>> recovered(Collection<UUID> claims) {
        var recovered = new HashMap<UUID, Map<Integer, Money>>();
        if (claims.isEmpty()) {
            return recovered;
        }
        entities.createQuery("""
                        SELECT r.claim.id, l.line, sum(l.share) FROM Recovery r JOIN r.lines l
                        WHERE r.claim.id IN (:claims) AND r.status NOT IN (:nothing) GROUP BY r.claim.id, l.line""", Object[].class)
                .setParameter("claims", claims)
                .setParameter("nothing", Recovery.NOTHING)
                .getResultList()
                .forEach(row -> recovered
                        .computeIfAbsent((UUID) row[0], claim -> new HashMap<>())
                        .put((Integer) row[1], Money.eur((BigDecimal) row[2])));
        return recovered;
    }
}
