package org.fundtrail.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.records.Person;
import org.fundtrail.records.SystemWork;
import org.junit.jupiter.api.Test;

/** Several entries of one request, written at once, by whoever writes. */
@QuarkusTest
class JournalTest {
    private static final LocalDate DAY = LocalDate.of(2021, 8, 11);

    @Inject
    Journal journal;

    @Inject
    SystemWork works;

    @Inject
    Sealer sealer;

    private final UUID owner = UUID.randomUUID();
    private final Account granted = Account.outside("GRANTED", owner, null);
    private final Account available = Account.ceiling("AVAILABLE", owner, null);
    private final Account spent = Account.ceiling("SPENT", owner, null);

    private static Writer writer() {
        return Writer.system(
                "test", "LT-VRM", UUID.randomUUID().toString(), Instant.parse("2026-01-05T10:00:00.123456Z"));
    }

    private Change change(Writer by, LocalDate day) {
        return Change.of(new Subject("test", owner, "A test"), Role.SYSTEM, "test.done", by)
                .on(day);
    }

    private void write(Change... changes) {
        QuarkusTransaction.requiringNew().run(() -> journal.write(List.of(changes)));
    }

    private String standing(String kind) {
        return Books.rows("""
                SELECT b.credits - b.debits FROM journal.balance b JOIN journal.account a ON a.id = b.account_id
                WHERE a.owner = ? AND a.kind = ?""", owner, kind).get(0).get(0).toString();
    }

