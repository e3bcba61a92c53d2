package org.fundtrail.gateway.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Xlsx;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.CorrectionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.frame.NewPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;
import org.fundtrail.gateway.services.ServiceDown;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.project.ProjectCorrection;
import org.fundtrail.infrastructure.api.project.ProjectCorrection.Omission;
import org.fundtrail.infrastructure.api.project.ProjectFilter;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.api.project.ProjectTerms;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.infrastructure.api.works.WorksProgrammeFilter;
import org.fundtrail.infrastructure.api.works.WorksProgrammeView;

/** Projects: what there is, one of them with its ladder of estimates, its contracts and the funding committed to it. */
@Path("/projects")
@Produces(MediaType.TEXT_HTML)
public class ProjectPages implements NewPage, CorrectionPage, EstimatedPage {
    @CheckedTemplate(basePath = "project")
    static class Templates {
        static native TemplateInstance detail(
                ProjectView project,
                List<EstimateView> estimates,
                BudgetLines budget,
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

    private static final Fields<ProjectCorrection> CORRECTED = Fields.of(
            ProjectCorrection.class,
            "project",
            Field.text("title.en").wide(),
            Field.text("title.lt").wide(),
            Field.text("beneficiary").wide(),
            Field.text("place").wide().optional(),
            Field.record("worksProgramme").optional(),
            Field.text("reason").wide());
    private static final Map<String, Omission> OMITTED =
            Map.of("place", Omission.PLACE, "worksProgramme", Omission.WORKS_PROGRAMME);

    private final ProjectClient projects;
    private final WorksProgrammeClient worksProgrammes;
    private final CostLineClient costLines;
    private final ProjectMoneyClient money;
    private final EstimatePages estimates;
    private final FinancingPositions positions;
    private final FormFlow flow;
    private final History.Reader histories;

    ProjectPages(
            @RestClient ProjectClient projects,
            @RestClient WorksProgrammeClient worksProgrammes,
            @RestClient CostLineClient costLines,
            @RestClient ProjectMoneyClient money,
            EstimatePages estimates,
            FinancingPositions positions,
            FormFlow flow,
            History.Reader histories) {
        this.projects = projects;
        this.worksProgrammes = worksProgrammes;
        this.costLines = costLines;
        this.money = money;
        this.estimates = estimates;
        this.positions = positions;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.PROJECT;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @GET
    public Response list() {
        var standings = new ProjectList.Standings(positions);
        var isOfficer = flow.view().has("project-officer");
        return ProjectList.LIST
                .asked(flow.view())
                .offering("worksProgramme", options(worksProgrammes()))
                .leadingTo(isOfficer, new ListPage.Action("/works-programmes/new", "title.record-works-programme"))
                .leadingTo(isOfficer, new ListPage.Action("/projects/new", "title.record-project"))
                .without(standings::missing)
                .page(standings.of(this::read));
    }

    @GET
    @Path("/projects.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    public Response file(@PathParam("type") String type) {
        return ProjectList.LIST.asked(flow.view()).file(type, new ProjectList.Standings(positions).of(this::read));
    }

    private Page<ProjectView> read(ProjectFilter filter, String after, int limit) {
        return Services.infrastructure(() -> projects.list(filter, after, limit));
    }

    @Override
    public EstimatePages estimates() {
        return estimates;
    }

    @Override
    public Owner estimated(String id) {
        return owner(project(id));
    }

    /** A project as that to which something belongs. */
    public static Owner owner(ProjectView project) {
        return Owner.of(InfrastructureKind.PROJECT, project.id(), project.reference());
    }

    @Override
    public Recording<?> recording() {
        return flow.of(kind(), FIELDS)
                .by("project-officer")
                .backTo("/projects", "back.projects")
                .offering(() -> Map.of("worksProgramme", options(worksProgrammes())))
                .sending((key, terms) -> projects.record(key, terms).id());
    }

    @Override
    public Recording<?> correcting(String id) {
        var project = Lazy.of(() -> project(id));
        return flow.of(kind(), CORRECTED)
                .by("project-officer")
                .offering(() -> Map.of("worksProgramme", options(worksProgrammes())))
                .telling(form -> Map.of("without", omitted(form)))
                .correcting(id, () -> project.get().reference(), () -> project(id))
                .open(() -> project.get().actions().contains("correct"));
    }

    /** What is empty in the form is said no more. */
    private static List<Omission> omitted(Form form) {
        return OMITTED.entrySet().stream()
                .filter(field -> !form.has(field.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private ProjectView project(String id) {
        return Services.infrastructure(() -> projects.read(id));
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var project = project(id);
        Page<CommitmentView> commitments = null;
        FinancingPosition.Project standing = null;
        boolean fundingDown = false;
        try {
            commitments = Services.funding(() -> money.commitments(project.id().toString(), 50));
            standing = standing(project.id());
        } catch (ServiceDown | Refusal e) {
            fundingDown = true;
        }
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                project,
                                estimates.ladder(kind().room(), project.id().toString()),
                                BudgetLines.of(costLines, project.id().toString()),
                                Services.infrastructure(
                                        () -> projects.contracts(project.id().toString(), 50)),
                                commitments,
                                fundingDown,
                                standing,
                                histories.of(kind(), project.id()),
                                form,
                                Done.of(flow.view().language(), kind().type(), done, null)));
    }

    /** Where it stands as the books keep it, however many commitments there are; null without any figure. */
    private FinancingPosition.Project standing(UUID id) {
        var position = positions.read(Moment.NOW).await().indefinitely();
        flow.view().readFrom(position.recorded().funding(), position.recorded().infrastructure());
        return position.projects().stream()
                .filter(project -> project.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private List<WorksProgrammeView> worksProgrammes() {
        return Services.infrastructure(
                () -> Whole.list(after -> worksProgrammes.list(new WorksProgrammeFilter(), after, 200)));
    }

    private List<Option> options(List<WorksProgrammeView> worksProgrammes) {
        return worksProgrammes.stream()
                .map(w -> new Option(
                        w.id().toString(),
                        w.reference() + " " + Names.title(flow.view().language(), w.title())))
                .toList();
    }
}
