package org.fundtrail.infrastructure.estimate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.estimate.BaselineTerms;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What a person can do with the choice of a baseline. */
@ApplicationScoped
public class Baselines {
    private static final Map<String, Sort> AS_PROPOSED = Map.of("recordedAt", Sort.moment("r.recordedAt"));

    private final EntityManager entities;
    private final Instance<Owners> owners;
    private final Steps steps;
    private final Journal journal;

    Baselines(EntityManager entities, Instance<Owners> owners, Steps steps, Journal journal) {
        this.entities = entities;
        this.owners = owners;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes which estimate counts; one undecided proposal at a time. */
    @Transactional
    public Baseline propose(String type, UUID owner, Integer readVersion, BaselineTerms choice, Writer by) {
        var of = owners(type).locked(owner, by);
        of.mustBe(readVersion);
        entities.lock(of, LockModeType.PESSIMISTIC_FORCE_INCREMENT); // it shows what is proposed and what counts
        Values.check(choice, by.today());
        var wanted = choice.estimate();
        var estimate = entities.find(Estimate.class, wanted);
        if (estimate == null || !estimate.owner().id().equals(owner)) {
            throw Refusal.ofField(
                    InfrastructureRule.ESTIMATE_UNKNOWN,
                    "estimate",
                    "value",
                    wanted.toString(),
                    "owner",
                    of.reference());
        }
        mustBeAnother(estimate, by);
        if (isProposed(owner)) {
            throw Refusal.of(InfrastructureRule.BASELINE_ALREADY_PROPOSED, "owner", of.reference());
        }
        var baseline = new Baseline(of, estimate, choice.reason(), by);
        var change = steps.take(baseline, BaselineStep.PROPOSE, choice.reason(), by);
        baseline.persist();
        journal.write(change.on(estimate.date()));
        return baseline;
    }

    private void mustBeAnother(Estimate estimate, Writer by) {
        var owner = estimate.owner().id();
        var now = counting(List.of(owner), by.today()).get(owner);
        if (now != null && now.id().equals(estimate.id())) {
            throw Refusal.ofField(InfrastructureRule.ALREADY_THE_BASELINE, "estimate");
        }
    }

    /** Approves: it counts from the estimate's date on, and earlier choices stay on record. Returns or rejects: another may be proposed. */
    @Transactional
    Baseline decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(BaselineStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is the estimate's unless given. */
    @Transactional
    Baseline take(UUID id, Integer readVersion, BaselineStep step, String reason, LocalDate on, Writer by) {
        var found = Recorded.own(entities.find(Baseline.class, id), by.caller());
        var owner = found.parent();
        var of = owners(owner.type()).locked(owner.id(), by); // the owner first, as everybody locks them
        entities.lock(of, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        found.mustBe(readVersion);
        int n = choices(owner.id()) + 1;
        if (step == BaselineStep.APPROVE && found.status() == ApprovalStatus.PROPOSED) {
            mustBeAnother(found.estimate(), by);
        }
        var change = steps.take(found, step, reason, by)
                .on(on == null ? found.estimate().date() : on);
        if (step == BaselineStep.APPROVE) {
            found.counts(n);
        }
        journal.write(change);
        return found;
    }

    private int choices(UUID owner) {
        return entities.createQuery(
                        "SELECT coalesce(max(b.n), 0) FROM Baseline b WHERE b.ownerId = :owner", Integer.class)
                .setParameter("owner", owner)
                .getSingleResult();
    }

    private Owners owners(String type) {
        return owners.stream().filter(o -> o.type().equals(type)).findFirst().orElseThrow();
    }

    Baseline find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Baseline.class, id), reader);
    }

    /** The proposals of a project or works programme, oldest first. */
    List<Baseline> list(Listing<Baseline> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }

    static Listing<Baseline> of(String type, UUID owner, Caller reader) {
        return Listing.of(Baseline.class, reader)
                .where("r.ownerType = :type", "type", type)
                .where("r.ownerId = :owner", "owner", owner)
                .sorted(AS_PROPOSED, null, "recordedAt");
    }

    /** The project or works programme, if the reader sees it. */
    Estimated owner(String type, UUID owner, Caller reader) {
        return owners(type).seen(owner, reader);
    }

    boolean isProposed(UUID owner) {
        return proposed(List.of(owner)).containsKey(owner);
    }

    /** What is proposed and not decided, by owner. */
    public Map<UUID, Baseline> proposed(Collection<UUID> owners) {
        var found = new HashMap<UUID, Baseline>();
        if (!owners.isEmpty()) {
            entities.createQuery(
                            "FROM Baseline b JOIN FETCH b.estimate WHERE b.ownerId IN :owners AND b.status = PROPOSED",
                            Baseline.class)
                    .setParameter("owners", owners)
                    .getResultList()
                    .forEach(b -> found.put(b.parent().id(), b));
        }
        return found;
    }

    /**
     * What counts as of a day, by owner: of the approved choices of an estimate made by then, the one approved last. Owners without one are
     * left out.
     */
    public Map<UUID, Estimate> counting(Collection<UUID> owners, LocalDate day) {
        var found = new HashMap<UUID, Estimate>();
        if (owners.isEmpty()) {
            return found;
        }
        entities.createNativeQuery("""
                        SELECT DISTINCT ON (b.owner_id) e.*
                        FROM infrastructure.baseline b JOIN infrastructure.estimate e ON e.id = b.estimate_id
                        WHERE b.owner_id = ANY (:owners) AND b.n IS NOT NULL AND e.date <= :day
                        ORDER BY b.owner_id, b.n DESC""", Estimate.class)
                .setParameter("owners", owners.toArray(UUID[]::new))
                .setParameter("day", day)
                .getResultList()
                .forEach(e -> found.put(((Estimate) e).owner().id(), (Estimate) e));
        return found;
    }
}
