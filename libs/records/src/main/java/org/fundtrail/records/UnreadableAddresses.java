package org.fundtrail.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Problem;
import org.fundtrail.common.ReadableAddress;
import org.fundtrail.common.Refusal;

/** A request whose address cannot be read goes no further. */
@Singleton
class UnreadableAddresses {
    private static final int FIRST = 1000;
    private static final Refusal REFUSAL = Refusal.of(
            InputRule.MALFORMED_VALUE,
            "field",
            "The address",
            "expected",
            "check its escapes, such as %20 for a space");

    private final ObjectMapper json;

    UnreadableAddresses(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, FIRST);
    }

    private void receive(RoutingContext at) {
        if (ReadableAddress.isReadable(at.request().uri())) {
            at.next();
            return;
        }
        at.request().resume();
        try {
            var problem = Problem.from(REFUSAL);
            at.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(Buffer.buffer(json.writeValueAsBytes(problem)));
        } catch (IOException e) {
            at.fail(e);
        }
    }
}
