package org.fundtrail.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.common.Time;
import org.fundtrail.funding.Funding;
import org.fundtrail.records.SystemWork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random work by several writers whose connections are killed now and then, against a model in memory that adds up what the log says:
 * what stands on the accounts now, on any day and at any earlier length of the log is what the model says.
 */
@QuarkusTest
class ModelTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 11, 25);
    private static final int DAYS = 75; // over three month ends
    private static final int ROUNDS = 12;
    private static final int WRITERS = 8;
    private static final Caller ALL = new Caller(null, "Auditor", Set.of(Role.AUDITOR), "LT-VRM", "test");

    @Inject
    Journal journal;

    @Inject
    SystemWork works;

    @Inject
    Sealer sealer;

    @Inject
    Balances balances;

    @Inject
    Moments moments;

    @Inject
    Time time;

    @Inject
    EntityManager entities;

    /** The accounts of one run: a source without a floor and five places that never go below it. */
    private record World(UUID owner, String kinds) {
        Account account(int n) {
            return n == 0
                    ? Account.outside(kinds + 0, owner, null)
                    : Account.ceiling(kinds + n, owner, n % 2 == 0 ? owner : null);
        }

        String[] allKinds() {
            return IntStream.range(0, 6).mapToObj(n -> kinds + n).toArray(String[]::new);
        }
    }

    /** What is asked for: several changes in one request, each of one or two transfers. */
    private record Work(String key, List<List<int[]>> changes, List<LocalDate> days) {}

    /** A line of the log: what it moved, and from when. */
    private record Posted(
            long position,
            String key,
            int line,
            LocalDate day,
            LocalDate stated,
            String debit,
            String credit,
            BigDecimal amount) {}

    private record Seen(LocalDate day, long recorded, Map<String, BigDecimal> stood) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20_211_220, 37_000_000})
    void the_books_say_what_a_model_says_that_adds_up_the_log(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var world = new World(
                UUID.randomUUID(),
                "MODEL_" + seed + "_" + UUID.randomUUID().toString().substring(0, 8) + "_");
        var seen = new ArrayList<Seen>();
        var accepted = new HashMap<String, Integer>();
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                var work = new ArrayList<Work>();
                for (int n = 0; n < WRITERS; n++) {
                    work.add(work(random));
                }
                var writing = new AtomicBoolean(true);
                var killer = round % 3 == 2 ? CompletableFuture.runAsync(() -> kill(writing)) : null;
                var done = work.stream()
                        .map(w -> CompletableFuture.supplyAsync(() -> doOnce(w, world), writers))
                        .toList();
                for (int n = 0; n < work.size(); n++) {
                    if (done.get(n).join()) {
                        accepted.put(work.get(n).key(), work.get(n).changes().size());
                    }
                }
                writing.set(false);
                if (killer != null) {
                    killer.join();
                }
                sealer.await();
                var log = log(world);
                compare(log, world, accepted);
                seen.addAll(look(random, log, world));
            }
            for (var one : seen) {
                assertEquals(
                        one.stood(),
                        stands(world, one.day(), one.recorded()),
                        "as of " + one.day() + " at " + one.recorded());
            }
            for (var key : accepted.keySet()) { // again: nothing happens
                works.once("model", "LT-VRM", key, by -> {
                    throw new AssertionError("done twice: " + key);
                });
            }
        } finally {
            writers.shutdown();
        }
        assertTrue(accepted.size() > ROUNDS, "most work is accepted, or nothing was tried");
        Books.balanced();
    }

    private static Work work(SplittableRandom random) {
        var changes = new ArrayList<List<int[]>>();
        var days = new ArrayList<LocalDate>();
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            var transfers = new ArrayList<int[]>();
            for (int t = random.nextInt(1, 3); t > 0; t--) {
                int from = random.nextInt(3) == 0 ? 0 : random.nextInt(6);
                int to = (from + random.nextInt(1, 6)) % 6;
                transfers.add(new int[] {from, to, random.nextInt(1, 50_000)});
            }
            changes.add(transfers);
            days.add(FIRST.plusDays(random.nextInt(DAYS)));
        }
        return new Work(new UUID(random.nextLong(), random.nextLong()) + "-" + UUID.randomUUID(), changes, days);
    }

    /** Tries until it is done or refused, under one key; answers whether it was done. */
    private boolean doOnce(Work work, World world) {
        for (int n = 0; n < 200; n++) {
            try {
                works.once("model", "LT-VRM", work.key(), by -> journal.write(changes(work, world, by)));
                return true;
            } catch (RuntimeException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    if (cause instanceof Refusal) {
                        return false;
                    }
                }
            }
        }
        throw new AssertionError("never done: " + work.key());
    }

    private static List<Change> changes(Work work, World world, Writer by) {
        var changes = new ArrayList<Change>();
        for (int n = 0; n < work.changes().size(); n++) {
            var change = Change.of(new Subject("model", world.owner(), "Model"), Role.SYSTEM, "model.moved", by)
                    .on(work.days().get(n));
            for (var t : work.changes().get(n)) {
                change.moving(new Money(BigDecimal.valueOf(t[2], 2), "EUR"), world.account(t[0]), world.account(t[1]));
            }
            changes.add(change);
        }
        return changes;
    }

    private static void kill(AtomicBoolean writing) {
        for (int n = 0; n < 5 && writing.get(); n++) {
            Books.rows("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE usename = 'funding_app' AND state <> 'idle' ORDER BY random() LIMIT 1""");
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static List<Posted> log(World world) {
        return Books.rows("""
                        SELECT l.position, e.idempotency_key, e.line, e.effective_date, e.stated_date, d.kind, c.kind, p.amount
                        FROM journal.leaf l JOIN journal.entry e ON e.id = l.entry_id JOIN journal.posting p ON p.entry_id = e.id
                        JOIN journal.account d ON d.id = p.debit JOIN journal.account c ON c.id = p.credit
                        WHERE d.owner = ? OR c.owner = ? ORDER BY l.position, p.line""", world.owner(), world.owner()).stream()
                .map(row -> new Posted(
                        (Long) row.get(0),
                        ((String) row.get(1)).substring("LT-VRM/".length()),
                        ((Number) row.get(2)).intValue(),
                        LocalDate.parse(row.get(3).toString()),
                        LocalDate.parse(row.get(4).toString()),
                        (String) row.get(5),
                        (String) row.get(6),
                        (BigDecimal) row.get(7)))
                .toList();
    }

    /** What stood on the accounts on a day, of the first so many entries: added up, nothing kept. */
    private static Map<String, BigDecimal> sums(List<Posted> log, LocalDate day, long recorded) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var posted : log) {
            if (posted.position() < recorded && !posted.day().isAfter(day)) {
                sums.merge(posted.debit(), posted.amount().negate(), BigDecimal::add);
                sums.merge(posted.credit(), posted.amount(), BigDecimal::add);
            }
        }
        sums.values().removeIf(amount -> amount.signum() == 0);
        return sums;
    }

    private Map<String, BigDecimal> stands(World world, LocalDate day, Long recorded) {
        return moments.read(ALL, recorded == null ? null : recorded.toString(), "recorded", moment -> {
            var found = new TreeMap<String, BigDecimal>();
            balances.asOf(day, time.today(), moment, world.allKinds())
                    .forEach(standing -> found.merge(standing.kind(), standing.amount(), BigDecimal::add));
            return found;
        });
    }

    private void compare(List<Posted> log, World world, Map<String, Integer> accepted) {
        assertEquals(
                accepted.keySet(),
                new java.util.HashSet<>(log.stream().map(Posted::key).toList()),
                "what was done is in the log, what was refused is not");
        accepted.forEach((key, lines) -> assertEquals(
                (long) lines,
                Books.count("SELECT count(*) FROM journal.entry WHERE idempotency_key = 'LT-VRM/' || ?", key)));
        var today = time.today();
        var now = sums(log, today, Long.MAX_VALUE);
        assertEquals(now, stands(world, today, null), "today is what the balances keep");
        assertEquals(now, stands(world, today.minusDays(1), null), "and what the months add up to");
        for (var posted : log) {
            assertTrue(!posted.day().isBefore(posted.stated()), "never before it was said to happen");
        }
        inOneSerialOrder(log);
    }

    /**
     * Reads the log from its start. Entries of a request stand in their order, and no request, taken where its last entry stands, leaves an
     * account below its floor on any day: so the leaves are in an order in which the requests could have come one after another.
     */
    private static void inOneSerialOrder(List<Posted> log) {
        var requests = new LinkedHashMap<String, List<Posted>>(); // in the order of their last entries
        for (var posted : log) {
            var sofar = requests.remove(posted.key());
            var request = sofar == null ? new ArrayList<Posted>() : sofar;
            int line = request.isEmpty() ? 1 : request.get(request.size() - 1).line();
            assertTrue(line <= posted.line(), "the entries of " + posted.key() + " are not in their order");
            request.add(posted);
            requests.put(posted.key(), request);
        }
        var books = new TreeMap<String, TreeMap<LocalDate, BigDecimal>>();
        requests.forEach((key, request) -> {
            for (var posted : request) {
                books.computeIfAbsent(posted.debit(), kind -> new TreeMap<>())
                        .merge(posted.day(), posted.amount().negate(), BigDecimal::add);
                books.computeIfAbsent(posted.credit(), kind -> new TreeMap<>())
                        .merge(posted.day(), posted.amount(), BigDecimal::add);
            }
            books.forEach((kind, days) -> {
                var stands = BigDecimal.ZERO;
                for (var day : days.entrySet()) {
                    stands = stands.add(day.getValue());
                    assertTrue(
                            kind.endsWith("_0") || stands.signum() >= 0,
                            kind + " has " + stands + " on " + day.getKey() + " after " + key);
                }
            });
        });
    }

    private List<Seen> look(SplittableRandom random, List<Posted> log, World world) {
        var seen = new ArrayList<Seen>();
        long head = Books.count("SELECT size FROM journal.log_head");
        for (int n = 0; n < 4; n++) {
            var day = FIRST.plusDays(random.nextInt(DAYS));
            long recorded = n == 0 || log.isEmpty()
                    ? head
                    : log.get(random.nextInt(log.size())).position();
            var stood = sums(log, day, recorded);
            assertEquals(stood, stands(world, day, recorded), "as of " + day + " at " + recorded);
            seen.add(new Seen(day, recorded, stood));
        }
        return seen;
    }

    static {
        Funding.API.length(); // the surroundings of this module's tests
    }
}
