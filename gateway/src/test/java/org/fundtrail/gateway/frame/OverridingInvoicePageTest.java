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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever approves an invoice whose number was used before is asked whether it is another paper. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OverridingInvoicePageTest extends PageTest {
    private static final String API = "/api/infrastructure/v1";
    private static final String CONTRACT = "/contracts/00000000-0000-4000-8000-000000000c13";
    private static final String INVOICE = "/invoices/00000000-0000-4000-8000-000000000a13";
    private static final String OVERRIDE = "{\"reason\": \"Their numbers began anew\"}";
    private static final String CHOICE = ".ft-decide [name=anotherPaper]";

    private static final String REF = """
            {"id": "00000000-0000-4000-8000-000000000c13", "reference": "S-3", "project":
             {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}}""";

    private static String eur(String amount) {
        return "{\"amount\": \"" + amount + "\", \"currency\": \"EUR\"}";
    }

    private static void invoice(String status, String override, String papers, String actions) {
        var recorded = """
                "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 7,
                "ownRecord": false, "steps": [], "net": %s, "vat": %s, "gross": %s""".formatted(eur("100.00"), eur("21.00"), eur("121.00"));
        StandIn.OTHERWISE.put("GET " + API + CONTRACT, none -> REF + """
                , "contractor": {"name": "UAB Tvora", "identifier": "1"}, "vatRate": "0.21", "signedOn": "2021-09-01", "dueOn": "2022-09-01",
                "status": "APPROVED", "actions": [], %s}""".formatted(recorded));
        var said = """
                {"id": "00000000-0000-4000-8000-000000000a13", "number": "T-1", "contract": %s},
                 "supplier": {"id": "00000000-0000-4000-8000-000000000e01", "name": "UAB Tetas", "identifier": "1"}, "issuedOn": "2022-02-28", "dueOn": "2022-03-30",
                 "certificate": null, "acceptance": "Delivery note", "costLine": null, "override": %s, %s, "duplicates": [], "similar": [],
                 "available": null, "eligible": %s, "credited": %s, "credits": [], "status": "%s", "institution": "LT-VRM",
                 "actions": [%s], %s}""".formatted(REF, override, papers, eur("121.00"), eur("0.00"), status, actions, recorded);
        StandIn.OTHERWISE.put("GET " + API + INVOICE, none -> said);
        StandIn.OTHERWISE.put("POST " + API + INVOICE + "/approval", none -> said);
    }

    @BeforeEach
    void asTheApprover() {
        signIn("approver");
    }

    @Test
    void what_is_chosen_is_told_to_the_service_and_that_it_is_the_same_cost_unless_chosen_otherwise() {
        invoice("MATCHED", OVERRIDE, "\"anotherPaper\": null, \"sharesWith\": null", "\"decide\"");
        var page = page(200, INVOICE + "?lang=en");
        assertEquals(List.of("false", "true"), page.select(CHOICE).eachAttr("value"));
        assertEquals("false", page.selectFirst(CHOICE + "[checked]").val());
        assertTrue(
                page.selectFirst(".ft-decide").text().contains("Another paper, with a cost of its own"), page.text());
        assertEquals(
                303,
                send(page, INVOICE + "/approval", Map.of("outcome", "APPROVED")).statusCode());
        assertEquals(
                303,
                send(page, INVOICE + "/approval", Map.of("outcome", "APPROVED", "anotherPaper", "true"))
                        .statusCode());
        assertEquals(
                List.of(false, true),
                StandIn.SENT.stream()
                        .map(sent -> sent.body().contains("\"anotherPaper\":true"))
                        .toList());
        var lithuanian =
                page(200, INVOICE + "?lang=lt").selectFirst(".ft-decide").text();
        assertTrue(lithuanian.contains("Kitas dokumentas, savos išlaidos"), lithuanian);
    }

    @Test
    void of_an_invoice_with_a_number_of_its_own_nothing_is_asked() {
        invoice("MATCHED", "null", "\"anotherPaper\": null, \"sharesWith\": null", "\"decide\"");
        var page = page(200, INVOICE + "?lang=en");
        assertNotNull(page.selectFirst(".ft-decide"));
        assertNull(page.selectFirst(CHOICE));
        assertEquals(
                303,
                send(page, INVOICE + "/approval", Map.of("outcome", "APPROVED")).statusCode());
        assertTrue(!StandIn.SENT.get(0).body().contains("anotherPaper\":true"), StandIn.SENT::toString);
    }

    @Test
    void afterwards_its_page_says_which_it_is() {
        invoice(
                "APPROVED",
                OVERRIDE,
                "\"anotherPaper\": false, \"sharesWith\": {\"id\": \"00000000-0000-4000-8000-000000000a14\", \"number\": \"T-1\"}",
                "");
        assertEquals(
                "T-1",
                page(200, INVOICE + "?lang=en")
                        .selectFirst("a[href=/invoices/00000000-0000-4000-8000-000000000a14]")
                        .text());
        invoice("APPROVED", OVERRIDE, "\"anotherPaper\": true, \"sharesWith\": null", "");
        var page = page(200, INVOICE + "?lang=en");
        assertTrue(page.select("#p-h ~ dl").text().contains("Another paper, with a cost of its own"), page.text());
    }

    @Test
    void what_waits_in_spite_of_a_rule_is_marked() {
        assertNull(page(200, "/approvals?lang=en").selectFirst("tbody .govuk-tag"));
        StandIn.OTHERWISE.put(
                "GET " + API + "/approvals",
                said -> said.replace("\"ownRecord\": false", "\"ownRecord\": false, \"override\": true"));
        assertEquals(
                List.of("An exception is asked for"),
                page(200, "/approvals?lang=en").select("tbody .govuk-tag").eachText());
        assertEquals(
                "Prašoma išimties",
                page(200, "/approvals?lang=lt").selectFirst("tbody .govuk-tag").text());
    }
}
