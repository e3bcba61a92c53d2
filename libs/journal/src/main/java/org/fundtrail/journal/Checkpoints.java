package org.fundtrail.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checkpoints of the log of this service and the keys that they are signed with. Both are kept for ever. */
@ApplicationScoped
public class Checkpoints {

    /**
     * @param note the whole signed note
     * @param keyId of the key that signed it
     */
    public record Checkpoint(long size, byte[] root, String note, byte[] keyId, Instant signedAt) {}

    /**
     * @param firstSize the first size that it signs; it signs until the next one does
     */
    public record Key(VerifierKey verifier, long firstSize) {}

    private static final String COLUMNS =
            "SELECT size, root, note, key_id, signed_at FROM journal.checkpoint WHERE log_id = 1 ";

    private final AgroalDataSource database;

    Checkpoints(AgroalDataSource database) {
        this.database = database;
    }

    public Optional<Checkpoint> newest() {
        return one(COLUMNS + "ORDER BY size DESC LIMIT 1");
    }

    public Optional<Checkpoint> of(long size) {
        return one(COLUMNS + "AND size = ?", size);
    }

    /** The earliest that has the entry at a position. */
    public Optional<Checkpoint> covering(long position) {
        return one(COLUMNS + "AND size > ? ORDER BY size LIMIT 1", position);
    }

    /** Those of more than a size, by size, at most so many. */
    public List<Checkpoint> after(long size, int most) {
        return all(COLUMNS + "AND size > ? ORDER BY size LIMIT " + most, size);
    }

    private Optional<Checkpoint> one(String sql, Object... values) {
        return all(sql, values).stream().findFirst();
    }

    private List<Checkpoint> all(String sql, Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            bind(select, values);
            var found = new ArrayList<Checkpoint>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(checkpoint(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong(1),
                row.getBytes(2),
                row.getString(3),
                row.getBytes(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    /** Keeps a checkpoint, unless its size has one. */
    public void keep(Checkpoint signed) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO journal.checkpoint (log_id, size, root, note, key_id, signed_at) VALUES (1, ?, ?, ?, ?, ?)
                        ON CONFLICT (log_id, size) DO NOTHING""")) {
            bind(
                    insert,
                    signed.size(),
                    signed.root(),
                    signed.note(),
                    signed.keyId(),
                    signed.signedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** All keys, the first one first. */
    public List<Key> keys() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT name, public_key, first_size FROM journal.log_key WHERE log_id = 1 ORDER BY first_size");
                var row = select.executeQuery()) {
            var found = new ArrayList<Key>();
            while (row.next()) {
                found.add(new Key(new VerifierKey(row.getString(1), row.getBytes(2)), row.getLong(3)));
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** The first size that a key signs which comes into use now. Until the transaction ends no other checkpoint is kept. */
    public long nextKeyBegins() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT journal.next_key_begins()");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Puts a key into use, in the transaction of the entry that introduces it. */
    public void introduce(Key key) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO journal.log_key (log_id, key_id, name, public_key, first_size) VALUES (1, ?, ?, ?, ?)""")) {
            bind(
                    insert,
                    key.verifier().id(),
                    key.verifier().name(),
                    key.verifier().bytes(),
                    key.firstSize());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
