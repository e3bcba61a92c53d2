package org.fundtrail.gateway.project;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.gateway.door.AsTheReader;

/** What the funding-service has for a project, asked as the reader. */
@Path("/api/funding/v1")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
public interface ProjectMoneyClient {

    @GET
    @Path("/commitments")
    Page<CommitmentView> commitments(@QueryParam("project") String project, @QueryParam("limit") Integer limit);
}
