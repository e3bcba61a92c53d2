package org.fundtrail.gateway.door;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * A question that a page asks a service is dropped once the page's reader has gone: the service then cancels its query. What is to be
 * recorded runs to its end.
 */
@Provider
@Unremovable // a client looks it up
@ApplicationScoped
public class GoneReaders implements ResteasyReactiveClientRequestFilter {
    /** Whoever asked went away; nobody hears it. */
    private static final int GONE = 499;
    /** What waits for its connection is looked at again after so many milliseconds, until it would have failed by itself. */
    private static final int AGAIN = 50;

    private static final int LOOKS = 15_000 / AGAIN;

    private final CurrentVertxRequest request;

    GoneReaders(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext question) {
        var at = request.getCurrent();
        if (at == null || !question.getMethod().equals("GET")) {
            return;
        }
        if (at.response().closed() && !at.response().ended()) {
            question.abortWith(Response.status(GONE).build());
            return;
        }
        var asked = question.unwrap(RestClientRequestContext.class);
        at.addEndHandler(end -> {
            if (end.failed()) {
                drop(at, asked, LOOKS);
            }
        });
    }

    /** Only we reset, and only then: no failure of anybody. */
    @ServerExceptionMapper
    public Response gone(StreamResetException reset) {
        return Response.status(GONE).build();
    }

    private static void drop(RoutingContext at, RestClientRequestContext asked, int looks) {
        HttpClientRequest sent = asked.getHttpClientRequest();
        if (sent != null) {
            sent.reset(); // says false where the answer is already here
        } else if (looks > 0) {
            at.vertx().setTimer(AGAIN, later -> drop(at, asked, looks - 1));
        }
    }
}
