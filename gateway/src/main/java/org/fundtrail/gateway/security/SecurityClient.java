package org.fundtrail.gateway.security;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.security.SecurityTerms;
import org.fundtrail.infrastructure.api.security.SecurityView;

/** Securities of contracts at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface SecurityClient {

    @POST
    @Path("/contracts/{id}/securities")
    SecurityView record(
            @PathParam("id") String contract, @HeaderParam("Idempotency-Key") String key, SecurityTerms terms);

    @GET
    @Path("/securities/{id}")
    SecurityView read(@PathParam("id") String id);
}
