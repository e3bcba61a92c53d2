package org.fundtrail.gateway.programme;

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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.funding.api.kinds.FundingKind;
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
import org.fundtrail.gateway.list.Filter;
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

    private static final ListPage<ProgrammeView, ProgrammeFilter> LIST = ListPage.<ProgrammeView, ProgrammeFilter>of(
                    FundingKind.PROGRAMME, "programmes", ProgrammeFilter::new, "code", (f, sort) -> f.sort = sort)
            .backTo("/allocations", "back.allocations")
            .narrowedBy(Filter.search("search.programmes", (f, text) -> f.q = text))
            .with(
                    Column.<ProgrammeView>record("code", "programmes", ProgrammeView::id, ProgrammeView::code)
                            .sorted("code"),
                    Column.text("name", ProgrammeView::name),
                    Column.label("fund", ProgrammeView::fund),
                    Column.label("managementMode", ProgrammeView::managementMode),
                    Column.days(
                            "period",
                            p -> p.period() == null ? null : p.period().from(),
                            p -> p.period().to()),
                    Column.<ProgrammeView>text("recordedBy", p -> p.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", ProgrammeView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<ProgrammeView>text("id", p -> p.id().toString()).inFiles());
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
    public Response list() {
        return LIST.asked(view).leadingTo(view.has("funding-officer"), RECORD).page(this::read);
    }

    @GET
    @Path("/programmes.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    public Response file(@PathParam("type") String type) {
        return LIST.asked(view).file(type, this::read);
    }

    private Page<ProgrammeView> read(ProgrammeFilter filter, String after, int limit) {
        return Services.funding(() -> programmes.list(filter, after, limit));
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
        return flow.start(form -> flow.ask(shortForm(form), FIELDS));
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
    public Response resume(@PathParam("to") String to) {
        return flow.resume("/programmes/new", sent -> record(to, sent));
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
