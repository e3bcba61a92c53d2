package org.fundtrail.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks the folder of a tiled log, of whomever it is, with keys that the reader trusts. */
final class TilesCheck {
    private static final int LARGEST_NOTE = 1_000_000;

    private TilesCheck() {}

    static void check(Path folder, List<VerifierKey> keys, Report report) throws IOException, Unreadable {
        if (!Files.isDirectory(folder)) {
            throw new Unreadable(Problem.NOT_A_FOLDER, "file", folder);
        }
        try (var files = new FolderSource(folder)) {
            var note = Note.read(files.bytes("checkpoint", LARGEST_NOTE));
            var checkpoint = Checkpoint.read(note.text());
            try {
                note.signedBy(keys).forEach(key -> report.remark("key", "key", key.text(), "words", key.words()));
            } catch (Unreadable e) {
                report.found(e, "checkpoint", checkpoint.size());
            }
            if (keys.stream().noneMatch(key -> key.name().equals(checkpoint.origin()))) {
                report.remark("origin", "origin", Texts.shortened(checkpoint.origin()));
            }
            report.remark(
                    "checkpoint",
                    "origin",
                    Texts.shortened(checkpoint.origin()),
                    "size",
                    checkpoint.size(),
                    "words",
                    checkpoint.words());
            read(files, checkpoint, report);
        }
    }

    private static void read(Source files, Checkpoint checkpoint, Report report) throws IOException {
        var log = new TileLog(files, report, "", false);
        var tree = new Tree();
        log.read(checkpoint.size(), (position, body, leaf) -> tree.add(leaf));
        if (!log.hasEntries() && checkpoint.size() > 0) {
            report.remark("hashes-alone");
        }
        report.checked("entries", tree.size());
        if (!TileLog.same(tree.root(), checkpoint.root())) {
            report.found(Problem.ROOT_DIFFERS, "checkpoint", checkpoint.size());
        }
    }
}
