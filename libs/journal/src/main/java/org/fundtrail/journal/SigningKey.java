package org.fundtrail.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key with which a service signs checkpoints of its log, under the log's name. */
public final class SigningKey {
    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /**
     * Reads a private key as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws IllegalArgumentException for a file that has none, or a name that no log can have
     */
    public static SigningKey read(String name, Path file) {
        if (!name.matches("[^\\s\\p{Cntrl}+]+")) {
            throw new IllegalArgumentException(
                    "A log cannot be called \"" + name + "\": its name has neither spaces nor a plus sign");
        }
        try {
            var base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return of(name, key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "No Ed25519 private key in PKCS #8 form, as PEM, can be read in " + file, e);
        }
    }

    static SigningKey of(String name, PrivateKey key) throws GeneralSecurityException {
        var made = new SigningKey(key, new VerifierKey(name, publicKey((EdECPrivateKey) key)));
        if (!made.verifier.hasSigned(made.note("its own key is known"))) {
            throw new GeneralSecurityException("The public key was not found");
        }
        return made;
    }

    /** A pair is made of 32 random bytes, which are the private key: with those of this one it is this pair. */
    private static byte[] publicKey(EdECPrivateKey key) throws GeneralSecurityException {
        var seed = key.getBytes().orElseThrow(() -> new GeneralSecurityException("The key cannot be read"));
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        var point = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint();
        var big = point.getY().toByteArray(); // the lowest byte last, with a sign
        var bytes = new byte[32];
        for (int i = 0; i < Math.min(big.length, bytes.length); i++) {
            bytes[i] = big[big.length - 1 - i];
        }
        bytes[31] |= (byte) (point.isXOdd() ? 0x80 : 0);
        return bytes;
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The checkpoint of a size (C2SP tlog-checkpoint): origin, size and root, signed. */
    public String checkpoint(long size, byte[] root) {
        return note(verifier.name() + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root));
    }

    private String note(String lines) {
        var text = lines + "\n";
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            var signed = VerifierKey.joined(verifier.id(), signature.sign());
            return text + "\n— " + verifier.name() + " " + Base64.getEncoder().encodeToString(signed) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
