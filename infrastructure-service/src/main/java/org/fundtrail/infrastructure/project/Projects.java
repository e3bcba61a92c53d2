package org.fundtrail.infrastructure.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.estimate.BaselineChoice;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.infrastructure.estimate.NewEstimate;
import org.fundtrail.infrastructure.works.WorksProgrammes;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Recorded;
import org.fundtrail.journal.Role;

/** What a person can do with projects. */
@ApplicationScoped
public class Projects {
    static final Map<String, Listing.Sort<Project>> SORTS = Map.of(
            "recordedAt", new Listing.Sort<>("r.recordedAt", p -> p.recordedAt().toString(), Instant::parse),
            "reference", new Listing.Sort<>("r.reference", Project::reference, text -> text));

    private final EntityManager entities;
    private final WorksProgrammes works;
    private final Estimates estimates;
    private final Journal journal;
    private final Time time;

    Projects(EntityManager entities, WorksProgrammes works, Estimates estimates, Journal journal, Time time) {
        this.entities = entities;
        this.works = works;
        this.estimates = estimates;
        this.journal = journal;
        this.time = time;
    }

    /** Records a project, usable at once. */
    @Transactional
    Project record(NewProject said, Caller by) {
        said.checked();
        var worksProgramme =
                said.worksProgramme() == null ? null : works.named(said.worksProgramme(), "worksProgramme", by);
        var project = new Project(said, worksProgramme, by, time.now());
        project.persist();
        journal.write(Change.of(
                        by,
                        Role.PROJECT_OFFICER,
                        "project.recorded",
                        project.subject(),
                        "Recorded the project " + project.reference() + " of the kind " + project.kind())
                .changed(Map.of(), project.facts()));
        return project;
    }

    /** Adds an estimate to its ladder. */
    @Transactional
    Estimate estimate(UUID id, NewEstimate said, Caller by) {
        return estimates.record(own(id, by), said, by);
    }

    /** Chooses which of its estimates counts. */
    @Transactional
    Project chooseBaseline(UUID id, Integer readVersion, BaselineChoice choice, Caller by) {
        var project = Recorded.own(entities.find(Project.class, id, LockModeType.PESSIMISTIC_WRITE), by);
        project.mustBe(readVersion);
        estimates.choose(project, choice, by);
        return project;
    }

    /** The project, if the reader sees it. */
    public Project find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Project.class, id), reader);
    }

    /** The project, if it is of the caller's own institution. */
    public Project own(UUID id, Caller by) {
        return Recorded.own(entities.find(Project.class, id), by);
    }

    List<Project> list(Listing<Project> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }

    /** All that the reader sees, by reference. */
    public List<Project> all(Caller reader) {
        return entities.createQuery("""
                        FROM Project p WHERE :institution IS NULL OR p.institution = :institution
                        ORDER BY p.reference, p.id""", Project.class)
                .setParameter("institution", reader.scope())
                .getResultList();
    }
}
