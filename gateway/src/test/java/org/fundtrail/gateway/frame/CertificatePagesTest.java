package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates stand on the page of their contract, where the next one begins with what the last one said; each prints its computation. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CertificatePagesTest extends PageTest {
    private static final String CONTRACT_ID = "00000000-0000-4000-8000-000000000c11";
    private static final String CONTRACT = "/contracts/" + CONTRACT_ID;
    private static final String CERTIFICATE = "/certificates/00000000-0000-4000-8000-000000000ce1";
    private static final String API = "/api/infrastructure/v1";
    private static final String FORM = "/certificates/new/" + CONTRACT_ID;

    private static String eur(String amount) {
        return "{\"amount\": \"" + amount + "\", \"currency\": \"EUR\"}";
    }

    private static String certificate(String status, String actions) {
        var said = """
                {"id": "00000000-0000-4000-8000-000000000ce1", "reference": "S-1/2",
                 "contract": {"id": "00000000-0000-4000-8000-000000000c11", "reference": "S-1",
                  "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}}},
                 "number": "2", "advance": false, "periodTo": "2022-03-31", "takingOver": false,
                 "lines": [{"line": "1", "description": "Fence <of> steel", "value": V100, "previous": V10, "current": V20, "amount": V30}],
                 "works": V30, "variations": V1, "priceAdjustment": V0, "plantAndMaterials": V5, "gross": V36, "retention": V3, "released": V0,
                 "advanceRecovered": V4, "advanceRecoveredNow": V4, "cumulative": V39, "previous": V20, "net": V19, "vat": V3, "payable": V22,
                 "parameters": {"net": V100, "retention": {"rate": "0.10", "limit": V5}, "released": "NONE", "advance": V10,
                  "recovery": {"start": "0.10", "rate": "0.25"}, "vat": "STANDARD", "vatRate": "0.21"},
                 "rows": [], "status": "STATUS", "institution": "LT-VRM",
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z",
                 "decidedAt": "2026-11-24T16:20:00Z", "version": 3, "ownRecord": false, "actions": [ACTIONS], "steps": []}""";
        return said.replaceAll("V(\\d+)", "{\"amount\": \"$1.00\", \"currency\": \"EUR\"}")
                .replace("STATUS", status)
                .replace("ACTIONS", actions);
    }

    /** What it comes to alone. */
    private static String preview() {
        var whole = certificate("PROPOSED", "");
        var from = whole.indexOf("\"works\"");
        return "{\"advance\": false, "
                + whole.substring(from, whole.indexOf("\"rows\"")).strip().replaceAll(",$", "") + "}";
    }

    private static void signed(String actions, String... certificates) {
        StandIn.OTHERWISE.put("GET " + API + CONTRACT, none -> """
                {"id": "00000000-0000-4000-8000-000000000c11", "reference": "S-1", "contractor": {"name": "UAB Tvora", "identifier": "1"},
                 "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}},
                 "net": %s, "vatRate": "0.21", "vat": %s, "gross": %s, "signedOn": "2021-09-01", "dueOn": "2022-09-01", "status": "APPROVED",
                 "schedule": [{"line": "1", "description": "Fence <of> steel", "quantity": "1", "price": %s, "amount": %s}],
                 "terms": {"advance": %s, "recovery": {"start": "0.10", "rate": "0.25"}, "vat": "STANDARD", "securities": []},
                 "stage": "SIGNED", "stageSince": "2021-09-01",
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 7,
                 "actions": [%s], "ownRecord": false, "steps": []}""".formatted(
                eur("100.00"), eur("21.00"), eur("121.00"), eur("100.00"), eur("100.00"), eur("10.00"), actions));
        StandIn.OTHERWISE.put(
                "GET " + API + CONTRACT + "/certificates",
                none -> "{\"items\": [" + String.join(", ", certificates) + "], \"next\": null, \"count\": "
                        + certificates.length + "}");
        StandIn.OTHERWISE.put("POST " + API + CONTRACT + "/certificates/preview", none -> preview());
        StandIn.OTHERWISE.put(
                "GET " + API + CERTIFICATE,
                none -> certificates.length == 0 ? certificate("PROPOSED", "") : certificates[0]);
    }

    @BeforeEach
    void asAProjectOfficer() {
        signIn("engineer");
    }

    @Test
    void those_of_a_contract_stand_on_its_page_and_the_next_is_recorded_from_there() {
        signed("\"record-certificate\"", certificate("APPROVED", ""));
        var section = page(200, CONTRACT + "?lang=en").selectFirst("#certificates");
        assertEquals(
                List.of("2 31 March 2022 €36.00 €22.00 Approved"),
                section.select("tbody tr").eachText().stream()
                        .map(row -> row.replace('\u00a0', ' '))
                        .toList());
        assertEquals(1, section.select("a[role=button]").size(), "the advance comes before any other");
        assertTrue(
                page(200, CONTRACT + "?lang=lt").select("#certificates").text().contains("Įrašyti aktą"));
        signed("");
        assertNull(page(200, CONTRACT).selectFirst("#certificates a[role=button]"));
    }

    @Test
    void the_form_begins_with_the_last_one_and_says_what_is_wrong_at_its_line() {
        signed("\"record-certificate\"", certificate("APPROVED", ""));
        var ask = page(200, "/certificates/new?contract=" + CONTRACT_ID + "&lang=en");
        assertEquals("3", ask.selectFirst("#number").val());
        assertEquals("30.00", ask.getElementById("lines[0]").val());
        assertEquals("1.00", ask.selectFirst("#variations").val());
        var row = ask.select("#lines tbody tr").text().replace('\u00a0', ' ');
        assertTrue(row.startsWith("1 Fence <of> steel €100.00 €30.00"), row);

        var answers = new HashMap<>(Map.of(
                "number",
                "3",
                "periodTo.day",
                "30",
                "periodTo.month",
                "6",
                "periodTo.year",
                "2022",
                "lines[0]",
                "lots"));
        var wrong = read(400, send(ask, FORM + "/check", answers));
        assertEquals("lots", wrong.getElementById("lines[0]").val());
        assertNotNull(wrong.getElementById("lines[0]-error"));
        assertEquals("#lines[0]", wrong.selectFirst(".govuk-error-summary a").attr("href"));
        assertTrue(
                wrong.selectFirst(".govuk-error-summary a").text().startsWith("Line 1: Enter the amount"),
                wrong.text());
        assertTrue(wrong.getElementById("lines[0]-error").text().startsWith("Error: Enter the amount"), wrong.text());

        answers.put("lines[0]", "45");
        var check = read(200, send(ask, FORM + "/check", answers));
        assertTrue(check.select("dl").text().replace('\u00a0', ' ').contains("Done of line 1 €45.00"), check.text());
        var computed = check.select("dl").text().replace('\u00a0', ' ');
        assertTrue(computed.contains("Retention − €3.00 (10"), computed);
        assertTrue(computed.contains("Advance recovered − €4.00 (€4.00 now"), computed);
        assertTrue(computed.contains("Payable with VAT = €22.00"), computed);
        StandIn.OTHERWISE.put(
                "POST " + API + CONTRACT + "/certificates",
                none -> certificate("PROPOSED", "").replace("S-1/2", "S-1/3"));
        var done = send(check, FORM + "/record", Map.of());
        assertEquals(303, done.statusCode());
        assertTrue(done.header("Location").contains(CERTIFICATE), done.header("Location"));
        var sent = StandIn.SENT.get(StandIn.SENT.size() - 1).body();
        assertTrue(
                sent.contains("\"lines\":[{\"line\":\"1\",\"amount\":{\"amount\":\"45.00\",\"currency\":\"EUR\"}}]"),
                sent);
        assertTrue(sent.contains("\"number\":\"3\""), sent);
    }

    @Test
    void what_a_service_refuses_of_a_line_is_said_at_that_line() {
        signed("\"record-certificate\"", certificate("APPROVED", ""));
        var ask = page(200, "/certificates/new?contract=" + CONTRACT_ID + "&lang=en");
        StandIn.OTHERWISE.put("POST " + API + CONTRACT + "/certificates", none -> """
                {"status": 409, "code": "line-above-value", "detail": "Too much.", "field": "lines[0].amount",
                 "errors": [{"field": "lines[0].amount", "code": "line-above-value", "detail": "Too much.",
                  "params": {"field": "lines[0].amount", "line": "1", "value": "EUR 100.00", "amount": "EUR 100.01"}}]}""");
        var check = read(
                200,
                send(
                        ask,
                        FORM + "/check",
                        Map.of(
                                "periodTo.day",
                                "30",
                                "periodTo.month",
                                "6",
                                "periodTo.year",
                                "2022",
                                "lines[0]",
                                "100.01")));
        var refused = read(409, send(check, FORM + "/record", Map.of()));
        assertTrue(refused.getElementById("lines[0]-error").text().contains("more than it is worth"), refused.text());
    }

    @Test
    void the_advance_is_certified_before_any_other_and_says_nothing_but_its_number_and_day() {
        signed("\"record-certificate\"");
        var link = page(200, CONTRACT + "?lang=en").selectFirst("#certificates a[role=button]");
        assertEquals("Certify the advance", link.text());
        var ask = page(200, link.attr("href"));
        assertEquals("0", ask.selectFirst("#number").val());
        var form = "/certificates/advance/new/" + CONTRACT_ID;
        var check = read(200, send(ask, form + "/check", Map.of()));
        StandIn.OTHERWISE.put("POST " + API + CONTRACT + "/certificates", none -> certificate("PROPOSED", ""));
        assertEquals(303, send(check, form + "/record", Map.of()).statusCode());
        var sent = StandIn.SENT.get(StandIn.SENT.size() - 1).body();
        assertTrue(sent.contains("\"advance\":true"), sent);
    }

    @Test
    void its_page_prints_the_computation_with_its_parameters_in_both_languages() {
        signed("", certificate("PROPOSED", ""));
        var page = page(200, CERTIFICATE + "?lang=en");
        var rows = page.select("section[aria-labelledby=comp-h] tbody tr").eachText().stream()
                .map(row -> row.replace('\u00a0', ' '))
                .toList();
        assertEquals(14, rows.size(), rows.toString());
        assertTrue(
                rows.get(5).contains("10 % of works, variations and price adjustment, never more than €5.00 − €3.00")
                        || rows.get(5)
                                .contains(
                                        "10% of works, variations and price adjustment, never more than €5.00 − €3.00"),
                rows.get(5));
        assertTrue(rows.get(13).endsWith("= €22.00"), rows.get(13));
        assertTrue(page.select("section[aria-labelledby=lines-h]").text().contains("Fence <of> steel"));
        var lithuanian = page(200, CERTIFICATE + "?lang=lt").text();
        assertTrue(lithuanian.contains("Apskaičiavimas") && lithuanian.contains("Mokėtina su PVM"), lithuanian);
    }

    @Test
    void who_decides_sees_what_was_looked_up() {
        signed("", certificate("PROPOSED", "\"decide\""));
        signIn("approver");
        var checks = page(200, CERTIFICATE + "?lang=en").select(".ft-checks li").eachText();
        assertTrue(checks.stream().anyMatch(one -> one.contains("28 are usual")), checks.toString());
        assertTrue(
                checks.stream().anyMatch(one -> one.replace('\u00a0', ' ').contains("It adds €19.00")),
                checks.toString());
    }
}
