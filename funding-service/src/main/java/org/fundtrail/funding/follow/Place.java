package org.fundtrail.funding.follow;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.fundtrail.common.Time;
import org.fundtrail.journal.JournalFailure;

/** How far the record of infrastructure-service was followed. */
@ApplicationScoped
class Place {
    /** Another instance went on from the same place: what was read is its to take in. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Overtaken(long position) {
            super("Another instance went on from position " + position);
        }
    }

    /** @param movedAt when it was there first */
    record At(long position, Instant movedAt) {}

    private final AgroalDataSource database;
    private final Time time;

    Place(AgroalDataSource database, Time time) {
        this.database = database;
        this.time = time;
    }

    At read() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT position, moved_at FROM follower.place WHERE feed = 'infrastructure'");
                var row = select.executeQuery()) {
            row.next();
            return new At(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /**
     * Goes on, in the transaction of what follows from the entries between; until it ends, others wait here.
     *
     * @throws Overtaken where somebody went on from there before
     */
    @Transactional
    void move(long from, long to) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE follower.place SET position = ?, moved_at = ? WHERE feed = 'infrastructure' AND position = ?""")) {
            update.setLong(1, to);
            update.setObject(2, time.now().atOffset(ZoneOffset.UTC));
            update.setLong(3, from);
            if (update.executeUpdate() == 0) {
                throw new Overtaken(from);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
