package org.fundtrail.e2e;

import static io.restassured.RestAssured.given;
import static org.fundtrail.e2e.House.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two instances of each program work on the same books: the ceilings hold, a key counts once and the record has no gap. */
@ResourceLock(House.OWN)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesIT {
    private static final String FUNDING = "/api/funding/v1";

    private static final String INFRASTRUCTURE = "/api/infrastructure/v1";

    private static House house;
    private static final Map<String, Process> SECOND = new HashMap<>();
    private static int secondPort;

    @BeforeAll
    static void open() throws Exception {
        house = new House("two", Map.of("FUNDTRAIL_DEMONSTRATION", "false"));
        house.start();
        house.post(
                        "officer",
                        FUNDING + "/programmes",
                        Map.of(
                                "code",
                                "AMIF-EMAS",
                                "fund",
                                "AMIF",
                                "name",
                                "Emergency assistance",
                                "managementMode",
                                "DIRECT",
                                "period",
                                Map.of("from", "2021-01-01", "to", "2027-12-31"),
                                "costScope",
                                List.of("RECEPTION")))
                .statusCode(201);
        int funding = freePort();
        int infrastructure = freePort();
        secondPort = freePort();
        again("infrastructure-service", Map.of("FUNDTRAIL_INFRASTRUCTURE_PORT", String.valueOf(infrastructure)));
        again(
                "funding-service",
                Map.of(
                        "FUNDTRAIL_FUNDING_PORT",
                        String.valueOf(funding),
                        "FUNDTRAIL_INFRASTRUCTURE_URL",
                        "http://127.0.0.1:" + infrastructure));
        again(
                "gateway",
                Map.of(
                        "FUNDTRAIL_PORT",
                        String.valueOf(secondPort),
                        "FUNDTRAIL_SECURITY_LOG",
                        house.data.resolve("second-security.log").toString(),
                        "FUNDTRAIL_FUNDING_URL",
                        "http://127.0.0.1:" + funding,
                        "FUNDTRAIL_INFRASTRUCTURE_URL",
                        "http://127.0.0.1:" + infrastructure));
        awaitReady();
    }

    private static void awaitReady() {
        var deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!isReady()) {
            assertTrue(Instant.now().isBefore(deadline), "the second gateway did not become ready");
            House.pause();
        }
    }

    @AfterAll
    static void close() {
        SECOND.values().forEach(Process::destroyForcibly);
        if (house != null) {
            house.stop();
        }
    }

    private static void again(String module, Map<String, String> differently) {
        SECOND.put(module, house.again(module, differently));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isReady() {
        try {
            return given().baseUri("http://127.0.0.1:" + secondPort)
                            .get("/q/health/ready")
                            .statusCode()
                    == 200;
        } catch (Exception e) {
            return false;
        }
    }

    /** Half of the requests go to one gateway and half to the other. */
    private static Response post(int n, String key, String path, Object body, Object... params) {
        return post("officer", n, key, path, body, params);
    }

    private static Response post(String user, int n, String key, String path, Object body, Object... params) {
        return given().baseUri("http://127.0.0.1")
                .port(n % 2 == 0 ? house.port : secondPort)
                .auth()
                .preemptive()
                .basic(user, "demo")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path, params);
    }

    private static List<Response> atOnce(List<Callable<Response>> requests) throws Exception {
        var clients = Executors.newFixedThreadPool(requests.size());
        try {
            var answers = new ArrayList<Response>();
            for (var answer : clients.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            clients.shutdown();
        }
    }

    private static long with(int status, List<Response> answers) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }

    private static Map<String, Object> receipt(String amount) {
        return Map.of(
                "kind",
                "INTERIM",
                "amount",
                eur(amount),
                "valueDate",
                "2022-03-01",
                "bankReference",
                "TWO-" + UUID.randomUUID());
    }

    private static String allocation() {
        var id = house.post(
                        "officer",
                        FUNDING + "/allocations",
                        Map.ofEntries(
                                Map.entry(
                                        "reference",
                                        "TWO-" + UUID.randomUUID().toString().substring(0, 8)),
                                Map.entry("programme", "AMIF-EMAS"),
                                Map.entry("donor", "European Commission"),
                                Map.entry("recipient", "Ministry of the Interior"),
                                Map.entry("actionType", "EMERGENCY_ASSISTANCE"),
                                Map.entry("purpose", "Two instances"),
                                Map.entry("amount", eur("1000.00")),
                                Map.entry("coFinancingRate", "1"),
                                Map.entry("decision", Map.of("reference", "D", "date", "2022-01-01")),
                                Map.entry("eligibility", Map.of("from", "2022-01-01", "to", "2022-12-31"))))
                .statusCode(201)
                .extract()
                .<String>path("id");
        house.post("approver", FUNDING + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    @Test
    void of_32_clients_on_one_floor_over_two_instances_just_as_many_get_through_as_fit() throws Exception {
        var id = allocation();
        var answers = atOnce(IntStream.range(0, 32)
                .mapToObj(n -> (Callable<Response>) () -> post(
                        n, UUID.randomUUID().toString(), FUNDING + "/allocations/{id}/receipts", receipt("100.00"), id))
                .toList());
        assertEquals(10, with(201, answers));
        assertEquals(22, with(409, answers));
        house.get("officer", FUNDING + "/allocations/{id}", id)
                .body("balances.toReceive.amount", equalTo("0.00"))
                .body("balances.announced.amount", equalTo("1000.00"));
    }

    @Test
    void one_key_32_times_over_two_instances_is_one_record_and_one_answer() throws Exception {
        var id = allocation();
        var key = UUID.randomUUID().toString();
        var body = receipt("100.00");
        var answers = atOnce(IntStream.range(0, 32)
                .mapToObj(
                        n -> (Callable<Response>) () -> post(n, key, FUNDING + "/allocations/{id}/receipts", body, id))
                .toList());
        assertEquals(32, with(201, answers));
        assertEquals(1, new HashSet<>(answers.stream().map(Response::asString).toList()).size());
        house.get("officer", FUNDING + "/allocations/{id}", id).body("balances.announced.amount", equalTo("100.00"));
    }

    @Test
    void one_key_32_times_over_two_instances_of_the_other_service_is_one_record_and_one_answer() throws Exception {
        var key = UUID.randomUUID().toString();
        var reference = "TWO-" + UUID.randomUUID().toString().substring(0, 8);
        var body = Map.of(
                "reference",
                reference,
                "title",
                Map.of("en", "Two instances", "lt", "Du egzemplioriai"),
                "kind",
                "OTHER",
                "beneficiary",
                "State Border Guard Service",
                "period",
                Map.of("from", "2022-01-01", "to", "2022-12-31"));
        var answers = atOnce(IntStream.range(0, 32)
                .mapToObj(n -> (Callable<Response>) () -> post("engineer", n, key, INFRASTRUCTURE + "/projects", body))
                .toList());
        assertEquals(32, with(201, answers));
        assertEquals(1, new HashSet<>(answers.stream().map(Response::asString).toList()).size());
        house.get("engineer", INFRASTRUCTURE + "/projects?reference=" + reference)
                .body("items.reference", contains(reference));
    }

    /** Nobody starts the instance again. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void what_is_sent_again_after_an_instance_was_killed_in_the_middle_takes_effect_once() throws Exception {
        var id = allocation();
        var receipts = IntStream.range(0, 64).mapToObj(n -> receipt("1.00")).toList();
        var keys =
                receipts.stream().map(receipt -> UUID.randomUUID().toString()).toList();
        var path = FUNDING + "/allocations/{id}/receipts";
        var answered = new CountDownLatch(16);
        var killed = CompletableFuture.supplyAsync(() -> {
            try {
                answered.await();
                return SECOND.get("funding-service").destroyForcibly().waitFor();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        var first = atOnce(IntStream.range(0, 64)
                .mapToObj(n -> (Callable<Response>) () -> {
                    var answer = post(n, keys.get(n), path, receipts.get(n), id);
                    answered.countDown();
                    return answer;
                })
                .toList());
        killed.join();
        assertTrue(with(201, first) < 64, "it was killed in the middle");
        var again = atOnce(IntStream.range(0, 64)
                .mapToObj(n -> (Callable<Response>) () -> post(0, keys.get(n), path, receipts.get(n), id))
                .toList());
        assertEquals(64, with(201, again));
        for (int n = 0; n < 64; n++) {
            if (first.get(n).statusCode() == 201) {
                assertEquals(first.get(n).asString(), again.get(n).asString(), "the first answer");
            }
        }
        house.get("officer", FUNDING + "/allocations/{id}", id).body("balances.announced.amount", equalTo("64.00"));
        house.get("officer", path + "?limit=200", id)
                .body(
                        "items.bankReference",
                        containsInAnyOrder(receipts.stream()
                                .map(r -> r.get("bankReference"))
                                .toArray()));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void the_record_that_two_sealers_make_has_no_gap() {
        var positions = new ArrayList<Integer>();
        String after = null;
        do {
            var page = house.get("auditor", FUNDING + "/entries?limit=200" + (after == null ? "" : "&after=" + after))
                    .extract();
            positions.addAll(page.<List<Integer>>path("items.position"));
            after = page.path("next");
        } while (after != null);
        assertEquals(IntStream.range(0, positions.size()).boxed().toList(), positions);
    }
}
