package org.fundtrail.funding.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.funding.rules.FundingRule;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Role;

/** What a person can do with programmes. */
@ApplicationScoped
public class Programmes {
    static final Map<String, Listing.Sort<Programme>> SORTS =
            Map.of("code", new Listing.Sort<>("r.code", Programme::code, text -> text));

    private final EntityManager entities;
    private final Journal journal;
    private final Time time;

    Programmes(EntityManager entities, Journal journal, Time time) {
        this.entities = entities;
        this.journal = journal;
        this.time = time;
    }

    /** Records a programme, usable at once. */
    @Transactional
    Programme record(NewProgramme said, Caller by) {
        var programme = new Programme(said.checked(), by, time.now());
        programme.persist();
        journal.write(Change.of(
                        by,
                        Role.FUNDING_OFFICER,
                        "programme.recorded",
                        programme.subject(),
                        "Recorded the programme " + programme.code() + ", financed by " + programme.fund())
                .changed(Map.of(), programme.facts()));
        return programme;
    }

    Programme find(UUID id, Caller reader) {
        var programme = entities.find(Programme.class, id);
        if (programme == null || !reader.sees(programme.institution())) {
            throw Refusal.notFound();
        }
        return programme;
    }

    /** By id or code, of the caller's own institution, as a request names it in this field. */
    public Programme named(String idOrCode, String field, Caller by) {
        var found = entities.createQuery(
                        "FROM Programme p WHERE p.institution = :institution AND (p.code = :named OR cast(p.id as string) = :id)",
                        Programme.class)
                .setParameter("institution", by.institution())
                .setParameter("named", idOrCode)
                .setParameter("id", idOrCode.toLowerCase())
                .getResultList();
        if (found.isEmpty()) {
            throw Refusal.ofField(FundingRule.PROGRAMME_UNKNOWN, field, "value", idOrCode);
        }
        return found.get(0);
    }

    List<Programme> list(Listing<Programme> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
