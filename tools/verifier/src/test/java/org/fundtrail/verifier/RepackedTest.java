package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever packs an export anew, with a manifest and a hash that fit, has to leave the log as it was signed. What else they alter is found. */
class RepackedTest {
    private static final SmallWorld WORLD = new SmallWorld(3);
    private static final String BALANCES = "things/tables/journal.balance.ndjson";
    private static final String TABLES = "things/tables.json";

    @TempDir
    Path folder;

    private interface Packing {
        void with(SortedMap<String, byte[]> files);
    }

    /** What is found in the export after it was packed anew, with the key that is trusted. */
    private static List<Report.Finding> found(Packing packing) {
        var files = Exported.files(WORLD);
        packing.with(files);
        Exported.manifest(files);
        return Exported.verified(files, WORLD).findings();
    }

    private static void assertFound(Problem problem, String name, String value, Packing packing) {
        var findings = found(packing);
        assertTrue(
                findings.stream()
                        .anyMatch(one -> one.problem() == problem
                                && value.equals(one.said().get(name))),
                problem + " " + value + " is not among " + findings);
    }

    private static void replace(SortedMap<String, byte[]> files, String file, String regex, String by) {
        var text = new String(files.get(file), UTF_8);
        var replaced = text.replaceAll(regex, by);
        assertTrue(!replaced.equals(text), file + " has no " + regex);
        Exported.put(files, file, replaced);
    }

    /** Has an export say otherwise how a table is proved. */
    private static void prove(SortedMap<String, byte[]> files, String table, String proof) {
        replace(files, TABLES, "(\"name\": \"" + table + "\".*\"proof\": )\\{.*}(,\\n)", "$1" + proof + "$2");
    }

    @Test
    void a_table_that_is_left_out_is_missed() {
        var rows = "    \\{\"name\": \"%s\".*\\n.*\\n";
        for (var table : List.of(
                "journal.balance",
                "journal.posting",
                "journal.account",
                "journal.turnover",
                "journal.entry",
                "journal.leaf",
                "comments.comment",
                "things.thing")) {
            Packing packing = files -> {
                replace(files, TABLES, rows.formatted(table), "");
                files.remove("things/tables/" + table + ".ndjson");
            };
            assertFound(Problem.TABLE_LEFT_OUT, "table", table, packing);
            assertFound(Problem.FILE_MISSING, "file", "things/tables/" + table + ".ndjson", packing);
        }
    }

    @Test
    void a_table_of_which_the_export_says_that_nothing_proves_it_is_proved_all_the_same() {
        Packing none = files -> {
            prove(files, "journal.balance", "{\"as\": \"none\", \"why\": \"It is a job\"}");
            Exported.put(files, BALANCES, "");
        };
        assertFound(Problem.NOT_PROVED_TOO_MUCH, "table", "journal.balance", none);
        assertFound(Problem.ROW_MISSING, "table", "journal.balance", none);
        Packing list = files -> {
            prove(files, "journal.balance", "{\"as\": \"list\", \"owner\": \"account_id\", \"fact\": \"nothing\"}");
            Exported.put(files, BALANCES, "");
        };
        assertFound(Problem.TABLE_DIFFERS, "table", "journal.balance", list);
        assertFound(Problem.ROW_MISSING, "table", "journal.balance", list);
    }

    @Test
    void a_column_of_which_the_export_says_that_nothing_proves_it_is_proved_all_the_same() {
        Packing packing = files -> {
            replace(files, TABLES, "\"notProved\": \\[", "$0{\"column\": \"*.amount\", \"why\": \"So it is\"},");
            replace(files, "things/tables/things.thing.ndjson", "\"amount\": 1", "\"amount\": 2");
        };
        assertFound(Problem.NOT_PROVED_TOO_MUCH, "field", "*.amount", packing);
        assertFound(Problem.CELL_DIFFERS, "field", "amount", packing);
    }

    @Test
    void a_column_that_is_taken_out_of_table_and_rows_is_missed() {
        for (var one : List.of("journal.balance credits", "things.thing amount", "things.thing_part weight")) {
            var table = one.split(" ")[0];
            var column = one.split(" ")[1];
            Packing packing = files -> {
                var name = "\"" + column + "\"";
                replace(files, TABLES, "(\"name\": \"" + table + "\".*\n.*)(, " + name + "|" + name + ", )", "$1");
                replace(files, "things/tables/" + table + ".ndjson", ", \"" + column + "\": [^,}]*", "");
            };
            assertFound(Problem.TABLE_DIFFERS, "table", table, packing);
            assertFound(Problem.COLUMNS_DIFFER, "table", table, packing);
        }
    }

    @Test
    void another_fact_that_the_export_names_for_a_column_is_not_asked() {
        Packing packing = files -> {
            replace(files, TABLES, "\"otherwise\": \\{", "$0\"title_en\": \"status\", ");
            replace(
                    files,
                    "things/tables/things.thing.ndjson",
                    "\"title_en\": \"[^\"]*\"",
                    "\"title_en\": \"APPROVED\"");
        };
        assertFound(Problem.TABLE_DIFFERS, "table", "things.thing", packing);
        assertFound(Problem.CELL_DIFFERS, "field", "title_en", packing);
    }

