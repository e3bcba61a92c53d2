package org.fundtrail.infrastructure.estimate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.Time;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;

/** What a person can do with the estimates of a project or works programme. */
@ApplicationScoped
public class Estimates {
    /** By date, then as recorded: ids are made in the order of time. */
    private static final Map<String, Sort> LADDER = Map.of("date", Sort.day("r.terms.date"));

    private final EntityManager entities;
    private final Baselines baselines;
    private final Persons persons;
    private final Journal journal;
    private final Time time;
    private final BigDecimal standardRate;

    Estimates(
            EntityManager entities,
            Baselines baselines,
            Persons persons,
            Journal journal,
            Time time,
            @ConfigProperty(name = "fundtrail.vat-rate", defaultValue = "0.21") BigDecimal standardRate) {
        this.entities = entities;
        this.baselines = baselines;
        this.persons = persons;
        this.journal = journal;
        this.time = time;
        this.standardRate = standardRate;
    }

    /**
     * Adds an estimate to the ladder of a project or works programme; it counts once it is chosen as the baseline.
     *
     * @param of as it stays while this is done
     */
    @Transactional
    public Estimate record(Estimated of, EstimateTerms terms, Writer by) {
        Values.check(terms, by.today());
        var estimate = new Estimate(terms, of, standardRate, by);
        estimate.persist();
        journal.write(Change.recorded(estimate, Role.PROJECT_OFFICER, by).on(estimate.date()));
        return estimate;
    }

    /** An estimate as its reader sees it: whether it counts is looked up. */
    public EstimateView view(Estimate estimate, Caller reader) {
        var owner = estimate.owner().id();
        return estimate.view(isBaseline(estimate, owner), baselines.isProposed(owner), persons, reader);
    }

    /** What a new estimate is answered with. */
    public Answer created(Estimate estimate, Writer by) {
        return Answer.created(
                view(estimate, by.caller()), "/api/infrastructure/v1/estimates/" + estimate.id(), estimate);
    }

    private boolean isBaseline(Estimate estimate, UUID owner) {
        var counts = baselines.counting(List.of(owner), time.today()).get(owner);
        return counts != null && counts.id().equals(estimate.id());
    }

    Estimate find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Estimate.class, id), reader);
    }

    /** The ladder of a project or works programme that the reader sees: by date, then as recorded. */
    public Page<EstimateView> ladder(Estimated of, Caller reader, String after, String limit) {
        int most = Page.limit(limit);
        var listing = Listing.of(Estimate.class, reader)
                .where("r.ownerId = :owner", "owner", of.id())
                .sorted(LADDER, null, "date");
        var counts = baselines.counting(List.of(of.id()), time.today()).get(of.id());
        boolean waits = baselines.isProposed(of.id());
        return listing.page(
                listing.rows(entities, after, most),
                most,
                e -> e.view(counts != null && counts.id().equals(e.id()), waits, persons, reader));
    }

    /** A stretch of a list of estimates of whichever owners: two questions more for the whole of it. */
    Page<EstimateView> page(Listing<Estimate> listing, Caller reader, String after, int limit) {
        var rows = listing.rows(entities, after, limit);
        var owners = rows.stream().map(e -> e.owner().id()).collect(Collectors.toSet());
        var counting = baselines.counting(owners, time.today());
        var proposed = baselines.proposed(owners);
        return listing.page(rows, limit, e -> {
            var owner = e.owner().id();
            var counts = counting.get(owner);
            return e.view(counts != null && counts.id().equals(e.id()), proposed.containsKey(owner), persons, reader);
        });
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
