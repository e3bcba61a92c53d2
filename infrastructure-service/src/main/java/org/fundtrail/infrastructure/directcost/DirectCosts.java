package org.fundtrail.infrastructure.directcost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Decision;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.directcost.DirectCostTerms;
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

/** What a person can do with direct costs. More than what is budgeted is not refused: the cost report states it. */
@ApplicationScoped
class DirectCosts {
    private final EntityManager entities;
    private final Projects projects;
    private final CostLines lines;
    private final Steps steps;
    private final Journal journal;

    DirectCosts(EntityManager entities, Projects projects, CostLines lines, Steps steps, Journal journal) {
        this.entities = entities;
        this.projects = projects;
        this.lines = lines;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes a direct cost; it counts for nothing until somebody else approves it. */
    @Transactional
    DirectCost record(UUID projectId, DirectCostTerms terms, Writer by) {
        var project = projects.shared(projectId, by);
        Values.check(terms, by.today());
        var cost = new DirectCost(terms, lines.named(terms.costLine(), "costLine", project, by), by);
        var change = steps.take(cost, DirectCostStep.RECORD, null, by);
        cost.persist();
        journal.write(change.on(cost.on()));
        return cost;
    }

    /** Says what a returned direct cost should say instead, and proposes it again. */
    @Transactional
    DirectCost change(UUID id, Integer readVersion, DirectCostTerms terms, Writer by) {
        var cost = locked(id, readVersion, by);
        Values.check(terms, by.today());
        var change = steps.take(cost, DirectCostStep.CHANGE, null, by);
        cost.say(terms, lines.named(terms.costLine(), "costLine", cost.project(), by));
        journal.write(change.on(cost.on()));
        return cost;
    }

    /** Approves, returns or rejects; an approved one is an actual cost of its line from its day on. */
    @Transactional
    DirectCost decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(DirectCostStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is that of the cost unless given. */
    @Transactional
    DirectCost take(UUID id, Integer readVersion, DirectCostStep step, String reason, LocalDate on, Writer by) {
        var cost = locked(id, readVersion, by);
        var change = steps.take(cost, step, reason, by).on(on == null ? cost.on() : on);
        if (step == DirectCostStep.APPROVE) {
            cost.count(change);
        }
        journal.write(change);
        return cost;
    }

    /** The direct cost, if the reader sees it. */
    DirectCost find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(DirectCost.class, id), reader);
    }

    private DirectCost locked(UUID id, Integer readVersion, Writer by) {
        projects.shared(Parents.of(entities, DirectCost.class, "project", id), by);
        var cost = Recorded.own(entities.find(DirectCost.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        cost.mustBe(readVersion);
        return cost;
    }

    List<DirectCost> list(Listing<DirectCost> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
