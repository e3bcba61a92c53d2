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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.funding.api.programme.CostKind;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.funding.api.programme.ManagementMode;
import org.fundtrail.funding.api.programme.ProgrammeFilter;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.Services;

/** The programmes that allocations come from. */
@Path("/programmes")
@Produces(MediaType.TEXT_HTML)
public class ProgrammePages {

    @CheckedTemplate(basePath = "programme")
    static class Templates {
        static native TemplateInstance detail(ProgrammeView programme, History history, String done);
    }

    private static final ListPage<ProgrammeView> LIST = ListPage.<ProgrammeView>of(
                    "programmes",
                    "nav.funding",
                    "/programmes",
                    "search.programmes",
                    Column.record("code", "programmes", ProgrammeView::id, ProgrammeView::code),
                    Column.text("name", ProgrammeView::name),
                    Column.label("fund", ProgrammeView::fund),
                    Column.label("managementMode", ProgrammeView::managementMode),
                    Column.<ProgrammeView>days(
                            "period",
                            p -> p.period() == null ? null : p.period().from(),
                            p -> p.period().to()))
            .backTo("/allocations", "back.allocations");
    private static final ListPage.Action RECORD = new ListPage.Action("/programmes/new", "title.record-programme");

    private static final Fields<ProgrammeTerms> FIELDS = Fields.of(
            ProgrammeTerms.class,
            "programme",
            Field.text("code"),
            Field.text("name").wide(),
            Field.one("fund", "fund", Fund.values()),
            Field.radios("managementMode", "managementMode", ManagementMode.values()),
            Field.day("period.from"),
            Field.day("period.to"),
            Field.several("costScope", "kind", CostKind.values()));

    private final ProgrammeClient programmes;
    private final FundingRecords funding;
    private final FormFlow flow;
    private final History.Reader histories;
    private final View view;

    ProgrammePages(
            @RestClient ProgrammeClient programmes,
            @RestClient FundingRecords funding,
            FormFlow flow,
            History.Reader histories,
            View view) {
        this.programmes = programmes;
        this.funding = funding;
        this.flow = flow;
        this.histories = histories;
        this.view = view;
    }

    @GET
    public Response list(@QueryParam("q") String q, @QueryParam("after") String after) {
        var filter = new ProgrammeFilter();
        filter.q = q;
        return LIST.show(
                view,
                new ListPage.Asked(q, null),
                null,
                day -> Services.funding(() -> programmes.list(filter, after, 50)),
                (shown, recorded) -> {},
                view.has("funding-officer") ? RECORD : null);
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
        return flow.ask(shortForm(Form.empty(view.language())), FIELDS);
    }

    @POST
    @Path("/new/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("to") String to, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        return flow.go(
                to,
                shortForm(form),
                FIELDS,
                terms -> Services.validate(Services.FUNDING, () -> funding.validate("programmes", terms)),
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

    private ShortForm shortForm(Form form) {
        return new ShortForm(
                form,
                "/programmes/new",
                Words.of(view.language(), "title.record-programme"),
                Words.of(view.language(), "nav.funding"),
                "/programmes",
                Words.of(view.language(), "back.programmes"));
    }
}
