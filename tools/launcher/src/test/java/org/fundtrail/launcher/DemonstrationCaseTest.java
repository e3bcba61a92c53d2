package org.fundtrail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent, and what becomes of a refusal; that it is accepted is tested on the running whole (e2e). */
class DemonstrationCaseTest {

    record Sent(String user, String key, String path, JsonNode body) {}

    final List<Sent> sent = new ArrayList<>();
    String refusedStep = "";
    HttpServer gateway;
    DemonstrationCase demonstration;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        demonstration =
                new DemonstrationCase("http://127.0.0.1:" + gateway.getAddress().getPort(), "demo");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void every_step_has_a_key_of_its_own_that_is_the_same_in_every_run() {
        demonstration.load();
        List<Sent> first = List.copyOf(sent);
        sent.clear();
        demonstration.load();
        assertEquals(first, sent);
        Set<String> keys = new HashSet<>(sent.stream().map(Sent::key).toList());
        assertEquals(sent.size(), keys.size());
        assertTrue(keys.stream().allMatch(key -> key.matches("demonstration-[a-z0-9-]+")), keys::toString);
    }

    /** Who takes steps of these names. */
    private static final Map<String, String> DECIDERS = Map.of(
            "/decision", "approver",
            "/confirmation", "accountant",
            "/match", "inspector",
            "/approval", "approver",
            "/payment", "accountant",
            "/verification", "verifier",
            "/authorisation", "approver");

    @Test
    void nobody_decides_what_he_recorded() {
        demonstration.load();
        for (Sent step : sent) {
            String decider = DECIDERS.get(step.path().substring(step.path().lastIndexOf('/')));
            if (decider != null) {
                assertEquals(decider, step.user(), step.key());
            } else {
                assertTrue(Set.of("officer", "engineer").contains(step.user()), step.key());
            }
        }
    }

    @Test
    void every_allocation_and_every_estimate_has_a_source() {
        demonstration.load();
        assertEquals(
                5,
                steps("/allocations")
                        .peek(step ->
                                assertTrue(step.body().at("/sources/0/title").isTextual()))
                        .count());
        assertEquals(
                5,
                steps("/estimates")
                        .peek(step -> assertTrue(step.body().at("/source/title").isTextual()))
                        .count());
    }

    @Test
    void the_reception_money_is_committed_to_nothing() {
        demonstration.load();
        List<Sent> commitments = steps("/commitments").toList();
        assertEquals(
                List.of(
                        "/api/funding/v1/allocations/id-of-allocation-lt-state-barrier-2021/commitments 152460000.00",
                        "/api/funding/v1/allocations/id-of-allocation-surveillance/commitments 8792080.00"),
                commitments.stream()
                        .map(step -> step.path() + " "
                                + step.body().at("/amount/amount").asText())
                        .toList());
    }

    @Test
    void the_claim_is_verified_by_a_checklist_and_claims_the_published_value_by_its_invoices_alone() {
        demonstration.load();
        var verification = steps("/verification").findFirst().orElseThrow().body();
        var checklist = steps("/checklists").findFirst().orElseThrow().body();
        assertEquals(
                checklist.at("/questions").size(),
                verification.at("/checklist/answers").size());
        assertEquals(3, verification.at("/sampled").size());
        assertEquals(1, steps("/cost-options").count());
        var claim = steps("/claims").findFirst().orElseThrow().body();
        assertEquals(3, claim.at("/invoices").size());
        assertTrue(claim.at("/lines").isMissingNode(), claim::toString);
    }

    @Test
    void a_refusal_is_said_aloud_with_its_step_and_its_sentence() {
        refusedStep = "demonstration-receipt-amif-emas-lt-2021";
        CannotStart refusal = assertThrows(CannotStart.class, demonstration::load);
        assertEquals(
                "The demonstration case cannot be recorded: step receipt-amif-emas-lt-2021 was refused with 409. More than is allocated. Field: amount.",
                refusal.getMessage());
        assertEquals(refusedStep, sent.get(sent.size() - 1).key());
    }

    private Stream<Sent> steps(String pathEnd) {
        return sent.stream().filter(step -> step.path().endsWith(pathEnd));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String credentials =
                exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        sent.add(new Sent(
                new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8).replace(":demo", ""),
                key,
                exchange.getRequestURI().getPath(),
                new ObjectMapper().readTree(exchange.getRequestBody())));
        boolean refused = key.equals(refusedStep);
        byte[] body = (refused
                        ? "{\"status\": 409, \"detail\": \"More than is allocated.\", \"field\": \"amount\"}"
                        : "{\"id\": \"" + key.replace("demonstration-", "id-of-") + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 409 : 201, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
