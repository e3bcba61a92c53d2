package org.fundtrail.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fundtrail.journal.Books;

/** What the table of every kind of record has, whatever else it keeps; {@code docs/record-table.sql} shows one. */
final class RecordTable {
    private static final Map<String, String> COLUMNS = Map.of(
            "id", "uuid",
            "version", "integer",
            "institution", "text",
            "recorded_by", "uuid",
            "recorded_at", "timestamp with time zone");

    private RecordTable() {}

    /** What the table of a kind lacks. */
    static List<String> missing(String schema, String table, Step[] steps) {
        var missing = new ArrayList<String>();
        var name = schema + "." + table;
        COLUMNS.forEach((column, type) -> need(missing, column + " " + type + " NOT NULL", """
                SELECT count(*) FROM information_schema.columns WHERE table_schema || '.' || table_name = ?
                AND column_name = ? AND data_type = ? AND is_nullable = 'NO'""", name, column, type));
        need(missing, "PRIMARY KEY (id)", constraint(), name, "PRIMARY KEY (id)");
        need(
                missing,
                "recorded_by that is a person",
                constraint(),
                name,
                "FOREIGN KEY (recorded_by) REFERENCES journal.person%");
        for (var column : List.of("id", "institution", "recorded_by", "recorded_at")) {
            need(missing, column + " that stays", """
                    SELECT count(*) WHERE NOT EXISTS (SELECT FROM information_schema.column_privileges
                    WHERE grantee = ? AND table_schema || '.' || table_name = ? AND column_name = ? AND privilege_type = 'UPDATE')""", app(schema), name, column);
        }
        need(missing, "INSERT for the service", may("has_table_privilege(?, ?, 'INSERT')"), app(schema), name);
        need(
                missing,
                "no DELETE for the service",
                may("NOT has_table_privilege(?, ?, 'DELETE, TRUNCATE')"),
                app(schema),
                name);
        for (var parent : foreignKeys(schema, name)) {
            if (!parent.startsWith("FOREIGN KEY (institution, ")) {
                missing.add("the institution in " + parent);
            }
        }
        if (steps.length > 0) {
            ofALife(missing, name, steps);
        }
        return missing;
    }

    /** What has a life changes by its steps alone, and is found while it waits. */
    private static void ofALife(List<String> missing, String name, Step[] steps) {
        var states = new TreeSet<String>();
        for (var step : steps) {
            states.add(step.edge().to().name());
        }
        var checked = Books.rows(
                        constraint().replace("count(*)", "pg_get_constraintdef(oid)"), name, "CHECK ((status = ANY %")
                .stream()
                .map(row ->
                        new TreeSet<>(Arrays.stream(String.valueOf(row.get(0)).split("'"))
                                .filter(word -> word.matches("[A-Z_]+"))
                                .toList()))
                .toList();
        if (!checked.equals(List.of(states))) {
            missing.add("a status that is one of " + states + ": " + checked);
        }
        for (var trigger : List.of("only_by_steps", "only_with_a_step")) {
            need(
                    missing,
                    "the trigger " + trigger,
                    "SELECT count(*) FROM pg_trigger WHERE tgrelid = ?::regclass AND tgname = ?",
                    name,
                    trigger);
        }
        need(
                missing,
                "an index of what waits",
                "SELECT count(*) FROM pg_indexes WHERE schemaname || '.' || tablename = ? AND indexdef LIKE '%(recorded_at, id) WHERE%'",
                name);
    }

    private static String constraint() {
        return "SELECT count(*) FROM pg_constraint WHERE conrelid = ?::regclass AND pg_get_constraintdef(oid) LIKE ?";
    }

    private static List<String> foreignKeys(String schema, String name) {
        return Books.rows(
                        constraint().replace("count(*)", "pg_get_constraintdef(oid)"),
                        name,
                        "FOREIGN KEY % REFERENCES " + schema + ".%")
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static String may(String condition) {
        return "SELECT count(*) WHERE " + condition;
    }

    private static String app(String schema) {
        return schema + "_app";
    }

    private static void need(List<String> missing, String what, String sql, Object... values) {
        if (Books.count(sql, values) == 0) {
            missing.add(what);
        }
    }
}
