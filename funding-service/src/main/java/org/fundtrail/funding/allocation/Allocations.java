package org.fundtrail.funding.allocation;

import static org.fundtrail.journal.Listing.Sort;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.funding.programme.Programmes;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Decision;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Recorded;
import org.fundtrail.journal.Role;

/** What a person can do with allocations. */
@ApplicationScoped
public class Allocations {
    static final Map<String, Sort<Allocation>> SORTS = Map.of(
            "recordedAt", new Sort<>("r.recordedAt", a -> a.recordedAt().toString(), Instant::parse),
            "reference", new Sort<>("r.reference", Allocation::reference, text -> text),
            "amount", new Sort<>("r.amount", a -> a.amount().amount().toPlainString(), BigDecimal::new),
            "decisionDate", new Sort<>("r.decisionDate", a -> a.decisionDate().toString(), LocalDate::parse));

    private final EntityManager entities;
    private final Programmes programmes;
    private final Journal journal;
    private final Time time;

    Allocations(EntityManager entities, Programmes programmes, Journal journal, Time time) {
        this.entities = entities;
        this.programmes = programmes;
        this.journal = journal;
        this.time = time;
    }

    /** Proposes an allocation; it counts for nothing until somebody else approves it. */
    @Transactional
    Allocation record(NewAllocation said, Caller by) {
        said.checked(time.today());
        var programme = programmes.named(said.programme(), "programme", by);
        var allocation = new Allocation(said, programme, by, time.now());
        allocation.persist();
        journal.write(Change.of(
                        by,
                        Role.FUNDING_OFFICER,
                        "allocation.recorded",
                        allocation.subject(),
                        "Proposed the allocation " + allocation.reference() + " of " + allocation.amount())
                .effective(allocation.decisionDate())
                .changed(Map.of(), allocation.facts()));
        return allocation;
    }

    /** Says what a returned allocation should say instead, and proposes it again. */
    @Transactional
    Allocation change(UUID id, Integer readVersion, NewAllocation said, Caller by) {
        var allocation = locked(id, by);
        allocation.mustBe(readVersion);
        said.checked(time.today());
        var before = allocation.facts();
        allocation.change(said, programmes.named(said.programme(), "programme", by), by);
        journal.write(Change.of(
                        by,
                        Role.FUNDING_OFFICER,
                        "allocation.changed",
                        allocation.subject(),
                        "Changed the allocation " + allocation.reference() + " and proposed it again")
                .effective(allocation.decisionDate())
                .changed(before, allocation.facts()));
        return allocation;
    }

    /** Approves, returns or rejects; an approved one is in force and opens what may be committed and received. */
    @Transactional
    Allocation decide(UUID id, Integer readVersion, Decision decision, Caller by) {
        var allocation = locked(id, by);
        allocation.mustBe(readVersion);
        decision.checked();
        var before = allocation.facts();
        allocation.decide(decision, by, time.now());
        var change = Change.of(
                        by,
                        Role.APPROVER,
                        "allocation." + decision.outcome().past(),
                        allocation.subject(),
                        said(decision.outcome()) + " the allocation " + allocation.reference() + " of "
                                + allocation.amount())
                .because(decision.reason())
                .effective(allocation.decisionDate())
                .changed(before, allocation.facts());
        if (decision.outcome() == Decision.Outcome.APPROVED) {
            change.moving(allocation.amount(), Allocation.granted(id), allocation.available())
                    .moving(allocation.amount(), Allocation.due(id), allocation.toReceive());
        }
        journal.write(change);
        return allocation;
    }

    private static String said(Decision.Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> "Approved";
            case RETURNED -> "Returned";
            case REJECTED -> "Rejected";
        };
    }

    /** The allocation, if the reader sees it. */
    public Allocation find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Allocation.class, id), reader);
    }

    /** The allocation, if it is of the caller's own institution, to work on. */
    public Allocation own(UUID id, Caller by) {
        return Recorded.own(entities.find(Allocation.class, id), by);
    }

    private Allocation locked(UUID id, Caller by) {
        return Recorded.own(entities.find(Allocation.class, id, LockModeType.PESSIMISTIC_WRITE), by);
    }

    List<Allocation> list(Listing<Allocation> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
