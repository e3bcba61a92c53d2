package org.fundtrail.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Csv;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Page;

/** The record of every accepted change, which is the feed for other programs too. */
@Path("/v1/entries")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Audit trail",
        description = "Every accepted change: who, when, why, before and after, and the money that moved")
public class EntryApi {
    private static final List<String> HEAD = List.of(
            "position",
            "recordedAt",
            "effectiveDate",
            "statedDate",
            "actor",
            "actorName",
            "role",
            "client",
            "institution",
            "action",
            "subjectType",
            "subjectReference",
            "subjectId",
            "sentence",
            "reason",
            "amount",
            "currency",
            "field",
            "before",
            "after",
            "leafHash");

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
                            + "unless the reader is an auditor or administrator. As CSV: the whole filtered record, one line per changed "
                            + "field.")
    @Extension(name = ApiDocument.CSV, value = "true")
    public Page<Entry> list(@BeanParam EntryFilter filter, @Context HttpHeaders headers) {
        return entries.list(signedIn.caller(), filter, language(headers));
    }

    @GET
    @Produces("text/csv")
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response csv(@BeanParam EntryFilter filter, @Context HttpHeaders headers) {
        var reader = signedIn.caller();
        var language = language(headers);
        return Csv.stream(
                "audit-trail",
                HEAD,
                after -> {
                    var page = after == null
                            ? entries.list(reader, filter, language)
                            : entries.page(reader, filter, Long.valueOf(after), language);
                    return new Page<>(
                            page.items().stream().flatMap(EntryApi::lines).toList(), page.next());
                },
                line -> line);
    }

    /** One line per changed field, and one for what changes none. */
    private static Stream<List<String>> lines(Entry e) {
        return e.changes().isEmpty()
                ? Stream.of(line(e, null))
                : e.changes().stream().map(change -> line(e, change));
    }

    private static List<String> line(Entry e, Entry.ChangedField change) {
        return Csv.row(
                e.position(),
                e.recordedAt(),
                e.effectiveDate(),
                e.statedDate(),
                e.actor().id(),
                e.actorName(),
                e.role(),
                e.client(),
                e.institution(),
                e.action(),
                e.subject().type(),
                e.subject().reference(),
                e.subject().id(),
                e.sentence(),
                e.reason(),
                e.about().get("amount"),
                e.about().get("currency"),
                change == null ? null : change.field(),
                change == null ? null : text(change.before()),
                change == null ? null : text(change.after()),
                e.leafHash());
    }

    private static String text(JsonNode value) {
        return value == null || value.isNull() ? null : value.isValueNode() ? value.asText() : value.toString();
    }

    private static Sentences.Language language(HttpHeaders headers) {
        return Sentences.Language.of(headers.getAcceptableLanguages());
    }

    @GET
    @Path("/{position: \\d{1,18}}")
    @Operation(operationId = "readEntry", summary = "Reads the entry at a position")
    public Entry read(@PathParam("position") long position, @Context HttpHeaders headers) {
        return entries.at(signedIn.caller(), position, language(headers));
    }
}
