package org.fundtrail.infrastructure.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.project.ProjectCorrection;
import org.fundtrail.infrastructure.api.project.ProjectTerms;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.infrastructure.estimate.Owners;
import org.fundtrail.infrastructure.works.WorksProgramme;
import org.fundtrail.infrastructure.works.WorksProgrammes;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Correction;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;

/** What a person can do with projects. */
@ApplicationScoped
public class Projects implements Owners {
    private final EntityManager entities;
    private final WorksProgrammes works;
    private final Estimates estimates;
    private final Memberships memberships;
    private final Journal journal;

    Projects(
            EntityManager entities,
            WorksProgrammes works,
            Estimates estimates,
            Memberships memberships,
            Journal journal) {
        this.entities = entities;
        this.works = works;
        this.memberships = memberships;
        this.estimates = estimates;
        this.journal = journal;
    }

    /** Records a project, usable at once. */
    @Transactional
    Project record(ProjectTerms terms, Writer by) {
        Values.check(terms, by.today());
        var project = new Project(terms, named(terms.worksProgramme(), by), by);
        project.persist();
        journal.write(Change.recorded(project, Role.PROJECT_OFFICER, by));
        return project;
    }

    /**
     * Says what a project should have said; where that names a works programme, the project belongs to it from today on, and to none where it is
     * left out on purpose.
     */
    @Transactional
    Project correct(UUID id, Integer readVersion, ProjectCorrection said, Writer by) {
        Values.check(said, by.today());
        var joined = named(said.worksProgramme(), by);
        var project = locked(id, by);
        project.mustBe(readVersion);
        var correction = Correction.of(project);
        project.correct(said, joined);
        journal.write(correction.change(Role.PROJECT_OFFICER, said.reason(), by));
        return project;
    }

    private WorksProgramme named(String worksProgramme, Writer by) {
        return worksProgramme == null ? null : works.named(worksProgramme, "worksProgramme", by);
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

    /**
     * The projects in a works programme on a day.
     *
     * @param worksProgramme its id or reference; without one there is no answer
     */
    public Set<UUID> in(String worksProgramme, LocalDate day, Moments.Moment moment, Caller reader) {
        if (worksProgramme == null || worksProgramme.isBlank()) {
            return null;
        }
        var meant = Listing.of(WorksProgramme.class, reader).within(worksProgramme, "r.id", "r.terms.reference");
        var isMeant = meant.among(entities);
        var projects = new HashSet<>(Listing.of(Project.class, reader)
                .within(worksProgramme, "r.worksProgramme.id", "r.worksProgramme.terms.reference")
                .ids(entities));
        memberships.asOf(day, moment).forEach((project, then) -> {
            projects.remove(project);
            then.filter(isMeant).ifPresent(works -> projects.add(project));
        });
        return projects;
    }

    /**
     * On which accounts the contracts of a project count, or all where none is named.
     *
     * @param among of which it has to be one, or null
     */
    public Predicate<Balances.Balance> contractedFor(String project, Set<UUID> among, Caller reader) {
        var named = Listing.of(Project.class, reader)
                .within(project, "r.id", "r.terms.reference")
                .among(entities);
        return standing -> named.test(standing.party()) && (among == null || among.contains(standing.party()));
    }
}
