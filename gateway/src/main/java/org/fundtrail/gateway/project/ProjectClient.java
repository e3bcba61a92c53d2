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
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.project.ProjectFilter;
import org.fundtrail.infrastructure.api.project.ProjectTerms;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** Projects at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1/projects")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface ProjectClient {

    @GET
    Page<ProjectView> list(
            @BeanParam ProjectFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/{id}")
    ProjectView read(@PathParam("id") String id);

    @POST
    ProjectView record(@HeaderParam("Idempotency-Key") String key, ProjectTerms terms);

    @GET
    @Path("/{id}/contracts")
    Page<ContractView> contracts(@PathParam("id") String id, @QueryParam("limit") Integer limit);
}
