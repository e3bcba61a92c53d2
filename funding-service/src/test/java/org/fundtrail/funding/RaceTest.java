package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Sealer;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Crowd.Sent;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once, over HTTP and on a real database: the books come out right whoever wins. */
@QuarkusTest
class RaceTest {
    @Inject
    Sealer sealer;

    @Test
    void of_64_who_each_want_a_tenth_of_an_allocation_exactly_10_get_it() {
        var id = inForce("1000.00", "RECEPTION");
        var path = API + "/allocations/" + id + "/commitments";
        var heard = Crowd.atOnce(IntStream.range(0, 64)
                .mapToObj(n -> Sent.of(
                        n % 2 == 0 ? OFFICER : VERIFIER, path, json(commitment("RECEPTION/camp " + n % 7, "100.00"))))
                .toList());
        Crowd.with(201, 10, heard);
        for (var refused : Crowd.with(409, 54, heard)) {
            assertEquals("exceeds-available", refused.code());
            Books.nothingOf(refused.sent().key());
        }
        OFFICER.get(API + "/allocations/{id}", id)
                .body("balances.available.amount", equalTo("0.00"))
                .body("balances.reserved.amount", equalTo("1000.00"))
                .body("balances.committed.amount", equalTo("0.00"));
        OFFICER.get(path).body("items", hasSize(10));
        assertEquals(
                10,
                Books.count("SELECT count(*) FROM funding.commitment WHERE allocation_id = ?", UUID.fromString(id)));
        Books.balanced();
    }

    @Test
    void of_64_payments_of_a_tenth_of_an_allocation_exactly_10_are_taken() {
        var id = inForce("1000.00", "RECEPTION");
        var path = API + "/allocations/" + id + "/receipts";
        var heard = Crowd.atOnce(IntStream.range(0, 64)
                .mapToObj(n -> Sent.of(OFFICER, path, json(receipt("100.00"))))
                .toList());
        Crowd.with(201, 10, heard);
        for (var refused : Crowd.with(409, 54, heard)) {
            assertEquals("exceeds-allocation", refused.code());
        }
        OFFICER.get(API + "/allocations/{id}", id)
                .body("balances.toReceive.amount", equalTo("0.00"))
                .body("balances.announced.amount", equalTo("1000.00"))
                .body("balances.received.amount", equalTo("0.00"));
        Books.balanced();
    }

    @Test
    void of_16_who_decide_at_once_one_decides() {
        var allocation = proposed("1000.00", "RECEPTION");
        var decisions = IntStream.range(0, 16)
                .mapToObj(n -> Sent.of(
                        APPROVER,
                        API + "/allocations/" + allocation + "/decision",
                        json(Map.of("outcome", n % 2 == 0 ? "APPROVED" : "REJECTED", "reason", "Number " + n))))
                .toList();
        var heard = Crowd.atOnce(decisions);
        Crowd.with(200, 1, heard);
        Crowd.with(409, 15, heard).forEach(late -> assertEquals("wrong-state", late.code()));

        var receipt = recordedReceipt(inForce("1000.00", "RECEPTION"), "400.00");
        var both = Stream.of("confirmation", "refusal", "confirmation", "refusal", "confirmation", "refusal")
                .map(way -> Sent.of(
                        ACCOUNTANT,
                        API + "/receipts/" + receipt + "/" + way,
                        way.equals("refusal") ? "{\"reason\": \"Not on the statement\"}" : "{}"))
                .toList();
        var answers = Crowd.atOnce(both);
        Crowd.with(200, 1, answers);
        Crowd.with(409, 5, answers);
        Books.balanced();
    }

    @Test
    void one_request_that_is_sent_32_times_at_once_takes_effect_once_and_all_hear_the_same() {
        var id = inForce("1000.00", "RECEPTION");
        var path = API + "/allocations/" + id + "/receipts";
        var key = UUID.randomUUID().toString();
        var body = json(receipt("300.00"));
        var heard = Crowd.atOnce(IntStream.range(0, 32)
                .mapToObj(n -> new Sent(OFFICER, key, path, body))
                .toList());
        Crowd.with(201, 32, heard);
        assertEquals(1, heard.stream().map(Crowd.Heard::body).distinct().count());
        assertEquals(1, heard.stream().map(Crowd.Heard::location).distinct().count());
        OFFICER.get(path).body("items", hasSize(1));
        assertEquals(1, Books.count("SELECT count(*) FROM journal.entry WHERE idempotency_key = ?", key));

        OFFICER.post(key, path, body).statusCode(201); // and later, too
        OFFICER.post(key, path, json(receipt("300.00")))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"))
                .body("field", equalTo("Idempotency-Key"));
        OFFICER.post(key, API + "/programmes", json(programme(unique("PRG"), "BMVI", "STAFF")))
                .statusCode(422);
        VERIFIER.post(key, path, json(receipt("300.00"))).statusCode(201); // a key is its client's own
        OFFICER.get(path).body("items", hasSize(2));
    }

    @Test
    void one_key_with_two_bodies_at_once_takes_effect_for_one_of_them() {
        var path = API + "/allocations/" + inForce("1000.00", "RECEPTION") + "/commitments";
        var key = UUID.randomUUID().toString();
        var bodies =
                List.of(json(commitment("RECEPTION/one", "300.00")), json(commitment("RECEPTION/another", "300.00")));
        var heard = Crowd.atOnce(IntStream.range(0, 32)
                .mapToObj(n -> new Sent(OFFICER, key, path, bodies.get(n % 2)))
                .toList());
        var accepted = Crowd.with(201, 16, heard);
        assertEquals(1, accepted.stream().map(h -> h.sent().body()).distinct().count());
        Crowd.with(422, 16, heard).forEach(late -> assertEquals("idempotency-key-reused", late.code()));
        OFFICER.get(path).body("items", hasSize(1));
    }