    @Test
    void a_table_that_nobody_knows_and_a_type_that_has_no_table_are_said() {
        assertFound(
                Problem.TABLE_UNKNOWN,
                "table",
                "things.other",
                files -> replace(
                        files,
                        TABLES,
                        "\"tables\": \\[",
                        "$0{\"name\": \"things.other\", \"columns\": [], \"key\": [], \"proof\": {\"as\": \"none\"}},"));
        var world = new SmallWorld(WORLD);
        var kind = Row.of("type", "kind", "id", SmallWorld.id("kind"), "reference", "K-1");
        world.entry(Row.of("action", "kind.recorded", "role", "officer", "subject", kind, "changes", List.of()), 30);
        assertTrue(Exported.verified(world).findings().stream()
                .anyMatch(one -> one.problem() == Problem.TYPE_WITHOUT_TABLE
                        && "kind".equals(one.said().get("type"))));
    }

    @Test
    void a_service_that_the_export_does_not_name_or_names_twice_is_said() {
        var others = new ArrayList<String>();
        for (var more : List.of("others/keys.json", "things/more.txt", "more.txt")) {
            assertFound(Problem.FILE_UNKNOWN, "file", more, files -> files.put(more, new byte[0]));
        }
        assertFound(
                Problem.SERVICE_TWICE,
                "found",
                "things",
                files -> replace(files, "export.json", "\\[\"things\"", "$0, \"things\""));
        assertFound(Problem.SERVICE_UNKNOWN, "service", "others", files -> {
            replace(files, "export.json", "\\[\"things\"", "[\"others\"");
            files.keySet().stream().filter(name -> name.startsWith("things/")).forEach(others::add);
            others.forEach(name -> files.put(name.replace("things/", "others/"), files.remove(name)));
        });
        assertFound(
                Problem.SERVICE_DIFFERS,
                "found",
                "others",
                files -> replace(files, "things/export.json", "(\"service\": )\"things\"", "$1\"others\""));
    }

    @Test
    void a_key_whose_log_the_export_does_not_have_tells_that_a_service_was_left_out() throws IOException {
        var zip = Exported.write(folder, Exported.zip(Exported.files(WORLD))).toString();
        var other = new Signer("example.org/other").vkey();
        var said = Asked.said(1, zip, "--language", "en", "--key", WORLD.signer.vkey(), "--key", other);
        assertTrue(said.contains("no log of the key " + other), said);
        assertTrue(Asked.said(0, zip, "--language", "en").contains("all proved: things (the first "));
    }

    /** An export of the world with one more entry, which no checkpoint covers. */
    private static SortedMap<String, byte[]> withPending(String madeAt) {
        var world = new SmallWorld(WORLD);
        var key = Row.of("type", "log-key", "id", SmallWorld.id("another"), "reference", "another");
        world.entry(Row.of("action", "log-key.seen", "role", "system", "subject", key, "changes", List.of()), 30);
        var files = Exported.files(world);
        replace(files, "export.json", "2026-06-01T00:00:00Z", madeAt);
        Exported.manifest(files);
        return files;
    }

    @Test
    void entries_behind_the_newest_checkpoint_are_said_to_be_unproved_and_may_not_be_older_than_minutes() {
        var now = SmallWorld.at(31);
        var problems = Exported.verified(withPending(now), WORLD).findings().stream()
                .map(Report.Finding::problem)
                .toList();
        assertTrue(!problems.contains(Problem.PENDING_TOO_LONG), problems.toString());
        assertEquals(
                List.of(new Report.Reach("things", WORLD.bodies.size(), 1)),
                Exported.verified(withPending(now), WORLD).reached());
        for (var other : List.of(SmallWorld.at(41), SmallWorld.at(19))) {
            assertTrue(Exported.verified(withPending(other), WORLD).findings().stream()
                    .anyMatch(one -> one.problem() == Problem.PENDING_TOO_LONG));
        }
    }

    @Test
    void rows_of_a_list_under_a_record_that_has_none_such_are_unsaid() {
        assertFound(
                Problem.ROW_UNSAID,
                "record",
                SmallWorld.id("key") + " 0",
                files -> Exported.put(
                        files,
                        "things/tables/things.thing_part.ndjson",
                        new String(files.get("things/tables/things.thing_part.ndjson"), UTF_8)
                                + "{\"thing_id\": \"" + SmallWorld.id("key")
                                + "\", \"n\": 0, \"title\": \"a\", \"weight\": null}\n"));
    }

    @Test
    void a_checkpoint_of_nothing_is_refused() {
        assertFound(Problem.CHECKPOINT_DIFFERS, "checkpoint", "0", files -> {
            var root = Plain.hash(0, "anything".getBytes(UTF_8));
            var line = Row.of("size", 0L, "keyId", WORLD.signer.hexId(), "signedAt", "2026-01-01T00:00:00Z");
            line.put("root", Signer.base64(root));
            line.put("note", WORLD.signer.checkpoint(0, root));
            Exported.put(
                    files,
                    "things/checkpoints.ndjson",
                    Exported.lines(List.of(line)) + new String(files.get("things/checkpoints.ndjson"), UTF_8));
        });
    }
}
