package org.fundtrail.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Rule;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.allocation.AmendmentStep;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentTerms;
import org.fundtrail.funding.api.rules.FundingRule;
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
 * What a person can do with amendments of commitments. What one adds is reserved while it waits, as a commitment is; what it releases stays
 * committed until it is approved. The decision that approves it is one entry, what it does to the commitment another.
 */
@ApplicationScoped
class CommitmentAmendments {
    private final EntityManager entities;
    private final Commitments commitments;
    private final Steps steps;
    private final Journal journal;

    CommitmentAmendments(EntityManager entities, Commitments commitments, Steps steps, Journal journal) {
        this.entities = entities;
        this.commitments = commitments;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes it; what it adds is reserved. */
    @Transactional
    CommitmentAmendment record(UUID commitmentId, CommitmentAmendmentTerms terms, Writer by) {
        var commitment = commitments.locked(commitmentId, null, by);
        Values.check(terms, by.today());
        commitment.mustBeInForce();
        var amendment = new CommitmentAmendment(commitment, terms, by);
        mustBeDecided(amendment);
        mustBePossible(amendment);
        var change = steps.take(amendment, AmendmentStep.RECORD, null, by);
        amendment.persist();
        journal.write(reserving(amendment, change));
        return amendment;
    }

    /** Says what a returned one should say instead, and proposes it again. */
    @Transactional
    CommitmentAmendment change(UUID id, Integer readVersion, CommitmentAmendmentTerms terms, Writer by) {
        var amendment = locked(id, readVersion, by);
        Values.check(terms, by.today());
        var change = steps.take(amendment, AmendmentStep.CHANGE, null, by);
        amendment.commitment().mustBeInForce();
        amendment.say(terms, by);
        mustBeDecided(amendment);
        mustBePossible(amendment);
        journal.write(reserving(amendment, change));
        return amendment;
    }

    private static Change reserving(CommitmentAmendment amendment, Change change) {
        var commitment = amendment.commitment();
        var allocation = commitment.allocation();
        change.on(amendment.on());
        return amendment.change().isPositive()
                ? change.moving(amendment.change(), allocation.available(), allocation.reserved(commitment.projectId()))
                : change;
    }

    /** Approves, returns or rejects; an approved one changes its commitment. */
    @Transactional
    CommitmentAmendment decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(AmendmentStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is that from which the amendment counts unless given. */
    @Transactional
    CommitmentAmendment take(UUID id, Integer readVersion, AmendmentStep step, String reason, LocalDate on, Writer by) {
        var amendment = locked(id, readVersion, by);
        boolean isReserved = amendment.status() == ApprovalStatus.PROPOSED
                && amendment.change().isPositive(); // what came back has nothing set aside
        var change = steps.take(amendment, step, reason, by).on(on == null ? amendment.on() : on);
        if (step == AmendmentStep.APPROVE) {
            amendment.commitment().mustBeInForce();
            mustBePossible(amendment);
            journal.write(List.of(change, amending(amendment, by)));
            return amendment;
        }
        if (isReserved) {
            var allocation = amendment.commitment().allocation();
            change.moving(
                    amendment.change(),
                    allocation.reserved(amendment.commitment().projectId()),
                    allocation.available());
        }
        journal.write(change);
        return amendment;
    }

    /** What it does to its commitment. What is released was committed before, even if that was decided only while the amendment waited. */
    private Change amending(CommitmentAmendment amendment, Writer by) {
        var commitment = amendment.commitment();
        var before = commitment.facts();
        var since = amendment.change().isPositive() ? null : committedOn(commitment);
        var change = Change.of(commitment, Role.APPROVER, "commitment." + Commitment.AMENDED, by, before)
                .because(amendment.reason())
                .on(since != null && since.isAfter(amendment.on()) ? since : amendment.on());
        commitment.amend(amendment.change(), change);
        return change;
    }

    /** From which day on the commitment has had all that it comes to. */
    private LocalDate committedOn(Commitment commitment) {
        return (LocalDate) entities.createNativeQuery("""
                        SELECT max(p.effective_date) FROM journal.account a
                            JOIN journal.posting p ON p.log_id = 1 AND p.credit = a.id
                            JOIN journal.entry e ON e.log_id = 1 AND e.id = p.entry_id
                        WHERE a.log_id = 1 AND a.owner = :allocation AND a.kind = 'COMMITTED' AND a.party = :project
                            AND e.subject_id = :commitment""", LocalDate.class)
                .setParameter("allocation", commitment.allocation().id())
                .setParameter("project", commitment.projectId())
                .setParameter("commitment", commitment.id())
                .getSingleResult();
    }

    /** Refuses what would count before what it changes was decided: what it releases was committed when the money for it was there. */
    private void mustBeDecided(CommitmentAmendment amendment) {
        var commitment = amendment.commitment();
        var legal = commitment.legalCommitment().date();
        var committed = amendment.change().isPositive() ? legal : committedOn(commitment);
        var since = committed.isBefore(legal) ? legal : committed;
        new Checks()
                .that(!amendment.on().isBefore(since), FundingRule.AMENDED_TOO_EARLY, "on", "start", since.toString())
                .done();
    }

    /** Refuses what would release more than the commitment comes to, or than is not claimed. */
    private void mustBePossible(CommitmentAmendment amendment) {
        var commitment = amendment.commitment();
        var wrong = new ArrayList<Refusal.Finding>();
        mustCover(wrong, FundingRule.EXCEEDS_COMMITMENT, commitment.committed(), amendment.released());
        mustCover(wrong, FundingRule.EXCEEDS_UNCLAIMED, commitments.unclaimed(commitment), amendment.released());
        if (!wrong.isEmpty()) {
            throw new Refusal(List.of(wrong.get(0)));
        }
    }

    private static void mustCover(List<Refusal.Finding> wrong, Rule rule, Money free, Money released) {
        if (released.isPositive() && released.compareTo(free) > 0) {
            wrong.add(Refusal.Finding.of(rule, "change", "available", free.toString(), "amount", released.toString()));
        }
    }

    /** It, if the reader sees it. */
    CommitmentAmendment find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(CommitmentAmendment.class, id), reader);
    }

    private CommitmentAmendment locked(UUID id, Integer readVersion, Writer by) {
        commitments.locked(Parents.of(entities, CommitmentAmendment.class, "commitment", id), null, by);
        var amendment =
                Recorded.own(entities.find(CommitmentAmendment.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        amendment.mustBe(readVersion);
        return amendment;
    }

    <T> Page<T> page(
            Listing<CommitmentAmendment> listing,
            String after,
            int limit,
            Function<List<CommitmentAmendment>, Map<UUID, T>> shown) {
        return listing.page(entities, after, limit, shown);
    }
}
