package org.fundtrail.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Cursor;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;

/** What waits for a second person. Each service says with one SELECT what that is; who sees and may decide it is the same everywhere. */
@ApplicationScoped
public class Waiting {

    /** A record that waits for somebody to decide on it. */
    @Schema(name = "WaitingRecord", description = "A record that waits for a second person")
    public record Item(
            @Schema(description = "allocation, receipt, commitment or contract")
            String type,

            UUID id,
            String reference,

            @Schema(description = "The record it belongs to, or null", nullable = true)
            Subject parent,

            Money amount,
            String recordedBy,
            Instant recordedAt,

            @Schema(description = "The reader may decide on it now")
            boolean mayDecide,

            @Schema(description = "The reader recorded or changed it, so somebody else has to decide")
            boolean ownRecord) {}

    /** A stretch of what waits, and how many of all the reader may decide. */
    @Schema(name = "WaitingRecords", description = "Oldest first; count is how many of all the reader may decide now")
    public record Items(
            java.util.List<Item> items,
            @Schema(nullable = true) String next,
            long count) {}

    private final AgroalDataSource database;

    Waiting(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Reads on after a cursor, oldest first.
     *
     * @param what a SELECT of type, id, reference, parent_type, parent_id, parent_reference, amount, currency, institution, recorded_by,
     *     recorded_at, authors; part of the program, never of a request
     * @param deciders by type the role that decides on it
     */
    public Items list(String what, Map<String, String> deciders, Caller reader, String after, int limit) {
        var cursor = Cursor.decode(after);
        var types = deciders.entrySet().stream()
                .filter(e -> reader.is(e.getValue()))
                .map(Map.Entry::getKey)
                .toArray();
        var seen = " FROM (" + what + ") w WHERE (?::text IS NULL OR w.institution = ?)";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT w.*" + seen
                        + (cursor == null ? "" : " AND (w.recorded_at, w.id) > (?, ?)")
                        + " ORDER BY w.recorded_at, w.id LIMIT " + (limit + 1));
                var count = connection.prepareStatement("SELECT count(*)" + seen
                        + " AND w.institution = ? AND w.type = ANY (?) AND ? <> ALL (w.authors)")) {
            select.setObject(1, reader.scope(), Types.VARCHAR);
            select.setObject(2, reader.scope(), Types.VARCHAR);
            if (cursor != null) {
                select.setObject(3, time(cursor));
                select.setObject(4, cursor.id());
            }
            var found = new ArrayList<Item>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var parent = row.getObject("parent_id", UUID.class);
                    boolean own = Arrays.asList(
                                    (String[]) row.getArray("authors").getArray())
                            .contains(reader.subject());
                    found.add(new Item(
                            row.getString("type"),
                            row.getObject("id", UUID.class),
                            row.getString("reference"),
                            parent == null
                                    ? null
                                    : new Subject(
                                            row.getString("parent_type"), parent, row.getString("parent_reference")),
                            new Money(row.getBigDecimal("amount"), row.getString("currency")),
                            row.getString("recorded_by"),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            !own
                                    && reader.institution().equals(row.getString("institution"))
                                    && Arrays.asList(types).contains(row.getString("type")),
                            own));
                }
            }
            var page =
                    Page.of(found, limit, item -> new Cursor(item.recordedAt().toString(), item.id()), item -> item);
            count.setObject(1, reader.scope(), Types.VARCHAR);
            count.setObject(2, reader.scope(), Types.VARCHAR);
            count.setString(3, reader.institution());
            count.setArray(4, connection.createArrayOf("text", types));
            count.setString(5, reader.subject());
            try (var row = count.executeQuery()) {
                row.next();
                return new Items(page.items(), page.next(), row.getLong(1));
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static OffsetDateTime time(Cursor cursor) {
        try {
            var time = Instant.parse(cursor.sort()).atOffset(ZoneOffset.UTC);
            if (time.getYear() >= 1990 && time.getYear() <= 9999) {
                return time;
            }
        } catch (java.time.DateTimeException e) {
            // said below
        }
        throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
    }
}
