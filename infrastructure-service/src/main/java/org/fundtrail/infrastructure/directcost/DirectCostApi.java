package org.fundtrail.infrastructure.directcost;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.api.directcost.DirectCostTerms;
import org.fundtrail.infrastructure.api.directcost.DirectCostView;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.infrastructure.proposal.ProposalApi;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Once;
import org.fundtrail.records.OpenToServices;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Direct costs", description = "What a project costs without a contract: staff, fees, land")
public class DirectCostApi extends ProposalApi<DirectCost, DirectCostTerms, DirectCostView> {
    private static final String LIFE = "org.fundtrail.infrastructure.directcost.DirectCostStep ";

    DirectCostApi(
            DirectCosts all,
            DirectCostKind kind,
            Projects projects,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        super(DirectCost.class, "direct-costs", all, kind, projects, once, validation, signedIn);
    }

    @POST
    @Path("/projects/{id}/direct-costs")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordDirectCost",
            summary = "Proposes a direct cost of a project",
            description =
                    "It counts for nothing until an approver who is somebody else approves it. More than what is budgeted is not refused. Refused "
                            + "with cost-line-unknown for a line that is none of the project's.")
    @Extension(name = StepsInDocument.STEPS, value = LIFE + "RECORD")
    @APIResponseSchema(
            value = DirectCostView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, DirectCostTerms terms) {
        return recorded(id, terms);
    }

    @POST
    @Path("/projects/{id}/direct-costs/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateDirectCost(@PathParam("id") UUID id, Part<DirectCostTerms> part) {
        validated(id, part);
    }

    @GET
    @OpenToServices
    @Path("/projects/{id}/direct-costs")
    @Operation(operationId = "listDirectCosts", summary = "The direct costs of a project, oldest first")
    public Page<DirectCostView> ofProject(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(id, after, limit);
    }

    @GET
    @OpenToServices
    @Path("/direct-costs/{id}")
    @Operation(operationId = "readDirectCost", summary = "Reads a direct cost of a project")
    @APIResponseSchema(DirectCostView.class)
    public Response read(@PathParam("id") UUID id) {
        return shown(id);
    }

    @PUT
    @Path("/direct-costs/{id}")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "changeDirectCost",
            summary = "Changes a direct cost of a project that was returned and proposes it again",
            description = "Needs If-Match. Its project stays.")
    @Extension(name = StepsInDocument.STEPS, value = LIFE + "CHANGE")
    @APIResponseSchema(DirectCostView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, DirectCostTerms terms) {
        return changed(id, ifMatch, terms);
    }

    @POST
    @Path("/direct-costs/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideDirectCost",
            summary = "Approves, returns or rejects a direct cost of a project, or decides on its reversal",
            description =
                    "Approved, it is an actual cost of its line from its day on. Reversed, it is none from today on; what claims declared of it "
                            + "is stated there.")
    @Extension(name = StepsInDocument.STEPS, value = LIFE + "APPROVE RETURN REJECT APPROVE_REVERSAL REFUSE_REVERSAL")
    @APIResponseSchema(DirectCostView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return decided(id, ifMatch, decision);
    }

    @POST
    @Path("/direct-costs/{id}/steps")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "takeDirectCostStep",
            summary = "Takes a step of a direct cost of a project that has no address of its own",
            description =
                    "WITHDRAW takes back what one has recorded oneself and nobody has approved. REVERSE proposes to undo what was approved; "
                            + "it counts until somebody else has decided on that.")
    @Extension(name = StepsInDocument.STEPS, value = LIFE + "WITHDRAW REVERSE")
    @APIResponseSchema(DirectCostView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return taken(id, ifMatch, terms);
    }
}
