package org.fundtrail.gateway.door;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With OIDC_URL set, people sign in at that provider (code flow) and programs bring its tokens. */
class OpenIdConnect {
    static final String CALLBACK = "/signed-in";
    /** So long after a token ended it can be renewed. */
    static final Duration RENEWABLE = Duration.ofMinutes(5);

    /** @param mails the server of mails: only where there is one somebody's address is asked for */
    void connect(
            @Observes Oidc oidc,
            DoorConfig config,
            @ConfigProperty(name = "fundtrail.mail.host") Optional<String> mails) {
        config.oidcUrl().ifPresent(url -> oidc.create(tenant(url, config, mails.isPresent())));
    }

    private static OidcTenantConfig tenant(String url, DoorConfig config, boolean isSendingMails) {
        var tenant = OidcTenantConfig.authServerUrl(url)
                .clientId(config.oidcClientId())
                .applicationType(ApplicationType.HYBRID)
                .connectionDelay(Duration.ofSeconds(20));
        config.oidcClientSecret()
                .ifPresent(secret ->
                        tenant.credentials().clientSecret(secret, Method.BASIC).end());
        var roles = tenant.roles().source(Source.valueOf(config.oidcRolesSource()));
        config.oidcRolesClaim().ifPresent(roles::roleClaimPath);
        roles.end();
        // Programs bring signed tokens: what is none is refused here, without asking the provider each time.
        tenant.token()
                .audience(List.of(
                        config.oidcAudience(),
                        config.oidcClientId())) // the id token is for the client; see Door.bearer
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .refreshExpired()
                .end();
        return tenant.authentication()
                .redirectPath(CALLBACK)
                .scopes(isSendingMails ? List.of("email") : List.of())
                .restorePathAfterRedirect(true)
                .removeRedirectParameters(true)
                .pkceRequired(true)
                // the provider then says when somebody signed in (auth_time), which no renewal of the token changes
                .extraParams(Map.of("max_age", String.valueOf(EndedSessions.LONGEST.toSeconds())))
                .stateSecret(config.sessionKey())
                .cookieSameSite(CookieSameSite.LAX)
                .sessionAgeExtension(RENEWABLE)
                .end()
                .tokenStateManager()
                .encryptionRequired(true)
                .encryptionSecret(config.sessionKey())
                .end()
                .build();
    }
}
