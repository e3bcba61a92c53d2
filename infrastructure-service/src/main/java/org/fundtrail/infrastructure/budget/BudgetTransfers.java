package org.fundtrail.infrastructure.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Decision;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.budget.BudgetTransferTerms;
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

/** What a person can do with transfers between cost lines. Each is written under the lock of its project, so that two see one another. */
@ApplicationScoped
class BudgetTransfers {
    private final EntityManager entities;
    private final Projects projects;
    private final CostLines lines;
    private final Budgets budgets;
    private final Steps steps;
    private final Journal journal;

    BudgetTransfers(
            EntityManager entities, Projects projects, CostLines lines, Budgets budgets, Steps steps, Journal journal) {
        this.entities = entities;
        this.projects = projects;
        this.lines = lines;
        this.budgets = budgets;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes a transfer; it moves nothing until somebody else approves it. */
    @Transactional
    BudgetTransfer record(UUID projectId, BudgetTransferTerms terms, Writer by) {
        var project = projects.locked(projectId, by);
        Values.check(terms, by.today());
        var from = lines.named(terms.from(), "from", project, by);
        var transfer = new BudgetTransfer(terms, from, lines.named(terms.to(), "to", project, by), by);
        mustHold(transfer);
        var change = steps.take(transfer, BudgetStep.RECORD, null, by);
        transfer.persist();
        journal.write(change.on(transfer.on()));
        return transfer;
    }

    /** Says what a returned transfer should say instead, and proposes it again. */
    @Transactional
    BudgetTransfer change(UUID id, Integer readVersion, BudgetTransferTerms terms, Writer by) {
        var transfer = locked(id, readVersion, by);
        Values.check(terms, by.today());
        var change = steps.take(transfer, BudgetStep.CHANGE, null, by);
        var from = lines.named(terms.from(), "from", transfer.project(), by);
        transfer.say(terms, from, lines.named(terms.to(), "to", transfer.project(), by), by);
        mustHold(transfer);
        journal.write(change.on(transfer.on()));
        return transfer;
    }

    /** Approves, returns or rejects; an approved one moves its amount. */
    @Transactional
    BudgetTransfer decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(BudgetStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is that from which the transfer counts unless given. */
    @Transactional
    BudgetTransfer take(UUID id, Integer readVersion, BudgetStep step, String reason, LocalDate on, Writer by) {
        var transfer = locked(id, readVersion, by);
        var change = steps.take(transfer, step, reason, by).on(Budgets.ofStep(on, transfer.on()));
        if (step == BudgetStep.APPROVE) {
            mustHold(transfer);
            transfer.count(change);
        }
        journal.write(change);
        return transfer;
    }

    private void mustHold(BudgetTransfer transfer) {
        budgets.mustHold(transfer.from(), transfer.amount(), transfer.on());
    }

    /** The transfer, if the reader sees it. */
    BudgetTransfer find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(BudgetTransfer.class, id), reader);
    }

    private BudgetTransfer locked(UUID id, Integer readVersion, Writer by) {
        projects.locked(Parents.of(entities, BudgetTransfer.class, "project", id), by);
        var transfer =
                Recorded.own(entities.find(BudgetTransfer.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        transfer.mustBe(readVersion);
        return transfer;
    }

    List<BudgetTransfer> list(Listing<BudgetTransfer> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
