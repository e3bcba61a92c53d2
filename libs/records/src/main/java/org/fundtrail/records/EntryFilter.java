package org.fundtrail.records;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;

/** Which entries, as asked for in the query. */
public class EntryFilter {
    @QueryParam("after")
    @Parameter(description = "Read on after this position: the next of an earlier answer", example = "17")
    String after;

    @QueryParam("limit")
    @Parameter(description = "How many at most: 1 to 200, 50 unless given")
    String limit;

    @QueryParam("subject")
    @Parameter(description = "Only entries about the record with this id, or about what belongs to it")
    String subject;

    @QueryParam("actor")
    @Parameter(
            description = "Only what this person or program did: their id, or a part of their name",
            example = "Kazlauskaitė")
    String actor;

    @QueryParam("action")
    @Parameter(description = "Only this action, or every action that starts with it", example = "allocation.approved")
    String action;

    @QueryParam("from")
    @Parameter(description = "Recorded on or after this day (Europe/Vilnius)", example = "2026-01-01")
    String from;

    @QueryParam("to")
    @Parameter(description = "Recorded on or before this day (Europe/Vilnius)", example = "2026-12-31")
    String to;

    @QueryParam("order")
    @Parameter(description = "asc (as recorded, the default) or desc (newest first)")
    String order;

    @QueryParam("bodies")
    @Parameter(description = "true: with the canonical JSON that was hashed", example = "true")
    String bodies;

    boolean withBodies() {
        if (bodies == null || bodies.isBlank() || bodies.equals("false")) {
            return false;
        }
        if (bodies.equals("true")) {
            return true;
        }
        throw Refusal.ofField(InputRule.UNKNOWN_VALUE, "bodies", "allowed", "true, false");
    }

    Long after() {
        try {
            return after == null || after.isBlank() ? null : Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
        }
    }

    int limit() {
        return Page.limit(limit);
    }

    UUID subject() {
        try {
            return subject == null || subject.isBlank() ? null : UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofField(InputRule.MALFORMED_VALUE, "subject", "expected", "give the id of a record");
        }
    }

    LocalDate from() {
        return Checks.day(from, "from");
    }

    LocalDate to() {
        return Checks.day(to, "to");
    }

    boolean newestFirst() {
        if (order == null || order.equals("asc")) {
            return false;
        }
        if (order.equals("desc")) {
            return true;
        }
        throw Refusal.ofField(InputRule.UNKNOWN_VALUE, "order", "allowed", "asc, desc");
    }
}
