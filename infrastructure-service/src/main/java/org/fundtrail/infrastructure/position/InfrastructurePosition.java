package org.fundtrail.infrastructure.position;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.estimate.Basis;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.infrastructure.estimate.Title;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.project.ProjectKind;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.infrastructure.works.WorksProgrammes;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Recorded;

/** What everything is to cost as of a day and what of it is contracted. */
@ApplicationScoped
class InfrastructurePosition {
    private final EntityManager entities;
    private final WorksProgrammes works;
    private final Projects projects;
    private final Estimates estimates;
    private final Balances balances;
    private final Time time;

    InfrastructurePosition(
            EntityManager entities,
            WorksProgrammes works,
            Projects projects,
            Estimates estimates,
            Balances balances,
            Time time) {
        this.entities = entities;
        this.works = works;
        this.projects = projects;
        this.estimates = estimates;
        this.balances = balances;
        this.time = time;
    }

    @Schema(
            name = "InfrastructurePosition",
            description = "What everything is to cost as of a day, read from so many recorded entries")
    record View(
            @Schema(examples = "2021-12-31") LocalDate asOf,

            @Schema(description = "How many entries this was read from", examples = "42")
            long recorded,

            List<WorksPosition> worksProgrammes,
            List<ProjectPosition> projects) {}

    @Schema(
            name = "WorksProgrammePosition",
            description = "Its baseline covers its projects and what is not yet in one: never to be added to theirs")
    record WorksPosition(
            UUID id,
            String reference,
            Title title,
            @Schema(nullable = true) Baseline baseline) {}

    @Schema(name = "ProjectPosition")
    record ProjectPosition(
            UUID id,
            String reference,
            Title title,
            ProjectKind kind,

            @Schema(description = "Id of the works programme it belongs to, or null", nullable = true)
            UUID worksProgramme,

            @Schema(nullable = true) Baseline baseline,

            @Schema(description = "Gross worth of approved contracts signed by that day")
            Money contracted) {}

    @Schema(name = "PositionBaseline", description = "The estimate that counted on that day")
    record Baseline(
            @Schema(description = "Id of the estimate") UUID estimate,
            String name,
            Money amount,
            Basis basis,

            @Schema(description = "With VAT, as it counts in sums")
            Money gross,

            boolean lowerBound,
            LocalDate date) {
        static Baseline from(Estimate e) {
            return e == null
                    ? null
                    : new Baseline(e.id(), e.name(), e.amount(), e.basis(), e.gross(), e.lowerBound(), e.date());
        }
    }

    /** Reads all of it at one moment: what is recorded meanwhile is in none of it. */
    @Transactional
    View asOf(LocalDate day, Caller reader) {
        entities.createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .executeUpdate();
        var read = balances.asOf(day, time.today(), Project.SIGNED);
        var contracted = read.standings().stream()
                .collect(Collectors.groupingBy(
                        Balances.Standing::party,
                        // an outside account: what it gave is what stands below zero
                        Collectors.reducing(
                                BigDecimal.ZERO, standing -> standing.amount().negate(), BigDecimal::add)));
        var allWorks = works.all(reader);
        var allProjects = projects.all(reader);
        var baselines = estimates.baselines(
                Stream.concat(allWorks.stream(), allProjects.stream())
                        .map(Recorded::id)
                        .toList(),
                day);
        return new View(
                day,
                read.recorded(),
                allWorks.stream()
                        .map(w -> new WorksPosition(
                                w.id(), w.reference(), w.title(), Baseline.from(baselines.get(w.id()))))
                        .toList(),
                allProjects.stream()
                        .map(p -> new ProjectPosition(
                                p.id(),
                                p.reference(),
                                p.title(),
                                p.kind(),
                                p.worksProgramme() == null
                                        ? null
                                        : p.worksProgramme().id(),
                                Baseline.from(baselines.get(p.id())),
                                Money.eur(contracted.getOrDefault(p.id(), BigDecimal.ZERO))))
                        .toList());
    }
}
