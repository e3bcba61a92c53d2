package org.fundtrail.gateway.frame;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Where whoever recorded something takes it back while it waits. */
public interface WithdrawalPage extends RecordPage {

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    default Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow().withdraw(sent, this, id);
    }
}
