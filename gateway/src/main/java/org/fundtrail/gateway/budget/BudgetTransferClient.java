package org.fundtrail.gateway.budget;

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
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.budget.BudgetTransferTerms;
import org.fundtrail.infrastructure.api.budget.BudgetTransferView;

/** Transfers between cost lines at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface BudgetTransferClient {

    @POST
    @Path("/projects/{id}/budget-transfers")
    BudgetTransferView record(
            @PathParam("id") String project, @HeaderParam("Idempotency-Key") String key, BudgetTransferTerms terms);

    @GET
    @Path("/projects/{id}/budget-transfers")
    Page<BudgetTransferView> of(
            @PathParam("id") String project, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/budget-transfers/{id}")
    BudgetTransferView read(@PathParam("id") String id);

    @PUT
    @Path("/budget-transfers/{id}")
    BudgetTransferView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            BudgetTransferTerms terms);

    @POST
    @Path("/budget-transfers/{id}/decision")
    BudgetTransferView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
