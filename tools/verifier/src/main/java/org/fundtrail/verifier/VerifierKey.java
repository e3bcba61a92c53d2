package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A public key of Ed25519 with the name under which it signs notes, as {@code name+8 hex digits+base64} (C2SP signed-note). */
public record VerifierKey(String name, String id, byte[] publicKey) {
    private static final byte ED25519 = 1;
    private static final int SIGNATURE = 64;
    /** What stands before the 32 bytes in the key's X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static VerifierKey of(String name, byte[] publicKey) {
        var hash = Merkle.sha256((name + "\n").getBytes(UTF_8), new byte[] {ED25519}, publicKey);
        return new VerifierKey(name, HexFormat.of().formatHex(hash, 0, 4), publicKey);
    }

    /** Reads a key as it is given to somebody. Its own id has to be that of its name and bytes, which finds most slips of typing. */
    public static VerifierKey read(String text) throws Unreadable {
        var parts = text.strip().split("\\+", 3);
        if (parts.length < 3 || !isName(parts[0])) {
            throw new Unreadable(Problem.NOT_A_KEY, "text", Texts.shortened(text));
        }
        var bytes = Base64s.read(parts[2]);
        if (bytes.length != 33 || bytes[0] != ED25519) {
            throw new Unreadable(Problem.NOT_A_KEY, "text", Texts.shortened(text));
        }
        var key = of(parts[0], Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!key.id.equals(parts[1])) {
            throw new Unreadable(Problem.NOT_A_KEY, "text", Texts.shortened(text));
        }
        return key;
    }

    /** What may stand as a name in a note: something without blanks of any kind and without a plus. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    public String text() {
        var bytes = new byte[1 + publicKey.length];
        bytes[0] = ED25519;
        System.arraycopy(publicKey, 0, bytes, 1, publicKey.length);
        return name + "+" + id + "+" + Base64s.write(bytes);
    }

    /** The SHA-256 of the key in words, to be compared by two people. */
    String words() {
        return Proquints.of(Merkle.sha256(publicKey));
    }

    boolean hasSigned(byte[] text, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key());
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // no point of the curve: nothing was ever signed with it
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509, X509.length + publicKey.length);
        System.arraycopy(publicKey, 0, encoded, X509.length, publicKey.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && MessageDigest.isEqual(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(publicKey);
    }
}