    private static List<JsonNode> bodies(String key) {
        return Books.rows("SELECT body FROM journal.entry WHERE idempotency_key = ? ORDER BY line", key).stream()
                .map(row -> {
                    try {
                        return new ObjectMapper().readTree((byte[]) row.get(0));
                    } catch (java.io.IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void one_request_makes_several_entries_in_their_order_and_their_net_keeps_the_floors() {
        var by = writer();
        write(
                change(by, DAY)
                        .moving(Money.eur("7.00"), available, spent), // drawn before it is granted: the net holds
                change(by, DAY).moving(Money.eur("10.00"), granted, available),
                change(by, DAY).because("No money in this one"));
        assertEquals("3.00", standing("AVAILABLE"));
        assertEquals("7.00", standing("SPENT"));
        var bodies = bodies(by.key());
        assertEquals(
                List.of(1, 2, 3),
                bodies.stream().map(b -> b.get("line").intValue()).toList());
        assertEquals("No money in this one", bodies.get(2).get("reason").textValue());
        sealer.seal();
        var positions = Books.rows("""
                SELECT l.position FROM journal.leaf l JOIN journal.entry e ON e.id = l.entry_id
                WHERE e.idempotency_key = ? ORDER BY e.line""", by.key());
        assertEquals(
                List.of(0L, 1L, 2L),
                positions.stream()
                        .map(row -> (Long) row.get(0) - (Long) positions.get(0).get(0))
                        .toList());
        Books.balanced();
    }

    @Test
    void a_request_whose_net_breaks_a_floor_leaves_nothing() {
        var by = writer();
        assertThrows(
                Refusal.class,
                () -> write(
                        change(by, DAY).moving(Money.eur("10.00"), granted, available),
                        change(by, DAY).moving(Money.eur("6.00"), available, spent),
                        change(by, DAY).moving(Money.eur("4.01"), available, spent)));
        Books.nothingOf(by.key());
        assertEquals(0, Books.count("SELECT count(*) FROM journal.account WHERE owner = ?", owner));
    }

    @Test
    void an_account_that_is_defined_otherwise_than_it_is_recorded_is_a_failure_and_not_another_ceiling() {
        var by = writer();
        write(change(by, DAY).moving(Money.eur("10.00"), granted, available));
        for (var other : List.of(
                Account.outside("AVAILABLE", owner, null),
                new Account("AVAILABLE", owner, null, "EUR", new BigDecimal("-5.00"), null, "amount"))) {
            var again = writer();
            assertThrows(
                    IllegalStateException.class,
                    () -> write(change(again, DAY).moving(Money.eur("11.00"), other, spent)));
            Books.nothingOf(again.key());
        }
        var twice = writer();
        assertThrows(
                IllegalStateException.class,
                () -> write(
                        change(twice, DAY).moving(Money.eur("1.00"), granted, spent),
                        change(twice, DAY)
                                .moving(Money.eur("1.00"), Account.outside("SPENT", owner, null), available)));
    }

    @Test
    void the_entry_that_opens_an_account_says_what_it_is_and_no_other_does() {
        var by = writer();
        write(
                change(by, DAY).moving(Money.eur("10.00"), granted, available),
                change(by, DAY).moving(Money.eur("1.00"), available, spent));
        var opens =
                bodies(by.key()).stream().map(b -> b.get("opens").toString()).toList();
        assertEquals(
                "[{\"code\":\"GRANTED/%1$s/EUR\",\"currency\":\"EUR\",\"floor\":null},{\"code\":\"AVAILABLE/%1$s/EUR\",\"currency\":\"EUR\",\"floor\":\"0.00\"}]"
                        .formatted(owner),
                opens.get(0));
        assertEquals(
                "[{\"code\":\"SPENT/%s/EUR\",\"currency\":\"EUR\",\"floor\":\"0.00\"}]".formatted(owner), opens.get(1));
        var again = writer();
        write(change(again, DAY).moving(Money.eur("1.00"), available, spent));
        assertEquals("[]", bodies(again.key()).get(0).get("opens").toString());
    }

    @Test
    void an_entry_counts_from_its_day_but_not_before_the_money_it_draws_on_and_keeps_what_was_stated() {
        write(change(writer(), DAY).moving(Money.eur("10.00"), granted, available));
        write(change(writer(), DAY.plusDays(20)).moving(Money.eur("5.00"), granted, available));
        var before = writer();
        write(change(before, DAY.minusDays(3)).moving(Money.eur("10.00"), available, spent));
        assertEquals(
                DAY.toString(), bodies(before.key()).get(0).get("effectiveDate").textValue());
        assertEquals(
                DAY.minusDays(3).toString(),
                bodies(before.key()).get(0).get("statedDate").textValue());
        var second = writer();
        write(change(second, DAY.plusDays(1)).moving(Money.eur("0.01"), available, spent));
        assertEquals(
                DAY.plusDays(20).toString(),
                bodies(second.key()).get(0).get("effectiveDate").textValue(),
                "the first ten are used, so it draws on the five that came later");
        var third = writer();
        write(change(third, DAY.plusDays(30)).moving(Money.eur("1.00"), available, spent));
        assertEquals(
                DAY.plusDays(30).toString(),
                bodies(third.key()).get(0).get("effectiveDate").textValue());
    }

    @Test
    void within_one_request_too_an_entry_waits_for_the_day_of_what_it_draws_on() {
        var by = writer();
        write(
                change(by, DAY).moving(Money.eur("10.00"), available, spent),
                change(by, DAY.plusDays(5)).moving(Money.eur("10.00"), granted, available));
        assertEquals(
                DAY.plusDays(5).toString(),
                bodies(by.key()).get(0).get("effectiveDate").textValue());
        assertEquals(DAY.toString(), bodies(by.key()).get(0).get("statedDate").textValue());
    }

    @Test
    void record_and_entry_share_one_instant() {
        var by = writer();
        write(change(by, DAY).moving(Money.eur("1.00"), granted, available));
        assertEquals(
                "2026-01-05T10:00:00.123456Z",
                bodies(by.key()).get(0).get("recordedAt").textValue());
        assertEquals(
                1,
                Books.count(
                        "SELECT count(*) FROM journal.entry WHERE idempotency_key = ? AND recorded_at = '2026-01-05T10:00:00.123456Z'",
                        by.key()));
    }

    @Test
    void work_of_the_system_takes_effect_once_under_its_key_whoever_tries_at_the_same_moment() {
        var key = "day-" + UUID.randomUUID();
        var tries = IntStream.range(0, 16)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> works.once(
                        "clock",
                        "LT-VRM",
                        key,
                        by -> journal.write(change(by, DAY).moving(Money.eur("1.00"), granted, available)))))
                .toList();
        assertEquals(1, tries.stream().filter(CompletableFuture::join).count());
        assertEquals("1.00", standing("AVAILABLE"));
        assertFalse(works.once("clock", "LT-VRM", key, by -> {
            throw new AssertionError("twice");
        }));
        var body = bodies("LT-VRM/" + key).get(0);
        assertEquals("system", body.get("role").textValue());
        assertEquals("clock", body.get("client").textValue());
        assertEquals(Writer.SYSTEM.toString(), body.get("actor").textValue());
        sealer.seal();
        Person.AUDITOR
                .get("/api/funding/v1/entries?action=test.done&limit=1&order=desc")
                .body("items[0].actor.name", org.hamcrest.Matchers.equalTo("Fundtrail"));
    }

    @Test
    void the_same_clock_strikes_once_for_each_institution() {
        var day = "day-" + UUID.randomUUID();
        for (var institution : List.of("LT-VRM", "LV-IEM")) {
            assertTrue(works.once("clock", institution, day, by -> journal.write(change(by, DAY))));
            assertFalse(works.once("clock", institution, day, by -> journal.write(change(by, DAY))));
            assertEquals(
                    institution,
                    bodies(institution + "/" + day).get(0).get("institution").textValue());
        }
    }

    @Test
    void a_hundred_and_more_entries_of_an_import_are_one_request() {
        var by = writer();
        var changes = IntStream.range(0, 1200)
                .mapToObj(n -> change(by, DAY.plusDays(n % 40)).moving(Money.eur("1.00"), granted, available))
                .toArray(Change[]::new);
        write(changes);
        assertEquals("1200.00", standing("AVAILABLE"));
        assertEquals(1200, Books.count("SELECT count(*) FROM journal.entry WHERE idempotency_key = ?", by.key()));
        Books.balanced();
    }

    @Test
    void nothing_is_written_when_nothing_is_pending_and_what_a_killed_process_left_is_sealed_within_a_second()
            throws Exception {
        sealer.seal();
        var head = Books.rows("SELECT xmin::text, size FROM journal.log_head");
        Thread.sleep(1500);
        assertEquals(head, Books.rows("SELECT xmin::text, size FROM journal.log_head"), "not touched");
        var by = writer();
        write(change(by, DAY).moving(Money.eur("1.00"), granted, available)); // nobody wakes the sealer
        long began = System.nanoTime();
        while (Books.count("SELECT count(*) FROM journal.pending") > 0 && System.nanoTime() - began < 5_000_000_000L) {
            Thread.sleep(20);
        }
        assertEquals(0, Books.count("SELECT count(*) FROM journal.pending"));
        assertTrue(Books.count("""
                SELECT count(*) FROM journal.leaf l JOIN journal.entry e ON e.id = l.entry_id WHERE e.idempotency_key = ?""", by.key()) == 1);
    }
}
