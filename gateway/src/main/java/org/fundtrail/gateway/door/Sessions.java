package org.fundtrail.gateway.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sessions of the demonstration's sign-in form. The cookie is encrypted and says all: the user, since when, and a number of its own,
 * so that a session ends for good with its sign-out or after a working day, even for somebody who kept a copy of the cookie.
 */
@ApplicationScoped
class Sessions implements IdentityProvider<TrustedAuthenticationRequest> {
    static final Duration LONGEST = Duration.ofHours(10);
    private static final String SESSION = Sessions.class.getName();
    private static final char SEPARATOR = '\n';
    private static final int KEPT = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Provider<LocalUsers> users;
    private final Map<String, Instant> ended = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > KEPT || eldest.getValue().plus(LONGEST).isBefore(clock.instant());
        }
    };

    Sessions(InstantSource clock, Provider<LocalUsers> users) {
        this.clock = clock;
        this.users = users;
    }

    /** A new session of this user, as the cookie will carry it. */
    String open(String user) {
        var number = new byte[16];
        random.nextBytes(number);
        return user
                + SEPARATOR
                + clock.instant().getEpochSecond()
                + SEPARATOR
                + Base64.getUrlEncoder().withoutPadding().encodeToString(number);
    }

    /** Ends the session of this request; its cookie opens nothing from now on. */
    void end(RoutingContext at) {
        String session = at.get(SESSION);
        if (session != null) {
            synchronized (ended) {
                ended.put(session, clock.instant());
            }
        }
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        var session = request.getPrincipal();
        var parts = session.split(String.valueOf(SEPARATOR));
        var identity =
                parts.length == 3 && isOpen(session, parts[1]) ? users.get().find(parts[0]) : null;
        if (identity == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        RoutingContext at = HttpSecurityUtils.getRoutingContextAttribute(request);
        at.put(SESSION, session);
        return Uni.createFrom().item(named(session, identity));
    }

    /** The form renews its cookie with the principal's name, so the principal becomes the user only after it did. */
    SecurityIdentity withUser(SecurityIdentity identity) {
        var session = identity.getPrincipal().getName();
        return named(session.substring(0, session.indexOf(SEPARATOR)), identity);
    }

    private static SecurityIdentity named(String principal, SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder(identity)
                .setPrincipal(new QuarkusPrincipal(principal))
                .build();
    }

    private boolean isOpen(String session, String since) {
        if (Instant.ofEpochSecond(Long.parseLong(since)).plus(LONGEST).isBefore(clock.instant())) {
            return false;
        }
        synchronized (ended) {
            return !ended.containsKey(session);
        }
    }
}
