package org.fundtrail.records.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundtrail.records.proof.ProvedTables.As;
import org.fundtrail.records.proof.ProvedTables.Table;

/**
 * Alters a database as a superuser can, with triggers off and constraints dropped, in each way and at each column of each table, and asks
 * each time whether it is found and named. Every alteration is taken back.
 */
public final class Tampers {

    /** What is asked whether something is wrong: the system's own check, or somebody who is given what it exports. */
    public interface Detector {
        /** What it finds in the database as this connection sees it; only this table was altered. */
        List<Finding> found(Connection connection, Table altered) throws SQLException;
    }

    /** The system's own check, of the parts that can notice it. */
    public static Detector own(ProvedTables tables) {
        return (connection, altered) -> {
            var findings = new Findings();
            new RecordCheck(tables)
                    .run(
                            connection,
                            parts(altered),
                            table -> table.full().equals(altered.full()),
                            findings,
                            Progress.NONE);
            return findings.kept();
        };
    }

    private static Set<RecordCheck.Part> parts(Table altered) {
        if (altered.as() == As.DERIVED) {
            return EnumSet.of(RecordCheck.Part.DERIVED);
        }
        if (altered.as() != As.JOURNAL || List.of("step", "duty", "version").contains(altered.name())) {
            return EnumSet.of(RecordCheck.Part.RECORDS);
        }
        return List.of("balance", "turnover", "account").contains(altered.name())
                ? EnumSet.of(RecordCheck.Part.LOG, RecordCheck.Part.MONEY)
                : EnumSet.of(RecordCheck.Part.LOG);
    }

    private static final Map<String, Set<String>> SHOWN_BY = Map.of(
            "journal.leaf", Set.of("journal.leaf", "journal.subtree", "journal.checkpoint"),
            "journal.account", Set.of("journal.account", "journal.posting"));

    private final Connection connection;
    private final ProvedTables tables;
    private final Detector detector;
    private final List<String> unnoticed = new ArrayList<>();
    private int tried;

    public Tampers(Connection connection, ProvedTables tables, Detector detector) {
        this.connection = connection;
        this.tables = tables;
        this.detector = detector;
    }

    /** Alters everything that can be altered; answers what was not noticed, and of which table there is no row. */
    public List<String> unnoticed() throws SQLException {
        tables.as(As.NONE).stream()
                .filter(table -> !tables.notProved().containsKey(table.full()))
                .forEach(table -> unnoticed.add(table.full() + ": nothing says how it is proved"));
        for (var table : tables.all().filter(table -> table.as() != As.NONE).toList()) {
            connection.setAutoCommit(false);
            open(table);
            try {
                alter(table);
                if (table.full().equals("journal.leaf")) {
                    cutOff(table);
                }
                if (table.full().equals("journal.checkpoint")) {
                    replace(table);
                }
            } finally {
                connection.rollback();
            }
        }
        return unnoticed;
    }

    /** The tail of the log, with all that tells of it but the checkpoint. */
    private void cutOff(Table leaf) throws SQLException {
        attempt(
                leaf,
                null,
                "DELETE FROM journal.leaf WHERE position >= (SELECT size - 2 FROM journal.log_head)",
                "UPDATE journal.log_head SET size = size - 2",
                "ALTER TABLE journal.entry DISABLE TRIGGER ALL",
                "DELETE FROM journal.entry e WHERE NOT EXISTS (SELECT FROM journal.leaf l WHERE l.entry_id = e.id)"
                        + " AND NOT EXISTS (SELECT FROM journal.pending n WHERE n.entry_id = e.id)");
    }

    /** By an older one, and by one that somebody else has signed. */
    private void replace(Table checkpoint) throws SQLException {
        attempt(checkpoint, null, """
                UPDATE journal.checkpoint c SET root = o.root, note = o.note, key_id = o.key_id
                FROM (SELECT * FROM journal.checkpoint ORDER BY size LIMIT 1) o
                WHERE c.size = (SELECT max(size) FROM journal.checkpoint)""");
        attempt(checkpoint, "note", """
                UPDATE journal.checkpoint SET note = split_part(note, E'\n\n', 1) || E'\n\n— '
                    || split_part(note, E'\n', 1) || ' ' || encode(key_id || decode(repeat('ab', 64), 'hex'), 'base64') || E'\n'
                WHERE size = (SELECT max(size) FROM journal.checkpoint)""");
    }

    public int tried() {
        return tried;
    }

    /** Nothing of the database stands in the way within this transaction. */
    private void open(Table table) throws SQLException {
        execute("SET LOCAL session_replication_role = replica");
        execute("ALTER TABLE " + table.full() + " DISABLE TRIGGER ALL");
        for (var constraint : texts("SELECT conname FROM pg_constraint WHERE conrelid = '" + table.full()
                + "'::regclass AND contype IN ('c', 'u')")) {
            execute("ALTER TABLE " + table.full() + " DROP CONSTRAINT IF EXISTS \"" + constraint + "\" CASCADE");
        }
        for (var index : texts("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = '" + table.full()
                + "'::regclass AND indisunique AND NOT indisprimary")) {
            execute("DROP INDEX " + index);
        }
    }

