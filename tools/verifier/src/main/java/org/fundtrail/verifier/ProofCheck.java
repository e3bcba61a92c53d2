package org.fundtrail.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Checks one proof, with keys that the reader trusts. */
final class ProofCheck {
    private static final int LARGEST = 10_000_000;

    private ProofCheck() {}

    /** @param entry where the entry is, or null where the proof brings it along */
    static void check(Path file, Path entry, List<VerifierKey> keys, Report report) throws IOException, Unreadable {
        var proof = Proof.read(small(file));
        var body = entry == null ? proof.extra() : small(entry);
        if (body == null) {
            throw new Unreadable(Problem.ENTRY_NEEDED);
        }
        try {
            proof.note().signedBy(keys).forEach(key -> report.remark("key", "key", key.text(), "words", key.words()));
        } catch (Unreadable e) {
            report.found(e, "checkpoint", proof.checkpoint().size());
        }
        if (!keys.isEmpty()
                && keys.stream()
                        .noneMatch(key -> key.name().equals(proof.checkpoint().origin()))) {
            report.found(Problem.ORIGIN_DIFFERS, "found", proof.checkpoint().origin());
        }
        if (!proof.proves(body)) {
            report.found(Problem.NOT_INCLUDED, "entry", proof.index());
        }
        report.remark(
                "checkpoint",
                "origin",
                proof.checkpoint().origin(),
                "size",
                proof.checkpoint().size(),
                "words",
                proof.checkpoint().words());
        describe(proof.index(), body, report);
        report.checked("proofs", 1);
    }

    /** What the entry says, where it is one of ours. */
    private static void describe(long position, byte[] body, Report report) {
        try {
            var said = Json.object(body);
            if (said.get("subject") instanceof Map<?, ?> subject) {
                report.remark(
                        "entry",
                        "position",
                        position,
                        "action",
                        Texts.shortened(said.get("action")),
                        "reference",
                        Texts.shortened(subject.get("reference")),
                        "at",
                        Texts.shortened(said.get("recordedAt")));
                return;
            }
        } catch (Unreadable e) {
            // an entry of another log: its bytes are proved all the same
        }
        report.remark("bytes", "position", position, "n", body.length);
    }

    private static byte[] small(Path file) throws IOException, Unreadable {
        if (!Files.isRegularFile(file)) {
            throw new Unreadable(Problem.FILE_MISSING, "file", file);
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Unreadable(Problem.FILE_TOO_LONG, "file", file);
            }
            return Arrays.copyOf(bytes, bytes.length);
        }
    }
}
