package org.fundtrail.gateway.frame;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.form.Form;

/** Where one record is read. */
public interface RecordPage {

    Kind kind();

    FormFlow flow();

    /**
     * Its page.
     *
     * @param form what was sent from it and not taken, with what is wrong; or an empty one
     * @param done what was just done, or null
     */
    Response detail(String id, Form form, String done);

    @GET
    @Path("/{id}")
    default Response detail(@PathParam("id") String id) {
        var view = flow().view();
        return detail(id, flow().begun(kind(), id), view.done());
    }
}
