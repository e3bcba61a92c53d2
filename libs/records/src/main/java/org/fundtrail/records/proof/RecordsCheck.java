package org.fundtrail.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fundtrail.common.FindingProblem;
import org.fundtrail.journal.Journal;

/**
 * Holds every row of every table of records against what the entries say. Entries and tables are read side by side in the order of the
 * subjects they are about, so that no more than one record is in memory, however many there are.
 */
final class RecordsCheck implements AutoCloseable {
    private record Told(String subject, long position, String entry, JsonNode body) {}

    private record Row(String subject, JsonNode values) {}

    private final Connection connection;
    private final ProvedTables tables;
    private final Findings findings;
    private final Progress progress;
    private final Map<ProvedTables.Table, Ordered<Row>> rows = new java.util.LinkedHashMap<>();
    private final Ordered<Told> entries;
    private final Ordered<Row> steps;
    private final Ordered<Row> duties;
    private final Ordered<Row> versions;

    /** @param looked at which tables besides those of the journal */
    RecordsCheck(
            Connection connection,
            ProvedTables tables,
            Predicate<ProvedTables.Table> looked,
            Findings findings,
            Progress progress)
            throws SQLException {
        this.connection = connection;
        this.tables = tables;
        this.findings = findings;
        this.progress = progress;
        entries = new Ordered<>(
                connection,
                """
                SELECT p.subject_id, p.place, e.id, e.body FROM (
                    SELECT subject_id, position AS place, entry_id FROM journal.leaf
                    UNION ALL
                    SELECT e.subject_id, 4611686018427387904 + n, entry_id FROM journal.pending n JOIN journal.entry e ON e.id = n.entry_id) p
                JOIN journal.entry e ON e.log_id = 1 AND e.id = p.entry_id
                ORDER BY p.subject_id, p.place""",
                row -> new Told(row.getString(1), row.getLong(2), row.getString(3), Said.body(row.getBytes(4))));
        for (var table : tables.all().filter(looked).toList()) {
            switch (table.as()) {
                case RECORD -> rows.put(table, rows(table.full(), "id", "id"));
                case LIST -> rows.put(table, rows(table.full(), table.owner(), table.owner() + ", n"));
                case COMMENT -> rows.put(table, rows(table.full(), "about_id", "about_id, id"));
                default -> {} // is looked at elsewhere
            }
        }
        steps = rows("journal.step", "record", "record, n");
        duties = rows("journal.duty", "record", "record, person");
        versions = rows("journal.version", "record_id", "record_id, entry_id");
    }

    private Ordered<Row> rows(String table, String subject, String order) throws SQLException {
        return new Ordered<>(
                connection,
                "SELECT t." + subject + ", to_jsonb(t) FROM " + table + " t ORDER BY " + order,
                row -> new Row(row.getString(1), Said.row(row.getString(2))));
    }

    private List<ProvedTables.Table> looked(ProvedTables.As as) {
        return rows.keySet().stream().filter(table -> table.as() == as).toList();
    }

    void run() throws SQLException {
        for (var subject = next(); subject != null; subject = next()) {
            var fold = new Fold(subject);
            var kept = new TreeMap<String, JsonNode>();
            taken(versions, subject)
                    .forEach(row -> kept.put(row.path("entry_id").asText(), row));
            while (entries.peek() != null && entries.peek().subject().equals(subject)) {
                take(fold, entries.take(), kept);
            }
            kept.forEach((entry, row) -> unsaid("journal.version", entry));
            records(fold);
            lists(fold);
            steps(fold);
            duties(fold);
            comments(fold);
        }
    }

    /** The first of the subjects that are left. */
    private String next() {
        var heads = Stream.concat(Stream.of(steps, duties, versions), rows.values().stream())
                .map(Ordered::peek)
                .filter(row -> row != null)
                .map(Row::subject);
        var entry = Stream.ofNullable(entries.peek()).map(Told::subject);
        return Stream.concat(heads, entry).min(String::compareTo).orElse(null);
    }

    /** All rows of a subject. */
    private List<JsonNode> taken(Ordered<Row> from, String subject) throws SQLException {
        var taken = new ArrayList<JsonNode>();
        while (from.peek() != null && from.peek().subject().equals(subject)) {
            taken.add(from.take().values());
        }
        return taken;
    }

