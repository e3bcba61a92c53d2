package org.fundtrail.verifier;

import java.util.Base64;

/** Base64 in its one canonical spelling (RFC 4648, section 4): padded, no blanks, no bits left over. */
final class Base64s {
    private Base64s() {}

    static byte[] read(String text) throws Unreadable {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Unreadable(Problem.NOT_BASE64, "text", Texts.shortened(text));
    }

    static byte[] hash(String text) throws Unreadable {
        var hash = read(text);
        if (hash.length != Merkle.HASH) {
            throw new Unreadable(Problem.NOT_A_HASH, "text", Texts.shortened(text));
        }
        return hash;
    }

    static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
