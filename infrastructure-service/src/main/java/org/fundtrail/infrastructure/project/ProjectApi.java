package org.fundtrail.infrastructure.project;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Csv;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.Period;
import org.fundtrail.infrastructure.estimate.BaselineApi;
import org.fundtrail.infrastructure.estimate.EstimateApi;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.infrastructure.estimate.NewEstimate;
import org.fundtrail.infrastructure.estimate.Title;
import org.fundtrail.infrastructure.works.WorksProgramme;
import org.fundtrail.journal.Answer;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Once;
import org.fundtrail.journal.PersonRef;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.SignedIn;
import org.fundtrail.journal.WholeList;

@Path("/v1") // as ContractApi has it: a class is chosen by its path before its methods are looked at
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "What is built, bought or run, what it is to cost and what is contracted")
public class ProjectApi {
    private final Projects projects;
    private final Estimates estimates;
    private final ProjectRecords kind;
    private final Once once;
    private final WholeList whole;
    private final SignedIn signedIn;

    ProjectApi(
            Projects projects,
            Estimates estimates,
            ProjectRecords kind,
            Once once,
            WholeList whole,
            SignedIn signedIn) {
        this.whole = whole;
        this.projects = projects;
        this.estimates = estimates;
        this.kind = kind;
        this.once = once;
        this.signedIn = signedIn;
    }

    /** A project as its readers see it. */
    @Schema(name = "Project", description = "What is built, bought or run")
    record View(
            UUID id,

            @Schema(examples = "LT-BARRIER-2021") String reference,

            Title title,
            ProjectKind kind,

            @Schema(examples = "State Border Guard Service") String beneficiary,

            Period period,

            @Schema(description = "Where, or null", nullable = true)
            String place,

            @Schema(description = "What it belongs to, or null", nullable = true)
            WorksProgrammeRef worksProgramme,

            @Schema(description = "The estimate that counts, or null", nullable = true)
            EstimateApi.View baseline,

            @Schema(description = "Another choice that waits for a decision, or null", nullable = true)
            BaselineApi.Proposed proposedBaseline,

            @Schema(description = "Gross worth of its approved contracts")
            Money contracted,

            @Schema(
                    description =
                            "What is contracted above the baseline with VAT; null within it or without a baseline")
            Money overrun,

            String institution,
            PersonRef recordedBy,
            Instant recordedAt,
            int version,

            @Schema(
                    description = "What the reader may do with it now",
                    examples = "[\"record-estimate\", \"record-contract\"]")
            List<String> actions) {

        static View from(Project p, Costs.Cost cost, Persons persons, Caller reader) {
            return new View(
                    p.id(),
                    p.reference(),
                    p.title(),
                    p.kind(),
                    p.beneficiary(),
                    p.period(),
                    p.place(),
                    WorksProgrammeRef.from(p.worksProgramme()),
                    EstimateApi.View.baseline(cost.baseline(), persons, reader),
                    BaselineApi.Proposed.from(cost.proposed(), persons),
                    cost.contracted(),
                    cost.overrun(Money.zero()),
                    p.institution(),
                    persons.ref(p.recordedBy()),
                    p.recordedAt(),
                    p.version(),
                    actions(p, cost, reader));
        }

        private static List<String> actions(Project p, Costs.Cost cost, Caller reader) {
            var actions = new ArrayList<String>();
            if (reader.is(Role.PROJECT_OFFICER) && reader.institution().equals(p.institution())) {
                actions.add("record-estimate");
                if (cost.estimated() && cost.proposed() == null) {
                    actions.add("choose-baseline");
                }
                actions.add("record-contract");
            }
            return actions;
        }
    }

    /** The works programme a project belongs to. */
    @Schema(name = "ProjectWorksProgramme")
    record WorksProgrammeRef(
            UUID id, @Schema(examples = "LT-BY-BORDER-2021") String reference, Title title) {
        static WorksProgrammeRef from(WorksProgramme works) {
            return works == null ? null : new WorksProgrammeRef(works.id(), works.reference(), works.title());
        }
    }

    /** Which projects, as asked for in the query. */
    public static class Filter {
        @QueryParam("kind")
        @Parameter(schema = @Schema(implementation = ProjectKind.class))
        String kind;