    private void take(Fold fold, Told told, Map<String, JsonNode> kept) {
        progress.entry();
        if (told.body() == null) { // is found where the log is walked
            kept.remove(told.entry());
            return;
        }
        var facts = fold.take(told.position(), told.body(), findings);
        if (facts == null || !tables.isVersioned(fold.type)) {
            return;
        }
        var version = kept.remove(told.entry());
        if (version == null) {
            add("journal.version", told.entry(), null, told.position(), FindingProblem.MISSING, fold.id, null);
            return;
        }
        same(
                "journal.version",
                told.entry(),
                "log_id",
                told.position(),
                told.body().path("log").asText(),
                version.path("log_id"));
        same("journal.version", told.entry(), "type", told.position(), fold.type, version.path("type"));
        same(
                "journal.version",
                told.entry(),
                "institution",
                told.position(),
                told.body().path("institution").asText(),
                version.path("institution"));
        if (!isVersion(facts, Said.facts(version.path("facts").asText()))) {
            add(
                    "journal.version",
                    told.entry(),
                    "facts",
                    told.position(),
                    FindingProblem.DIFFERENT,
                    facts,
                    Said.text(version.path("facts")));
        }
    }

    private static boolean isVersion(Map<String, JsonNode> facts, JsonNode version) {
        if (version == null) {
            return false;
        }
        var names = new TreeSet<>(facts.keySet());
        version.fieldNames().forEachRemaining(names::add);
        return names.stream().allMatch(name -> Said.same(facts.get(name), version.get(name)));
    }

    private void records(Fold fold) throws SQLException {
        var its = fold.isEmpty() ? null : tables.ofType(fold.type);
        boolean isThere = false;
        for (var table : looked(ProvedTables.As.RECORD)) {
            for (var row : taken(rows.get(table), fold.id)) {
                if (table == its) {
                    isThere = true;
                    record(table, fold, row);
                } else {
                    unsaid(table.full(), fold.id);
                }
            }
        }
        if (its != null && rows.containsKey(its) && !isThere) {
            add(its.full(), fold.id, null, fold.position, FindingProblem.MISSING, fold.id, null);
        }
    }

    private void record(ProvedTables.Table table, Fold fold, JsonNode row) {
        for (var column : table.columns()) {
            if (!tables.isProved(table, column) || tables.isGenerated(table, column)) {
                continue;
            }
            var fact = Said.of(fold.columns, column);
            var value = row.path(column);
            var otherwise = tables.otherwise(table, column);
            if (otherwise != null && Said.isNothing(fact)) {
                fact = Said.of(fold.columns, otherwise);
            }
            if (tables.hashed(table, column) != null) {
                fact = fold.columns.get(tables.hashed(table, column));
                value = hash(value);
            }
            if (!Said.same(fact, value)) {
                add(
                        table.full(),
                        fold.id,
                        column,
                        fold.saidAt.getOrDefault(column, fold.position),
                        FindingProblem.DIFFERENT,
                        Said.text(fact),
                        Said.text(value));
            }
        }
    }

    private static JsonNode hash(JsonNode text) {
        return TextNode.valueOf(
                HexFormat.of().formatHex(Journal.sha256(text.asText().getBytes(StandardCharsets.UTF_8))));
    }

    private void lists(Fold fold) throws SQLException {
        for (var table : looked(ProvedTables.As.LIST)) {
            var held = taken(rows.get(table), fold.id);
            var isOurs = !fold.isEmpty() && table.owner().equals(fold.type.replace('-', '_') + "_id");
            list(table, fold, isOurs ? fold.list(table.fact()) : List.of(), held);
        }
    }

    private void list(ProvedTables.Table table, Fold fold, List<JsonNode> said, List<JsonNode> held) {
        long at = fold.saidAt.getOrDefault(table.fact() == null ? "" : Said.column(table.fact()), fold.position);
        for (int n = 0; n < Math.max(said.size(), held.size()); n++) {
            var key = fold.id + "," + n;
            if (n >= held.size()) {
                add(table.full(), key, null, at, FindingProblem.MISSING, said.get(n), null);
            } else if (n >= said.size()) {
                unsaid(table.full(), fold.id + "," + held.get(n).path("n").asText());
            } else {
                item(table, key, at, n, said.get(n), held.get(n));
            }
        }
    }

