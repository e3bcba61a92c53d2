package org.fundtrail.gateway.project;

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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Xlsx;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.works.WorksProgrammeFilter;
import org.fundtrail.infrastructure.api.works.WorksProgrammeTerms;
import org.fundtrail.infrastructure.api.works.WorksProgrammeView;

/** Works programmes: projects under a joint estimate, which is never added to its parts. */
@Path("/works-programmes")
@Produces(MediaType.TEXT_HTML)
public class WorksProgrammePages {

    @CheckedTemplate(basePath = "works-programme")
    static class Templates {
        static native TemplateInstance detail(
                WorksProgrammeView programme,
                List<EstimateView> estimates,
                Parts parts,
                History history,
                Form form,
                String done);
    }

    /** Its projects and what of the joint estimate is in them, as the position has them: of one moment, and a kept sum. */
    public record Parts(FinancingPosition.WorksProgramme standing, List<FinancingPosition.Project> projects) {
        static Parts of(UUID id, FinancingPosition position) {
            return new Parts(
                    position.worksProgrammes().stream()
                            .filter(works -> works.id().equals(id))
                            .findFirst()
                            .orElse(null),
                    position.projects().stream()
                            .filter(project -> id.equals(project.worksProgramme()))
                            .toList());
        }
    }

    private static final ListPage<WorksProgrammeView, WorksProgrammeFilter> LIST =
            ListPage.<WorksProgrammeView, WorksProgrammeFilter>of(
                            InfrastructureKind.WORKS_PROGRAMME,
                            "type.works-programme",
                            WorksProgrammeFilter::new,
                            "reference",
                            (f, sort) -> f.sort = sort)
                    .narrowedBy(Filter.search("search.works_programmes", (f, text) -> f.q = text))
                    .with(
                            Column.<WorksProgrammeView>record(
                                            "reference",
                                            "works-programmes",
                                            WorksProgrammeView::id,
                                            WorksProgrammeView::reference)
                                    .sorted("reference"),
                            Column.clamped("title", (w, language) -> Names.title(language, w.title())),
                            Column.atLeast(
                                    "baseline",
                                    w -> w.baseline() == null
                                            ? null
                                            : w.baseline().gross(),
                                    w -> w.baseline().lowerBound()),
                            Column.<WorksProgrammeView>text(
                                            "recordedBy", w -> w.recordedBy().name())
                                    .inFiles(),
                            Column.moment("recordedAt", WorksProgrammeView::recordedAt)
                                    .sorted("recordedAt"),
                            Column.<WorksProgrammeView>text("id", w -> w.id().toString())
                                    .inFiles());

    private static final Fields<WorksProgrammeTerms> FIELDS = Fields.of(
            WorksProgrammeTerms.class,
            "works-programme",
            Field.text("reference"),
            Field.text("title.en").wide(),
            Field.text("title.lt").wide());

    private final WorksProgrammeClient worksProgrammes;
    private final InfrastructureRecords infrastructure;
    private final FinancingPositions positions;
    private final EstimatePages estimates;
    private final FormFlow flow;
    private final History.Reader histories;
    private final View view;

    WorksProgrammePages(
            @RestClient WorksProgrammeClient worksProgrammes,
            @RestClient InfrastructureRecords infrastructure,
            FinancingPositions positions,
            EstimatePages estimates,
            FormFlow flow,
            History.Reader histories,
            View view) {
        this.worksProgrammes = worksProgrammes;
        this.infrastructure = infrastructure;
        this.positions = positions;
        this.estimates = estimates;
        this.flow = flow;
        this.histories = histories;
        this.view = view;
    }

    @GET
    public Response list() {
        return LIST.asked(view)
                .leadingTo(
                        view.has("project-officer"),
                        new ListPage.Action("/works-programmes/new", "title.record-works-programme"))
                .page(this::read);
    }

    @GET
    @Path("/works-programmes.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    public Response file(@PathParam("type") String type) {
        return LIST.asked(view).file(type, this::read);
    }

    private Page<WorksProgrammeView> read(WorksProgrammeFilter filter, String after, int limit) {
        return Services.infrastructure(() -> worksProgrammes.list(filter, after, limit));
    }

    @GET
    @Path("/{id}")
    public Response detail(@PathParam("id") String id) {
        var form = Form.empty(view.language());
        var programme = Services.infrastructure(() -> worksProgrammes.read(id));
        var history = histories.infrastructure(programme.id().toString());
        return view.show(
                form,
                Templates.detail(
                        programme,
                        estimates.ladder("works-programmes", programme.id().toString()),
                        parts(programme.id()),
                        history,
                        form,
                        Done.of(view.language(), "works-programme", view.done(), null)));
    }

    /** Null where a service does not answer: the page then says so and shows the rest. */
    private Parts parts(UUID id) {
        try {
            var position = positions.read(Moment.NOW).await().indefinitely();
            view.readFrom(position.recorded().funding(), position.recorded().infrastructure());
            return Parts.of(id, position);
        } catch (Refusal unavailable) {
            return null;
        }
    }

    @GET
    @Path("/{id}/estimates/new")
    public Response askEstimate(@PathParam("id") String id) {
        return flow.start(form -> estimates.ask(estimateForm(id, form)));
    }

    @POST
    @Path("/{id}/estimates/new/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response recordEstimate(
            @PathParam("id") String id, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return estimates.go(to, estimateForm(id, view.form(sent)), "works-programmes", id);
    }

    @GET
    @Path("/{id}/estimates/new/{to}")
    public Response resumeEstimate(@PathParam("id") String id, @PathParam("to") String to) {
        return flow.resume("/works-programmes/" + id + "/estimates/new", sent -> recordEstimate(id, to, sent));
    }

    private ShortForm estimateForm(String id, Form form) {
        var programme = Services.infrastructure(() -> worksProgrammes.read(id));
        return new ShortForm(
                form,
                "/works-programmes/" + programme.id() + "/estimates/new",
                Words.of(view.language(), "title.record-estimate"),
                programme.reference(),
                "/works-programmes/" + programme.id(),
                Words.of(view.language(), "back.works-programme"));
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
                terms -> Services.validate(
                        Services.INFRASTRUCTURE, () -> infrastructure.validate("works-programmes", terms)),
                request -> "/works-programmes/"
                        + Services.send(Services.INFRASTRUCTURE, () -> worksProgrammes.record(form.key(), request))
                                .id()
                        + "?done=recorded");
    }

    @GET
    @Path("/new/{to}")
    public Response resume(@PathParam("to") String to) {
        return flow.resume("/works-programmes/new", sent -> record(to, sent));
    }

    private ShortForm shortForm(Form form) {
        return new ShortForm(
                form,
                "/works-programmes/new",
                Words.of(view.language(), "title.record-works-programme"),
                Words.of(view.language(), "nav.projects"),
                "/projects",
                Words.of(view.language(), "back.projects"));
    }
}
