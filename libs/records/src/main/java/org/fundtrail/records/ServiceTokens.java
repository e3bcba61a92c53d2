package org.fundtrail.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.journal.Role;

/**
 * Tokens that another service signs for itself, with a key of its own whose public half this one was given. Such a key opens what is open to
 * services ({@link OpenToServices}) and nothing that is open to people, whatever roles its tokens claim. Without a key there are none.
 */
@Startup
@ApplicationScoped
class ServiceTokens {
    /** Who signs them: funding-service follows infrastructure-service. */
    private static final String ISSUER = "fundtrail-funding";

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final JWTCallerPrincipalFactory verifying = new DefaultJWTCallerPrincipalFactory();
    private final ObjectMapper json;
    private final PublicKey key;

    ServiceTokens(ObjectMapper json, @ConfigProperty(name = "fundtrail.services.public-key") Optional<String> path) {
        this.json = json;
        this.key = path.map(ServiceTokens::read).orElse(null);
    }

    private static PublicKey read(String path) {
        try {
            return KeyUtils.decodePublicKey(Files.readString(Path.of(path)), SignatureAlgorithm.ES256);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "FUNDTRAIL_FUNDING_TOKEN_PUBLIC_KEY names no readable PEM key on P-256: " + path, e);
        }
    }

    /** Whether a token says that a service signed it, which is not verified yet. */
    boolean isOfService(String token) {
        var parts = token.split("\\.");
        if (key == null || parts.length != 3) {
            return false;
        }
        try {
            var claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return ISSUER.equals(claims.path("iss").asText());
        } catch (IOException | IllegalArgumentException e) {
            return false; // no token at all, which is for the other to say
        }
    }

    /** Verifies it by the service's key; for the same audience and in the same way as the gateway's otherwise. */
    JWTCallerPrincipal parse(String token, JWTAuthContextInfo gateway) throws ParseException {
        var context = new JWTAuthContextInfo(gateway);
        context.setIssuedBy(ISSUER);
        context.setPublicVerificationKey(key);
        context.setMaxTimeToLiveSecs(LONGEST_LIFE.toSeconds());
        var principal = verifying.parse(token, context);
        if (!Set.of(Role.SERVICE).equals(principal.getGroups())) {
            throw new ParseException("The key of a service speaks for a service and nobody else");
        }
        return principal;
    }
}
