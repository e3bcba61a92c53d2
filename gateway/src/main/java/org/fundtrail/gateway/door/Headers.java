package org.fundtrail.gateway.door;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Problem;
import org.fundtrail.common.ReadableAddress;
import org.fundtrail.common.Refusal;

/** The first thing a request meets: what every answer says to browsers, and what comes from another site or is too large goes no further. */
@Singleton
class Headers {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    /** Before anybody is asked who they are: the sign-in form is one of the things another site could send. */
    private static final int FIRST = 1000;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                    + " manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    /** The bundler writes a hash of the content into the name: under this name it never changes. */
    private static final Pattern HASHED = Pattern.compile("/static/bundle/.*-[A-Z0-9]{8}\\.[a-z0-9.]+");

    private static final String UNREADABLE = Headers.class.getName();
    private static final String MAX_REQUEST = "io.quarkus.max-request-size";

    private final DoorConfig config;
    private final Set<String> hosts;
    private final ErrorAnswers answers;
    private final SecurityLog log;
    private final Provider<TenantConfigBean> openId;
    private volatile String policy;

    Headers(DoorConfig config, ErrorAnswers answers, SecurityLog log, Provider<TenantConfigBean> openId) {
        this.config = config;
        this.hosts = config.hosts().orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        this.answers = answers;
        this.log = log;
        this.openId = config.demonstration() ? null : openId;
    }

    /**
     * Where our forms may lead. Browsers hold it against redirects too, and a form leads to the OpenID provider when it signs out or the
     * session has ended: to the address that the provider gives to browsers, which may be another than the one we ask it at.
     */
    private String policy() {
        if (policy == null) {
            if (openId == null) {
                policy = POLICY;
            } else {
                var provider = openId.get().getDefaultTenant().getOidcMetadata();
                if (provider == null || provider.getAuthorizationUri() == null) {
                    return POLICY; // the provider was not reached yet
                }
                policy = POLICY + " " + origin(provider.getAuthorizationUri());
            }
        }
        return policy;
    }

