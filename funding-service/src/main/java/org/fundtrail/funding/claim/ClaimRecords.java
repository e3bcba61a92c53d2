package org.fundtrail.funding.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Foreign;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;

/** The claims of an institution as they are found, and as they stay while something is done with them. */
@ApplicationScoped
public class ClaimRecords {
    /** Those in which a claim holds what it claims. */
    static final Set<ClaimStatus> HOLDING = Set.of(
            ClaimStatus.SUBMITTED,
            ClaimStatus.CLOCK_STOPPED,
            ClaimStatus.VERIFIED,
            ClaimStatus.AUTHORISED,
            ClaimStatus.PAID,
            ClaimStatus.REVERSAL_PROPOSED);

    /** Those in which it is to be paid, or was. */
    static final Set<ClaimStatus> AUTHORISED =
            Set.of(ClaimStatus.AUTHORISED, ClaimStatus.PAID, ClaimStatus.REVERSAL_PROPOSED);

    private static final Set<ClaimStatus> PAID = Set.of(ClaimStatus.PAID, ClaimStatus.REVERSAL_PROPOSED);

    private final EntityManager entities;
    private final Allocations allocations;

    ClaimRecords(EntityManager entities, Allocations allocations) {
        this.entities = entities;
        this.allocations = allocations;
    }

    /**
     * The id of the claim that a request names by its id or reference, if it is of the caller's own institution; refused as absent at this
     * field. It is not read yet: whoever locks it reads it as it is then.
     */
    public UUID named(String idOrReference, String field, Writer by) {
        var named = Named.of(idOrReference);
        var absent = Refusal.ofField(FundingRule.CLAIM_UNKNOWN, field, "value", idOrReference);
        var found = entities.createQuery("""
                        SELECT r.id, r.institution FROM Claim r
                        WHERE r.id = :id OR r.reference = :reference AND r.institution = :institution
                        ORDER BY r.recordedAt DESC""", Object[].class)
                .setParameter("id", named.id())
                .setParameter("reference", named.reference())
                .setParameter("institution", by.institution())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> absent);
        if (!by.institution().equals(found[1])) {
            throw new Foreign(absent);
        }
        return (UUID) found[0];
    }

    /** What other claims of its allocation come to that stand so, and what that pays of them; the allocation is locked. */
    Financing.Before others(Claim claim, Set<ClaimStatus> standing) {
        var sums = entities.createQuery("""
                        SELECT coalesce(sum(r.eligible), 0), coalesce(sum(r.share), 0) FROM Claim r
                        WHERE r.allocation.id = :allocation AND r.id <> :claim AND r.status IN (:standing)""", Object[].class)
                .setParameter("allocation", claim.allocation().id())
                .setParameter("claim", claim.id())
                .setParameter("standing", standing)
                .getSingleResult();
        return new Financing.Before(Money.eur((BigDecimal) sums[0]), Money.eur((BigDecimal) sums[1]));
    }

    /**
     * As much as can be paid for what it claims: together with all that is authorised or paid, or else with what is paid, as somebody has to be
     * paid first.
     */
    Money room(Claim claim) {
        var financing = claim.financing();
        var room = financing.share(claim.eligible(), others(claim, AUTHORISED));
        return claim.share().compareTo(room) > 0
                ? room.max(financing.share(claim.eligible(), others(claim, PAID)))
                : room;
    }

    /** How many units of these cost options other claims hold, and what they claim for them; the allocation is locked. */
    Map<UUID, OptionLines.Counted> counted(Set<UUID> options, Claim but) {
        var counted = new HashMap<UUID, OptionLines.Counted>();
        if (!options.isEmpty()) {
            entities.createQuery("""
                            SELECT l.option.id, sum(l.option.quantity), sum(l.amount) FROM Claim r JOIN r.lines l
                            WHERE l.option.id IN (:options) AND l.option.quantity IS NOT NULL AND r.id <> :claim AND r.status IN (:holding)
                            GROUP BY l.option.id""", Object[].class)
                    .setParameter("options", options)
                    .setParameter("claim", but.id())
                    .setParameter("holding", HOLDING)
                    .getResultList()
                    .forEach(row -> counted.put(
                            (UUID) row[0],
                            new OptionLines.Counted((BigDecimal) row[1], Money.eur((BigDecimal) row[2]))));
        }
        return counted;
    }

    /** Those of the caller's own institution that were paid and name this item, by their references. */
    public Map<String, UUID> paidFor(UUID item, Writer by) {
        var found = new LinkedHashMap<String, UUID>();
        entities.createQuery("""
                        SELECT DISTINCT r.reference, r.id FROM Claim r JOIN r.lines l
                        WHERE l.cost.item = :item AND r.institution = :institution AND r.status = :paid ORDER BY r.reference""", Object[].class)
                .setParameter("item", item)
                .setParameter("institution", by.institution())
                .setParameter("paid", ClaimStatus.PAID)
                .getResultList()
                .forEach(row -> found.put((String) row[0], (UUID) row[1]));
        return found;
    }

    /** What the verification of a claim found at a question of its checklist; null where it wrote nothing there. */
    public String foundAtQuestion(UUID claim, int question) {
        return entities.createQuery("""
                        SELECT a.finding FROM Claim r JOIN r.examination.answers a
                        WHERE r.id = :claim AND a.question = :question AND a.finding IS NOT NULL""", String.class)
                .setParameter("claim", claim)
                .setParameter("question", question)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Why the verification of a claim deducted something from a line; null where it did not. */
    public String foundAtLine(UUID claim, int line) {
        var reasons = entities.createQuery(
                        "SELECT d.reason FROM Claim r JOIN r.deductions d WHERE r.id = :claim AND d.line = :line ORDER BY index(d)",
                        String.class)
                .setParameter("claim", claim)
                .setParameter("line", line)
                .getResultList();
        return reasons.isEmpty() ? null : String.join("; ", reasons);
    }

    /** On whose accounts its lines draw, as it stands before anything is locked. */
    public List<UUID> accounts(UUID claim) {
        return accounts(Set.of(claim));
    }

    /** The same of several claims. */
    List<UUID> accounts(Set<UUID> claims) {
        return entities.createQuery(
                        "SELECT DISTINCT l.cost.account FROM Claim r JOIN r.lines l WHERE r.id IN (:ids) AND l.cost.account IS NOT NULL",
                        UUID.class)
                .setParameter("ids", claims)
                .getResultList();
    }

    /** Nobody else does anything with these claims or their allocations: those first, each in the order of their ids. */
    void lock(Set<UUID> claims, Writer by) {
        claims.stream()
                .map(claim -> Parents.of(entities, Claim.class, "allocation", claim))
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .forEach(allocation -> allocations.alone(allocation, by));
        claims.stream().sorted(Comparator.comparing(UUID::toString)).forEach(claim -> alone(claim, by));
    }

    /** Nobody else does anything with its allocation. */
    public void lockAllocation(UUID claim, Writer by) {
        allocations.alone(Parents.of(entities, Claim.class, "allocation", claim), by);
    }

    /** The claim while nobody else does anything with it; its allocation is locked, and what else is needed was locked before. */
    public Claim alone(UUID id, Writer by) {
        return Recorded.own(entities.find(Claim.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
    }

    /** The allocation of a claim, and then the claim. */
    public Claim locked(UUID id, Integer readVersion, Writer by) {
        lockAllocation(id, by);
        var claim = alone(id, by);
        claim.mustBe(readVersion);
        return claim;
    }
}
