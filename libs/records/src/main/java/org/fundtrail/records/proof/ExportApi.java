package org.fundtrail.records.proof;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ExportZip;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Role;

/** The whole record with all that proves it, for whoever checks it elsewhere. */
@Path("/v1/export")
@RolesAllowed({Role.AUDITOR, Role.ADMINISTRATOR})
@Tag(name = "Provable history")
public class ExportApi {
    private static final String ZIP = "application/zip";

    private final AgroalDataSource database;
    private final Time time;
    private final String schema;
    private final String origin;

    ExportApi(
            AgroalDataSource database,
            Time time,
            @ConfigProperty(name = "quarkus.hibernate-orm.database.default-schema") String schema,
            @ConfigProperty(name = "fundtrail.log.origin") String origin) {
        this.database = database;
        this.time = time;
        this.schema = schema;
        this.origin = origin;
    }

    @GET
    @Produces(ZIP)
    @Operation(
            operationId = "exportRecord",
            summary = "Exports the record of this service with all that proves it",
            description =
                    "A ZIP of the log, its checkpoints and keys, and every row of every table, all of one moment, streamed. The export of both services "
                            + "at /api/v1/export is what the verifier takes. Names and identifiers of people are not in it. If it breaks off, the "
                            + "connection does: a ZIP without manifest.json and comment is none.")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export() {
        StreamingOutput zip = this::write;
        return Response.ok(zip, ZIP)
                .header("Content-Disposition", "attachment; filename=\"" + schema + "-export.zip\"")
                .build();
    }

    private void write(OutputStream out) throws IOException {
        var madeAt = time.now();
        try (var connection = database.getConnection()) {
            OneMoment.begin(connection);
            try {
                var zip = new ExportZip(out, madeAt);
                new RecordExport(ProvedTables.of(connection, schema), origin).write(connection, zip, madeAt);
                zip.finish();
            } finally {
                OneMoment.end(connection);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
