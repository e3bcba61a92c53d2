package org.fundtrail.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Rule;
import org.fundtrail.common.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ledger alone: what is moved, what is refused, from when it counts and what its entries say. */
class LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2021, 8, 11);

    private static final Rule EXCEEDS = new Rule() {
        @Override
        public String name() {
            return "EXCEEDS";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return "Only {available}, not {amount}.";
        }
    };

    private static AgroalDataSource database;
    private static Journal journal;

    private final UUID owner = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private final Account granted = Account.outside("GRANTED", owner, null);
    private final Account available = Account.ceiling("AVAILABLE", owner, null, EXCEEDS, "net");
    private final Account committed = Account.ceiling("COMMITTED", owner, project);

    @BeforeAll
    static void open() throws Exception {
        database = OnPostgres.database();
        journal = OnPostgres.journal(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Writer writer() {
        return Writer.system(
                "test", "LT-VRM", UUID.randomUUID().toString(), Instant.parse("2026-01-05T10:00:00.1234Z"));
    }

    private Change change(Writer by, LocalDate day) {
        return Change.of(new Subject("allocation", owner, "A-1"), Role.SYSTEM, "allocation.moved", by)
                .on(day);
    }

    private Change granting(String amount, LocalDate day) {
        return change(writer(), day).moving(Money.eur(amount), granted, available);
    }

    private Change committing(String amount, LocalDate day) {
        return change(writer(), day).moving(Money.eur(amount), available, committed);
    }

    private List<JsonNode> write(Change... changes) {
        journal.write(List.of(changes));
        return bodies(changes[0].by.key());
    }

    private static List<JsonNode> bodies(String key) {
        var bodies = new ArrayList<JsonNode>();
        for (var row : rows("SELECT body FROM journal.entry WHERE idempotency_key = '" + key + "' ORDER BY line")) {
            try {
                bodies.add(new ObjectMapper().readTree((byte[]) row));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return bodies;
    }

    private static List<Object> rows(String sql) {
        try (var connection = OnPostgres.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getObject(1));
            }
            return rows;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String standing(String kind) {
        return rows("SELECT credits - debits FROM journal.balance b JOIN journal.account a ON a.id = b.account_id WHERE a.owner = '"
                        + owner + "' AND a.kind = '" + kind + "'")
                .get(0)
                .toString();
    }

    private static String counts(List<JsonNode> bodies) {
        return bodies.get(0).get("effectiveDate").textValue();
    }

    @Test
    void an_amount_leaves_one_account_and_arrives_on_the_other_and_every_account_is_its_own() {
        var bodies = write(
                granting("10.00", DAY), // one request of the first change's key
                change(writer(), DAY).moving(Money.eur("3.25"), available, committed));
        assertEquals(1, bodies.size());
        assertEquals("-10.00", standing("GRANTED"));
        assertEquals("6.75", standing("AVAILABLE"));
        assertEquals("3.25", standing("COMMITTED"));
        assertEquals("GRANTED/" + owner + "/EUR", granted.code());
        assertEquals("COMMITTED/" + owner + "/" + project + "/EUR", committed.code());
        var posting = bodies.get(0).get("postings").get(0);
        assertEquals(granted.code(), posting.get("debit").textValue());
        assertEquals(available.code(), posting.get("credit").textValue());
        assertEquals("10.00", posting.get("amount").textValue());
        assertEquals("EUR", posting.get("currency").textValue());
    }

    @Test
    void a_body_says_everything_once_and_is_hashed_as_a_leaf() {
        var by = writer();
        var bodies = write(
                change(by, DAY).because("It is so").moving(Money.eur("10.00"), granted, available),
                change(by, DAY).moving(Money.eur("1.00"), available, committed));
        var body = bodies.get(0);
        assertEquals(1, body.get("log").intValue());
        assertEquals(1, body.get("line").intValue());
        assertEquals(2, bodies.get(1).get("line").intValue());
        assertEquals(Writer.SYSTEM.toString(), body.get("actor").textValue());
        assertEquals("test", body.get("client").textValue());
        assertEquals(by.key(), body.get("idempotencyKey").textValue());
        assertEquals("LT-VRM", body.get("institution").textValue());
        assertEquals("system", body.get("role").textValue());
        assertEquals("allocation.moved", body.get("action").textValue());
        assertEquals("It is so", body.get("reason").textValue());
        assertEquals(
                "{\"id\":\"" + owner + "\",\"reference\":\"A-1\",\"type\":\"allocation\"}",
                body.get("subject").toString());
        assertTrue(body.get("parent").isNull());
        assertTrue(body.get("step").isNull());
        assertEquals("2026-01-05T10:00:00.123400Z", body.get("recordedAt").textValue());
        assertEquals("[]", body.get("changes").toString());
        assertEquals(2, body.get("opens").size());
        assertEquals("null", body.get("opens").get(0).get("floor").toString());
        assertEquals("\"0.00\"", body.get("opens").get(1).get("floor").toString());
        assertEquals("EUR", body.get("opens").get(1).get("currency").textValue());
        assertEquals(
                committed.code(), bodies.get(1).get("opens").get(0).get("code").textValue());
        assertEquals(1, bodies.get(1).get("opens").size());
        assertEquals(
                List.of(true),
                rows("SELECT leaf_hash = sha256('\\x00'::bytea || body) AND entry.id::text = '"
                        + body.get("id").textValue() + "' FROM journal.entry WHERE line = 1 AND idempotency_key = '"
                        + by.key() + "'"));
        assertEquals(
                List.of(2L),
                rows("SELECT count(*) FROM journal.pending p JOIN journal.entry e ON e.id = p.entry_id"
                        + " WHERE idempotency_key = '" + by.key() + "'"));
    }

    @Test
    void taking_more_than_stands_there_is_refused_by_the_accounts_own_rule_at_its_field() {
        write(granting("10.00", DAY));
        var refusal = assertThrows(Refusal.class, () -> write(committing("10.01", DAY)));
        var finding = refusal.findings().get(0);
        assertEquals("EXCEEDS", finding.rule().name());
        assertEquals("net", finding.field());
        assertEquals("EUR\u00a010.00", finding.params().get("available"));
        assertEquals("EUR\u00a010.01", finding.params().get("amount"));
        write(committing("10.00", DAY));
        var nothing = assertThrows(Refusal.class, () -> write(committing("0.01", DAY)));
        assertEquals("EUR\u00a00.00", nothing.findings().get(0).params().get("available"));
        var plain = assertThrows(
                Refusal.class,
                () -> write(change(writer(), DAY)
                        .moving(Money.eur("10.01"), committed, Account.ceiling("PAID", owner, null))));
        assertEquals(JournalRule.FLOOR_REACHED, plain.findings().get(0).rule());
        write(granting("5.00", DAY)); // a source outside the books gives on and on
    }

    @Test
    void a_floor_need_not_be_zero() {
        var credit = new Account("CREDIT", owner, null, "EUR", new BigDecimal("-5.00"), null, "amount");
        write(change(writer(), DAY).moving(Money.eur("5.00"), credit, committed));
        var refusal = assertThrows(
                Refusal.class, () -> write(change(writer(), DAY).moving(Money.eur("0.01"), credit, committed)));
        assertEquals("EUR\u00a00.00", refusal.findings().get(0).params().get("available"));
        assertEquals(JournalRule.FLOOR_REACHED, refusal.findings().get(0).rule());
    }

    @Test
    void the_net_of_a_request_counts_and_not_its_order() {
        write(committing("4.00", DAY), granting("4.00", DAY));
        assertEquals("0.00", standing("AVAILABLE"));
        assertThrows(
                Refusal.class, () -> write(granting("1.00", DAY), committing("0.60", DAY), committing("0.41", DAY)));
    }

    @Test
    void it_counts_from_its_day_where_the_money_was_there() {
        write(granting("10.00", DAY));
        assertEquals(DAY.toString(), counts(write(committing("1.00", DAY))));
        assertEquals(DAY.plusDays(9).toString(), counts(write(committing("1.00", DAY.plusDays(9)))));
        assertEquals(DAY.toString(), counts(write(committing("1.00", DAY.minusDays(1)))));
    }

    @Test
    void it_counts_from_the_day_on_which_enough_had_come_and_stays_enough() {
        write(granting("10.00", DAY));
        write(granting("10.00", DAY.plusDays(10)));
        write(committing("9.00", DAY.plusDays(20)));
        assertEquals(DAY.plusDays(2).toString(), counts(write(committing("3.00", DAY.plusDays(2)))), "10 were there");
        assertEquals(DAY.plusDays(10).toString(), counts(write(committing("7.50", DAY.plusDays(2)))), "7 were left");
        assertEquals(DAY.plusDays(2).toString(), counts(write(committing("0.50", DAY.plusDays(2)))), "still 7 were");
        assertEquals("0.00", standing("AVAILABLE"));
    }

    @Test
    void a_day_without_a_day_is_today_and_money_without_a_source_in_the_books_counts_at_once() {
        var by = writer();
        var body = write(Change.of(new Subject("allocation", owner, "A-1"), Role.SYSTEM, "allocation.moved", by)
                        .moving(Money.eur("1.00"), granted, available))
                .get(0);
        assertEquals("2026-01-05", body.get("statedDate").textValue());
        assertEquals("2026-01-05", body.get("effectiveDate").textValue());
        assertEquals(DAY.minusYears(3).toString(), counts(write(granting("1.00", DAY.minusYears(3)))));
    }

    @Test
    void several_changes_of_one_request_wait_for_each_other() {
        var by = writer();
        var bodies = write(
                change(by, DAY).moving(Money.eur("2.00"), committed, Account.ceiling("PAID", owner, null)),
                change(by, DAY.plusDays(1)).moving(Money.eur("2.00"), available, committed),
                change(by, DAY.plusDays(7)).moving(Money.eur("2.00"), granted, available));
        for (var body : bodies) {
            assertEquals(DAY.plusDays(7).toString(), body.get("effectiveDate").textValue());
        }
        assertEquals(DAY.toString(), bodies.get(0).get("statedDate").textValue());
    }

    @Test
    void what_had_moved_by_a_year_a_month_and_a_day_is_kept_with_the_balance() {
        write(granting("10.00", LocalDate.of(2021, 8, 31)));
        write(granting("5.00", LocalDate.of(2021, 9, 1)));
        write(granting("1.00", LocalDate.of(2021, 9, 30)));
        write(granting("0.20", LocalDate.of(2021, 9, 15)), granting("0.04", LocalDate.of(2021, 9, 3))); // dated back
        write(granting("100.00", LocalDate.of(2020, 12, 31)));
        assertEquals(
                List.of(
                        "day 2020-12-31 100.00",
                        "day 2021-08-31 10.00",
                        "day 2021-09-01 5.00",
                        "day 2021-09-03 5.04",
                        "day 2021-09-15 5.24",
                        "day 2021-09-30 6.24",
                        "month 2020-12-01 100.00",
                        "month 2021-08-01 10.00",
                        "month 2021-09-01 16.24",
                        "year 2020-01-01 100.00",
                        "year 2021-01-01 116.24"),
                rows(
                        "SELECT span || ' ' || since || ' ' || credits FROM journal.turnover t JOIN journal.account a ON a.id = t.account_id WHERE a.owner = '"
                                + owner + "' AND a.kind = 'AVAILABLE' ORDER BY span, since"));
    }

    @Test
    void another_definition_of_an_account_is_our_own_mistake() {
        write(granting("1.00", DAY));
        assertThrows(
                IllegalStateException.class,
                () -> write(change(writer(), DAY)
                        .moving(Money.eur("1.00"), Account.ceiling("GRANTED", owner, null), committed)));
        assertThrows(
                IllegalStateException.class,
                () -> write(change(writer(), DAY)
                        .moving(Money.eur("1.00"), granted, available)
                        .moving(Money.eur("1.00"), Account.outside("AVAILABLE", owner, null), committed)));
    }

    @Test
    void a_record_that_does_not_fit_an_entry_is_refused() {
        var refusal =
                assertThrows(Refusal.class, () -> write(granting("1.00", DAY).because("x".repeat(66_000))));
        assertEquals(JournalRule.RECORD_TOO_LARGE, refusal.findings().get(0).rule());
        write(granting("1.00", DAY).because("x".repeat(60_000)));
    }

    /** A record of a kind that positions show. */
    private static final class Thing implements Documented {
        private final UUID id = UUID.randomUUID();
        private String amount;

        Thing(String amount) {
            this.amount = amount;
        }

        @Override
        public Subject subject() {
            return new Subject("thing", id, "T-1");
        }

        @Override
        public Subject parent() {
            return new Subject("box", new UUID(0, 7), "B-1");
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("amount", amount, "name", "A thing");
        }

        @Override
        public Map<String, Object> about() {
            return Map.of("amount", amount);
        }

        @Override
        public boolean isInPositions() {
            return true;
        }
    }

    @Test
    void an_entry_about_a_record_says_what_changed_and_keeps_a_version_for_positions() {
        var by = writer();
        var thing = new Thing("1.00");
        journal.write(Change.recorded(thing, Role.SYSTEM, by));
        var body = bodies(by.key()).get(0);
        assertEquals("thing.recorded", body.get("action").textValue());
        assertEquals("B-1", body.get("parent").get("reference").textValue());
        assertEquals("{\"amount\":\"1.00\"}", body.get("about").toString());
        assertEquals(2, body.get("changes").size());
        assertTrue(body.get("changes").get(0).get("before").isNull());

        var again = writer();
        var before = thing.facts();
        thing.amount = "2.00";
        journal.write(List.of(Change.of(thing, Role.SYSTEM, "thing.changed", again, before)
                .taking(Map.of("n", 2, "step", "CHANGE"))));
        var changed = bodies(again.key()).get(0);
        assertEquals(
                "[{\"after\":\"2.00\",\"before\":\"1.00\",\"field\":\"amount\"}]",
                changed.get("changes").toString());
        assertEquals("{\"n\":2,\"step\":\"CHANGE\"}", changed.get("step").toString());
        assertEquals(
                List.of(
                        "thing LT-VRM {\"amount\":\"1.00\",\"name\":\"A thing\"}",
                        "thing LT-VRM {\"amount\":\"2.00\",\"name\":\"A thing\"}"),
                rows(
                        "SELECT v.type || ' ' || v.institution || ' ' || v.facts FROM journal.version v JOIN journal.entry e ON e.id = v.entry_id"
                                + " WHERE v.record_id = '" + thing.id + "' ORDER BY e.recorded_at, e.id"));
    }

    @Test
    void an_account_belongs_to_the_institution_whose_entry_opens_it() {
        write(granting("1.00", DAY));
        assertEquals(
                List.of("LT-VRM"),
                rows("SELECT DISTINCT institution FROM journal.account WHERE owner = '" + owner + "'"));
        assertEquals(
                List.of((short) 1, (short) 2),
                rows("SELECT p.line FROM journal.posting p WHERE p.entry_id::text = '"
                                + write(granting("1.00", DAY).moving(Money.eur("1.00"), available, committed))
                                        .get(0)
                                        .get("id")
                                        .textValue()
                                + "' ORDER BY p.line")
                        .stream()
                        .map(line -> ((Number) line).shortValue())
                        .toList());
    }
}
