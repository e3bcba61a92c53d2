package org.fundtrail.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the reader of an export brings along: keys that they trust, and checkpoints that they kept from earlier. */
final class Trust {
    private static final int LARGEST = 1_000_000;

    private record Kept(Path file, Note note, Checkpoint checkpoint) {}

    private final List<VerifierKey> keys;
    private final List<Kept> earlier = new ArrayList<>();

    Trust(List<VerifierKey> keys, List<Path> earlier) throws IOException, Unreadable {
        this.keys = keys;
        for (var file : earlier) {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new Unreadable(Problem.FILE_MISSING, "file", file);
            }
            var note = Note.read(Files.readAllBytes(file));
            this.earlier.add(new Kept(file, note, Checkpoint.read(note.text())));
        }
    }

    List<VerifierKey> keys() {
        return keys;
    }

    /** Of the keys those of a log. */
    List<VerifierKey> keysOf(String origin) {
        return keys.stream().filter(key -> key.name().equals(origin)).toList();
    }

    /** The checkpoints of a log that were kept. */
    List<Checkpoint> earlierOf(String origin) {
        return earlier.stream()
                .map(Kept::checkpoint)
                .filter(checkpoint -> checkpoint.origin().equals(origin))
                .toList();
    }

    /** Says which keys and kept checkpoints are of logs that the export does not have. */
    void mustBeOf(List<String> origins, Report report) {
        keys.stream()
                .filter(key -> !origins.contains(key.name()))
                .forEach(key -> report.found(Problem.NO_LOG_OF_KEY, "key", key.text(), "origin", key.name()));
        earlier.stream()
                .filter(kept -> !origins.contains(kept.checkpoint().origin()))
                .forEach(kept -> report.found(
                        Problem.EARLIER_OF_ANOTHER,
                        "file",
                        kept.file(),
                        "origin",
                        kept.checkpoint().origin()));
    }
}
