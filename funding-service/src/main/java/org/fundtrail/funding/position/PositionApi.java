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
import org.fundtrail.journal.SignedIn;

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
                    "By effective date, with all that is known now. Only allocations in force; a day and the number of recorded "
                            + "entries together say exactly what was read. The gateway joins it with the cost: GET /api/v1/financing-position.")
    public FundingPosition.View read(
            @QueryParam("asOf")
                    @Parameter(description = "The day, today unless given; not in the future", example = "2021-12-31")
                    String asOf) {
        return position.asOf(time.dayUpToToday(asOf, "asOf"), signedIn.caller());
    }
}
