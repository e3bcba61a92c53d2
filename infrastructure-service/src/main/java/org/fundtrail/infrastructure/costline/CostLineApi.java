package org.fundtrail.infrastructure.costline;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.api.costline.CostLineTerms;
import org.fundtrail.infrastructure.api.costline.CostLineView;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cost lines", description = "The lines of a project's budget, net of VAT")
public class CostLineApi {
    private static final Map<String, Sort> AS_RECORDED = Map.of("recordedAt", Sort.moment("r.recordedAt"));

    private final CostLines lines;
    private final Projects projects;
    private final CostLineKind kind;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    CostLineApi(
            CostLines lines,
            Projects projects,
            CostLineKind kind,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        this.lines = lines;
        this.projects = projects;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/projects/{id}/cost-lines")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordCostLine",
            summary = "Adds a line to the budget of a project",
            description =
                    "Counts at once, from the day on which its budget was decided (from): its original budget is its eligible and its not eligible part. "
                            + "It is never changed: money comes and goes by budget transfers and budget changes. Refused with "
                            + "cost-line-name-taken when the project has a line of this name.")
    @APIResponseSchema(
            value = CostLineView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, CostLineTerms terms) {
        return once.answer(by -> {
            var line = lines.record(id, Checks.body(terms), by);
            return Answer.created(kind.view(line, by.caller()), "/api/infrastructure/v1/cost-lines/" + line.id(), line);
        });
    }

    @POST
    @Path("/projects/{id}/cost-lines/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateCostLine(@PathParam("id") UUID id, Part<CostLineTerms> part) {
        validation.of(part, reader -> projects.find(id, reader));
    }

    @GET
    @Path("/projects/{id}/cost-lines")
    @Operation(operationId = "listCostLines", summary = "The lines of a project's budget, oldest first")
    public Page<CostLineView> ofProject(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var listing = Listing.of(CostLine.class, reader)
                .where(
                        "r.project.id = :project",
                        "project",
                        projects.find(id, reader).id())
                .sorted(AS_RECORDED, null, "recordedAt");
        int most = Page.limit(limit);
        var rows = lines.list(listing, after, most);
        var views = kind.views(rows, reader);
        return listing.page(rows, most, line -> views.get(line.id()));
    }

    @GET
    @Path("/cost-lines/{id}")
    @Operation(operationId = "readCostLine", summary = "Reads a cost line with what is budgeted for it now")
    @APIResponseSchema(CostLineView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var line = lines.find(id, reader);
        return Answer.read(kind.view(line, reader), line);
    }
}
