package org.fundtrail.gateway.amendment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.funding.api.allocation.AllocationAmendmentTerms;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.funding.api.allocation.ClosureTerms;
import org.fundtrail.funding.api.allocation.DecommitmentTerms;
import org.fundtrail.gateway.door.AsTheReader;

/** Amendments, decommitments and closures of allocations at the funding-service, asked as the reader. */
@Path("/api/funding/v1")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface AllocationAmendmentClient {

    @POST
    @Path("/allocations/{id}/amendments")
    AllocationAmendmentView amend(
            @PathParam("id") String allocation,
            @HeaderParam("Idempotency-Key") String key,
            AllocationAmendmentTerms terms);

    @POST
    @Path("/allocations/{id}/decommitments")
    AllocationAmendmentView decommit(
            @PathParam("id") String allocation, @HeaderParam("Idempotency-Key") String key, DecommitmentTerms terms);

    @POST
    @Path("/allocations/{id}/closure")
    AllocationAmendmentView close(
            @PathParam("id") String allocation, @HeaderParam("Idempotency-Key") String key, ClosureTerms terms);

    @GET
    @Path("/allocation-amendments/{id}")
    AllocationAmendmentView read(@PathParam("id") String id);

    /** @param terms of what it is, whichever of the three */
    @PUT
    @Path("/allocation-amendments/{id}")
    AllocationAmendmentView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Record terms);

    @POST
    @Path("/allocation-amendments/{id}/decision")
    AllocationAmendmentView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
