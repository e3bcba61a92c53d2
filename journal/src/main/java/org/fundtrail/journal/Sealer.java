package org.fundtrail.journal;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.fundtrail.common.Time;
import org.jboss.logging.Logger;

/**
 * Gives committed entries their place: takes what is pending, in order, under the lock of the log's head, and appends it as leaves. Any
 * number of instances may seal at once; each finds what the others have left.
 */
@ApplicationScoped
public class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final int ROUND = 1000;

    private final AgroalDataSource database;
    private final Time time;

    Sealer(AgroalDataSource database, Time time) {
        this.database = database;
        this.time = time;
    }

    /** After a change was committed: its writer then finds it in the record at once. The change stands even if this fails. */
    void sealSoon() {
        try {
            seal();
        } catch (RuntimeException e) {
            LOG.warn("An entry is committed but not in its place yet; the next round will put it there", e);
        }
    }

    /** For what a killed process has left behind. */
    @Scheduled(every = "${fundtrail.seal-every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sealLeftovers() {
        sealSoon();
    }

    /** Seals everything that is committed and pending; returns how many entries that were. */
    public int seal() {
        int sealed = 0;
        int round;
        do {
            round = QuarkusTransaction.requiringNew().call(this::round);
            sealed += round;
        } while (round == ROUND);
        return sealed;
    }

    private int round() {
        try (var connection = database.getConnection()) {
            if (!anythingPending(connection)) {
                return 0;
            }
            long size;
            try (var lock = connection.prepareStatement(
                    // FOR UPDATE would block, and be blocked by, the foreign key of every entry
                    "SELECT size FROM journal.log_head WHERE log_id = ? FOR NO KEY UPDATE")) {
                lock.setShort(1, Journal.LOG);
                try (var row = lock.executeQuery()) {
                    row.next();
                    size = row.getLong(1);
                }
            }
            int taken;
            try (var append = connection.prepareStatement("""
                    WITH taken AS (
                        DELETE FROM journal.pending
                        WHERE log_id = ? AND n IN (SELECT n FROM journal.pending WHERE log_id = ? ORDER BY n LIMIT ?)
                        RETURNING log_id, n, entry_id)
                    INSERT INTO journal.leaf (log_id, position, entry_id, leaf_hash)
                    SELECT t.log_id, ? + row_number() OVER (ORDER BY t.n) - 1, t.entry_id, e.leaf_hash
                    FROM taken t JOIN journal.entry e ON e.log_id = t.log_id AND e.id = t.entry_id""")) {
                append.setShort(1, Journal.LOG);
                append.setShort(2, Journal.LOG);
                append.setInt(3, ROUND);
                append.setLong(4, size);
                taken = append.executeUpdate();
            }
            try (var update = connection.prepareStatement(
                    "UPDATE journal.log_head SET size = ?, sealed_at = ? WHERE log_id = ?")) {
                update.setLong(1, size + taken);
                update.setObject(2, time.now().atOffset(ZoneOffset.UTC));
                update.setShort(3, Journal.LOG);
                update.executeUpdate();
            }
            return taken;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static boolean anythingPending(java.sql.Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT EXISTS (SELECT FROM journal.pending WHERE log_id = ?)")) {
            select.setShort(1, Journal.LOG);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
