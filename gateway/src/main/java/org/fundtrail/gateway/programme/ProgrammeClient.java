package org.fundtrail.gateway.programme;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.programme.ProgrammeFilter;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.door.AsTheReader;

/** Programmes at the funding-service, asked as the reader. */
@Path("/api/funding/v1/programmes")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface ProgrammeClient {

    @GET
    Page<ProgrammeView> list(
            @BeanParam ProgrammeFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/{id}")
    ProgrammeView read(@PathParam("id") String id);

    @POST
    ProgrammeView record(@HeaderParam("Idempotency-Key") String key, ProgrammeTerms terms);
}
