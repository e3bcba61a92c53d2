package org.fundtrail.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.fundtrail.common.Time;

/** What a body says, by the names of the columns that rows of the journal keep of it. */
final class EntryFacts {
    private EntryFacts() {}

    /** The columns of the entry itself. */
    static Map<String, JsonNode> ofEntry(JsonNode body) {
        var said = new HashMap<String, JsonNode>();
        body.properties().forEach(field -> {
            if (field.getValue().isValueNode()) {
                said.put(Said.column(field.getKey()), field.getValue());
            }
        });
        said.put("log_id", body.path("log"));
        for (var subject : new String[] {"subject", "parent"}) {
            body.path(subject).properties().forEach(part -> said.put(subject + "_" + part.getKey(), part.getValue()));
        }
        said.remove("step");
        said.put("reverses", body.path("reverses").path("id"));
        return said;
    }

    /** The columns of its leaf. */
    static Map<String, JsonNode> ofLeaf(long position, JsonNode body, byte[] hash) {
        var said = ofEntry(body);
        said.put("position", LongNode.valueOf(position));
        said.put("entry_id", body.path("id"));
        said.put("leaf_hash", bytes(hash));
        said.put("recorded_on", TextNode.valueOf(String.valueOf(day(body))));
        return said;
    }

    /** The columns of its posting of a line; accounts by their codes. */
    static Map<String, JsonNode> ofPosting(int line, JsonNode body, JsonNode posting) {
        var said = new HashMap<String, JsonNode>();
        posting.properties().forEach(field -> said.put(field.getKey(), field.getValue()));
        said.put("log_id", body.path("log"));
        said.put("entry_id", body.path("id"));
        said.put("line", IntNode.valueOf(line));
        said.put("effective_date", body.path("effectiveDate"));
        return said;
    }

    /** The columns of an account that it opens. */
    static Map<String, JsonNode> ofAccount(JsonNode body, JsonNode opened) {
        var said = new HashMap<String, JsonNode>();
        opened.properties().forEach(field -> said.put(field.getKey(), field.getValue()));
        var parts = opened.path("code").asText().split("/");
        said.put("log_id", body.path("log"));
        said.put("institution", body.path("institution"));
        said.put("kind", TextNode.valueOf(parts[0]));
        said.put("owner", parts.length > 1 ? TextNode.valueOf(parts[1]) : null);
        said.put("party", parts.length > 3 ? TextNode.valueOf(parts[2]) : null);
        return said;
    }

    /** As a row of JSON shows bytes. */
    static JsonNode bytes(byte[] bytes) {
        return bytes == null ? null : TextNode.valueOf("\\x" + HexFormat.of().formatHex(bytes));
    }

    /** The day in Vilnius on which it was recorded; null where that cannot be read. */
    static LocalDate day(JsonNode body) {
        try {
            return LocalDate.ofInstant(Instant.parse(body.path("recordedAt").asText()), Time.VILNIUS);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
