package org.fundtrail.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final SmallWorld WORLD = new SmallWorld(3);

    @TempDir
    Path folder;

    private String said(int code, byte[] zip, String... more) throws IOException {
        var given =
                new java.util.ArrayList<>(List.of(Exported.write(folder, zip).toString(), "--language", "en"));
        given.addAll(List.of(more));
        return Asked.said(code, given.toArray(String[]::new));
    }

    @Test
    void an_export_of_any_size_is_proved() {
        for (int things : List.of(0, 1, 7, 120)) {
            var report = Exported.verified(new SmallWorld(things));
            assertEquals(List.of(), report.findings());
            assertTrue(report.checked().get("rows") > 8 * things);
        }
    }

    @Test
    void a_folder_that_it_was_unpacked_to_is_proved_and_nothing_may_be_added_to_it() throws IOException {
        for (var file : Exported.files(WORLD).entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        assertTrue(Asked.said(0, folder.toString(), "--language", "en").contains("RESULT: all proved"));
        Files.writeString(folder.resolve("things/more.txt"), "more");
        Asked.said(1, folder.toString());
    }

    @Test
    void the_report_says_until_when_it_is_proved_in_both_languages() throws IOException {
        var zip = Exported.zip(Exported.files(WORLD));
        var words = Proquints.of(Plain.root(WORLD.bodies));
        assertTrue(said(0, zip, "--key", WORLD.signer.vkey()).contains(words));
        assertTrue(said(0, zip).contains("checked with the key that the export itself names"));
        assertTrue(said(0, zip).contains("journal.person: Names of people are kept apart"));
        assertTrue(Asked.said(0, folder.resolve("export.zip").toString(), "--language", "lt")
                .contains("REZULTATAS: viskas \u012frodyta"));
    }

    @Test
    void a_program_reads_the_report_as_json() throws Exception {
        var json = folder.resolve("report.json");
        said(0, Exported.zip(Exported.files(WORLD)), "--json", json.toString());
        assertEquals("proved", Json.object(Files.readAllBytes(json)).get("result"));
        var altered = new SmallWorld(WORLD);
        altered.rows("things.thing").get(1).put("title_en", "Another");
        said(1, Exported.zip(Exported.files(altered)), "--json", json.toString());
        var report = Json.object(Files.readAllBytes(json));
        assertEquals("wrong", report.get("result"));
        var finding = (Map<?, ?>) ((List<?>) report.get("findings")).get(0);
        assertEquals(
                List.of("cell-differs", "things.thing", "title_en", "Another"),
                List.of(finding.get("problem"), finding.get("table"), finding.get("field"), finding.get("found")));
    }

    @Test
    void of_keys_that_are_trusted_one_has_to_have_signed() throws IOException {
        var zip = Exported.zip(Exported.files(WORLD));
        assertTrue(
                said(1, zip, "--key", new Signer("example.org/things").vkey()).contains("No key that is trusted"));
        assertTrue(said(1, zip, "--key", new Signer("example.org/other").vkey()).contains("None of the keys"));
    }

    @Test
    void an_earlier_checkpoint_that_somebody_kept_is_part_of_the_log_or_the_log_was_rewritten() throws IOException {
        var zip = Exported.zip(Exported.files(WORLD));
        var kept = Files.writeString(
                folder.resolve("kept"), WORLD.signer.checkpoint(4, Plain.root(WORLD.bodies.subList(0, 4))));
        said(0, zip, "--earlier", kept.toString());
        Files.writeString(kept, WORLD.signer.checkpoint(4, Plain.root(WORLD.bodies.subList(0, 5))));
        assertTrue(said(1, zip, "--earlier", kept.toString()).contains("size 4"));
        Files.writeString(kept, WORLD.signer.checkpoint(400, Plain.root(WORLD.bodies)));
        assertTrue(said(1, zip, "--earlier", kept.toString()).contains("size 400"));
        Files.writeString(kept, new Signer("example.org/other").checkpoint(4, Plain.root(WORLD.bodies.subList(0, 4))));
        said(1, zip, "--earlier", kept.toString());
    }

    @Test
    void every_byte_of_the_archive_counts() throws IOException {
        var random = new SplittableRandom(60);
        var good = Exported.zip(Exported.files(WORLD));
        for (int i = 0; i < 60; i++) {
            var zip = good.clone();
            // the first half in the last files, where the list of all stands
            int at = i < 30 ? zip.length - 1 - random.nextInt(6000) : 2 + random.nextInt(zip.length - 2);
            zip[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(folder.resolve("export.zip"), zip);
            assertEquals(1, code(folder.resolve("export.zip")), "byte " + at);
        }
    }

    @Test
    void a_byte_that_is_altered_before_the_archive_was_made_is_found_too_or_stands_where_nothing_is_said() {
        var random = new SplittableRandom(7);
        var good = Exported.files(WORLD);
        var names = good.keySet().stream()
                .filter(name -> !name.equals("manifest.json"))
                .toList();
        for (int i = 0; i < 40; i++) {
            var files = new java.util.TreeMap<>(good);
            var name = names.get(random.nextInt(names.size()));
            if (good.get(name).length == 0) {
                continue;
            }
            var bytes = good.get(name).clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            files.put(name, bytes);
            Exported.manifest(files);
            var report = Exported.verified(files, WORLD);
            if (name.startsWith("things/log/") || name.contains("checkpoint")) {
                assertFalse(report.isClean(), name + " at " + at);
            }
        }
    }

    @Test
    void an_archive_whose_files_are_cut_off_or_damaged_is_wrong_and_never_a_failure() throws IOException {
        var random = new SplittableRandom(11);
        var good = Exported.zip(Exported.files(WORLD));
        for (int i = 0; i < 40; i++) {
            var zip = good.clone();
            for (int n = 0; n < 3; n++) {
                zip[random.nextInt(zip.length - 90)] = (byte) random.nextInt(256);
            }
            Files.write(folder.resolve("export.zip"), Exported.sealed(zip));
            code(folder.resolve("export.zip"));
            Files.write(folder.resolve("export.zip"), java.util.Arrays.copyOf(good, random.nextInt(good.length)));
            assertTrue(code(folder.resolve("export.zip")) > 0);
        }
    }

    private static int code(Path file) {
        var bytes = new java.io.ByteArrayOutputStream();
        int code = Main.run(new java.io.PrintStream(bytes), file.toString(), "--language", "en");
        assertFalse(bytes.toString().contains("mistake of the verifier"), bytes.toString());
        return code;
    }

    @Test
    void what_is_no_export_is_not_read() throws IOException {
        said(2, "not a ZIP".getBytes());
        said(2, new byte[0]);
        Asked.said(2, folder.resolve("nowhere").toString());
        Asked.said(2, "--language", "xx", "a");
        Asked.said(2);
        Asked.said(2, "a", "b");
        assertTrue(Asked.said(0, "--help").contains("--tiles"));
    }
}
