package org.fundtrail.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Merkle tree of RFC 9162 over the leaves of a log: roots of its sizes and the proofs between them. Hashes come in rows of up to 256: of
 * leaves, of complete subtrees of 256 leaves, of such of 256 of those. A root or a proof asks for two rows of each level at most, and each
 * row once.
 */
public final class Merkle {
    /** So many hashes are in a whole row. */
    public static final int WIDTH = 256;

    private static final int LEVEL = 8;
    private static final int LENGTH = 32;

    /** Where hashes are read. */
    @FunctionalInterface
    public interface Rows {
        /**
         * The hashes of a row, one behind the other, as far as there are any.
         *
         * @param level 0 for leaves, 1 for subtrees of 256 of them, and so on
         * @param n which row of the level
         */
        byte[] row(int level, long n);
    }

    private record Place(int level, long n) {}

    private final Rows rows;
    private final Map<Place, byte[]> read = new HashMap<>();

    public Merkle(Rows rows) {
        this.rows = rows;
    }

    /** The root of the first leaves (RFC 9162, 2.1.1). */
    public byte[] root(long size) {
        return size == 0 ? Journal.sha256(new byte[0]) : root(0, size);
    }

    /** The hash of a leaf. */
    public byte[] leaf(long position) {
        return complete(0, position);
    }

    /** What leads from a leaf to the root of a size, from its sibling upwards (RFC 9162, 2.1.3). */
    public List<byte[]> inclusion(long position, long size) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("No leaf " + position + " in a log of " + size);
        }
        var path = new ArrayList<byte[]>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + half(to - from);
            path.add(0, position < middle ? root(middle, to) : root(from, middle));
            from = position < middle ? from : middle;
            to = position < middle ? middle : to;
        }
        return path;
    }

    /** What shows that a size continues an earlier one (RFC 9162, 2.1.4); nothing for the same. */
    public List<byte[]> consistency(long earlier, long later) {
        if (earlier < 1 || earlier > later) {
            throw new IllegalArgumentException("No log of " + earlier + " is continued by one of " + later);
        }
        var path = new ArrayList<byte[]>();
        long from = 0;
        long to = later;
        while (to > earlier) {
            long middle = from + half(to - from);
            if (earlier <= middle) {
                path.add(0, root(middle, to));
                to = middle;
            } else {
                path.add(0, root(from, middle));
                from = middle;
            }
        }
        if (from > 0) { // else the earlier root, which is known, is the first node itself
            path.add(0, root(from, to));
        }
        return path;
    }

    /** The hash of two neighbours. */
    public static byte[] parent(byte[] left, byte[] right) {
        return Journal.sha256(new byte[] {1}, left, right);
    }

    /** The largest power of two below it. */
    private static long half(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** The root of leaves that are a subtree of some log: {@code from} is where such a one can begin. */
    private byte[] root(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return complete(height, from >> height);
        }
        long middle = from + half(count);
        return parent(root(from, middle), root(middle, to));
    }

    /** The root of a complete subtree of 2^height leaves, which is one of a row or over some of it. */
    private byte[] complete(int height, long n) {
        int level = height / LEVEL;
        int count = 1 << height % LEVEL;
        long first = n * count;
        var row = read.computeIfAbsent(new Place(level, first / WIDTH), at -> rows.row(at.level(), at.n()));
        return folded(row, (int) (first % WIDTH), count);
    }

    private static byte[] folded(byte[] row, int first, int count) {
        if (count > 1) {
            return parent(folded(row, first, count / 2), folded(row, first + count / 2, count / 2));
        }
        if (row.length < (first + 1) * LENGTH) {
            throw new IllegalStateException("The log has a gap: a row of hashes ends after " + row.length + " bytes");
        }
        return Arrays.copyOfRange(row, first * LENGTH, (first + 1) * LENGTH);
    }
}
