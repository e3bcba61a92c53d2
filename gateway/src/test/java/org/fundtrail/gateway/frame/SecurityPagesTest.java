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

/** Guarantees and insurances stand on the page of their contract, where one is recorded. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SecurityPagesTest extends PageTest {
    private static final String ID = "00000000-0000-4000-8000-000000000c11";
    private static final String CONTRACT = "/contracts/" + ID;
    private static final String SECURITY = "/securities/00000000-0000-4000-8000-000000000511";
    private static final String API = "/api/infrastructure/v1";
    private static final String FORM = "/securities/new/" + ID;

    private static final String GIVEN = """
            {"id": "00000000-0000-4000-8000-000000000511", "reference": "S-1/S1", "contract": {"type": "contract",
             "id": "00000000-0000-4000-8000-000000000c11", "reference": "S-1"}, "kind": "PERFORMANCE", "amount": {"amount": "3000000.00", "currency": "EUR"},
             "issuer": "Bank <of> 1", "from": "2021-09-13", "to": "2022-10-31", "live": false, "institution": "LT-VRM",
             "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z",
             "version": 0, "actions": []}""";

    private static void signed(String actions, String... securities) {
        StandIn.OTHERWISE.put("GET " + API + CONTRACT, none -> """
                {"id": "00000000-0000-4000-8000-000000000c11", "reference": "S-1", "contractor": {"name": "UAB Tvora", "identifier": "1"},
                 "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}},
                 "net": {"amount": "100.00", "currency": "EUR"}, "vatRate": "0.21", "vat": {"amount": "21.00", "currency": "EUR"},
                 "gross": {"amount": "121.00", "currency": "EUR"}, "signedOn": "2021-09-01", "dueOn": "2022-09-01", "status": "APPROVED",
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 7,
                 "actions": [%s], "ownRecord": false, "steps": []}""".formatted(actions));
        StandIn.OTHERWISE.put(
                "GET " + API + CONTRACT + "/securities",
                none -> "{\"items\": [" + String.join(", ", securities) + "], \"next\": null, \"count\": "
                        + securities.length + "}");
        StandIn.OTHERWISE.put("GET " + API + SECURITY, none -> GIVEN);
    }

    @BeforeEach
    void asAProjectOfficer() {
        signIn("engineer");
    }

    @Test
    void those_of_a_contract_stand_on_its_page_with_whether_they_are_live() {
        signed("", GIVEN, GIVEN.replace("false", "true").replace("PERFORMANCE", "INSURANCE"));
        var rows = page(200, CONTRACT + "?lang=en").select("#securities tbody tr").eachText().stream()
                .map(row -> row.replace('\u00a0', ' '))
                .toList();
        assertEquals(
                List.of(
                        "Performance security Bank <of> 1 €3,000,000.00 13 September 2021 – 31 October 2022 Not live today",
                        "Insurance of the works Bank <of> 1 €3,000,000.00 13 September 2021 – 31 October 2022 Live today"),
                rows);
        assertTrue(page(200, CONTRACT + "?lang=lt").select("#securities").text().contains("Šiandien negalioja"));
        assertNull(page(200, CONTRACT).selectFirst("#securities a[role=button]"));
    }

    @Test
    void one_is_recorded_from_there_and_what_is_missing_is_said_at_its_field() {
        signed("\"record-security\"");
        var link = page(200, CONTRACT + "?lang=en").selectFirst("#securities a[role=button]");
        var ask = page(200, link.attr("href"));
        assertEquals(4, ask.select("input[name=kind]").size());
        var missing = read(400, send(ask, FORM + "/check", Map.of("issuer", "AB SEB bankas")));
        assertEquals(
                List.of("Choose the kind", "Enter the amount", "Enter the first day", "Enter the last day"),
                missing.select(".govuk-error-summary li").eachText());

        var answers = Map.of(
                "kind",
                "PERFORMANCE",
                "amount",
                "3 000 000",
                "from.day",
                "13",
                "from.month",
                "9",
                "from.year",
                "2021",
                "to.day",
                "31",
                "to.month",
                "10",
                "to.year",
                "2022");
        var check = read(200, send(missing, FORM + "/check", answers));
        assertTrue(check.select("dl").text().contains("Performance security"), check.text());
        StandIn.OTHERWISE.put("POST " + API + CONTRACT + "/securities", none -> GIVEN);
        var done = send(check, FORM + "/record", Map.of());
        assertEquals(303, done.statusCode());
        assertTrue(done.header("Location").endsWith(SECURITY), done.header("Location"));
        var sent = StandIn.SENT.get(StandIn.SENT.size() - 1);
        assertTrue(sent.body().contains("\"from\":\"2021-09-13\",\"to\":\"2022-10-31\""), sent.body());
    }

    @Test
    void its_own_page_says_what_it_is_and_leads_back_to_its_contract() {
        signed("");
        var page = page(200, SECURITY + "?lang=en");
        assertEquals("Performance security, Bank <of> 1", page.selectFirst("h1").ownText());
        assertNotNull(page.selectFirst("a.govuk-back-link[href='" + CONTRACT + "']"));
        assertTrue(page.select("dl").text().contains("S-1"), page.text());
        assertTrue(page.select("dl").text().contains("Not live today"), page.text());
    }

    @Test
    void who_may_record_none_is_led_back_to_the_contract() {
        signed("");
        assertEquals(303, get("/securities/new?contract=" + ID).statusCode());
        signIn("officer");
        signed("\"record-security\"");
        assertEquals(403, get("/securities/new?contract=" + ID).statusCode());
    }
}
