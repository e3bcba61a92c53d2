package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Signs notes, with a key of its own. */
final class Signer {
    private final KeyPair pair;
    private final String name;

    Signer(String name) {
        this.name = name;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] publicKey() {
        var x509 = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(x509, x509.length - 32, x509.length);
    }

    byte[] id() {
        return Arrays.copyOf(Plain.hash(-1, (name + "\n\u0001").getBytes(UTF_8), publicKey()), 4);
    }

    String hexId() {
        return HexFormat.of().formatHex(id());
    }

    String name() {
        return name;
    }

    /** The key as it is handed to others. */
    String vkey() {
        return name + "+" + hexId() + "+" + base64(joined(new byte[] {1}, publicKey()));
    }

    VerifierKey key() {
        try {
            return VerifierKey.read(vkey());
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String line(String text) {
        return line(signature(text));
    }

    String line(byte[] signature) {
        return "\u2014 " + name + " " + base64(joined(id(), signature)) + "\n";
    }

    String note(String text) {
        return text + "\n" + line(text);
    }

    String checkpoint(long size, byte[] root) {
        return note(name + "\n" + size + "\n" + base64(root) + "\n");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
