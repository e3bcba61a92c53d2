package org.fundtrail.gateway.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The users of the demonstration, from the configuration that the launcher supplies and from nowhere else. Where an OpenID provider is
 * configured there are none.
 */
@ApplicationScoped
class LocalUsers implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    /** On a request that tried a user name and a password: it is in the security log already. */
    static final String ATTEMPT = LocalUsers.class.getName();

    @ConfigMapping(prefix = "fundtrail.users")
    public interface Users {
        @WithParentName
        Map<String, User> byName();
    }

    public interface User {
        String password();

        String name();

        Set<String> roles();

        Optional<String> institution();

        /** The address to which mails go that this user asks for; without it they give one. */
        Optional<String> email();
    }

    /** On a request that has to wait: how long. */
    static final String PAUSE = ATTEMPT + ".pause";

    private final Map<String, User> users;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Address address;
    private final SecurityLog log;

    LocalUsers(Users users, DoorConfig config, Attempts attempts, Sessions sessions, Address address, SecurityLog log) {
        this.users = config.demonstration() ? Map.copyOf(users.byName()) : Map.of();
        this.attempts = attempts;
        this.sessions = sessions;
        this.address = address;
        this.log = log;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        RoutingContext at = HttpSecurityUtils.getRoutingContextAttribute(request);
        at.put(ATTEMPT, true);
        var name = request.getUsername();
        var from = address.of(at);
        var own = attempts.pause(name, from);
        var pause = own.isZero() ? attempts.pauseOfOthers(name, from) : own;
        if (!pause.isZero()) {
            log.signInRefused(own.isZero() ? null : name, "too-many-attempts", at);
            at.put(PAUSE, pause);
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        var user = users.get(name);
        if (!matches(user, request.getPassword().getPassword())) {
            attempts.failed(name, from);
            log.signInRefused(name, "wrong", at);
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        if (attempts.succeeded(name, from) || Door.isSignIn(at)) {
            log.accepted(name, at);
        }
        // The form's cookie carries the principal's name: there it is the name of a session, not the bare user.
        return Uni.createFrom()
                .item(identity(Door.isSignIn(at) ? sessions.open(name, user.password()) : name, name, user));
    }

    /** The user under this name, or null: somebody whom the configuration no longer knows is out at once. */
    SecurityIdentity find(String name) {
        var user = users.get(name);
        return user == null ? null : identity(name, name, user);
    }

    /** The password of the user under this name, by which a session knows that it has not changed; null for nobody. */
    String password(String name) {
        var user = users.get(name);
        return user == null ? null : user.password();
    }

    private static SecurityIdentity identity(String principal, String name, User user) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(principal))
                .addRoles(user.roles())
                .addAttribute(Person.ISSUER, Person.DEMONSTRATION)
                .addAttribute(Person.SUBJECT, name)
                .addAttribute(Person.NAME, user.name())
                .addAttribute(Person.INSTITUTION, user.institution().orElse(null))
                .addAttribute(Person.MAIL, user.email().orElse(null))
                .build();
    }

    /** Takes as long for a wrong password as for a right one, and for a user that does not exist. */
    private static boolean matches(User user, char[] given) {
        var expected = hash(user == null ? "" : user.password());
        return MessageDigest.isEqual(expected, hash(new String(given))) & user != null;
    }

    private static byte[] hash(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
