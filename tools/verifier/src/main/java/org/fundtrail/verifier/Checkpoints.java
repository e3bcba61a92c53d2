package org.fundtrail.verifier;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All checkpoints that a log ever signed, held against the one tree of its entries: so each is consistent with each other. */
final class Checkpoints {
    private static final long LARGEST_NOTE = 1_000_000;

    private final Report report;
    private final TreeMap<Long, byte[]> roots = new TreeMap<>();
    private final Map<Long, Map<String, Object>> rows = new TreeMap<>();
    private final List<Checkpoint> earlier;
    private Checkpoint newest;
    private String signedAt;
    private String newestNote;

    /** @param earlier those that somebody kept: the log has to go on from them */
    Checkpoints(Report report, List<Checkpoint> earlier) {
        this.report = report;
        this.earlier = new ArrayList<>(earlier);
    }

    Checkpoint newest() {
        return newest;
    }

    String signedAt() {
        return signedAt;
    }

    void read(Source files, String where, String origin, Keys keys, List<VerifierKey> trusted) throws IOException {
        Lines.read(files, "checkpoints.ndjson", report, where, line -> take(line, origin, keys));
        try {
            var note = files.bytes("log/checkpoint", LARGEST_NOTE);
            newest = Checkpoint.read(Note.read(note).text());
            if (newestNote == null
                    || !MessageDigest.isEqual(note, newestNote.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                report.found(Problem.NOT_THE_NEWEST, "checkpoint", newest.size(), "file", where + "log/checkpoint");
            }
            if (!trusted.isEmpty()) {
                Note.read(note)
                        .signedBy(trusted)
                        .forEach(key -> report.remark("key", "key", key.text(), "words", key.words()));
            }
        } catch (Unreadable e) {
            report.found(e, "file", where + "log/checkpoint");
        }
        report.checked("checkpoints", roots.size());
    }

    private void take(Map<String, Object> line, String origin, Keys keys) throws Unreadable {
        var text = Tables.text(line, "note");
        var note = Note.read(text);
        var checkpoint = Checkpoint.read(note.text());
        long size = checkpoint.size();
        if (size < 1 // nothing can be held against it
                || !checkpoint.origin().equals(origin)
                || !Long.valueOf(size).equals(line.get("size"))
                || !MessageDigest.isEqual(checkpoint.root(), Base64s.hash(Tables.text(line, "root")))
                || !roots.isEmpty() && roots.lastKey() >= size) {
            report.found(Problem.CHECKPOINT_DIFFERS, "checkpoint", size, "found", line.get("size"));
        }
        roots.put(size, checkpoint.root());
        newestNote = text;
        signedAt = Tables.text(line, "signedAt");
        mustBeSigned(note, size, line, keys.of(size));
        rows.put(size, row(checkpoint, text, line));
    }

    private void mustBeSigned(Note note, long size, Map<String, Object> line, VerifierKey key) {
        try {
            if (key == null || !key.id().equals(line.get("keyId"))) {
                throw new Unreadable(Problem.WRONG_KEY, "found", line.get("keyId"));
            }
            note.signedBy(List.of(key));
        } catch (Unreadable e) {
            report.found(e, "checkpoint", size);
        }
    }

    private static Map<String, Object> row(Checkpoint checkpoint, String note, Map<String, Object> line) {
        var row = new LinkedHashMap<String, Object>();
        row.put("log_id", 1L);
        row.put("size", checkpoint.size());
        row.put("root", Subtrees.hex(checkpoint.root()));
        row.put("note", note);
        row.put("key_id", "\\x" + line.get("keyId"));
        row.put("signed_at", Cells.read("signed_at", line.get("signedAt")));
        return row;
    }

    /** Holds the tree of the first so many entries against the checkpoint of that size, where there is one. */
    void grown(Tree tree) {
        var root = roots.get(tree.size());
        if (root != null && !MessageDigest.isEqual(root, tree.root())) {
            report.found(Problem.ROOT_DIFFERS, "checkpoint", tree.size());
        }
        earlier.removeIf(kept -> kept.size() == tree.size() && MessageDigest.isEqual(kept.root(), tree.root()));
    }

    /** After the last entry: says which of those that were kept the log does not go on from. */
    void mustHaveMet() {
        earlier.forEach(kept -> report.found(Problem.EARLIER_NOT_MET, "checkpoint", kept.size()));
    }

    /** Which rows there are of them. */
    void end(Expected expected) {
        rows.forEach(
                (size, row) -> expected.row("journal.checkpoint", String.valueOf(size), String.valueOf(size - 1), row));
    }
}
