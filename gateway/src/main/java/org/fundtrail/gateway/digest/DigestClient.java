package org.fundtrail.gateway.digest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.funding.api.digest.DigestTerms;
import org.fundtrail.funding.api.digest.DigestView;
import org.fundtrail.gateway.door.AsTheReader;

/** The reader's own digest. */
@Path("/api/funding/v1/digest")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
interface DigestClient {
    @GET
    DigestView read();

    @PUT
    void turnOn(DigestTerms terms);

    @DELETE
    void turnOff();
}
