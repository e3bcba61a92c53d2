package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

/** Every kind has its list, and each leads to those beside it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ListsTest extends PageTest {
    private static final String ESTIMATE = """
            {"id": "00000000-0000-4000-8000-000000000d05", "owner": {"type": "project", "id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER"},
             "name": "Government decision", "amount": {"amount": "100.00", "currency": "EUR"}, "basis": "NET", "vatRate": "0.21",
             "gross": {"amount": "121.00", "currency": "EUR"}, "lowerBound": true, "accuracyClass": null, "date": "2021-08-23",
             "source": {"title": "Ministry", "url": null}, "baseline": true, "institution": "LT-VRM",
             "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 1,
             "actions": []}""";
    private static final String WORKS = """
            {"id": "00000000-0000-4000-8000-000000000d11", "reference": "BORDER", "title": {"en": "Border works", "lt": "Sienos darbai"},
             "baseline": %s, "proposedBaseline": null, "institution": "LT-VRM",
             "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 1,
             "actions": []}""".formatted(ESTIMATE);

    private static void listing(String room, String item) {
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/" + room,
                usual -> "{\"items\": [" + item + "], \"next\": null, \"first\": 1, \"count\": 1, \"sums\": null}");
    }

    @Test
    void a_list_leads_to_the_lists_beside_it() {
        assertEquals(
                List.of(
                        "/allocations",
                        "/receipts",
                        "/commitments",
                        "/claims",
                        "/recoveries",
                        "/checklists",
                        "/cost-options",
                        "/programmes"),
                page(200, "/receipts").select(".ft-beside a").eachAttr("href"));
        var projects = page(200, "/contracts?lang=en").select(".ft-beside a");
        assertEquals(
                List.of("/projects", "/works-programmes", "/estimates", "/contracts", "/certificates", "/invoices"),
                projects.eachAttr("href"));
        assertEquals(
                List.of("Projects", "Works programmes", "Estimates", "Contracts", "Certificates", "Invoices"),
                projects.eachText());
        assertEquals("page", projects.get(3).attr("aria-current"));
    }

    @Test
    void estimates_say_whether_they_count_and_lead_to_their_ladder() {
        listing("estimates", ESTIMATE);
        var row = page(200, "/estimates?baseline=YES&lang=en").selectFirst("tbody tr");
        assertEquals(
                "/projects/00000000-0000-4000-8000-000000000d01",
                row.selectFirst("th a").attr("href"));
        assertEquals(
                List.of("BARRIER", "not included", "at least €121.00", "23 August 2021", "Yes"),
                row.select("td").eachText());
        assertTrue(StandIn.ASKED.contains("/api/infrastructure/v1/estimates?baseline=YES&sort=-date&limit=50"));
        var csv = get("/estimates/estimates.csv?baseline=YES").asString().replace("\"", "");
        assertTrue(
                csv.contains("Government decision,BARRIER,100.00,not included,0.21,121.00,EUR,Yes,2021-08-23,Yes"),
                csv);
    }

    @Test
    void works_programmes_are_a_list_of_their_own() {
        listing("works-programmes", WORKS);
        var page = page(200, "/works-programmes?lang=lt");
        assertEquals("Sienos darbai", page.selectFirst("tbody .ft-clamp").text());
        assertEquals(
                "ne mažiau kaip 121,00 €", page.selectFirst("tbody .num").text().replace('\u00a0', ' '));
        assertTrue(get("/works-programmes/works-programmes.csv").asString().contains("BORDER"));
    }

    @Test
    void projects_show_what_is_committed_and_not_covered_and_what_all_of_them_come_to() {
        var page = page(200, "/projects?lang=en");
        var heads = page.select("thead th").eachText();
        var row = page.selectFirst("tbody tr").children().eachText();
        assertEquals("€152,460,000.00", row.get(heads.indexOf("Committed")));
        assertEquals("€0.00", row.get(heads.indexOf("Not covered")));
        assertEquals(
                List.of("€152,460,000.00", "€43,000,000.10", "€152,460,000.00", "€0.00"),
                page.select("tfoot .num").eachText());
        assertEquals(
                1,
                StandIn.ASKED.stream()
                        .filter(asked -> asked.startsWith("/api/funding/v1/position"))
                        .count());
        assertTrue(page(200, "/projects?kind=STAFF").select("tfoot").isEmpty());
        assertTrue(get("/projects/projects.csv").asString().contains("\"152460000.00\",\"0.00\""));
    }

    @Test
    void without_a_position_the_projects_are_listed_and_no_figure_is_made_up() {
        StandIn.OTHERWISE.put("GET /api/funding/v1/position", usual -> null);
        var page = page(200, "/projects?lang=en");
        assertTrue(page.selectFirst(".govuk-warning-text").text().contains("funding service"));
        assertEquals("–", page.select("tbody .num").last().text());
        assertTrue(page.select("tfoot").isEmpty());
    }

    @Test
    void a_day_of_a_filter_is_typed_as_people_write_it_and_a_wrong_one_is_said_at_its_filter() {
        var page = page(200, "/estimates?from=12.03.2026&to=2026-04-01&lang=en");
        assertTrue(StandIn.ASKED.stream().anyMatch(asked -> asked.contains("from=2026-03-12&to=2026-04-01")));
        assertEquals("12.03.2026", page.getElementById("from").val());
        assertTrue(
                page.select(".ft-chips").text().contains("12 March 2026"),
                page.select(".ft-chips").text());

        var wrong = page(400, "/estimates?from=12/03/2026&lang=en");
        assertEquals("12/03/2026", wrong.getElementById("from").val());
        assertTrue(wrong.getElementById("from-error").text().contains("enter a real date"), wrong.text());
        assertEquals("#from", wrong.selectFirst(".govuk-error-summary a").attr("href"));
        var before = page(400, "/estimates?from=12.03.2026&to=11.03.2026&lang=en");
        assertTrue(before.getElementById("to-error").text().contains("12 March 2026"), before.text());

        page(200, "/audit?from=1.2.2026&lang=en");
        assertTrue(StandIn.ASKED.stream()
                .anyMatch(asked -> asked.contains("/entries") && asked.contains("from=2026-02-01")));
    }
}
