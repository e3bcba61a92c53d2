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
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subcontractors stand on the page of their contract, with who owns them in the end or that nobody said it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SubcontractorPagesTest extends PageTest {
    private static final String ID = "00000000-0000-4000-8000-000000000c12";
    private static final String CONTRACT = "/contracts/" + ID;
    private static final String SUBCONTRACTOR = "/subcontractors/00000000-0000-4000-8000-000000000512";
    private static final String API = "/api/infrastructure/v1";
    private static final String FORM = "/subcontractors/new/" + ID;

    private static final String OWNERS = """
            [{"id": "00000000-0000-4000-8000-000000000e01", "name": "Ona <Onaitė>", "identifier": "48001011234"},
             {"id": "00000000-0000-4000-8000-000000000e02", "name": null, "identifier": null}]""";

    private static String subcontractor(String name, String owners, boolean missing) {
        return """
                {"id": "00000000-0000-4000-8000-000000000512", "reference": "S-2/SUB1", "contract": {"type": "contract",
                 "id": "00000000-0000-4000-8000-000000000c12", "reference": "S-2"}, "identityId": "00000000-0000-4000-8000-000000000e00",
                 "name": %s, "identifier": "302417795", "amount": {"amount": "60000.00", "currency": "EUR"}, "beneficialOwners": %s,
                 "ownersMissing": %s, "on": "2021-10-04", "institution": "LT-VRM",
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z",
                 "version": 0, "actions": []}""".formatted(name, owners, missing);
    }

    private static void signed(String actions, String... subcontractors) {
        StandIn.OTHERWISE.put("GET " + API + CONTRACT, none -> """
                {"id": "00000000-0000-4000-8000-000000000c12", "reference": "S-2", "contractor": {"name": "UAB Tvora", "identifier": "1"},
                 "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}},
                 "net": {"amount": "100.00", "currency": "EUR"}, "vatRate": "0.21", "vat": {"amount": "21.00", "currency": "EUR"},
                 "gross": {"amount": "121.00", "currency": "EUR"}, "signedOn": "2021-09-01", "dueOn": "2022-09-01", "status": "APPROVED",
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 7,
                 "actions": [%s], "ownRecord": false, "steps": []}""".formatted(actions));
        StandIn.OTHERWISE.put(
                "GET " + API + CONTRACT + "/subcontractors",
                none -> "{\"items\": [" + String.join(", ", subcontractors) + "], \"next\": null, \"count\": "
                        + subcontractors.length + "}");
    }

    @BeforeEach
    void asAProjectOfficer() {
        signIn("engineer");
    }

    private static String plain(Element element) {
        return element.text().replace('\u00a0', ' ');
    }

    @Test
    void those_of_a_contract_stand_on_its_page_and_which_of_them_lack_owners() {
        signed(
                "",
                subcontractor("\"UAB <Viela>\"", OWNERS, false),
                subcontractor("null", "[]", true),
                subcontractor("\"MB Maža\"", "[]", false));
        var section = page(200, CONTRACT + "?lang=en").selectFirst("#subcontractors");
        assertEquals(
                List.of(
                        "UAB <Viela> 302417795 €60,000.00 Ona <Onaitė>, Erased 4 October 2021",
                        "Erased 302417795 €60,000.00 None said 4 October 2021",
                        "MB Maža 302417795 €60,000.00 – 4 October 2021"),
                section.select("tbody tr").stream()
                        .map(SubcontractorPagesTest::plain)
                        .toList());
        var warning = section.selectFirst(".govuk-warning-text");
        assertTrue(plain(warning).endsWith("without any beneficial owner said: 1 subcontractor."), plain(warning));
        assertNull(section.selectFirst("a[role=button]"));
        var lithuanian = page(200, CONTRACT + "?lang=lt").selectFirst("#subcontractors .govuk-warning-text");
        assertTrue(plain(lithuanian).endsWith("tikrieji savininkai nenurodyti: 1 subrangovas."), plain(lithuanian));
    }

    @Test
    void where_no_owner_is_missing_nothing_warns_of_it() {
        signed("", subcontractor("\"MB Maža\"", "[]", false));
        var section = page(200, CONTRACT + "?lang=en").selectFirst("#subcontractors");
        assertEquals(1, section.select("tbody tr").size());
        assertNull(section.selectFirst(".govuk-warning-text"));
    }

    @Test
    void of_a_contract_that_reaches_the_threshold_of_its_year_it_is_said_that_owners_are_asked_for() {
        signed("");
        assertEquals(
                0, page(200, CONTRACT + "?lang=en").select(".govuk-inset-text").size());
        var at = "GET " + API + CONTRACT;
        var below = StandIn.OTHERWISE.get(at);
        StandIn.OTHERWISE.put(
                at,
                none -> below.apply(none)
                        .replace(
                                "\"signedOn\"",
                                "\"euThreshold\": {\"amount\": \"139000.00\", \"currency\": \"EUR\"}, \"signedOn\""));
        var said = plain(page(200, CONTRACT + "?lang=en").selectFirst(".govuk-inset-text"));
        assertTrue(said.contains("€139,000.00") && said.contains("beneficial owners of its contractor"), said);
        said = plain(page(200, CONTRACT + "?lang=lt").selectFirst(".govuk-inset-text"));
        assertTrue(said.contains("139 000,00 €") && said.contains("tikruosius savininkus"), said);
    }

    @Test
    void one_is_recorded_from_there_with_a_row_for_each_owner() {
        signed("\"record-subcontractor\"");
        var link = page(200, CONTRACT + "?lang=en").selectFirst("#subcontractors a[role=button]");
        var ask = page(200, link.attr("href"));
        var missing = read(400, send(ask, FORM + "/check", Map.of("beneficialOwners", "; 48001011234")));
        assertEquals(
                List.of(
                        "Enter the name",
                        "Enter the identifier",
                        "Enter the amount",
                        "Row 1: Enter the name of the owner"),
                missing.select(".govuk-error-summary li").eachText());

        var answers = Map.of(
                "name",
                "UAB Viela",
                "identifier",
                "302417795",
                "amount",
                "60 000",
                "beneficialOwners",
                "Ona Onaitė; 48001011234\nJan Kowalski");
        var check = read(200, send(missing, FORM + "/check", answers));
        assertTrue(check.select("dl").text().contains("Ona Onaitė · 48001011234"), check.text());
        StandIn.OTHERWISE.put(
                "POST " + API + CONTRACT + "/subcontractors", none -> subcontractor("\"UAB Viela\"", OWNERS, false));
        var done = send(check, FORM + "/record", Map.of());
        assertEquals(303, done.statusCode());
        assertTrue(done.header("Location").endsWith(SUBCONTRACTOR), done.header("Location"));
        var sent = StandIn.SENT.get(StandIn.SENT.size() - 1).body();
        assertTrue(sent.contains("{\"name\":\"Ona Onaitė\",\"identifier\":\"48001011234\"}"), sent);
        assertTrue(sent.contains("\"name\":\"Jan Kowalski\""), sent);
    }

    @Test
    void its_own_page_says_who_owns_it_or_that_nobody_said_it_and_leads_back_to_its_contract() {
        StandIn.OTHERWISE.put("GET " + API + SUBCONTRACTOR, none -> subcontractor("\"UAB <Viela>\"", OWNERS, false));
        var page = page(200, SUBCONTRACTOR + "?lang=en");
        assertEquals("UAB <Viela>", page.selectFirst("h1").ownText());
        assertNotNull(page.selectFirst("a.govuk-back-link[href='" + CONTRACT + "']"));
        var facts = plain(page.selectFirst("dl"));
        assertTrue(facts.contains("Beneficial owners Ona <Onaitė>, 48001011234; Erased"), facts);
        assertTrue(facts.contains("S-2") && facts.contains("4 October 2021"), facts);

        StandIn.OTHERWISE.put("GET " + API + SUBCONTRACTOR, none -> subcontractor("null", "[]", true));
        var erased = page(200, SUBCONTRACTOR + "?lang=en");
        assertEquals("Erased", erased.selectFirst("h1").ownText());
        assertTrue(plain(erased.selectFirst("dl")).contains("None is said, though it does more than €50,000.00"));
    }

    @Test
    void who_may_record_none_is_led_back_to_the_contract() {
        signed("");
        assertEquals(303, get("/subcontractors/new?contract=" + ID).statusCode());
        signIn("officer");
        signed("\"record-subcontractor\"");
        assertEquals(403, get("/subcontractors/new?contract=" + ID).statusCode());
    }
}
