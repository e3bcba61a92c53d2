package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * A map of hashes: half a SHA-256 of a key to two numbers. It takes some 60 bytes for each row, however long that is, so that millions of rows
 * can be compared in any order.
 */
final class Fingerprints {
    /** Half a SHA-256 of a text. */
    record Print(long high, long low) {
        static Print of(String text) {
            var hash = ByteBuffer.wrap(Merkle.sha256(text.getBytes(UTF_8)));
            return new Print(hash.getLong(), hash.getLong());
        }
    }

    private static final int EACH = 4;

    private long[] slots = new long[EACH * 64];
    private boolean[] used = new boolean[64];
    private int size;

    /** Puts it, unless the key is there: then nothing changes, and the answer is false. */
    boolean put(Print key, Print value) {
        if (2 * size >= used.length) {
            grow();
        }
        int at = find(key);
        if (used[at]) {
            return false;
        }
        set(at, key, value);
        size++;
        return true;
    }

    Print get(Print key) {
        int at = find(key);
        return used[at] ? new Print(slots[EACH * at + 2], slots[EACH * at + 3]) : null;
    }

    /** Puts something else in the place of what a key has. */
    void replace(Print key, Print value) {
        set(find(key), key, value);
    }

    int size() {
        return size;
    }

    private void set(int at, Print key, Print value) {
        used[at] = true;
        slots[EACH * at] = key.high();
        slots[EACH * at + 1] = key.low();
        slots[EACH * at + 2] = value.high();
        slots[EACH * at + 3] = value.low();
    }

    /** Where the key is, or would be put. */
    private int find(Print key) {
        int at = (int) key.low() & used.length - 1;
        while (used[at] && (slots[EACH * at] != key.high() || slots[EACH * at + 1] != key.low())) {
            at = at + 1 & used.length - 1;
        }
        return at;
    }

    private void grow() {
        var before = slots;
        var were = used;
        slots = new long[2 * before.length];
        used = new boolean[2 * were.length];
        for (int i = 0; i < were.length; i++) {
            if (were[i]) {
                var key = new Print(before[EACH * i], before[EACH * i + 1]);
                set(find(key), key, new Print(before[EACH * i + 2], before[EACH * i + 3]));
            }
        }
    }
}
