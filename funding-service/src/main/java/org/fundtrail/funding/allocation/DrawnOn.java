package org.fundtrail.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.fundtrail.common.Checks;
import org.fundtrail.funding.api.rules.FundingRule;

/** From which day on what an amendment draws on was decided; asked under the lock of its allocation. */
@ApplicationScoped
class DrawnOn {
    /** What moved on accounts of the allocation, and when. */
    private static final String MOVED = """
            journal.account a CROSS JOIN LATERAL (
                SELECT p.effective_date AS day, p.amount FROM journal.posting p WHERE p.log_id = 1 AND p.credit = a.id
                UNION ALL
                SELECT p.effective_date, -p.amount FROM journal.posting p WHERE p.log_id = 1 AND p.debit = a.id) m
            WHERE a.log_id = 1 AND a.owner = :allocation AND a.kind IN\s""";

    /** The first day since which there was as much to take on every day: not committed, and not received. */
    private static final String GIVEN = """
            SELECT max(since) FROM (
                SELECT min(day) FILTER (WHERE day > coalesce(lacking, '-infinity')) AS since FROM (
                    SELECT kind, day, max(day) FILTER (WHERE stand < :taken) OVER (PARTITION BY kind) AS lacking FROM (
                        SELECT a.kind, m.day, sum(sum(m.amount)) OVER (PARTITION BY a.kind ORDER BY m.day) AS stand
                        FROM %s ('AVAILABLE', 'TO_RECEIVE') GROUP BY a.kind, m.day) stands) lacks
                GROUP BY kind) each""".formatted(MOVED);

    /** The day on which the last of its money was received, committed, claimed or paid: since then nothing of it is open. */
    private static final String USED = "SELECT max(m.day) FROM " + MOVED
            + "('AVAILABLE', 'RESERVED', 'COMMITTED', 'CLAIMED', 'TO_RECEIVE', 'ANNOUNCED')";

    private final EntityManager entities;

    DrawnOn(EntityManager entities) {
        this.entities = entities;
    }

    /** Refuses what counts before that: a closure before the last of the money was used, what takes before there was as much to take. */
    void mustBeDecided(AllocationAmendment amendment, String field) {
        var since = since(amendment);
        new Checks()
                .that(!amendment.on().isBefore(since), FundingRule.AMENDED_TOO_EARLY, field, "start", since.toString())
                .done();
    }

    private LocalDate since(AllocationAmendment amendment) {
        var decided = amendment.allocation().decisionDate();
        if (!amendment.isClosure() && amendment.change().isPositive()) {
            return decided;
        }
        var asked = entities.createNativeQuery(amendment.isClosure() ? USED : GIVEN, LocalDate.class)
                .setParameter("allocation", amendment.allocation().id());
        if (!amendment.isClosure()) {
            asked.setParameter("taken", amendment.change().amount().negate());
        }
        var last = (LocalDate) asked.getSingleResult();
        return last == null || last.isBefore(decided) ? decided : last;
    }
}
