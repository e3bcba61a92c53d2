package org.fundtrail.gateway.project;

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
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.works.WorksProgrammeFilter;
import org.fundtrail.infrastructure.api.works.WorksProgrammeTerms;
import org.fundtrail.infrastructure.api.works.WorksProgrammeView;

/** Works programmes at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1/works-programmes")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface WorksProgrammeClient {

    @GET
    Page<WorksProgrammeView> list(
            @BeanParam WorksProgrammeFilter filter,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("/{id}")
    WorksProgrammeView read(@PathParam("id") String id);

    @POST
    WorksProgrammeView record(@HeaderParam("Idempotency-Key") String key, WorksProgrammeTerms terms);
}
