package org.fundtrail.funding.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.programme.ProgrammeCorrection;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Correction;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;

/** What a person can do with programmes. */
@ApplicationScoped
public class Programmes {
    private final EntityManager entities;
    private final Journal journal;

    Programmes(EntityManager entities, Journal journal) {
        this.entities = entities;
        this.journal = journal;
    }

    /** Records a programme, usable at once. */
    @Transactional
    Programme record(ProgrammeTerms terms, Writer by) {
        Values.check(terms, by.today());
        var programme = new Programme(terms, by);
        programme.persist();
        journal.write(Change.recorded(programme, Role.FUNDING_OFFICER, by));
        return programme;
    }

    /** Says what a programme should have said: its name at any time, everything else before an allocation names it. */
    @Transactional
    Programme correct(UUID id, Integer readVersion, ProgrammeCorrection said, Writer by) {
        var programme = alone(id, by);
        programme.mustBe(readVersion);
        Values.check(said, by.today());
        var free = Programme.corrections(!used(List.of(id)).isEmpty());
        var correction = Correction.of(programme);
        programme.correct(said);
        journal.write(correction.within(free).change(Role.FUNDING_OFFICER, said.reason(), by));
        return programme;
    }

    /** Those of these programmes that an allocation names. */
    Set<UUID> used(Collection<UUID> programmes) {
        return Set.copyOf(entities.createQuery(
                        "SELECT DISTINCT a.programme.id FROM Allocation a WHERE a.programme.id IN :programmes",
                        UUID.class)
                .setParameter("programmes", programmes)
                .getResultList());
    }

    Programme find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Programme.class, id), reader);
    }

    /** By id or code, of the writer's own institution, as a request names it in this field; it stays while something is done with it. */
    public Programme named(String idOrCode, String field, Writer by) {
        return named(idOrCode, field, LockModeType.PESSIMISTIC_READ, by);
    }

    /** The same, while nobody else does anything with it. */
    public Programme alone(String idOrCode, String field, Writer by) {
        return named(idOrCode, field, LockModeType.PESSIMISTIC_WRITE, by);
    }

    /** The programme, if it is of the caller's own institution, while nobody else does anything with it. */
    public Programme alone(UUID id, Writer by) {
        return Recorded.own(entities.find(Programme.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
    }

    private Programme named(String idOrCode, String field, LockModeType lock, Writer by) {
        var named = Named.of(idOrCode);
        var found = named.id() != null
                ? entities.find(Programme.class, named.id(), lock)
                : coded(named.reference(), lock, by);
        return Recorded.own(
                found, by.caller(), Refusal.ofField(FundingRule.PROGRAMME_UNKNOWN, field, "value", idOrCode));
    }

    private Programme coded(String code, LockModeType lock, Writer by) {
        return entities.createQuery(
                        "FROM Programme p WHERE p.institution = :institution AND p.terms.code = :code", Programme.class)
                .setParameter("institution", by.institution())
                .setParameter("code", code)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    List<Programme> list(Listing<Programme> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
