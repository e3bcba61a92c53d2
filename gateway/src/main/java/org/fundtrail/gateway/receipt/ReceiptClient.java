package org.fundtrail.gateway.receipt;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.receipt.ReceiptFilter;
import org.fundtrail.funding.api.receipt.ReceiptRefusal;
import org.fundtrail.funding.api.receipt.ReceiptTerms;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.gateway.door.AsTheReader;

/** Receipts at the funding-service, asked as the reader. */
@Path("/api/funding/v1")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface ReceiptClient {

    @GET
    @Path("/receipts")
    Page<ReceiptView> list(
            @BeanParam ReceiptFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/allocations/{id}/receipts")
    Page<ReceiptView> of(
            @PathParam("id") String allocation,
            @BeanParam ReceiptFilter filter,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @POST
    @Path("/allocations/{id}/receipts")
    ReceiptView record(
            @PathParam("id") String allocation, @HeaderParam("Idempotency-Key") String key, ReceiptTerms terms);

    @GET
    @Path("/receipts/{id}")
    ReceiptView read(@PathParam("id") String id);

    @POST
    @Path("/receipts/{id}/confirmation")
    ReceiptView confirm(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Map<String, String> nothing);

    @POST
    @Path("/receipts/{id}/refusal")
    ReceiptView refuse(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ReceiptRefusal refusal);
}
