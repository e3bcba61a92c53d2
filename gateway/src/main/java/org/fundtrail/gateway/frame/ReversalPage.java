package org.fundtrail.gateway.frame;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Where it is proposed that what is in force is undone; a second person decides on it where they decided on the record. */
public interface ReversalPage extends RecordPage {

    @POST
    @Path("/{id}/reversal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    default Response reverse(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow().reverse(sent, this, id);
    }
}
