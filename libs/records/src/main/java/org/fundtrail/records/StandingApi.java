package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Standing;
import org.fundtrail.journal.History;

/** What the frame of every page says of this service: one quick question. */
@Path("/v1/standing")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standing", description = "What waits for the reader, at a glance")
public class StandingApi {
    private static final int MOST = 100;

    private final Waiting waiting;
    private final Returned returned;
    private final Comments comments;
    private final SignedIn signedIn;
    private final History history;
    private final Event<Visit> visits;

    StandingApi(
            Waiting waiting,
            Returned returned,
            Comments comments,
            SignedIn signedIn,
            History history,
            Event<Visit> visits) {
        this.history = history;
        this.visits = visits;
        this.waiting = waiting;
        this.returned = returned;
        this.comments = comments;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "readStanding",
            summary = "Says how much waits for the reader, came back to them and is asked of them, each up to 100")
    public Standing read() {
        var reader = signedIn.caller();
        if (!Drafts.isProgram(reader) && !reader.client().equals(SignedIn.DIGEST)) {
            visits.fire(new Visit(reader));
        }
        return new Standing(
                waiting.count(reader, MOST),
                returned.count(reader, MOST),
                comments.countAsked(reader, MOST),
                history.stopped().map(why -> why.rule().code()).orElse(null));
    }
}
