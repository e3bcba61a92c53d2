package org.fundtrail.e2e;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * People who record money and decide on it without a pause, look at it between, and remember every answer. What they are told was not
 * recorded they send again or leave; where nobody knows they send it again under its key, but for a few who give up.
 */
final class Clerks {
    private static final String FUNDING = "/api/funding/v1";
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    /** What may be heard while something is away; anything else is no honest answer to a request that is in order. */
    private static final Set<String> EXPECTED = Set.of("unavailable", "outcome-unknown", "rivals", "too-many-requests");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What is known of a change. */
    enum Known {
        /** It was said to be recorded. */
        RECORDED,
        /** It was said not to be, each time. */
        REFUSED,
        /** Some answer was lost. */
        UNKNOWN
    }

    /** What kind of record a change makes or decides on. */
    enum Kind {
        ALLOCATION,
        RECEIPT,
        COMMITMENT,
        CONFIRMATION,
        APPROVAL
    }

    /** One change, however often it is sent. */
    static final class Change {
        final Kind kind;
        final String user;
        final String path;
        final String body;
        /** By which it is found in the books: a reference of its own, or the record that is decided on. */
        final String mark;

        final BigDecimal amount;
        final String key = UUID.randomUUID().toString();
        volatile Known known = Known.REFUSED;
        volatile String id;

        Change(Kind kind, String user, String path, String body, String mark, BigDecimal amount) {
            this.kind = kind;
            this.user = user;
            this.path = path;
            this.body = body;
            this.mark = mark;
            this.amount = amount;
        }

        private void heard(Known said) {
            if (said != Known.REFUSED) {
                known = said; // a refusal does not say what became of what was lost before
            }
        }

        @Override
        public String toString() {
            return kind + " " + mark + " " + amount + " " + known + " (key " + key + ")";
        }
    }

    private final House house;
    private final long seed;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private final Queue<Change> undecided = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> heard = new ConcurrentHashMap<>();
    private final List<String> allocations = new CopyOnWriteArrayList<>();
    private String project;
    private volatile boolean atHome;

    Clerks(House house, long seed) {
        this.house = house;
        this.seed = seed;
    }

    /** Makes what they work on; before anything is killed. */
    void prepare() {
        project = house.get("engineer", "/api/infrastructure/v1/projects?reference=SVVP/2024/1131")
                .statusCode(200)
                .extract()
                .path("items[0].id");
        for (int n = 0; n < 6; n++) {
            var change = allocation(new BigDecimal("9000000000.00"));
            changes.add(change);
            send(change);
            var decision = new Change(
                    Kind.APPROVAL,
                    "approver",
                    FUNDING + "/allocations/" + change.id + "/decision",
                    "{\"outcome\": \"APPROVED\"}",
                    change.id,
                    null);
            send(decision);
            if (decision.known != Known.RECORDED) {
                throw new IllegalStateException(decision + ", " + summary());
            }
            allocations.add(change.id);
        }
    }

    /** So many, each with so many requests a second. */
    void start(int clerks, double each) {
        for (int n = 0; n < clerks; n++) {
            var random = new Random(seed + n);
            var thread = new Thread(() -> work(random, (long) (TimeUnit.SECONDS.toNanos(1) / each)), "clerk-" + n);
            threads.add(thread);
            thread.start();
        }
    }

