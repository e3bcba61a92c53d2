package org.fundtrail.gateway.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the door needs to know; application.properties says which environment variable sets what. */
@ConfigMapping(prefix = "fundtrail.door")
public interface DoorConfig {

    /** The path of the PKCS#8 PEM key that signs the service tokens. */
    Optional<String> privateKey();

    Optional<String> oidcUrl();

    String oidcClientId();

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

    /** How many sign-ins may fail in a row before the next has to wait. */
    @WithDefault("10")
    int attempts();

    /** Without an OpenID provider the users of the demonstration sign in. */
    default boolean demonstration() {
        return oidcUrl().isEmpty();
    }
}
