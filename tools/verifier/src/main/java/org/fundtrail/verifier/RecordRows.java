package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds the rows of records, and of the lists that they have, against what their entries say of them. */
final class RecordRows {
    private static final String REFERENCE = "_reference";
    private static final String ORDER = "n";

    private final Tables tables;
    private final Tables.Table table;
    private final Subjects subjects;
    private final Report report;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<Map<String, Object>>> lists = new TreeMap<>();

    RecordRows(Tables tables, Tables.Table table, Subjects subjects, Report report) {
        this.tables = tables;
        this.table = table;
        this.subjects = subjects;
        this.report = report;
    }

    void take(Map<String, Object> row) {
        if (table.as().equals("list")) {
            lists.computeIfAbsent(String.valueOf(row.get(table.owner())), owner -> new ArrayList<>())
                    .add(row);
        } else {
            record(row);
        }
    }

    private void record(Map<String, Object> row) {
        var id = String.valueOf(row.get("id"));
        var subject = subjects.of(id);
        if (subject == null || !subject.type.equals(table.type())) {
            report.found(Problem.ROW_UNSAID, "table", table.name(), "record", id);
            return;
        }
        if (!seen.add(id)) {
            report.found(Problem.ROW_TWICE, "table", table.name(), "record", id);
        }
        row.forEach((column, value) -> cell(subject, column, Cells.read(column, value)));
    }

    private void cell(Subjects.Subject subject, String column, Object held) {
        if (!tables.isProved(table.name(), column)) {
            return;
        }
        var name = name(subject.columns, column);
        var said = subject.columns.get(name);
        var hashed = table.hashed().get(column);
        if (hashed != null) {
            said = subject.columns.get(Subjects.column(hashed));
            if (!Cells.same(said, held == null ? null : sha256(held))) {
                differs(subject, column, said, held == null ? null : sha256(held));
            }
        } else if (!Cells.same(said, held)) {
            if (said == null && held != null && !subject.columns.containsKey(name)) {
                report.found(
                        Problem.CELL_UNSAID,
                        "table",
                        table.name(),
                        "record",
                        subject.id,
                        "field",
                        column,
                        "found",
                        held);
            } else {
                differs(subject, column, said, held);
            }
        }
    }

    /** By which name the entries say a column: its own, without {@code _reference}, or that of another fact as long as neither is said. */
    private String name(Map<String, Object> columns, String column) {
        if (columns.get(column) != null) {
            return column;
        }
        if (column.endsWith(REFERENCE)
                && columns.containsKey(column.substring(0, column.length() - REFERENCE.length()))) {
            return column.substring(0, column.length() - REFERENCE.length());
        }
        var otherwise = table.otherwise().get(column);
        return otherwise == null ? column : Subjects.column(otherwise);
    }

    private void differs(Subjects.Subject subject, String column, Object said, Object held) {
        report.found(
                Problem.CELL_DIFFERS,
                "table",
                table.name(),
                "record",
                subject.id,
                "field",
                column,
                "entry",
                subject.saidBy.getOrDefault(column, subject.saidBy.get("id")),
                "expected",
                said,
                "found",
                held);
    }

    private static String sha256(Object held) {
        var text = String.valueOf(held);
        var bytes = text.startsWith("\\x") && text.substring(2).matches("([0-9a-f]{2})*")
                ? HexFormat.of().parseHex(text.substring(2))
                : text.getBytes(UTF_8);
        return HexFormat.of().formatHex(Merkle.sha256(bytes));
    }

    /** After the last row: what is missing, and what lists say. */
    void end() {
        if (table.as().equals("list")) {
            lists();
            return;
        }
        for (var subject : subjects.all()) {
            if (subject.type.equals(table.type()) && !seen.contains(subject.id)) {
                report.found(
                        Problem.ROW_MISSING,
                        "table",
                        table.name(),
                        "record",
                        subject.id,
                        "entry",
                        subject.saidBy.get("id"));
            }
        }
    }

    private void lists() {
        for (var subject : subjects.all()) {
            var items = Subjects.list(subject, table.fact());
            if (!items.isEmpty() && isOwner(subject)) {
                list(subject, items, lists.getOrDefault(subject.id, List.of()));
            }
        }
        lists.forEach((owner, rows) -> {
            var subject = subjects.of(owner);
            if (subject == null
                    || !isOwner(subject)
                    || Subjects.list(subject, table.fact()).isEmpty()) {
                rows.forEach(row -> report.found(
                        Problem.ROW_UNSAID, "table", table.name(), "record", owner + " " + row.get(ORDER)));
            }
        });
    }

    /** A list belongs to the records by whose name its owner is called: the lines of claims to claims. */
    private boolean isOwner(Subjects.Subject subject) {
        return (subject.type.replace('-', '_') + "_id").equals(table.owner());
    }

    private void list(Subjects.Subject owner, List<Object> items, List<Map<String, Object>> rows) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> row.get(ORDER) instanceof Long n ? n : 0L));
        for (int i = 0; i < Math.max(items.size(), sorted.size()); i++) {
            var key = owner.id + " " + i;
            if (i >= sorted.size()) {
                report.found(
                        Problem.ROW_MISSING,
                        "table",
                        table.name(),
                        "record",
                        key,
                        "entry",
                        owner.lastSaid(table.fact()));
            } else if (i >= items.size()) {
                report.found(Problem.ROW_UNSAID, "table", table.name(), "record", key);
            } else {
                item(owner, i, columns(items.get(i)), sorted.get(i));
            }
        }
    }

    /** What an item says, by the names of columns; one that is no object is all that its row says. */
    private static Map<String, Object> columns(Object item) {
        var columns = new HashMap<String, Object>();
        if (item instanceof Map<?, ?> facts) {
            facts.forEach((fact, value) -> columns.put(Subjects.column((String) fact), value));
        } else {
            columns.put("", item);
        }
        return columns;
    }

    private void item(Subjects.Subject owner, int place, Map<String, Object> said, Map<String, Object> row) {
        row.forEach((column, value) -> {
            if (column.equals(table.owner()) || !tables.isProved(table.name(), column)) {
                return;
            }
            var held = Cells.read(column, value);
            var name = said.containsKey(column) || !said.containsKey("") ? column : "";
            var expected =
                    column.equals(ORDER) && !said.containsKey(ORDER) ? Long.valueOf(place) : said.get(name(said, name));
            if (!Cells.same(expected, held)) {
                report.found(
                        Problem.CELL_DIFFERS,
                        "table",
                        table.name(),
                        "record",
                        owner.id + " " + place,
                        "field",
                        column,
                        "entry",
                        owner.lastSaid(table.fact()),
                        "expected",
                        expected,
                        "found",
                        held);
            }
        });
    }
}
