package org.fundtrail.gateway.trace;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.infrastructure.api.trace.TraceFilter;
import org.fundtrail.infrastructure.api.trace.TracedCosts;

/** By what costs came about, at the infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1/trace")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
interface CostClient {
    @GET
    TracedCosts trace(@BeanParam TraceFilter filter);
}
