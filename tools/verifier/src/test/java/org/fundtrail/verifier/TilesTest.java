package org.fundtrail.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of logs that somebody else might have made: written here by the definition of a tile alone. */
class TilesTest {
    private final Signer log = new Signer("example.org/log");

    @TempDir
    Path folder;

    /** Of each level l: the hashes of 256^l entries each, whole ones only, in tiles of 256 and a rest. */
    static void write(Path folder, List<byte[]> entries) throws IOException {
        int span = 1;
        for (int level = 0; span <= entries.size(); level++, span *= 256) {
            var bytes = new ByteArrayOutputStream();
            for (int from = 0; from + span <= entries.size(); from += span) {
                bytes.write(Plain.root(entries.subList(from, from + span)));
            }
            split(folder, String.valueOf(level), bytes.toByteArray(), 32);
        }
        for (int from = 0; from < entries.size(); from += 256) {
            var bytes = new ByteArrayOutputStream();
            int width = Math.min(256, entries.size() - from);
            for (var entry : entries.subList(from, from + width)) {
                bytes.write(entry.length >> 8);
                bytes.write(entry.length);
                bytes.write(entry);
            }
            put(folder, "entries", from / 256, width, bytes.toByteArray());
        }
    }

    private static void split(Path folder, String level, byte[] hashes, int each) throws IOException {
        for (int from = 0; from < hashes.length; from += 256 * each) {
            int length = Math.min(256 * each, hashes.length - from);
            put(
                    folder,
                    level,
                    from / each / 256,
                    length / each,
                    java.util.Arrays.copyOfRange(hashes, from, from + length));
        }
    }

    private static void put(Path folder, String level, int n, int width, byte[] bytes) throws IOException {
        assertTrue(n < 1000);
        var file = folder.resolve("tile/%s/%03d%s".formatted(level, n, width == 256 ? "" : ".p/" + width));
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void make(int size) throws IOException {
        var entries = MerkleTest.entries(size);
        write(folder, entries);
        Files.writeString(folder.resolve("checkpoint"), log.checkpoint(size, Plain.root(entries)));
    }

    private String said(int code) throws IOException {
        return Asked.said(code, "--tiles", folder.toString(), "--key", log.vkey(), "--language", "en");
    }

    private void change(String file, int at) throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(file));
        bytes[at] ^= 1;
        Files.write(folder.resolve(file), bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 512, 700, 66_000})
    void a_log_of_any_size_is_verified(int size) throws IOException {
        make(size);
        assertTrue(said(0).contains(size == 66_000 ? "66000 entries" : "RESULT: all proved"));
    }

    @Test
    void a_log_that_has_grown_since_its_checkpoint_is_verified_up_to_it() throws IOException {
        make(300);
        write(folder, MerkleTest.entries(600));
        Files.delete(folder.resolve("tile/0/001.p/44"));
        Files.delete(folder.resolve("tile/entries/001.p/44"));
        said(0);
    }

    @Test
    void a_log_without_entries_is_verified_by_its_hashes_and_it_is_said() throws IOException {
        make(300);
        Files.delete(folder.resolve("tile/entries/000"));
        Files.delete(folder.resolve("tile/entries/001.p/44"));
        assertTrue(said(0).contains("no entries"));
    }

    @Test
    void an_altered_entry_is_named() throws IOException {
        make(300);
        change("tile/entries/001.p/44", 2);
        assertTrue(said(1).contains("entry 256"));
    }

    @Test
    void whatever_is_altered_cut_off_or_missing_is_found() throws IOException {
        make(600);
        for (var file : List.of("tile/0/000", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/000", "checkpoint")) {
            var good = Files.readAllBytes(folder.resolve(file));
            for (int at = 0; at < good.length; at += 1 + good.length / 7) {
                change(file, at);
                assertTrue(codeOf() > 0, file + " at " + at);
                Files.write(folder.resolve(file), good);
            }
            Files.write(folder.resolve(file), java.util.Arrays.copyOf(good, good.length - 1));
            assertTrue(codeOf() > 0, file + " cut off");
            Files.delete(folder.resolve(file));
            assertTrue(codeOf() > 0, file + " missing");
            Files.write(folder.resolve(file), good);
        }
        said(0);
    }

    private int codeOf() {
        return Main.run(
                new java.io.PrintStream(java.io.OutputStream.nullOutputStream()),
                "--tiles",
                folder.toString(),
                "--key",
                log.vkey());
    }

    @Test
    void a_checkpoint_of_another_key_proves_nothing() throws IOException {
        make(3);
        Asked.said(1, "--tiles", folder.toString(), "--key", new Signer("example.org/log").vkey());
        Asked.said(2, "--tiles", folder.toString());
        Asked.said(2, "--tiles", folder.resolve("nowhere").toString(), "--key", log.vkey());
    }

    @Test
    void the_paths_of_tiles_are_those_of_the_specification() {
        assertEquals("tile/0/x001/x234/067", TilePath.of(0, 1_234_067, 256));
        assertEquals("tile/3/000.p/1", TilePath.of(3, 0, 1));
        assertEquals("tile/entries/x001/000.p/255", TilePath.of(TilePath.ENTRIES, 1000, 255));
    }
}
