package org.fundtrail.infrastructure.position;

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
import org.fundtrail.infrastructure.api.position.InfrastructurePositionView;
import org.fundtrail.records.SignedIn;

@Path("/v1/position")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Position", description = "What everything is to cost")
public class PositionApi {
    private final InfrastructurePosition position;
    private final SignedIn signedIn;
    private final Time time;

    PositionApi(InfrastructurePosition position, SignedIn signedIn, Time time) {
        this.position = position;
        this.signedIn = signedIn;
        this.time = time;
    }

    @GET
    @Operation(
            operationId = "readInfrastructurePosition",
            summary = "What everything is to cost as of a day, and what of it is contracted",
            description =
                    "By effective date, with all that was known when so many entries were recorded: baselines by the dates of their "
                            + "estimates, contracts by the day they were signed. The same day and number of entries give the same answer "
                            + "whenever they are asked. The gateway joins it with the aid: GET /api/v1/financing-position.")
    public InfrastructurePositionView read(
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
