package org.fundtrail.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Passwords and keys of this installation: made once, kept in files that only their owner reads. */
record Secrets(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A password of 256 random bits under this name: the same one at every start. */
    String get(String name) {
        return read(file(name)).strip();
    }

    /** The file of a secret, made when it is not there yet. */
    Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        }
        return file;
    }

    /** The key by which the gateway signs the services' tokens; the services only get the public half. */
    Path tokenPrivateKey() {
        return privateKey("token");
    }

    Path tokenPublicKey() {
        return publicKey("token");
    }

    /** The key by which funding-service signs its own; infrastructure-service only gets the public half. */
    Path fundingTokenPrivateKey() {
        return privateKey("funding-token");
    }

    Path fundingTokenPublicKey() {
        return publicKey("funding-token");
    }

    /** The key by which a service signs checkpoints of its log. */
    Path logPrivateKey(String service) {
        return privateKey(service + "-log", "Ed25519");
    }

    private Path privateKey(String name) {
        return privateKey(name, "EC");
    }

    /** The private half of a pair, which is made when it is not there yet. */
    private Path privateKey(String name, String algorithm) {
        Path file = folder.resolve(name + "-private.pem");
        // The public half is written first: a private key on the disk means that the pair is whole.
        if (!Files.exists(file)) {
            KeyPair pair = newKeyPair(algorithm);
            write(
                    folder.resolve(name + "-public.pem"),
                    pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            write(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        }
        return file;
    }

    private Path publicKey(String name) {
        privateKey(name);
        return folder.resolve(name + "-public.pem");
    }

    private static KeyPair newKeyPair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256 and Ed25519", e);
        }
    }

    private static String pem(String type, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotStart("The secret " + file + " cannot be read", e);
        }
    }

    private static void write(Path file, String content) {
        try {
            DataFolder.writeForOwner(file, content);
        } catch (IOException e) {
            throw new CannotStart("The secret " + file + " cannot be written", e);
        }
    }
}
