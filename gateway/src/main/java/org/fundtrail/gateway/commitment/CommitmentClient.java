package org.fundtrail.gateway.commitment;

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
import org.fundtrail.funding.api.commitment.CommitmentAmendmentView;
import org.fundtrail.funding.api.commitment.CommitmentFilter;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.gateway.door.AsTheReader;

/** Commitments at the funding-service, asked as the reader. */
@Path("/api/funding/v1")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface CommitmentClient {

    @GET
    @Path("/commitments")
    Page<CommitmentView> list(
            @BeanParam CommitmentFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/allocations/{id}/commitments")
    Page<CommitmentView> of(
            @PathParam("id") String allocation,
            @BeanParam CommitmentFilter filter,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @POST
    @Path("/allocations/{id}/commitments")
    CommitmentView record(
            @PathParam("id") String allocation, @HeaderParam("Idempotency-Key") String key, CommitmentTerms terms);

    @GET
    @Path("/commitments/{id}")
    CommitmentView read(@PathParam("id") String id);

    @PUT
    @Path("/commitments/{id}")
    CommitmentView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            CommitmentTerms terms);

    @POST
    @Path("/commitments/{id}/decision")
    CommitmentView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);

    @GET
    @Path("/commitments/{id}/amendments")
    Page<CommitmentAmendmentView> amendments(@PathParam("id") String id, @QueryParam("limit") Integer limit);
}
