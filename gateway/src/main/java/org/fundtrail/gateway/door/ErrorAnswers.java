package org.fundtrail.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.arc.Arc;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * How the gateway says no, wherever that is decided: to programs as problem+json, to people as a page. {@link
 * org.fundtrail.common.Problems} makes the problems of the resources; this turns them into pages and speaks for everything before them.
 */
@Singleton
public class ErrorAnswers {
    private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);
    private static final String HTML = "text/html;charset=UTF-8";

    private final ObjectMapper json;
    private final ErrorPage page;
    private final Provider<SecurityLog> log; // this is made before the configuration is read

    ErrorAnswers(ObjectMapper json, ErrorPage page, Provider<SecurityLog> log) {
        this.json = json;
        this.page = page;
        this.log = log;
    }

    void listen(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).failureHandler(this::failed);
    }

    /** What fails outside the resources: the door, the proxy, the server itself. */
    private void failed(RoutingContext at) {
        var cause = at.failure();
        if (at.response().ended()
                || at.response().headWritten()
                || cause instanceof AuthenticationRedirectException
                || cause instanceof UnauthorizedException
                || cause instanceof IOException) {
            at.next();
            return;
        }
        send(at, problem(at.statusCode(), cause)).subscribe().with(done -> {}, at::fail);
    }

    private static Problem problem(int status, Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Problem.from(refusal);
        }
        if (cause instanceof ForbiddenException) {
            return problem(403);
        }
        if (cause instanceof AuthenticationException) {
            return problem(401);
        }
        if (status >= 400 && status < 500) {
            return problem(status);
        }
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        LOG.errorf(cause, "Failure %s", id);
        return Problem.failure(id);
    }

    /** The problem that a bare status stands for. */
    private static Problem problem(int status) {
        return Problem.from(
                switch (status) {
                    case 401 -> Refusal.of(InputRule.NOT_SIGNED_IN);
                    case 403 -> Refusal.of(InputRule.NOT_ALLOWED);
                    case 404 -> Refusal.notFound();
                    case 405 -> Refusal.of(InputRule.METHOD_NOT_ALLOWED);
                    case 406 -> Refusal.of(InputRule.NOT_ACCEPTABLE);
                    case 413 -> BodyLimit.refusal();
                    case 415 -> Refusal.of(InputRule.UNSUPPORTED_MEDIA_TYPE);
                    default -> Refusal.of(DoorRule.BAD_REQUEST);
                });
    }

    /** Answers the request with this problem, as its part of the house does. */
    Uni<Boolean> send(RoutingContext at, Problem problem) {
        var answer = at.response().setStatusCode(problem.status());
        if (problem.status() == 503) {
            answer.putHeader(HttpHeaderNames.RETRY_AFTER, Problem.RETRY_AFTER);
        }
        if (Area.of(at) != Area.PAGES) {
            answer.putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE).end(json(problem));
            return Uni.createFrom().item(true);
        }
        return page(at, problem).map(html -> {
            if (!answer.ended()) {
                answer.putHeader(HttpHeaderNames.CONTENT_TYPE, HTML).end(html);
            }
            return true;
        });
    }

    /** A resource that ended in a problem: on a page people read it as a page; what says nothing gets its problem. */
    @ServerResponseFilter
    public Uni<Void> explain(ContainerResponseContext answer, RoutingContext at) {
        if (answer.getStatus() < 400 || (answer.hasEntity() && !(answer.getEntity() instanceof Problem))) {
            return Uni.createFrom().voidItem();
        }
        var isForm = answer.getStatus() == 400 && !answer.hasEntity();
        if (isForm && Area.of(at) == Area.PAGES) {
            log.get().requestRefused("form-token", at);
        }
        var problem = answer.getEntity() instanceof Problem said
                ? said
                : isForm ? Problem.from(Refusal.of(DoorRule.FORM_EXPIRED)) : problem(answer.getStatus());
        if (Area.of(at) != Area.PAGES) {
            answer.setEntity(problem, null, MediaType.valueOf(Problem.MEDIA_TYPE));
            return Uni.createFrom().voidItem();
        }
        return page(at, problem)
                .invoke(html -> answer.setEntity(html, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")))
                .replaceWithVoid();
    }

    /** The frame of a page asks the services, so it is made on a worker, with the request as every page has it. */
    private Uni<String> page(RoutingContext at, Problem problem) {
        return Uni.createFrom()
                .completionStage(() -> at.vertx()
                        .executeBlocking(() -> inRequest(at, problem), false)
                        .toCompletionStage())
                .onFailure()
                .recoverWithItem(e -> {
                    LOG.error("The page that explains a refusal cannot be made", e);
                    return plain(problem);
                });
    }

    /** For when even that page fails; says nothing that was typed. */
    private static String plain(Problem problem) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s - Fundtrail</title></head>
                <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">Fundtrail</a></p></main></body>
                </html>
                """.formatted(problem.title(), problem.id() == null ? "" : "Tell support this id: " + problem.id());
    }

    private String inRequest(RoutingContext at, Problem problem) {
        var request = Arc.container().requestContext();
        if (request.isActive()) {
            return page.of(problem);
        }
        request.activate();
        try {
            Arc.container().instance(CurrentVertxRequest.class).get().setCurrent(at);
            if (at.user() instanceof QuarkusHttpUser user) {
                Arc.container()
                        .instance(CurrentIdentityAssociation.class)
                        .get()
                        .setIdentity(user.getSecurityIdentity());
            }
            return page.of(problem);
        } finally {
            request.terminate();
        }
    }

    private String json(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
