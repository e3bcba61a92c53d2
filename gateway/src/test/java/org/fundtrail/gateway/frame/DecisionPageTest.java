package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever decides is shown: what was looked up, what was changed since it was sent back, and what waits next. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DecisionPageTest extends PageTest {
    private static final String PAGE = "/allocations/00000000-0000-4000-8000-0000000000a1";
    private static final String ALLOCATION = "GET /api/funding/v1" + PAGE;
    private static final String ALLOCATIONS = "GET /api/funding/v1/allocations";
    private static final String ENTRIES = "GET /api/funding/v1/entries";
    private static final String APPROVALS = "GET /api/funding/v1/approvals";

    @BeforeEach
    void asTheApprover() {
        signIn("approver");
    }

    @Test
    void what_was_looked_up_stands_beside_the_form_and_what_needs_judgement_stands_first() {
        assertEquals(
                List.of(
                        "Passed. The EU share of 90% is within the 100% allowed for this type of action: Emergency assistance.",
                        "Passed. The period of eligibility lies in that of the programme, 1 January 2021 to 31 December 2027.",
                        "Passed. One source is cited.",
                        "Passed. No other allocation of this programme decided on 11 August 2021 has the same amount."),
                checks(page(200, PAGE + "?lang=en")));

        StandIn.OTHERWISE.put(
                ALLOCATION,
                a -> a.replace("\"2022-12-31\"", "\"2028-12-31\"")
                        .replace("\"sources\": [{", "\"sources\": [], \"x\": [{"));
        StandIn.OTHERWISE.put(
                ALLOCATIONS,
                all -> all.replace(
                        "\"00000000-0000-4000-8000-0000000000a1\"", "\"00000000-0000-4000-8000-0000000000a9\""));
        var judged = page(200, PAGE + "?lang=en");
        assertEquals(
                List.of(
                        "Needs judgement. The period of eligibility reaches beyond that of the programme, 1 January 2021 to 31 December 2027.",
                        "Needs judgement. No source is cited.",
                        "Needs judgement. One other allocation of this programme decided on 11 August 2021 of the same amount."),
                checks(judged).stream()
                        .filter(said -> said.startsWith("Needs"))
                        .map(said -> said.replaceFirst(" Look at it.*", ""))
                        .toList());
        assertEquals(
                "/allocations?programme=00000000-0000-4000-8000-000000000e01&from=2021-08-11&to=2021-08-11",
                judged.selectFirst(".ft-checks a").attr("href"));
        assertNotNull(judged.selectFirst(".ft-side .ft-decide"), "facts and form stand side by side");
    }

    private static List<String> checks(Document page) {
        return page.select(".ft-checks li").eachText().stream()
                .map(said -> said.replace('\u00a0', ' '))
                .toList();
    }

    @Test
    void who_may_not_decide_is_shown_no_checks() {
        signIn("auditor");
        StandIn.OTHERWISE.put(ALLOCATION, a -> a.replace("[\"decide\", ", "["));
        assertTrue(page(200, PAGE).select(".ft-checks").isEmpty());
    }

    @Test
    void a_contract_whose_contractor_was_erased_is_decided_without_looking_for_others_of_theirs() {
        var contract = "/contracts/00000000-0000-4000-8000-000000000c11";
        StandIn.OTHERWISE.put("GET /api/infrastructure/v1" + contract, none -> """
                {"id": "00000000-0000-4000-8000-000000000c11", "reference": "S-1", "contractor": {"name": null, "identifier": null},
                 "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER"},
                 "net": {"amount": "100.00", "currency": "EUR"}, "vatRate": "0.21", "vat": {"amount": "21.00", "currency": "EUR"},
                 "gross": {"amount": "121.00", "currency": "EUR"}, "signedOn": "2021-09-01", "dueOn": "2022-09-01", "status": "PROPOSED",
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 7,
                 "actions": ["decide"], "ownRecord": false, "steps": []}""");
        var page = page(200, contract + "?lang=en");
        assertEquals(3, checks(page).size(), "its project's baseline and its two days");
        assertTrue(page.select("dd").eachText().contains("–"));
    }

    @Test
    void what_was_changed_since_it_was_sent_back_is_marked() {
        assertNull(page(200, PAGE).getElementById("changed"), "it was never sent back");
        isSentBackAndChanged(ENTRIES);
        isMarked();
    }

    @Test
    void what_was_changed_is_marked_however_much_was_said_since() {
        StandIn.OTHERWISE.put(
                ENTRIES,
                e -> e.replace("allocation.recorded", "comment.recorded")
                        .replace("\"next\": null}", "\"next\": \"7\"}"));
        isSentBackAndChanged(
                ENTRIES + "?limit=50&subject=00000000-0000-4000-8000-0000000000a1&action=allocation.&order=desc");
        isMarked();
    }

    @Test
    void who_may_not_decide_costs_no_further_question() {
        StandIn.OTHERWISE.put(ALLOCATION, a -> a.replace("[\"decide\", ", "["));
        StandIn.OTHERWISE.put(ENTRIES, e -> e.replace("\"next\": null}", "\"next\": \"7\"}"));
        page(200, PAGE);
        assertTrue(StandIn.ASKED.stream().noneMatch(asked -> asked.contains("action=allocation.")));
    }

    private static void isSentBackAndChanged(String entries) {
        StandIn.OTHERWISE.put(entries, e -> {
            var first = e.substring(e.indexOf('[') + 1, e.lastIndexOf("], \"next\""));
            var returned = first.replace("allocation.recorded", "allocation.returned");
            var changed = first.replace("allocation.recorded", "allocation.changed")
                    .replace(
                            "\"before\": null, \"after\": \"37000000.00\"",
                            "\"before\": \"36000000.00\", \"after\": \"37000000.00\"");
            return e.replace(first, changed + ", " + returned + ", " + first);
        });
    }

    private void isMarked() {
        var changed = page(200, PAGE + "?lang=en").getElementById("changed");
        assertTrue(
                changed.text().replace('\u00a0', ' ').contains("Amount: €36,000,000.00 → €37,000,000.00"),
                changed.text());
        assertTrue(!changed.text().contains("Status"), changed.text());
    }

    @Test
    void after_a_decision_the_next_record_is_one_step_away() {
        StandIn.OTHERWISE.put(ALLOCATION, a -> a.replace("PROPOSED", "APPROVED").replace("[\"decide\", ", "["));
        cookies.put("fundtrail-done", "%2Fallocations%2F00000000-0000-4000-8000-0000000000a1%3Fdone%3DAPPROVED");
        StandIn.OTHERWISE.put(
                APPROVALS, all -> all.replace("0000000000a1", "0000000000a3").replace("EMAS-2021-LT", "BMVI-2021-LT"));
        var next = page(200, PAGE + "?lang=en").selectFirst(".ft-done a");
        assertEquals("Go on with BMVI-2021-LT, which has waited longest", next.text());
        assertEquals("/allocations/00000000-0000-4000-8000-0000000000a3", next.attr("href"));

        StandIn.OTHERWISE.put(APPROVALS, all -> "{\"items\": [], \"next\": null, \"count\": 0}");
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/approvals", all -> "{\"items\": [], \"next\": null, \"count\": 0}");
        cookies.put("fundtrail-done", "%2Fallocations%2F00000000-0000-4000-8000-0000000000a1%3Fdone%3DAPPROVED");
        assertNull(page(200, PAGE).selectFirst(".ft-done a"), "nothing waits for this reader");
    }

    @Test
    void after_a_conflict_no_choice_stays_selected_and_the_reason_does() {
        var ask = page(200, PAGE + "?lang=en");
        var stale = read(412, send(ask, PAGE + "/decision", Map.of("outcome", "REJECTED", "reason", "STALE")));
        assertTrue(stale.select("input[name=outcome][checked]").isEmpty(), stale.text());
        assertEquals("STALE", stale.getElementById("reason").text());
    }
}
