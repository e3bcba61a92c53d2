package org.fundtrail.gateway.frame;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Throws drafts away; they go on where their forms are. */
@Path("/drafts")
public class DraftPages {
    private final FormDrafts drafts;

    DraftPages(FormDrafts drafts) {
        this.drafts = drafts;
    }

    @POST
    @Path("/{service: funding-service|infrastructure-service}/{key}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(
            @PathParam("service") String service, @PathParam("key") String key, MultivaluedMap<String, String> sent) {
        drafts.discard(service, key);
        return View.to("/");
    }
}
