package org.fundtrail.funding.costoption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.funding.api.costoption.CostOptionTerms;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/**
 * What a person can do with cost options. Whoever decides on one or claims by it holds the lock of its allocation, so that it needs none of
 * its own for that.
 */
@ApplicationScoped
public class CostOptions {
    private final EntityManager entities;
    private final Allocations allocations;
    private final Balances balances;
    private final Steps steps;
    private final Journal journal;

    CostOptions(EntityManager entities, Allocations allocations, Balances balances, Steps steps, Journal journal) {
        this.entities = entities;
        this.allocations = allocations;
        this.balances = balances;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes it; nothing can be claimed by it until an approver decides. */
    @Transactional
    CostOption record(CostOptionTerms terms, ProjectView project, Writer by) {
        Values.check(terms, by.today());
        var allocation = allocations.alone(terms.allocation(), "allocation", by);
        allocation.mustBeInForce();
        var option = new CostOption(allocation, next(allocation), terms, project, by);
        var change = steps.take(option, CostOptionStep.RECORD, null, by);
        option.persist();
        journal.write(change.on(option.decidedOn()));
        return option;
    }

    /** Which of its allocation's a new one is; the allocation is locked. */
    private int next(Allocation allocation) {
        return 1
                + entities.createQuery(
                                "SELECT coalesce(max(r.n), 0) FROM CostOption r WHERE r.allocation.id = :allocation",
                                Integer.class)
                        .setParameter("allocation", allocation.id())
                        .getSingleResult();
    }

    /** Says what a returned one should say instead, and proposes it again. */
    @Transactional
    CostOption change(UUID id, Integer readVersion, CostOptionTerms terms, ProjectView project, Writer by) {
        var option = locked(id, readVersion, by);
        Values.check(terms, by.today());
        mustStay(option, Named.of(terms.allocation()));
        option.allocation().mustBeInForce();
        var change = steps.take(option, CostOptionStep.CHANGE, null, by);
        option.say(terms, project);
        journal.write(change.on(option.decidedOn()));
        return option;
    }

    private static void mustStay(CostOption option, Named allocation) {
        var its = option.allocation();
        if (!its.id().equals(allocation.id()) && !its.reference().equals(allocation.reference())) {
            throw Refusal.ofField(
                    FundingRule.COST_OPTION_STAYS_ON_ITS_ALLOCATION, "allocation", "reference", option.reference());
        }
    }

    /** Approves, returns or rejects; by an approved one so much can be claimed as it comes to. */
    @Transactional
    CostOption decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(CostOptionStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is that of its decision unless given. */
    @Transactional
    CostOption take(UUID id, Integer readVersion, CostOptionStep step, String reason, LocalDate on, Writer by) {
        var option = locked(id, readVersion, by);
        var change = steps.take(option, step, reason, by).on(on == null ? option.decidedOn() : on);
        if (step == CostOptionStep.APPROVE) {
            option.allocation().mustBeInForce();
            change.moving(option.amount(), Entitlement.outside(id), Entitlement.free(id, "amount"));
        }
        journal.write(change);
        return option;
    }

    /** Those that a request names by their ids or references, each as it is named; what is absent or another institution's is left out. */
    public Map<String, CostOption> named(Collection<String> names, Writer by) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var ids = new HashSet<UUID>();
        var references = new HashSet<String>();
        for (var name : names) {
            var named = Named.of(name);
            if (named.id() == null) {
                references.add(named.reference());
            } else {
                ids.add(named.id());
            }
        }
        var found = entities.createQuery("""
                        FROM CostOption r WHERE r.institution = :institution AND (r.id IN (:ids) OR r.reference IN (:references))""", CostOption.class)
                .setParameter("institution", by.institution())
                .setParameter("ids", ids)
                .setParameter("references", references)
                .getResultList();
        var named = new HashMap<String, CostOption>();
        for (var name : names) {
            found.stream().filter(option -> option.isCalled(name)).forEach(option -> named.put(name, option));
        }
        return named;
    }

    /** Those by which can be claimed from an allocation for a project, the earliest first. */
    public List<CostOption> claimable(Allocation from, String project) {
        var named = Named.of(project);
        return entities.createQuery("""
                        FROM CostOption r WHERE r.allocation.id = :allocation AND r.status = :status
                        AND (r.projectId = :project OR r.terms.project = :reference) ORDER BY r.n""", CostOption.class)
                .setParameter("allocation", from.id())
                .setParameter("status", ApprovalStatus.APPROVED)
                .setParameter("project", named.id())
                .setParameter("reference", named.reference())
                .getResultList();
    }

    /** Where their money stands, by their ids: one question for all of them. */
    public Map<UUID, Entitlement> stands(Collection<UUID> options) {
        var stands = balances.of(options);
        var found = new HashMap<UUID, Entitlement>();
        options.forEach(id -> found.put(id, Entitlement.of(stands.getOrDefault(id, Map.of()))));
        return found;
    }

    /** It, if the reader sees it. */
    CostOption find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(CostOption.class, id), reader);
    }

    /** The allocation first and then what is claimed of it, as everybody locks them. */
    private CostOption locked(UUID id, Integer readVersion, Writer by) {
        allocations.alone(Parents.of(entities, CostOption.class, "allocation", id), by);
        var option = Recorded.own(entities.find(CostOption.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        option.mustBe(readVersion);
        return option;
    }

    List<CostOption> list(Listing<CostOption> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
