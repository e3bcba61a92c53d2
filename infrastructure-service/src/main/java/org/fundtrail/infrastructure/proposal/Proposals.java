package org.fundtrail.infrastructure.proposal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Decision;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/**
 * What people can do with proposals of one kind. Each is written under the lock of its project, so that two that draw on the same line see
 * one another.
 *
 * @param <P> the record
 * @param <T> what is said of it
 */
public abstract class Proposals<P extends Proposed, T extends Terms> {
    private final Class<P> type;
    private final EntityManager entities;
    private final Projects projects;
    private final Steps steps;
    private final Journal journal;

    /** For proxies, which pass everything on. */
    protected Proposals() {
        this(null, null, null, null, null);
    }

    protected Proposals(Class<P> type, EntityManager entities, Projects projects, Steps steps, Journal journal) {
        this.type = type;
        this.entities = entities;
        this.projects = projects;
        this.steps = steps;
        this.journal = journal;
    }

    /** A new one, that says nothing yet. */
    protected abstract P begun(Project project, Writer by);

    /** Lets it say this from now on. */
    protected abstract void say(P one, T terms, Writer by);

    /** Refuses one that cannot count as it is. */
    protected void mustHold(P one) {}

    /** Undoes what an approved one moved; only for what has a life with a reversal. */
    protected void reverse(P one, Change change) {
        throw new IllegalStateException("Nothing of " + type + " is reversed");
    }

    /** Proposes one; it counts for nothing until somebody else approves it. */
    @Transactional
    public P record(UUID projectId, T terms, Writer by) {
        var project = projects.locked(projectId, by);
        Values.check(terms, by.today());
        var one = begun(project, by);
        say(one, terms, by);
        mustHold(one);
        var change = steps.take(one, Step.named(one.life(), "RECORD"), null, by).on(one.on());
        one.persist();
        one.pend(change);
        journal.write(change);
        return one;
    }

    /** Says what a returned one should say instead, and proposes it again. */
    @Transactional
    public P change(UUID id, Integer readVersion, T terms, Writer by) {
        var one = locked(id, readVersion, by);
        Values.check(terms, by.today());
        var change = steps.take(one, Step.named(one.life(), "CHANGE"), null, by);
        say(one, terms, by);
        mustHold(one);
        one.pend(change.on(one.on()));
        journal.write(change);
        return one;
    }

    /** Approves, returns or rejects; an approved one moves its amount. */
    @Transactional
    public P decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        var one = locked(id, readVersion, by);
        return taken(one, Step.decided(one.life(), decision, one.status()), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is that from which the record counts unless given. */
    @Transactional
    public P take(UUID id, Integer readVersion, StepTerms said, Writer by) {
        var one = locked(id, readVersion, by);
        return taken(one, Step.meant(one.life(), said, by.today()), said.reason(), said.on(), by);
    }

    private P taken(P one, Step step, String reason, LocalDate on, Writer by) {
        boolean waited = one.status() == ApprovalStatus.PROPOSED; // what came back does not
        var change = steps.take(one, step, reason, by);
        change.on(step.isOfReversal() ? by.today() : ofStep(on, one.on()));
        if (waited) {
            one.settle(change);
        }
        if (step.edge().to() == ApprovalStatus.APPROVED && waited) {
            mustHold(one);
            one.count(change);
        } else if (step.edge().to() == ApprovalStatus.REVERSED) {
            reverse(one, change);
        }
        journal.write(change);
        return one;
    }

    /** The day of a step: that from which the record counts, unless another is said, which is refused before it. */
    private static LocalDate ofStep(LocalDate said, LocalDate counts) {
        new Checks()
                .that(
                        said == null || !said.isBefore(counts),
                        InputRule.END_BEFORE_START,
                        "on",
                        "start",
                        counts.toString())
                .done();
        return said == null ? counts : said;
    }

    /** The one, if the reader sees it. */
    public P find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(type, id), reader);
    }

    private P locked(UUID id, Integer readVersion, Writer by) {
        projects.locked(Parents.of(entities, type, "project", id), by);
        var one = Recorded.own(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        one.mustBe(readVersion);
        return one;
    }

    public List<P> list(Listing<P> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
