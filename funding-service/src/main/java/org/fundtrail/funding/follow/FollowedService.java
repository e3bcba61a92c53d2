package org.fundtrail.funding.follow;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;

/** What funding-service asks infrastructure-service in its own name. */
@RegisterRestClient(configKey = "infrastructure")
@Path("/api/infrastructure/v1")
interface FollowedService {

    /** The entries behind a position, in their order and without a gap. */
    @GET
    @Path("/entries")
    Page<FollowedEntry> entries(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("after") Long after,
            @QueryParam("order") String order,
            @QueryParam("limit") int limit);

    @GET
    @Path("/expenditure")
    Page<ExpenditureView> expenditure(
            @HeaderParam("Authorization") String authorization, @QueryParam("id") Collection<UUID> ids);

    /** What a newer infrastructure-service says besides does not concern us. */
    @ClientObjectMapper
    static ObjectMapper lenient(ObjectMapper strict) {
        return strict.copy()
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
