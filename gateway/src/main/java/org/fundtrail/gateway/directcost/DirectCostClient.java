package org.fundtrail.gateway.directcost;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.directcost.DirectCostTerms;
import org.fundtrail.infrastructure.api.directcost.DirectCostView;

/** Costs without a contract at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface DirectCostClient {

    @POST
    @Path("/projects/{id}/direct-costs")
    DirectCostView record(
            @PathParam("id") String project, @HeaderParam("Idempotency-Key") String key, DirectCostTerms terms);

    @GET
    @Path("/projects/{id}/direct-costs")
    Page<DirectCostView> of(
            @PathParam("id") String project, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/direct-costs/{id}")
    DirectCostView read(@PathParam("id") String id);

    @PUT
    @Path("/direct-costs/{id}")
    DirectCostView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            DirectCostTerms terms);

    @POST
    @Path("/direct-costs/{id}/decision")
    DirectCostView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
