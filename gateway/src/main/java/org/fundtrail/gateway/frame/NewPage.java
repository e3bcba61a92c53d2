package org.fundtrail.gateway.frame;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Where a record of a kind is made: the form, its check, its recording. */
public interface NewPage {

    Recording<?> recording();

    @GET
    @Path("/new")
    default Response ask() {
        return recording().ask();
    }

    @POST
    @Path("/new/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    default Response record(@PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return recording().go(to, sent);
    }

    @GET
    @Path("/new/{to}")
    default Response resume(@PathParam("to") String to) {
        return recording().resume(to);
    }
}
