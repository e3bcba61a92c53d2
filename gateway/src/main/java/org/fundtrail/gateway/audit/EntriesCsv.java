package org.fundtrail.gateway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.fundtrail.gateway.page.FundingClient.Change;
import org.fundtrail.gateway.page.FundingClient.Entry;

/** Entries as CSV for a spreadsheet: UTF-8 with its mark, every cell in quotes, what would run as a formula disarmed. */
final class EntriesCsv {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Object[] HEAD = {
        "service",
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
        "leafHash"
    };

    private final BufferedWriter out;

    EntriesCsv(OutputStream to) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        out.write('\ufeff');
        row(HEAD);
    }

    /** One line per changed field, and one for an entry that changes none. */
    void write(Trail.Line line) throws IOException {
        var changes = line.entry().changes();
        if (changes == null || changes.isEmpty()) {
            row(line.service(), line.entry(), null);
            return;
        }
        for (var change : changes) {
            row(line.service(), line.entry(), change);
        }
    }

    private void row(String service, Entry e, Change change) throws IOException {
        var actor = e.actor();
        var subject = e.subject();
        var about = e.about() == null ? Map.<String, String>of() : e.about();
        row(
                service,
                e.position(),
                e.recordedAt(),
                e.effectiveDate(),
                e.statedDate(),
                actor == null ? null : actor.id(),
                actor == null ? null : actor.name(),
                e.role(),
                e.client(),
                e.institution(),
                e.action(),
                subject == null ? null : subject.type(),
                subject == null ? null : subject.reference(),
                subject == null ? null : subject.id(),
                e.sentence(),
                e.reason(),
                about.get("amount"),
                about.get("currency"),
                change == null ? null : change.field(),
                change == null ? null : text(change.before()),
                change == null ? null : text(change.after()),
                e.leafHash());
    }

    private static String text(Object value) throws JsonProcessingException {
        return value == null
                ? null
                : value instanceof Map<?, ?> || value instanceof Collection<?>
                        ? JSON.writeValueAsString(value)
                        : value.toString();
    }

    private void row(Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "\"" : ",\"");
            out.write(quoted(cells[i]));
            out.write('"');
        }
        out.write("\r\n");
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String quoted(Object value) {
        var text = value == null ? "" : value.toString();
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.replace("\"", "\"\"");
    }

    /** The end of a whole file. One that broke off is not ended, so that nobody takes it for whole. */
    void end() throws IOException {
        out.flush();
    }
}
