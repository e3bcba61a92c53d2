package org.fundtrail.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What records said at a moment, for positions: the last version that an entry of that moment has written. */
@ApplicationScoped
public class Versions {

    /**
     * A record as it was.
     *
     * @param position of the entry that made it so
     * @param facts by their dotted names
     */
    public record Version(UUID record, long position, JsonNode facts) {
        public String text(String fact) {
            return facts.path(fact).textValue();
        }

        public UUID id(String fact) {
            var text = text(fact);
            return text == null ? null : UUID.fromString(text);
        }
    }

    private final AgroalDataSource database;
    private final ObjectMapper json;

    public Versions(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The last version of each record whose leaves are such. LIMIT keeps the planner to looking each leaf's version up: it would rather
     * merge a few of them with all there are.
     */
    private static final String OF_LEAVES = """
            SELECT DISTINCT ON (v.record_id) v.record_id, l.position, v.facts
            FROM journal.leaf l CROSS JOIN LATERAL (
                SELECT v.record_id, v.facts FROM journal.version v
                WHERE v.log_id = 1 AND v.entry_id = l.entry_id AND (?::text IS NULL OR v.institution = ?) LIMIT 1) v
            WHERE l.log_id = 1 AND %s AND l.position < ? %s
            ORDER BY v.record_id, l.position DESC""";

    /** The last version of each record of a kind. */
    private static final String OF_KIND = """
            SELECT DISTINCT ON (v.record_id) v.record_id, l.position, v.facts
            FROM journal.version v CROSS JOIN LATERAL (
                SELECT l.position FROM journal.leaf l WHERE l.log_id = 1 AND l.entry_id = v.entry_id LIMIT 1) l
            WHERE v.log_id = 1 AND (?::text IS NULL OR v.institution = ?) AND v.type = ? AND l.position < ?
            ORDER BY v.record_id, l.position DESC""";

    /** Of each record that has a leaf of this action: its last version by a day, or its first, which is how it was recorded. */
    private static final String OF_CORRECTED = """
            SELECT DISTINCT ON (v.record_id) v.record_id, l.position, v.facts
            FROM journal.leaf c JOIN journal.leaf l ON l.log_id = 1 AND l.subject_id = c.subject_id
            JOIN journal.version v ON v.log_id = 1 AND v.entry_id = l.entry_id AND (?::text IS NULL OR v.institution = ?)
            JOIN journal.entry e ON e.log_id = 1 AND e.id = l.entry_id
            WHERE c.log_id = 1 AND c.action = ? AND c.position < ? AND l.position < ?
                AND (l.action <> c.action OR e.effective_date <= ?)
            ORDER BY v.record_id, l.position DESC""";

    /** Those of a kind that were corrected by the moment, as what had been corrected by the day left them. */
    public List<Version> corrected(String type, LocalDate by, Moments.Moment moment) {
        return read(OF_CORRECTED, moment, (connection, select) -> {
            select.setString(3, type + ".corrected");
            select.setLong(5, moment.recorded());
            select.setDate(6, Date.valueOf(by));
        });
    }

    /** All records of a kind that the moment shows. */
    public List<Version> of(String type, Moments.Moment moment) {
        return read(OF_KIND, moment, (connection, select) -> select.setString(3, type));
    }

    /** Those of a kind that were approved by the moment, however many wait besides: an approval is the last step of a record. */
    public List<Version> approved(String type, Moments.Moment moment) {
        return read(
                OF_LEAVES.formatted("l.action = ?", ""),
                moment,
                (connection, select) -> select.setString(3, type + ".approved"));
    }

    /** These records, as far as the moment shows them. */
    public List<Version> of(Collection<UUID> records, Moments.Moment moment) {
        return read(
                OF_LEAVES.formatted("l.subject_id = ANY (?)", ""),
                moment,
                (connection, select) -> select.setArray(3, connection.createArrayOf("uuid", records.toArray())));
    }

    /** Those of a kind that belong to one of these records, as far as the moment shows them. */
    public List<Version> within(Collection<UUID> parents, String type, Moments.Moment moment) {
        return read(
                OF_LEAVES.formatted("l.parent_id = ANY (?)", "AND l.action LIKE ?"), moment, (connection, select) -> {
                    select.setArray(3, connection.createArrayOf("uuid", parents.toArray()));
                    select.setString(5, type + ".%");
                });
    }

    private interface Asked {
        void bind(Connection connection, PreparedStatement select) throws SQLException;
    }

    private List<Version> read(String sql, Moments.Moment moment, Asked asked) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            asked.bind(connection, select);
            select.setObject(1, moment.scope(), Types.VARCHAR);
            select.setObject(2, moment.scope(), Types.VARCHAR);
            select.setLong(4, moment.recorded());
            var found = new ArrayList<Version>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Version(row.getObject(1, UUID.class), row.getLong(2), json.readTree(row.getString(3))));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
