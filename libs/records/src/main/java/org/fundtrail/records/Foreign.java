package org.fundtrail.records;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.core.Response;
import org.fundtrail.common.Problems;
import org.fundtrail.common.Refusal;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A record of another institution was asked for. The asker hears that there is none; the gateway notes it in the security log. */
public class Foreign extends Refusal {
    /** For the gateway, which takes it off before an answer leaves the house, and for a service that asks another. */
    public static final String HEADER = "X-Fundtrail-Refused";

    private static final String WORD = "foreign";

    /** @param absent what is said where there is no such record */
    public Foreign(Refusal absent) {
        super(absent.findings());
    }

    /** Notes that a list is empty because what it is narrowed to is another institution's; the asker hears that there is nothing. */
    static void noted() {
        if (Arc.container().requestContext().isActive()) {
            var at = Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
            if (at != null && !at.response().headWritten()) {
                at.response().putHeader(HEADER, WORD);
            }
        }
    }

    /** Answers as if it were absent, with a word for the gateway. */
    public static class Answer {
        private final Problems problems = new Problems();

        @ServerExceptionMapper
        public Response absent(Foreign foreign) {
            return Response.fromResponse(problems.refused(foreign))
                    .header(HEADER, WORD)
                    .build();
        }
    }
}
