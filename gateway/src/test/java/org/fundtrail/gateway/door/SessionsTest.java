package org.fundtrail.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.RefreshToken;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** When a kept cookie opens nothing any more. */
class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final long SIGNED_IN = NOW.minusSeconds(3600).getEpochSecond();

    private final InstantSource clock = InstantSource.fixed(NOW);
    private final DoorConfig config = new SmallRyeConfigBuilder()
            .withMapping(DoorConfig.class)
            .withDefaultValue("fundtrail.door.oidc-client-id", "fundtrail")
            .withDefaultValue("fundtrail.door.oidc-audience", "fundtrail")
            .withDefaultValue("fundtrail.door.oidc-roles-source", "accesstoken")
            .withDefaultValue("fundtrail.door.oidc-institution-claim", "institution")
            .withDefaultValue("fundtrail.door.session-key", "x".repeat(32))
            .build()
            .getConfigMapping(DoorConfig.class);
    private final EndedSessions ended = new EndedSessions(clock, config, null);

    private Sessions sessions(String password) {
        return new Sessions(
                clock,
                config,
                ended,
                () -> new LocalUsers(() -> Map.of("rasa", user(password)), config, null, null, null, null));
    }

    private static LocalUsers.User user(String password) {
        return new LocalUsers.User() {
            @Override
            public String password() {
                return password;
            }

            @Override
            public String name() {
                return "Rasa";
            }

            @Override
            public Set<String> roles() {
                return Set.of();
            }

            @Override
            public Optional<String> institution() {
                return Optional.empty();
            }

            @Override
            public Optional<String> email() {
                return Optional.empty();
            }
        };
    }

    @Test
    void a_session_does_not_outlive_the_password_it_was_opened_with() {
        var session = sessions("first").open("rasa", "first");
        assertTrue(sessions("first").isOpen(session, session.split("\n")));
        assertFalse(sessions("second").isOpen(session, session.split("\n")));
    }

    /** A token of the provider as it was issued a minute ago: the person signed in before. */
    private static SecurityIdentity token(Map<String, Object> more) {
        var claims = new HashMap<String, Object>(
                Map.of("sub", "8f3c", "iat", NOW.minusSeconds(60).getEpochSecond()));
        claims.putAll(more);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new JsonWebToken() {
                    @Override
                    public String getName() {
                        return "rasa";
                    }

                    @Override
                    public Set<String> getClaimNames() {
                        return claims.keySet();
                    }

                    @Override
                    @SuppressWarnings("unchecked")
                    public <T> T getClaim(String name) {
                        return (T) claims.get(name);
                    }
                })
                .build();
    }

    @Test
    void renewing_its_tokens_does_not_bring_back_a_session_that_an_administrator_ended() {
        var sessions = sessions("any");
        var before = token(Map.of("auth_time", SIGNED_IN));
        assertSame(before, sessions.open(before));
        ended.endAll("8f3c");
        var renewed =
                token(Map.of("auth_time", SIGNED_IN, "iat", NOW.plusSeconds(60).getEpochSecond()));
        assertThrows(AuthenticationFailedException.class, () -> sessions.open(renewed));
        var anew = token(Map.of("auth_time", NOW.plusSeconds(30).getEpochSecond()));
        assertSame(anew, sessions.open(anew), "whoever signs in again is in");
    }

    @Test
    void a_session_of_the_provider_that_was_signed_out_opens_nothing_whatever_its_tokens_say() {
        for (var number : new String[] {"sid", null}) {
            var sessions = sessions("any");
            var mine = new HashMap<String, Object>(Map.of("auth_time", SIGNED_IN + (number == null ? 1 : 0)));
            if (number != null) {
                mine.put(number, "session-1");
            }
            sessions.end((JsonWebToken) token(mine).getPrincipal());
            mine.put("iat", NOW.plusSeconds(60).getEpochSecond());
            assertThrows(AuthenticationFailedException.class, () -> sessions.open(token(mine)));
            var other = token(Map.of("auth_time", SIGNED_IN + 2, "sid", "session-2"));
            assertSame(other, sessions.open(other), "another session of the same person stays");
        }
    }

    @Test
    void no_session_of_the_provider_is_open_for_longer_than_ended_ones_are_remembered() {
        var old = token(Map.of(
                "auth_time", NOW.minus(EndedSessions.LONGEST).minusSeconds(1).getEpochSecond()));
        assertThrows(AuthenticationFailedException.class, () -> sessions("any").open(old));
    }

    private SessionEnd end(SecurityIdentity identity) {
        var quiet = Duration.ofMinutes(30);
        return new SessionEnd(identity, null, sessions("any"), clock, quiet, Duration.ofMinutes(1));
    }

    @Test
    void a_session_of_the_provider_ends_with_its_token_or_five_minutes_later_where_that_can_be_renewed() {
        var token =
                token(Map.of("auth_time", SIGNED_IN, "exp", NOW.plusSeconds(300).getEpochSecond()));
        assertEquals(NOW.plusSeconds(300), end(token).until());
        assertEquals(300, end(token).seconds());
        assertFalse(end(token).isLast());
        var renewable = QuarkusSecurityIdentity.builder(token)
                .addCredential(new RefreshToken("renews"))
                .build();
        assertEquals(NOW.plusSeconds(600), end(renewable).until());
    }

    @Test
    void ten_hours_after_signing_in_no_page_prolongs_a_session() {
        var signedIn = NOW.minus(EndedSessions.LONGEST).plusSeconds(100).getEpochSecond();
        var end = end(
                token(Map.of("auth_time", signedIn, "exp", NOW.plusSeconds(300).getEpochSecond())));
        assertEquals(NOW.plusSeconds(100), end.until());
        assertTrue(end.isLast());
    }
}
