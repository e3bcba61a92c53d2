package org.fundtrail.gateway.programme;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.programme.CostKind;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.funding.api.programme.ManagementMode;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.services.Services;

/** The programmes that allocations come from. */
@Path("/programmes")
@Produces(MediaType.TEXT_HTML)
public class ProgrammePages {

    @CheckedTemplate(basePath = "programme")
    static class Templates {
        static native TemplateInstance list(Page<ProgrammeView> page, String q);

        static native TemplateInstance detail(ProgrammeView programme, History history, String done);

        static native TemplateInstance form(ShortForm s, List<Option> funds, List<Option> modes, List<Option> kinds);
    }

    private final ProgrammeClient programmes;
    private final FormFlow flow;
    private final History.Reader histories;
    private final View view;

    ProgrammePages(@RestClient ProgrammeClient programmes, FormFlow flow, History.Reader histories, View view) {
        this.programmes = programmes;
        this.flow = flow;
        this.histories = histories;
        this.view = view;
    }

    @GET
    public Response list(@QueryParam("q") String q, @QueryParam("after") String after) {
        var page = Services.funding(() -> programmes.list(q == null || q.isBlank() ? null : q, after, 50));
        return view.show(Templates.list(page, q));
    }

    @GET
    @Path("/{id}")
    public Response detail(@PathParam("id") String id) {
        var programme = Services.funding(() -> programmes.read(id));
        var history = histories.funding(programme.id().toString());
        return view.show(
                Templates.detail(programme, history, Done.of(view.language(), "programme", view.done(), null)));
    }

    @GET
    @Path("/new")
    public Response ask() {
        return ask(shortForm(Form.empty(view.language())));
    }

    @POST
    @Path("/new/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("to") String to, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var s = shortForm(form);
        return flow.go(
                to,
                s,
                () -> new ProgrammeTerms(
                        form.text("code"),
                        form.choice("fund", Fund.class),
                        form.text("name"),
                        form.choice("managementMode", ManagementMode.class),
                        form.period("period"),
                        form.choices("costScope", CostKind.class)),
                () -> ask(s),
                this::answers,
                request -> "/programmes/"
                        + Services.send(Services.FUNDING, () -> programmes.record(form.key(), request))
                                .id()
                        + "?done=recorded");
    }

    @GET
    @Path("/new/{to}")
    public Response restart() {
        return View.to("/programmes/new");
    }

    private Response ask(ShortForm s) {
        return view.show(
                s.form(),
                Templates.form(
                        s,
                        Option.of(view.language(), "fund", Fund.values()),
                        Option.of(view.language(), "managementMode", ManagementMode.values()),
                        Option.of(view.language(), "kind", CostKind.values())));
    }

    private ShortForm shortForm(Form form) {
        return new ShortForm(
                form,
                "/programmes/new",
                Words.of(view.language(), "title.record-programme"),
                Words.of(view.language(), "nav.funding"),
                "/programmes",
                Words.of(view.language(), "back.programmes"));
    }

    private List<Answer> answers(ProgrammeTerms request) {
        var language = view.language();
        return List.of(
                Answer.of(language, "code", request.code()),
                Answer.of(language, "fund", Words.label(language, "fund", request.fund())),
                Answer.of(language, "name", request.name()),
                Answer.of(
                        language, "managementMode", Words.label(language, "managementMode", request.managementMode())),
                Answer.of(
                        language, "period.from", language.date(request.period().from())),
                Answer.of(language, "period.to", language.date(request.period().to())),
                Answer.of(
                        language,
                        "costScope",
                        request.costScope().stream()
                                .map(kind -> Words.label(language, "kind", kind))
                                .collect(Collectors.joining(", "))));
    }
}
