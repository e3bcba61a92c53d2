package org.fundtrail.infrastructure.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.project.ProjectTerms;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.infrastructure.estimate.Owners;
import org.fundtrail.infrastructure.works.WorksProgrammes;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;

/** What a person can do with projects. */
@ApplicationScoped
public class Projects implements Owners {
    private final EntityManager entities;
    private final WorksProgrammes works;
    private final Estimates estimates;
    private final Journal journal;

    Projects(EntityManager entities, WorksProgrammes works, Estimates estimates, Journal journal) {
        this.entities = entities;
        this.works = works;
        this.estimates = estimates;
        this.journal = journal;
    }

    /** Records a project, usable at once. */
    @Transactional
    Project record(ProjectTerms terms, Writer by) {
        Values.check(terms, by.today());
        var worksProgramme =
                terms.worksProgramme() == null ? null : works.named(terms.worksProgramme(), "worksProgramme", by);
        var project = new Project(terms, worksProgramme, by);
        project.persist();
        journal.write(Change.recorded(project, Role.PROJECT_OFFICER, by));
        return project;
    }

    /** Adds an estimate to its ladder. */
    @Transactional
    Estimate estimate(UUID id, EstimateTerms terms, Writer by) {
        return estimates.record(shared(id, by), terms, by);
    }

    /** The project, if it is of the writer's own institution, as it stays while something is done with it. */
    public Project shared(UUID id, Writer by) {
        return Recorded.own(entities.find(Project.class, id, LockModeType.PESSIMISTIC_READ), by.caller());
    }

    @Override
    public Project locked(UUID id, Writer by) {
        return Recorded.own(entities.find(Project.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
    }

    @Override
    public Project seen(UUID id, Caller reader) {
        return find(id, reader);
    }

    @Override
    public String type() {
        return "project";
    }

    /** The project, if the reader sees it. */
    public Project find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Project.class, id), reader);
    }

    List<Project> list(Listing<Project> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }

    /** On which accounts the contracts of a project or of those of a works programme count, or all where neither is named. */
    public Predicate<Balances.Balance> contractedFor(String project, String worksProgramme, Caller reader) {
        var among = Listing.of(Project.class, reader)
                .within(project, "r.id", "r.terms.reference")
                .within(worksProgramme, "r.worksProgramme.id", "r.worksProgramme.terms.reference")
                .among(entities);
        return standing -> among.test(standing.party());
    }
}
