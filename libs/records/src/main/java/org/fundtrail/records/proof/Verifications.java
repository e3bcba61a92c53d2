package org.fundtrail.records.proof;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fundtrail.common.Cursor;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.VerificationView;
import org.fundtrail.common.VerificationView.State;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.RecordKind;

/** The checks of the record that were asked for, each with where it stands. One is worked on at a time, whichever instance does it. */
@ApplicationScoped
public class Verifications implements RecordKind {
    /** Who says nothing for so long has gone: another instance begins anew. */
    private static final Duration SILENT = Duration.ofMinutes(10);

    private static final String COLUMNS =
            "SELECT id, state, asked_by, asked_at, started_at, finished_at, done, total, size, root, findings"
                    + " FROM journal.verification ";

    private final AgroalDataSource database;
    private final Persons persons;

    Verifications(AgroalDataSource database, Persons persons) {
        this.database = database;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "verification";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return read(id);
    }

    /** Asks for one; where one is asked for already it is that. */
    @Transactional
    public Answer ask(String address, Writer by) {
        queue(by.caller().roles().contains(org.fundtrail.journal.Role.SYSTEM) ? null : by.id(), by.at());
        var open = first("WHERE state IN ('QUEUED', 'RUNNING')")
                .or(() -> first("ORDER BY asked_at DESC LIMIT 1"))
                .orElseThrow();
        return new Answer(202, open, address + "/" + open.id(), type(), open.id(), 0);
    }

    private void queue(UUID person, Instant at) {
        change("""
                INSERT INTO journal.verification (id, asked_by, asked_at, state) VALUES (?, ?, ?, 'QUEUED')
                ON CONFLICT ((true)) WHERE state IN ('QUEUED', 'RUNNING') DO NOTHING""", UuidCreator.getTimeOrderedEpoch(), person, moment(at));
    }

    public VerificationView read(UUID id) {
        return first("WHERE id = ?", id).orElseThrow(Refusal::notFound);
    }

    /** The last that ended, also one that was broken off: that is no reason to believe the one before. */
    public Optional<VerificationView> last() {
        return first("WHERE state IN ('PASSED', 'FAILED', 'ABORTED') ORDER BY asked_at DESC, id DESC LIMIT 1");
    }

    /** The newest first. */
    public Page<VerificationView> list(String after, int limit) {
        var cursor = Cursor.decode(after);
        var found = cursor == null
                ? all("ORDER BY asked_at DESC, id DESC LIMIT " + (limit + 1))
                : all(
                        "WHERE (asked_at, id) < (?, ?) ORDER BY asked_at DESC, id DESC LIMIT " + (limit + 1),
                        at(cursor),
                        cursor.id());
        return Page.of(found, limit, one -> new Cursor(one.askedAt().toString(), one.id()), one -> one);
    }

    /** Takes the one that waits, or that nobody works on any more; null where there is none. */
    UUID take(Instant now) {
        try (var connection = database.getConnection();
                var update = prepared(connection, """
                        UPDATE journal.verification SET state = 'RUNNING', started_at = ?, alive_at = ?, done = 0
                        WHERE id = (SELECT id FROM journal.verification WHERE state = 'QUEUED' OR state = 'RUNNING' AND alive_at < ?
                                    FOR UPDATE SKIP LOCKED LIMIT 1)
                        RETURNING id""", moment(now), moment(now), moment(now.minus(SILENT)));
                var row = update.executeQuery()) {
            return row.next() ? row.getObject(1, UUID.class) : null;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    void alive(UUID id, long done, long total, Instant now) {
        change(
                "UPDATE journal.verification SET done = ?, total = ?, alive_at = ? WHERE id = ? AND state = 'RUNNING'",
                done,
                total,
                moment(now),
                id);
    }

    /** @param checked what was looked at, or null where it did not come to its end */
    void end(UUID id, RecordCheck.Checked checked, long findings, Instant now) {
        var state = checked == null ? State.ABORTED : findings == 0 ? State.PASSED : State.FAILED;
        change(
                "UPDATE journal.verification SET state = ?, finished_at = ?, size = ?, root = ?, findings = ? WHERE id = ? AND state = 'RUNNING'",
                state.name(),
                moment(now),
                checked == null ? null : checked.size(),
                checked == null ? null : checked.root(),
                findings,
                id);
    }

    private Optional<VerificationView> first(String where, Object... values) {
        return all(where, values).stream().findFirst();
    }

    private List<VerificationView> all(String where, Object... values) {
        try (var connection = database.getConnection();
                var select = prepared(connection, COLUMNS + where, values);
                var row = select.executeQuery()) {
            var found = new ArrayList<VerificationView>();
            while (row.next()) {
                found.add(view(row));
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private VerificationView view(ResultSet row) throws SQLException {
        var root = row.getBytes("root");
        return new VerificationView(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                persons.ref(row.getObject("asked_by", UUID.class)),
                instant(row, "asked_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getLong("done"),
                row.getLong("total"),
                row.getObject("size", Long.class),
                root == null ? null : Base64.getEncoder().encodeToString(root),
                row.getLong("findings"));
    }

    /** Where a list goes on; refuses a cursor that is not one of ours. */
    static OffsetDateTime at(Cursor cursor) {
        try {
            return moment(Instant.parse(cursor.sort()));
        } catch (DateTimeException e) {
            throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private void change(String sql, Object... values) {
        try (var connection = database.getConnection();
                var update = prepared(connection, sql, values)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
