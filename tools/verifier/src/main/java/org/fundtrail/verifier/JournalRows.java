package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads rows of the journal's tables as they are compared: accounts by their codes, and by keys that entries know. */
final class JournalRows {
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("journal.account", List.of("code")),
            Map.entry("journal.balance", List.of("account_id")),
            Map.entry("journal.turnover", List.of("account_id", "span", "since")),
            Map.entry("journal.entry", List.of("id")),
            Map.entry("journal.posting", List.of("entry_id", "line")),
            Map.entry("journal.leaf", List.of("position")),
            Map.entry("journal.day", List.of("day")),
            Map.entry("journal.subtree", List.of("height", "n")),
            Map.entry("journal.checkpoint", List.of("size")),
            Map.entry("journal.log_key", List.of("key_id")),
            Map.entry("journal.log_head", List.of("log_id")),
            Map.entry("journal.version", List.of("entry_id")),
            Map.entry("journal.step", List.of("record", "n")),
            Map.entry("journal.duty", List.of("record", "person")),
            Map.entry("journal.identity", List.of("id")),
            Map.entry(Comments.TABLE, List.of("id")));

    private final Map<String, String> codes = new HashMap<>();

    /** Whether rows of the table follow from entries in a way that is known here. */
    static boolean knows(String table) {
        return KEYS.containsKey(table);
    }

    static String key(String table, Map<String, Object> row) {
        return KEYS.get(table).stream()
                .map(column -> String.valueOf(row.get(column)))
                .collect(Collectors.joining(" "));
    }

    /** The row as it is compared. Accounts are to be read before what names them. */
    Map<String, Object> read(String table, Map<String, Object> row, Report report) {
        var read = new HashMap<String, Object>();
        row.forEach((column, value) -> read.put(column, Cells.read(column, value)));
        switch (table) {
            case "journal.account" -> {
                var id = String.valueOf(read.remove("id")); // chosen by the database: entries know the code
                if (codes.put(id, String.valueOf(read.get("code"))) != null) {
                    report.found(Problem.ROW_TWICE, "table", table, "record", id);
                }
            }
            case "journal.balance", "journal.turnover" ->
                read.computeIfPresent("account_id", (c, id) -> code(id, report));
            case "journal.posting" -> {
                read.computeIfPresent("debit", (c, id) -> code(id, report));
                read.computeIfPresent("credit", (c, id) -> code(id, report));
            }
            case "journal.version" -> read.computeIfPresent("facts", (c, facts) -> facts(facts));
            default -> {
                // as it is
            }
        }
        return read;
    }

    private Object code(Object id, Report report) {
        return codes.computeIfAbsent(String.valueOf(id), unknown -> {
            report.found(Problem.ACCOUNT_UNKNOWN, "table", "journal.account", "record", unknown);
            return unknown;
        });
    }

    /** Facts of canonical JSON without those that are nothing; as they are where they are no such JSON. */
    private static Object facts(Object text) {
        try {
            var bytes = String.valueOf(text).getBytes(UTF_8);
            var facts = Json.object(bytes);
            return Body.isCanonical(facts, bytes) ? Subjects.facts(facts) : text;
        } catch (Unreadable e) {
            return text;
        }
    }
}
