package org.fundtrail.funding.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to invoices in infrastructure-service is taken in once, whatever is away or killed, and however many instances follow. */
@QuarkusTest
class FollowerTest {
    @Inject
    ServiceToken token;

    @Inject
    Place place;

    @Inject
    SystemWork works;

    @Inject
    Expenditures expenditures;

    @Inject
    Journal journal;

    @Inject
    ObjectMapper json;

    @Inject
    AgroalDataSource database;

    private Feed feed;
    private Progress progress;

    @BeforeEach
    void begin() throws Exception {
        feed = new Feed(json);
        progress = new Progress(new SimpleMeterRegistry());
        isAt(feed.beginning());
    }

    @AfterEach
    void end() {
        feed.close();
        Books.balanced();
    }

    private static void isAt(long position) throws Exception {
        var url = ConfigProvider.getConfig().getValue("fundtrail.test.superuser-url", String.class);
        try (var connection = DriverManager.getConnection(url);
                var update = connection.prepareStatement("UPDATE follower.place SET position = ?, moved_at = now()")) {
            update.setLong(1, position);
            update.executeUpdate();
        }
    }

    private Follower follower(FollowedItems of) {
        var service = QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(feed.url()))
                .build(FollowedService.class);
        return new Follower(service, token, place, works, of, progress);
    }

    private Follower follower() {
        return follower(new Items());
    }

    /** Those of this feed: what other tests recorded lately is none of its. */
    private class Items extends FollowedItems {
        Items() {
            super(database, expenditures);
        }

        @Override
        Map<UUID, String> recordedSince(Instant since) {
            var found = super.recordedSince(since);
            found.keySet().retainAll(feed.items.keySet());
            return found;
        }
    }

    /** A claim names it: as it is now, it is known. */
    private void known(ExpenditureView item) {
        works.once(
                "test",
                "LT-VRM",
                "known/" + UUID.randomUUID(),
                by -> expenditures.enter(List.of(item), by).changes().forEach(journal::write));
    }

    private static String free(ExpenditureView item, String kind) {
        return Books.rows("""
                SELECT (b.credits - b.debits)::text FROM journal.account a JOIN journal.balance b ON b.account_id = a.id
                WHERE a.owner = ? AND a.kind = ?""", item.id(), kind).get(0).get(0).toString();
    }

    private static int adjusted(ExpenditureView item) {
        return Books.rows(
                        "SELECT 1 FROM journal.entry WHERE subject_id = ? AND action = 'expenditure.adjusted' AND client = 'follower'",
                        item.id())
                .size();
    }

    @Test
    void a_credit_note_lowers_what_can_be_claimed_once_and_everything_else_is_passed() {
        var invoice = feed.invoice("100.00");
        var unknown = feed.invoice("50.00");
        known(invoice);
        feed.others(3);
        feed.credit(invoice, "40.00");
        feed.credit(unknown, "1.00");
        feed.others(2);
        var follower = follower();
        follower.follow();
        assertEquals(feed.end(), place.read().position());
        assertEquals("60.00", free(invoice, "DECLARABLE"));
        assertEquals("60.00", free(invoice, "FUNDABLE"));
        assertEquals(1, adjusted(invoice));
        var by = Books.rows(
                "SELECT institution, role, actor::text FROM journal.entry WHERE subject_id = ? AND action = 'expenditure.adjusted'",
                invoice.id());
        assertEquals(List.of(List.of("LT-VRM", "system", Writer.SYSTEM.toString())), by);

        follower.follow();
        follower().follow(); // started again
        assertEquals(1, adjusted(invoice));
        feed.credit(invoice, "60.00");
        follower.follow();
        assertEquals("0.00", free(invoice, "DECLARABLE"));
        assertEquals(2, adjusted(invoice));
        assertEquals(0, progress.behind());
    }

    @Test
    void of_several_credit_notes_that_are_read_at_once_all_are_taken_in() {
        var invoice = feed.invoice("100.00");
        known(invoice);
        feed.credit(invoice, "10.00");
        feed.credit(invoice, "20.00");
        feed.credit(invoice, "30.00");
        follower().follow();
        assertEquals("40.00", free(invoice, "FUNDABLE"));
        assertEquals(feed.end(), place.read().position());
    }

    /** As a process that is killed before its commit: nothing of it is there, and it is done anew. */
    @Test
    void what_is_killed_between_reading_and_commit_is_done_later_and_once() {
        var invoice = feed.invoice("100.00");
        known(invoice);
        feed.others(1);
        feed.credit(invoice, "40.00");
        feed.others(1);
        var kills = new AtomicInteger(1);
        var killed = new Items() {
            @Override
            void settle(ExpenditureView now, Writer by) {
                super.settle(now, by);
                if (by.key().matches("LT-VRM/\\d+") && kills.getAndDecrement() > 0) {
                    throw new IllegalStateException("killed");
                }
            }
        };
        isTakenInLater(killed, invoice);
    }

    private void isTakenInLater(FollowedItems killed, ExpenditureView invoice) {
        follower(killed).follow();
        assertTrue(place.read().position() < feed.end(), "it is not passed");
        assertTrue(place.read().position() >= feed.beginning());
        follower(killed).follow(); // started again
        assertEquals(feed.end(), place.read().position());
        assertEquals("60.00", free(invoice, "FUNDABLE"));
        assertEquals(1, adjusted(invoice));
    }

    @Test
    void while_infrastructure_service_is_away_it_waits_quietly_and_then_goes_on_where_it_was() throws Exception {
        var lines = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                    lines.add(line.getLevel() + " " + line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger(Follower.class.getName());
        log.addHandler(handler);
        try {
            var invoice = feed.invoice("100.00");
            known(invoice);
            var follower = follower();
            follower.follow();
            long before = place.read().position();
            feed.credit(invoice, "40.00");
            feed.isAway = true;
            follower.follow();
            int asked = feed.asked.size();
            for (int n = 0; n < 5; n++) {
                follower.follow();
            }
            assertEquals(asked, feed.asked.size(), "it does not ask again at once");
            Thread.sleep(1100);
            follower.follow();
            assertTrue(feed.asked.size() > asked, "after a pause it does");
            asked = feed.asked.size();
            Thread.sleep(1100);
            follower.follow();
            assertEquals(asked, feed.asked.size(), "the next pause is longer");
            assertEquals(before, place.read().position());
            assertEquals(1, lines.size(), lines::toString);

            feed.isAway = false;
            Thread.sleep(1000);
            follower.follow();
            assertEquals(feed.end(), place.read().position());
            assertEquals("60.00", free(invoice, "FUNDABLE"));
            assertEquals(2, lines.size(), lines::toString);
            assertTrue(lines.get(1).startsWith("INFO"), lines::toString);
        } finally {
            log.removeHandler(handler);
        }
    }

    @Test
    void two_instances_at_once_take_in_each_entry_once() {
        var invoices =
                IntStream.range(0, 5).mapToObj(n -> feed.invoice("100.00")).toList();
        invoices.forEach(this::known);
        for (int round = 0; round < 20; round++) {
            feed.others(25);
            invoices.forEach(invoice -> feed.credit(invoice, "1.00"));
        }
        var all = Stream.of(follower(), follower(), follower())
                .map(one -> CompletableFuture.runAsync(() -> toTheEnd(one)))
                .toList();
        all.forEach(CompletableFuture::join);
        assertEquals(feed.end(), place.read().position());
        invoices.forEach(invoice -> assertEquals("80.00", free(invoice, "FUNDABLE")));
        var taken = Books.rows(
                "SELECT idempotency_key, count(*) FROM journal.entry WHERE client = 'follower' AND subject_id = ANY (?) GROUP BY 1 HAVING count(*) > 1",
                (Object) invoices.stream().map(ExpenditureView::id).toArray(UUID[]::new));
        assertEquals(List.of(), taken);
    }

    /** As the scheduler calls it. */
    private void toTheEnd(Follower follower) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            for (int n = 0; n < 100 && place.read().position() < feed.end(); n++) {
                follower.follow();
            }
        } finally {
            context.terminate();
        }
    }

    @Test
    void an_entry_that_is_left_out_is_not_passed() {
        feed.others(3);
        feed.entries.remove(feed.beginning() + 2);
        follower().follow();
        assertEquals(feed.beginning(), place.read().position());
    }

    /** A claim had read it before the credit note, and is recorded after the follower had passed that. */
    @Test
    void what_was_passed_before_a_claim_named_the_item_is_taken_in_all_the_same() {
        var asRead = feed.invoice("100.00");
        feed.credit(asRead, "40.00");
        var follower = follower();
        follower.follow();
        known(asRead);
        assertEquals("100.00", free(asRead, "FUNDABLE"));
        follower.follow();
        assertEquals("60.00", free(asRead, "FUNDABLE"));
        int asked = feed.asked.size();
        follower.follow();
        assertEquals(
                List.of(false),
                feed.asked.subList(asked, feed.asked.size()).stream()
                        .map(address -> address.contains("/expenditure"))
                        .distinct()
                        .toList(),
                "it is read again once");
    }

    @Test
    void passing_what_nothing_follows_from_takes_a_question_and_a_transaction_for_two_hundred() {
        feed.others(10_000);
        var follower = follower();
        long before = System.nanoTime();
        follower.follow();
        long millis = (System.nanoTime() - before) / 1_000_000;
        assertEquals(feed.beginning() + 10_000, place.read().position());
        long entries = feed.asked.stream()
                .filter(address -> address.contains("order=asc"))
                .count();
        assertEquals(50, entries);
        assertTrue(millis < 20_000, millis + " ms");
    }

    @Test
    void how_far_behind_it_is_stands_in_the_metrics_and_beside_what_is_ready() {
        feed.others(10_100);
        var follower = follower();
        follower.follow();
        assertEquals(100, progress.behind());
        follower.follow();
        assertEquals(0, progress.behind());
        RestAssured.get("/q/health/ready").then().statusCode(200);
        var names = RestAssured.get("/q/health/ready").jsonPath().getList("checks.name");
        assertTrue(names.contains("Follower of infrastructure-service"), names::toString);
        var metrics = RestAssured.get("/q/metrics").asString();
        for (var name : List.of("position", "behind", "silence_seconds")) {
            assertTrue(metrics.contains("fundtrail_follower_" + name), name);
        }
    }
}
