package org.fundtrail.verifier;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A log in a folder of tiles (C2SP tlog-tiles), read once from its first entry to its last. Every hash of every tile is reckoned from the
 * entries; of the tree no more is kept than one tile for each level.
 */
final class TileLog {
    private static final int LONGEST_ENTRY = 65_535;

    /** Hears of each entry in its order, with its leaf hash. The body is null where the folder has the hash alone. */
    interface Listener {
        void entry(long position, byte[] body, byte[] leaf) throws IOException;
    }

    private final Source files;
    private final Report report;
    private final String where;
    private final boolean isExact;
    private final List<List<byte[]>> levels = new ArrayList<>();
    private final List<Long> closed = new ArrayList<>();
    private final Set<String> read = new TreeSet<>();
    private boolean hasEntries;

    /**
     * @param where what stands before the names of its files in a report
     * @param isExact whether there are exactly the tiles of its size, as in an export; a folder that somebody serves may have older ones too
     */
    TileLog(Source files, Report report, String where, boolean isExact) {
        this.files = files;
        this.report = report;
        this.where = where;
        this.isExact = isExact;
    }

    /** Reads so many entries. */
    void read(long size, Listener listener) throws IOException {
        hasEntries = isExact || files.files().keySet().stream().anyMatch(name -> name.startsWith("tile/entries/"));
        for (long from = 0; from < size; from += TilePath.WIDTH) {
            int width = (int) Math.min(TilePath.WIDTH, size - from);
            long n = from / TilePath.WIDTH;
            var known = tile(0, n, width);
            var bodies = hasEntries ? bundle(n, width) : null;
            for (int i = 0; i < width; i++) {
                var body = bodies == null || i >= bodies.size() ? null : bodies.get(i);
                var leaf = leaf(body, known, i, from + i);
                if (leaf == null) {
                    return; // said already: nothing after it has a place that can be checked
                }
                add(0, leaf);
                listener.entry(from + i, body, leaf);
            }
        }
        for (int level = 0; level < levels.size(); level++) {
            if (!levels.get(level).isEmpty() && level > 0) {
                compare(level, closed.get(level), levels.get(level));
            }
        }
        files.files().keySet().forEach(this::mustBeKnown);
    }

    boolean hasEntries() {
        return hasEntries;
    }

    /** The leaf by its entry, where that is there, held against the tile. */
    private byte[] leaf(byte[] body, List<byte[]> known, int i, long position) {
        var said = known == null ? null : known.get(i);
        if (body == null) {
            if (said == null && !hasEntries) {
                report.found(Problem.ENTRY_UNKNOWN, "entry", position);
            }
            return said;
        }
        var leaf = Merkle.leaf(body);
        if (said != null && !MessageDigest.isEqual(leaf, said)) {
            report.found(Problem.LEAF_DIFFERS, "entry", position, "file", where + TilePath.of(0, position / 256, 256));
        }
        return leaf;
    }

    private void add(int level, byte[] hash) throws IOException {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
            closed.add(0L);
        }
        var tile = levels.get(level);
        tile.add(hash);
        if (tile.size() == TilePath.WIDTH) {
            if (level > 0) { // those of leaves are held against their entries one by one
                compare(level, closed.get(level), tile);
            }
            add(level + 1, whole(tile));
            tile.clear();
            closed.set(level, closed.get(level) + 1);
        }
    }

    private static byte[] whole(List<byte[]> hashes) {
        var tree = new Tree();
        hashes.forEach(tree::add);
        return tree.root();
    }

    private void compare(int level, long n, List<byte[]> reckoned) throws IOException {
        var said = tile(level, n, reckoned.size());
        for (int i = 0; said != null && i < reckoned.size(); i++) {
            if (!MessageDigest.isEqual(said.get(i), reckoned.get(i))) {
                report.found(Problem.TILE_DIFFERS, "file", where + TilePath.of(level, n, reckoned.size()), "place", i);
                return;
            }
        }
    }

    /** The hashes of a tile, or null where that is missing or has another length, which is said. */
    private List<byte[]> tile(int level, long n, int width) throws IOException {
        var name = present(TilePath.of(level, n, width), TilePath.of(level, n, TilePath.WIDTH));
        if (name == null) {
            return null;
        }
        var length = files.files().get(name);
        if (length != (long) width * Merkle.HASH && (isExact || length != (long) TilePath.WIDTH * Merkle.HASH)) {
            report.found(Problem.FILE_OF_ANOTHER_LENGTH, "file", where + name, "found", length);
            return null;
        }
        var hashes = new ArrayList<byte[]>();
        try (var in = files.open(name)) {
            for (int i = 0; i < width; i++) {
                var hash = in.readNBytes(Merkle.HASH);
                if (hash.length < Merkle.HASH) {
                    report.found(Problem.FILE_OF_ANOTHER_LENGTH, "file", where + name, "found", length);
                    return null;
                }
                hashes.add(hash);
            }
        }
        report.checked("tiles", 1);
        return hashes;
    }

    /** The name under which it is there: a whole tile may stand for part of it where a log has grown since. */
    private String present(String name, String whole) {
        for (var one : isExact ? List.of(name) : List.of(name, whole)) {
            if (files.files().containsKey(one)) {
                read.add(one);
                return one;
            }
        }
        report.found(Problem.FILE_MISSING, "file", where + name);
        return null;
    }

    /** The entries of a bundle, as far as they can be told apart. */
    private List<byte[]> bundle(long n, int width) throws IOException {
        var name = present(TilePath.of(TilePath.ENTRIES, n, width), TilePath.of(TilePath.ENTRIES, n, TilePath.WIDTH));
        var entries = new ArrayList<byte[]>();
        if (name == null) {
            return entries;
        }
        try (var in = new java.io.BufferedInputStream(files.open(name))) {
            while (entries.size() < width) {
                var length = in.readNBytes(2);
                int bytes = length.length < 2 ? LONGEST_ENTRY + 1 : (length[0] & 0xff) << 8 | length[1] & 0xff;
                var body = bytes > LONGEST_ENTRY ? new byte[0] : in.readNBytes(bytes);
                if (body.length < bytes) {
                    report.found(Problem.BUNDLE_CUT_OFF, "file", where + name, "entry", n * 256 + entries.size());
                    return entries;
                }
                entries.add(body);
            }
            if (in.read() >= 0 && (isExact || !name.equals(TilePath.of(TilePath.ENTRIES, n, TilePath.WIDTH)))) {
                report.found(Problem.BUNDLE_TOO_LONG, "file", where + name);
            }
        }
        return entries;
    }

    private void mustBeKnown(String name) {
        if (isExact && !read.contains(name) && !name.equals("checkpoint")) {
            report.found(Problem.FILE_UNKNOWN, "file", where + name);
        }
    }

    /** Whether two hashes are the same. */
    static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }
}
