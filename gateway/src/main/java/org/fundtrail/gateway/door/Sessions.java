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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The sessions of the demonstration's sign-in form. The cookie is encrypted and says all: the user, since when, a number of its own, and by
 * a keyed digest with which password. So a session ends for good with its sign-out, with a change of the password, when an administrator
 * ends all of the person, or after a working day, even for somebody who kept a copy of the cookie.
 */
@ApplicationScoped
class Sessions implements IdentityProvider<TrustedAuthenticationRequest> {
    private static final String SESSION = Sessions.class.getName();
    private static final String SEPARATOR = "\n";

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final DoorConfig config;
    private final EndedSessions ended;
    private final Provider<LocalUsers> users;

    Sessions(InstantSource clock, DoorConfig config, EndedSessions ended, Provider<LocalUsers> users) {
        this.clock = clock;
        this.config = config;
        this.ended = ended;
        this.users = users;
    }

    /** A new session of this user, as the cookie will carry it. */
    String open(String user, String password) {
        var number = new byte[16];
        random.nextBytes(number);
        return String.join(
                SEPARATOR,
                user,
                String.valueOf(clock.instant().getEpochSecond()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(number),
                Digest.keyed(config.sessionKey(), password));
    }

    /** Ends the session of this request; its cookie opens nothing from now on. */
    void end(RoutingContext at) {
        String session = at.get(SESSION);
        if (session != null) {
            ended.end(session);
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
        var parts = session.split(SEPARATOR);
        var identity = parts.length == 4 && isOpen(session, parts) ? users.get().find(parts[0]) : null;
        if (identity == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        RoutingContext at = HttpSecurityUtils.getRoutingContextAttribute(request);
        at.put(SESSION, session);
        return Uni.createFrom().item(named(session, identity));
    }

    boolean isOpen(String session, String[] parts) {
        var since = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        var password = users.get().password(parts[0]);
        return !since.plus(EndedSessions.LONGEST).isBefore(clock.instant())
                && password != null
                && Digest.keyed(config.sessionKey(), password).equals(parts[3])
                && !ended.isEnded(session, parts[0], since);
    }

    /** The form renews its cookie with the principal's name, so the principal becomes the user only after it did. */
    SecurityIdentity withUser(SecurityIdentity identity) {
        var session = identity.getPrincipal().getName();
        return named(session.substring(0, session.indexOf(SEPARATOR)), identity);
    }

    /** The session of an OpenID provider, unless it was signed out, or an administrator has ended all of the person since. */
    SecurityIdentity open(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && (ended.isEnded(number(token), token.getSubject(), since(token))
                        || since(token).plus(EndedSessions.LONGEST).isBefore(clock.instant()))) {
            throw new AuthenticationFailedException("an ended session");
        }
        return identity;
    }

    /** When the person of this request signed in. */
    Instant since(SecurityIdentity identity, RoutingContext at) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? since(token)
                : Instant.ofEpochSecond(Long.parseLong(at.<String>get(SESSION).split(SEPARATOR)[1]));
    }

    /** Ends the session of an OpenID provider here; its cookie opens nothing from now on, however often its tokens were renewed. */
    void end(JsonWebToken token) {
        ended.end(number(token));
    }

    /** What stays the same when the tokens are renewed. */
    private static String number(JsonWebToken token) {
        Object session = token.getClaim("sid");
        return session == null ? token.getSubject() + SEPARATOR + since(token) : session.toString();
    }

    /** When the person signed in: asked for with max_age (OpenIdConnect), so that a renewed token says it too. */
    private static Instant since(JsonWebToken token) {
        return Instant.ofEpochSecond(
                token.getClaim(Claims.auth_time.name()) instanceof Number at
                        ? at.longValue()
                        : token.getIssuedAtTime());
    }

    private static SecurityIdentity named(String principal, SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder(identity)
                .setPrincipal(new QuarkusPrincipal(principal))
                .build();
    }
}
