package org.fundtrail.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Problem;

@Path("/api/v1/me")
@Tag(name = "Me")
public class MeApi {

    @Schema(description = "Who is signed in, and as what.")
    public record Me(
            @Schema(
                    description = "Who knows the person: the OpenID provider, or the demonstration",
                    examples = "urn:fundtrail:demonstration")
            String issuer,

            @Schema(
                    description =
                            "What the issuer calls the person for good; issuer and subject together are the person",
                    examples = "officer")
            String subject,

            @Schema(description = "The name of the person", examples = "Rasa Kazlauskaitė")
            String name,

            @Schema(description = "What the person may do", examples = "[\"funding-officer\"]")
            Set<String> roles,

            @Schema(description = "Whose records the person sees and changes", examples = "LT-VRM")
            String institution,

            @Schema(description = "True where the users are those of the demonstration")
            boolean demonstration) {}

    private final SecurityIdentity identity;
    private final DoorConfig config;

    MeApi(SecurityIdentity identity, DoorConfig config) {
        this.identity = identity;
        this.config = config;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "me", summary = "Who is signed in")
    @APIResponse(
            responseCode = "200",
            description = "The person as the services know them",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Me.class),
                            examples =
                                    @ExampleObject(
                                            name = "officer",
                                            value =
                                                    "{\"issuer\": \"urn:fundtrail:demonstration\", \"subject\": \"officer\", \"name\": \"Rasa Kazlauskaitė\", \"roles\": [\"funding-officer\"], \"institution\": \"LT-VRM\", \"demonstration\": true}")))
    @APIResponse(
            responseCode = "401",
            description = "Nobody is signed in",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Me me() {
        var person = Person.of(identity);
        return new Me(
                person.issuer(),
                person.subject(),
                person.name(),
                person.roles(),
                person.institution(),
                config.demonstration());
    }
}
