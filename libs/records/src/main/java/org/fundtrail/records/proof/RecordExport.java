package org.fundtrail.records.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundtrail.common.ExportZip;
import org.fundtrail.journal.VerifierKey;

/**
 * Writes all that proves the record of a service, and the record itself, as the tables hold it: the log with its checkpoints and keys, and
 * every row of every table. Read within one transaction that sees one moment; rows are streamed.
 */
public final class RecordExport {
    /** What is not given away with a row: it has a file of its own, or stands apart so that it can be erased. */
    private static final Map<String, Set<String>> LEFT_OUT =
            Map.of("journal.entry", Set.of("body"), "journal.identity", Set.of("salt", "name", "identifier"));

    private record Checkpoint(long size, String keyId, Instant signedAt, byte[] root, String note) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProvedTables tables;
    private final String origin;

    public RecordExport(ProvedTables tables, String origin) {
        this.tables = tables;
        this.origin = origin;
    }

    public void write(Connection connection, ExportZip zip, Instant madeAt) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL timezone = 'UTC'");
        }
        var newest = newest(connection);
        zip.file("export.json", json(about(newest == null ? 0 : newest.size(), madeAt)));
        zip.file("keys.json", json(Map.of("items", keys(connection))));
        checkpoints(connection, zip);
        if (newest != null) {
            zip.file("log/checkpoint", newest.note());
        }
        new LogExport(connection, zip, newest == null ? 0 : newest.size()).write();
        zip.file("tables.json", json(catalogue()));
        for (var table : tables.all().filter(RecordExport::isGiven).toList()) {
            rows(connection, zip, table);
        }
    }

    private Map<String, Object> about(long size, Instant madeAt) {
        var about = new LinkedHashMap<String, Object>();
        about.put("service", tables.schema());
        about.put("origin", origin);
        about.put("size", size);
        about.put("madeAt", madeAt.toString());
        about.put("schema", tables.schema());
        return about;
    }

    private static Checkpoint newest(Connection connection) throws SQLException {
        try (var newest = checkpoints(connection, "ORDER BY size DESC LIMIT 1")) {
            return newest.peek();
        }
    }

    private static Ordered<Checkpoint> checkpoints(Connection connection, String order) throws SQLException {
        return new Ordered<>(
                connection,
                "SELECT size, encode(key_id, 'hex'), signed_at, root, note FROM journal.checkpoint WHERE log_id = 1 "
                        + order,
                row -> new Checkpoint(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, java.time.OffsetDateTime.class).toInstant(),
                        row.getBytes(4),
                        row.getString(5)));
    }

    private static void checkpoints(Connection connection, ExportZip zip) throws SQLException, IOException {
        try (var all = checkpoints(connection, "ORDER BY size")) {
            Lines.write(zip, "checkpoints.ndjson", all, one -> {
                var line = new LinkedHashMap<String, Object>();
                line.put("size", one.size());
                line.put("keyId", one.keyId());
                line.put("signedAt", one.signedAt().toString());
                line.put("root", Base64.getEncoder().encodeToString(one.root()));
                line.put("note", one.note());
                return json(line);
            });
        }
    }

    private static List<Map<String, Object>> keys(Connection connection) throws SQLException {
        var keys = new ArrayList<Map<String, Object>>();
        try (var rows = new Ordered<>(
                connection,
                "SELECT name, public_key, first_size, lead(first_size) OVER (ORDER BY first_size) - 1, key_id FROM journal.log_key"
                        + " WHERE log_id = 1 ORDER BY first_size",
                row -> {
                    var key = new LinkedHashMap<String, Object>();
                    key.put("name", row.getString(1));
                    key.put("keyId", HexFormat.of().formatHex(row.getBytes(5)));
                    key.put("publicKey", Base64.getEncoder().encodeToString(row.getBytes(2)));
                    key.put("verifierKey", new VerifierKey(row.getString(1), row.getBytes(2)).line());
                    key.put("firstSize", row.getLong(3));
                    if (row.getObject(4) != null) {
                        key.put("lastSize", row.getLong(4));
                    }
                    return key;
                })) {
            while (rows.peek() != null) {
                keys.add(rows.take());
            }
        }
        return keys;
    }

    private Map<String, Object> catalogue() {
        var catalogue = new LinkedHashMap<String, Object>();
        catalogue.put("tables", tables.all().map(this::described).toList());
        catalogue.put("versioned", tables.versioned());
        catalogue.put(
                "notProved",
                tables.notProved().entrySet().stream()
                        .filter(one ->
                                one.getKey().startsWith("*.") || one.getKey().split("\\.").length == 3)
                        .map(one -> Map.of("column", one.getKey(), "why", one.getValue()))
                        .toList());
        return catalogue;
    }

    private Map<String, Object> described(ProvedTables.Table table) {
        var described = new LinkedHashMap<String, Object>();
        described.put("name", table.full());
        described.put("columns", columns(table));
        described.put("key", table.key());
        described.put("proof", proof(table));
        return described;
    }

    private static List<String> columns(ProvedTables.Table table) {
        var leftOut = LEFT_OUT.getOrDefault(table.full(), Set.of());
        return table.columns().stream()
                .filter(column -> !leftOut.contains(column))
                .toList();
    }

    private Map<String, Object> proof(ProvedTables.Table table) {
        var proof = new LinkedHashMap<String, Object>();
        switch (table.as()) {
            case RECORD -> {
                proof.put("as", "record");
                proof.put("type", table.type());
                proof.put("otherwise", rules(table, tables::otherwise));
                proof.put("hashed", rules(table, tables::hashed));
                proof.put(
                        "generated",
                        table.columns().stream()
                                .filter(column -> tables.isGenerated(table, column))
                                .toList());
            }
            case LIST -> {
                proof.put("as", "list");
                proof.put("owner", table.owner());
                proof.put("fact", table.fact());
                proof.put("order", "n");
            }
            case COMMENT -> proof.put("as", "comments");
            case JOURNAL -> proof.put("as", "journal");
            case DERIVED -> {
                proof.put("as", "none");
                proof.put("why", "The database makes it of other tables, against which the system itself checks it.");
            }
            case NONE -> {
                proof.put("as", "none");
                proof.put("why", table.why());
            }
        }
        return proof;
    }

    private interface Rule {
        String of(ProvedTables.Table table, String column);
    }

    private static Map<String, String> rules(ProvedTables.Table table, Rule rule) {
        return table.columns().stream()
                .filter(column -> rule.of(table, column) != null)
                .collect(Collectors.toMap(
                        column -> column, column -> rule.of(table, column), (a, b) -> a, TreeMap::new));
    }

    private static boolean isGiven(ProvedTables.Table table) {
        return table.as() != ProvedTables.As.NONE && table.as() != ProvedTables.As.DERIVED;
    }

    private void rows(Connection connection, ExportZip zip, ProvedTables.Table table) throws SQLException, IOException {
        var leftOut = LEFT_OUT.getOrDefault(table.full(), Set.of()).stream()
                .sorted()
                .map(column -> " - '" + column + "'")
                .collect(Collectors.joining());
        var order = table.key().stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        try (var rows = new Ordered<>(
                connection,
                "SELECT to_jsonb(t)" + leftOut + " FROM " + table.full() + " t ORDER BY " + order,
                row -> row.getString(1))) {
            Lines.write(zip, "tables/" + table.full() + ".ndjson", rows, row -> row);
        }
    }

    private static String json(Object said) {
        try {
            return JSON.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
