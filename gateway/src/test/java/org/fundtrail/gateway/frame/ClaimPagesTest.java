package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim is recorded against what is committed, and what is refused of a line is said at its paper. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ClaimPagesTest extends PageTest {
    private static final String API = "/api/funding/v1";
    private static final String ALLOCATION = "00000000-0000-4000-8000-0000000000a1";
    private static final String PROJECT = "00000000-0000-4000-8000-000000000d01";
    private static final String COMMITMENT = "00000000-0000-4000-8000-000000000c01";
    private static final String CLAIM = "00000000-0000-4000-8000-0000000000f1";
    private static final String NEW = "/claims/new/" + COMMITMENT;
    private static final String COST = """
            {"kind": "INVOICE", "id": "00000000-0000-4000-8000-00000000010%d", "number": "TET-%d", "status": "PAID", "issuedOn": "2026-02-28",
             "gross": {"amount": "121.00", "currency": "EUR"}, "eligible": {"amount": "100.00", "currency": "EUR"},
             "left": {"amount": "100.00", "currency": "EUR"}}""";
    private static final String ONE = """
            {"id": "%s", "reference": "EMAS-2021-LT/1", "allocation": {"type": "allocation", "id": "%s", "reference": "EMAS-2021-LT"},
             "project": {"id": "%s", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER"},
             "lines": [{"line": 1, "kind": "INVOICE", "invoice": {"id": "00000000-0000-4000-8000-000000000101", "number": "TET-1", "status": "PAID",
               "gross": {"amount": "121.00", "currency": "EUR"}, "eligible": {"amount": "100.00", "currency": "EUR"}},
               "amount": {"amount": "100.00", "currency": "EUR"}, "deducted": {"amount": "0.00", "currency": "EUR"},
               "eligible": {"amount": "100.00", "currency": "EUR"}, "share": {"amount": "75.00", "currency": "EUR"}, "deductions": [],
               "creditedHeld": {"amount": "0.00", "currency": "EUR"}}],
             "claimed": {"amount": "100.00", "currency": "EUR"}, "deducted": {"amount": "0.00", "currency": "EUR"},
             "eligible": {"amount": "100.00", "currency": "EUR"}, "rate": "0.75", "euShare": {"amount": "75.00", "currency": "EUR"},
             "nationalShare": {"amount": "25.00", "currency": "EUR"}, "share": {"amount": "75.00", "currency": "EUR"},
             "offset": {"amount": "0.00", "currency": "EUR"}, "toPay": {"amount": "75.00", "currency": "EUR"}, "status": "%s", "institution": "LT-VRM", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"},
             "recordedAt": "2026-11-23T16:20:00Z", "version": 1, "ownRecord": false, "actions": [%s],
             "steps": [{"n": 1, "round": 1, "step": "RECORD", "person": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "at": "2026-11-23T16:20:00Z"},
               {"n": 2, "round": 1, "step": "SUBMIT", "person": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "at": "2026-11-23T16:21:00Z"}]}""";

    @BeforeEach
    void a_commitment_with_two_papers() {
        StandIn.OTHERWISE.put(
                "GET " + API + "/commitments/" + COMMITMENT,
                shown -> shown.replaceFirst("\"actions\": *\\[[^]]*]", "\"actions\": [\"record-claim\"]"));
        StandIn.OTHERWISE.put(
                "GET " + API + "/claims/claimable",
                none -> "{\"items\": [" + COST.formatted(1, 1) + ", " + COST.formatted(2, 2) + "], \"next\": null}");
        StandIn.OTHERWISE.put("GET " + API + "/recoveries", none -> "{\"items\": [], \"next\": null}");
        StandIn.OTHERWISE.put("GET " + API + "/claims/claimable/commitment", none -> """
                {"committed": {"amount": "90.00", "currency": "EUR"}, "claimed": {"amount": "20.00", "currency": "EUR"},
                 "left": {"amount": "70.00", "currency": "EUR"}}""");
    }

    private static void stands(String status, String actions) {
        StandIn.OTHERWISE.put(
                "GET " + API + "/claims/" + CLAIM, none -> ONE.formatted(CLAIM, ALLOCATION, PROJECT, status, actions));
    }

    private static void refuse(String operation, String field) {
        StandIn.OTHERWISE.put(operation, none -> """
                {"status": 409, "code": "exceeds-declarable", "detail": "Too much.", "field": "%1$s",
                 "errors": [{"field": "%1$s", "code": "exceeds-declarable", "detail": "Too much.",
                   "params": {"available": "EUR 40.00", "amount": "EUR 100.00"}}]}""".formatted(field));
    }

    private Document form() {
        return page(200, "/claims/new?commitment=" + COMMITMENT + "&lang=en");
    }

    @Test
    void what_is_committed_and_not_claimed_stands_where_the_costs_are_chosen() {
        var page = form();
        assertTrue(page.text().contains("€70.00 of €90.00 committed"), page.text());
        assertEquals("70.00", page.selectFirst("[data-totals]").attr("data-room"));
    }

    @Test
    void whoever_claims_more_is_warned_before_the_draft_is_recorded() {
        var check = read(200, send(form(), NEW + "/check", Map.of("costs[0].take", "true")));
        assertTrue(check.select(".govuk-warning-text").text().contains("€70.00"), check.text());
        assertTrue(check.select(".govuk-warning-text").text().contains("€90.00"), check.text());
        var less = read(200, send(form(), NEW + "/check", Map.of("costs[0].take", "true", "costs[0].amount", "77.77")));
        assertEquals(0, less.select(".govuk-warning-text").size(), less.text());
    }

    @Test
    void what_is_refused_of_a_line_is_said_at_its_cost_by_the_number_of_its_paper() {
        refuse("POST " + API + "/claims", "lines[0].amount");
        var check = read(200, send(form(), NEW + "/check", Map.of("costs[1].take", "true")));
        var refused = read(409, send(check, NEW + "/record", Map.of()));
        var error = refused.selectFirst(".govuk-error-summary a");
        assertEquals("#costs[1].amount", error.attr("href"));
        assertTrue(error.text().startsWith("TET-2: Only €40.00"), error.text());
        assertNotNull(refused.getElementById("costs[1].amount-error"));
    }

    @Test
    void what_is_refused_when_it_is_submitted_is_said_at_the_line_of_the_claim() {
        stands("DRAFT", "\"submit\"");
        refuse("POST " + API + "/claims/" + CLAIM + "/submission", "lines[0].amount");
        var refused = read(
                409, send(page(200, "/claims/" + CLAIM + "?lang=en"), "/claims/" + CLAIM + "/submission", Map.of()));
        var error = refused.selectFirst(".govuk-error-summary a");
        assertEquals("#line-1", error.attr("href"));
        assertTrue(error.text().startsWith("TET-1: "), error.text());
        assertNotNull(refused.selectFirst("#line-1 .govuk-error-message"));
    }

    @Test
    void whoever_decides_on_the_reversal_of_a_payment_is_asked_about_that() {
        signIn("approver");
        stands("REVERSAL_PROPOSED", "\"authorise\"");
        var page = page(200, "/claims/" + CLAIM + "?lang=en");
        assertTrue(page.text().contains("Reverse the payment"), page.text());
        assertTrue(page.text().contains("Needed when the payment stays"), page.text());
        assertEquals(
                0, page.select(".ft-checks").size(), "what was looked up before it was paid says nothing about this");
    }

    @Test
    void its_printed_form_says_whose_money_it_is_who_did_what_and_where_to_sign() throws Exception {
        stands("SUBMITTED", "");
        for (var language : Map.of("en", "Signatures", "lt", "Parašai").entrySet()) {
            var pdf = get("/claims/" + CLAIM + "/claim.pdf?lang=" + language.getKey())
                    .asByteArray();
            try (var read = Loader.loadPDF(pdf)) {
                var text = new PDFTextStripper().getText(read);
                for (var said : new String[] {"AMIF-EMAS", "LT-VRM", "TET-1", "Ona", language.getValue()}) {
                    assertTrue(text.contains(said), said + " in " + text);
                }
            }
        }
    }

    @Test
    void its_printed_form_says_what_is_kept_back_from_its_payment_and_what_is_still_to_be_paid() throws Exception {
        StandIn.OTHERWISE.put(
                "GET " + API + "/claims/" + CLAIM,
                none -> ONE.formatted(CLAIM, ALLOCATION, PROJECT, "AUTHORISED", "")
                        .replace("\"offset\": {\"amount\": \"0.00\"", "\"offset\": {\"amount\": \"11.11\"")
                        .replace("\"toPay\": {\"amount\": \"75.00\"", "\"toPay\": {\"amount\": \"63.89\""));
        try (var read =
                Loader.loadPDF(get("/claims/" + CLAIM + "/claim.pdf?lang=en").asByteArray())) {
            var text = new PDFTextStripper().getText(read);
            assertTrue(text.contains("Kept back from its payment €11.11"), text);
            assertTrue(text.contains("To be paid after that €63.89"), text);
        }
    }
}
