package org.fundtrail.gateway.costline;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.costline.CostLineView;

/** Cost lines at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface CostLineClient {

    @GET
    @Path("/projects/{id}/cost-lines")
    Page<CostLineView> ofProject(
            @PathParam("id") String project, @QueryParam("after") String after, @QueryParam("limit") Integer limit);
}
