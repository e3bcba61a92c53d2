package org.fundtrail.gateway.contract;

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
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.contract.ContractFilter;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.api.contract.ContractView;

/** Contracts at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface ContractClient {

    @GET
    @Path("/contracts")
    Page<ContractView> list(
            @BeanParam ContractFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    @Path("/projects/{id}/contracts")
    ContractView record(
            @PathParam("id") String project, @HeaderParam("Idempotency-Key") String key, ContractTerms terms);

    @GET
    @Path("/contracts/{id}")
    ContractView read(@PathParam("id") String id);

    @PUT
    @Path("/contracts/{id}")
    ContractView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ContractTerms terms);

    @POST
    @Path("/contracts/{id}/decision")
    ContractView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
