package org.fundtrail.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.allocation.AllocationTerms;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.programme.Programmes;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What a person can do with allocations. */
@ApplicationScoped
public class Allocations {
    private final EntityManager entities;
    private final Programmes programmes;
    private final Steps steps;
    private final Journal journal;

    Allocations(EntityManager entities, Programmes programmes, Steps steps, Journal journal) {
        this.entities = entities;
        this.programmes = programmes;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes an allocation; it counts for nothing until somebody else approves it. */
    @Transactional
    Allocation record(AllocationTerms terms, Writer by) {
        Values.check(terms, by.today());
        var allocation = new Allocation(terms, programmes.named(terms.programme(), "programme", by), by);
        var change = steps.take(allocation, AllocationStep.RECORD, null, by);
        allocation.persist();
        journal.write(change.on(allocation.decisionDate()));
        return allocation;
    }

    /** Says what a returned allocation should say instead, and proposes it again. */
    @Transactional
    Allocation change(UUID id, Integer readVersion, AllocationTerms terms, Writer by) {
        var allocation = locked(id, readVersion, by);
        Values.check(terms, by.today());
        var programme = programmes.named(terms.programme(), "programme", by);
        var change = steps.take(allocation, AllocationStep.CHANGE, null, by);
        allocation.say(terms, programme);
        journal.write(change.on(allocation.decisionDate()));
        return allocation;
    }

    /** Approves, returns or rejects; an approved one is in force and opens what may be committed and received. */
    @Transactional
    Allocation decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(AllocationStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is the decision's unless given. */
    @Transactional
    Allocation take(UUID id, Integer readVersion, AllocationStep step, String reason, LocalDate on, Writer by) {
        var allocation = locked(id, readVersion, by);
        var change = steps.take(allocation, step, reason, by).on(on == null ? allocation.decisionDate() : on);
        if (step == AllocationStep.APPROVE) {
            change.moving(allocation.amount(), Allocation.granted(id), allocation.available())
                    .moving(allocation.amount(), Allocation.due(id), allocation.toReceive());
        }
        journal.write(change);
        return allocation;
    }

    /** The allocation, if the reader sees it. */
    public Allocation find(UUID id, Caller reader) {
        var whole = Map.<String, Object>of("jakarta.persistence.loadgraph", entities.getEntityGraph(Allocation.WHOLE));
        return Recorded.seen(entities.find(Allocation.class, id, whole), reader);
    }

    /** The allocation, if it is of the caller's own institution, as it stays while something is done with it. */
    public Allocation shared(UUID id, Writer by) {
        return Recorded.own(entities.find(Allocation.class, id, LockModeType.PESSIMISTIC_READ), by.caller());
    }

    /** The allocation, if it is of the caller's own institution, while nobody else does anything with it. */
    public Allocation alone(UUID id, Writer by) {
        return Recorded.own(entities.find(Allocation.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
    }

    /** The same of one that a request names by its id or reference; refused as absent at this field. */
    public Allocation alone(String idOrReference, String field, Writer by) {
        var named = Named.of(idOrReference);
        var found = named.id() != null
                ? entities.find(Allocation.class, named.id(), LockModeType.PESSIMISTIC_WRITE)
                : referred(named.reference(), by);
        return Recorded.own(
                found, by.caller(), Refusal.ofField(FundingRule.ALLOCATION_UNKNOWN, field, "value", idOrReference));
    }

    private Allocation referred(String reference, Writer by) {
        return entities.createQuery("""
                        FROM Allocation a WHERE a.institution = :institution AND a.terms.reference = :reference
                        AND a.status <> :withdrawn""", Allocation.class)
                .setParameter("institution", by.institution())
                .setParameter("reference", reference)
                .setParameter("withdrawn", ApprovalStatus.WITHDRAWN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** The same, while it is changed itself. */
    Allocation locked(UUID id, Integer readVersion, Writer by) {
        var allocation = alone(id, by);
        allocation.mustBe(readVersion);
        return allocation;
    }

    /** On which accounts the allocations under a programme count, or all where none is named. */
    Predicate<Balances.Balance> countedUnder(String programme, Caller reader) {
        var named = programme != null && !programme.isBlank();
        var among = Listing.of(Allocation.class, reader)
                .within(programme, "r.programme.id", "r.programme.terms.code")
                .where("r.status = :status", "status", named ? ApprovalStatus.APPROVED : null)
                .among(entities);
        return balance -> among.test(balance.owner());
    }

    List<Allocation> list(Listing<Allocation> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
