package org.fundtrail.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.fundtrail.common.FindingProblem;
import org.fundtrail.journal.Journal;

/**
 * Walks the log in its order, then what has no position yet: bodies, columns and hashes of entries, their leaves, their postings and the
 * accounts that they open. The tree grows with the walk and is held against what is kept of it.
 */
final class LogCheck {
    private static final String LEAVES = "journal.leaf";
    private static final String PENDING = "journal.pending";

    private static final String ENTRIES = """
            SELECT p.place, p.entry_id, to_jsonb(p) - 'place', to_jsonb(e) - 'body' - 'leaf_hash', e.body, e.leaf_hash
            FROM (SELECT *, %s AS place FROM %s) p LEFT JOIN journal.entry e ON e.log_id = 1 AND e.id = p.entry_id
            ORDER BY p.place""";
    private static final String POSTINGS = """
            SELECT p.place, to_jsonb(m) || jsonb_build_object('debit', d.code, 'credit', c.code)
            FROM (SELECT *, %s AS place FROM %s) p JOIN journal.posting m ON m.log_id = 1 AND m.entry_id = p.entry_id
            LEFT JOIN journal.account d ON d.log_id = 1 AND d.id = m.debit
            LEFT JOIN journal.account c ON c.log_id = 1 AND c.id = m.credit
            ORDER BY p.place, m.line""";

    /** An entry in its place, as far as it is there. */
    private record Placed(long place, String entry, JsonNode leaf, JsonNode row, byte[] body, byte[] hash) {
        static Placed of(ResultSet row) throws SQLException {
            var entry = row.getString(4);
            return new Placed(
                    row.getLong(1),
                    row.getString(2),
                    Said.row(row.getString(3)),
                    entry == null ? null : Said.row(entry),
                    row.getBytes(5),
                    row.getBytes(6));
        }
    }

    private record Posted(long place, JsonNode row) {}

    /** Between which positions the entries of a day stand. */
    private static final class Day {
        long first = Long.MAX_VALUE;
        long last = -1;
    }

    private final Connection connection;
    private final Findings findings;
    private final Progress progress;
    private final KeptTree tree;
    private final OpenedAccounts accounts;
    private final NamedIdentities identities;
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    LogCheck(Connection connection, Findings findings, Progress progress) throws SQLException {
        this.connection = connection;
        this.findings = findings;
        this.progress = progress;
        tree = new KeptTree(connection, findings);
        accounts = new OpenedAccounts(connection, findings);
        identities = new NamedIdentities(connection, findings);
    }

    void run() throws SQLException {
        walk("position", LEAVES);
        days();
        head();
        tree.end();
        walk(Place.UNSEALED + " + n", PENDING);
        accounts.end();
        identities.end();
        tree.keysEnd();
        strays();
    }

    /** How many entries are in their places, and the root over them. */
    GrowingTree tree() {
        return tree.grown();
    }

    private void walk(String place, String table) throws SQLException {
        try (var entries = new Ordered<>(connection, ENTRIES.formatted(place, table), Placed::of);
                var postings = new Ordered<>(
                        connection,
                        POSTINGS.formatted(place, table),
                        row -> new Posted(row.getLong(1), Said.row(row.getString(2))))) {
            while (entries.peek() != null) {
                var placed = entries.take();
                progress.entry();
                var body = placed.body() == null ? null : Said.body(placed.body());
                if (table.equals(LEAVES)) {
                    leaf(placed, body);
                }
                entry(placed, body);
                postings(placed, body, postings);
            }
        }
    }

    private void leaf(Placed placed, JsonNode body) throws SQLException {
        if (placed.place() != tree.size()) {
            findings.add(
                    LEAVES, placed.place(), "position", tree.size(), FindingProblem.GAP, tree.size(), placed.place());
        }
        var hash = placed.body() == null ? null : Journal.leafHash(placed.body());
        if (body != null) {
            compare(
                    LEAVES,
                    String.valueOf(placed.place()),
                    placed.place(),
                    EntryFacts.ofLeaf(tree.size(), body, hash),
                    placed.leaf());
            var day = EntryFacts.day(body);
            if (day != null) {
                var its = days.computeIfAbsent(day, d -> new Day());
                its.first = Math.min(its.first, placed.place());
                its.last = Math.max(its.last, placed.place());
            }
        }
        tree.append(hash == null ? new byte[32] : hash);
    }

