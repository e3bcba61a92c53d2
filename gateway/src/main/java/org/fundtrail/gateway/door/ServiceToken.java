package org.fundtrail.gateway.door;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the gateway tells the services of who is asking: signed, for five minutes, and the only thing they believe. */
@Singleton
public class ServiceToken {
    static final Duration LIFE = Duration.ofMinutes(5);
    /** How long the same token is given out again, so that a page that asks ten times signs once. */
    private static final Duration REUSE = Duration.ofMinutes(1);

    private static final int KEPT = 1000;

    private record Minted(String token, Instant until) {}

    private final InstantSource clock;
    private final PrivateKey key;
    private final Map<Person, Minted> minted = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, Minted> eldest) {
            return size() > KEPT;
        }
    };

    ServiceToken(InstantSource clock, DoorConfig config) {
        this.clock = clock;
        this.key = config.privateKey().map(ServiceToken::read).orElse(null);
    }

    private static PrivateKey read(String path) {
        try {
            return KeyUtils.decodePrivateKey(Files.readString(Path.of(path)), SignatureAlgorithm.ES256);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "FUNDTRAIL_TOKEN_PRIVATE_KEY names no readable PKCS#8 PEM key on P-256: " + path, e);
        }
    }

    /** The header that says to a service who is asking. */
    public String authorization(Person person) {
        return "Bearer " + of(person);
    }

    String of(Person person) {
        var now = clock.instant();
        synchronized (minted) {
            var known = minted.get(person);
            if (known == null || known.until.isBefore(now)) {
                known = new Minted(mint(person, now), now.plus(REUSE));
                minted.remove(person);
                minted.put(person, known);
            }
            return known.token;
        }
    }

    private String mint(Person person, Instant now) {
        if (key == null) {
            throw new IllegalStateException(
                    "FUNDTRAIL_TOKEN_PRIVATE_KEY is not set: the services would believe nobody");
        }
        var claims = Jwt.issuer("fundtrail-gateway")
                .audience("fundtrail-services")
                .subject(person.subject())
                .claim("idp", person.issuer())
                .upn(person.subject())
                .groups(person.roles())
                .claim("name", person.name())
                .claim("client", person.client() == null ? "web" : person.client())
                .issuedAt(now)
                .expiresAt(now.plus(LIFE));
        if (person.institution() != null) {
            claims.claim("institution", person.institution());
        }
        return claims.jws().algorithm(SignatureAlgorithm.ES256).sign(key);
    }
}
