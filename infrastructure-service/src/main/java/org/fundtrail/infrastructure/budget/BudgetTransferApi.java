package org.fundtrail.infrastructure.budget;

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
import org.fundtrail.infrastructure.api.budget.BudgetTransferTerms;
import org.fundtrail.infrastructure.api.budget.BudgetTransferView;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.infrastructure.proposal.ProposalApi;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Budgets",
        description = "What is budgeted for cost lines is moved and changed, never edited; decided by a second person")
public class BudgetTransferApi extends ProposalApi<BudgetTransfer, BudgetTransferTerms, BudgetTransferView> {
    BudgetTransferApi(
            BudgetTransfers all,
            BudgetTransferKind kind,
            Projects projects,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        super(BudgetTransfer.class, "budget-transfers", all, kind, projects, once, validation, signedIn);
    }

    @POST
    @Path("/projects/{id}/budget-transfers")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordBudgetTransfer",
            summary = "Proposes a transfer of money between cost lines",
            description =
                    "It moves nothing until an approver who is somebody else approves it, and the budget of the project stays. Refused with "
                            + "cost-line-unknown for a line that is none of the project's, with exceeds-budget for more than the line has "
                            + "from that day on.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(
            value = BudgetTransferView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, BudgetTransferTerms terms) {
        return recorded(id, terms);
    }

    @POST
    @Path("/projects/{id}/budget-transfers/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateBudgetTransfer(@PathParam("id") UUID id, Part<BudgetTransferTerms> part) {
        validated(id, part);
    }

    @GET
    @Path("/projects/{id}/budget-transfers")
    @Operation(
            operationId = "listBudgetTransfers",
            summary = "The transfers between cost lines of a project, oldest first")
    public Page<BudgetTransferView> ofProject(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(id, after, limit);
    }

    @GET
    @Path("/budget-transfers/{id}")
    @Operation(operationId = "readBudgetTransfer", summary = "Reads a transfer of money between cost lines")
    @APIResponseSchema(BudgetTransferView.class)
    public Response read(@PathParam("id") UUID id) {
        return shown(id);
    }

    @PUT
    @Path("/budget-transfers/{id}")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "changeBudgetTransfer",
            summary = "Changes a transfer of money between cost lines that was returned and proposes it again",
            description = "Needs If-Match. Its project stays.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(BudgetTransferView.class)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, BudgetTransferTerms terms) {
        return changed(id, ifMatch, terms);
    }

    @POST
    @Path("/budget-transfers/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideBudgetTransfer",
            summary = "Approves, returns or rejects a transfer of money between cost lines",
            description =
                    "Approved, it moves its amount from its day on. Refused with exceeds-budget where that is more than the line has by now.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "APPROVE RETURN REJECT")
    @APIResponseSchema(BudgetTransferView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return decided(id, ifMatch, decision);
    }

    @POST
    @Path("/budget-transfers/{id}/steps")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "takeBudgetTransferStep",
            summary = "Takes a step of a transfer of money between cost lines that has no address of its own",
            description = "WITHDRAW takes back a transfer that one has recorded oneself and nobody has approved.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WITHDRAW")
    @APIResponseSchema(BudgetTransferView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return taken(id, ifMatch, terms);
    }
}
