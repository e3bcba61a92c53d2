package org.fundtrail.verifier;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fundtrail.verifier.Fingerprints.Print;

/**
 * The rows that there have to be, each by the print of its key and of all its columns. Rows are held against it in any order; what differs is
 * put aside, and said in full when the entries are gone through once more.
 */
final class RowBook implements Expected {
    /** So many rows of a table that differ are put aside; of the others it is only said that they do. */
    private static final int MOST = 1_000;

    private static final Print TAKEN = new Print(0, 0);

    private final Tables tables;
    private final Map<String, Fingerprints> rows = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Map<String, Map<String, Object>>> differing = new HashMap<>();

    RowBook(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void row(String table, String key, String entry, Map<String, Object> columns) {
        rows.computeIfAbsent(table, t -> new Fingerprints()).put(Print.of(key), print(table, columns));
    }

    private Print print(String table, Map<String, Object> columns) {
        var proved = new TreeMap<String, Object>();
        columns.forEach((column, value) -> {
            if (tables.isProved(table, column)) {
                proved.put(column, value);
            }
        });
        return Print.of(Cells.text(proved));
    }

    /** Holds a row against what it has to be. */
    void take(String table, String key, Map<String, Object> columns, Report report) {
        var all = rows.computeIfAbsent(table, t -> new Fingerprints());
        var print = Print.of(key);
        var known = all.get(print);
        if (known == null) {
            report.found(Problem.ROW_UNSAID, "table", table, "record", key);
        } else if (known.equals(TAKEN)) {
            report.found(Problem.ROW_TWICE, "table", table, "record", key);
        } else {
            all.replace(print, TAKEN);
            taken.merge(table, 1, Integer::sum);
            if (!known.equals(print(table, columns))) {
                var aside = differing.computeIfAbsent(table, t -> new LinkedHashMap<>());
                if (aside.size() < MOST) {
                    aside.put(key, columns);
                } else {
                    report.found(Problem.ROW_DIFFERS, "table", table, "record", key);
                }
            }
        }
    }

    /** Whether anything differs or is missing, of the tables that the export has. */
    boolean isDoubtful() {
        return !differing.isEmpty()
                || rows.entrySet().stream()
                        .anyMatch(table -> isThere(table.getKey())
                                && taken.getOrDefault(table.getKey(), 0)
                                        < table.getValue().size());
    }

    private boolean isThere(String table) {
        return tables.of(table) != null && !tables.of(table).as().equals("none");
    }

    /** Hears of all rows once more and says what differs in each of those that were put aside, and which are missing. */
    Expected saying(Report report) {
        return (table, key, entry, columns) -> {
            var aside = differing.getOrDefault(table, Map.of()).get(key);
            if (aside != null) {
                say(table, key, entry, columns, aside, report);
            } else if (isThere(table) && !TAKEN.equals(rows.get(table).get(Print.of(key)))) {
                report.found(Problem.ROW_MISSING, "table", table, "record", key, "entry", entry);
            }
        };
    }

    private void say(
            String table, String key, String entry, Map<String, Object> said, Map<String, Object> held, Report report) {
        var names = new TreeMap<String, Object>(held);
        names.putAll(said);
        for (var column : names.keySet()) {
            if (tables.isProved(table, column) && !Cells.same(said.get(column), held.get(column))) {
                report.found(
                        Problem.CELL_DIFFERS,
                        "table",
                        table,
                        "record",
                        key,
                        "field",
                        column,
                        "entry",
                        entry,
                        "expected",
                        said.get(column),
                        "found",
                        held.get(column));
            }
        }
    }
}
