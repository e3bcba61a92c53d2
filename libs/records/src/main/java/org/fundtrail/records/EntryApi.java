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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Entry;
import org.fundtrail.common.ListFile;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;

/** The record of every accepted change, which is the feed for other programs too. */
@Path("/v1/entries")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Audit trail",
        description = "Every accepted change: who, when, why, before and after, and the money that moved")
public class EntryApi {
    private static final Columns<Line> COLUMNS = Columns.of(Line.class)
            .with("position", line -> line.entry().position())
            .with("recordedAt", line -> line.entry().recordedAt())
            .with("effectiveDate", line -> line.entry().effectiveDate())
            .with("statedDate", line -> line.entry().statedDate())
            .with("actor", line -> line.entry().actor().id())
            .with("actorName", line -> line.entry().actorName())
            .with("role", line -> line.entry().role())
            .with("client", line -> line.entry().client())
            .with("institution", line -> line.entry().institution())
            .with("action", line -> line.entry().action())
            .with("subjectType", line -> line.entry().subject().type())
            .with("subjectReference", line -> line.entry().subject().reference())
            .with("subjectId", line -> line.entry().subject().id())
            .with("sentence", line -> line.entry().sentence())
            .with("reason", line -> line.entry().reason())
            .with("amount", line -> line.entry().about().get("amount"))
            .with("currency", line -> line.entry().about().get("currency"))
            .with("field", line -> line.change() == null ? null : line.change().field())
            .with(
                    "before",
                    line -> line.change() == null ? null : text(line.change().before()))
            .with(
                    "after",
                    line -> line.change() == null ? null : text(line.change().after()))
            .with("leafHash", line -> line.entry().leafHash());

    private final Entries entries;
    private final EntryProofs proofs;
    private final SignedIn signedIn;

    EntryApi(Entries entries, EntryProofs proofs, SignedIn signedIn) {
        this.entries = entries;
        this.proofs = proofs;
        this.signedIn = signedIn;
    }

    @GET
    @OpenToServices
    @Operation(
            operationId = "listEntries",
            summary = "Reads the audit trail",
            description =
                    "Committed entries in the order of their positions. Keep the last position seen and ask for what comes "
                            + "after it to follow the record. A filtered feed skips positions. Only entries of the reader's institution, "
                            + "unless the reader is an auditor or administrator. As CSV: the whole filtered record, one line per changed "
                            + "field.")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<Entry> list(@BeanParam EntryFilter filter, @Context HttpHeaders headers) {
        return entries.list(signedIn.caller(), filter, language(headers));
    }

    @GET
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam EntryFilter filter, @Context HttpHeaders headers) {
        var reader = signedIn.caller();
        var language = language(headers);
        return ListFile.of(headers, "audit-trail", COLUMNS.names(), after -> {
            var page = after == null
                    ? entries.list(reader, filter, language)
                    : entries.page(reader, filter, Long.valueOf(after), language);
            return COLUMNS.cells(
                    new Page<>(page.items().stream().flatMap(EntryApi::lines).toList(), page.next()));
        });
    }

    /** An entry and one of the fields that it changed, or none. */
    private record Line(Entry entry, Entry.ChangedField change) {}

    /** One line per changed field, and one for what changes none. */
    private static Stream<Line> lines(Entry e) {
        return e.changes().isEmpty()
                ? Stream.of(new Line(e, null))
                : e.changes().stream().map(change -> new Line(e, change));
    }

    private static String text(JsonNode value) {
        return value == null || value.isNull() ? null : value.isValueNode() ? value.asText() : value.toString();
    }

    private static Sentences.Language language(HttpHeaders headers) {
        return Sentences.Language.of(headers.getAcceptableLanguages());
    }

    @GET
    @OpenToServices
    @Path("/{position: \\d{1,18}}")
    @Operation(operationId = "readEntry", summary = "Reads the entry at a position")
    public Entry read(@PathParam("position") long position, @Context HttpHeaders headers) {
        return entries.at(signedIn.caller(), position, language(headers));
    }

    @GET
    @Path("/{position: \\d{1,18}}/proof")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "proveEntry",
            summary = "Proves an entry to whoever has nothing but this answer and the key of the log",
            description =
                    "As a proof of C2SP tlog-proof: the entry's body in Base64 (extra), its position (index), the hashes from its leaf to the root, "
                            + "and the newest signed checkpoint. The leaf is SHA-256 of a zero byte and the body.")
    public String prove(@PathParam("position") long position, @Context HttpHeaders headers) {
        var entry = entries.at(signedIn.caller(), position, language(headers));
        return proofs.of(entry.position(), entry.body());
    }
}