    /** They finish what they are at: everything must be there again by then. */
    void goHome() throws InterruptedException {
        atHome = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    /** All changes that were sent. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    List<String> allocations() {
        return allocations;
    }

    /** What they heard that nobody should hear. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Which answers how often, and what is known of the changes. */
    String summary() {
        return new TreeMap<>(heard) + ", "
                + changes.stream()
                        .collect(Collectors.groupingBy(change -> change.known, TreeMap::new, Collectors.counting()));
    }

    /** How many requests were answered, or broken off. */
    long requests() {
        return heard.values().stream().mapToLong(AtomicInteger::get).sum();
    }

    private void work(Random random, long pace) {
        try {
            for (long next = System.nanoTime(); !atHome; next += pace) {
                long early = next - System.nanoTime();
                if (early > 0) {
                    TimeUnit.NANOSECONDS.sleep(early);
                } else if (early < -pace) {
                    next = System.nanoTime(); // what was missed is not made up for in a rush
                }
                if (random.nextInt(3) == 0) {
                    look(random);
                } else {
                    insist(next(random), random);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            wrong.add("A clerk has stopped: " + e);
        }
    }

    private Change next(Random random) {
        var amount = BigDecimal.valueOf(1 + random.nextInt(99_999), 2);
        var allocation = allocations.get(random.nextInt(allocations.size()));
        int choice = random.nextInt(20);
        var decided = choice < 6 ? undecided.poll() : null;
        if (decided != null) {
            return decided.kind == Kind.RECEIPT
                    ? new Change(
                            Kind.CONFIRMATION,
                            "accountant",
                            FUNDING + "/receipts/" + decided.id + "/confirmation",
                            "{}",
                            decided.id,
                            null)
                    : new Change(
                            Kind.APPROVAL,
                            "approver",
                            FUNDING + "/commitments/" + decided.id + "/decision",
                            "{\"outcome\": \"APPROVED\"}",
                            decided.id,
                            null);
        }
        return choice == 6
                ? allocation(amount)
                : choice % 2 == 0 ? receipt(allocation, amount) : commitment(allocation, amount);
    }

    private static Change allocation(BigDecimal amount) {
        var reference = "KILLS-" + UUID.randomUUID();
        return new Change(
                Kind.ALLOCATION,
                "officer",
                FUNDING + "/allocations",
                """
                {"reference": "%s", "programme": "EU-BORDER-2021", "donor": "European Commission", "recipient": "Ministry of the Interior",
                 "actionType": "EMERGENCY_ASSISTANCE", "purpose": "Kills", "amount": {"amount": "%s", "currency": "EUR"},
                 "coFinancingRate": "1", "decision": {"reference": "D", "date": "2022-01-01"},
                 "eligibility": {"from": "2021-01-01", "to": "2026-12-31"}}""".formatted(reference, amount),
                reference,
                amount);
    }

    private static Change receipt(String allocation, BigDecimal amount) {
        var reference = "KILLS-" + UUID.randomUUID();
        return new Change(
                Kind.RECEIPT,
                "officer",
                FUNDING + "/allocations/" + allocation + "/receipts",
                """
                {"kind": "INTERIM", "amount": {"amount": "%s", "currency": "EUR"}, "valueDate": "2022-03-01",
                 "bankReference": "%s"}""".formatted(amount, reference),
                reference,
                amount);
    }

    private Change commitment(String allocation, BigDecimal amount) {
        var reference = "KILLS-" + UUID.randomUUID();
        return new Change(
                Kind.COMMITMENT,
                "officer",
                FUNDING + "/allocations/" + allocation + "/commitments",
                """
                {"project": "%s", "amount": {"amount": "%s", "currency": "EUR"},
                 "legalCommitment": {"reference": "%s", "date": "2022-03-01"}}""".formatted(project, amount, reference),
                reference,
                amount);
    }

    /** Sends it until it is recorded, or is left. */
    private void insist(Change change, Random random) throws InterruptedException {
        changes.add(change);
        long end = System.nanoTime() + PATIENCE.toNanos();
        send(change);
        while (change.known != Known.RECORDED) {
            if (random.nextInt(change.known == Known.REFUSED ? 3 : 20) == 0) {
                return; // leaves it
            }
            if (atHome && System.nanoTime() > end) {
                wrong.add("Sending again does not cure " + change);
                return;
            }
            Thread.sleep(100 + random.nextInt(900));
            send(change);
        }
        if (change.kind == Kind.RECEIPT || change.kind == Kind.COMMITMENT) {
            undecided.add(change);
            if (random.nextInt(4) == 0) {
                seek(change);
            }
        }
    }

    private void send(Change change) {
        try {
            var answer = http.send(
                    request(change.user, change.path)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", change.key)
                            .POST(HttpRequest.BodyPublishers.ofString(change.body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() < 300) {
                var id = ID.matcher(answer.body());
                change.id = id.find() ? id.group(1) : null;
                count("write " + answer.statusCode());
                change.heard(Known.RECORDED);
            } else {
                change.heard(
                        code("write", change.toString(), answer).equals("outcome-unknown")
                                ? Known.UNKNOWN
                                : Known.REFUSED);
            }
        } catch (IOException e) {
            count("write without an answer");
            change.heard(Known.UNKNOWN);
        } catch (InterruptedException e) {
            change.heard(Known.UNKNOWN);
            Thread.currentThread().interrupt();
        }
    }

    private void look(Random random) {
        var allocation = allocations.get(random.nextInt(allocations.size()));
        read(
                switch (random.nextInt(4)) {
                    case 0 -> "/api/v1/financing-position";
                    case 1 -> FUNDING + "/allocations?limit=10";
                    case 2 -> FUNDING + "/allocations/" + allocation + "/receipts?limit=10";
                    default -> FUNDING + "/allocations/" + allocation;
                });
    }

    /** What was said to be recorded is there for whoever asks next. */
    private void seek(Change change) {
        read(FUNDING + (change.kind == Kind.RECEIPT ? "/receipts/" : "/commitments/") + change.id);
    }

    private void read(String path) {
        try {
            var answer = http.send(request("auditor", path).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                count("read 200");
            } else {
                code("read", path, answer);
            }
        } catch (IOException e) {
            count("read without an answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it was refused; an answer that is no problem, or one with another code than those that are meant, is wrong. */
    private String code(String what, String request, HttpResponse<String> answer) {
        var code = CODE.matcher(answer.body());
        var found = code.find() ? code.group(1) : "";
        count(what + " " + answer.statusCode() + " " + found);
        if (!EXPECTED.contains(found)
                || !answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            wrong.add(request + ": " + answer.statusCode() + " " + answer.body());
        }
        return found;
    }

    private HttpRequest.Builder request(String user, String path) {
        var credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(house.url(path)))
                .timeout(Duration.ofSeconds(70))
                .header("Authorization", "Basic " + credentials);
    }

    private void count(String what) {
        heard.computeIfAbsent(what, unheard -> new AtomicInteger()).incrementAndGet();
    }
}
