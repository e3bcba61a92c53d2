package org.fundtrail.gateway.proof;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.FindingAnswer;
import org.fundtrail.common.FindingView;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Services;

/** A place of the database that is not as the entries say: an administrator answers it in writing, and only then is it closed. */
@Path("/audit/proof/{service: funding|infrastructure}/findings")
@Produces(MediaType.TEXT_HTML)
public class FindingPages {

    @CheckedTemplate(basePath = "proof")
    static class Templates {
        static native TemplateInstance finding(ShortForm s, FindingView finding, String service, boolean mayAnswer);
    }

    private final ProvedBooks proved;
    private final FormFlow flow;
    private final View view;

    FindingPages(ProvedBooks proved, FormFlow flow, View view) {
        this.proved = proved;
        this.flow = flow;
        this.view = view;
    }

    @GET
    @Path("/{id}")
    public Response finding(@PathParam("service") String service, @PathParam("id") UUID id) {
        if (!proved.isVerifier()) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        return show(shortForm(Form.empty(view.language()), service, id), service, id);
    }

    private Response show(ShortForm s, String service, UUID id) {
        var finding =
                Services.ask(service + "-service", () -> proved.of(service).finding(id));
        var mayAnswer = view.has("administrator") && finding.answer() == null;
        return view.show(s.form(), Templates.finding(s, finding, service, mayAnswer));
    }

    @POST
    @Path("/{id}/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @PathParam("service") String service,
            @PathParam("id") UUID id,
            @PathParam("to") String to,
            MultivaluedMap<String, String> sent) {
        if (!view.has("administrator")) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        var s = shortForm(view.form(sent), service, id);
        var form = s.form();
        return flow.go(
                to,
                s,
                () -> said(form),
                () -> show(s, service, id),
                answer -> {},
                answer -> List.of(Answer.of(view.language(), "answer", answer)),
                answer -> {
                    Services.send(
                            service + "-service",
                            () -> proved.of(service).answer(id, form.key(), new FindingAnswer(answer)));
                    return "/audit/proof";
                },
                null);
    }

    @GET
    @Path("/{id}/{to}")
    public Response restart(@PathParam("service") String service, @PathParam("id") UUID id) {
        return View.to("/audit/proof/" + service + "/findings/" + id);
    }

    private static String said(Form form) {
        if (!form.has("answer")) {
            form.refuse("answer", "need.finding-answer");
        }
        return form.optionalText("answer");
    }

    private ShortForm shortForm(Form form, String service, UUID id) {
        return new ShortForm(
                form,
                "/audit/proof/" + service + "/findings/" + id,
                "title.answer-finding",
                Words.label(view.language(), "service", service),
                "/audit/proof",
                Words.of(view.language(), "back.proof"));
    }
}
