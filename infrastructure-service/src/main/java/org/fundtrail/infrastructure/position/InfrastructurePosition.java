package org.fundtrail.infrastructure.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.estimate.Basis;
import org.fundtrail.infrastructure.estimate.Title;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.project.ProjectKind;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Versions;

/** What everything is to cost as of a day and what of it is contracted. */
@ApplicationScoped
class InfrastructurePosition {
    private final Balances balances;
    private final Versions versions;
    private final Moments moments;
    private final Time time;

    InfrastructurePosition(Balances balances, Versions versions, Moments moments, Time time) {
        this.balances = balances;
        this.versions = versions;
        this.moments = moments;
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

            @Schema(
                    description =
                            "From when it exists: the first day of its period, or the day of its first baseline or contract "
                                    + "where that is earlier",
                    examples = "2021-08-23")
            LocalDate existsFrom,

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
        static Baseline from(Versions.Version e) {
            return e == null
                    ? null
                    : new Baseline(
                            e.record(),
                            e.text("name"),
                            new Money(new BigDecimal(e.text("amount")), e.text("currency")),
                            Basis.valueOf(e.text("basis")),
                            new Money(new BigDecimal(e.text("gross")), e.text("currency")),
                            e.facts().path("lowerBound").booleanValue(),
                            day(e, "date"));
        }
    }

    private static LocalDate day(Versions.Version record, String fact) {
        return LocalDate.parse(record.text(fact));
    }

    private static Title title(Versions.Version record) {
        return new Title(record.text("title.en"), record.text("title.lt"));
    }

    /**
     * Reads all of it at one moment: what is recorded meanwhile is in none of it.
     *
     * @param recorded how many entries to read from, as the query says it; now where none is given
     */
    View asOf(LocalDate day, String recorded, Caller reader) {
        return moments.read(reader, recorded, "recorded", moment -> {
            var contracted = balances.asOf(day, time.today(), moment, Project.SIGNED).stream()
                    .collect(Collectors.groupingBy(
                            Balances.Standing::party,
                            // an outside account: what it gave is what stands below zero
                            Collectors.reducing(
                                    BigDecimal.ZERO,
                                    standing -> standing.amount().negate(),
                                    BigDecimal::add)));
            var chosen = Chosen.read(versions, moment);
            var works = byReference("works-programme", moment)
                    .map(w -> new WorksPosition(
                            w.record(), w.text("reference"), title(w), Baseline.from(chosen.asOf(w.record(), day))))
                    .toList();
            var projects = byReference("project", moment)
                    .map(p -> new ProjectPosition(
                            p.record(),
                            p.text("reference"),
                            title(p),
                            ProjectKind.valueOf(p.text("kind")),
                            chosen.earliest(p.record(), day(p, "period.from")),
                            p.id("worksProgrammeId"),
                            Baseline.from(chosen.asOf(p.record(), day)),
                            Money.eur(contracted.getOrDefault(p.record(), BigDecimal.ZERO))))
                    .toList();
            return new View(day, moment.recorded(), works, projects);
        });
    }

    private Stream<Versions.Version> byReference(String type, Moments.Moment moment) {
        return versions.of(type, moment).stream()
                .sorted(Comparator.comparing((Versions.Version v) -> v.text("reference"))
                        .thenComparing(v -> v.record().toString()));
    }
}
