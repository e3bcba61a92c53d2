package org.fundtrail.infrastructure.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.report.CostColumns;
import org.fundtrail.infrastructure.api.report.CostReportLine;
import org.fundtrail.infrastructure.api.report.CostReportView;

/** A cost report as a file: its lines and, in the last row, their totals, which belong to no project. */
final class CostReportFile {
    private CostReportFile() {}

    static final Columns<CostReportLine> COLUMNS = Columns.of(CostReportLine.class)
            .with("project", l -> l.project() == null ? "TOTAL" : l.project().reference())
            .with("costLine", l -> l.costLine() == null ? null : l.costLine().name())
            .with("category", l -> l.costLine() == null ? null : l.costLine().category())
            .with("originalBudget", of(CostColumns::originalBudget))
            .with("transfers", of(CostColumns::transfers))
            .with("budgetChanges", of(CostColumns::budgetChanges))
            .with("currentBudget", of(CostColumns::currentBudget))
            .with("pendingBudgetChanges", of(CostColumns::pendingBudgetChanges))
            .with("projectedBudget", of(CostColumns::projectedBudget))
            .with("originalCommitments", of(CostColumns::originalCommitments))
            .with("approvedVariations", of(CostColumns::approvedVariations))
            .with("priceAdjustments", of(CostColumns::priceAdjustments))
            .with("currentCommitments", of(CostColumns::currentCommitments))
            .with("pendingVariations", of(CostColumns::pendingVariations))
            .with("potentialChanges", of(CostColumns::potentialChanges))
            .with("projectedCommitments", of(CostColumns::projectedCommitments))
            .with("directActual", of(CostColumns::directActual))
            .with("certified", of(CostColumns::certified))
            .with("actualCost", of(CostColumns::actualCost))
            .with("retentionHeld", of(CostColumns::retentionHeld))
            .with("paid", of(CostColumns::paid))
            .with("openCommitments", of(CostColumns::openCommitments))
            .with("stillToContract", of(CostColumns::stillToContract))
            .with("forecastToComplete", of(CostColumns::forecastToComplete))
            .with("estimateAtCompletion", of(CostColumns::estimateAtCompletion))
            .with("varianceAtCompletion", of(CostColumns::varianceAtCompletion))
            .with("changeSinceLastReport", of(CostColumns::changeSinceLastReport))
            .with("currency", l -> Money.EUR)
            .with("costLineId", l -> l.costLine() == null ? null : l.costLine().id());

    private static Function<CostReportLine, Object> of(Function<CostColumns, Money> column) {
        return line -> column.apply(line.columns());
    }

    static List<CostReportLine> rows(CostReportView report) {
        return Stream.concat(
                        report.lines().stream(), Stream.of(new CostReportLine(null, null, report.totals(), List.of())))
                .toList();
    }
}
