package org.fundtrail.infrastructure.works;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.api.works.WorksProgrammeCorrection;
import org.fundtrail.infrastructure.api.works.WorksProgrammeTerms;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.infrastructure.estimate.Owners;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Correction;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;

/** What a person can do with works programmes. */
@ApplicationScoped
public class WorksProgrammes implements Owners {
    private final EntityManager entities;
    private final Estimates estimates;
    private final Journal journal;

    WorksProgrammes(EntityManager entities, Estimates estimates, Journal journal) {
        this.entities = entities;
        this.estimates = estimates;
        this.journal = journal;
    }

    /** Records a works programme, usable at once. */
    @Transactional
    WorksProgramme record(WorksProgrammeTerms terms, Writer by) {
        Values.check(terms, by.today());
        var works = new WorksProgramme(terms, by);
        works.persist();
        journal.write(Change.recorded(works, Role.PROJECT_OFFICER, by));
        return works;
    }

    /** Adds an estimate to its ladder. */
    @Transactional
    Estimate estimate(UUID id, EstimateTerms terms, Writer by) {
        return estimates.record(shared(id, by), terms, by);
    }

    /** Says what a works programme should have said. */
    @Transactional
    WorksProgramme correct(UUID id, Integer readVersion, WorksProgrammeCorrection said, Writer by) {
        var works = locked(id, by);
        works.mustBe(readVersion);
        Values.check(said, by.today());
        var correction = Correction.of(works);
        works.correct(said);
        journal.write(correction.change(Role.PROJECT_OFFICER, said.reason(), by));
        return works;
    }

    /** The works programme, if it is of the writer's own institution, as it stays while something is done with it. */
    public WorksProgramme shared(UUID id, Writer by) {
        return Recorded.own(entities.find(WorksProgramme.class, id, LockModeType.PESSIMISTIC_READ), by.caller());
    }

    @Override
    public WorksProgramme locked(UUID id, Writer by) {
        return Recorded.own(entities.find(WorksProgramme.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
    }

    @Override
    public WorksProgramme seen(UUID id, Caller reader) {
        return find(id, reader);
    }

    @Override
    public String type() {
        return "works-programme";
    }

    /** The works programme, if the reader sees it. */
    WorksProgramme find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(WorksProgramme.class, id), reader);
    }

    /** By id or reference, of the writer's own institution, as a request names it in this field; it stays while something is done in it. */
    public WorksProgramme named(String idOrReference, String field, Writer by) {
        var named = Named.of(idOrReference);
        var found = named.id() != null
                ? entities.find(WorksProgramme.class, named.id(), LockModeType.PESSIMISTIC_READ)
                : called(named.reference(), by);
        return Recorded.own(
                found,
                by.caller(),
                Refusal.ofField(InfrastructureRule.WORKS_PROGRAMME_UNKNOWN, field, "value", idOrReference));
    }

    private WorksProgramme called(String reference, Writer by) {
        return entities.createQuery(
                        "FROM WorksProgramme w WHERE w.institution = :institution AND w.terms.reference = :reference",
                        WorksProgramme.class)
                .setParameter("institution", by.institution())
                .setParameter("reference", reference)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    List<WorksProgramme> list(Listing<WorksProgramme> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
