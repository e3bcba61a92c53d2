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
import org.fundtrail.infrastructure.api.budget.BudgetChangeTerms;
import org.fundtrail.infrastructure.api.budget.BudgetChangeView;
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
public class BudgetChangeApi extends ProposalApi<BudgetChange, BudgetChangeTerms, BudgetChangeView> {
    BudgetChangeApi(
            BudgetChanges all,
            BudgetChangeKind kind,
            Projects projects,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        super(BudgetChange.class, "budget-changes", all, kind, projects, once, validation, signedIn);
    }

    @POST
    @Path("/projects/{id}/budget-changes")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordBudgetChange",
            summary = "Proposes a change of the budget of a cost line",
            description =
                    "It is pending until an approver who is somebody else decides. Refused with cost-line-unknown for a line that is none of the "
                            + "project's, with exceeds-budget where it takes more than the line has from that day on.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(
            value = BudgetChangeView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, BudgetChangeTerms terms) {
        return recorded(id, terms);
    }

    @POST
    @Path("/projects/{id}/budget-changes/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateBudgetChange(@PathParam("id") UUID id, Part<BudgetChangeTerms> part) {
        validated(id, part);
    }

    @GET
    @Path("/projects/{id}/budget-changes")
    @Operation(operationId = "listBudgetChanges", summary = "The changes of budgets of a project, oldest first")
    public Page<BudgetChangeView> ofProject(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(id, after, limit);
    }

    @GET
    @Path("/budget-changes/{id}")
    @Operation(operationId = "readBudgetChange", summary = "Reads a change of the budget of a cost line")
    @APIResponseSchema(BudgetChangeView.class)
    public Response read(@PathParam("id") UUID id) {
        return shown(id);
    }

    @PUT
    @Path("/budget-changes/{id}")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "changeBudgetChange",
            summary = "Changes a change of the budget of a cost line that was returned and proposes it again",
            description = "Needs If-Match. Its project stays.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(BudgetChangeView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, BudgetChangeTerms terms) {
        return changed(id, ifMatch, terms);
    }

    @POST
    @Path("/budget-changes/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideBudgetChange",
            summary = "Approves, returns or rejects a change of the budget of a cost line",
            description =
                    "Approved, it counts from its day on. Refused with exceeds-budget where it takes more than the line has by now.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "APPROVE RETURN REJECT")
    @APIResponseSchema(BudgetChangeView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return decided(id, ifMatch, decision);
    }

    @POST
    @Path("/budget-changes/{id}/steps")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "takeBudgetChangeStep",
            summary = "Takes a step of a change of the budget of a cost line that has no address of its own",
            description = "WITHDRAW takes back what one has recorded oneself and nobody has approved.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WITHDRAW")
    @APIResponseSchema(BudgetChangeView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return taken(id, ifMatch, terms);
    }
}
