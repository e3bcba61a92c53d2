package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.records.Person.AUDITOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Consumer;
import org.fundtrail.common.Subject;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Sealer;
import org.fundtrail.journal.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in the record, by whom, and how. */
@QuarkusTest
class EntriesTest {
    private static final Caller ALL = new Caller(null, "Auditor", Set.of(Role.AUDITOR), "LT-VRM", "test");

    @Inject
    Journal journal;

    @Inject
    Sealer sealer;

    private final UUID record = UUID.randomUUID();

    /** An entry about this test's record, of which the sealer hears nothing. */
    private String recorded(String at) {
        var by = Writer.system("test", "LT-VRM", UUID.randomUUID().toString(), Instant.parse(at));
        var change = Change.of(new Subject("test", record, "A test"), Role.SYSTEM, "test.done", by)
                .because(by.key());
        QuarkusTransaction.requiringNew().run(() -> journal.write(change));
        return by.key();
    }

    @Test
    void who_follows_the_record_and_writes_finds_their_own_entry_in_what_they_read_next() {
        sealer.seal();
        long size = Books.count("SELECT size FROM journal.log_head");
        var mine = recorded("2026-01-05T10:00:00Z");
        AUDITOR.get(API + "/entries?after=" + (size - 1)).body("items[0].reason", equalTo(mine));
        var another = recorded("2026-01-05T10:00:01Z");
        AUDITOR.get(API + "/entries/" + (size + 1)).statusCode(200).body("reason", equalTo(another));
    }

    @Test
    void a_page_of_large_entries_is_shorter_and_goes_on_and_bodies_come_when_they_are_asked_for() {
        var large = "x".repeat(50_000);
        for (int n = 0; n < 30; n++) {
            var by = Writer.system(
                    "test", "LT-VRM", UUID.randomUUID().toString(), Instant.parse("2026-01-05T10:00:00Z"));
            var change = Change.of(new Subject("test", record, "A test"), Role.SYSTEM, "test.done", by)
                    .because(large);
            QuarkusTransaction.requiringNew().run(() -> journal.write(change));
        }
        int seen = 0;
        String next = null;
        do {
            var page = AUDITOR.get(
                            API + "/entries?limit=200&subject=" + record + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            int length = page.getList("items").size();
            assertTrue(length > 0 && length <= 21, length + " entries of 50 KB on one page");
            assertNull(page.get("items[0].body"));
            seen += length;
            next = page.get("next");
        } while (next != null);
        assertEquals(30, seen);
        AUDITOR.get(API + "/entries?limit=1&bodies=true&subject=" + record).body("items[0].body", notNullValue());
        AUDITOR.get(API + "/entries?bodies=maybe").statusCode(400).body("field", equalTo("bodies"));
    }

    private static EntryFilter filter(Consumer<EntryFilter> asked) {
        var filter = new EntryFilter();
        asked.accept(filter);
        return filter;
    }

    private static List<Arguments> filters() {
        var somebody = UUID.randomUUID().toString();
        return List.of(
                Arguments.of("leaf_of_subject leaf_of_parent", filter(f -> f.subject = somebody), ALL),
                Arguments.of("leaf_of_actor", filter(f -> f.actor = somebody), ALL),
                Arguments.of("leaf_of_action", filter(f -> f.action = "rare.deed"), ALL),
                Arguments.of("leaf_of_institution", filter(f -> {}), new Caller(null, "", Set.of(), "EE-PPA", "")),
                Arguments.of("day_pkey", filter(f -> f.from = "2026-01-05"), ALL),
                Arguments.of("day_pkey", filter(f -> f.to = "2026-01-05"), ALL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void what_is_filtered_by_is_found_in_an_index(String indexes, EntryFilter filter, Caller reader)
            throws SQLException {
        recorded("2026-01-05T10:00:00Z");
        sealer.seal();
        var query = Entries.query(reader, filter, null);
        try (var connection = Books.superuser();
                var statement = connection.createStatement();
                var explain = connection.prepareStatement("EXPLAIN " + query.sql())) {
            statement.execute("ANALYZE journal.leaf; SET enable_seqscan = off");
            for (int i = 0; i < query.values().size(); i++) {
                explain.setObject(i + 1, query.values().get(i));
            }
            var plan = new StringJoiner("\n");
            try (var line = explain.executeQuery()) {
                while (line.next()) {
                    plan.add(line.getString(1));
                }
            }
            for (var index : indexes.split(" ")) {
                assertTrue(plan.toString().contains(index), plan.toString());
            }
        }
    }

    @Test
    void an_action_is_found_by_how_it_starts_and_nothing_in_it_is_a_wildcard() {
        var mine = recorded("2026-01-05T10:00:00Z");
        for (var start : List.of("test.done", "test.", "t")) {
            AUDITOR.get(API + "/entries?action=" + start + "&subject=" + record).body("items.reason", contains(mine));
        }
        for (var other : List.of("test_done", "%25.done", "test.done!", "est.done", "Test")) {
            AUDITOR.get(API + "/entries?action=" + other + "&subject=" + record).body("items", empty());
        }
    }

    @Test
    void an_entry_that_was_begun_before_midnight_and_sealed_after_one_of_the_next_day_is_of_its_own_day() {
        var nextDay = recorded("2024-02-29T22:00:00Z"); // midnight in Vilnius
        var before = recorded("2024-02-29T21:59:59Z"); // the only one of its day
        var path = API + "/entries?subject=" + record;
        AUDITOR.get(path + "&from=2024-02-29").body("items.reason", contains(nextDay, before));
        AUDITOR.get(path + "&to=2024-03-01").body("items.reason", contains(nextDay, before));
        AUDITOR.get(path + "&from=2024-02-29&to=2024-03-01&order=desc").body("items.reason", contains(before, nextDay));
        AUDITOR.get(path + "&from=2024-03-01").body("items.reason", contains(nextDay));
        AUDITOR.get(path + "&to=2024-02-29").body("items.reason", contains(before));
        AUDITOR.get(path + "&to=2024-02-28").body("items", empty());
    }
}