    private void alter(Table table) throws SQLException {
        var rows = texts("SELECT ctid FROM " + table.full() + " ORDER BY " + quoted(table.key()));
        if (rows.isEmpty()) {
            unnoticed.add(table.full() + ": no row to alter");
            return;
        }
        var types = types(table);
        for (var column : table.columns()) {
            if (tables.isProved(table, column) && !tables.isGenerated(table, column)) {
                var row = one("SELECT ctid FROM " + table.full() + " ORDER BY \"" + column + "\" IS NULL, "
                        + quoted(table.key()) + " LIMIT 1");
                attempt(
                        table,
                        column,
                        "UPDATE " + table.full() + " SET \"" + column + "\" = " + changed(column, types.get(column))
                                + " WHERE ctid = '" + row + "'");
            }
        }
        if (!tables.notProved().containsKey(table.full() + "/deleted")) {
            attempt(table, null, "DELETE FROM " + table.full() + " WHERE ctid = '" + rows.get(0) + "'");
            attempt(table, null, "DELETE FROM " + table.full() + " WHERE ctid = '" + rows.get(rows.size() - 1) + "'");
        }
        attempt(table, null, copy(table, types, rows.get(0)));
        swap(table, types, rows);
    }

    private static String changed(String column, String type) {
        var c = '"' + column + '"';
        return switch (type) {
            case "text" -> "coalesce(" + c + ", '') || 'x'";
            case "int2", "int4", "int8" -> "coalesce(" + c + ", 0) + 1000";
            case "numeric" -> "coalesce(" + c + ", 0) + 1";
            case "bool" -> "coalesce(NOT " + c + ", true)";
            case "date" -> "coalesce(" + c + " + 4000, date '2020-01-01')";
            case "timestamptz" -> "coalesce(" + c + " + interval '1 second', now())";
            case "uuid" -> "gen_random_uuid()";
            case "bytea" -> "coalesce(set_byte(" + c + ", 0, 255 - get_byte(" + c + ", 0)), '\\x00')";
            case "_text" -> "coalesce(" + c + ", '{}') || '{x}'";
            default -> throw new IllegalStateException("How is a " + type + " altered?");
        };
    }

    private String copy(Table table, Map<String, String> types, String row) {
        var last = table.key().get(table.key().size() - 1);
        var columns = own(table);
        var values = columns.stream()
                .map(column -> column.equals(last) ? changed(column, types.get(column)) : '"' + column + '"')
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table.full() + " (" + quoted(columns) + ") OVERRIDING SYSTEM VALUE SELECT " + values
                + " FROM " + table.full() + " WHERE ctid = '" + row + "'";
    }

    /** Gives two rows the values of each other, but for their keys. */
    private void swap(Table table, Map<String, String> types, List<String> rows) throws SQLException {
        var values = own(table).stream()
                .filter(column -> !table.key().contains(column) && tables.isProved(table, column))
                .toList();
        if (values.isEmpty()) {
            return;
        }
        for (var other : rows.subList(1, rows.size())) {
            var differ = one("SELECT (SELECT ROW(" + quoted(values) + ") FROM " + table.full() + " WHERE ctid = '"
                    + rows.get(0) + "') IS DISTINCT FROM (SELECT ROW(" + quoted(values) + ") FROM " + table.full()
                    + " WHERE ctid = '" + other + "')");
            if (differ.equals("t")) {
                var set = values.stream()
                        .map(c -> '"' + c + "\" = o.\"" + c + '"')
                        .collect(Collectors.joining(", "));
                attempt(
                        table,
                        null,
                        "UPDATE " + table.full() + " t SET " + set + " FROM " + table.full() + " o WHERE t.ctid = '"
                                + rows.get(0) + "' AND o.ctid = '" + other + "' OR t.ctid = '" + other
                                + "' AND o.ctid = '" + rows.get(0) + "'");
                return;
            }
        }
    }

    private List<String> own(Table table) {
        return table.columns().stream()
                .filter(column -> !tables.isGenerated(table, column))
                .toList();
    }

    /** Alters in this way; the detector has to find it, and name the table and the column. */
    public void attempt(Table table, String column, String... statements) throws SQLException {
        var before = connection.setSavepoint();
        try {
            for (var statement : statements) {
                execute(statement);
            }
            tried++;
            var found = detector.found(connection, table);
            if (found.stream().noneMatch(finding -> names(finding, table, column))) {
                unnoticed.add(String.join("; ", statements) + " -> " + found);
            }
        } finally {
            connection.rollback(before);
        }
    }

    /** Where leaves, or the ids of accounts, change places among each other it is the roots and the postings that do not fit. */
    private static boolean names(Finding finding, Table table, String column) {
        var named = column == null ? SHOWN_BY.getOrDefault(table.full(), Set.of(table.full())) : Set.of(table.full());
        return named.contains(finding.table())
                && (column == null || finding.field() == null || finding.field().equals(column));
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }

    private Map<String, String> types(Table table) throws SQLException {
        var types = new TreeMap<String, String>();
        for (var column :
                texts("SELECT column_name || ' ' || udt_name FROM information_schema.columns WHERE table_schema = '"
                        + table.schema() + "' AND table_name = '" + table.name() + "'")) {
            types.put(column.split(" ")[0], column.split(" ")[1]);
        }
        return types;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        return texts(sql).get(0);
    }

    private List<String> texts(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
