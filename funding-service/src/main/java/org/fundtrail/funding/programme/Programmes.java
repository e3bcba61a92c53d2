package org.fundtrail.funding.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
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

    Programme find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Programme.class, id), reader);
    }

    /** By id or code, of the caller's own institution, as a request names it in this field. */
    public Programme named(String idOrCode, String field, Writer by) {
        var named = Named.of(idOrCode);
        var found = named.id() != null ? entities.find(Programme.class, named.id()) : coded(named.reference(), by);
        return Recorded.own(
                found, by.caller(), Refusal.ofField(FundingRule.PROGRAMME_UNKNOWN, field, "value", idOrCode));
    }

    private Programme coded(String code, Writer by) {
        return entities.createQuery(
                        "FROM Programme p WHERE p.institution = :institution AND p.terms.code = :code", Programme.class)
                .setParameter("institution", by.institution())
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    List<Programme> list(Listing<Programme> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