    private void item(ProvedTables.Table table, String key, long at, int n, JsonNode said, JsonNode held) {
        var facts = new TreeMap<String, JsonNode>();
        said.properties().forEach(fact -> facts.put(Said.column(fact.getKey()), fact.getValue()));
        for (var column : table.columns()) {
            if (column.equals("n")) {
                same(table.full(), key, column, at, String.valueOf(n), held.path(column));
            } else if (!column.equals(table.owner()) && tables.isProved(table, column)) {
                var fact = Said.of(facts, column);
                if (!Said.same(fact, held.path(column))) {
                    add(
                            table.full(),
                            key,
                            column,
                            at,
                            FindingProblem.DIFFERENT,
                            Said.text(fact),
                            Said.text(held.path(column)));
                }
            }
        }
    }

    private void steps(Fold fold) throws SQLException {
        for (var row : taken(steps, fold.id)) {
            var key = fold.id + "," + row.path("n").asText();
            var taken = fold.steps.remove(row.path("n").asInt());
            if (taken == null) {
                unsaid("journal.step", key);
                continue;
            }
            var said = new TreeMap<String, JsonNode>();
            taken.body().path("step").properties().forEach(field -> said.put(field.getKey(), field.getValue()));
            said.put("record", taken.body().path("subject").path("id"));
            said.put("person", taken.body().path("actor"));
            said.put("at", taken.body().path("recordedAt"));
            said.put("reason", taken.body().path("reason"));
            row.properties().forEach(held -> {
                if (!Said.same(said.get(held.getKey()), held.getValue())) {
                    add(
                            "journal.step",
                            key,
                            held.getKey(),
                            taken.position(),
                            FindingProblem.DIFFERENT,
                            Said.text(said.get(held.getKey())),
                            Said.text(held.getValue()));
                }
            });
        }
        fold.steps.forEach((n, taken) -> add(
                "journal.step",
                fold.id + "," + n,
                null,
                taken.position(),
                FindingProblem.MISSING,
                taken.body().path("step"),
                null));
    }

    private void duties(Fold fold) throws SQLException {
        for (var row : taken(duties, fold.id)) {
            var duty = row.path("person").asText() + "," + row.path("duty").asText();
            if (!fold.duties.remove(duty)) {
                unsaid("journal.duty", fold.id + "," + duty);
            }
        }
        fold.duties.forEach(duty ->
                add("journal.duty", fold.id + "," + duty, null, fold.position, FindingProblem.MISSING, duty, null));
    }

    private void comments(Fold fold) throws SQLException {
        for (var table : looked(ProvedTables.As.COMMENT)) {
            for (var row : taken(rows.get(table), fold.id)) {
                var id = row.path("id").asText();
                var comment = fold.comments.remove(id);
                if (comment == null) {
                    unsaid(table.full(), id);
                    continue;
                }
                row.properties().forEach(held -> {
                    var said = comment.said().get(held.getKey());
                    if (!Said.same(said == null ? null : TextNode.valueOf(said), held.getValue())) {
                        add(
                                table.full(),
                                id,
                                held.getKey(),
                                comment.position(),
                                FindingProblem.DIFFERENT,
                                said,
                                Said.text(held.getValue()));
                    }
                });
            }
            fold.comments.forEach((id, comment) -> add(
                    table.full(),
                    id,
                    null,
                    comment.position(),
                    FindingProblem.MISSING,
                    comment.said().get("text"),
                    null));
        }
    }

    private void same(String table, String record, String field, long at, String said, JsonNode held) {
        if (!said.equals(held.asText())) {
            add(table, record, field, at, FindingProblem.DIFFERENT, said, Said.text(held));
        }
    }

    private void unsaid(String table, String record) {
        findings.add(table, record, null, null, FindingProblem.UNSAID, null, record);
    }

    private void add(
            String table, String record, String field, long at, FindingProblem problem, Object said, Object held) {
        findings.add(table, record, field, Place.position(at), problem, said, held);
    }

    @Override
    public void close() throws SQLException {
        for (var read : rows.values()) {
            read.close();
        }
        for (var read : List.of(entries, steps, duties, versions)) {
            read.close();
        }
    }
}
