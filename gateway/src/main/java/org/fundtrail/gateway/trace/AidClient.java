package org.fundtrail.gateway.trace;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.funding.api.trace.AidFilter;
import org.fundtrail.funding.api.trace.TracedAid;
import org.fundtrail.gateway.door.AsTheReader;

/** Which aid is behind something, at the funding-service, asked as the reader. */
@Path("/api/funding/v1/trace")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
interface AidClient {
    @GET
    TracedAid trace(@BeanParam AidFilter filter);
}
