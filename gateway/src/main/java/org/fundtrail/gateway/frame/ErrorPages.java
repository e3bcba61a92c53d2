package org.fundtrail.gateway.frame;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import org.fundtrail.common.Problem;
import org.fundtrail.gateway.door.ErrorPage;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.ServiceDown;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the page of an error says, in the reader's language: what happened, and a way on. Templates reach it as {@code cdi:errors}. */
@ApplicationScoped
@Named("errors")
public class ErrorPages implements ErrorPage {
    private final Template error;
    private final View view;

    ErrorPages(@Location("error") Template error, View view) {
        this.error = error;
        this.view = view;
    }

    @Override
    public String of(Problem problem) {
        return view.html(error.data("problem", problem));
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
                .header("Retry-After", Problem.RETRY_AFTER)
                .entity(down.problem())
                .build();
    }

    /**
     * What was sent when something was away, to be sent again as it was under the same key, so that it is recorded once; null where nothing
     * was sent, or sending it again is of no use.
     */
    public Form again(Problem problem) {
        return problem.status() >= 500 ? view.sent() : null;
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
        if (problem.status() >= 500) {
            return Words.of(view.language(), view.sent() == null ? "error.again.text" : "error.sent.text");
        }
        var sentence = Words.find(view.language(), "error." + problem.status() + ".text");
        return sentence == null ? Words.of(view.language(), "problem.unknown") : sentence;
    }
}