    private static String origin(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, FIRST);
    }

    private void receive(RoutingContext at) {
        if (!ReadableAddress.isReadable(at.request().uri())) {
            // nobody after this has to read it: it is refused as its part of the house does
            at.put(UNREADABLE, true).reroute(Area.of(at.request().path()) == Area.PAGES ? "/" : "/api");
            return;
        }
        at.addHeadersEndHandler(end -> complete(at));
        at.put(MAX_REQUEST, BodyLimit.BYTES);
        closeWhenSlow(at);
        if (at.get(UNREADABLE) != null) {
            refuse(at, Refusal.of(DoorRule.BAD_REQUEST));
        } else if (isParametrised(at.request().path())) {
            refuse(at, Refusal.notFound());
        } else if (!isKnown(host(at.request()))) {
            log.requestRefused("unknown-host", at);
            refuse(at, Refusal.of(DoorRule.UNKNOWN_HOST));
        } else if (!SAFE.contains(at.request().method().name()) && isFromAnotherSite(at.request())) {
            log.requestRefused("cross-site", at);
            refuse(at, Refusal.of(DoorRule.CROSS_SITE));
        } else if (!SAFE.contains(at.request().method().name()) && Area.of(at) == Area.PAGES && !isForm(at.request())) {
            refuse(at, Refusal.of(InputRule.UNSUPPORTED_MEDIA_TYPE)); // only forms have the token that guards them
        } else if (BodyLimit.isExceeded(at.request())) {
            refuse(at, BodyLimit.refusal());
        } else {
            at.next();
        }
    }

    /** A body that does not arrive in time is not waited for. */
    private void closeWhenSlow(RoutingContext at) {
        if (!at.request().isEnded()) {
            long timer = at.vertx().setTimer(config.bodyWithin().toMillis(), late -> {
                if (!at.request().isEnded()) {
                    at.request().connection().close();
                }
            });
            at.addEndHandler(end -> at.vertx().cancelTimer(timer));
        }
    }

    /** {@code /api;x/v1/me} is one address to some and another to others: here it is none. */
    private static boolean isParametrised(String path) {
        return path == null
                || path.indexOf(';') >= 0
                || path.toLowerCase(Locale.ROOT).contains("%3b");
    }

    private static boolean isForm(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** Another name may be an attacker's, whose pages the browser then takes for ours (DNS rebinding). */
    private boolean isKnown(String host) {
        if (hosts.isEmpty() && !config.demonstration()) {
            return true; // the provider asks for a password of its own, and sends nobody back elsewhere
        }
        return isLoopback(host)
                || host != null
                        && hosts.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT));
    }

    private void refuse(RoutingContext at, Refusal refusal) {
        BodyLimit.drain(at.request());
        answers.send(at, Problem.from(refusal)).subscribe().with(done -> {}, at::fail);
    }

    /** Browsers say where a request comes from; programs say neither of the two and have no cookie that could be abused. */
    static boolean isFromAnotherSite(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            var uri = URI.create(origin);
            return uri.getRawAuthority() == null || !uri.getRawAuthority().equalsIgnoreCase(host(request));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** As the browser knows this server, also behind a proxy that is trusted to say it. */
    private static String host(HttpServerRequest request) {
        return request.authority() == null ? null : request.authority().toString();
    }

    private void complete(RoutingContext at) {
        var headers = at.response().headers();
        var area = Area.of(at);
        if (Door.isSignIn(at) || isBackFromProvider(at, headers)) {
            stayHere(headers);
        }
        if (at.response().getStatusCode() == 200 && isFile(headers)) {
            log.exported(at);
        }
        headers.set("Content-Security-Policy", policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        // same-origin and not no-referrer, with which browsers send our own forms without their origin
        headers.set("Referrer-Policy", "same-origin");
        headers.set(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (at.request().isSSL() || "https".equals(at.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (area != Area.OPEN || at.response().getStatusCode() >= 400) {
            headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        } else if (HASHED.matcher(at.normalizedPath()).matches()) {
            headers.set(HttpHeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
            headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        }
        if (isFromAnotherSite(at.request())) {
            // Whoever has it asked for may be reading its length (decision 11).
            headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.IDENTITY);
        }
        guardCookies(at, area);
    }

    private static boolean isFile(MultiMap headers) {
        var type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.startsWith("text/csv") || headers.contains("Content-Disposition");
    }

    /** Back from the OpenID provider it goes on at the address that this request named as ours: not to be left to Host. */
    private static boolean isBackFromProvider(RoutingContext at, MultiMap headers) {
        var where = headers.get(HttpHeaderNames.LOCATION);
        return where != null
                && at.normalizedPath().equals(OpenIdConnect.CALLBACK)
                && String.valueOf(URI.create(where).getRawAuthority()).equalsIgnoreCase(host(at.request()));
    }

    /** After the sign-in it goes on at this site, whatever Host says. */
    private static void stayHere(MultiMap headers) {
        var where = headers.get(HttpHeaderNames.LOCATION);
        if (where != null) {
            var uri = URI.create(where);
            var path = uri.getRawPath() == null
                            || !uri.getRawPath().startsWith("/")
                            || uri.getRawPath().startsWith("//")
                    ? "/"
                    : uri.getRawPath();
            headers.set(HttpHeaderNames.LOCATION, path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        }
    }

    /** No cookie leaves the API; any other is for this site only and travels in the clear to nobody but this machine. */
    private static void guardCookies(RoutingContext at, Area area) {
        var secure = !isLoopback(host(at.request()));
        for (var cookie : List.copyOf(at.request().cookies())) {
            if (area == Area.API) {
                at.response().removeCookies(cookie.getName(), false);
                continue;
            }
            // The others came with the request and go nowhere.
            if (cookie instanceof ServerCookie set && set.isChanged()) {
                cookie.setSecure(secure || cookie.isSecure());
                if (cookie.getSameSite() == null) {
                    cookie.setSameSite(CookieSameSite.STRICT);
                }
            }
        }
        if (area == Area.API) {
            at.response().headers().remove("Set-Cookie");
        }
    }

    static boolean isLoopback(String host) {
        return host != null && LOOPBACK.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT));
    }
}
