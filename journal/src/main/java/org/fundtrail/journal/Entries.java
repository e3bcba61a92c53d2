package org.fundtrail.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.Time;

/** Reads the record: sealed entries in their order, each with its postings, of the institution the reader belongs to. */
@ApplicationScoped
public class Entries {
    private static final String COLUMNS = """
            SELECT l.position, e.id, e.recorded_at, e.effective_date, e.actor, p.name, e.role, e.client, e.institution, e.action,
                e.subject_type, e.subject_id, e.subject_reference, e.parent_type, e.parent_id, e.parent_reference,
                e.sentence, e.reason, e.body, e.leaf_hash
            FROM journal.leaf l
            JOIN journal.entry e ON e.log_id = l.log_id AND e.id = l.entry_id
            LEFT JOIN journal.person p ON p.subject = e.actor
            WHERE l.log_id = ? AND (?::text IS NULL OR e.institution = ?)
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Entries(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A stretch of the record; a filtered one skips positions. */
    Page<Entry> list(Caller reader, EntryFilter filter, Long after) {
        boolean newestFirst = filter.newestFirst();
        var where = new StringBuilder();
        var values = new ArrayList<Object>();
        if (after != null) {
            where.append(newestFirst ? " AND l.position < ?" : " AND l.position > ?");
            values.add(after);
        }
        if (filter.subject() != null) {
            where.append(" AND (e.subject_id = ? OR e.parent_id = ?)");
            values.add(filter.subject());
            values.add(filter.subject());
        }
        if (filter.actor != null && !filter.actor.isBlank()) {
            where.append(" AND e.actor = ?");
            values.add(filter.actor);
        }
        if (filter.action != null && !filter.action.isBlank()) {
            where.append(" AND starts_with(e.action, ?)");
            values.add(filter.action);
        }
        if (filter.from() != null) {
            where.append(" AND e.recorded_at >= ?");
            values.add(startOf(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" AND e.recorded_at < ?");
            values.add(startOf(filter.to().plusDays(1)));
        }
        int limit = filter.limit();
        where.append(" ORDER BY l.position")
                .append(newestFirst ? " DESC" : "")
                .append(" LIMIT ")
                .append(limit + 1);
        var found = read(reader, where.toString(), values);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown, more ? String.valueOf(shown.get(limit - 1).position()) : null);
    }

    /** The entry at a position, or null where the reader sees none. */
    Entry at(Caller reader, long position) {
        var found = read(reader, " AND l.position = ?", List.of(position));
        return found.isEmpty() ? null : found.get(0);
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(Time.VILNIUS).toOffsetDateTime();
    }

    private List<Entry> read(Caller reader, String where, List<Object> values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COLUMNS + where)) {
            select.setShort(1, Journal.LOG);
            select.setObject(2, reader.scope(), Types.VARCHAR);
            select.setObject(3, reader.scope(), Types.VARCHAR);
            for (int i = 0; i < values.size(); i++) {
                select.setObject(4 + i, values.get(i));
            }
            var found = new ArrayList<Entry>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(entry(rows));
                }
            }
            var postings = postings(connection, found);
            return found.stream()
                    .map(e -> with(e, postings.getOrDefault(e.id(), List.of())))
                    .toList();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private Map<UUID, List<Entry.Posting>> postings(Connection connection, List<Entry> entries) throws SQLException {
        var found = new HashMap<UUID, List<Entry.Posting>>();
        try (var select = connection.prepareStatement("""
                SELECT p.entry_id, d.code, c.code, p.amount, p.currency
                FROM journal.posting p
                JOIN journal.account d ON d.log_id = p.log_id AND d.id = p.debit
                JOIN journal.account c ON c.log_id = p.log_id AND c.id = p.credit
                WHERE p.log_id = ? AND p.entry_id = ANY (?)
                ORDER BY p.entry_id, p.line""")) {
            select.setShort(1, Journal.LOG);
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", entries.stream().map(Entry::id).toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new Entry.Posting(
                                    rows.getString(2),
                                    rows.getString(3),
                                    new Money(rows.getBigDecimal(4), rows.getString(5))));
                }
            }
        }
        return found;
    }

    private Entry entry(ResultSet row) throws SQLException {
        var body = row.getBytes(19);
        var parent = row.getObject(15, UUID.class);
        return new Entry(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8).substring(row.getString(8).lastIndexOf('@') + 1),
                row.getString(9),
                row.getString(10),
                new Subject(row.getString(11), row.getObject(12, UUID.class), row.getString(13)),
                parent == null ? null : new Subject(row.getString(14), parent, row.getString(16)),
                row.getString(17),
                row.getString(18),
                changes(body),
                List.of(),
                body,
                HexFormat.of().formatHex(row.getBytes(20)));
    }

    private List<Entry.ChangedField> changes(byte[] body) {
        try {
            var changes = new ArrayList<Entry.ChangedField>();
            for (JsonNode change : json.readTree(body).get("changes")) {
                changes.add(new Entry.ChangedField(
                        change.get("field").textValue(), change.get("before"), change.get("after")));
            }
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry with(Entry e, List<Entry.Posting> postings) {
        return new Entry(
                e.position(),
                e.id(),
                e.recordedAt(),
                e.effectiveDate(),
                e.actor(),
                e.actorName(),
                e.role(),
                e.client(),
                e.institution(),
                e.action(),
                e.subject(),
                e.parent(),
                e.sentence(),
                e.reason(),
                e.changes(),
                postings,
                e.body(),
                e.leafHash());
    }
}
