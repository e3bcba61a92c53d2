package org.fundtrail.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key of a log, as signed notes know it (C2SP signed-note): Ed25519, under a name.
 *
 * @param name of the log; its origin, too
 * @param bytes the 32 bytes of the key
 */
public record VerifierKey(String name, byte[] bytes) {
    private static final byte ED25519 = 1;
    /** What stands before the 32 bytes in an X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The first four bytes of SHA-256 of name, line feed, algorithm and key. */
    public byte[] id() {
        return Arrays.copyOf(Journal.sha256(name.getBytes(UTF_8), new byte[] {'\n', ED25519}, bytes), 4);
    }

    public String hexId() {
        return HexFormat.of().formatHex(id());
    }

    /** As programs that verify notes take it: name, id and key in one line. */
    public String line() {
        var key = Base64.getEncoder().encodeToString(joined(new byte[] {ED25519}, bytes));
        return name + "+" + hexId() + "+" + key;
    }

    /** Whether the note is signed with this key: one line of it under its name and id, and that a good one. */
    public boolean hasSigned(String note) {
        int end = note.indexOf("\n\n") + 1;
        if (end == 0) {
            return false;
        }
        var mine = note.substring(end + 1)
                .lines()
                .filter(line -> line.startsWith("— " + name + " "))
                .map(line -> decoded(line.substring(name.length() + 3)))
                .filter(signed -> signed.length == 68 && Arrays.equals(Arrays.copyOf(signed, 4), id()))
                .toList();
        return mine.size() == 1
                && verifies(note.substring(0, end), Arrays.copyOfRange(mine.get(0), 4, mine.get(0).length));
    }

    private boolean verifies(String text, byte[] signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey());
            signature.update(text.getBytes(UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(X509, bytes)));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