        @QueryParam("worksProgramme")
        @Parameter(description = "Id or reference of a works programme", example = "LT-BY-BORDER-2021")
        String worksProgramme;

        @QueryParam("reference")
        @Parameter(description = "Exactly this reference", example = "LT-BARRIER-2021")
        String reference;

        @QueryParam("q")
        @Parameter(description = "Text in the reference, title (in either language), beneficiary or place")
        String q;

        @QueryParam("sort")
        @Parameter(description = "recordedAt or reference; a minus in front turns it round (-recordedAt unless given)")
        String sort;

        Listing<Project> listing(Caller reader) {
            return Listing.of(Project.class, reader)
                    .where("r.kind = :kind", "kind", Listing.oneOf(ProjectKind.class, kind, "kind"))
                    .within(worksProgramme, "r.worksProgramme.id", "r.worksProgramme.reference")
                    .named("r.reference", reference)
                    .containing(q, "r.reference", "r.titleEn", "r.titleLt", "r.beneficiary", "r.place")
                    .sorted(Projects.SORTS, sort, "-recordedAt");
        }
    }

    @POST
    @Path("/projects")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordProject",
            summary = "Records a project",
            description =
                    "Usable at once; its kind never changes. Refused with project-reference-taken when the institution "
                            + "has one of this reference, with works-programme-unknown when there is no such works programme.")
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Recorded; Location says where")
    public Response record(NewProject said) {
        return once.answer(by -> {
            var project = projects.record(Checks.body(said), by);
            return Answer.created(
                    kind.view(project, by.caller()), "/api/infrastructure/v1/projects/" + project.id(), project);
        });
    }

    @GET
    @Path("/projects")
    @Operation(operationId = "listProjects", summary = "Lists projects")
    @Extension(name = ApiDocument.CSV, value = "true")
    public Page<View> list(
            @BeanParam Filter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/projects")
    @Produces("text/csv")
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response csv(@BeanParam Filter filter) {
        var reader = signedIn.caller();
        return whole.csv(
                "projects",
                List.of(
                        "reference",
                        "titleEn",
                        "titleLt",
                        "kind",
                        "beneficiary",
                        "periodFrom",
                        "periodTo",
                        "place",
                        "worksProgramme",
                        "baseline",
                        "contracted",
                        "overrun",
                        "currency",
                        "recordedBy",
                        "recordedAt",
                        "id"),
                (after, limit) -> page(filter, reader, after, limit),
                p -> Csv.row(
                        p.reference,
                        p.title.en(),
                        p.title.lt(),
                        p.kind,
                        p.beneficiary,
                        p.period.from(),
                        p.period.to(),
                        p.place,
                        p.worksProgramme == null ? null : p.worksProgramme.reference(),
                        p.baseline == null ? null : p.baseline.gross(),
                        p.contracted,
                        p.overrun,
                        p.contracted.currency(),
                        p.recordedBy.name(),
                        p.recordedAt,
                        p.id));
    }

    private Page<View> page(Filter filter, Caller reader, String after, int limit) {
        var listing = filter.listing(reader);
        var rows = projects.list(listing, after, limit);
        var views = kind.views(rows, reader);
        return listing.page(rows, limit, p -> views.get(p.id()));
    }

    @GET
    @Path("/projects/{id}")
    @Operation(operationId = "readProject", summary = "Reads a project")
    @APIResponseSchema(View.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var project = projects.find(id, reader);
        return Response.ok(kind.view(project, reader))
                .tag(String.valueOf(project.version()))
                .build();
    }

    @POST
    @Path("/projects/{id}/estimates")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Tag(name = "Estimates")
    @Operation(
            operationId = "recordProjectEstimate",
            summary = "Adds an estimate to the ladder of a project",
            description = "It overwrites none, and counts once it is chosen as the baseline.")
    @APIResponseSchema(
            value = EstimateApi.View.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response recordEstimate(@PathParam("id") UUID id, NewEstimate said) {
        return once.answer(by -> estimates.created(projects.estimate(id, Checks.body(said), by), by));
    }

    @GET
    @Path("/projects/{id}/estimates")
    @Tag(name = "Estimates")
    @Operation(operationId = "listProjectEstimates", summary = "The ladder of a project: by date, then as recorded")
    public Page<EstimateApi.View> ladder(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        return estimates.ladder(projects.find(id, reader), reader, after, limit);
    }
}
