package org.fundtrail.gateway.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the door needs to know; application.properties says which environment variable sets what. */
@ConfigMapping(prefix = "fundtrail.door")
public interface DoorConfig {

    /** The path of the PKCS#8 PEM key that signs the service tokens. */
    Optional<String> privateKey();

    Optional<String> oidcUrl();

    String oidcClientId();

    /** Whom a bearer token must be for: {@code aud}. */
    String oidcAudience();

    Optional<String> oidcClientSecret();

    /** Where in a token the roles are, such as {@code realm_access/roles}; without it, where OpenID providers usually put them. */
    Optional<String> oidcRolesClaim();

    /** Which token of the code flow has the roles: accesstoken or idtoken. */
    String oidcRolesSource();

    String oidcInstitutionClaim();

    /** Encrypts the session's cookies. */
    String sessionKey();

    /** The service is not ready before this file is there. */
    Optional<String> readyFile();

    /** How many sign-ins of one user from one address may fail before the next has to wait. */
    @WithDefault("10")
    int attempts();

    /** How many from one address, whatever the names, within a quarter of an hour. */
    @WithDefault("50")
    int attemptsPerAddress();

    /** How many in all within a minute. */
    @WithDefault("300")
    int attemptsInAll();

    /** Where sessions that were ended are kept over a restart; in memory only where it is not set. */
    Optional<String> sessionsFile();

    /** By which names this gateway is reached, besides those of this machine; without an OpenID provider no other is answered. */
    Optional<List<String>> hosts();

    /** How long the head of a request may take to arrive from its first byte. */
    @WithDefault("PT20S")
    Duration headWithin();

    /** How long a request's body may take to arrive. */
    @WithDefault("PT60S")
    Duration bodyWithin();

    /** Without an OpenID provider the users of the demonstration sign in. */
    default boolean demonstration() {
        return oidcUrl().isEmpty();
    }
}
