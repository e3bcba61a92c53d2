package org.fundtrail.infrastructure.estimate;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.records.SignedIn;

/** One estimate by its id; ladders are read and added to at their project or works programme. */
@Path("/v1/estimates")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Estimates",
        description = "What was said to be the cost, when and by whom: a ladder, one of it the baseline")
public class EstimateApi {
    private final Estimates estimates;
    private final SignedIn signedIn;

    EstimateApi(Estimates estimates, SignedIn signedIn) {
        this.estimates = estimates;
        this.signedIn = signedIn;
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readEstimate", summary = "Reads an estimate")
    @APIResponseSchema(EstimateView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var estimate = estimates.find(id, reader);
        return Response.ok(estimates.view(estimate, reader))
                .tag(String.valueOf(estimate.version()))
                .build();
    }
}
