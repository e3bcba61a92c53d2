package org.fundtrail.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The whole subtrees of 256, 256 times 256 and so on leaves, which the database keeps. */
final class Subtrees {
    private final List<Tree> levels = new ArrayList<>();
    private final List<Long> made = new ArrayList<>();

    void add(byte[] leaf, String entry, Expected expected) {
        add(0, leaf, entry, expected);
    }

    private void add(int level, byte[] hash, String entry, Expected expected) {
        if (levels.size() == level) {
            levels.add(new Tree());
            made.add(0L);
        }
        levels.get(level).add(hash);
        if (levels.get(level).size() == TilePath.WIDTH) {
            var root = levels.get(level).root();
            long n = made.get(level);
            long height = 8L * (level + 1);
            var row = new LinkedHashMap<String, Object>();
            row.put("log_id", 1L);
            row.put("height", height);
            row.put("n", n);
            row.put("hash", hex(root));
            expected.row("journal.subtree", height + " " + n, entry, row);
            made.set(level, n + 1);
            levels.set(level, new Tree());
            add(level + 1, root, entry, expected);
        }
    }

    /** As a row shows bytes. */
    static String hex(byte[] bytes) {
        return "\\x" + java.util.HexFormat.of().formatHex(bytes);
    }
}
