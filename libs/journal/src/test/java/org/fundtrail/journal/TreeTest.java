package org.fundtrail.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tree that the database keeps is that over its leaves, also of an older log, which was sealed before there was a tree. */
class TreeTest {
    private static AgroalDataSource database;

    @BeforeAll
    static void open() throws Exception {
        database = OnPostgres.another("older");
        try (var connection = database.getConnection()) {
            OnPostgres.migrate(connection, OnPostgres.KEEP_THE_JOURNAL);
        }
        record(0, 600);
        seal(1000);
        try (var connection = database.getConnection()) {
            OnPostgres.migrate(connection, OnPostgres.PROVE_THE_LOG);
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void record(int from, int count) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO journal.entry (log_id, id, actor, client, idempotency_key, line, institution, role, action, subject_type,
                            subject_id, subject_reference, effective_date, stated_date, recorded_at, body, leaf_hash)
                        SELECT 1, gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'test', n::text, 1, 'LT', 'system', 'test.done',
                            'test', gen_random_uuid(), 'A test', '2026-01-05', '2026-01-05', now(), body, sha256('\\x00'::bytea || body)
                        FROM generate_series(?, ?) AS n CROSS JOIN LATERAL (SELECT convert_to('entry ' || n, 'UTF8') AS body) AS said""")) {
            insert.setInt(1, from);
            insert.setInt(2, from + count - 1);
            insert.executeUpdate();
        }
    }

    private static int seal(int most) throws SQLException {
        try (var connection = database.getConnection();
                var call = connection.prepareStatement("SELECT journal.seal(?, now())")) {
            call.setInt(1, most);
            try (var row = call.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static List<byte[]> leaves() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT leaf_hash FROM journal.leaf ORDER BY position");
                var row = select.executeQuery()) {
            var found = new ArrayList<byte[]>();
            while (row.next()) {
                found.add(row.getBytes(1));
            }
            return found;
        }
    }

    private static List<Long> kept() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT n FROM journal.subtree WHERE height = 8 ORDER BY n");
                var row = select.executeQuery()) {
            var found = new ArrayList<Long>();
            while (row.next()) {
                found.add(row.getLong(1));
            }
            return found;
        }
    }

    @Test
    void an_older_log_gets_its_subtrees_and_they_grow_however_many_entries_are_sealed_at_once() throws SQLException {
        assertEquals(List.of(0L, 1L), kept(), "of what was sealed before");
        int recorded = 600;
        for (int group : new int[] {1, 167, 1, 255, 60}) { // up to, over and beyond the ends of rows
            record(recorded, group);
            assertEquals(group, seal(1000));
            recorded += group;
        }
        assertEquals(List.of(0L, 1L, 2L, 3L), kept());
        var leaves = leaves();
        var tree = new Tree(database);
        assertEquals(recorded, tree.size());
        for (int size = 0; size <= recorded; size += size < 250 || size > 520 ? 11 : 1) {
            assertArrayEquals(
                    MerkleTest.root(leaves.subList(0, size)), tree.read().root(size), "root of " + size);
        }
    }
}
