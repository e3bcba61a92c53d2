package org.fundtrail.verifier;

import java.util.List;

/** What a log says of itself at a size (C2SP tlog-checkpoint): which log, how many entries, the root over them. */
public record Checkpoint(String origin, long size, byte[] root, List<String> extensions) {

    /** Reads the text of a note. */
    public static Checkpoint read(String text) throws Unreadable {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new Unreadable(Problem.NOT_A_CHECKPOINT);
        }
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                throw new Unreadable(Problem.NOT_A_CHECKPOINT);
            }
        }
        return new Checkpoint(
                lines[0],
                Texts.number(lines[1]),
                Base64s.hash(lines[2]),
                List.of(lines).subList(3, lines.length - 1));
    }

    String words() {
        return Proquints.of(root);
    }
}
