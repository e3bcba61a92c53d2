package org.fundtrail.infrastructure.works;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.estimate.BaselineChoice;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.infrastructure.estimate.NewEstimate;
import org.fundtrail.infrastructure.rules.InfrastructureRule;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Recorded;
import org.fundtrail.journal.Role;

/** What a person can do with works programmes. */
@ApplicationScoped
public class WorksProgrammes {
    static final Map<String, Listing.Sort<WorksProgramme>> SORTS = Map.of(
            "recordedAt", new Listing.Sort<>("r.recordedAt", w -> w.recordedAt().toString(), Instant::parse),
            "reference", new Listing.Sort<>("r.reference", WorksProgramme::reference, text -> text));

    private final EntityManager entities;
    private final Estimates estimates;
    private final Journal journal;
    private final Time time;

    WorksProgrammes(EntityManager entities, Estimates estimates, Journal journal, Time time) {
        this.entities = entities;
        this.estimates = estimates;
        this.journal = journal;
        this.time = time;
    }

    /** Records a works programme, usable at once. */
    @Transactional
    WorksProgramme record(NewWorksProgramme said, Caller by) {
        var works = new WorksProgramme(said.checked(), by, time.now());
        works.persist();
        journal.write(Change.of(
                        by,
                        Role.PROJECT_OFFICER,
                        "works-programme.recorded",
                        works.subject(),
                        "Recorded the works programme " + works.reference())
                .changed(Map.of(), works.facts()));
        return works;
    }

    /** Adds an estimate to its ladder. */
    @Transactional
    Estimate estimate(UUID id, NewEstimate said, Caller by) {
        return estimates.record(Recorded.own(entities.find(WorksProgramme.class, id), by), said, by);
    }

    /** Chooses which of its estimates counts. */
    @Transactional
    WorksProgramme chooseBaseline(UUID id, Integer readVersion, BaselineChoice choice, Caller by) {
        var works = Recorded.own(entities.find(WorksProgramme.class, id, LockModeType.PESSIMISTIC_WRITE), by);
        works.mustBe(readVersion);
        estimates.choose(works, choice, by);
        return works;
    }

    /** The works programme, if the reader sees it. */
    WorksProgramme find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(WorksProgramme.class, id), reader);
    }

    /** By id or reference, of the caller's own institution, as a request names it in this field. */
    public WorksProgramme named(String idOrReference, String field, Caller by) {
        var found = entities.createQuery("""
                        FROM WorksProgramme w
                        WHERE w.institution = :institution AND (w.reference = :named OR cast(w.id as string) = :id)""", WorksProgramme.class)
                .setParameter("institution", by.institution())
                .setParameter("named", idOrReference)
                .setParameter("id", idOrReference.toLowerCase())
                .getResultList();
        if (found.isEmpty()) {
            throw Refusal.ofField(InfrastructureRule.WORKS_PROGRAMME_UNKNOWN, field, "value", idOrReference);
        }
        return found.get(0);
    }

    List<WorksProgramme> list(Listing<WorksProgramme> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }

    /** All that the reader sees, by reference. */
    public List<WorksProgramme> all(Caller reader) {
        return entities.createQuery("""
                        FROM WorksProgramme w WHERE :institution IS NULL OR w.institution = :institution
                        ORDER BY w.reference, w.id""", WorksProgramme.class)
                .setParameter("institution", reader.scope())
                .getResultList();
    }
}
