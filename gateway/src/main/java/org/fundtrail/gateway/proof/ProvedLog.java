package org.fundtrail.gateway.proof;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Entry;
import org.fundtrail.common.FindingAnswer;
import org.fundtrail.common.FindingView;
import org.fundtrail.common.InclusionProof;
import org.fundtrail.common.LogCheckpoint;
import org.fundtrail.common.LogKey;
import org.fundtrail.common.LogStanding;
import org.fundtrail.common.Page;
import org.fundtrail.common.VerificationView;
import org.fundtrail.gateway.door.AsTheReader;

/** What proves the record of a service, asked as the reader. */
public interface ProvedLog {
    @GET
    @Path("/log/standing")
    Uni<LogStanding> standing();

    @GET
    @Path("/log/keys")
    Keys keys();

    record Keys(List<LogKey> items) {}

    @GET
    @Path("/log/checkpoints/{size}")
    LogCheckpoint checkpoint(@PathParam("size") long size);

    @GET
    @Path("/log/inclusion")
    InclusionProof inclusion(@QueryParam("position") long position, @QueryParam("size") long size);

    @GET
    @Path("/entries/{position}")
    Entry entry(@PathParam("position") long position);

    /** What proves an entry to somebody who has nothing else, as a file. */
    @GET
    @Path("/entries/{position}/proof")
    @Produces(MediaType.TEXT_PLAIN)
    String proof(@PathParam("position") long position);

    @POST
    @Path("/log/verifications")
    VerificationView verify(@HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("/log/verifications")
    Page<VerificationView> verifications(@QueryParam("limit") int limit);

    @GET
    @Path("/log/findings")
    Page<FindingView> findings(@QueryParam("open") Boolean isOpen, @QueryParam("limit") int limit);

    @GET
    @Path("/log/findings/{id}")
    FindingView finding(@PathParam("id") UUID id);

    @POST
    @Path("/log/findings/{id}/answer")
    FindingView answer(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, FindingAnswer answer);

    @Path("/api/funding/v1")
    @RegisterRestClient(configKey = "funding")
    @RegisterClientHeaders(AsTheReader.class)
    interface OfFunding extends ProvedLog {}

    @Path("/api/infrastructure/v1")
    @RegisterRestClient(configKey = "infrastructure")
    @RegisterClientHeaders(AsTheReader.class)
    interface OfInfrastructure extends ProvedLog {}
}
