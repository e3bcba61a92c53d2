package org.fundtrail.journal;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Problems;
import org.fundtrail.common.Refusal;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A record of another institution was asked for. The asker hears that there is none; the gateway notes it in the security log. */
class Foreign extends Refusal {
    /** For the gateway alone, which takes it off before an answer leaves the house. */
    static final String HEADER = "X-Fundtrail-Refused";

    Foreign() {
        super(List.of(Refusal.Finding.of(InputRule.NOT_FOUND, null)));
    }

    /** Answers as if it were absent, with a word for the gateway. */
    public static class Answer {
        private final Problems problems = new Problems();

        @ServerExceptionMapper
        public Response absent(Foreign foreign) {
            return Response.fromResponse(problems.refused(foreign))
                    .header(HEADER, "foreign")
                    .build();
        }
    }
}
