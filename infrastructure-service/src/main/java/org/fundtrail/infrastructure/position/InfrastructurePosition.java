package org.fundtrail.infrastructure.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.infrastructure.api.position.InfrastructurePositionView;
import org.fundtrail.infrastructure.api.position.PositionBaseline;
import org.fundtrail.infrastructure.api.position.ProjectPosition;
import org.fundtrail.infrastructure.api.position.WorksProgrammePosition;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.project.Memberships;
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
    private final Moments moments;
    private final Time time;

    InfrastructurePosition(Balances balances, Versions versions, Memberships memberships, Moments moments, Time time) {
        this.balances = balances;
        this.versions = versions;
        this.memberships = memberships;
        this.moments = moments;
        this.time = time;
    }

    private static PositionBaseline baseline(Versions.Version e) {
        return e == null
                ? null
                : new PositionBaseline(
                        e.record(),
                        e.text("name"),
                        new Money(new BigDecimal(e.text("amount")), e.text("currency")),
                        Basis.valueOf(e.text("basis")),
                        new Money(new BigDecimal(e.text("gross")), e.text("currency")),
                        e.facts().path("lowerBound").booleanValue(),
                        day(e, "date"));
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
                            w.record(), w.text("reference"), title(w), baseline(chosen.asOf(w.record(), day))))
                    .toList();
            var joined = memberships.asOf(day, moment);
            var projects = byReference("project", moment)
                    .map(p -> new ProjectPosition(
                            p.record(),
                            p.text("reference"),
                            title(p),
                            ProjectKind.valueOf(p.text("kind")),
                            chosen.earliest(p.record(), day(p, "period.from")),
                            joined.getOrDefault(p.record(), Optional.ofNullable(p.id("worksProgrammeId")))
                                    .orElse(null),
                            baseline(chosen.asOf(p.record(), day)),
                            Money.eur(contracted.getOrDefault(p.record(), BigDecimal.ZERO))))
                    .toList();
            return new InfrastructurePositionView(day, moment.recorded(), works, projects);
        });
    }

    private Stream<Versions.Version> byReference(String type, Moments.Moment moment) {
        return versions.of(type, moment).stream()
                .sorted(Comparator.comparing((Versions.Version v) -> v.text("reference"))
                        .thenComparing(v -> v.record().toString()));
    }
}
