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
import org.fundtrail.funding.api.commitment.CommitmentAmendmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentView;
import org.fundtrail.gateway.door.AsTheReader;

/** Amendments of commitments at the funding-service, asked as the reader. */
@Path("/api/funding/v1")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface CommitmentAmendmentClient {

    @POST
    @Path("/commitments/{id}/amendments")
    CommitmentAmendmentView record(
            @PathParam("id") String commitment,
            @HeaderParam("Idempotency-Key") String key,
            CommitmentAmendmentTerms terms);

    @GET
    @Path("/commitment-amendments/{id}")
    CommitmentAmendmentView read(@PathParam("id") String id);

    @PUT
    @Path("/commitment-amendments/{id}")
    CommitmentAmendmentView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            CommitmentAmendmentTerms terms);

    @POST
    @Path("/commitment-amendments/{id}/decision")
    CommitmentAmendmentView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
