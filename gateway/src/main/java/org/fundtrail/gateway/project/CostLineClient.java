package org.fundtrail.gateway.project;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.costline.CostLineTerms;
import org.fundtrail.infrastructure.api.costline.CostLineView;
import org.fundtrail.infrastructure.api.forecast.ForecastTerms;
import org.fundtrail.infrastructure.api.forecast.ForecastView;

/** Cost lines and their forecasts at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface CostLineClient {

    /** Those of a project, in the order in which they were recorded. */
    @GET
    @Path("/projects/{id}/cost-lines")
    Page<CostLineView> ofProject(
            @PathParam("id") String project, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    @Path("/projects/{id}/cost-lines")
    CostLineView record(
            @PathParam("id") String project, @HeaderParam("Idempotency-Key") String key, CostLineTerms terms);

    @GET
    @Path("/cost-lines/{id}")
    CostLineView read(@PathParam("id") String id);

    @GET
    @Path("/cost-lines/{id}/forecasts")
    Page<ForecastView> forecasts(
            @PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    @Path("/cost-lines/{id}/forecasts")
    ForecastView forecast(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, ForecastTerms terms);
}
