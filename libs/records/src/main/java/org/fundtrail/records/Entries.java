package org.fundtrail.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Duty;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Like;
import org.fundtrail.common.Money;
import org.fundtrail.common.Named;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Sealer;

/**
 * Reads the record: sealed entries in their order, each with its postings, of the institution the reader belongs to. What is asked for,
 * the history of a record, what somebody did, a stretch of days, is found in an index of the leaves.
 */
@ApplicationScoped
public class Entries {
    private static final String COLUMNS = """
            SELECT l.position, e.id, e.recorded_at, e.effective_date, e.stated_date, e.actor, p.name, e.role, e.client, e.institution, e.action,
                e.subject_type, e.subject_id, e.subject_reference, e.parent_type, e.parent_id, e.parent_reference,
                e.reason, e.body, e.leaf_hash
            FROM journal.leaf l
            JOIN journal.entry e ON e.log_id = l.log_id AND e.id = l.entry_id
            JOIN journal.person p ON p.id = e.actor
            WHERE l.log_id = 1""";

    /** How long the bodies of one page may be together: however large entries are, a page is not. */
    private static final long LONGEST = 1 << 20;
    /** So many rows come over from the database at once. */
    private static final int AT_ONCE = 20;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Sealer sealer;

    Entries(AgroalDataSource database, ObjectMapper json, Sealer sealer) {
        this.database = database;
        this.json = json;
        this.sealer = sealer;
    }

    /** What is asked of the database. */
    record Query(String sql, List<Object> values) {}

    /** Conditions and what is bound in them. */
    private static final class Where {
        final StringBuilder sql = new StringBuilder();
        final List<Object> values = new ArrayList<>();

        void and(String condition, Object... bound) {
            sql.append(" AND ").append(condition);
            values.addAll(List.of(bound));
        }
    }

    /** A stretch of the record, with what its reader wrote before; a filtered one skips positions. */
    Page<Entry> list(Caller reader, EntryFilter filter, Sentences.Language language) {
        if (filter.after() == null || !filter.newestFirst()) { // towards older ones nothing comes in
            sealer.await();
        }
        return page(reader, filter, filter.after(), language);
    }

    /** A further page of a stretch that is read as one, from what is in its place. */
    Page<Entry> page(Caller reader, EntryFilter filter, Long after, Sentences.Language language) {
        int limit = filter.limit();
        var found = read(query(reader, filter, after), language, filter.withBodies());
        if (found.entries().isEmpty()
                && filter.subject() != null
                && reader.scope() != null
                && isAnothers(filter, reader)) {
            Foreign.noted();
        }
        boolean more = found.isCut() || found.entries().size() > limit;
        var shown = found.entries().subList(0, Math.min(limit, found.entries().size()));
        return new Page<>(
                shown, more ? String.valueOf(shown.get(shown.size() - 1).position()) : null);
    }

    /** Asks for a page, and one more entry if there are more. */
    static Query query(Caller reader, EntryFilter filter, Long after) {
        var where = where(reader, filter, after);
        var order = " ORDER BY position" + (filter.newestFirst() ? " DESC" : "") + " LIMIT " + (filter.limit() + 1);
        if (filter.subject() == null) {
            return new Query(COLUMNS + where.sql + order, where.values);
        }
        var values = new ArrayList<>(where.values); // two indexes, each read in the order of positions
        values.add(filter.subject());
        values.addAll(where.values);
        values.add(filter.subject());
        values.add(filter.subject());
        return new Query(
                "(" + COLUMNS + where.sql + " AND l.subject_id = ?" + order + ") UNION ALL (" + COLUMNS + where.sql
                        + " AND l.parent_id = ? AND l.subject_id <> ?" + order + ")" + order,
                values);
    }

    private static Where where(Caller reader, EntryFilter filter, Long after) {
        var where = new Where();
        if (reader.scope() != null) {
            where.and("l.institution = ?", reader.scope());
        }
        if (after != null) {
            where.and(filter.newestFirst() ? "l.position < ?" : "l.position > ?", after);
        }
        if (filter.actor != null && !filter.actor.isBlank()) {
            var actor = filter.actor.strip();
            if (Named.isId(actor)) {
                where.and("l.actor = ?", UUID.fromString(actor));
            } else {
                where.and(
                        "l.actor = ANY (ARRAY(SELECT id FROM journal.person WHERE lower(name) LIKE ? ESCAPE '!'))",
                        Like.anywhere(actor));
            }
        }
        if (filter.action != null && !filter.action.isBlank()) {
            where.and("l.action LIKE ? ESCAPE '!'", Like.escaped(filter.action) + "%");
        }
        if (filter.from() != null) { // between the places that days keep an index walks, the day itself is exact
            where.and("l.recorded_on >= ?", filter.from());
            where.and("""
                    l.position >= (SELECT min(first_position) FROM journal.day WHERE log_id = 1 AND day >= ?)""", filter.from());
        }
        if (filter.to() != null) {
            where.and("l.recorded_on <= ?", filter.to());
            where.and("""
                    l.position <= (SELECT max(last_position) FROM journal.day WHERE log_id = 1 AND day <= ?)""", filter.to());
        }
        return where;
    }

