package org.fundtrail.funding.position;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.position.FundingPositionView;
import org.fundtrail.records.SignedIn;

@Path("/v1/position")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Position", description = "Where the aid stands")
public class PositionApi {
    private final FundingPosition position;
    private final SignedIn signedIn;
    private final Time time;

    PositionApi(FundingPosition position, SignedIn signedIn, Time time) {
        this.position = position;
        this.signedIn = signedIn;
        this.time = time;
    }

    @GET
    @Operation(
            operationId = "readFundingPosition",
            summary = "Where the aid stands as of a day",
            description =
                    "By effective date, with all that was known when so many entries were recorded. Only allocations in force. The same "
                            + "day and number of entries give the same answer whenever they are asked. The gateway joins it with the cost: GET /api/v1/financing-position.")
    public FundingPositionView read(
            @QueryParam("asOf")
                    @Parameter(description = "The day, today unless given; not in the future", example = "2021-12-31")
                    String asOf,
            @QueryParam("recorded")
                    @Parameter(
                            description =
                                    "How many recorded entries to read from: what an earlier answer said; all unless given",
                            example = "42")
                    String recorded) {
        return position.asOf(time.dayUpToToday(asOf, "asOf"), recorded, signedIn.caller());
    }
}
