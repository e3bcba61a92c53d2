package org.fundtrail.gateway.claim;

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
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.claim.ClaimAuthorisation;
import org.fundtrail.funding.api.claim.ClaimClockChange;
import org.fundtrail.funding.api.claim.ClaimFilter;
import org.fundtrail.funding.api.claim.ClaimPayment;
import org.fundtrail.funding.api.claim.ClaimSubmission;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.ClaimWithdrawal;
import org.fundtrail.funding.api.claim.ClaimableCommitment;
import org.fundtrail.funding.api.claim.ClaimableCost;
import org.fundtrail.gateway.door.AsTheReader;

/** Claims at the funding-service, asked as the reader. */
@Path("/api/funding/v1/claims")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface ClaimClient {

    @GET
    Page<ClaimView> list(
            @BeanParam ClaimFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    /** What of a project's costs can be claimed from an allocation. */
    @GET
    @Path("/claimable")
    Page<ClaimableCost> claimable(
            @QueryParam("allocation") String allocation,
            @QueryParam("project") String project,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    /** What of all that the allocation commits to the project no claim has. */
    @GET
    @Path("/claimable/commitment")
    ClaimableCommitment claimableCommitment(
            @QueryParam("allocation") String allocation, @QueryParam("project") String project);

    @POST
    ClaimView record(@HeaderParam("Idempotency-Key") String key, ClaimTerms terms);

    @GET
    @Path("/{id}")
    ClaimView read(@PathParam("id") String id);

    @PUT
    @Path("/{id}")
    ClaimView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ClaimTerms terms);

    @POST
    @Path("/{id}/submission")
    ClaimView submit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ClaimSubmission submission);

    @POST
    @Path("/{id}/verification")
    ClaimView verify(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ClaimVerification verification);

    @POST
    @Path("/{id}/authorisation")
    ClaimView authorise(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ClaimAuthorisation authorisation);

    @POST
    @Path("/{id}/payment")
    ClaimView pay(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ClaimPayment payment);

    @POST
    @Path("/{id}/clock")
    ClaimView clock(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ClaimClockChange change);

    @POST
    @Path("/{id}/withdrawal")
    ClaimView withdraw(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ClaimWithdrawal withdrawal);
}