    /** The entry at a position; refused as absent where the reader sees none. */
    Entry at(Caller reader, long position, Sentences.Language language) {
        sealer.await();
        var found = read(new Query(COLUMNS + " AND l.position = ?", List.of(position)), language, true)
                .entries();
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        if (!reader.sees(found.get(0).institution())) {
            throw new Foreign(Refusal.notFound());
        }
        return found.get(0);
    }

    private boolean isAnothers(EntryFilter filter, Caller reader) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT 1 FROM journal.leaf WHERE log_id = 1 AND subject_id = ? AND institution <> ? LIMIT 1""")) {
            select.setObject(1, filter.subject());
            select.setString(2, reader.scope());
            try (var row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** What was found, and whether it was cut because a page would become too long. */
    private record Found(List<Entry> entries, boolean isCut) {}

    private Found read(Query query, Sentences.Language language, boolean withBodies) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false); // rows come as they are read
            try (var select = connection.prepareStatement(query.sql())) {
                select.setFetchSize(AT_ONCE);
                for (int i = 0; i < query.values().size(); i++) {
                    select.setObject(i + 1, query.values().get(i));
                }
                var rows = new LinkedHashMap<UUID, Entry>();
                long length = 0;
                boolean isCut = false;
                try (var row = select.executeQuery()) {
                    while (!isCut && row.next()) {
                        var body = row.getBytes(19);
                        length += body.length;
                        isCut = length > LONGEST && !rows.isEmpty();
                        if (!isCut) {
                            var entry = entry(row, body, language, withBodies);
                            rows.put(entry.id(), entry);
                        }
                    }
                }
                var postings = postings(connection, rows.keySet().toArray());
                return new Found(
                        rows.values().stream()
                                .map(e -> with(e, postings.getOrDefault(e.id(), List.of())))
                                .toList(),
                        isCut);
            } finally {
                connection.rollback(); // nothing was changed
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static Map<UUID, List<Entry.Posting>> postings(Connection connection, Object[] entries)
            throws SQLException {
        var found = new HashMap<UUID, List<Entry.Posting>>();
        try (var select = connection.prepareStatement("""
                SELECT p.entry_id, d.code, c.code, p.amount, p.currency
                FROM journal.posting p
                JOIN journal.account d ON d.log_id = p.log_id AND d.id = p.debit
                JOIN journal.account c ON c.log_id = p.log_id AND c.id = p.credit
                WHERE p.log_id = 1 AND p.entry_id = ANY (?)
                ORDER BY p.entry_id, p.line""")) {
            select.setArray(1, connection.createArrayOf("uuid", entries));
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

    private Entry entry(ResultSet row, byte[] body, Sentences.Language language, boolean withBody) throws SQLException {
        var said = parsed(body);
        var action = row.getString(11);
        var subject = subject(row, 12);
        var parent = subject(row, 15);
        var about = about(said);
        var name = row.getString(7);
        return new Entry(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                new PersonRef(row.getObject(6, UUID.class), name),
                name,
                row.getString(8),
                row.getString(9),
                row.getString(10),
                action,
                subject,
                parent,
                Sentences.of(action, subject, parent, about, language),
                about,
                row.getString(18),
                step(said.get("step")),
                reversed(said.get("reverses")),
                changes(said),
                List.of(),
                withBody ? body : null,
                HexFormat.of().formatHex(row.getBytes(20)));
    }

    private static Subject subject(ResultSet row, int column) throws SQLException {
        var id = row.getObject(column + 1, UUID.class);
        return id == null ? null : new Subject(row.getString(column), id, row.getString(column + 2));
    }

    private JsonNode parsed(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> about(JsonNode body) {
        var about = new LinkedHashMap<String, String>();
        body.get("about")
                .properties()
                .forEach(fact -> about.put(fact.getKey(), fact.getValue().textValue()));
        return about;
    }

    private static Entry.StepOf step(JsonNode step) {
        if (step.isNull()) {
            return null;
        }
        var duty = step.get("duty").textValue();
        return new Entry.StepOf(
                step.get("n").intValue(),
                step.get("round").intValue(),
                step.get("step").textValue(),
                duty == null ? null : Duty.valueOf(duty));
    }

    private static Entry.Reversed reversed(JsonNode entry) {
        return entry == null
                ? null
                : new Entry.Reversed(
                        entry.get("position").longValue(),
                        UUID.fromString(entry.get("id").textValue()));
    }

    private static List<Entry.ChangedField> changes(JsonNode body) {
        var changes = new ArrayList<Entry.ChangedField>();
        for (var change : body.get("changes")) {
            changes.add(
                    new Entry.ChangedField(change.get("field").textValue(), change.get("before"), change.get("after")));
        }
        return changes;
    }

    private static Entry with(Entry e, List<Entry.Posting> postings) {
        return new Entry(
                e.position(),
                e.id(),
                e.recordedAt(),
                e.effectiveDate(),
                e.statedDate(),
                e.actor(),
                e.actorName(),
                e.role(),
                e.client(),
                e.institution(),
                e.action(),
                e.subject(),
                e.parent(),
                e.sentence(),
                e.about(),
                e.reason(),
                e.step(),
                e.reverses(),
                e.changes(),
                postings,
                e.body(),
                e.leafHash());
    }
}
