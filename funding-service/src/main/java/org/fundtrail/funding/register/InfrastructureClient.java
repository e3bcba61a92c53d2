package org.fundtrail.funding.register;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** What funding-service asks infrastructure-service, in the caller's name. */
@RegisterRestClient(configKey = "infrastructure")
@Path("/api/infrastructure/v1")
interface InfrastructureClient {

    @GET
    @Path("/projects/{id}")
    ProjectView project(@HeaderParam("Authorization") String authorization, @PathParam("id") UUID id);

    @GET
    @Path("/projects")
    Page<ProjectView> projects(
            @HeaderParam("Authorization") String authorization, @QueryParam("reference") String reference);

    @GET
    @Path("/expenditure")
    Page<ExpenditureView> expenditure(
            @HeaderParam("Authorization") String authorization, @QueryParam("id") List<UUID> ids);

    @GET
    @Path("/expenditure")
    Page<ExpenditureView> expenditureOf(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("project") String project,
            @QueryParam("after") String after,
            @QueryParam("limit") int limit);

    /** What a newer infrastructure-service says besides does not concern us. */
    @ClientObjectMapper
    static ObjectMapper lenient(ObjectMapper strict) {
        return strict.copy()
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
