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
import org.fundtrail.gateway.allocation.AllocationPages;
import org.fundtrail.gateway.page.Done;
import org.fundtrail.gateway.page.Form;
import org.fundtrail.gateway.page.FormFlow;
import org.fundtrail.gateway.page.FundingClient;
import org.fundtrail.gateway.page.FundingClient.Programme;
import org.fundtrail.gateway.page.FundingClient.ProgrammeRequest;
import org.fundtrail.gateway.page.History;
import org.fundtrail.gateway.page.Option;
import org.fundtrail.gateway.page.Services;
import org.fundtrail.gateway.page.ShortForm;
import org.fundtrail.gateway.page.ShortForm.Answer;
import org.fundtrail.gateway.page.View;
import org.fundtrail.gateway.page.Words;
import org.fundtrail.gateway.project.ProjectPages;

/** The programmes that allocations come from. */
@Path("/programmes")
@Produces(MediaType.TEXT_HTML)
public class ProgrammePages {

    @CheckedTemplate(basePath = "programme")
    static class Templates {
        static native TemplateInstance list(Page<Programme> page, String q);

        static native TemplateInstance detail(Programme programme, History history, String done);

        static native TemplateInstance form(ShortForm s, List<Option> funds, List<Option> modes, List<Option> kinds);
    }

    private final FundingClient funding;
    private final FormFlow flow;
    private final History.Reader histories;
    private final View view;

    ProgrammePages(@RestClient FundingClient funding, FormFlow flow, History.Reader histories, View view) {
        this.funding = funding;
        this.flow = flow;
        this.histories = histories;
        this.view = view;
    }

    @GET
    public Response list(@QueryParam("q") String q, @QueryParam("after") String after) {
        var page = Services.funding(() -> funding.programmes(q == null || q.isBlank() ? null : q, after, 50));
        return view.show(Templates.list(page, q));
    }

    @GET
    @Path("/{id}")
    public Response detail(@PathParam("id") String id) {
        var programme = Services.funding(() -> funding.programme(id));
        var history = histories.funding(programme.id());
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
                () -> new ProgrammeRequest(
                        form.text("code"),
                        form.choice("fund"),
                        form.text("name"),
                        form.choice("managementMode"),
                        form.period("period"),
                        form.choices("costScope")),
                () -> ask(s),
                this::answers,
                request -> "/programmes/"
                        + Services.send(Services.FUNDING, () -> funding.recordProgramme(form.key(), request))
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
                        Option.of(view.language(), "fund", AllocationPages.FUNDS),
                        Option.of(view.language(), "managementMode", "DIRECT", "SHARED", "INDIRECT"),
                        Option.of(view.language(), "kind", ProjectPages.KINDS)));
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

    private List<Answer> answers(ProgrammeRequest request) {
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
