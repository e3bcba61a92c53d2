package org.fundtrail.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Draft;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Writer;

/**
 * What people have typed into forms and not recorded yet. A draft is of one person in one institution and is read by nobody else; it is
 * gone when its form was recorded, and after ninety days.
 */
@ApplicationScoped
class Drafts {
    static final Duration KEPT = Duration.ofDays(90);
    private static final int LARGEST = 1 << 16;
    private static final int MOST = 200;
    /** Keeps text as it was typed: nothing is stripped. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final Time time;

    Drafts(AgroalDataSource database, Time time) {
        this.database = database;
        this.time = time;
    }

    /** Keeps a draft, unless its form was recorded; then that is what it is. */
    Draft keep(Draft draft, Caller author) {
        var answers = written(draft.answers());
        try (var connection = database.getConnection()) {
            var recorded = recorded(connection, draft.key(), author);
            if (recorded == null) {
                mustHaveRoom(connection, draft.key(), author);
                keep(connection, draft, answers, author);
            }
            return new Draft(draft.key(), draft.page(), draft.title(), null, time.now(), recorded);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static void mustHaveRoom(Connection connection, String key, Caller author) throws SQLException {
        try (var count =
                connection.prepareStatement("SELECT count(*) FROM drafts.draft WHERE person = ? AND key <> ?")) {
            count.setObject(1, author.id());
            count.setString(2, key);
            try (var row = count.executeQuery()) {
                row.next();
                if (row.getInt(1) >= MOST) {
                    throw Refusal.ofField(InputRule.TOO_MANY, "drafts", "max", String.valueOf(MOST));
                }
            }
        }
    }

    private void keep(Connection connection, Draft draft, String answers, Caller author) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO drafts.draft (person, key, institution, page, title, answers, saved_at)
                SELECT id, ?, ?, ?, ?, ?, ? FROM journal.person WHERE id = ? AND erased_at IS NULL FOR KEY SHARE
                ON CONFLICT (person, key) DO UPDATE SET institution = excluded.institution, page = excluded.page,
                    title = excluded.title, answers = excluded.answers, saved_at = excluded.saved_at""")) {
            insert.setString(1, draft.key());
            insert.setString(2, author.institution());
            insert.setString(3, draft.page());
            insert.setString(4, draft.title());
            insert.setString(5, answers);
            insert.setObject(6, time.now().atOffset(ZoneOffset.UTC));
            insert.setObject(7, author.id());
            if (insert.executeUpdate() == 0) {
                throw Refusal.of(InputRule.NOT_ALLOWED); // erased meanwhile: nothing that they typed is kept
            }
        }
    }

    private String written(Map<String, String> answers) {
        try {
            var text = JSON.writeValueAsString(answers);
            if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
                throw Refusal.of(InputRule.TOO_LARGE, "max", "64 KB");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the record stands that came of the form with this key, or null. */
    private String recorded(Connection connection, String key, Caller author) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT record_type || 's/' || record_id FROM journal.request
                WHERE person = ? AND client = ? AND key = ? AND record_id IS NOT NULL""")) {
            select.setObject(1, author.id());
            select.setString(2, author.client());
            select.setString(3, key);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** The reader's own draft with this key, or what came of it. */
    Draft find(String key, Caller reader) {
        try (var connection = database.getConnection()) {
            var recorded = recorded(connection, key, reader);
            if (recorded != null) {
                return new Draft(key, null, null, Map.of(), null, recorded);
            }
            try (var select = connection.prepareStatement("""
                    SELECT key, page, title, saved_at, answers FROM drafts.draft
                    WHERE person = ? AND key = ? AND institution = ?""")) {
                select.setObject(1, reader.id());
                select.setString(2, key);
                select.setString(3, reader.institution());
                try (var row = select.executeQuery()) {
                    if (!row.next()) {
                        throw Refusal.of(InputRule.NOT_FOUND);
                    }
                    return draft(row, JSON.readValue(row.getString(5), ANSWERS));
                }
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Draft draft(ResultSet row, Map<String, String> answers) throws SQLException {
        var savedAt = row.getObject(4, OffsetDateTime.class).toInstant();
        return new Draft(row.getString(1), row.getString(2), row.getString(3), answers, savedAt, null);
    }

    /** The reader's own drafts, the latest first, without what was typed. */
    List<Draft> list(Caller reader) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT key, page, title, saved_at FROM drafts.draft d
                        WHERE person = ? AND institution = ? AND NOT EXISTS (
                            SELECT FROM journal.request q
                            WHERE q.person = d.person AND q.client = ? AND q.key = d.key AND q.record_id IS NOT NULL)
                        ORDER BY saved_at DESC, key LIMIT\s""" + MOST)) {
            select.setObject(1, reader.id());
            select.setString(2, reader.institution());
            select.setString(3, reader.client());
            var found = new ArrayList<Draft>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(draft(row, null));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Programs fill in no forms. */
    static boolean isProgram(Caller caller) {
        return caller.client().equals("api") || caller.client().startsWith("oidc:");
    }

    void discard(String key, Caller author) {
        Deletion.of(database, "DELETE FROM drafts.draft WHERE person = ? AND key = ?", author.id(), key);
    }

    /** Its form was recorded: the draft goes with the same transaction. */
    void recorded(Writer by) {
        if (!isProgram(by.caller())) {
            discard(by.key(), by.caller());
        }
    }

    /** Nothing that somebody typed outlives their data (GDPR 17). */
    void forget(UUID person) {
        Deletion.of(database, "DELETE FROM drafts.draft WHERE person = ?", person);
    }

    @Scheduled(every = "${fundtrail.drop-answers-every:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dropOld() {
        Deletion.of(
                database,
                "DELETE FROM drafts.draft WHERE saved_at < ?",
                time.now().minus(KEPT).atOffset(ZoneOffset.UTC));
    }
}
