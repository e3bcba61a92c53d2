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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Xlsx;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.ServiceDown;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.project.ProjectFilter;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.api.project.ProjectTerms;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.infrastructure.api.works.WorksProgrammeFilter;
import org.fundtrail.infrastructure.api.works.WorksProgrammeView;

/** Projects: what there is, one of them with its ladder of estimates, its contracts and the funding committed to it. */
@Path("/projects")
@Produces(MediaType.TEXT_HTML)
public class ProjectPages {
    @CheckedTemplate(basePath = "project")
    static class Templates {
        static native TemplateInstance detail(
                ProjectView project,
                List<EstimateView> estimates,
                Page<ContractView> contracts,
                Page<CommitmentView> commitments,
                boolean fundingDown,
                FinancingPosition.Project standing,
                History history,
                Form form,
                String done);
    }

    private static final Fields<ProjectTerms> FIELDS = Fields.of(
            ProjectTerms.class,
            "project",
            Field.text("reference"),
            Field.text("title.en").wide(),
            Field.text("title.lt").wide(),
            Field.one("kind", "kind", ProjectKind.values()),
            Field.text("beneficiary").wide(),
            Field.day("period.from"),
            Field.day("period.to"),
            Field.text("place").wide().optional(),
            Field.record("worksProgramme").optional());

    private final ProjectClient projects;
    private final InfrastructureRecords infrastructure;
    private final WorksProgrammeClient worksProgrammes;
    private final ProjectMoneyClient money;
    private final EstimatePages estimates;
    private final FinancingPositions positions;
    private final FormFlow flow;
    private final History.Reader histories;
    private final View view;

    ProjectPages(
            @RestClient ProjectClient projects,
            @RestClient InfrastructureRecords infrastructure,
            @RestClient WorksProgrammeClient worksProgrammes,
            @RestClient ProjectMoneyClient money,
            EstimatePages estimates,
            FinancingPositions positions,
            FormFlow flow,
            History.Reader histories,
            View view) {
        this.projects = projects;
        this.infrastructure = infrastructure;
        this.worksProgrammes = worksProgrammes;
        this.money = money;
        this.estimates = estimates;
        this.positions = positions;
        this.flow = flow;
        this.histories = histories;
        this.view = view;
    }

    @GET
    public Response list() {
        var standings = new ProjectList.Standings(positions);
        return ProjectList.LIST
                .asked(view)
                .offering("worksProgramme", options(worksProgrammes()))
                .leadingTo(
                        view.has("project-officer"),
                        new ListPage.Action("/works-programmes/new", "title.record-works-programme"))
                .leadingTo(view.has("project-officer"), new ListPage.Action("/projects/new", "title.record-project"))
                .without(standings::missing)
                .page(standings.of(this::read));
    }

    @GET
    @Path("/projects.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    public Response file(@PathParam("type") String type) {
        return ProjectList.LIST.asked(view).file(type, new ProjectList.Standings(positions).of(this::read));
    }

    private Page<ProjectView> read(ProjectFilter filter, String after, int limit) {
        return Services.infrastructure(() -> projects.list(filter, after, limit));
    }

    @GET
    @Path("/{id}")
    public Response detail(@PathParam("id") String id) {
        var form = Form.empty(view.language());
        var project = Services.infrastructure(() -> projects.read(id));
        Page<CommitmentView> commitments = null;
        FinancingPosition.Project standing = null;
        boolean fundingDown = false;
        try {
            commitments = Services.funding(() -> money.commitments(project.id().toString(), 50));
            standing = standing(project.id());
        } catch (ServiceDown | Refusal e) {
            fundingDown = true;
        }
        var history = histories.infrastructure(project.id().toString());
        return view.show(
                form,
                Templates.detail(
                        project,
                        estimates.ladder("projects", project.id().toString()),
                        Services.infrastructure(
                                () -> projects.contracts(project.id().toString(), 50)),
                        commitments,
                        fundingDown,
                        standing,
                        history,
                        form,
                        Done.of(view.language(), "project", view.done(), null)));
    }

    /** Where it stands as the books keep it, however many commitments there are; null without any figure. */
    private FinancingPosition.Project standing(UUID id) {
        var position = positions.read(Moment.NOW).await().indefinitely();
        view.readFrom(position.recorded().funding(), position.recorded().infrastructure());
        return position.projects().stream()
                .filter(project -> project.id().equals(id))
                .findFirst()
                .orElse(null);
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
        return estimates.go(to, estimateForm(id, view.form(sent)), "projects", id);
    }

    @GET
    @Path("/{id}/estimates/new/{to}")
    public Response resumeEstimate(@PathParam("id") String id, @PathParam("to") String to) {
        return flow.resume("/projects/" + id + "/estimates/new", sent -> recordEstimate(id, to, sent));
    }

    private ShortForm estimateForm(String id, Form form) {
        var project = Services.infrastructure(() -> projects.read(id));
        return new ShortForm(
                form,
                "/projects/" + project.id() + "/estimates/new",
                Words.of(view.language(), "title.record-estimate"),
                project.reference(),
                "/projects/" + project.id(),
                Words.of(view.language(), "back.project"));
    }

    @GET
    @Path("/new")
    public Response ask() {
        return flow.start(form -> ask(shortForm(form)));
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
                () -> FIELDS.read(form),
                () -> ask(s),
                terms -> Services.validate(Services.INFRASTRUCTURE, () -> infrastructure.validate("projects", terms)),
                this::answers,
                request -> "/projects/"
                        + Services.send(Services.INFRASTRUCTURE, () -> projects.record(form.key(), request))
                                .id()
                        + "?done=recorded");
    }

    @GET
    @Path("/new/{to}")
    public Response resume(@PathParam("to") String to) {
        return flow.resume("/projects/new", sent -> record(to, sent));
    }

    private Response ask(ShortForm s) {
        return flow.ask(s, FIELDS, Map.of("worksProgramme", options(worksProgrammes())), Map.of(), null);
    }

    private ShortForm shortForm(Form form) {
        return new ShortForm(
                form,
                "/projects/new",
                Words.of(view.language(), "title.record-project"),
                Words.of(view.language(), "nav.projects"),
                "/projects",
                Words.of(view.language(), "back.projects"));
    }

    private List<WorksProgrammeView> worksProgrammes() {
        return Services.infrastructure(
                () -> Whole.list(after -> worksProgrammes.list(new WorksProgrammeFilter(), after, 200)));
    }

    private List<Option> options(List<WorksProgrammeView> worksProgrammes) {
        return worksProgrammes.stream()
                .map(w -> new Option(w.id().toString(), w.reference() + " " + Names.title(view.language(), w.title())))
                .toList();
    }

    private List<Answer> answers(ProjectTerms terms) {
        return FIELDS.answers(view.language(), terms, Map.of("worksProgramme", options(worksProgrammes())));
    }
}
