package org.fundtrail.gateway.digest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.funding.api.digest.DueDigest;

/** The digests that are to be sent, as the funding-service gives them out. */
@Path("/api/funding/v1/digest/due")
@RegisterRestClient(configKey = "funding")
@Consumes(MediaType.APPLICATION_JSON)
interface DueDigests {
    /** One of them, for nobody else; null when there is none. */
    @POST
    DueDigest claim(@HeaderParam("Authorization") String token);

    /** Refused where it is not to be sent any more. */
    @PUT
    @Path("/{claim}")
    void tell(@HeaderParam("Authorization") String token, @PathParam("claim") UUID claim, DueDigest.Progress progress);
}
