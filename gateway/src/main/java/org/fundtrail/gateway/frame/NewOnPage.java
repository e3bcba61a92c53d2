package org.fundtrail.gateway.frame;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.fundtrail.common.Kind;

/** Where something is recorded on a record: the form, its check, its recording. */
public interface NewOnPage {

    /** What it is recorded on. */
    Kind ownerKind();

    /** The form on the record of this id, which is read when it is needed: without it what was typed comes back. */
    Recording<?> recordingOn(String owner);

    FormFlow flow();

    /** On the record that the address names; without one it leads to the list where it is chosen. */
    @GET
    @Path("/new")
    default Response ask() {
        var owner = flow().view().asked(Owner.by(ownerKind()));
        return owner == null
                ? View.to("/" + ownerKind().room())
                : recordingOn(owner).ask();
    }

    @POST
    @Path("/new/{owner}/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    default Response record(
            @PathParam("owner") String owner, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return recordingOn(owner).go(to, sent);
    }

    @GET
    @Path("/new/{owner}/{to}")
    default Response resume(@PathParam("owner") String owner, @PathParam("to") String to) {
        return recordingOn(owner).resume(to);
    }
}
