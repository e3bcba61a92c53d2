package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OverviewTest extends PageTest {
    private static final String MOMENT = "asOf=2024-12-31&recorded.funding=12&recorded.infrastructure=9";

    @Test
    void the_day_and_both_positions_are_asked_for_and_kept_by_files_and_links() {
        var page = page(200, "/?" + MOMENT);
        assertTrue(StandIn.ASKED.stream()
                .anyMatch(asked -> asked.equals("/api/funding/v1/position?asOf=2024-12-31&recorded=12")));
        assertTrue(StandIn.ASKED.stream()
                .anyMatch(asked -> asked.equals("/api/infrastructure/v1/position?asOf=2024-12-31&recorded=9")));
        assertEquals(
                List.of("/?" + MOMENT, "/financing.csv?" + MOMENT, "/coverage.csv?" + MOMENT),
                page.select("main a[href*=recorded.funding]:not([href*=#])").eachAttr("href"));
        assertTrue(page.selectFirst(".ft-lang a").attr("href").contains(MOMENT));
        assertEquals("12", page.getElementById("recorded.funding").val());
        for (var file : List.of("/financing.csv?", "/coverage.csv?")) {
            StandIn.ASKED.clear();
            var answer = get(file + MOMENT);
            assertEquals(200, answer.statusCode());
            assertTrue(answer.header("Content-Disposition").contains("-2024-12-31-12-9.csv"));
            assertTrue(StandIn.ASKED.stream().anyMatch(asked -> asked.endsWith("recorded=9")));
        }
    }

    @Test
    void every_figure_carries_the_day_to_the_list_it_is_made_of() {
        var hrefs = page(200, "/?asOf=2024-12-31").select(".ft-kpi__v a").eachAttr("href");
        assertEquals(
                List.of(
                        "/?asOf=2026-11-20&recorded.funding=12&recorded.infrastructure=9#coverage-total",
                        "/contracts?asOf=2026-11-20",
                        "/allocations?asOf=2026-11-20",
                        "/receipts?asOf=2026-11-20",
                        "/commitments?asOf=2026-11-20",
                        "/claims?asOf=2026-11-20&counting=CLAIMED",
                        "/claims?asOf=2026-11-20&counting=REIMBURSED",
                        "/?asOf=2026-11-20&recorded.funding=12&recorded.infrastructure=9#coverage-total",
                        "/contracts?asOf=2026-11-20&counting=PAID",
                        "/?asOf=2026-11-20&recorded.funding=12&recorded.infrastructure=9#completion",
                        "/?asOf=2026-11-20&recorded.funding=12&recorded.infrastructure=9#completion"),
                hrefs.stream()
                        .map(href -> href.replace("2024-12-31", "2026-11-20"))
                        .toList());
    }

    @Test
    void the_figures_of_each_project_and_of_unused_allocations_carry_the_day_to_their_lists_too() {
        var page = page(200, "/?asOf=2024-12-31");
        var asOf = "asOf=2024-12-31";
        var perProject = List.of(
                "/contracts?project=00000000-0000-4000-8000-000000000d01&" + asOf,
                "/commitments?project=00000000-0000-4000-8000-000000000d01&" + asOf);
        assertEquals(perProject, page.select("#coverage tbody a[href*=asOf]").eachAttr("href"));
        assertEquals(
                List.of("/contracts?" + asOf, "/commitments?" + asOf),
                page.select("#coverage-total a").eachAttr("href"));
        assertEquals(perProject, page.select("#works tbody a[href*=asOf]").eachAttr("href"));
        assertEquals(
                List.of("/contracts?worksProgramme=00000000-0000-4000-8000-000000000d11&" + asOf),
                page.select("#works tfoot a").eachAttr("href"));
        assertEquals(
                List.of("/receipts?allocation=00000000-0000-4000-8000-0000000000a1&" + asOf),
                page.select("section:has(#un-h) a[href*=asOf]").eachAttr("href"));
        assertEquals(
                List.of(),
                page(200, "/?" + MOMENT)
                        .select("#coverage table a[href*=asOf], #works a[href*=asOf], section:has(#un-h) a[href*=asOf]")
                        .eachAttr("href"));
    }

    @Test
    void a_project_that_only_funding_knows_is_called_by_its_reference() {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/position",
                aid -> aid.replace(
                        "\"00000000-0000-4000-8000-000000000d01\", \"reference\": \"BARRIER\"",
                        "\"00000000-0000-4000-8000-000000000d09\", \"reference\": \"FAR-9\""));
        assertEquals(
                "FAR-9",
                page(200, "/")
                        .selectFirst(".ft-cov a[href=/projects/00000000-0000-4000-8000-000000000d09]")
                        .text());
    }

    @Test
    void a_figure_known_then_leads_to_no_list_of_what_is_known_now() {
        var hrefs = page(200, "/?asOf=2024-12-31&recorded.funding=3")
                .select(".ft-kpi__v a")
                .eachAttr("href");
        assertEquals(
                List.of(), hrefs.stream().filter(href -> !href.startsWith("/?")).toList());
        assertEquals(4, hrefs.size());
    }

    @Test
    void what_is_certified_invoiced_and_paid_leads_to_the_contracts_it_was_certified_invoiced_and_paid_on() {
        var rows = page(200, "/?asOf=2024-12-31").select("#completion tbody tr:first-child a[href*=counting]");
        var of = "/contracts?project=00000000-0000-4000-8000-000000000d01&asOf=2024-12-31&counting=";
        assertEquals(List.of(of + "CERTIFIED", of + "INVOICED", of + "PAID"), rows.eachAttr("href"));
        assertEquals(
                3,
                page(200, "/?asOf=2024-12-31")
                        .select("#completion tfoot a[href*=counting]")
                        .size());
        assertEquals(
                0,
                page(200, "/?asOf=2024-12-31&recorded.funding=3")
                        .select("a[href*=counting]")
                        .size());
    }

    @Test
    void a_position_of_the_past_looks_past_and_leads_back() {
        var past = page(200, "/?asOf=2024-12-31&lang=en").selectFirst(".ft-past");
        assertTrue(past.text().startsWith("Position of 31 December 2024"), past.text());
        assertEquals("/", past.selectFirst("a").attr("href"));
        assertNull(page(200, "/").selectFirst(".ft-past"));
        assertNotNull(page(200, "/?recorded.funding=3").selectFirst(".ft-past"), "known then, not now");
    }

    @Test
    void the_footer_says_what_the_figures_were_read_from_and_nothing_where_there_are_none() {
        assertTrue(page(200, "/?lang=en")
                .selectFirst("footer")
                .text()
                .contains("from 12 entries of funding and 9 of infrastructure"));
        assertFalse(
                page(200, "/allocations?lang=en").selectFirst("footer").text().contains("calculated from the books"));
    }

    @Test
    void a_number_of_more_than_is_recorded_is_refused_at_its_field() {
        var page = page(400, "/?recorded.infrastructure=100&lang=en");
        assertNotNull(page.getElementById("recorded.infrastructure-error"), page.text());
        assertEquals("100", page.getElementById("recorded.infrastructure").val());
        assertNull(page.selectFirst(".ft-past"), "what is shown is the position of now");
        page.select(".govuk-error-summary a")
                .forEach(link ->
                        assertNotNull(page.getElementById(link.attr("href").substring(1)), link.outerHtml()));
        assertEquals(400, get("/coverage.csv?recorded.funding=100").statusCode());
    }

    @Test
    void a_day_that_is_none_is_refused_at_its_field_in_the_readers_language() {
        var page = page(400, "/?asOf=2026-02-30&lang=lt");
        assertTrue(page.title().startsWith("Klaida:"), page.title());
        assertEquals("2026-02-30", page.getElementById("asOf").val());
        assertTrue(page.getElementById("asOf-error").text().contains("datą"));
    }
}
