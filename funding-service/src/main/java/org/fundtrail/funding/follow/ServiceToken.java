package org.fundtrail.funding.follow;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Role;

/**
 * As whom funding-service reads infrastructure-service where nobody asks: as itself, for five minutes, by a key of its own. It opens what is
 * open to services there, and nothing else.
 */
@Startup
@ApplicationScoped
class ServiceToken {
    private static final String NAME = "funding-service";
    private static final Duration LIFE = Duration.ofMinutes(5);
    /** How long the same one is used, so that it is not signed for each question. */
    private static final Duration REUSE = Duration.ofMinutes(1);

    private final PrivateKey key;
    private final Time time;
    private String token;
    private Instant until = Instant.MIN;

    ServiceToken(@ConfigProperty(name = "fundtrail.follow.private-key") String path, Time time) {
        this.key = read(path);
        this.time = time;
    }

    private static PrivateKey read(String path) {
        try {
            return KeyUtils.decodePrivateKey(Files.readString(Path.of(path)), SignatureAlgorithm.ES256);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "FUNDTRAIL_FUNDING_TOKEN_PRIVATE_KEY names no readable PKCS#8 PEM key on P-256: " + path, e);
        }
    }

    /** The value of the header that says who is asking. */
    synchronized String authorization() {
        var now = time.now();
        if (until.isBefore(now)) {
            token = signed(now);
            until = now.plus(REUSE);
        }
        return "Bearer " + token;
    }

    private String signed(Instant now) {
        return Jwt.issuer("fundtrail-funding")
                .audience("fundtrail-services")
                .subject(NAME)
                .upn(NAME)
                .claim("idp", "urn:fundtrail:service")
                .claim("name", NAME)
                .claim("client", NAME)
                .groups(Role.SERVICE)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .sign(key);
    }
}
