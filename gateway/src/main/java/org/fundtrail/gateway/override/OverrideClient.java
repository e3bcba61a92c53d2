package org.fundtrail.gateway.override;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.commitment.OverrideView;
import org.fundtrail.gateway.door.AsTheReader;

/** Commitments in spite of the earmark at the funding-service, asked as the reader. */
@Path("/api/funding/v1/overrides")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface OverrideClient {

    @GET
    Page<OverrideView> list(
            @QueryParam("status") String status,
            @QueryParam("project") String project,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);
}
