package org.fundtrail.funding.checklist;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.fundtrail.common.Decision;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.checklist.ChecklistTerms;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.programme.Programmes;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What people can do with checklists. The versions of a programme are numbered, and come into force, one after the other: under its lock. */
@ApplicationScoped
public class Checklists {
    private final EntityManager entities;
    private final Programmes programmes;
    private final Steps steps;
    private final Journal journal;

    Checklists(EntityManager entities, Programmes programmes, Steps steps, Journal journal) {
        this.entities = entities;
        this.programmes = programmes;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes the next version of a programme's checklist. */
    @Transactional
    Checklist record(ChecklistTerms terms, Writer by) {
        Values.check(terms, by.today());
        var programme = programmes.alone(terms.programme(), "programme", by);
        var checklist = new Checklist(terms, programme, 1 + latest(programme.id()), by);
        var change = steps.take(checklist, ChecklistStep.RECORD, null, by);
        checklist.persist();
        journal.write(change);
        return checklist;
    }

    private int latest(UUID programme) {
        return entities.createQuery(
                        "SELECT coalesce(max(r.number), 0) FROM Checklist r WHERE r.programme.id = :programme",
                        Integer.class)
                .setParameter("programme", programme)
                .getSingleResult();
    }

    /** Says what one that came back should say instead, and proposes it again. */
    @Transactional
    Checklist change(UUID id, Integer readVersion, ChecklistTerms terms, Writer by) {
        Values.check(terms, by.today());
        var checklist = locked(id, readVersion, by);
        mustStay(checklist, terms.programme());
        var change = steps.take(checklist, ChecklistStep.CHANGE, null, by);
        checklist.say(terms);
        journal.write(change);
        return checklist;
    }

    private static void mustStay(Checklist checklist, String said) {
        var named = Named.of(said);
        var its = checklist.programme();
        if (!its.id().equals(named.id()) && !its.code().equals(named.reference())) {
            throw Refusal.ofField(
                    FundingRule.CHECKLIST_STAYS_WITH_ITS_PROGRAMME,
                    "programme",
                    "reference",
                    checklist.subject().reference());
        }
    }

    /** Approves, returns or rejects; an approved one is in force from now on. */
    @Transactional
    Checklist decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(ChecklistStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is today unless given. */
    @Transactional
    Checklist take(UUID id, Integer readVersion, ChecklistStep step, String reason, LocalDate on, Writer by) {
        var checklist = locked(id, readVersion, by);
        var change = steps.take(checklist, step, reason, by).on(on == null ? by.today() : on);
        if (step == ChecklistStep.APPROVE) {
            mustBeLatest(checklist);
        }
        journal.write(change);
        return checklist;
    }

    private void mustBeLatest(Checklist checklist) {
        var programme = checklist.programme();
        var inForce = numbersInForce(List.of(programme.id())).get(programme.id());
        if (inForce != null && inForce > checklist.number()) {
            throw Refusal.of(
                    FundingRule.CHECKLIST_SUPERSEDED,
                    "programme",
                    programme.code(),
                    "inForce",
                    String.valueOf(inForce));
        }
    }

    /** Which version is in force of each of these programmes that has one. */
    Map<UUID, Integer> numbersInForce(Collection<UUID> ofProgrammes) {
        var numbers = new HashMap<UUID, Integer>();
        entities.createQuery("""
                        SELECT r.programme.id, max(r.number) FROM Checklist r
                        WHERE r.programme.id IN (:programmes) AND r.status = :approved GROUP BY r.programme.id""", Object[].class)
                .setParameter("programmes", ofProgrammes)
                .setParameter("approved", ApprovalStatus.APPROVED)
                .getResultList()
                .forEach(row -> numbers.put((UUID) row[0], (Integer) row[1]));
        return numbers;
    }

    /** The one by which claims of a programme are verified now, or null. */
    public Checklist inForce(UUID programme) {
        return entities.createQuery("""
                        FROM Checklist r WHERE r.programme.id = :programme AND r.status = :approved
                        ORDER BY r.number DESC LIMIT 1""", Checklist.class)
                .setParameter("programme", programme)
                .setParameter("approved", ApprovalStatus.APPROVED)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Those of these ids, with their questions: one question for all of them. */
    public Map<UUID, Checklist> all(Collection<UUID> ids) {
        var found = new HashMap<UUID, Checklist>();
        if (!ids.isEmpty()) {
            entities.createQuery("FROM Checklist r LEFT JOIN FETCH r.questions WHERE r.id IN (:ids)", Checklist.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    /** The checklist, if the reader sees it. */
    Checklist find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Checklist.class, id), reader);
    }

    /** The programme first, then the checklist, as everybody locks them. */
    private Checklist locked(UUID id, Integer readVersion, Writer by) {
        programmes.alone(Parents.of(entities, Checklist.class, "programme", id), by);
        var checklist = Recorded.own(entities.find(Checklist.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        checklist.mustBe(readVersion);
        return checklist;
    }

    List<Checklist> list(Listing<Checklist> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
