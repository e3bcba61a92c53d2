package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** While a service is away the answer to a form is that form with everything that was typed, and a button to try again. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AwayFormTest extends PageTest {
    private static final String PROJECT = "00000000-0000-4000-8000-000000000d01";
    private static final String ALLOCATION = "00000000-0000-4000-8000-0000000000a1";
    private static final Map<String, String> COMMITMENT = Map.of(
            "project", PROJECT,
            "amount", "1000.50",
            "legalCommitment.reference", "LC-7",
            "legalCommitment.date.day", "23",
            "legalCommitment.date.month", "8",
            "legalCommitment.date.year", "2021");

    private static void assertAway(Document page, String service) {
        var said = page.select(".govuk-error-summary").text();
        assertTrue(said.contains(service + " cannot be reached just now. Nothing was recorded"), page.text());
        assertTrue(page.title().startsWith("Error: "), page.title());
        assertEquals(
                "Try again",
                page.selectFirst("form#answers button.govuk-button:not([formaction])")
                        .text());
    }

    @Test
    void a_form_on_a_record_that_cannot_be_read_comes_back_with_what_was_typed() {
        signIn("engineer");
        var base = "/contracts/new/" + PROJECT + "/";
        var ask = page(200, "/contracts/new?project=" + PROJECT + "&lang=en");
        StandIn.infrastructureIsDown = true;
        var typed = Map.of("reference", "S-1", "net", "a lot", "signedOn.day", "31", "signedOn.month", "2");
        var away = read(503, send(ask, base + "check", typed));
        assertAway(away, "infrastructure service");
        for (var answer : typed.entrySet()) {
            assertEquals(
                    answer.getValue(),
                    away.selectFirst("form#answers [name='" + answer.getKey() + "']")
                            .val(),
                    answer.getKey());
        }
        assertEquals(
                "/projects/" + PROJECT, away.selectFirst(".govuk-back-link").attr("href"));
        assertEquals(
                "/contracts/" + "new/" + PROJECT + "/check",
                away.selectFirst("form#answers").attr("action"));

        StandIn.infrastructureIsDown = false;
        var again = read(400, send(away, base + "check", Map.of()));
        assertNotNull(again.getElementById("net-error"));
        assertEquals("S-1", again.getElementById("reference").val());
        assertEquals(1, StandIn.DRAFTS.size());
    }

    @Test
    void what_was_chosen_is_still_chosen_while_what_there_is_to_choose_from_cannot_be_read() {
        StandIn.infrastructureIsDown = true;
        var start = page(503, "/commitments/new?allocation=" + ALLOCATION + "&lang=en");
        assertNotNull(start.selectFirst("h1"), "nothing was typed yet");
        StandIn.infrastructureIsDown = false;
        var ask = page(200, "/commitments/new?allocation=" + ALLOCATION + "&lang=en");
        StandIn.infrastructureIsDown = true;
        var base = "/commitments/new/" + ALLOCATION + "/";
        var away = read(503, send(ask, base + "check", COMMITMENT));
        assertAway(away, "infrastructure service");
        assertEquals(
                "as you chose it",
                away.selectFirst("select[name=project] option[selected]").text());
        assertEquals("1000.50", away.getElementById("amount").val());
        StandIn.infrastructureIsDown = false;
        var check = read(200, send(away, base + "check", Map.of()));
        assertTrue(check.select("dl").text().contains("BARRIER"), check.text());
        assertTrue(check.select("dl").text().contains("LC-7"), check.text());
    }

    @Test
    void a_correction_and_a_change_come_back_with_the_version_that_was_read() {
        signIn("engineer");
        var project = "/projects/" + PROJECT;
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1" + project, p -> p.replace("\"record-contract\"", "\"correct\""));
        var ask = page(200, project + "/correct?lang=en");
        StandIn.infrastructureIsDown = true;
        var away =
                read(503, send(ask, project + "/correct/check", Map.of("place", "Alytus", "reason", "It was missing")));
        assertAway(away, "infrastructure service");
        assertEquals("Alytus", away.getElementById("place").val());
        assertEquals("It was missing", away.getElementById("reason").val());
        assertEquals("1", away.selectFirst("form#answers [name=version]").val());
        StandIn.infrastructureIsDown = false;
        read(200, send(away, project + "/correct/check", Map.of()));
    }

    @Test
    void a_step_of_an_allocation_comes_back_as_it_was_sent() {
        var ask = page(200, "/allocations/new?lang=en");
        var first = Map.of(
                "programme", "00000000-0000-4000-8000-000000000e01",
                "reference", "ALL-1",
                "donor", "European Commission",
                "recipient", "Ministry",
                "actionType", "EMERGENCY_ASSISTANCE",
                "purpose", "Reception");
        StandIn.fundingIsDown = true;
        var away = read(503, send(ask, "/allocations/new/amount", first));
        assertAway(away, "funding service");
        assertEquals("ALL-1", away.getElementById("reference").val());
        assertEquals(
                "as you chose it",
                away.selectFirst("select[name=programme] option[selected]").text());
        StandIn.fundingIsDown = false;
        var amount = read(200, send(away, "/allocations/new/amount", Map.of()));
        StandIn.fundingIsDown = true;
        var typed = Map.of("amount", "12,5", "decision.reference", "C(2021) 6012");
        var second = read(503, send(amount, "/allocations/new/sources", typed));
        assertEquals("12,5", second.getElementById("amount").val());
        assertEquals("C(2021) 6012", second.getElementById("decision.reference").val());
        assertEquals(
                "ALL-1", second.selectFirst("form#answers [name=reference]").val());
        assertEquals(
                "Try again",
                second.selectFirst("form#answers button.govuk-button").text());
    }

    @Test
    void a_decision_that_could_not_be_sent_comes_back_as_a_form_and_is_recorded_once() {
        signIn("approver");
        StandIn.OTHERWISE.put("GET /api/infrastructure/v1/contracts/00000000-0000-4000-8000-000000000c11", none -> """
                {"id": "00000000-0000-4000-8000-000000000c11", "reference": "S-1", "contractor": {"name": "UAB Tvora", "identifier": "301"},
                 "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER"},
                 "net": {"amount": "100.00", "currency": "EUR"}, "vatRate": "0.21", "gross": {"amount": "121.00", "currency": "EUR"},
                 "signedOn": "2021-09-01", "dueOn": "2022-09-01", "status": "PROPOSED", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"},
                 "recordedAt": "2026-11-23T16:20:00Z", "version": 7, "actions": ["decide"], "ownRecord": false, "steps": []}""");
        var decision = "/contracts/00000000-0000-4000-8000-000000000c11/decision";
        var detail = page(200, "/contracts/00000000-0000-4000-8000-000000000c11?lang=en");
        StandIn.infrastructureIsDown = true;
        var away = read(503, send(detail, decision, Map.of("outcome", "RETURNED", "reason", "Wrong sum")));
        assertEquals(
                List.of("RETURNED"), away.select("input[name=outcome][checked]").eachAttr("value"));
        assertEquals("Wrong sum", away.getElementById("reason").val());
        var unsaid = read(503, send(away, decision, Map.of("outcome", "REJECTED", "reason", "")));
        assertTrue(unsaid.getElementById("reason-error").text().contains("Enter a reason"), unsaid.text());

        StandIn.infrastructureIsDown = false;
        StandIn.isLosingAnswers = true;
        var sent = Map.of("outcome", "RETURNED", "reason", "Wrong sum");
        var unknown = read(503, send(unsaid, decision, sent));
        assertTrue(unknown.text().contains("Whether this was recorded is not known"), unknown.text());
        StandIn.isLosingAnswers = false;
        assertEquals(303, send(unknown, decision, sent).statusCode());
        assertEquals(2, StandIn.SENT.size());
        assertEquals(StandIn.SENT.get(0), StandIn.SENT.get(1), "the same under the same key");
        assertEquals("\"7\"", StandIn.SENT.get(0).version());
        assertTrue(StandIn.SENT.get(0).body().contains("Wrong sum"));
    }

    @Test
    void a_comment_and_an_answer_come_back_with_their_text_whom_they_ask_and_until_when() {
        var person = "0193aaaa-7c00-4a00-8000-000000000003";
        var at = "/comments/funding-service/allocation/" + ALLOCATION;
        var page = page(200, "/allocations/" + ALLOCATION + "?lang=en");
        StandIn.fundingIsDown = true;
        var away = read(
                503,
                send(
                        page,
                        at,
                        Map.of(
                                "text",
                                "Why so much?",
                                "to",
                                person,
                                "by.day",
                                "1",
                                "by.month",
                                "12",
                                "by.year",
                                "2026")));
        assertTrue(away.text().contains("Whether this was recorded is not known"), away.text());
        assertEquals("Why so much?", away.getElementById("text").val());
        assertEquals(
                person, away.selectFirst("select[name=to] option[selected]").val());
        assertEquals("2026", away.selectFirst("[name='by.year']").val());
        StandIn.fundingIsDown = false;
        StandIn.OTHERWISE.put("POST /api/funding/v1/comments", none -> StandIn.QUESTION);
        assertEquals(303, send(away, at, Map.of()).statusCode());
        var sent = StandIn.SENT.get(0);
        assertTrue(sent.body().contains("Why so much?") && sent.body().contains(person), sent.body());
        assertEquals(page.selectFirst("form[action=" + at + "] [name=form-key]").val(), sent.key());

        var answer = "/comments/funding-service/" + StandIn.QUESTION_ID + "/answer";
        var ask = page(200, answer);
        StandIn.fundingIsDown = true;
        var lost = read(503, send(ask, answer, Map.of("text", "Two stages")));
        assertEquals("Two stages", lost.getElementById("text").val());
        assertFalse(lost.select("h1").text().isBlank());
    }
}
