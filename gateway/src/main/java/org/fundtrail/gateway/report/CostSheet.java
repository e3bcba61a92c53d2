package org.fundtrail.gateway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.report.CostColumns;
import org.fundtrail.infrastructure.api.report.CostReportLine;
import org.fundtrail.infrastructure.api.report.CostReportView;

/** A cost report as pages and files show it: lines with their bars, and all columns in groups that fit beside each other. */
public record CostSheet(CostReportView report, List<Line> lines, List<Table> tables, CostColumns totals) {

    /**
     * A line.
     *
     * @param name of the cost line, or what stands for what has none
     * @param over what it will cost more than its budget, or null
     */
    public record Line(CostReportLine said, String name, Money over, CostBar bar) {
        /** What is still to come: variations that may come, and what is to be contracted. */
        public Money toCome() {
            var c = said.columns();
            return c.pendingVariations().plus(c.potentialChanges()).plus(c.stillToContract());
        }

        public CostColumns columns() {
            return said.columns();
        }
    }

    /** A row of a table: the line and what stands in each of the columns, as text. */
    public record Row(Line line, List<String> cells) {}

    public record Table(CostColumn.Group group, List<CostColumn> columns, List<Row> rows, List<String> totals) {}

    static CostSheet of(CostReportView report, Language language) {
        var longest = report.lines().stream()
                .map(line -> CostBar.longest(line.columns()))
                .reduce(Money.zero(), Money::max);
        var lines = report.lines().stream()
                .map(line ->
                        new Line(line, name(line, language), over(line.columns()), CostBar.of(line.columns(), longest)))
                .toList();
        var tables = Stream.of(CostColumn.Group.values())
                .map(group -> table(group, lines, report.totals(), language))
                .toList();
        return new CostSheet(report, lines, tables, report.totals());
    }

    private static Table table(CostColumn.Group group, List<Line> lines, CostColumns totals, Language language) {
        var columns = group.columns();
        return new Table(
                group,
                columns,
                lines.stream()
                        .map(line -> new Row(line, cells(columns, line.columns(), language)))
                        .toList(),
                cells(columns, totals, language));
    }

    private static List<String> cells(List<CostColumn> columns, CostColumns row, Language language) {
        return columns.stream()
                .map(column -> column.of(row))
                .map(amount -> amount == null ? "–" : language.money(amount))
                .toList();
    }

    /** What a line is called. */
    static String name(CostReportLine line, Language language) {
        return line.costLine() == null
                ? Words.of(language, "no_cost_line")
                : line.costLine().name();
    }

    private static Money over(CostColumns line) {
        var over = Money.zero().minus(line.varianceAtCompletion());
        return over.isPositive() ? over : null;
    }

    /** Whether lines of several projects stand under each other. */
    public boolean isOfSeveral() {
        return report.of().type().equals("works-programme");
    }

    public boolean isWithVat() {
        return report.vatRate() != null;
    }

    /** How many lines are over their budgets. */
    public long over() {
        return lines.stream().filter(line -> line.over() != null).count();
    }

    /** Lines that are over while all together are not: a total hides them. */
    public boolean isHidingSomeOver() {
        return over() > 0 && totals.varianceAtCompletion().amount().signum() >= 0;
    }

    /** The query by which exactly this is read again. */
    public String exactly() {
        return "asOf=" + report.asOf() + "&recorded=" + report.recorded() + (isWithVat() ? "&vat=included" : "");
    }

    /** The day of the report, unless something else was asked for, right or wrong. */
    public String day(String asked) {
        return asked == null || asked.isBlank() ? report.asOf().toString() : asked;
    }

    // ── As a file ──

    /** What stands before the columns of a file. */
    private static final String[] HEAD = {"project", "costLine", "category"};

    /** What the columns of a file are called: their fields. */
    static List<String> head() {
        var head = new ArrayList<>(List.of(HEAD));
        CostColumn.fields().forEach(head::add);
        head.add("currency");
        return head;
    }

    /** The lines and, last, their totals. */
    List<Object[]> rows(Language language) {
        var rows = new ArrayList<Object[]>();
        for (var line : lines) {
            var category = line.said().costLine() == null
                    ? null
                    : line.said().costLine().category();
            rows.add(row(
                    line.said().project().reference(),
                    line.name(),
                    category == null ? null : Words.label(language, "category", category),
                    line.columns()));
        }
        rows.add(row(Words.of(language, "total"), null, null, totals));
        return rows;
    }

    private static Object[] row(String project, String line, String category, CostColumns columns) {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(project, line, category),
                                Stream.of(CostColumn.values()).map(column -> column.of(columns))),
                        Stream.of(Money.EUR))
                .toArray();
    }
}
