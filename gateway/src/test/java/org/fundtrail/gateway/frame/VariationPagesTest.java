package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Variations stand on the page of their contract, are noted, submitted and decided on pages. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class VariationPagesTest extends PageTest {
    private static final String ID = "00000000-0000-4000-8000-000000000c11";
    private static final String CONTRACT = "/contracts/" + ID;
    private static final String VARIATION = "/variations/00000000-0000-4000-8000-000000000b11";
    private static final String API = "/api/infrastructure/v1";
    private static final String FORM = "/variations/new/" + ID;

    private static String varied(String status, String actions, String warnings) {
        return """
                {"id": "00000000-0000-4000-8000-000000000b11", "reference": "S-1/V1", "contract": {"id": "00000000-0000-4000-8000-000000000c11",
                 "reference": "S-1", "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER",
                 "title": {"en": "Barrier", "lt": "Barjeras"}}}, "class": "VARIATION", "net": {"amount": "-12.50", "currency": "EUR"},
                 "vat": {"amount": "-2.63", "currency": "EUR"}, "gross": {"amount": "-15.13", "currency": "EUR"}, "reason": "Rock <and> sand",
                 "costLine": {"id": "00000000-0000-4000-8000-000000000e21", "name": "Works"}, "on": "2022-03-01",
                 "original": {"amount": "100.00", "currency": "EUR"}, "together": {"amount": "11.00", "currency": "EUR"}, "share": "0.11",
                 "warnings": [%s], "status": "%s", "institution": "LT-VRM",
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z",
                 "version": 3, "ownRecord": false, "actions": [%s], "steps": []}""".formatted(warnings, status, actions);
    }

    private static void stands(String status, String actions, String warnings) {
        StandIn.OTHERWISE.put("GET " + API + CONTRACT, none -> """
                {"id": "00000000-0000-4000-8000-000000000c11", "reference": "S-1", "contractor": {"name": "UAB Tvora", "identifier": "1"},
                 "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}},
                 "net": {"amount": "100.00", "currency": "EUR"}, "vatRate": "0.21", "vat": {"amount": "21.00", "currency": "EUR"},
                 "gross": {"amount": "121.00", "currency": "EUR"}, "signedOn": "2021-09-01", "dueOn": "2022-09-01", "schedule": [],
                 "status": "APPROVED", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"},
                 "recordedAt": "2026-11-23T16:20:00Z", "version": 7, "actions": ["record-variation"], "ownRecord": false, "steps": []}""");
        var one = varied(status, actions, warnings);
        StandIn.OTHERWISE.put("GET " + API + VARIATION, none -> one);
        StandIn.OTHERWISE.put(
                "GET " + API + CONTRACT + "/variations",
                none -> "{\"items\": [" + one + "], \"next\": null, \"count\": 1}");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u2212', '-');
    }

    @BeforeEach
    void asAProjectOfficer() {
        signIn("engineer");
    }

    @Test
    void those_of_a_contract_stand_on_its_page() {
        stands("APPROVED", "", "");
        var english = page(200, CONTRACT + "?lang=en");
        assertEquals(
                List.of("S-1/V1 Variation 1 March 2022 -€12.50 Approved"),
                english.select("#variations tbody tr").eachText().stream()
                        .map(VariationPagesTest::plain)
                        .toList());
        assertEquals(VARIATION, english.selectFirst("#variations tbody a").attr("href"));
        var lithuanian =
                page(200, CONTRACT + "?lang=lt").select("#variations tbody tr").text();
        assertTrue(lithuanian.contains("Pakeitimas") && lithuanian.contains("Patvirtintas"), lithuanian);
    }

    @Test
    void one_that_takes_is_recorded_and_what_is_missing_is_said_at_its_field() {
        stands("PENDING", "", "");
        var ask = page(
                200,
                page(200, CONTRACT + "?lang=en")
                        .selectFirst("#variations a[role=button]")
                        .attr("href"));
        var missing = read(400, send(ask, FORM + "/check", Map.of("net", "0")));
        assertEquals(
                List.of(
                        "Choose the class",
                        "Choose how far it is",
                        "Without VAT: Enter an amount that is not zero",
                        "Enter a reason: others have to know why"),
                missing.select(".govuk-error-summary li").eachText());
        var check = read(
                200,
                send(
                        missing,
                        FORM + "/check",
                        Map.of("class", "VARIATION", "state", "POTENTIAL", "net", "-12.50", "reason", "Rock")));
        assertTrue(plain(check.select("dl").text()).contains("-€12.50"), check.text());
        StandIn.OTHERWISE.put("POST " + API + CONTRACT + "/variations", none -> varied("POTENTIAL", "", ""));
        var done = send(check, FORM + "/record", Map.of());
        assertEquals(303, done.statusCode());
        var sent = StandIn.SENT.get(StandIn.SENT.size() - 1).body();
        assertTrue(sent.contains("\"class\":\"VARIATION\"") && sent.contains("\"amount\":\"-12.50\""), sent);
        assertFalse(sent.contains("variationClass"), sent);
    }

    @Test
    void what_is_possible_is_submitted_on_its_page_on_a_day() {
        stands("POTENTIAL", "\"submit\", \"withdraw\"", "");
        var page = page(200, VARIATION + "?lang=en");
        assertEquals(
                "Next: it is submitted, or withdrawn.", page.select(".ft-next").text());
        StandIn.OTHERWISE.put("POST " + API + VARIATION + "/steps", none -> varied("PENDING", "", ""));
        var done = send(page, VARIATION + "/submission", Map.of("on.day", "1", "on.month", "6", "on.year", "2022"));
        assertEquals(303, done.statusCode());
        var sent = StandIn.SENT.get(StandIn.SENT.size() - 1);
        assertTrue(sent.body().contains("\"SUBMIT\"") && sent.body().contains("\"2022-06-01\""), sent.body());
        assertEquals("\"3\"", sent.version());
        stands("PENDING", "", "");
        assertTrue(page(200, VARIATION).text().contains("is submitted and waits for an approver"));
    }

    @Test
    void what_was_returned_is_changed_and_is_pending_again() {
        stands("RETURNED", "\"change\"", "");
        var ask = page(200, VARIATION + "/change?lang=en");
        assertEquals("-12.50", plain(ask.getElementById("net").val()));
        assertNull(ask.getElementById("state"));
        var check = read(200, send(ask, VARIATION + "/change/check", Map.of("class", "VARIATION", "net", "13.00")));
        StandIn.OTHERWISE.put("PUT " + API + VARIATION, none -> varied("PENDING", "", ""));
        assertEquals(303, send(check, VARIATION + "/change/record", Map.of()).statusCode());
        var sent = StandIn.SENT.get(StandIn.SENT.size() - 1);
        assertTrue(sent.body().contains("\"state\":\"PENDING\""), sent.body());
    }

    @Test
    void whoever_decides_is_told_how_much_of_the_contract_it_is_and_what_it_passes() {
        signIn("approver");
        stands("PENDING", "\"decide\"", "\"TOGETHER_ABOVE_10_PERCENT\"");
        var page = page(200, VARIATION + "?lang=en");
        assertNotNull(page.selectFirst(".ft-decide"));
        assertEquals(
                List.of(
                        "Needs judgement. With it the variations come to €11.00, 11% of the €100.00 of the contract at first.",
                        "Needs judgement. The variations together pass 10% of the contract: for services and supplies a new procurement may be"
                                + " needed (2014/24/EU, Article 72(2)).",
                        "Passed. It counts from 1 March 2022, before the work is due on 1 September 2022."),
                checks(page));
        assertTrue(page.select(".govuk-warning-text").text().contains("pass 10%"), page.text());
        assertTrue(page.select("dl").text().contains("Works"), page.text());
        stands("PENDING", "\"decide\"", "");
        assertEquals(2, checks(page(200, VARIATION)).size());
    }

    private static List<String> checks(Document page) {
        return page.select(".ft-checks li").eachText().stream()
                .map(VariationPagesTest::plain)
                .toList();
    }
}
