package org.fundtrail.journal;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Csv;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;

/** The record of every accepted change, which is the feed for other programs too. */
@Path("/v1/entries")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Audit trail",
        description = "Every accepted change: who, when, why, before and after, and the money that moved")
public class EntryApi {
    private final Entries entries;
    private final SignedIn signedIn;

    EntryApi(Entries entries, SignedIn signedIn) {
        this.entries = entries;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listEntries",
            summary = "Reads the audit trail",
            description =
                    "Committed entries in the order of their positions. Keep the last position seen and ask for what comes "
                            + "after it to follow the record. A filtered feed skips positions. Only entries of the reader's institution, "
                            + "unless the reader is an auditor or administrator.")
    @Extension(name = ApiDocument.CSV, value = "true")
    public Page<Entry> list(@BeanParam EntryFilter filter) {
        return entries.list(signedIn.caller(), filter, filter.after());
    }

    @GET
    @Produces("text/csv")
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response csv(@BeanParam EntryFilter filter) {
        var reader = signedIn.caller();
        return Csv.stream(
                "audit-trail",
                List.of(
                        "position",
                        "recordedAt",
                        "effectiveDate",
                        "actor",
                        "role",
                        "client",
                        "institution",
                        "action",
                        "subjectType",
                        "subjectReference",
                        "subjectId",
                        "sentence",
                        "reason",
                        "leafHash"),
                after -> entries.list(reader, filter, after == null ? filter.after() : Long.valueOf(after)),
                e -> Csv.row(
                        e.position(),
                        e.recordedAt(),
                        e.effectiveDate(),
                        e.actor(),
                        e.role(),
                        e.client(),
                        e.institution(),
                        e.action(),
                        e.subject().type(),
                        e.subject().reference(),
                        e.subject().id(),
                        e.sentence(),
                        e.reason(),
                        e.leafHash()));
    }

    @GET
    @Path("/{position: \\d{1,18}}")
    @Operation(operationId = "readEntry", summary = "Reads the entry at a position")
    public Entry read(@PathParam("position") long position) {
        var entry = entries.at(signedIn.caller(), position);
        if (entry == null) {
            throw Refusal.notFound();
        }
        return entry;
    }
}
