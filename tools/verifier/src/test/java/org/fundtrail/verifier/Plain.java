package org.fundtrail.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** A Merkle tree and its proofs as the sentences of RFC 9162 define them, by recursion over lists: slow, and nothing of it is the verifier's. */
final class Plain {
    private Plain() {}

    static byte[] hash(int first, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            if (first >= 0) {
                digest.update((byte) first);
            }
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return hash(-1);
        }
        if (entries.size() == 1) {
            return hash(0, entries.get(0));
        }
        int k = split(entries.size());
        return hash(1, root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
    }

    /** The largest power of two below. */
    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    static List<byte[]> inclusion(int m, List<byte[]> entries) {
        var path = new ArrayList<byte[]>();
        if (entries.size() > 1) {
            int k = split(entries.size());
            var left = entries.subList(0, k);
            var right = entries.subList(k, entries.size());
            path.addAll(m < k ? inclusion(m, left) : inclusion(m - k, right));
            path.add(root(m < k ? right : left));
        }
        return path;
    }

    static List<byte[]> consistency(int m, List<byte[]> entries) {
        return consistency(m, entries, true);
    }

    private static List<byte[]> consistency(int m, List<byte[]> entries, boolean isKnown) {
        var path = new ArrayList<byte[]>();
        if (m == entries.size()) {
            if (!isKnown) {
                path.add(root(entries));
            }
            return path;
        }
        int k = split(entries.size());
        var left = entries.subList(0, k);
        var right = entries.subList(k, entries.size());
        if (m <= k) {
            path.addAll(consistency(m, left, isKnown));
            path.add(root(right));
        } else {
            path.addAll(consistency(m - k, right, false));
            path.add(root(left));
        }
        return path;
    }
}
