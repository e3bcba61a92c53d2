package org.fundtrail.gateway.frame;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.fundtrail.common.Decision;

/** Where a second person decides on a record. */
public interface DecisionPage extends RecordPage {

    /** Tells the service what was decided on this version. */
    void decide(String id, String version, String key, Decision decision);

    /** What is looked up for whoever decides on it. */
    List<Check> checks(String id);

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    default Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow().decide(sent, this, id);
    }
}
