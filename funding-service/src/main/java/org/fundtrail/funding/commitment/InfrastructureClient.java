package org.fundtrail.funding.commitment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What funding-service asks infrastructure-service, in the caller's name. */
@RegisterRestClient(configKey = "infrastructure")
@Path("/api/infrastructure/v1")
interface InfrastructureClient {

    @GET
    @Path("/projects/{id}")
    Project project(@HeaderParam("Authorization") String authorization, @PathParam("id") UUID id);

    @GET
    @Path("/projects")
    Projects projects(@HeaderParam("Authorization") String authorization, @QueryParam("reference") String reference);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Project(UUID id, String reference, Title title, String kind, String institution) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Title(String en, String lt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Projects(List<Project> items) {}
}
