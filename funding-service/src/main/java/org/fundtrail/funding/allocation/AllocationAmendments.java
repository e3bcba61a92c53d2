package org.fundtrail.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.allocation.ChangedAmendmentTerms;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/**
 * What a person can do with amendments, decommitments and closures of allocations. Each is written under the lock of its allocation, so
 * nothing is recorded on one while it is closed. The decision that approves it is one entry, what it does to the allocation another.
 */
@ApplicationScoped
class AllocationAmendments {
    private final EntityManager entities;
    private final Allocations allocations;
    private final OpenMoney open;
    private final DrawnOn drawn;
    private final Steps steps;
    private final Journal journal;

    AllocationAmendments(
            EntityManager entities,
            Allocations allocations,
            OpenMoney open,
            DrawnOn drawn,
            Steps steps,
            Journal journal) {
        this.entities = entities;
        this.allocations = allocations;
        this.open = open;
        this.drawn = drawn;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes it; nothing moves until somebody else decides. */
    @Transactional
    AllocationAmendment record(UUID allocationId, Amending amending, Writer by) {
        var allocation = allocations.locked(allocationId, null, by);
        var says = amending.on(by.today());
        allocation.mustBeInForce();
        var amendment = new AllocationAmendment(allocation, amending.type(), says, by);
        drawn.mustBeDecided(amendment, amending.dayField());
        mustBePossible(amendment, amending.field());
        var change = steps.take(amendment, AmendmentStep.RECORD, null, by).on(says.on());
        amendment.persist();
        journal.write(change);
        return amendment;
    }

    /** Says what a returned one should say instead, and proposes it again. */
    @Transactional
    AllocationAmendment change(UUID id, Integer readVersion, ChangedAmendmentTerms terms, Writer by) {
        var amendment = locked(id, readVersion, by);
        var amending = Amending.of(terms, amendment.type());
        var says = amending.on(by.today());
        var change = steps.take(amendment, AmendmentStep.CHANGE, null, by).on(says.on());
        amendment.allocation().mustBeInForce();
        amendment.say(says);
        drawn.mustBeDecided(amendment, amending.dayField());
        mustBePossible(amendment, amending.field());
        journal.write(change);
        return amendment;
    }

    /** Approves, returns or rejects; an approved one amends or closes its allocation. */
    @Transactional
    AllocationAmendment decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(AmendmentStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is that from which the amendment counts unless given. */
    @Transactional
    AllocationAmendment take(UUID id, Integer readVersion, AmendmentStep step, String reason, LocalDate on, Writer by) {
        var amendment = locked(id, readVersion, by);
        var change = steps.take(amendment, step, reason, by).on(on == null ? amendment.on() : on);
        if (step == AmendmentStep.APPROVE) {
            amendment.allocation().mustBeInForce();
            if (amendment.isClosure()) {
                drawn.mustBeDecided(amendment, null); // what happened while it waited
            }
            mustBePossible(amendment, null);
            journal.write(List.of(change, done(amendment, by)));
        } else {
            journal.write(change);
        }
        return amendment;
    }

    /** What it does to its allocation. */
    private static Change done(AllocationAmendment amendment, Writer by) {
        var allocation = amendment.allocation();
        var before = allocation.facts();
        var action = amendment.isClosure() ? Allocation.CLOSED : Allocation.AMENDED;
        var change = Change.of(allocation, Role.APPROVER, "allocation." + action, by, before)
                .because(amendment.reason())
                .on(amendment.on());
        if (amendment.isClosure()) {
            allocation.close(amendment.on());
        } else {
            allocation.amend(amendment.change(), change);
        }
        return change;
    }

    private void mustBePossible(AllocationAmendment amendment, String field) {
        if (amendment.isClosure()) {
            open.mustBeNone(amendment);
        } else {
            open.mustCover(amendment, field);
        }
    }

    /** It, if the reader sees it. */
    AllocationAmendment find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(AllocationAmendment.class, id), reader);
    }

    private AllocationAmendment locked(UUID id, Integer readVersion, Writer by) {
        allocations.locked(Parents.of(entities, AllocationAmendment.class, "allocation", id), null, by);
        var amendment =
                Recorded.own(entities.find(AllocationAmendment.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        amendment.mustBe(readVersion);
        return amendment;
    }

    <T> Page<T> page(
            Listing<AllocationAmendment> listing,
            String after,
            int limit,
            Function<List<AllocationAmendment>, Map<UUID, T>> shown) {
        return listing.page(entities, after, limit, shown);
    }
}
