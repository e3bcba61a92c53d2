package org.fundtrail.journal;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.journal.Person.AUDITOR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The record is whole and provable, and nobody changes it afterwards: not the service, not a superuser. */
@QuarkusTest
class RecordTest {
    @Inject
    Journal journal;

    @Inject
    ClaimedKey key;

    private static void somethingIsRecorded() {
        var id = inForce("100.00", "RECEPTION");
        recordedReceipt(id, "1.00");
        reserved(id, "RECEPTION/camp \u20ac \ud83d\ude02", "1.00");
    }

    @Test
    void every_entry_is_canonical_and_hashed_as_a_leaf_and_says_what_its_fields_say() throws Exception {
        somethingIsRecorded();
        var json = new ObjectMapper();
        String after = null;
        int seen = 0;
        do {
            var page = AUDITOR.get(API + "/entries?limit=200" + (after == null ? "" : "&after=" + after))
                    .extract()
                    .jsonPath();
            for (var entry : page.<Map<String, Object>>getList("items")) {
                assertEquals(seen++, entry.get("position"), "positions without a gap");
                var body = Base64.getDecoder().decode((String) entry.get("body"));
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update((byte) 0);
                assertEquals(entry.get("leafHash"), HexFormat.of().formatHex(digest.digest(body)));
                var parsed = json.readValue(body, Map.class);
                assertArrayEquals(body, CanonicalJson.bytes(parsed), "written again, the same bytes");
                for (var field : List.of(
                        "id", "actor", "role", "action", "sentence", "reason", "institution", "effectiveDate")) {
                    assertEquals(entry.get(field), parsed.get(field), field);
                }
                assertEquals(entry.get("changes"), parsed.get("changes"));
                assertEquals(((List<?>) entry.get("postings")).size(), ((List<?>) parsed.get("postings")).size());
                assertTrue(!new String(body).contains("Name of "), "no person's name");
            }
            after = page.getString("next");
        } while (after != null);
        assertEquals(Books.count("SELECT count(*) FROM journal.entry"), seen);
        Books.balanced();
        assertEquals(
                0,
                Books.count("SELECT count(*) FROM journal.leaf l JOIN journal.entry e ON e.id = l.entry_id"
                        + " WHERE l.leaf_hash <> e.leaf_hash OR l.leaf_hash <> sha256('\\x00'::bytea || e.body)"));
    }

    private static String refused(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var refusal = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            return refusal.getSQLState();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry", "posting", "leaf", "account"})
    void what_is_recorded_is_never_changed_or_deleted(String table) throws SQLException {
        somethingIsRecorded();
        var before = Books.rows(
                "SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM journal." + table + " t");
        var tries = List.of(
                "UPDATE journal." + table + " SET log_id = log_id",
                "DELETE FROM journal." + table,
                "TRUNCATE journal." + table + " CASCADE");
        try (var service = Books.asTheService();
                var superuser = Books.superuser();
                var replica = superuser.createStatement()) {
            for (var sql : tries) {
                assertEquals("42501", refused(service, sql), "the service: " + sql);
                assertEquals("42501", refused(superuser, sql), "a superuser: " + sql);
            }
            replica.execute("SET session_replication_role = replica");
            for (var sql : tries) {
                assertEquals("42501", refused(superuser, sql), "a superuser in replica mode: " + sql);
            }
            for (var sql : List.of(
                    "ALTER TABLE journal." + table + " DISABLE TRIGGER ALL",
                    "DROP TABLE journal." + table + " CASCADE",
                    "SET session_replication_role = replica")) {
                assertEquals("42501", refused(service, sql), "the service: " + sql);
            }
        }
        assertEquals(
                before,
                Books.rows("SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM journal." + table
                        + " t"));
    }

    @Test
    void the_service_may_change_figures_and_answers_and_nothing_else_of_the_journal() throws SQLException {
        somethingIsRecorded();
        try (var service = Books.asTheService()) {
            for (var sql : List.of(
                    "UPDATE journal.balance SET floor = NULL",
                    "UPDATE journal.balance SET account_id = account_id",
                    "DELETE FROM journal.balance",
                    "UPDATE journal.request SET request_hash = request_hash",
                    "UPDATE journal.request SET key = 'x'",
                    "DELETE FROM journal.request",
                    "DELETE FROM journal.log_head",
                    "INSERT INTO journal.log_head (log_id) VALUES (2)",
                    "UPDATE journal.pending SET log_id = log_id",
                    "DELETE FROM funding.allocation",
                    "DELETE FROM funding.receipt",
                    "UPDATE funding.programme SET name = name",
                    "CREATE TABLE journal.mine (id int)",
                    "CREATE TABLE funding.mine (id int)",
                    "SET ROLE funding_owner")) {
                assertEquals("42501", refused(service, sql), sql);
            }
            assertEquals("23514", refused(service, "UPDATE journal.balance SET debits = credits + 1 WHERE floor = 0"));
            assertEquals("23514", refused(service, """
                    INSERT INTO journal.entry SELECT (jsonb_populate_record(e, jsonb_build_object(
                        'id', gen_random_uuid(), 'idempotency_key', gen_random_uuid(), 'sentence', 'Forged',
                        'leaf_hash', '\\x00'))).* FROM journal.entry e LIMIT 1"""));
            assertEquals(
                    "23514",
                    refused(
                            service,
                            "UPDATE funding.allocation SET decided_by = authors[1] WHERE decided_by IS NOT NULL"));
            assertEquals(
                    "23514",
                    refused(
                            service,
                            "UPDATE funding.receipt SET status = 'CONFIRMED', decided_by = authors[1], decided_at = now()"));
            assertEquals("23514", refused(service, "UPDATE funding.commitment SET amount = -1"));
        }
    }

    @Test
    @ActivateRequestContext
    void a_transaction_that_is_given_up_leaves_nothing() {
        var caller = new Caller("officer", "Name of officer", Set.of("funding-officer"), "LT-VRM", "test");
        var owner = UUID.randomUUID();
        var change = Change.of(
                        caller, "funding-officer", "test.done", new Subject("test", owner, "A test"), "Did something")
                .moving(
                        Money.eur("5.00"),
                        Account.outside("GRANTED", owner, null),
                        Account.ceiling("AVAILABLE", owner, null));
        var mine = UUID.randomUUID().toString();
        key.claim(mine);
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    journal.write(change);
                    throw new IllegalStateException("given up");
                }));
        Books.nothingOf(mine);
        assertEquals(0, Books.count("SELECT count(*) FROM journal.account WHERE owner = ?", owner));
        var tooMuch = Change.of(
                        caller, "funding-officer", "test.done", new Subject("test", owner, "A test"), "Took too much")
                .moving(
                        Money.eur("5.00"),
                        Account.outside("GRANTED", owner, null),
                        Account.ceiling("AVAILABLE", owner, null))
                .moving(
                        Money.eur("5.01"),
                        Account.ceiling("AVAILABLE", owner, null),
                        Account.ceiling("SPENT", owner, null));
        assertThrows(Refusal.class, () -> QuarkusTransaction.requiringNew().run(() -> journal.write(tooMuch)));
        Books.nothingOf(mine);
        assertThrows(RuntimeException.class, () -> journal.write(change), "outside a transaction");
        QuarkusTransaction.requiringNew().run(() -> journal.write(change));
        assertEquals(1, Books.count("SELECT count(*) FROM journal.entry WHERE idempotency_key = ?", mine));
        Books.balanced();
    }
}
