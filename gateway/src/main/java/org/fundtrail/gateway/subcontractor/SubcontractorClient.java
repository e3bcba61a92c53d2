package org.fundtrail.gateway.subcontractor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorTerms;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorView;

/** Subcontractors of contracts at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface SubcontractorClient {

    @POST
    @Path("/contracts/{id}/subcontractors")
    SubcontractorView record(
            @PathParam("id") String contract, @HeaderParam("Idempotency-Key") String key, SubcontractorTerms terms);

    @GET
    @Path("/subcontractors/{id}")
    SubcontractorView read(@PathParam("id") String id);
}
