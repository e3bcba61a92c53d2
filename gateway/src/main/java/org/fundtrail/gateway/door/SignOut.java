package org.fundtrail.gateway.door;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Ends the session, here and at the OpenID provider. A form with the token of all forms, so that no other site can send it. */
@Path("/sign-out")
public class SignOut {
    private final DoorConfig config;
    private final Sessions sessions;
    private final SecurityLog log;
    private final Parked parked;
    private final Instance<OidcSession> openIdSession;
    private final Instance<OidcConfigurationMetadata> openIdProvider;
    private final String cookie;

    SignOut(
            DoorConfig config,
            Sessions sessions,
            SecurityLog log,
            Parked parked,
            Instance<OidcSession> openIdSession,
            Instance<OidcConfigurationMetadata> openIdProvider,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String cookie) {
        this.config = config;
        this.sessions = sessions;
        this.log = log;
        this.parked = parked;
        this.openIdSession = openIdSession;
        this.openIdProvider = openIdProvider;
        this.cookie = cookie;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> signOut(RoutingContext at) {
        log.signedOut(at);
        parked.forget(at);
        if (config.demonstration()) {
            sessions.end(at);
            var gone = new NewCookie.Builder(cookie)
                    .value("")
                    .path("/")
                    .maxAge(0)
                    .httpOnly(true)
                    .sameSite(NewCookie.SameSite.STRICT)
                    .build();
            return Uni.createFrom()
                    .item(Response.seeOther(URI.create(Door.SIGN_IN + "?out"))
                            .cookie(gone)
                            .build());
        }
        // Read before the session is gone: with the token the provider does not ask whether it is meant.
        sessions.end(openIdSession.get().getIdToken());
        var token = openIdSession.get().getIdToken().getRawToken();
        var end = openIdProvider.get().getEndSessionUri();
        var here = at.request().scheme() + "://" + at.request().authority() + "/";
        var back = "&post_logout_redirect_uri=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
        return openIdSession
                .get()
                .logout()
                .map(done -> Response.seeOther(URI.create(end == null ? "/" : end + "?id_token_hint=" + token + back))
                        .build());
    }
}
