package org.fundtrail.gateway.digest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.RecordDate;
import org.fundtrail.common.Standing;

/** What a service says of the work of somebody who is not here; it is asked with a token that says in whose name. */
interface WorkClient {
    @GET
    @Path("/standing")
    Standing standing(@HeaderParam("Authorization") String token);

    @GET
    @Path("/dates")
    List<RecordDate> dates(
            @HeaderParam("Authorization") String token,
            @QueryParam("from") LocalDate from,
            @QueryParam("until") LocalDate until);

    @Path("/api/funding/v1")
    @RegisterRestClient(configKey = "funding")
    interface Funding extends WorkClient {}

    @Path("/api/infrastructure/v1")
    @RegisterRestClient(configKey = "infrastructure")
    interface Infrastructure extends WorkClient {}
}
