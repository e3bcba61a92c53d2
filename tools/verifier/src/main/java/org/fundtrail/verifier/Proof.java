package org.fundtrail.verifier;

import java.util.ArrayList;
import java.util.List;

/**
 * That an entry stands in a log, in one text (C2SP tlog-proof).
 *
 * @param extra the entry itself, as Fundtrail gives it; null where somebody else left it out
 */
public record Proof(byte[] extra, long index, List<byte[]> hashes, Note note, Checkpoint checkpoint) {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LARGEST = 10_000_000;

    public static Proof read(byte[] bytes) throws Unreadable {
        if (bytes.length > LARGEST) {
            throw new Unreadable(Problem.NOT_A_PROOF);
        }
        var text = Texts.utf8(bytes);
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new Unreadable(Problem.NOT_A_PROOF);
        }
        var lines = List.of(text.substring(0, end).split("\n", -1));
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int at = hasExtra ? 2 : 1;
        if (!lines.get(0).equals(FIRST) || lines.size() <= at || !lines.get(at).startsWith(INDEX)) {
            throw new Unreadable(Problem.NOT_A_PROOF);
        }
        var hashes = new ArrayList<byte[]>();
        for (var line : lines.subList(at + 1, lines.size())) {
            hashes.add(Base64s.hash(line));
        }
        var note = Note.read(text.substring(end + 2));
        return new Proof(
                hasExtra ? Base64s.read(lines.get(1).substring(EXTRA.length())) : null,
                Texts.number(lines.get(at).substring(INDEX.length())),
                List.copyOf(hashes),
                note,
                Checkpoint.read(note.text()));
    }

    /** Whether the entry stands where it says, in the tree of the checkpoint. */
    public boolean proves(byte[] entry) {
        return Merkle.includes(index, checkpoint.size(), Merkle.leaf(entry), hashes, checkpoint.root());
    }
}
