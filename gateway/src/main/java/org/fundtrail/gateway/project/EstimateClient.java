package org.fundtrail.gateway.project;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.estimate.BaselineTerms;
import org.fundtrail.infrastructure.api.estimate.BaselineView;
import org.fundtrail.infrastructure.api.estimate.EstimateFilter;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.estimate.EstimateView;

/** Estimates and the choice among them at the infrastructure-service, asked as the reader; an owner is a project or a works programme. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface EstimateClient {

    @GET
    @Path("/estimates")
    Page<EstimateView> list(
            @BeanParam EstimateFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    /** {@code owner} is {@code projects} or {@code works-programmes}. */
    @GET
    @Path("/{owner}/{id}/estimates")
    Page<EstimateView> ladder(
            @PathParam("owner") String owner,
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @POST
    @Path("/{owner}/{id}/estimates")
    EstimateView record(
            @PathParam("owner") String owner,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            EstimateTerms terms);

    @POST
    @Path("/{owner}/{id}/baseline")
    BaselineView propose(
            @PathParam("owner") String owner,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            BaselineTerms terms);

    @GET
    @Path("/baselines/{id}")
    BaselineView baseline(@PathParam("id") String id);

    @POST
    @Path("/baselines/{id}/decision")
    BaselineView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
