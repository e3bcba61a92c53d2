package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.AUDITOR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.journal.Account;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.CanonicalJson;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The record is whole and provable, and nobody changes it afterwards: not the service, not a superuser. */
@QuarkusTest
class RecordTest {
    @Inject
    Journal journal;

    private static void somethingIsRecorded() {
        var id = inForce("100.00", "RECEPTION");
        recordedReceipt(id, "1.00");
        reserved(id, "RECEPTION/camp \u20ac \ud83d\ude02", "1.00");
        Person.OFFICER
                .post(
                        API + "/allocations",
                        with(
                                allocation(recordedProgramme("RECEPTION"), "5.00"),
                                "sources",
                                List.of(Map.of("title", "A source"))))
                .statusCode(201);
    }

    private record Page(List<Map<String, Object>> items, String next) {}

    @Test
    void every_entry_is_canonical_and_hashed_as_a_leaf_and_says_what_its_fields_say() throws Exception {
        somethingIsRecorded();
        var json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        String after = null;
        int seen = 0;
        do {
            var page = json.readValue(
                    AUDITOR.get(API + "/entries?bodies=true&limit=200" + (after == null ? "" : "&after=" + after))
                            .extract()
                            .asByteArray(),
                    Page.class);
            for (var entry : page.items()) {
                assertEquals(seen++, entry.get("position"), "positions without a gap");
                var body = Base64.getDecoder().decode((String) entry.get("body"));
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update((byte) 0);
                assertEquals(entry.get("leafHash"), HexFormat.of().formatHex(digest.digest(body)));
                var parsed = json.readValue(body, Map.class);
                assertArrayEquals(body, CanonicalJson.bytes(parsed), "written again, the same bytes");
                for (var field : List.of(
                        "id",
                        "client",
                        "role",
                        "action",
                        "reason",
                        "institution",
                        "effectiveDate",
                        "statedDate",
                        "about",
                        "step")) {
                    assertEquals(entry.get(field), parsed.get(field), field);
                }
                assertEquals(((Map<?, ?>) entry.get("actor")).get("id"), parsed.get("actor"));
                assertEquals(entry.get("changes"), parsed.get("changes"));
                assertEquals(((List<?>) entry.get("postings")).size(), ((List<?>) parsed.get("postings")).size());
                assertTrue(!new String(body).contains("Name of "), "no person's name");
            }
            after = page.next();
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
    @ValueSource(strings = {"entry", "posting", "leaf", "account", "version", "duty", "step"})
    void what_is_recorded_is_never_changed_or_deleted(String table) throws SQLException {
        somethingIsRecorded();
        AUDITOR.get(API + "/entries?order=desc&limit=1").statusCode(200); // waits until it has its place
        var before = Books.rows(
                "SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM journal." + table + " t");
        var tries = List.of(
                "UPDATE journal." + table + " SET "
                        + (table.equals("duty") || table.equals("step") ? "record = record" : "log_id = log_id"),
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

    /** Everything the service's role could try to make the books say something else, and what stops it. */
    @Test
    void the_service_may_change_nothing_of_the_books_past_the_journal() throws SQLException {
        somethingIsRecorded();
        try (var service = Books.asTheService()) {
            for (var sql : List.of(
                    "UPDATE journal.balance SET floor = NULL",
                    "UPDATE journal.balance SET credits = credits + 1",
                    "INSERT INTO journal.balance SELECT * FROM journal.balance LIMIT 1",
                    "DELETE FROM journal.balance",
                    "UPDATE journal.turnover SET credits = credits + 1",
                    "DELETE FROM journal.turnover",
                    "INSERT INTO journal.account SELECT * FROM journal.account LIMIT 1",
                    "DELETE FROM journal.pending",
                    "INSERT INTO journal.pending (log_id, entry_id) SELECT 1, id FROM journal.entry LIMIT 1",
                    "UPDATE journal.pending SET log_id = log_id",
                    "INSERT INTO journal.leaf SELECT * FROM journal.leaf LIMIT 1",
                    "UPDATE journal.day SET last_position = 0",
                    "DELETE FROM journal.day",
                    "UPDATE journal.log_head SET size = 0",
                    "DELETE FROM journal.log_head",
                    "INSERT INTO journal.log_head (log_id) VALUES (2)",
                    "UPDATE journal.request SET request_hash = request_hash",
                    "UPDATE journal.request SET key = 'x'",
                    "DELETE FROM journal.request",
                    "UPDATE journal.person SET subject = 'somebody else'",
                    "UPDATE journal.person SET erased_at = now()",
                    "DELETE FROM journal.person",
                    "UPDATE journal.identity SET name = 'x'",
                    "UPDATE journal.duty SET duty = 'APPROVE'",
                    "DELETE FROM journal.duty",
                    "UPDATE journal.step SET person = person",
                    "DELETE FROM journal.step",
                    "UPDATE journal.version SET facts = '{}'",
                    "INSERT INTO journal.version SELECT log_id, id, 'test', subject_id, institution, '{}' FROM journal.entry e"
                            + " WHERE NOT EXISTS (SELECT FROM journal.version v WHERE v.entry_id = e.id) LIMIT 1",
                    "INSERT INTO journal.posting SELECT log_id, entry_id, 99, debit, credit, amount, currency, effective_date"
                            + " FROM journal.posting LIMIT 1",
                    "SELECT journal.erase_person(id) FROM journal.person WHERE subject = 'officer'",
                    "DELETE FROM funding.allocation",
                    "DELETE FROM funding.receipt",
                    "DELETE FROM funding.commitment",
                    "UPDATE funding.programme SET name = name || 'x'",
                    "UPDATE funding.allocation SET recorded_by = recorded_by",
                    "UPDATE funding.allocation SET institution = 'LV-IEM'",
                    "UPDATE funding.allocation SET amount = amount + 1",
                    "UPDATE funding.allocation SET status = 'APPROVED' WHERE status = 'PROPOSED'",
                    "UPDATE funding.allocation SET status = 'PROPOSED' WHERE status = 'APPROVED'",
                    "UPDATE funding.receipt SET amount = amount + 1",
                    "UPDATE funding.receipt SET status = 'CONFIRMED' WHERE status = 'RECORDED'",
                    "UPDATE funding.commitment SET amount = amount + 1",
                    "UPDATE funding.commitment SET allocation_id = allocation_id",
                    "UPDATE funding.commitment SET status = 'APPROVED' WHERE status = 'PROPOSED'",
                    "INSERT INTO funding.receipt SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'status', 'CONFIRMED',"
                            + " 'bank_reference', gen_random_uuid()))).* FROM funding.receipt r LIMIT 1",
                    "UPDATE funding.allocation_source SET title = 'Another'",
                    "DELETE FROM funding.allocation_source",
                    "CREATE TABLE journal.mine (id int)",
                    "CREATE TABLE funding.mine (id int)",
                    "ALTER TABLE funding.allocation DISABLE TRIGGER ALL",
                    "SET ROLE funding_owner")) {
                assertEquals("42501", refused(service, sql), sql);
            }
            assertEquals("23514", refused(service, """
                    INSERT INTO journal.entry SELECT (jsonb_populate_record(e, jsonb_build_object(
                        'id', gen_random_uuid(), 'idempotency_key', gen_random_uuid(), 'reason', 'Forged',
                        'leaf_hash', '\\x00'))).* FROM journal.entry e LIMIT 1"""));
        }
    }

    @Test
    void a_second_duty_of_one_person_on_a_record_is_refused_by_the_database_itself() throws SQLException {
        var receipt = UUID.fromString(recordedReceipt(inForce("100.00", "RECEPTION"), "1.00"));
        try (var service = Books.asTheService()) {
            assertEquals(
                    "23505",
                    refused(
                            service,
                            "INSERT INTO journal.duty SELECT record, person, 'APPROVE' FROM journal.duty WHERE record = '"
                                    + receipt + "'"));
            assertEquals(
                    "23503",
                    refused(
                            service,
                            "INSERT INTO journal.step SELECT record, 2, 1, 'CONFIRM', person, 'APPROVE', now(), NULL FROM journal.duty"
                                    + " WHERE record = '" + receipt + "'"));
        }
    }

    @Test
    void a_transaction_that_is_given_up_leaves_nothing() {
        var owner = UUID.randomUUID();
        var granted = Account.outside("GRANTED", owner, null);
        var available = Account.ceiling("AVAILABLE", owner, null);
        var subject = new Subject("test", owner, "A test");
        var by = Writer.system("test", "LT-VRM", UUID.randomUUID().toString(), Instant.now());
        var mine = by.key();
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    journal.write(Change.of(subject, Role.SYSTEM, "test.done", by)
                            .moving(Money.eur("5.00"), granted, available));
                    throw new IllegalStateException("given up");
                }));
        Books.nothingOf(mine);
        assertEquals(0, Books.count("SELECT count(*) FROM journal.account WHERE owner = ?", owner));
        assertThrows(
                Refusal.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> journal.write(Change.of(subject, Role.SYSTEM, "test.done", by)
                                .moving(Money.eur("5.00"), granted, available)
                                .moving(Money.eur("5.01"), available, Account.ceiling("SPENT", owner, null)))));
        Books.nothingOf(mine);
        var change = Change.of(subject, Role.SYSTEM, "test.done", by).moving(Money.eur("5.00"), granted, available);
        assertThrows(RuntimeException.class, () -> journal.write(change), "outside a transaction");
        QuarkusTransaction.requiringNew().run(() -> journal.write(change));
        assertEquals(1, Books.count("SELECT count(*) FROM journal.entry WHERE idempotency_key = ?", mine));
        Books.balanced();
    }
}
