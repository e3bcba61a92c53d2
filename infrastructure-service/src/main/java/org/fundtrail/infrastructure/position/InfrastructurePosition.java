package org.fundtrail.infrastructure.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.infrastructure.api.position.InfrastructurePositionView;
import org.fundtrail.infrastructure.api.position.PositionBaseline;
import org.fundtrail.infrastructure.api.position.ProjectPosition;
import org.fundtrail.infrastructure.api.position.WorksProgrammePosition;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.project.Memberships;
import org.fundtrail.infrastructure.report.BaselineThen;
import org.fundtrail.infrastructure.report.Completions;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Versions;

/** What everything is to cost as of a day and what of it is contracted. */
@ApplicationScoped
class InfrastructurePosition {
    private final Balances balances;
    private final Versions versions;
    private final Memberships memberships;
    private final Completions completions;
    private final Moments moments;
    private final Time time;

    InfrastructurePosition(
            Balances balances,
            Versions versions,
            Memberships memberships,
            Completions completions,
            Moments moments,
            Time time) {
        this.completions = completions;
        this.balances = balances;
        this.versions = versions;
        this.memberships = memberships;
        this.moments = moments;
        this.time = time;
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
    InfrastructurePositionView asOf(LocalDate day, String recorded, Caller reader) {
        return moments.read(reader, recorded, "recorded", moment -> {
            var contracted = balances.asOf(day, time.today(), moment, CostAccount.SIGNED.name()).stream()
                    .collect(Collectors.groupingBy(
                            Balances.Balance::party,
                            // an outside account: what it gave is what stands below zero
                            Collectors.reducing(
                                    BigDecimal.ZERO,
                                    standing -> standing.amount().negate(),
                                    BigDecimal::add)));
            var chosen = Chosen.read(versions, moment);
            var works = byReference("works-programme", moment)
                    .map(w -> new WorksProgrammePosition(
                            w.record(), w.text("reference"), title(w), BaselineThen.of(chosen.asOf(w.record(), day))))
                    .toList();
            var joined = memberships.asOf(day, moment);
            var known = byReference("project", moment).toList();
            var completed = completions.ofAll(
                    known.stream().map(Versions.Version::record).toList(), day, moment);
            var projects = known.stream()
                    .map(p -> project(
                            p,
                            chosen.earliest(p.record(), day(p, "period.from")),
                            joined.getOrDefault(p.record(), Optional.ofNullable(p.id("worksProgrammeId")))
                                    .orElse(null),
                            BaselineThen.of(chosen.asOf(p.record(), day)),
                            Money.eur(contracted.getOrDefault(p.record(), BigDecimal.ZERO)),
                            completed.get(p.record())))
                    .toList();
            return new InfrastructurePositionView(day, moment.recorded(), works, projects);
        });
    }

    private static ProjectPosition project(
            Versions.Version project,
            LocalDate existsFrom,
            UUID worksProgramme,
            PositionBaseline baseline,
            Money contracted,
            Completions.Completion completed) {
        return new ProjectPosition(
                project.record(),
                project.text("reference"),
                title(project),
                ProjectKind.valueOf(project.text("kind")),
                existsFrom,
                worksProgramme,
                baseline,
                contracted,
                completed.certified(),
                completed.invoiced(),
                completed.paid(),
                completed.estimate(baseline == null ? null : baseline.gross()));
    }

    private Stream<Versions.Version> byReference(String type, Moments.Moment moment) {
        return versions.of(type, moment).stream()
                .sorted(Comparator.comparing((Versions.Version v) -> v.text("reference"))
                        .thenComparing(v -> v.record().toString()));
    }
}
