package org.fundtrail.gateway.export;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.gateway.door.Person;
import org.fundtrail.gateway.openapi.WholeApi;

/** The whole record of both services with all that proves it, for whoever checks it elsewhere. */
@Path("/api/v1/export")
@Tag(name = "Export", description = "The whole record with all that proves it, to be checked elsewhere")
public class ExportApi {
    private static final String ZIP = "application/zip";

    private final ServiceExport services;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    ExportApi(ServiceExport services, SecurityIdentity identity, InstantSource clock) {
        this.services = services;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Produces(ZIP)
    @RolesAllowed({Person.AUDITOR, Person.ADMINISTRATOR})
    @Operation(operationId = "export", summary = "Exports the whole record with all that proves it", description = """
                    A ZIP of both services that the verifier checks without access to this installation: signed checkpoints, the log of all entries in a \
                    form that foreign tools read (C2SP tlog-tiles), and every row of every table as the databases hold it. Each service is of one \
                    moment. Names and identifiers of people are not in it. It is streamed; if it breaks off, the connection does, and a ZIP whose \
                    comment does not say the SHA-256 of all before it is none.""")
    @Extension(name = WholeApi.JOINT, value = "true")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export() {
        var reader = Person.of(identity);
        var madeAt = clock.instant();
        var joint = new JointExport(
                services.ofFunding(reader), services.ofInfrastructure(reader)); // before anything is sent
        StreamingOutput zip = out -> joint.write(out, madeAt);
        return Response.ok(zip, ZIP)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"fundtrail-export-"
                                + madeAt.toString().substring(0, 10) + ".zip\"")
                .build();
    }
}
