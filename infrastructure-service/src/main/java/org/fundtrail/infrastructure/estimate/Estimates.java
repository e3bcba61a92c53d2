package org.fundtrail.infrastructure.estimate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.rules.InfrastructureRule;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Recorded;
import org.fundtrail.journal.Role;

/** What a person can do with the estimates of a project or works programme. */
@ApplicationScoped
public class Estimates {
    /** By date, then as recorded: ids are made in the order of time. */
    private static final Map<String, Listing.Sort<Estimate>> LADDER =
            Map.of("date", new Listing.Sort<>("r.date", e -> e.date().toString(), LocalDate::parse));

    private final EntityManager entities;
    private final Journal journal;
    private final Time time;
    private final BigDecimal standardRate;

    Estimates(
            EntityManager entities,
            Journal journal,
            Time time,
            @ConfigProperty(name = "fundtrail.vat-rate", defaultValue = "0.21") BigDecimal standardRate) {
        this.entities = entities;
        this.journal = journal;
        this.time = time;
        this.standardRate = standardRate;
    }

    /** Adds an estimate to the ladder of a project or works programme; it counts once it is chosen as the baseline. */
    @Transactional
    public Estimate record(Estimated of, NewEstimate said, Caller by) {
        var estimate = new Estimate(said.checked(time.today()), of, standardRate, by, time.now());
        estimate.persist();
        journal.write(Change.of(
                        by,
                        Role.PROJECT_OFFICER,
                        "estimate.recorded",
                        estimate.subject(),
                        "Recorded the estimate " + estimate.name() + " of " + estimate.amount() + " for "
                                + of.reference())
                .within(of.subject())
                .effective(estimate.date())
                .changed(Map.of(), estimate.facts()));
        return estimate;
    }

    /**
     * Makes one of its estimates the baseline, from that estimate's date on. Earlier choices stay on record.
     *
     * @param of whose row is locked by the caller, so that choices are numbered one after the other
     */
    @Transactional
    public void choose(Estimated of, BaselineChoice choice, Caller by) {
        var wanted = choice.checked().estimate();
        var estimate = entities.find(Estimate.class, wanted);
        if (estimate == null || !estimate.owner().id().equals(of.id())) {
            throw Refusal.ofField(
                    InfrastructureRule.ESTIMATE_UNKNOWN,
                    "estimate",
                    "value",
                    wanted.toString(),
                    "owner",
                    of.reference());
        }
        var before = baselines(List.of(of.id()), time.today()).get(of.id());
        if (before != null && before.id().equals(wanted)) {
            throw Refusal.ofField(InfrastructureRule.ALREADY_THE_BASELINE, "estimate");
        }
        entities.createNativeQuery("""
                        INSERT INTO infrastructure.baseline (owner_id, n, estimate_id, chosen_by, chosen_at)
                        VALUES (:owner, :n, :estimate, :by, :at)""")
                .setParameter("owner", of.id())
                .setParameter("n", of.anotherChoice())
                .setParameter("estimate", estimate.id())
                .setParameter("by", by.subject())
                .setParameter("at", time.now())
                .executeUpdate();
        journal.write(Change.of(
                        by,
                        Role.PROJECT_OFFICER,
                        of.subject().type() + ".baseline-chosen",
                        of.subject(),
                        "Chose the estimate " + estimate.name() + " of " + estimate.amount() + " as the baseline of "
                                + of.reference())
                .effective(estimate.date())
                .changed(named(before), named(estimate)));
    }

    private static Map<String, Object> named(Estimate baseline) {
        var facts = new LinkedHashMap<String, Object>();
        if (baseline != null) {
            facts.put("baseline.estimate", baseline.id().toString());
            baseline.facts().forEach((field, value) -> facts.put("baseline." + field, value));
        }
        return facts;
    }

    Estimate find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Estimate.class, id), reader);
    }

    /** The ladder of a project or works programme that the reader sees: by date, then as recorded. */
    public Page<EstimateApi.View> ladder(Estimated of, Caller reader, String after, String limit) {
        int most = Page.limit(limit);
        var listing = Listing.of(Estimate.class, reader)
                .where("r.ownerId = :owner", "owner", of.id())
                .sorted(LADDER, null, "date");
        var baseline = baselines(List.of(of.id()), time.today()).get(of.id());
        return listing.page(
                listing.rows(entities, after, most),
                most,
                e -> EstimateApi.View.from(e, baseline != null && baseline.id().equals(e.id()), reader));
    }

    /**
     * What counted as of a day, by owner: of the choices of an estimate made by then, the one recorded last. Owners without one are left
     * out.
     */
    public Map<UUID, Estimate> baselines(Collection<UUID> owners, LocalDate day) {
        var found = new HashMap<UUID, Estimate>();
        if (owners.isEmpty()) {
            return found;
        }
        entities.createNativeQuery("""
                        SELECT DISTINCT ON (b.owner_id) e.*
                        FROM infrastructure.baseline b JOIN infrastructure.estimate e ON e.id = b.estimate_id
                        WHERE b.owner_id = ANY (:owners) AND e.date <= :day
                        ORDER BY b.owner_id, b.n DESC""", Estimate.class)
                .setParameter("owners", owners.toArray(UUID[]::new))
                .setParameter("day", day)
                .getResultList()
                .forEach(e -> found.put(((Estimate) e).owner().id(), (Estimate) e));
        return found;
    }

    /** Those of these owners that have an estimate to choose from. */
    public Set<UUID> withEstimates(Collection<UUID> owners) {
        return owners.isEmpty()
                ? Set.of()
                : new HashSet<>(entities.createQuery(
                                "SELECT DISTINCT e.ownerId FROM Estimate e WHERE e.ownerId IN :owners", UUID.class)
                        .setParameter("owners", owners)
                        .getResultList());
    }
}
