package org.fundtrail.verifier;

import java.util.ArrayDeque;
import java.util.Deque;

/** A Merkle tree that grows leaf by leaf. Of it only the whole subtrees are kept that its root is made of: at most one for each level. */
final class Tree {
    private final Deque<byte[]> whole = new ArrayDeque<>();
    private long size;

    long size() {
        return size;
    }

    void add(byte[] leaf) {
        var hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Merkle.node(whole.pop(), hash);
        }
        whole.push(hash);
        size++;
    }

    byte[] root() {
        byte[] root = null;
        for (var subtree : whole) { // the youngest, which is the smallest, first
            root = root == null ? subtree : Merkle.node(subtree, root);
        }
        return root == null ? Merkle.sha256() : root;
    }
}
