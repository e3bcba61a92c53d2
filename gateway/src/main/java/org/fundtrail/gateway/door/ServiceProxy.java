package org.fundtrail.gateway.door;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Questions;
import org.fundtrail.common.Refusal;
import org.jboss.logging.Logger;

/**
 * Hands the requests of programs to the service whose part of the API it is. The address is not rewritten; of the headers only those
 * that the API knows go in, with the service token in place of what the caller signed in with; the services' other addresses (health,
 * metrics) cannot be reached, however the path is written.
 */
@Singleton
class ServiceProxy {
    /** How often a request is sent anew whose connection ended before its answer. */
    private static final int MORE_TIMES = 3;

    private static final Logger LOG = Logger.getLogger(ServiceProxy.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_ADDRESS = 2000;
    private static final int MOST_PARTS = 20;
    private static final Pattern VERSION = Pattern.compile("v\\d{1,2}");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*+");

    private static final List<String> INWARD = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "User-Agent",
            "traceparent",
            "tracestate");
    /** What concerns one connection only, or what a service must not say to our callers. */
    private static final List<String> NOT_OUTWARD = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Upgrade",
            "Set-Cookie",
            "Server",
            ServiceRefusals.HEADER,
            "WWW-Authenticate");

    private static final int AT_ONCE = 64;
    private static final int OF_ONE_PERSON = 16;
    private static final int MOST_WAITING = 1024;
    private static final int MOST_WAITING_OF_ONE_PERSON = 256;
    private static final long TIMEOUT = TimeUnit.SECONDS.toMillis(60);

    private final Vertx vertx;
    private final ServiceToken token;
    private final ErrorAnswers answers;
    private final SecurityLog security;
    private final URI funding;
    private final URI infrastructure;

    ServiceProxy(
            Vertx vertx,
            ServiceToken token,
            ErrorAnswers answers,
            SecurityLog security,
            @ConfigProperty(name = "quarkus.rest-client.funding.url") URI funding,
            @ConfigProperty(name = "quarkus.rest-client.infrastructure.url") URI infrastructure) {
        this.vertx = vertx;
        this.token = token;
        this.answers = answers;
        this.security = security;
        this.funding = funding;
        this.infrastructure = infrastructure;
    }

    void open(@Observes Router router) {
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(2000)
                .setIdleTimeout(70)
                .setKeepAliveTimeout(30)
                .setMaxPoolSize(AT_ONCE)
                .setDecompressionSupported(false));
        route(router, client, "funding-service", "/api/funding", funding);
        route(router, client, "infrastructure-service", "/api/infrastructure", infrastructure);
    }

    private void route(Router router, HttpClient client, String service, String room, URI url) {
        var turns = new Turns(AT_ONCE, OF_ONE_PERSON, MOST_WAITING, MOST_WAITING_OF_ONE_PERSON);
        router.route(room + "/*").handler(at -> pass(at, client, turns, service, room, url));
        router.route(room).handler(at -> answer(at, Problem.from(Refusal.notFound())));
    }

    private void pass(RoutingContext at, HttpClient client, Turns turns, String service, String room, URI url) {
        var path = at.request().path();
        if (path != null && isTooLong(path)) {
            BodyLimit.drain(at.request());
            answer(at, Problem.from(Refusal.of(DoorRule.BAD_REQUEST)));
            return;
        }
        if (path == null || !path.startsWith(room + "/") || !isAddress(path.substring(room.length() + 1))) {
            BodyLimit.drain(at.request());
            answer(at, Problem.from(Refusal.notFound()));
            return;
        }
        if (!METHODS.contains(at.request().method().name())) {
            BodyLimit.drain(at.request());
            answer(at, Problem.from(Refusal.of(InputRule.METHOD_NOT_ALLOWED)));
            return;
        }
        BodyLimit.read(at.request())
                .onSuccess(body -> {
                    if (!turns.take(
                            at,
                            person(at),
                            () -> ask(at, client, service, url, body, new AtomicBoolean(), MORE_TIMES))) {
                        answer(at, Problem.from(Refusal.of(InputRule.UNAVAILABLE, "service", service)));
                    }
                })
                .onFailure(e -> {
                    if (e instanceof Refusal refusal) {
                        answer(at, Problem.from(refusal));
                    }
                });
    }

    private static boolean isTooLong(String path) {
        return path.length() > LONGEST_ADDRESS
                || path.chars().filter(c -> c == '/').count() > MOST_PARTS;
    }

    /** What an address of the API looks like: no escapes, no empty, dotted or parametrised parts, so there is only one way to read it. */
    static boolean isAddress(String path) {
        var parts = path.split("/", -1);
        if (!VERSION.matcher(parts[0]).matches()) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            if (!PART.matcher(parts[i]).matches()) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param isSent whether anything of it may have reached the service, now or when it was asked before
     * @param moreTimes how often it is asked again where its connection ended before any answer: it may have been another caller's, or the
     *     service was just started again, and what is asked takes effect once however often. While others go away in the middle of theirs,
     *     one connection after the other may be of that kind
     */
    private Future<Void> ask(
            RoutingContext at,
            HttpClient client,
            String service,
            URI url,
            Buffer body,
            AtomicBoolean isSent,
            int moreTimes) {
        if (at.response().closed()) {
            return Future.succeededFuture(); // whoever asked went away while it waited
        }
        var query = at.request().query();
        var incoming = MultiMap.caseInsensitiveMultiMap();
        INWARD.forEach(name -> {
            var values = at.request().headers().getAll(name);
            if (!values.isEmpty()) {
                incoming.add(name, values);
            }
        });
        incoming.set(HttpHeaderNames.AUTHORIZATION, token.authorization(person(at)));
        var proxied = ProxyRequest.reverseProxy(at.request());
        proxied.headers().clear().addAll(incoming);
        proxied.setURI(at.request().path() + (query == null ? "" : "?" + query)).setBody(Body.body(body));
        var isWrite = !isQuestion(at);
        return client.request(new RequestOptions()
                        .setHost(url.getHost())
                        .setPort(port(url))
                        .setSsl("https".equals(url.getScheme()))
                        .setConnectTimeout(2000)
                        .setIdleTimeout(TIMEOUT))
                .compose(connected -> {
                    if (at.response()
                            .closed()) { // went away while it waited: nothing was sent, and others wait behind it
                        connected.reset();
                        return Future.failedFuture(new StreamResetException(0));
                    }
                    isSent.set(true);
                    var answer = proxied.send(connected);
                    if (isWrite) { // what a service has begun to record it ends, whoever has gone: else more begin than
                        // it can end
                        at.response().exceptionHandler(gone -> LOG.debugf("Whoever asked %s has gone", service));
                    }
                    return answer;
                })
                .compose(answered -> {
                    security.refusedByService(
                            answered.getStatusCode(), answered.headers().contains(ServiceRefusals.HEADER), at);
                    return answered(answered, url);
                })
                .recover(e -> {
                    proxied.release();
                    if (at.response().closed()) {
                        LOG.debugf("Whoever asked %s has gone: %s", service, e.toString());
                        return Future.succeededFuture(); // no failure of anybody
                    }
                    if (moreTimes > 0
                            && isConnectionLost(e)
                            && takesEffectOnce(at)
                            && !at.response().headWritten()) {
                        return ask(at, client, service, url, body, isSent, moreTimes - 1);
                    }
                    LOG.warnf("%s does not answer: %s", service, e.toString());
                    if (at.response().headWritten()) {
                        at.request().connection().close();
                    } else {
                        // what reached the service may have been recorded, whatever became of its answer
                        var rule = isWrite && isSent.get() ? InputRule.OUTCOME_UNKNOWN : InputRule.UNAVAILABLE;
                        answer(at, Problem.from(Refusal.of(rule, "service", service)));
                    }
                    return Future.succeededFuture();
                });
    }

    private static Person person(RoutingContext at) {
        return Person.of(((QuarkusHttpUser) at.user()).getSecurityIdentity());
    }

    private static boolean isConnectionLost(Throwable failure) {
        // a request is reset, too, when its connection ends while it is sent
        return failure instanceof HttpClosedException
                || failure instanceof StreamResetException
                || failure instanceof IOException;
    }

    /** A question changes nothing, and what has a key is recorded once under it. */
    private static boolean takesEffectOnce(RoutingContext at) {
        return isQuestion(at) || at.request().getHeader("Idempotency-Key") != null;
    }

    /** What is only judged or computed beforehand is sent and changes nothing all the same. */
    private static boolean isQuestion(RoutingContext at) {
        var method = at.request().method();
        return method.equals(HttpMethod.GET)
                || method.equals(HttpMethod.HEAD)
                || Questions.isAt(at.request().path());
    }

    private static Future<Void> answered(ProxyResponse answer, URI url) {
        var headers = answer.headers();
        NOT_OUTWARD.forEach(headers::remove);
        var location = headers.get(HttpHeaderNames.LOCATION);
        if (location != null && location.startsWith(url.toString())) {
            headers.set(
                    HttpHeaderNames.LOCATION, location.substring(url.toString().length()));
        }
        return answer.send();
    }

    private static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    private void answer(RoutingContext at, Problem problem) {
        if (!at.response().ended()) {
            answers.send(at, problem).subscribe().with(done -> {}, at::fail);
        }
    }
}
