package org.fundtrail.gateway.door;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;

/**
 * The one way in. Which key fits is decided by the part of the house alone: programs give HTTP Basic, or a bearer token where OpenID
 * Connect is on; people sign in with a form, or at the OpenID provider, and keep a cookie that opens no part of the API.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class Door implements HttpAuthenticationMechanism {
    static final String SIGN_IN = "/sign-in";
    /** Where the sign-in form is sent to. */
    static final String SIGN_IN_FORM = "/j_security_check";

    /** Has the name that was given with a wrong password, for a minute. */
    private static final String NAME = "fundtrail-name";

    private static final String COME_FROM = "quarkus-redirect-location";
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final DoorConfig config;
    private final FormAuthenticationMechanism form;
    private final OidcAuthenticationMechanism openId;
    private final Sessions sessions;
    private final ErrorAnswers answers;
    private final SecurityLog log;
    private final Parked parked;
    private final String sessionCookie;

    Door(
            DoorConfig config,
            FormAuthenticationMechanism form,
            OidcAuthenticationMechanism openId,
            Sessions sessions,
            ErrorAnswers answers,
            SecurityLog log,
            Parked parked,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String sessionCookie) {
        this.config = config;
        this.form = form;
        this.openId = openId;
        this.sessions = sessions;
        this.answers = answers;
        this.log = log;
        this.parked = parked;
        this.sessionCookie = sessionCookie;
    }

    static boolean isSignIn(RoutingContext at) {
        return at.request().method().equals(HttpMethod.POST)
                && at.normalizedPath().equals(SIGN_IN_FORM);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext at, IdentityProviderManager identities) {
        var identity = switch (Area.of(at)) {
            case OPEN -> Uni.createFrom().<SecurityIdentity>nullItem();
            case API -> config.demonstration() ? basic(at, identities) : bearer(at, identities);
            case PAGES -> config.demonstration() ? session(at, identities) : openIdSession(at, identities);
        };
        // The mechanisms asked put themselves down as the one to answer; it is this one.
        return identity.onTermination().invoke(() -> at.put(HttpAuthenticationMechanism.class.getName(), this));
    }

    private Uni<SecurityIdentity> basic(RoutingContext at, IdentityProviderManager identities) {
        var given = at.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (given == null || !given.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Uni.createFrom().nullItem();
        }
        String plain;
        try {
            plain = new String(
                    Base64.getDecoder().decode(given.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        int colon = plain.indexOf(':');
        if (colon < 0) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        var password = new PasswordCredential(plain.substring(colon + 1).toCharArray());
        var request = new UsernamePasswordAuthenticationRequest(plain.substring(0, colon), password);
        return identities
                .authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, at))
                .map(identity -> with(identity, Person.CLIENT, "api"));
    }

    private Uni<SecurityIdentity> bearer(RoutingContext at, IdentityProviderManager identities) {
        var given = at.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (given == null || !given.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        at.request().headers().remove(HttpHeaderNames.COOKIE);
        return openId.authenticate(at, identities).onItem().ifNotNull().transform(identity -> {
            if (!(identity.getPrincipal() instanceof JsonWebToken token)
                    || token.getAudience() == null
                    || !token.getAudience().contains(config.oidcAudience())) {
                throw new AuthenticationFailedException("a token for somebody else");
            }
            String client = claim(identity, "azp");
            // never one of our own: "web" and "api"
            return openIdPerson(
                    identity, client == null ? "api" : "oidc:" + client.replaceAll("[^A-Za-z0-9._:/-]", "?"));
        });
    }

    private Uni<SecurityIdentity> session(RoutingContext at, IdentityProviderManager identities) {
        if (isSignIn(at)) {
            forgetAnotherSite(at);
            return form.authenticate(at, identities);
        }
        if (at.normalizedPath().endsWith(SIGN_IN_FORM)) {
            return Uni.createFrom().nullItem();
        }
        // A cookie that no longer opens anything is no failure: without it the page asks to sign in.
        return form.authenticate(at, identities)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull()
                .invoke(identity -> {
                    if (identity == null && at.request().getCookie(sessionCookie) != null) {
                        log.sessionRefused("cookie", at);
                    }
                })
                .onItem()
                .ifNotNull()
                .transform(identity -> with(sessions.withUser(identity), Person.CLIENT, "web"));
    }

    private Uni<SecurityIdentity> openIdSession(RoutingContext at, IdentityProviderManager identities) {
        at.request().headers().remove(HttpHeaderNames.AUTHORIZATION);
        return openId.authenticate(at, identities)
                .onItem()
                .ifNotNull()
                .transform(identity -> openIdPerson(sessions.open(identity), "web"));
    }

    private SecurityIdentity openIdPerson(SecurityIdentity identity, String client) {
        var issuer = claim(identity, "iss");
        var subject = claim(identity, "sub");
        if (issuer == null || issuer.isBlank() || subject == null || subject.isBlank()) {
            throw new AuthenticationFailedException("a token that says nobody");
        }
        var name = claim(identity, "name");
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(Person.ISSUER, issuer)
                .addAttribute(Person.SUBJECT, subject)
                .addAttribute(Person.NAME, name == null ? claim(identity, "preferred_username") : name)
                .addAttribute(Person.INSTITUTION, claim(identity, config.oidcInstitutionClaim()))
                .addAttribute(Person.MAIL, claim(identity, "email"))
                .addAttribute(Person.CLIENT, client)
                .build();
    }

    private static String claim(SecurityIdentity identity, String name) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object value = token.getClaim(name);
            return value == null ? null : value.toString();
        }
        return null;
    }

    private static SecurityIdentity with(SecurityIdentity identity, String attribute, String value) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(attribute, value)
                .build();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext at) {
        Duration pause = at.get(LocalUsers.PAUSE);
        if (pause != null) {
            var seconds = String.valueOf(Math.max(1, pause.toSeconds()));
            at.response().putHeader(HttpHeaderNames.RETRY_AFTER, seconds);
            return answers.send(at, Problem.from(Refusal.of(DoorRule.TOO_MANY_ATTEMPTS, "seconds", seconds)));
        }
        if (Area.of(at) != Area.PAGES) {
            at.response()
                    .putHeader(
                            HttpHeaderNames.WWW_AUTHENTICATE,
                            config.demonstration() ? "Basic realm=\"Fundtrail\", charset=\"UTF-8\"" : "Bearer");
            var rule = at.request().getHeader(HttpHeaderNames.AUTHORIZATION) == null
                    ? InputRule.NOT_SIGNED_IN
                    : DoorRule.WRONG_SIGN_IN;
            return answers.send(at, Problem.from(Refusal.of(rule)));
        }
        if (isSignIn(at)) {
            rememberName(at);
            return redirect(at, SIGN_IN + "?refused");
        }
        if (parked.takes(at)) {
            return parked.keep(at).chain(isKept -> isKept ? redirect(at, Parked.PAGE) : askToSignIn(at));
        }
        return askToSignIn(at);
    }

    private Uni<Boolean> askToSignIn(RoutingContext at) {
        if (at.request().getHeader("HX-Request") != null) {
            // Part of a page was asked for: the whole page has to go to the sign-in.
            at.response().setStatusCode(401).putHeader("HX-Redirect", SIGN_IN).end();
            return Uni.createFrom().item(true);
        }
        if (!config.demonstration()) {
            return openId.sendChallenge(at);
        }
        rememberWhereFrom(at);
        return redirect(at, SIGN_IN);
    }

    /** So that only the password has to be typed again. */
    private static void rememberName(RoutingContext at) {
        var name = at.request().getFormAttribute("j_username");
        if (name != null && !name.isBlank() && name.length() <= 100) {
            at.response()
                    .addCookie(Cookie.cookie(NAME, URLEncoder.encode(name, StandardCharsets.UTF_8))
                            .setPath(SIGN_IN)
                            .setHttpOnly(true)
                            .setSecure(at.request().isSSL())
                            .setMaxAge(60)
                            .setSameSite(CookieSameSite.STRICT));
        }
    }

    /** So that the form leads back there; the form refuses to lead to another site. */
    private static void rememberWhereFrom(RoutingContext at) {
        var uri = at.request().absoluteURI();
        if (at.request().method().equals(HttpMethod.GET) && uri.length() < 2000 && isWellFormed(uri)) {
            at.response()
                    .addCookie(Cookie.cookie(COME_FROM, uri)
                            .setPath("/")
                            .setHttpOnly(true)
                            .setMaxAge(600)
                            .setSameSite(CookieSameSite.STRICT));
        }
    }

    /** The form would refuse the whole sign-in for it, and a cookie may be left from another port of this machine. */
    private static void forgetAnotherSite(RoutingContext at) {
        var from = at.request().getCookie(COME_FROM);
        if (from != null
                && !(isWellFormed(from.getValue())
                        && from.getValue()
                                .startsWith(at.request().scheme() + "://"
                                        + at.request().authority() + "/"))) {
            at.response().removeCookies(COME_FROM, false);
        }
    }

    private static boolean isWellFormed(String uri) {
        try {
            return URI.create(uri).getAuthority() != null && uri.indexOf(';') < 0 && uri.indexOf(',') < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Uni<Boolean> redirect(RoutingContext at, String where) {
        at.response()
                .setStatusCode(302)
                .putHeader(HttpHeaderNames.LOCATION, where)
                .end();
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext at) {
        return Uni.createFrom().item(new ChallengeData(401));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(
                UsernamePasswordAuthenticationRequest.class,
                TrustedAuthenticationRequest.class,
                TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext at) {
        return Uni.createFrom().nullItem();
    }
}
