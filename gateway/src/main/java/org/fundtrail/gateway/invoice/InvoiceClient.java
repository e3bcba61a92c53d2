package org.fundtrail.gateway.invoice;

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
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.invoice.CreditNoteTerms;
import org.fundtrail.infrastructure.api.invoice.CreditNoteView;
import org.fundtrail.infrastructure.api.invoice.InvoiceDecision;
import org.fundtrail.infrastructure.api.invoice.InvoiceDispute;
import org.fundtrail.infrastructure.api.invoice.InvoiceFilter;
import org.fundtrail.infrastructure.api.invoice.InvoiceMatch;
import org.fundtrail.infrastructure.api.invoice.InvoicePayment;
import org.fundtrail.infrastructure.api.invoice.InvoiceTerms;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;

/** Invoices at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1/invoices")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface InvoiceClient {

    @GET
    Page<InvoiceView> list(
            @BeanParam InvoiceFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    InvoiceView record(@HeaderParam("Idempotency-Key") String key, InvoiceTerms terms);

    @GET
    @Path("/{id}")
    InvoiceView read(@PathParam("id") String id);

    @PUT
    @Path("/{id}")
    InvoiceView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            InvoiceTerms terms);

    @POST
    @Path("/{id}/match")
    InvoiceView match(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            InvoiceMatch match);

    @POST
    @Path("/{id}/approval")
    InvoiceView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            InvoiceDecision decision);

    @POST
    @Path("/{id}/payment")
    InvoiceView pay(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            InvoicePayment payment);

    @POST
    @Path("/{id}/dispute")
    InvoiceView dispute(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            InvoiceDispute dispute);

    @POST
    @Path("/{id}/credit")
    CreditNoteView credit(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, CreditNoteTerms terms);
}
