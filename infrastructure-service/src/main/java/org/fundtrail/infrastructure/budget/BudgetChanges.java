package org.fundtrail.infrastructure.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.budget.BudgetChangeTerms;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/**
 * What a person can do with changes of budgets. Each is written under the lock of its project. While it waits its amount stands among the
 * pending changes of its line.
 */
@ApplicationScoped
class BudgetChanges {
    private final EntityManager entities;
    private final Projects projects;
    private final CostLines lines;
    private final Budgets budgets;
    private final Steps steps;
    private final Journal journal;

    BudgetChanges(
            EntityManager entities, Projects projects, CostLines lines, Budgets budgets, Steps steps, Journal journal) {
        this.entities = entities;
        this.projects = projects;
        this.lines = lines;
        this.budgets = budgets;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes a change, which is pending until somebody else decides. */
    @Transactional
    BudgetChange record(UUID projectId, BudgetChangeTerms terms, Writer by) {
        var project = projects.locked(projectId, by);
        Values.check(terms, by.today());
        var asked = new BudgetChange(terms, lines.named(terms.costLine(), "costLine", project, by), by);
        mustHold(asked);
        var change = steps.take(asked, BudgetStep.RECORD, null, by).on(asked.on());
        asked.persist();
        asked.pend(change);
        journal.write(change);
        return asked;
    }

    /** Says what a returned change should say instead, and proposes it again. */
    @Transactional
    BudgetChange change(UUID id, Integer readVersion, BudgetChangeTerms terms, Writer by) {
        var asked = locked(id, readVersion, by);
        Values.check(terms, by.today());
        var change = steps.take(asked, BudgetStep.CHANGE, null, by);
        asked.say(terms, lines.named(terms.costLine(), "costLine", asked.project(), by), by);
        mustHold(asked);
        asked.pend(change.on(asked.on()));
        journal.write(change);
        return asked;
    }

    /** Approves, returns or rejects; an approved one moves its amount. */
    @Transactional
    BudgetChange decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(BudgetStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is that from which the change counts unless given. */
    @Transactional
    BudgetChange take(UUID id, Integer readVersion, BudgetStep step, String reason, LocalDate on, Writer by) {
        var asked = locked(id, readVersion, by);
        boolean waited = asked.status() == ApprovalStatus.PROPOSED; // what came back is not pending
        var change = steps.take(asked, step, reason, by).on(Budgets.ofStep(on, asked.on()));
        if (waited) {
            asked.settle(change);
        }
        if (step == BudgetStep.APPROVE) {
            mustHold(asked);
            asked.count(change);
        }
        journal.write(change);
        return asked;
    }

    private void mustHold(BudgetChange asked) {
        budgets.mustHold(asked.costLine(), asked.taken(), asked.on());
    }

    /** The change, if the reader sees it. */
    BudgetChange find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(BudgetChange.class, id), reader);
    }

    private BudgetChange locked(UUID id, Integer readVersion, Writer by) {
        projects.locked(Parents.of(entities, BudgetChange.class, "project", id), by);
        var asked = Recorded.own(entities.find(BudgetChange.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        asked.mustBe(readVersion);
        return asked;
    }

    List<BudgetChange> list(Listing<BudgetChange> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
