package org.fundtrail.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Refusal.Finding;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.journal.Balances;

/** What of an allocation is free to be taken, and what stands against closing it; asked under its lock. */
@ApplicationScoped
class OpenMoney {
    private final EntityManager entities;
    private final Balances balances;

    OpenMoney(EntityManager entities, Balances balances) {
        this.entities = entities;
        this.balances = balances;
    }

    /** Refuses to take more than no project has and the donor has not paid. The floors of the accounts say the same when it is taken. */
    void mustCover(AllocationAmendment amendment, String field) {
        var taken = Money.zero().minus(amendment.change());
        var stands = stands(amendment.allocation().id());
        var wrong = new ArrayList<Finding>();
        mustCover(wrong, FundingRule.EXCEEDS_UNCOMMITTED, stands, "AVAILABLE", taken, field);
        mustCover(wrong, FundingRule.EXCEEDS_NOT_RECEIVED, stands, "TO_RECEIVE", taken, field);
        refuse(wrong);
    }

    private static void mustCover(
            List<Finding> wrong,
            FundingRule rule,
            Map<String, BigDecimal> stands,
            String account,
            Money taken,
            String field) {
        var free = stand(stands, account);
        if (taken.isPositive() && taken.compareTo(free) > 0) {
            wrong.add(Finding.of(rule, field, "available", free.toString(), "amount", taken.toString()));
        }
    }

    /** Refuses to close an allocation of which anything is open: not committed, not claimed, not received, not recovered, or not decided. */
    void mustBeNone(AllocationAmendment closure) {
        var allocation = closure.allocation();
        var stands = stands(allocation.id());
        var available = stand(stands, "AVAILABLE");
        var committed = stand(stands, "COMMITTED");
        var toReceive = stand(stands, "TO_RECEIVE");
        var wrong = new ArrayList<Finding>();
        if (available.isPositive()) {
            wrong.add(Finding.of(
                    FundingRule.ALLOCATION_NOT_USED,
                    null,
                    "available",
                    available.toString(),
                    "reference",
                    allocation.reference()));
        }
        if (committed.isPositive()) {
            wrong.add(Finding.of(
                    FundingRule.ALLOCATION_NOT_CLAIMED,
                    null,
                    "committed",
                    committed.toString(),
                    "reference",
                    allocation.reference()));
        }
        if (toReceive.isPositive()) {
            wrong.add(Finding.of(
                    FundingRule.ALLOCATION_NOT_RECEIVED,
                    null,
                    "toReceive",
                    toReceive.toString(),
                    "reference",
                    allocation.reference()));
        }
        var open = openRecoveries(allocation.id());
        if (!open.isEmpty()) {
            wrong.add(Finding.of(
                    FundingRule.ALLOCATION_NOT_RECOVERED,
                    null,
                    "recoveries",
                    String.join(", ", open),
                    "reference",
                    allocation.reference()));
        }
        if (isUndecided(stands, closure)) {
            wrong.add(Finding.of(FundingRule.ALLOCATION_UNDECIDED, null, "reference", allocation.reference()));
        }
        refuse(wrong);
    }

    /** Those that are not decided, came back, or are to be paid. */
    private List<String> openRecoveries(UUID allocation) {
        return entities.createQuery(
                        "SELECT r.reference FROM Recovery r WHERE r.allocation.id = :allocation AND r.status IN (:open) ORDER BY r.reference",
                        String.class)
                .setParameter("allocation", allocation)
                .setParameter(
                        "open", List.of(RecoveryStatus.ESTABLISHED, RecoveryStatus.RETURNED, RecoveryStatus.ORDERED))
                .setMaxResults(10)
                .getResultList();
    }

    /**
     * A commitment, a receipt or a claim waits, as their accounts say, the reversal of one, a cost option, or another amendment of the allocation or of its
     * commitments.
     */
    private boolean isUndecided(Map<String, BigDecimal> stands, AllocationAmendment closure) {
        return List.of("RESERVED", "ANNOUNCED", "CLAIMED").stream()
                        .anyMatch(account -> stand(stands, account).isPositive())
                || waits("AllocationAmendment r WHERE r.id <> :self AND r.allocation", closure)
                || waits("CostOption r WHERE r.id <> :self AND r.allocation", closure)
                || waits("CommitmentAmendment r WHERE r.id <> :self AND r.commitment.allocation", closure)
                || isBeingReversed("Commitment", closure)
                || isBeingReversed("Receipt", closure)
                || isBeingReversed("Claim", closure);
    }

    private boolean isBeingReversed(String of, AllocationAmendment closure) {
        return entities.createQuery(
                                "SELECT count(*) FROM " + of
                                        + " r WHERE r.allocation.id = :allocation AND r.status = REVERSAL_PROPOSED",
                                Long.class)
                        .setParameter("allocation", closure.allocation().id())
                        .getSingleResult()
                > 0;
    }

    private boolean waits(String of, AllocationAmendment closure) {
        return entities.createQuery(
                                "SELECT count(*) FROM " + of + ".id = :allocation AND r.status = :status", Long.class)
                        .setParameter("self", closure.id())
                        .setParameter("allocation", closure.allocation().id())
                        .setParameter("status", ApprovalStatus.PROPOSED)
                        .getSingleResult()
                > 0;
    }

    private Map<String, BigDecimal> stands(UUID allocation) {
        return balances.of(List.of(allocation)).getOrDefault(allocation, Map.of());
    }

    private static Money stand(Map<String, BigDecimal> stands, String account) {
        return Money.eur(stands.getOrDefault(account, BigDecimal.ZERO));
    }

    private static void refuse(List<Finding> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusal(wrong);
        }
    }
}
