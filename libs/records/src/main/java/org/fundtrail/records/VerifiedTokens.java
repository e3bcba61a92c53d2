package org.fundtrail.records;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;

/**
 * Remembers the tokens that were verified, the gateway's and those of other services, until they expire: verifying the signature costs more than most requests. Kept by a
 * hash of the whole token, so one that differs in a single character is verified anew.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {
    private final JWTCallerPrincipalFactory verifying = new DefaultJWTCallerPrincipalFactory();
    private final Time time;
    private final ServiceTokens services;
    private final Cache<ByteBuffer, JWTCallerPrincipal> verified = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfter(Expiry.creating((ByteBuffer hash, JWTCallerPrincipal principal) -> left(principal)))
            .build();

    VerifiedTokens(Time time, ServiceTokens services) {
        this.time = time;
        this.services = services;
    }

    private Duration left(JWTCallerPrincipal principal) {
        return Duration.between(time.now(), Instant.ofEpochSecond(principal.getExpirationTime()));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        var hash = ByteBuffer.wrap(Journal.sha256(token.getBytes(StandardCharsets.UTF_8)));
        var known = verified.getIfPresent(hash);
        if (known != null && !left(known).isNegative()) {
            return known;
        }
        var principal = services.isOfService(token) ? services.parse(token, context) : ofGateway(token, context);
        verified.put(hash, principal);
        return principal;
    }

    /** The gateway speaks for people: that it says of somebody to be a service is not believed. */
    private JWTCallerPrincipal ofGateway(String token, JWTAuthContextInfo context) throws ParseException {
        var principal = verifying.parse(token, context);
        if (principal.getGroups() != null && principal.getGroups().contains(Role.SERVICE)) {
            throw new ParseException("The gateway's key does not speak for services");
        }
        return principal;
    }
}
