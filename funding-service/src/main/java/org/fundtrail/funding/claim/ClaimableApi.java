package org.fundtrail.funding.claim;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.claim.ClaimableCommitment;
import org.fundtrail.funding.api.claim.ClaimableCost;
import org.fundtrail.records.Listing;
import org.fundtrail.records.SignedIn;

@Path("/v1/claims/claimable")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims", description = "What of the costs of projects is claimed from allocations, and paid by them")
public class ClaimableApi {
    private final Claimable claimable;
    private final SignedIn signedIn;

    ClaimableApi(Claimable claimable, SignedIn signedIn) {
        this.claimable = claimable;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listClaimableCosts",
            summary = "Lists what of a project's costs can be claimed from an allocation",
            description =
                    "First the approved cost options of the allocation for it, with what is left of each. Then its approved and paid invoices and "
                            + "approved direct costs, the earliest first, as many as the limit, with what no claim has of each and this "
                            + "allocation may pay for. It is asked anew when a claim is recorded and submitted: others may take it meanwhile.")
    public Page<ClaimableCost> claimable(
            @Parameter(required = true, description = "Id of an allocation") @QueryParam("allocation")
                    String allocation,
            @Parameter(required = true, description = "Id or reference of a project") @QueryParam("project")
                    String project,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        var id = Listing.id(allocation, "allocation");
        new Checks().given(id, "allocation").text(project, "project", 200).done();
        return claimable.of(id, project, after, Page.limit(limit), signedIn.caller(), signedIn.authorization());
    }

    @GET
    @Path("/commitment")
    @Operation(
            operationId = "readClaimableCommitment",
            summary = "Says what of all that an allocation commits to a project can still be claimed",
            description =
                    "A claim whose share comes to more is recorded as a draft all the same, and refused with exceeds-committed when it is submitted.")
    public ClaimableCommitment ofCommitment(
            @Parameter(required = true, description = "Id of an allocation") @QueryParam("allocation")
                    String allocation,
            @Parameter(required = true, description = "Id of a project") @QueryParam("project") String project) {
        var id = Listing.id(allocation, "allocation");
        var of = Listing.id(project, "project");
        new Checks().given(id, "allocation").given(of, "project").done();
        return claimable.ofCommitment(id, of, signedIn.caller());
    }
}
