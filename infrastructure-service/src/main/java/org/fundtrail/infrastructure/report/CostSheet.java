package org.fundtrail.infrastructure.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.infrastructure.api.report.CostColumns;
import org.fundtrail.infrastructure.api.report.CostReportContract;
import org.fundtrail.infrastructure.api.report.CostReportCostLine;
import org.fundtrail.infrastructure.api.report.CostReportLine;
import org.fundtrail.infrastructure.api.report.CostReportProject;
import org.fundtrail.infrastructure.api.report.CostReportView;
import org.fundtrail.journal.Versions;

/** The lines of a report as they are put under each other, and their totals. */
final class CostSheet {
    /** U of rows as an earlier report said it; nothing of a row that was none yet. */
    record Before(Map<UUID, Money> atCompletion) {
        /** As a report that was issued keeps it of a project. */
        static Before of(CostReportView kept, UUID project) {
            return new Before(kept.lines().stream()
                    .filter(line -> line.project().id().equals(project))
                    .collect(Collectors.toMap(
                            line -> line.costLine() == null
                                    ? project
                                    : line.costLine().id(),
                            line -> line.columns().estimateAtCompletion())));
        }

        Money of(CostRow row) {
            return atCompletion.getOrDefault(row.id(), Money.zero());
        }
    }

    private final boolean withVat;
    private final List<CostReportLine> lines = new ArrayList<>();
    private final Figures asked = new Figures();
    private final Figures net = new Figures();

    CostSheet(boolean withVat) {
        this.withVat = withVat;
    }

    /** The rows of a project, with what has changed since a report before; null where there is none. */
    void add(Versions.Version project, CostBooks.Read read, Before before) {
        var of = new CostReportProject(project.record(), project.text("reference"), title(project));
        for (var row : read.of(project.record())) {
            var was = before == null ? null : before.of(row);
            if (row.isShown(was)) {
                var counted = counted(project, row.worth());
                asked.add(counted);
                net.add(row.worth().net());
                lines.add(new CostReportLine(
                        costLine(row.line()),
                        of,
                        Columned.row(counted, row.worth().net(), was),
                        contracts(project, row, read.contracts())));
            }
        }
    }

    /** VAT that comes back is no cost. */
    private Figures counted(Versions.Version project, Worth worth) {
        return worth.counted(withVat && !project.facts().path("vatRecoverable").booleanValue());
    }

    /** U of each row of a project as another reading has it, with VAT as here. */
    Before before(Versions.Version project, CostBooks.Read read) {
        var then = new HashMap<UUID, Money>();
        read.of(project.record())
                .forEach(row -> then.put(row.id(), Columned.estimateAtCompletion(counted(project, row.worth()))));
        return new Before(then);
    }

    private List<CostReportContract> contracts(
            Versions.Version project, CostRow row, Map<UUID, Versions.Version> said) {
        return row.contracts().entrySet().stream()
                .map(contract -> Columned.contract(
                        contract.getKey(),
                        said.get(contract.getKey()).text("reference"),
                        counted(project, contract.getValue())))
                .sorted(Comparator.comparing(CostReportContract::reference)
                        .thenComparing(contract -> contract.id().toString()))
                .toList();
    }

    private static CostReportCostLine costLine(Versions.Version line) {
        return line == null
                ? null
                : new CostReportCostLine(line.record(), line.text("name"), CostCategory.valueOf(line.text("category")));
    }

    private static Title title(Versions.Version project) {
        return new Title(project.text("title.en"), project.text("title.lt"));
    }

    List<CostReportLine> lines() {
        return lines;
    }

    Money estimateAtCompletion() {
        return Columned.estimateAtCompletion(asked);
    }

    /** All lines together; what has changed is the sum of what is known to have changed. */
    CostColumns totals() {
        var changed = lines.stream()
                .map(line -> line.columns().changeSinceLastReport())
                .filter(Objects::nonNull)
                .reduce(Money::plus);
        return Columned.row(
                asked,
                net,
                changed.map(change -> estimateAtCompletion().minus(change)).orElse(null));
    }
}
