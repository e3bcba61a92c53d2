package org.fundtrail.gateway.doublefunding;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.doublefunding.SharedCost;
import org.fundtrail.funding.api.doublefunding.SharedCostFilter;
import org.fundtrail.gateway.door.AsTheReader;

/** Costs that are nearly or wholly funded, at the funding-service, asked as the reader. */
@Path("/api/funding/v1/double-funding")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
interface DoubleFundingClient {
    @GET
    Page<SharedCost> list(
            @BeanParam SharedCostFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);
}
