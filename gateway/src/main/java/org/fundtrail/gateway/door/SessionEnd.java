package org.fundtrail.gateway.door;

import io.quarkus.oidc.RefreshToken;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * When the reader's session ends if they open no other page after this one: not before this moment, by a minute later at most. Templates
 * reach it as {@code cdi:session}.
 */
@RequestScoped
@Named("session")
public class SessionEnd {
    private final SecurityIdentity identity;
    private final RoutingContext at;
    private final Sessions sessions;
    private final InstantSource clock;
    private final Duration quiet;

    SessionEnd(
            SecurityIdentity identity,
            RoutingContext at,
            Sessions sessions,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.http.auth.form.timeout") Duration timeout,
            @ConfigProperty(name = "quarkus.http.auth.form.new-cookie-interval") Duration interval) {
        this.identity = identity;
        this.at = at;
        this.sessions = sessions;
        this.clock = clock;
        this.quiet = timeout.minus(interval); // a cookie that is younger than the interval is not renewed
    }

    /** When it ends; null for who is not signed in. */
    public Instant until() {
        if (identity.isAnonymous()) {
            return null;
        }
        var quietEnd = quietEnd();
        return quietEnd.isBefore(longest()) ? quietEnd : longest();
    }

    /** In how many seconds it ends. */
    public long seconds() {
        return Math.max(0, Duration.between(clock.instant(), until()).toSeconds());
    }

    /** Whether it can last no longer, however many pages are opened. */
    public boolean isLast() {
        return !until().isBefore(longest());
    }

    private Instant longest() {
        return sessions.since(identity, at).plus(EndedSessions.LONGEST);
    }

    /** When it ends because nothing was asked for; at an OpenID provider with the token, or as long after it as that can be renewed. */
    private Instant quietEnd() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return clock.instant().plus(quiet);
        }
        var end = Instant.ofEpochSecond(token.getExpirationTime());
        var renewing = identity.getCredential(RefreshToken.class);
        return renewing == null || renewing.getToken() == null ? end : end.plus(OpenIdConnect.RENEWABLE);
    }
}
