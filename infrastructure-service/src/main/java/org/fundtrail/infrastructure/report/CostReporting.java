package org.fundtrail.infrastructure.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.position.PositionBaseline;
import org.fundtrail.infrastructure.api.report.CostReportVat;
import org.fundtrail.infrastructure.api.report.CostReportView;
import org.fundtrail.infrastructure.project.Memberships;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.infrastructure.works.WorksProgrammes;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Versions;

/** What projects cost, line by line, as of a day: read at one moment, so the same day and number of entries give the same bytes. */
@ApplicationScoped
class CostReporting {
    private final CostBooks books;
    private final CostReports reports;
    private final Versions versions;
    private final Memberships memberships;
    private final Projects projects;
    private final WorksProgrammes works;
    private final Moments moments;

    CostReporting(
            CostBooks books,
            CostReports reports,
            Versions versions,
            Memberships memberships,
            Projects projects,
            WorksProgrammes works,
            Moments moments) {
        this.books = books;
        this.reports = reports;
        this.versions = versions;
        this.memberships = memberships;
        this.projects = projects;
        this.works = works;
        this.moments = moments;
    }

    /**
     * What is asked for.
     *
     * @param recorded how many entries to read from, as a query says it; all where none is given
     */
    record Asked(LocalDate day, String recorded, CostReportVat vat) {}

    /** Of one project that the reader sees. */
    CostReportView ofProject(UUID id, Asked asked, Caller reader) {
        var of = projects.find(id, reader).subject();
        return moments.read(
                reader,
                asked.recorded(),
                "recorded",
                moment -> report(of, versions.of(List.of(id), moment), asked, moment));
    }

    /** Of the projects that were in a works programme on the day. */
    CostReportView ofWorksProgramme(UUID id, Asked asked, Caller reader) {
        var of = works.seen(id, reader).subject();
        return moments.read(
                reader,
                asked.recorded(),
                "recorded",
                moment -> report(of, members(id, asked.day(), moment), asked, moment));
    }

    private List<Versions.Version> members(UUID programme, LocalDate day, Moments.Moment moment) {
        var joined = memberships.asOf(day, moment);
        return versions.of("project", moment).stream()
                .filter(p -> joined.getOrDefault(p.record(), Optional.ofNullable(p.id("worksProgrammeId")))
                        .filter(programme::equals)
                        .isPresent())
                .sorted(Comparator.comparing((Versions.Version p) -> p.text("reference"))
                        .thenComparing(p -> p.record().toString()))
                .toList();
    }

    private CostReportView report(Subject of, List<Versions.Version> about, Asked asked, Moments.Moment moment) {
        var ids = about.stream().map(Versions.Version::record).toList();
        var read = books.of(ids, asked.day(), moment);
        var withVat = asked.vat() == CostReportVat.INCLUDED;
        var sheet = new CostSheet(withVat);
        about.forEach(project -> sheet.add(project, read, before(project, sheet, asked, moment)));
        var baseline = baseline(of.id(), asked.day(), moment);
        return new CostReportView(
                of,
                asked.day(),
                moment.recorded(),
                asked.vat(),
                withVat ? books.vatRate().stripTrailingZeros() : null,
                baseline,
                withVat && baseline != null ? baseline.gross().minus(sheet.estimateAtCompletion()) : null,
                sheet.lines(),
                sheet.totals());
    }

    /** U of each row of a project in the report that was issued last, of those of this day or an earlier one; null where there is none. */
    private CostSheet.Before before(Versions.Version project, CostSheet sheet, Asked asked, Moments.Moment moment) {
        var last = versions.within(List.of(project.record()), CostReport.TYPE, moment).stream()
                .filter(issued -> !LocalDate.parse(issued.text("asOf")).isAfter(asked.day()))
                .max(Comparator.comparingLong(Versions.Version::position));
        return last.map(issued -> issued.text("vat").equals(asked.vat().name())
                        ? CostSheet.Before.of(reports.kept(issued.record()), project.record())
                        : reckoned(project, sheet, issued, moment.scope()))
                .orElse(null);
    }

    /** One that was issued with VAT says nothing without it, nor the other way round: what it would have said is read from what it was read from. */
    private CostSheet.Before reckoned(
            Versions.Version project, CostSheet sheet, Versions.Version issued, String scope) {
        var then = new Moments.Moment(issued.facts().path("recorded").longValue(), scope);
        return sheet.before(project, books.of(List.of(project.record()), LocalDate.parse(issued.text("asOf")), then));
    }

    private PositionBaseline baseline(UUID owner, LocalDate day, Moments.Moment moment) {
        var chosen = versions.within(List.of(owner), "baseline", moment).stream()
                .filter(baseline -> baseline.text("status").equals("APPROVED"))
                .sorted(Comparator.comparingInt(
                        baseline -> -baseline.facts().path("n").intValue()))
                .map(baseline -> baseline.id("estimateId"))
                .toList();
        var estimates = versions.of(chosen, moment);
        return chosen.stream()
                .map(id -> estimates.stream()
                        .filter(estimate -> estimate.record().equals(id))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .map(BaselineThen::of)
                .filter(estimate -> !estimate.date().isAfter(day))
                .findFirst()
                .orElse(null);
    }
}
