package org.fundtrail.infrastructure.project;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.project.ProjectCorrection;
import org.fundtrail.infrastructure.api.project.ProjectFilter;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.api.project.ProjectTerms;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;
import org.fundtrail.records.WholeList;

@Path("/v1") // as ContractApi has it: a class is chosen by its path before its methods are looked at
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "What is built, bought or run, what it is to cost and what is contracted")
public class ProjectApi {
    private static final Columns<ProjectView> COLUMNS = Columns.of(ProjectView.class)
            .with("reference", ProjectView::reference, Sort.text("r.terms.reference"))
            .with("titleEn", p -> p.title().en())
            .with("titleLt", p -> p.title().lt())
            .with("kind", ProjectView::kind)
            .with("beneficiary", ProjectView::beneficiary)
            .with("periodFrom", p -> p.period().from())
            .with("periodTo", p -> p.period().to())
            .with("place", ProjectView::place)
            .with(
                    "worksProgramme",
                    p -> p.worksProgramme() == null ? null : p.worksProgramme().reference())
            .with("baseline", p -> p.baseline() == null ? null : p.baseline().gross())
            .with("contracted", ProjectView::contracted)
            .with("overrun", ProjectView::overrun)
            .with("currency", p -> p.contracted().currency())
            .with("recordedBy", p -> p.recordedBy().name())
            .with("recordedAt", ProjectView::recordedAt, Sort.moment("r.recordedAt"))
            .with("id", ProjectView::id);

    private final Projects projects;
    private final Estimates estimates;
    private final ProjectRecords kind;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    ProjectApi(
            Projects projects,
            Estimates estimates,
            ProjectRecords kind,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.whole = whole;
        this.projects = projects;
        this.estimates = estimates;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
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
    @APIResponseSchema(
            value = ProjectView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(ProjectTerms terms) {
        return once.answer(by -> {
            var project = projects.record(Checks.body(terms), by);
            return Answer.created(
                    kind.view(project, by.caller()), "/api/infrastructure/v1/projects/" + project.id(), project);
        });
    }

    @POST
    @Path("/projects/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateProject(Part<ProjectTerms> part) {
        validation.of(part);
    }

    @GET
    @Path("/projects")
    @Operation(operationId = "listProjects", summary = "Lists projects")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<ProjectView> list(
            @BeanParam ProjectFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/projects")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam ProjectFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "projects", COLUMNS, (after, limit) -> page(filter, reader, after, limit));
    }

    private Listing<Project> listing(ProjectFilter filter, Caller reader) {
        return Listing.of(Project.class, reader)
                .where("r.terms.kind = :kind", "kind", Listing.oneOf(ProjectKind.class, filter.kind, "kind"))
                .where("r.terms.kind IN :kinds", "kinds", kinds(filter.kinds))
                .within(filter.worksProgramme, "r.worksProgramme.id", "r.worksProgramme.terms.reference")
                .named("r.terms.reference", filter.reference)
                .containing(
                        filter.q,
                        "r.terms.reference",
                        "r.terms.title.en",
                        "r.terms.title.lt",
                        "r.terms.beneficiary",
                        "r.terms.place")
                .in(COLUMNS, filter.sort, "-recordedAt");
    }

    private static List<ProjectKind> kinds(String asked) {
        return asked == null || asked.isBlank()
                ? null
                : Stream.of(asked.split(","))
                        .map(kind -> Listing.oneOf(ProjectKind.class, kind.strip(), "kinds"))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private Page<ProjectView> page(ProjectFilter filter, Caller reader, String after, int limit) {
        var listing = listing(filter, reader);
        var rows = projects.list(listing, after, limit);
        var views = kind.views(rows, reader);
        return listing.page(rows, limit, p -> views.get(p.id()));
    }

    @GET
    @Path("/projects/{id}")
    @Operation(operationId = "readProject", summary = "Reads a project")
    @APIResponseSchema(ProjectView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var project = projects.find(id, reader);
        return Answer.read(kind.view(project, reader), project);
    }

    @POST
    @Path("/projects/{id}/corrections")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "correctProject",
            summary = "Corrects what was recorded wrongly of a project, with a reason",
            description =
                    "Its title, its beneficiary, its place; and it joins a works programme, or leaves the one in which it was, from today on. "
                            + "What is not named stays; what it should not say at all is named in without. Its reference, its kind and its "
                            + "period stay: commitments and positions have counted on them. Refused with nothing-corrected where nothing "
                            + "differs, with works-programme-unknown when there is no such works programme.")
    @APIResponseSchema(ProjectView.class)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Parameter(required = true) String ifMatch,
            ProjectCorrection correction) {
        return once.answer(by -> {
            var project = projects.correct(id, IfMatch.required(ifMatch), Checks.body(correction), by);
            return Answer.ok(kind.view(project, by.caller()), project);
        });
    }

    @POST
    @Path("/projects/{id}/corrections/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateProjectCorrection(@PathParam("id") UUID id, Part<ProjectCorrection> part) {
        validation.of(part, reader -> projects.find(id, reader));
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
            value = EstimateView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response recordEstimate(@PathParam("id") UUID id, EstimateTerms terms) {
        return once.answer(by -> estimates.created(projects.estimate(id, Checks.body(terms), by), by));
    }

    @POST
    @Path("/projects/{id}/estimates/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateProjectEstimate(@PathParam("id") UUID id, Part<EstimateTerms> part) {
        validation.of(part, reader -> projects.find(id, reader));
    }

    @GET
    @Path("/projects/{id}/estimates")
    @Tag(name = "Estimates")
    @Operation(operationId = "listProjectEstimates", summary = "The ladder of a project: by date, then as recorded")
    public Page<EstimateView> ladder(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        return estimates.ladder(projects.find(id, reader), reader, after, limit);
    }
}
