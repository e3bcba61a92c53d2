package org.fundtrail.gateway.checklist;

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
import org.fundtrail.funding.api.checklist.ChecklistFilter;
import org.fundtrail.funding.api.checklist.ChecklistTerms;
import org.fundtrail.funding.api.checklist.ChecklistView;
import org.fundtrail.gateway.door.AsTheReader;

/** Checklists at the funding-service, asked as the reader. */
@Path("/api/funding/v1/checklists")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface ChecklistClient {

    @GET
    Page<ChecklistView> list(
            @BeanParam ChecklistFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    ChecklistView record(@HeaderParam("Idempotency-Key") String key, ChecklistTerms terms);

    @GET
    @Path("/{id}")
    ChecklistView read(@PathParam("id") String id);

    @PUT
    @Path("/{id}")
    ChecklistView change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ChecklistTerms terms);

    @POST
    @Path("/{id}/decision")
    ChecklistView decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);
}
