package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.gateway.Surroundings;
import org.fundtrail.gateway.language.Language;
import org.junit.jupiter.api.Test;

/** What is in force is reversed on its page: proposed with a reason, and decided by somebody who sees what is undone. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ReversalPageTest extends PageTest {
    private static final String PAGE = "/commitments/00000000-0000-4000-8000-000000000c01";
    private static final String RECEIPT = "/receipts/00000000-0000-4000-8000-000000000a11";
    private static final String REVERSAL = PAGE + "/reversal";

    private static void stands(String status, String actions) {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1" + PAGE,
                shown -> shown.replaceFirst("\"status\": *\"[A-Z]+\"", "\"status\": \"" + status + "\"")
                        .replaceFirst("\"actions\": *\\[[^]]*]", "\"actions\": [" + actions + "]")
                        .replaceFirst("\"version\": *\\d+", "\"version\": 3"));
        StandIn.OTHERWISE.put("GET /api/funding/v1" + RECEIPT, none -> """
                {"id": "00000000-0000-4000-8000-000000000a11", "allocation": {"id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"},
                 "kind": "PRE_FINANCING", "amount": {"amount": "20.00", "currency": "EUR"}, "valueDate": "2021-08-23", "bankReference": "B-1",
                 "status": "%s", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "reason": "Paid back",
                 "recordedAt": "2026-11-23T16:20:00Z", "version": 3, "actions": [%s], "ownRecord": false, "steps": []}""".formatted(status, actions));
    }

    @Test
    void it_is_proposed_with_a_reason_on_the_version_that_was_on_the_screen() {
        stands("APPROVED", "\"reverse\"");
        StandIn.OTHERWISE.put("POST /api/funding/v1" + PAGE + "/steps", done -> done);
        var page = page(200, PAGE + "?lang=en");
        var refused = read(400, send(page, REVERSAL, Map.of("reason", " ")));
        assertNotNull(refused.selectFirst("details[open] form[action=" + REVERSAL + "] .govuk-error-message"));
        assertEquals(List.of(), StandIn.SENT);
        var answer = send(page, REVERSAL, Map.of("reason", "Entered twice"));
        assertEquals(303, answer.statusCode());
        assertTrue(answer.header("Location").endsWith(PAGE));
        var sent = StandIn.SENT.get(0);
        assertEquals("/api/funding/v1" + PAGE + "/steps", sent.path());
        assertEquals("\"3\"", sent.version());
        assertTrue(sent.body().contains("\"REVERSE\"") && sent.body().contains("Entered twice"), sent.body());
    }

    @Test
    void who_may_not_propose_it_is_not_asked() {
        stands("APPROVED", "");
        assertNull(page(200, PAGE).selectFirst("form[action=" + REVERSAL + "]"));
    }

    @Test
    void whoever_decides_on_it_is_shown_what_is_undone_and_says_whether_it_stays() {
        signIn("approver");
        stands("REVERSAL_PROPOSED", "\"decide\"");
        var page = page(200, PAGE + "?lang=en");
        assertTrue(page.getElementById("undo-h").parent().text().contains("is available again"), page.text());
        assertEquals(
                List.of("Reverse it", "Leave it in force"),
                page.select("#decide .govuk-radios__label").eachText());
        assertTrue(
                page.select(".ft-checks").isEmpty(),
                "what was looked up before it was approved says nothing about this");
        assertTrue(page(200, PAGE + "?lang=lt").text().contains("Siūloma anuliuoti"));
    }

    @Test
    void an_accountant_confirms_that_money_did_not_arrive_in_other_words() {
        signIn("accountant");
        stands("REVERSAL_PROPOSED", "\"confirm\", \"refuse\"");
        var page = page(200, RECEIPT + "?lang=en");
        assertEquals(
                "Confirm the reversal",
                page.selectFirst("form[action$=/confirmation] button").text());
        assertTrue(page.text().contains("is to be received again"), page.text());
    }

    private static String said(String done, ApprovalStatus now) {
        return Done.of(Language.EN, "commitment", done, now);
    }

    @Test
    void the_page_says_what_became_of_it() {
        assertEquals(
                "The commitment is reversed and its amount available again.",
                said("APPROVED", ApprovalStatus.REVERSED));
        assertEquals(
                "The reversal is refused. The commitment stays in force.", said("REJECTED", ApprovalStatus.APPROVED));
        assertEquals("The commitment is approved.", said("APPROVED", ApprovalStatus.APPROVED));
        assertNull(said("REJECTED", ApprovalStatus.PROPOSED));
    }

    @Test
    void what_waits_to_be_reversed_is_marked_and_is_not_decided_together_with_others() {
        signIn("approver");
        var approvals = "GET /api/funding/v1/approvals";
        assertNotNull(page(200, "/approvals").selectFirst("input[name=record]"));
        StandIn.OTHERWISE.put(approvals, waiting -> waiting.replace("\"reversal\": false", "\"reversal\": true"));
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/approvals",
                waiting -> waiting.replace("\"reversal\": false", "\"reversal\": true"));
        var page = page(200, "/approvals?lang=en");
        assertTrue(page.select("tbody .govuk-tag").eachText().contains("Reversal proposed"), page.text());
        assertNull(page.selectFirst("input[name=record]"));
    }

    @Test
    void the_history_leads_from_a_reversal_to_what_it_undoes() {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/entries",
                entries -> entries.replaceFirst(
                        "\"position\":",
                        "\"reverses\": {\"position\": 41, \"id\": \"00000000-0000-4000-8000-000000000e41\"}, \"position\":"));
        assertTrue(page(200, PAGE + "?lang=en").text().contains("undoes entry 41"));
    }
}
