package org.fundtrail.gateway.certificate;

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
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.certificate.CertificateComputation;
import org.fundtrail.infrastructure.api.certificate.CertificateFilter;
import org.fundtrail.infrastructure.api.certificate.CertificateTerms;
import org.fundtrail.infrastructure.api.certificate.CertificateView;

/** Payment certificates at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
public interface CertificateClient {

    @GET
    @Path("/certificates")
    Page<CertificateView> list(
            @BeanParam CertificateFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    @Path("/contracts/{id}/certificates")
    CertificateView record(
            @PathParam("id") String contract, @HeaderParam("Idempotency-Key") String key, CertificateTerms terms);

    /** What it would come to; nothing is recorded. */
    @POST
    @Path("/contracts/{id}/certificates/preview")
    CertificateComputation preview(@PathParam("id") String contract, CertificateTerms terms);

    @GET
    @Path("/certificates/{id}")
    CertificateView read(@PathParam("id") String id);

    @PUT
    @Path("/certificates/{id}")
    CertificateView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            CertificateTerms terms);

    @POST
    @Path("/certificates/{id}/decision")
    CertificateView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
