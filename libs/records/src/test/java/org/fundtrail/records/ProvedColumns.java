package org.fundtrail.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fundtrail.journal.Books;

/**
 * Compares rows of a service's schema with what the entries about them say. A fact {@code decision.date} is the column
 * {@code decision_date}; a fact that names another record by its reference may be {@code x} or {@code x_reference}.
 */
public final class ProvedColumns {
    /** What an entry says of every record besides its facts. */
    private static final Set<String> OF_EVERY_RECORD = Set.of("id", "institution", "recorded_by", "recorded_at");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String schema;
    private final Set<String> untried = new TreeSet<>();
    private final List<String> notProved = new ArrayList<>();
    private final List<String> different = new ArrayList<>();
    private final Set<String> excused;

    public ProvedColumns(String schema) {
        this.schema = schema;
        excused = listed();
        Books.rows(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'"
                                + " AND table_name <> 'flyway_schema_history'",
                        schema)
                .forEach(row -> untried.add((String) row.get(0)));
    }

    /** The columns that the docs list with a reason: {@code - `table.column`: why}. */
    private static Set<String> listed() {
        try {
            var listed = new TreeSet<String>();
            for (var line :
                    Files.readAllLines(Path.of(System.getProperty("fundtrail.home"), "docs/what-is-not-proved.md"))) {
                if (line.startsWith("- `") && line.indexOf("`: ") > 0) {
                    listed.add(line.substring(3, line.indexOf("`: ")));
                }
            }
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record that was recorded and changed: its row against the fold of its entries. */
    public void of(String table, UUID id) {
        untried.remove(table);
        var said = folded(id);
        var row = row("SELECT to_jsonb(t) FROM " + schema + "." + table + " t WHERE id = ?", id);
        row.forEach((column, value) -> compare(table + "." + column, said, column, value));
        steps(id);
    }

    /** Records of one table that end differently: a column is proved where the entries of any of them say it. */
    public void ofEach(String table, List<UUID> ids) {
        var before = List.copyOf(notProved);
        var silent = new ArrayList<List<String>>();
        for (var id : ids) {
            notProved.clear();
            of(table, id);
            silent.add(List.copyOf(notProved));
        }
        notProved.clear();
        notProved.addAll(before);
        silent.get(0).stream()
                .filter(column -> silent.stream().allMatch(one -> one.contains(column)))
                .forEach(notProved::add);
    }

    /** The steps and duties of a record, column for column, against the entry of each step. */
    private void steps(UUID id) {
        var entries = new TreeMap<Integer, JsonNode>();
        for (var row : Books.rows("SELECT body FROM journal.entry WHERE subject_id = ?", id)) {
            var body = parsed((byte[]) row.get(0));
            if (!body.get("step").isNull()) {
                entries.put(body.get("step").get("n").intValue(), body);
            }
        }
        for (var found : Books.rows("SELECT to_jsonb(s) FROM journal.step s WHERE record = ?", id)) {
            var step = parsed(found.get(0).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var body = entries.remove(step.get("n").intValue());
            var said = new TreeMap<String, JsonNode>();
            body.get("step").properties().forEach(field -> said.put(field.getKey(), field.getValue()));
            said.put("record", body.get("subject").get("id"));
            said.put("person", body.get("actor"));
            said.put("at", body.get("recordedAt"));
            said.put("reason", body.get("reason"));
            step.properties()
                    .forEach(field -> compare("step." + field.getKey(), said, field.getKey(), field.getValue()));
        }
        entries.forEach((n, body) -> different.add("no row of step " + n + " of " + id));
    }

    /** The rows that a record consists of besides its own, against the list that its entries say. */
    public void listOf(String table, String fact, UUID owner, String ownerColumn) {
        untried.remove(table);
        var columns = new TreeSet<String>();
        Books.rows(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = ?",
                        schema,
                        table)
                .forEach(row -> columns.add((String) row.get(0)));
        columns.remove(ownerColumn);
        var keys = new TreeSet<String>();
        Books.rows("SELECT body FROM journal.entry WHERE subject_id = ?", owner).forEach(row -> {
            for (var change : parsed((byte[]) row.get(0)).get("changes")) {
                if (change.get("field").textValue().equals(fact)) {
                    change.get("after").forEach(item -> item.fieldNames().forEachRemaining(n -> keys.add(snake(n))));
                }
            }
        });
        columns.stream()
                .filter(column -> !keys.contains(column) && !isExcused(table + "." + column))
                .forEach(column -> notProved.add(table + "." + column));
    }

    private boolean isExcused(String column) {
        return excused.contains(column) || excused.contains("*." + column.substring(column.indexOf('.') + 1));
    }

    private void compare(String name, Map<String, JsonNode> said, String column, JsonNode value) {
        if (isExcused(name)) {
            return;
        }
        var fact = said.get(column) == null ? said.get(column.replaceFirst("_reference$", "")) : said.get(column);
        if (fact == null && !said.containsKey(column)) {
            notProved.add(name);
        } else if (!same(fact, value)) {
            different.add(name + ": " + value + " and not " + fact);
        }
    }

    private static boolean same(JsonNode fact, JsonNode value) {
        if (fact == null || fact.isNull()) {
            return value.isNull();
        }
        if (value.isNumber() && fact.isTextual()) {
            return new BigDecimal(fact.textValue()).compareTo(value.decimalValue()) == 0;
        }
        if (fact.isTextual() && fact.textValue().matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
            return Instant.parse(fact.textValue())
                    .equals(java.time.OffsetDateTime.parse(value.textValue()).toInstant());
        }
        return fact.equals(value) || fact.asText().equals(value.asText());
    }

    /** What the entries about a record say of it by now, by the names of columns. */
    private static Map<String, JsonNode> folded(UUID id) {
        var said = new TreeMap<String, JsonNode>();
        for (var row : Books.rows("SELECT body FROM journal.entry WHERE subject_id = ? ORDER BY recorded_at, id", id)) {
            var body = parsed((byte[]) row.get(0));
            if (said.isEmpty()) {
                said.put("id", body.get("subject").get("id"));
                said.put("institution", body.get("institution"));
                said.put("recorded_by", body.get("actor"));
                said.put("recorded_at", body.get("recordedAt"));
            }
            for (var change : body.get("changes")) {
                said.put(snake(change.get("field").textValue()), change.get("after"));
            }
        }
        assert said.keySet().containsAll(OF_EVERY_RECORD);
        return said;
    }

    private static Map<String, JsonNode> row(String sql, UUID id) {
        try {
            var row = new LinkedHashMap<String, JsonNode>();
            JSON.reader()
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(Books.rows(sql, id).get(0).get(0).toString())
                    .properties()
                    .forEach(field -> row.put(field.getKey(), field.getValue()));
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String snake(String fact) {
        return fact.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase();
    }

    /** Columns that are neither said nor listed, and tables that no sample was given of. */
    public List<String> notProved() {
        var all = new ArrayList<>(notProved);
        untried.forEach(table -> all.add("no sample of the table " + table));
        return all;
    }

    public List<String> different() {
        return different;
    }
}
