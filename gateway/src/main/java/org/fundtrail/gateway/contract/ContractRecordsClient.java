package org.fundtrail.gateway.contract;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.security.SecurityView;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorView;
import org.fundtrail.infrastructure.api.variation.VariationView;

/** What belongs to a contract, asked as the reader. */
@Path("/api/infrastructure/v1/contracts/{id}")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface ContractRecordsClient {

    @GET
    @Path("/variations")
    Uni<Page<VariationView>> variations(@PathParam("id") String contract, @QueryParam("limit") Integer limit);

    @GET
    @Path("/certificates")
    Uni<Page<CertificateView>> certificates(@PathParam("id") String contract, @QueryParam("limit") Integer limit);

    @GET
    @Path("/invoices")
    Uni<Page<InvoiceView>> invoices(@PathParam("id") String contract, @QueryParam("limit") Integer limit);

    @GET
    @Path("/securities")
    Uni<Page<SecurityView>> securities(@PathParam("id") String contract, @QueryParam("limit") Integer limit);

    @GET
    @Path("/subcontractors")
    Uni<Page<SubcontractorView>> subcontractors(@PathParam("id") String contract, @QueryParam("limit") Integer limit);
}
