package org.fundtrail.gateway.report;

import jakarta.ws.rs.BeanParam;
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
import org.fundtrail.infrastructure.api.report.CostReportFilter;
import org.fundtrail.infrastructure.api.report.CostReportSummary;
import org.fundtrail.infrastructure.api.report.CostReportTerms;
import org.fundtrail.infrastructure.api.report.CostReportView;
import org.fundtrail.infrastructure.api.report.IssuedCostReportView;

/** Cost reports at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface CostReportClient {

    /** @param room projects or works-programmes */
    @GET
    @Path("/{room}/{id}/cost-report")
    CostReportView read(@PathParam("room") String room, @PathParam("id") String id, @BeanParam CostReportFilter filter);

    @GET
    @Path("/projects/{id}/cost-reports")
    Page<CostReportSummary> issued(@PathParam("id") String project, @QueryParam("limit") Integer limit);

    @POST
    @Path("/projects/{id}/cost-reports")
    IssuedCostReportView issue(
            @PathParam("id") String project, @HeaderParam("Idempotency-Key") String key, CostReportTerms terms);

    @GET
    @Path("/cost-reports/{id}")
    IssuedCostReportView read(@PathParam("id") String id);
}
