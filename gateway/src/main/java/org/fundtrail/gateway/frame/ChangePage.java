package org.fundtrail.gateway.frame;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Where what was returned is changed and sent again. */
public interface ChangePage {

    FormFlow flow();

    /** The form by which the record of this id is changed; it is read when it is needed. */
    Recording<?> changing(String id);

    @GET
    @Path("/{id}/change")
    default Response askToChange(@PathParam("id") String id) {
        return changing(id).ask();
    }

    @POST
    @Path("/{id}/change/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    default Response change(
            @PathParam("id") String id, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return changing(id).go(to, sent);
    }

    @GET
    @Path("/{id}/change/{to}")
    default Response resumeChange(@PathParam("id") String id, @PathParam("to") String to) {
        return changing(id).resume(to);
    }
}
