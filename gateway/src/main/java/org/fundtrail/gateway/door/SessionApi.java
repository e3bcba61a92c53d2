package org.fundtrail.gateway.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Problem;

@Path("/api/v1/sessions")
@Tag(name = "Sessions")
public class SessionApi {
    private final EndedSessions ended;

    SessionApi(EndedSessions ended) {
        this.ended = ended;
    }

    @Schema(name = "SessionsOf", description = "Whose sessions end")
    public record Of(
            @Schema(
                    required = true,
                    maxLength = 300,
                    description = "The subject of the person at the issuer of the sign-in, as /api/v1/me gives it",
                    examples = "officer")
            String subject) {}

    @POST
    @Path("/end")
    @RolesAllowed(Person.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "endSessions",
            summary = "Ends all sessions of a person",
            description =
                    "Every session on pages that was opened before now opens nothing any more, also after a restart. "
                            + "Role: administrator.")
    @APIResponse(responseCode = "204", description = "They are ended")
    @APIResponse(
            responseCode = "400",
            description = "Nobody is named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "403",
            description = "The role does not allow it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response end(Of of, RoutingContext at) {
        new Checks().text(Checks.body(of).subject(), "subject", 300).done();
        ended.endAll(of.subject(), at);
        return Response.noContent().build();
    }
}
