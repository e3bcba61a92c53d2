package org.fundtrail.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Reversals;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What a person can do with commitments. */
@ApplicationScoped
public class Commitments {
    private final EntityManager entities;
    private final Allocations allocations;
    private final Steps steps;
    private final Reversals reversals;
    private final Balances balances;
    private final Journal journal;

    Commitments(
            EntityManager entities,
            Allocations allocations,
            Steps steps,
            Reversals reversals,
            Balances balances,
            Journal journal) {
        this.entities = entities;
        this.allocations = allocations;
        this.steps = steps;
        this.reversals = reversals;
        this.balances = balances;
        this.journal = journal;
    }

    /** Reserves a part of the allocation for the project until an approver decides. */
    @Transactional
    Commitment record(UUID allocationId, CommitmentTerms terms, ProjectView project, Writer by) {
        var allocation = allocations.shared(allocationId, by);
        Values.check(terms, by.today());
        allocation.mustBeInForce();
        var commitment = new Commitment(allocation, terms, project, by);
        var change = steps.take(commitment, CommitmentStep.RECORD, null, by);
        commitment.persist();
        journal.write(reserving(commitment, change));
        return commitment;
    }

    /** Says what a returned commitment should say instead, and reserves that. */
    @Transactional
    Commitment change(UUID id, Integer readVersion, CommitmentTerms terms, ProjectView project, Writer by) {
        var commitment = locked(id, readVersion, by);
        Values.check(terms, by.today());
        commitment.allocation().mustBeInForce();
        var change = steps.take(commitment, CommitmentStep.CHANGE, null, by);
        commitment.say(terms, project);
        journal.write(reserving(commitment, change));
        return commitment;
    }

    private static Change reserving(Commitment commitment, Change change) {
        var allocation = commitment.allocation();
        return change.on(commitment.legalCommitment().date())
                .moving(commitment.amount(), allocation.available(), allocation.reserved(commitment.projectId()));
    }

    /** Approves: the reserved amount is committed. Returns or rejects: it is available again. So it is once its reversal is approved. */
    @Transactional
    Commitment decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        var commitment = locked(id, readVersion, by);
        var step = Step.decided(CommitmentStep.values(), decision, commitment.status());
        return taken(commitment, step, decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is the legal commitment's unless given. */
    @Transactional
    Commitment take(UUID id, Integer readVersion, CommitmentStep step, String reason, LocalDate on, Writer by) {
        return taken(locked(id, readVersion, by), step, reason, on, by);
    }

    private Commitment taken(Commitment commitment, CommitmentStep step, String reason, LocalDate on, Writer by) {
        boolean isReserved = commitment.status() == ApprovalStatus.PROPOSED; // what came back has nothing set aside
        var change = steps.take(commitment, step, reason, by)
                .on(on == null ? commitment.legalCommitment().date() : on);
        if (isReserved) {
            var allocation = commitment.allocation();
            change.moving(
                    commitment.amount(),
                    allocation.reserved(commitment.projectId()),
                    step == CommitmentStep.APPROVE
                            ? allocation.committed(commitment.projectId())
                            : allocation.available());
        }
        switch (step) {
            case REVERSE -> mayBeReversed(commitment, change, by);
            case REFUSE_REVERSAL -> change.on(by.today());
            case APPROVE_REVERSAL -> reverse(commitment, change, by);
            default -> {} // its money was moved above
        }
        journal.write(change);
        return commitment;
    }

    private void mayBeReversed(Commitment commitment, Change change, Writer by) {
        commitment.allocation().mustBeInForce();
        reversals.mustBearNothing(commitment);
        mustNotBeClaimed(commitment);
        change.on(by.today());
    }

    /** Refuses to take back what claims need: what the project's commitments from its allocation come to without this one is less than what they hold. */
    private void mustNotBeClaimed(Commitment commitment) {
        var unclaimed = unclaimed(commitment);
        if (commitment.committed().compareTo(unclaimed) > 0) {
            throw Refusal.of(
                    JournalRule.REVERSAL_OF_USED_MONEY,
                    "available",
                    unclaimed.toString(),
                    "amount",
                    commitment.committed().toString());
        }
    }

    /** What of all commitments of its project from its allocation no claim holds; the allocation is locked. */
    Money unclaimed(Commitment commitment) {
        var committed = balances.of(commitment.allocation().id()).getOrDefault("COMMITTED", Map.of());
        return Money.eur(committed.getOrDefault(commitment.projectId(), BigDecimal.ZERO));
    }

    /** What is committed by it is available again, from today on, as far as nobody has claimed it. */
    private void reverse(Commitment commitment, Change change, Writer by) {
        mayBeReversed(commitment, change, by);
        var allocation = commitment.allocation();
        reversals
                .of(change, commitment, CommitmentStep.APPROVE.past())
                .moving(
                        commitment.amount(),
                        allocation.committed(commitment.projectId()).refusing(JournalRule.REVERSAL_OF_USED_MONEY, null),
                        allocation.available());
    }

    Commitment find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Commitment.class, id), reader);
    }

    /** The allocation first and then what is committed of it, as everybody locks them. */
    Commitment locked(UUID id, Integer readVersion, Writer by) {
        allocations.shared(Parents.of(entities, Commitment.class, "allocation", id), by);
        var commitment = Recorded.own(entities.find(Commitment.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        commitment.mustBe(readVersion);
        return commitment;
    }

    List<Commitment> list(UUID allocation, Listing<Commitment> listing, String after, int limit, Caller reader) {
        if (allocation != null) {
            allocations.find(allocation, reader);
        }
        return listing.rows(entities, after, limit);
    }
}