    @Test
    void sixteen_writers_and_two_sealers_leave_no_gap_and_a_follower_misses_nothing() {
        sealer.seal(); // what other tests have left
        var start = Books.count("SELECT size FROM journal.log_head");
        var keys = new ArrayList<String>();
        var writing = new AtomicBoolean(true);
        var sealers = IntStream.range(0, 2)
                .mapToObj(n -> CompletableFuture.runAsync(() -> {
                    while (writing.get()) {
                        sealer.seal();
                    }
                }))
                .toList();
        var followed = new ArrayList<Map<String, Object>>();
        var follower = CompletableFuture.runAsync(() -> {
            long after = start - 1;
            boolean last;
            do {
                last = !writing.get();
                List<Map<String, Object>> items = AUDITOR.get(API + "/entries?limit=7&after=" + after)
                        .extract()
                        .path("items");
                for (var item : items) {
                    followed.add(item);
                    after = ((Number) item.get("position")).longValue();
                }
                last = last && items.isEmpty();
            } while (!last);
        });
        var writers = new ArrayList<CompletableFuture<Void>>();
        for (int writer = 0; writer < 16; writer++) {
            var by = new Person("writer" + writer, "funding-officer", "LT-VRM");
            var own = IntStream.range(0, 8)
                    .mapToObj(n -> UUID.randomUUID().toString())
                    .toList();
            keys.addAll(own);
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        for (var key : own) {
                            var body = json(programme(unique("PRG"), "BMVI", "STAFF"));
                            assertEquals(
                                    201,
                                    Crowd.send(new Sent(by, key, API + "/programmes", body))
                                            .join()
                                            .status());
                        }
                    },
                    work -> new Thread(work).start()));
        }
        try {
            writers.forEach(CompletableFuture::join);
        } finally {
            sealer.seal();
            writing.set(false);
        }
        sealers.forEach(CompletableFuture::join);
        follower.orTimeout(60, TimeUnit.SECONDS).join();

        assertEquals(0, Books.count("SELECT count(*) FROM journal.pending"));
        assertEquals(
                0,
                Books.count(
                        "SELECT count(*) FROM journal.entry e WHERE NOT EXISTS (SELECT FROM journal.leaf l WHERE l.entry_id = e.id)"));
        var size = Books.count("SELECT size FROM journal.log_head");
        var positions = Books.rows("SELECT position FROM journal.leaf ORDER BY position").stream()
                .map(row -> (Long) row.get(0))
                .toList();
        assertEquals(LongStream.range(0, size).boxed().toList(), positions);
        assertEquals(
                LongStream.range(start, start + 128).boxed().toList(),
                followed.stream()
                        .map(item -> ((Number) item.get("position")).longValue())
                        .toList());
        var ids = followed.stream().map(item -> (String) item.get("id")).toList();
        assertEquals(128, new HashSet<>(ids).size());
        assertEquals(128, Books.count("SELECT count(*) FROM journal.entry WHERE idempotency_key = ANY (?)", (Object)
                keys.toArray(String[]::new)));
    }

    /** A writer waits at a lock that the test holds, once before it wrote and once after it moved the money; there its connection is cut. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM journal.balance b JOIN journal.account a ON a.id = b.account_id WHERE a.owner = '%s' FOR UPDATE OF b",
                "LOCK TABLE journal.turnover IN SHARE MODE"
            })
    void a_writer_that_is_killed_leaves_nothing_and_its_key_can_be_used_again(String lock) throws Exception {
        var id = inForce("1000.00", "RECEPTION");
        var path = API + "/allocations/" + id + "/commitments";
        var key = UUID.randomUUID().toString();
        var body = json(commitment("RECEPTION/camp", "100.00"));
        try (var holder = Books.superuser();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(lock.formatted(id));
            var answer = Crowd.send(new Sent(OFFICER, key, path, body));
            kill(waitingWriter());
            assertEquals(503, answer.get(20, TimeUnit.SECONDS).status());
            holder.rollback();
        }
        Books.nothingOf(key);
        assertEquals(
                0, Books.count("SELECT count(*) FROM funding.commitment WHERE allocation_id = ?", UUID.fromString(id)));
        OFFICER.get(API + "/allocations/{id}", id).body("balances.available.amount", equalTo("1000.00"));
        Books.balanced();
        OFFICER.post(key, path, body).statusCode(201);
        OFFICER.get(API + "/allocations/{id}", id).body("balances.available.amount", equalTo("900.00"));
    }

    private static int waitingWriter() throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(until)) {
            var waiting = Books.rows("""
                    SELECT pid FROM pg_stat_activity
                    WHERE usename = 'funding_app' AND wait_event_type = 'Lock' AND query NOT LIKE '%journal.seal%'""");
            if (!waiting.isEmpty()) {
                return (Integer) waiting.get(0).get(0);
            }
            Thread.sleep(20);
        }
        throw new AssertionError("No writer waits at the lock");
    }

    private static void kill(int pid) throws SQLException {
        assertTrue((Boolean)
                Books.rows("SELECT pg_terminate_backend(?)", pid).get(0).get(0));
    }
}
