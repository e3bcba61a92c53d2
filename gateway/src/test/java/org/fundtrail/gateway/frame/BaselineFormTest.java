package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A baseline is proposed by a form like every other: kept with each step, checked, and recorded once. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BaselineFormTest extends PageTest {
    private static final String PROJECT = "/projects/00000000-0000-4000-8000-000000000d01";
    private static final String ESTIMATE = "00000000-0000-4000-8000-000000000e12";
    private static final String BASE = "/baselines/new" + PROJECT + "/" + ESTIMATE;
    private static final Map<String, String> REASON = Map.of("reason", "The design is finished");

    @BeforeEach
    void signInAsEngineer() {
        signIn("engineer");
        estimated("\"choose-baseline\"");
    }

    private static void estimated(String actions) {
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1" + PROJECT + "/estimates", none -> """
                {"items": [{"id": "%s", "name": "Later", "amount": {"amount": "150000000.00", "currency": "EUR"}, "basis": "GROSS",
                 "gross": {"amount": "150000000.00", "currency": "EUR"}, "lowerBound": false, "date": "2022-09-01", "baseline": false,
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z",
                 "actions": [%s]}], "next": null, "count": 1}""".formatted(ESTIMATE, actions));
    }

    @Test
    void what_was_typed_is_found_again_by_going_back_and_by_loading_again() {
        var check = read(200, send(page(200, BASE + "?lang=en"), BASE + "/check", REASON));
        assertTrue(check.select("dl").text().contains("The design is finished"), check.text());
        assertTrue(check.select("dl").text().contains("€150,000,000.00"), "what is chosen is shown: " + check.text());
        var draft = StandIn.DRAFTS.keySet().iterator().next();
        assertEquals(
                "The design is finished",
                page(200, BASE + "?draft=" + draft).getElementById("reason").val());
        assertEquals(
                check.select("dd").eachText(),
                page(200, BASE + "/check?draft=" + draft).select("dd").eachText());
        var link = page(200, "/?lang=en").selectFirst("#drafts a");
        assertEquals("Propose a baseline: BARRIER", link.text());
    }

    @Test
    void it_is_proposed_once_however_often_it_is_sent_and_a_lost_answer_is_asked_for_again() {
        var check = read(200, send(page(200, BASE + "?lang=en"), BASE + "/check", REASON));
        StandIn.isLosingAnswers = true;
        var lost = read(503, send(check, BASE + "/record", Map.of()));
        assertTrue(lost.text().contains("Whether this was recorded is not known"), lost.text());
        assertTrue(lost.select("dl").text().contains("The design is finished"), lost.text());
        StandIn.isLosingAnswers = false;
        StandIn.OTHERWISE.put("POST /api/infrastructure/v1" + PROJECT + "/baseline", none -> """
                {"id": "00000000-0000-4000-8000-000000000b01", "owner": {"type": "project", "id": "00000000-0000-4000-8000-000000000d01",
                 "reference": "BARRIER"}, "reason": "The design is finished", "status": "PROPOSED", "version": 1, "actions": [], "steps": []}""");
        var done = send(lost, BASE + "/record", Map.of());
        assertEquals(303, done.statusCode());
        assertTrue(done.header("Location").endsWith("/baselines/00000000-0000-4000-8000-000000000b01"));
        assertEquals(StandIn.SENT.get(0), StandIn.SENT.get(1), "the same under the same key");
        assertTrue(StandIn.SENT.get(0).body().contains("\"estimate\":\"" + ESTIMATE + "\""));
    }

    @Test
    void a_missing_reason_and_what_the_service_would_refuse_are_said_at_the_field() {
        var missing = read(400, send(page(200, BASE + "?lang=en"), BASE + "/check", Map.of("reason", " ")));
        assertTrue(missing.getElementById("reason-error").text().contains("Enter a reason"), missing.text());
        var refused = read(400, send(missing, BASE + "/check", Map.of("reason", "REFUSED")));
        assertEquals("REFUSED", refused.getElementById("reason").val());
        assertNotNull(refused.getElementById("reason-error"));
    }

    @Test
    void it_opens_only_for_who_may_propose_it_and_while_it_can_be_proposed() {
        estimated("");
        assertEquals(
                303, get(BASE + "?draft=00000000-0000-4000-8000-00000000beef").statusCode());
        signIn("approver");
        page(403, BASE);
    }
}
