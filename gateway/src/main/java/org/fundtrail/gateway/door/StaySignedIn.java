package org.fundtrail.gateway.door;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the button that is shown before a session ends: asking for anything prolongs it, and this is the least there is to ask for. */
@Path("/session")
public class StaySignedIn {
    private final SessionEnd session;

    StaySignedIn(SessionEnd session) {
        this.session = session;
    }

    /**
     * How long the session lasts from now on.
     *
     * @param last whether it can last no longer
     */
    public record Left(long seconds, boolean last) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Left left() {
        return new Left(session.seconds(), session.isLast());
    }
}
