package org.fundtrail.records.proof;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fundtrail.journal.Journal;

/** The Merkle tree of RFC 9162 over the leaves so far, of which only what stands at its right edge is kept. */
public final class GrowingTree {
    private static final byte[] NODE = {1};

    /** At each level the root of a complete subtree of 2^level leaves, where the size has that bit. */
    private final List<byte[]> edge = new ArrayList<>();

    private long size;

    /** Told of each subtree that becomes complete. */
    public interface Complete {
        void subtree(int height, long n, byte[] hash) throws SQLException;
    }

    public void append(byte[] leafHash, Complete complete) throws SQLException {
        var hash = leafHash;
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Journal.sha256(NODE, edge.get(level), hash);
            level++;
            complete.subtree(level, size >> level, hash);
        }
        if (level == edge.size()) {
            edge.add(hash);
        } else {
            edge.set(level, hash);
        }
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        byte[] root = null;
        for (int level = 0; level < edge.size(); level++) {
            if ((size >> level & 1) == 1) {
                root = root == null ? edge.get(level) : Journal.sha256(NODE, edge.get(level), root);
            }
        }
        return root == null ? Journal.sha256(new byte[0]) : root;
    }
}
