package org.fundtrail.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.fundtrail.common.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the page of an error says, in the reader's language: what happened, and a way on. Templates reach it as {@code cdi:errors}. */
@ApplicationScoped
@Named("errors")
public class ErrorPages {
    private final View view;

    ErrorPages(View view) {
        this.view = view;
    }

    @ServerExceptionMapper
    public Response refused(Refused refused) {
        return Response.status(refused.problem().status())
                .type(Problem.MEDIA_TYPE)
                .entity(refused.problem())
                .build();
    }

    @ServerExceptionMapper
    public Response down(ServiceDown down) {
        return Response.status(503)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(
                        "about:blank",
                        "Service Unavailable",
                        503,
                        down.service() + " cannot be reached just now.",
                        "unavailable",
                        null,
                        Map.of("service", down.service()),
                        null,
                        null))
                .build();
    }

    public String title(Problem problem) {
        var title = Words.find(view.language(), "error." + problem.status());
        return title == null ? Words.of(view.language(), "error.other") : title;
    }

    public String sentence(Problem problem) {
        if (problem.code() != null
                && !problem.code().equals("unknown")
                && !problem.code().equals("failure")) {
            return Words.refusal(view.language(), problem);
        }
        var sentence = Words.find(view.language(), "error." + problem.status() + ".text");
        return sentence == null ? Words.of(view.language(), "problem.unknown") : sentence;
    }
}
