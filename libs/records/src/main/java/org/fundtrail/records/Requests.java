package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Writer;

/**
 * Which keys were used for what, and what was answered. A key is claimed by the first statement of a transaction, so that a rival with
 * the same key waits and then finds the first one's answer. The claim is kept for ever; the answer names people and is dropped after
 * thirty days.
 */
@ApplicationScoped
class Requests {
    private static final Duration ANSWERS_ARE_KEPT = Duration.ofDays(30);

    /** What a key was answered; body is null once it was dropped. */
    record Stored(int status, String type, UUID id, String location, String etag, byte[] body) {}

    private final AgroalDataSource database;
    private final Time time;

    Requests(AgroalDataSource database, Time time) {
        this.database = database;
        this.time = time;
    }

    /**
     * Takes the key for this request; false where it is taken, or the writer was erased: until the transaction ends, nobody erases them.
     */
    boolean claim(Writer by, byte[] hash) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO journal.request (person, client, key, request_hash, claimed_at)
                        SELECT id, ?, ?, ?, ? FROM journal.person WHERE id = ? AND erased_at IS NULL FOR KEY SHARE
                        ON CONFLICT (person, client, key) DO NOTHING""")) {
            insert.setString(1, by.caller().client());
            insert.setString(2, by.key());
            insert.setBytes(3, hash);
            insert.setObject(4, by.at().atOffset(ZoneOffset.UTC));
            insert.setObject(5, by.id());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** What was answered under the key, or null; refuses the key if that was another request. */
    Stored stored(Writer by, byte[] hash) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT request_hash, status, record_type, record_id, location, etag, answer FROM journal.request
                        WHERE person = ? AND client = ? AND key = ?""")) {
            select.setObject(1, by.id());
            select.setString(2, by.caller().client());
            select.setString(3, by.key());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!Arrays.equals(row.getBytes(1), hash)) {
                    throw Refusal.ofField(JournalRule.IDEMPOTENCY_KEY_REUSED, "Idempotency-Key");
                }
                return new Stored(
                        row.getInt(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getString(6),
                        row.getBytes(7));
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    void keep(Writer by, Stored answer) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE journal.request SET status = ?, record_type = ?, record_id = ?, location = ?, etag = ?, answer = ?
                        WHERE person = ? AND client = ? AND key = ?""")) {
            update.setInt(1, answer.status());
            update.setString(2, answer.type());
            update.setObject(3, answer.id());
            update.setString(4, answer.location());
            update.setString(5, answer.etag());
            update.setBytes(6, answer.body());
            update.setObject(7, by.id());
            update.setString(8, by.caller().client());
            update.setString(9, by.key());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Drops the answers that are old enough, some at a time. */
    @Scheduled(every = "${fundtrail.drop-answers-every:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dropAnswers() {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE journal.request SET answer = NULL
                        WHERE (person, client, key) IN (
                            SELECT person, client, key FROM journal.request
                            WHERE answer IS NOT NULL AND claimed_at < ? ORDER BY claimed_at LIMIT 1000 FOR UPDATE SKIP LOCKED)""")) {
            update.setObject(1, time.now().minus(ANSWERS_ARE_KEPT).atOffset(ZoneOffset.UTC));
            while (update.executeUpdate() == 1000) {
                // some more
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
