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
import org.fundtrail.funding.api.recovery.RecoveryDecision;
import org.fundtrail.funding.api.recovery.RecoveryFilter;
import org.fundtrail.funding.api.recovery.RecoveryOffset;
import org.fundtrail.funding.api.recovery.RecoveryPayment;
import org.fundtrail.funding.api.recovery.RecoveryTerms;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.funding.api.recovery.RecoveryWaiver;
import org.fundtrail.gateway.door.AsTheReader;

/** What is to be paid back of claims, at the funding-service, asked as the reader. */
@Path("/api/funding/v1/recoveries")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface RecoveryClient {

    @GET
    Page<RecoveryView> list(
            @BeanParam RecoveryFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    RecoveryView record(@HeaderParam("Idempotency-Key") String key, RecoveryTerms terms);

    @GET
    @Path("/{id}")
    RecoveryView read(@PathParam("id") String id);

    @PUT
    @Path("/{id}")
    RecoveryView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            RecoveryTerms terms);

    @POST
    @Path("/{id}/decision")
    RecoveryView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            RecoveryDecision decision);

    @POST
    @Path("/{id}/payment")
    RecoveryView pay(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            RecoveryPayment payment);

    @POST
    @Path("/{id}/offset")
    RecoveryView offset(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            RecoveryOffset offset);

    @POST
    @Path("/{id}/waiver")
    RecoveryView waive(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            RecoveryWaiver waiver);
}
