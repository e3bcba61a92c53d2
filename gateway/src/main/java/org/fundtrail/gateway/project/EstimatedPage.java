package org.fundtrail.gateway.project;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.RecordPage;
import org.fundtrail.gateway.frame.Recording;

/** What an estimate can be recorded of: a project or a works programme. */
public interface EstimatedPage extends RecordPage {

    EstimatePages estimates();

    /** What the estimate is of. */
    Owner estimated(String id);

    private Recording<?> recordingEstimate(String id) {
        return estimates().recordingOf(kind(), id, Lazy.of(() -> estimated(id)));
    }

    @GET
    @Path("/{id}/estimates/new")
    default Response askEstimate(@PathParam("id") String id) {
        return recordingEstimate(id).ask();
    }

    @POST
    @Path("/{id}/estimates/new/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    default Response recordEstimate(
            @PathParam("id") String id, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return recordingEstimate(id).go(to, sent);
    }

    @GET
    @Path("/{id}/estimates/new/{to}")
    default Response resumeEstimate(@PathParam("id") String id, @PathParam("to") String to) {
        return recordingEstimate(id).resume(to);
    }
}
