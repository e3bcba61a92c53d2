package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ReturnedRecord;

/** What the reader recorded and somebody sent back or refused. */
@Path("/v1/returned")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standing", description = "What waits for the reader, at a glance")
public class ReturnedApi {
    private final Returned returned;
    private final SignedIn signedIn;

    ReturnedApi(Returned returned, SignedIn signedIn) {
        this.returned = returned;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listReturned",
            summary = "Lists what came back to the reader, latest first",
            description =
                    "Records that the reader recorded: those that they can change, until that is done or they are withdrawn; those that were "
                            + "refused or returned for good, for thirty days. "
                            + "At most 100.")
    public List<ReturnedRecord> list() {
        return returned.of(signedIn.caller());
    }
}
