package org.fundtrail.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Hashes and proofs of a Merkle tree over SHA-256 (RFC 9162, section 2.1). */
public final class Merkle {
    /** Of SHA-256, in bytes. */
    public static final int HASH = 32;

    private Merkle() {}

    public static byte[] sha256(byte[]... parts) {
        var digest = digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The hash of an entry. */
    public static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    /** The hash of what lies above two others. */
    public static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** Whether the proof shows that a leaf stands at this place, counted from zero, in the tree of this size and root. */
    public static boolean includes(long index, long size, byte[] leaf, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || !areHashes(proof) || !isHash(leaf) || !isHash(root)) {
            return false;
        }
        long place = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : proof) {
            if (last == 0) {
                return false; // more than it takes
            }
            if ((place & 1) == 1 || place == last) {
                hash = node(sibling, hash);
                while ((place & 1) == 0 && place != 0) { // on the right edge levels without a sibling are passed over
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /**
     * Whether the proof shows that the larger tree begins with all of the smaller one. Of two of one size the roots have to be the same and the
     * proof empty. Of an empty tree nothing can be shown: every other begins with it, so there is no proof.
     */
    public static boolean isConsistent(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> proof) {
        if (from <= 0 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
        }
        if (!areHashes(proof) || !isHash(fromRoot) || !isHash(toRoot)) {
            return false;
        }
        boolean isWhole = Long.bitCount(from) == 1;
        if (!isWhole && proof.isEmpty()) {
            return false;
        }
        var start = isWhole ? fromRoot : proof.get(0);
        return climb(from, to, start, isWhole ? proof : proof.subList(1, proof.size()), fromRoot, toRoot);
    }

    private static boolean climb(long from, long to, byte[] start, List<byte[]> proof, byte[] fromRoot, byte[] toRoot) {
        int whole = Long.numberOfTrailingZeros(from);
        long place = (from - 1) >> whole;
        long last = (to - 1) >> whole;
        var older = start;
        var newer = start;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                older = node(sibling, older);
                newer = node(sibling, newer);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                newer = node(newer, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(older, fromRoot) && MessageDigest.isEqual(newer, toRoot);
    }

    private static boolean areHashes(List<byte[]> proof) {
        return proof.size() <= 126 && proof.stream().allMatch(Merkle::isHash);
    }

    private static boolean isHash(byte[] hash) {
        return hash.length == HASH;
    }
}
