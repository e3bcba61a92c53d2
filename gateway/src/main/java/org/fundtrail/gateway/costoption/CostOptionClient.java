package org.fundtrail.gateway.costoption;

import jakarta.ws.rs.BeanParam;
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
import org.fundtrail.funding.api.costoption.CostOptionFilter;
import org.fundtrail.funding.api.costoption.CostOptionTerms;
import org.fundtrail.funding.api.costoption.CostOptionView;
import org.fundtrail.gateway.door.AsTheReader;

/** Cost options at the funding-service, asked as the reader. */
@Path("/api/funding/v1/cost-options")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface CostOptionClient {

    @GET
    Page<CostOptionView> list(
            @BeanParam CostOptionFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    CostOptionView record(@HeaderParam("Idempotency-Key") String key, CostOptionTerms terms);

    @GET
    @Path("/{id}")
    CostOptionView read(@PathParam("id") String id);

    @PUT
    @Path("/{id}")
    CostOptionView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            CostOptionTerms terms);

    @POST
    @Path("/{id}/decision")
    CostOptionView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
