package org.fundtrail.gateway.allocation;

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
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.funding.api.allocation.AllocationFilter;
import org.fundtrail.funding.api.allocation.AllocationTerms;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.gateway.door.AsTheReader;

/** Allocations at the funding-service, asked as the reader. */
@Path("/api/funding/v1/allocations")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface AllocationClient {

    @GET
    Page<AllocationView> list(
            @BeanParam AllocationFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/{id}")
    AllocationView read(@PathParam("id") String id);

    @POST
    AllocationView record(@HeaderParam("Idempotency-Key") String key, AllocationTerms terms);

    @PUT
    @Path("/{id}")
    AllocationView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            AllocationTerms terms);

    @POST
    @Path("/{id}/decision")
    AllocationView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);

    @GET
    @Path("/{id}/receipts")
    Page<ReceiptView> receipts(@PathParam("id") String id, @QueryParam("limit") Integer limit);

    @GET
    @Path("/{id}/commitments")
    Page<CommitmentView> commitments(@PathParam("id") String id, @QueryParam("limit") Integer limit);

    @GET
    @Path("/{id}/amendments")
    Page<AllocationAmendmentView> amendments(@PathParam("id") String id, @QueryParam("limit") Integer limit);
}
