package org.fundtrail.funding.approval;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Page;
import org.fundtrail.common.WaitingFilter;
import org.fundtrail.common.WaitingRecords;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Waiting;

@Path("/v1/approvals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals", description = "What waits for a second person")
public class ApprovalApi {
    private final Waiting waiting;
    private final SignedIn signedIn;

    ApprovalApi(Waiting waiting, SignedIn signedIn) {
        this.waiting = waiting;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listApprovals",
            summary = "Lists what waits for a second person, oldest first",
            description =
                    "Allocations and commitments wait for an approver, receipts for an accountant, each somebody else than who "
                            + "recorded or changed them.")
    public WaitingRecords list(
            @BeanParam WaitingFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return waiting.list(signedIn.caller(), filter.checked(), after, Page.limit(limit));
    }
}
