package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {
    private final Signer log = new Signer("example.org/log");
    private final List<byte[]> entries = MerkleTest.entries(11);

    @TempDir
    Path folder;

    private String proof(int index, boolean withEntry) {
        var hashes = Plain.inclusion(index, entries).stream()
                .map(hash -> Signer.base64(hash) + "\n")
                .collect(Collectors.joining());
        return "c2sp.org/tlog-proof@v1\n" + (withEntry ? "extra " + Signer.base64(entries.get(index)) + "\n" : "")
                + "index " + index + "\n" + hashes + "\n" + log.checkpoint(entries.size(), Plain.root(entries));
    }

    private String said(int code, String proof, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("entry.tlog-proof"), proof);
        var given = new java.util.ArrayList<>(List.of("--proof", file.toString(), "--language", "en"));
        given.addAll(List.of(more));
        return Asked.said(code, given.toArray(String[]::new));
    }

    @Test
    void each_entry_is_proved_by_its_own_proof() throws IOException {
        for (int i = 0; i < entries.size(); i++) {
            assertTrue(said(0, proof(i, true), "--key", log.vkey()).contains("Entry " + i + " is there"));
        }
    }

    @Test
    void an_entry_that_is_kept_apart_is_proved_too() throws IOException {
        var entry = Files.write(folder.resolve("entry"), entries.get(4));
        said(2, proof(4, false), "--key", log.vkey());
        said(0, proof(4, false), "--key", log.vkey(), "--entry", entry.toString());
        said(1, proof(5, false), "--key", log.vkey(), "--entry", entry.toString());
    }

    @Test
    void without_a_key_that_is_trusted_nothing_is_proved() throws IOException {
        said(2, proof(4, true));
        assertTrue(said(1, proof(4, true), "--key", new Signer("example.org/log").vkey())
                .contains("No key that is trusted has signed it"));
    }

    @Test
    void what_is_altered_in_it_is_found() throws IOException {
        var good = proof(4, true);
        said(1, good.replace("index 4", "index 5"), "--key", log.vkey());
        said(1, good.replace("\n11\n", "\n12\n"), "--key", log.vkey());
        said(1, good.replaceFirst("extra .*", "extra AAAA"), "--key", log.vkey());
    }

    @Test
    void what_is_no_proof_is_refused() {
        var good = proof(4, true);
        for (var wrong : List.of(
                "",
                "\n\n",
                good.replace("@v1", "@v2"),
                good.replace("index 4", "index 04"),
                good.replace("index 4\n", ""),
                good.replace("index ", "index  "),
                good.replace("index 4", "index 4\nAAAA"),
                good.replace("\n\n\u2014", "\n\u2014"),
                good.replaceFirst("extra .", "extra !"),
                good + "more")) {
            assertThrows(Unreadable.class, () -> Proof.read(wrong.getBytes(UTF_8)), wrong);
        }
    }

    @Test
    void whatever_is_changed_in_a_proof_it_is_refused_or_wrong_and_never_a_failure() {
        var random = new SplittableRandom(7);
        var good = proof(6, true).getBytes(UTF_8);
        for (int i = 0; i < 1_000; i++) {
            var bytes = good.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            try {
                var proof = Proof.read(bytes);
                proof.note().signedBy(List.of(log.key()));
                assertEquals(false, proof.proves(proof.extra() == null ? entries.get(6) : proof.extra()), "byte " + at);
            } catch (Unreadable e) {
                // refused, with a sentence
            }
        }
    }
}
