package org.fundtrail.gateway.variation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.variation.VariationTerms;
import org.fundtrail.infrastructure.api.variation.VariationView;

/** Variations of contracts at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface VariationClient {

    @POST
    @Path("/contracts/{id}/variations")
    VariationView record(
            @PathParam("id") String contract, @HeaderParam("Idempotency-Key") String key, VariationTerms terms);

    @GET
    @Path("/variations/{id}")
    VariationView read(@PathParam("id") String id);

    @PUT
    @Path("/variations/{id}")
    VariationView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            VariationTerms terms);

    @POST
    @Path("/variations/{id}/decision")
    VariationView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
