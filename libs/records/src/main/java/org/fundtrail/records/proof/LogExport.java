package org.fundtrail.records.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import org.fundtrail.common.ExportZip;

/** Writes the log of a service, of the size of its newest checkpoint, and behind it what has no checkpoint yet. */
final class LogExport {
    private static final int LEVELS = 8;

    private record Leaf(byte[] body, byte[] hash) {
        static Leaf of(ResultSet row) throws SQLException {
            return new Leaf(row.getBytes(1), row.getBytes(2));
        }
    }

    private record Pending(Long position, byte[] body) {}

    private final Connection connection;
    private final ExportZip zip;
    private final long size;

    LogExport(Connection connection, ExportZip zip, long size) {
        this.connection = connection;
        this.zip = zip;
        this.size = size;
    }

    void write() throws SQLException, IOException {
        leaves();
        for (int level = 1; size >> level * LEVELS > 0; level++) {
            subtrees(level, size >> level * LEVELS);
        }
        pending();
    }

    /** Bundles of entries, each followed by the tile of their hashes. */
    private void leaves() throws SQLException, IOException {
        try (var leaves = new Ordered<>(connection, """
                SELECT e.body, l.leaf_hash FROM journal.leaf l JOIN journal.entry e ON e.log_id = l.log_id AND e.id = l.entry_id
                WHERE l.log_id = 1 AND l.position < ? ORDER BY l.position""", Leaf::of, size)) {
            for (long n = 0; n * TileName.WIDTH < size; n++) {
                var hashes = new ByteArrayOutputStream();
                zip.file(TileName.of("entries", n, size), out -> bundle(leaves, out, hashes));
                zip.file(TileName.of("0", n, size), hashes.toByteArray());
            }
        }
    }

    private static void bundle(Ordered<Leaf> leaves, OutputStream out, OutputStream hashes) throws IOException {
        try {
            for (int i = 0; i < TileName.WIDTH && leaves.peek() != null; i++) {
                var leaf = leaves.take();
                out.write(leaf.body().length >> 8);
                out.write(leaf.body().length);
                out.write(leaf.body());
                hashes.write(leaf.hash());
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void subtrees(int level, long total) throws SQLException, IOException {
        try (var hashes = new Ordered<>(
                connection,
                "SELECT hash FROM journal.subtree WHERE log_id = 1 AND height = ? AND n < ? ORDER BY n",
                row -> row.getBytes(1),
                level * LEVELS,
                total)) {
            for (long n = 0; n * TileName.WIDTH < total; n++) {
                var tile = new ByteArrayOutputStream();
                for (int i = 0; i < TileName.WIDTH && hashes.peek() != null; i++) {
                    tile.write(hashes.take());
                }
                zip.file(TileName.of(String.valueOf(level), n, total), tile.toByteArray());
            }
        }
    }

    private void pending() throws SQLException, IOException {
        try (var bodies = new Ordered<>(
                connection, """
                SELECT p.position, e.body FROM (
                    SELECT position, position AS place, entry_id FROM journal.leaf WHERE log_id = 1 AND position >= ?
                    UNION ALL SELECT NULL, 4611686018427387904 + n, entry_id FROM journal.pending WHERE log_id = 1) p
                JOIN journal.entry e ON e.log_id = 1 AND e.id = p.entry_id ORDER BY p.place""", row -> new Pending(row.getObject(1, Long.class), row.getBytes(2)), size)) {
            Lines.write(
                    zip,
                    "pending.ndjson",
                    bodies,
                    one -> "{\"position\":" + one.position() + ",\"body\":\""
                            + Base64.getEncoder().encodeToString(one.body()) + "\"}");
        }
    }
}
