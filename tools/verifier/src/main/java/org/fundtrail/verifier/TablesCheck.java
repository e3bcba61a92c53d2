package org.fundtrail.verifier;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds every row of every table of an export against what the entries say. */
final class TablesCheck {
    private final Source files;
    private final String where;
    private final Tables tables;
    private final RowBook book;
    private final Subjects subjects;
    private final Report report;
    private final JournalRows journal = new JournalRows();

    TablesCheck(Source files, String where, Tables tables, RowBook book, Subjects subjects, Report report) {
        this.files = files;
        this.where = where;
        this.tables = tables;
        this.book = book;
        this.subjects = subjects;
        this.report = report;
    }

    void run() throws IOException {
        var known = new TreeSet<String>();
        for (var table : tables.all()) {
            known.add(table.file());
            switch (table.as()) {
                case "record", "list" -> records(table);
                case "journal", "comments" -> journal(table);
                case "none" -> report.notProved(table.name(), String.valueOf(table.why()));
                default -> report.found(Problem.TABLE_UNKNOWN, "table", table.name());
            }
        }
        tables.notProved().forEach(report::notProved);
        files.files().keySet().stream()
                .filter(name -> name.startsWith("tables/") && !known.contains(name))
                .forEach(name -> report.found(Problem.FILE_UNKNOWN, "file", where + name));
        mustHaveTables();
    }

    /** Whatever has entries has a table, or is known to have none. */
    private void mustHaveTables() {
        var recorded = tables.recorded();
        var without = new TreeMap<String, String>();
        for (var subject : subjects.all()) {
            if (!recorded.contains(subject.type) && !tables.withoutTable().contains(subject.type)) {
                without.putIfAbsent(subject.type, subject.saidBy.get("id"));
            }
        }
        without.forEach((type, entry) -> report.found(Problem.TYPE_WITHOUT_TABLE, "type", type, "entry", entry));
    }

    private void records(Tables.Table table) throws IOException {
        var rows = new RecordRows(tables, table, subjects, report);
        rows(table, rows::take);
        rows.end();
    }

    private void journal(Tables.Table table) throws IOException {
        if (!JournalRows.knows(table.name())) {
            report.found(Problem.TABLE_UNKNOWN, "table", table.name());
            return;
        }
        rows(table, row -> {
            var read = journal.read(table.name(), row, report);
            book.take(table.name(), JournalRows.key(table.name(), read), read, report);
        });
    }

    private interface Row {
        void take(Map<String, Object> row);
    }

    private void rows(Tables.Table table, Row listener) throws IOException {
        var columns = new TreeSet<>(table.columns());
        Lines.read(files, table.file(), report, where, row -> {
            if (!row.keySet().equals(columns)) {
                report.found(Problem.COLUMNS_DIFFER, "table", table.name(), "found", new TreeSet<>(row.keySet()));
            }
            listener.take(row);
            report.checked("rows", 1);
        });
        report.checked("tables", 1);
    }
}