    private void entry(Placed placed, JsonNode body) throws SQLException {
        var at = Place.position(placed.place());
        if (placed.row() == null) {
            findings.add("journal.entry", placed.entry(), null, at, FindingProblem.MISSING, placed.entry(), null);
            findings.add(LEAVES, placed.place(), "entry_id", at, FindingProblem.DIFFERENT, null, placed.entry());
            return;
        }
        if (!Arrays.equals(placed.hash(), Journal.leafHash(placed.body()))) {
            findings.add(
                    "journal.entry",
                    placed.entry(),
                    "leaf_hash",
                    at,
                    FindingProblem.HASH,
                    Said.text(EntryFacts.bytes(Journal.leafHash(placed.body()))),
                    Said.text(EntryFacts.bytes(placed.hash())));
        }
        if (body == null) {
            findings.add("journal.entry", placed.entry(), "body", at, FindingProblem.UNREADABLE, null, null);
            return;
        }
        var said = EntryFacts.ofEntry(body);
        if (Said.isNothing(placed.row().get("reverses"))) {
            said.remove("reverses"); // which one it undoes is said by the body alone
        }
        compare("journal.entry", placed.entry(), placed.place(), said, placed.row());
        accounts.opened(at, body);
        identities.named(at, body);
        tree.introduced(at, body);
    }

    private void postings(Placed placed, JsonNode body, Ordered<Posted> postings) throws SQLException {
        int line = 0;
        var said = body == null ? null : body.path("postings");
        while (postings.peek() != null && postings.peek().place() <= placed.place()) {
            var row = postings.take().row();
            line++;
            var key = placed.entry() + "," + row.path("line").asText();
            if (said == null || line > said.size()) {
                findings.add(
                        "journal.posting", key, null, Place.position(placed.place()), FindingProblem.UNSAID, null, key);
            } else {
                compare(
                        "journal.posting",
                        key,
                        placed.place(),
                        EntryFacts.ofPosting(line, body, said.get(line - 1)),
                        row);
            }
        }
        for (int missing = line + 1; said != null && missing <= said.size(); missing++) {
            findings.add(
                    "journal.posting",
                    placed.entry() + "," + missing,
                    null,
                    Place.position(placed.place()),
                    FindingProblem.MISSING,
                    said.get(missing - 1),
                    null);
        }
    }

    private void compare(String table, String key, long place, Map<String, JsonNode> said, JsonNode row) {
        row.properties().forEach(held -> {
            if (!Said.same(said.get(held.getKey()), held.getValue())) {
                findings.add(
                        table,
                        key,
                        held.getKey(),
                        Place.position(place),
                        FindingProblem.DIFFERENT,
                        Said.text(said.get(held.getKey())),
                        Said.text(held.getValue()));
            }
        });
    }

    private void days() throws SQLException {
        try (var rows = new Ordered<>(
                connection, "SELECT to_jsonb(d) FROM journal.day d ORDER BY day", row -> Said.row(row.getString(1)))) {
            while (rows.peek() != null) {
                var row = rows.take();
                var day = row.path("day").asText();
                var said = days.remove(LocalDate.parse(day));
                if (said == null) {
                    findings.add("journal.day", day, null, null, FindingProblem.UNSAID, null, day);
                } else {
                    findings.compare(
                            "journal.day",
                            day,
                            "first_position",
                            said.first,
                            said.first,
                            row.path("first_position").asLong());
                    findings.compare(
                            "journal.day",
                            day,
                            "last_position",
                            said.last,
                            said.last,
                            row.path("last_position").asLong());
                }
            }
        }
        days.forEach(
                (day, said) -> findings.add("journal.day", day, null, said.first, FindingProblem.MISSING, day, null));
    }

    private void head() throws SQLException {
        try (var rows = new Ordered<>(
                connection, "SELECT size FROM journal.log_head WHERE log_id = 1", row -> row.getLong(1))) {
            var size = rows.peek();
            findings.compare("journal.log_head", "1", "size", null, tree.size(), size);
            if (size != null && size > tree.size()) {
                findings.add(LEAVES, tree.size(), null, tree.size(), FindingProblem.CUT_OFF, size, tree.size());
            }
        }
    }

    /** What belongs to no entry, and entries that have no place and wait for none. */
    private void strays() throws SQLException {
        stray(
                "journal.posting",
                "entry_id || ',' || line",
                "NOT EXISTS (SELECT FROM journal.entry e WHERE e.log_id = t.log_id AND e.id = t.entry_id)");
        stray("journal.entry", "id::text", """
                NOT EXISTS (SELECT FROM journal.leaf l WHERE l.log_id = t.log_id AND l.entry_id = t.id)
                    AND NOT EXISTS (SELECT FROM journal.pending n WHERE n.log_id = t.log_id AND n.entry_id = t.id)""");
        for (var table : new String[] {
            "leaf",
            "posting",
            "account",
            "balance",
            "turnover",
            "day",
            "version",
            "log_head",
            "subtree",
            "checkpoint",
            "log_key"
        }) {
            stray("journal." + table, "to_jsonb(t)::text", "log_id <> 1");
        }
    }

    private void stray(String table, String key, String condition) throws SQLException {
        try (var rows = new Ordered<>(
                connection, "SELECT " + key + " FROM " + table + " t WHERE " + condition, row -> row.getString(1))) {
            while (rows.peek() != null) {
                var row = rows.take();
                findings.add(table, row, null, null, FindingProblem.UNSAID, null, row);
            }
        }
    }
}
