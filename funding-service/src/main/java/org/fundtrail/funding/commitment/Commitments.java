package org.fundtrail.funding.commitment;

import static org.fundtrail.journal.Listing.Sort;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Decision;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Recorded;
import org.fundtrail.journal.Role;

/** What a person can do with commitments. */
@ApplicationScoped
public class Commitments {
    static final Map<String, Sort<Commitment>> SORTS =
            Map.of("recordedAt", new Sort<>("r.recordedAt", c -> c.recordedAt().toString(), Instant::parse));

    private final EntityManager entities;
    private final Allocations allocations;
    private final Journal journal;
    private final Time time;

    Commitments(EntityManager entities, Allocations allocations, Journal journal, Time time) {
        this.entities = entities;
        this.allocations = allocations;
        this.journal = journal;
        this.time = time;
    }

    /** Reserves a part of the allocation for the project until an approver decides. */
    @Transactional
    Commitment record(UUID allocationId, NewCommitment said, InfrastructureClient.Project project, Caller by) {
        var allocation = allocations.own(allocationId, by);
        said.checked(time.today());
        allocation.mustBeInForce();
        var commitment = new Commitment(allocation, said, project, by, time.now());
        commitment.persist();
        journal.write(change(commitment, by, Role.FUNDING_OFFICER, "recorded", "Reserved")
                .changed(Map.of(), commitment.facts())
                .moving(commitment.amount(), allocation.available(), allocation.reserved(project.id())));
        return commitment;
    }

    /** Says what a returned commitment should say instead, and reserves that. */
    @Transactional
    Commitment change(
            UUID id, Integer readVersion, NewCommitment said, InfrastructureClient.Project project, Caller by) {
        var commitment = locked(id, by);
        commitment.mustBe(readVersion);
        said.checked(time.today());
        var before = commitment.facts();
        commitment.change(said, project, by);
        journal.write(change(commitment, by, Role.FUNDING_OFFICER, "changed", "Reserved")
                .changed(before, commitment.facts())
                .moving(
                        commitment.amount(),
                        commitment.allocation().available(),
                        commitment.allocation().reserved(project.id())));
        return commitment;
    }

    /** Approves: the reserved amount is committed. Returns or rejects: it is available again. */
    @Transactional
    Commitment decide(UUID id, Integer readVersion, Decision decision, Caller by) {
        var commitment = locked(id, by);
        commitment.mustBe(readVersion);
        decision.checked();
        var before = commitment.facts();
        commitment.decide(decision, by, time.now());
        var allocation = commitment.allocation();
        var said = switch (decision.outcome()) {
            case APPROVED -> "Committed";
            case RETURNED -> "Returned";
            case REJECTED -> "Rejected";
        };
        journal.write(change(commitment, by, Role.APPROVER, decision.outcome().past(), said)
                .because(decision.reason())
                .changed(before, commitment.facts())
                .moving(
                        commitment.amount(),
                        allocation.reserved(commitment.projectId()),
                        decision.outcome() == Decision.Outcome.APPROVED
                                ? allocation.committed(commitment.projectId())
                                : allocation.available()));
        return commitment;
    }

    private static Change change(Commitment commitment, Caller by, String role, String action, String said) {
        return Change.of(
                        by,
                        role,
                        "commitment." + action,
                        commitment.subject(),
                        said + " " + commitment.amount() + " of the allocation "
                                + commitment.allocation().reference() + " for the project "
                                + commitment.projectReference())
                .within(commitment.allocation().subject())
                .effective(commitment
                        .allocation()
                        .countsFrom(commitment.legalCommitment().date()));
    }

    Commitment find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Commitment.class, id), reader);
    }

    private Commitment locked(UUID id, Caller by) {
        return Recorded.own(entities.find(Commitment.class, id, LockModeType.PESSIMISTIC_WRITE), by);
    }

    List<Commitment> list(UUID allocation, Listing<Commitment> listing, String after, int limit, Caller reader) {
        if (allocation != null) {
            allocations.find(allocation, reader);
        }
        return listing.rows(entities, after, limit);
    }
}
