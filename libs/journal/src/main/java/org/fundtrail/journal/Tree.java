package org.fundtrail.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** The tree over the log of this service. What it is asked about is sealed, so it is the same whenever it is asked. */
@ApplicationScoped
public class Tree {
    private final AgroalDataSource database;

    Tree(AgroalDataSource database) {
        this.database = database;
    }

    /** How many entries are sealed. */
    public long size() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT size FROM journal.log_head WHERE log_id = 1");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** For one question: what it has read it remembers. */
    public Merkle read() {
        return new Merkle(this::row);
    }

    private byte[] row(int level, long n) {
        var from = level == 0
                ? "string_agg(leaf_hash, ''::bytea ORDER BY position) FROM journal.leaf WHERE log_id = 1 AND position"
                : "string_agg(hash, ''::bytea ORDER BY n) FROM journal.subtree WHERE log_id = 1 AND height = "
                        + 8 * level + " AND n";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT " + from + " BETWEEN ? AND ?")) {
            select.setLong(1, n * Merkle.WIDTH);
            select.setLong(2, n * Merkle.WIDTH + Merkle.WIDTH - 1);
            try (var row = select.executeQuery()) {
                row.next();
                var hashes = row.getBytes(1);
                return hashes == null ? new byte[0] : hashes;
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
