package org.fundtrail.gateway.frame;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Where what was recorded wrongly is put right, with a reason. */
public interface CorrectionPage {

    FormFlow flow();

    /** The form by which the record of this id is corrected; it is read when it is needed. */
    Recording<?> correcting(String id);

    @GET
    @Path("/{id}/correct")
    default Response askToCorrect(@PathParam("id") String id) {
        return correcting(id).ask();
    }

    @POST
    @Path("/{id}/correct/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    default Response correct(
            @PathParam("id") String id, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return correcting(id).go(to, sent);
    }

    @GET
    @Path("/{id}/correct/{to}")
    default Response resumeCorrection(@PathParam("id") String id, @PathParam("to") String to) {
        return correcting(id).resume(to);
    }
}
