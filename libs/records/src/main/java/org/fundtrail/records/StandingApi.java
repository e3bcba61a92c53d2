package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Standing;

/** What the frame of every page says of this service: one quick question. */
@Path("/v1/standing")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standing", description = "What waits for the reader, at a glance")
public class StandingApi {
    private static final int MOST = 100;

    private final Waiting waiting;
    private final SignedIn signedIn;

    StandingApi(Waiting waiting, SignedIn signedIn) {
        this.waiting = waiting;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(operationId = "readStanding", summary = "Says how many records wait for the reader, up to 100")
    public Standing read() {
        return new Standing(waiting.count(signedIn.caller(), MOST));
    }
}
