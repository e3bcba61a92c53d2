package org.fundtrail.records.proof;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a service and how what stands in each is proved. Read from {@code information_schema}, so that a new table is covered by
 * itself, and from two resources: {@code proof/<schema>.properties} names lists and columns that follow from others, {@code
 * proof/not-proved.properties} what nothing proves, with the reason.
 */
public final class ProvedTables {
    /** How the rows of a table are proved. */
    public enum As {
        /** A row is what the entries say of the subject of its id. */
        RECORD,
        /** The rows of one owner are the list that a fact of theirs says. */
        LIST,
        /** A table of the journal, known by its name. */
        JOURNAL,
        /** What people said about a record: the reasons of its entries. */
        COMMENT,
        /** Its rows follow from those of other tables. */
        DERIVED,
        /** Nothing proves it. */
        NONE
    }

    /**
     * A table.
     *
     * @param owner of a list: the column of whose it is
     * @param fact of a list: the fact that says it
     * @param why nothing proves it, or null
     * @param query of rows that follow from others: what they have to be
     */
    public record Table(
            String schema,
            String name,
            List<String> columns,
            List<String> key,
            As as,
            String owner,
            String fact,
            String why,
            String query) {
        public String full() {
            return schema + "." + name;
        }

        /** The type of the records in it, as entries name it. */
        public String type() {
            return name.replace('_', '-');
        }
    }

    private static final Set<String> SYSTEM = Set.of("pg_catalog", "information_schema", "pg_toast");

    private final String schema;
    private final Map<String, Table> tables = new TreeMap<>();
    private final Map<String, String> notProved = new LinkedHashMap<>();
    private final Map<String, String> otherwise = new TreeMap<>();
    private final Map<String, String> hashed = new TreeMap<>();
    private final Set<String> generated = new TreeSet<>();
    private final Set<String> versioned = new TreeSet<>();

    private ProvedTables(String schema) {
        this.schema = schema;
    }

    /** Those of the service whose records stand in a schema. */
    public static ProvedTables of(Connection connection, String schema) throws SQLException {
        var tables = new ProvedTables(schema);
        var rules = read("/proof/" + schema + ".properties");
        tables.notProved.putAll(sorted(read("/proof/not-proved.properties")));
        rules.stringPropertyNames().stream()
                .filter(name -> name.startsWith("not-proved."))
                .sorted()
                .forEach(name -> tables.notProved.put(name.substring("not-proved.".length()), rules.getProperty(name)));
        tables.rules(rules, "otherwise.").forEach(tables.otherwise::put);
        tables.rules(rules, "hashed.").forEach(tables.hashed::put);
        tables.versioned.addAll(List.of(rules.getProperty("versions").split(" ")));
        tables.readColumns(connection, rules);
        return tables;
    }

    private static Properties read(String resource) {
        try (var in = ProvedTables.class.getResourceAsStream(resource)) {
            var read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> sorted(Properties read) {
        var sorted = new TreeMap<String, String>();
        read.stringPropertyNames().forEach(name -> sorted.put(name, read.getProperty(name)));
        return sorted;
    }

    private Map<String, String> rules(Properties rules, String kind) {
        return sorted(rules).entrySet().stream()
                .filter(rule -> rule.getKey().startsWith(kind))
                .collect(Collectors.toMap(rule -> rule.getKey().substring(kind.length()), Map.Entry::getValue));
    }

    private void readColumns(Connection connection, Properties rules) throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        try (var select = connection.prepareStatement("""
                SELECT c.table_schema || '.' || c.table_name, c.column_name, c.is_generated = 'ALWAYS'
                FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
                WHERE t.table_type = 'BASE TABLE' AND c.table_schema <> ALL (?)
                ORDER BY c.table_schema, c.table_name, c.ordinal_position""")) {
            select.setArray(1, connection.createArrayOf("text", SYSTEM.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                            .add(row.getString(2));
                    if (row.getBoolean(3)) {
                        generated.add(row.getString(1) + "." + row.getString(2));
                    }
                }
            }
        }
        for (var table : columns.entrySet()) {
            tables.put(table.getKey(), table(connection, table.getKey(), table.getValue(), rules));
        }
    }

    private Table table(Connection connection, String full, List<String> columns, Properties rules)
            throws SQLException {
        var at = full.split("\\.", 2);
        var list = rules.getProperty("list." + at[1]);
        var derived = rules.getProperty("derived." + at[1]);
        var as = as(at[0], full, columns, list != null, derived != null);
        return new Table(
                at[0],
                at[1],
                columns,
                key(connection, full),
                as,
                as == As.LIST ? list.split(" ")[0] : null,
                as == As.LIST ? list.split(" ")[1] : null,
                as == As.NONE ? notProved.getOrDefault(full, "Nothing says how it is proved.") : null,
                derived);
    }

    private As as(String in, String full, List<String> columns, boolean isList, boolean isDerived) {
        if (notProved.containsKey(full)) {
            return As.NONE;
        }
        if (in.equals("journal")) {
            return As.JOURNAL;
        }
        if (full.equals("comments.comment")) {
            return As.COMMENT;
        }
        if (!in.equals(schema)) {
            return As.NONE;
        }
        return isList ? As.LIST : isDerived ? As.DERIVED : columns.contains("id") ? As.RECORD : As.NONE;
    }

    private static List<String> key(Connection connection, String full) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT a.attname FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (column_n, n)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.column_n
                WHERE i.indrelid = ?::regclass AND i.indisprimary ORDER BY k.n""")) {
            select.setString(1, full);
            var key = new ArrayList<String>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    key.add(row.getString(1));
                }
            }
            return key;
        }
    }

    public String schema() {
        return schema;
    }

    public Stream<Table> all() {
        return tables.values().stream();
    }

    /** Those that are proved in a way. */
    public List<Table> as(As as) {
        return tables.values().stream().filter(table -> table.as() == as).toList();
    }

    /** The table in which records of a type stand, or null. */
    Table ofType(String type) {
        var table = tables.get(schema + "." + type.replace('-', '_'));
        return table != null && table.as() == As.RECORD ? table : null;
    }

    /** What nothing proves: {@code table}, {@code table.column} or {@code *.column}, each with its reason. */
    public Map<String, String> notProved() {
        return notProved;
    }

    public boolean isProved(Table table, String column) {
        return table.as() != As.NONE
                && Stream.of("*." + column, table.name() + "." + column, table.full() + "." + column)
                        .noneMatch(notProved::containsKey);
    }

    /** Whether the database itself makes the column of others. */
    public boolean isGenerated(Table table, String column) {
        return generated.contains(table.full() + "." + column);
    }

    /** The fact that says what a column holds while no fact of its own name does, or null. */
    String otherwise(Table table, String column) {
        return otherwise.get(table.name() + "." + column);
    }

    /** The fact that says the SHA-256 of a column, or null. */
    String hashed(Table table, String column) {
        return hashed.get(table.name() + "." + column);
    }

    /** The types of records that keep what they said after each entry. */
    public Set<String> versioned() {
        return versioned;
    }

    /** Whether records of a type keep what they said after each entry. */
    boolean isVersioned(String type) {
        return versioned.contains(type);
    }
}
