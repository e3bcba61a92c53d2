package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

/** The field in the header that finds any record. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SearchPageTest extends PageTest {
    private static final String ALLOCATION = """
            {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT", "title": "Reception",
             "party": "European <Commission>", "parent": null, "amount": {"amount": "37000000.00", "currency": "EUR"},
             "status": "APPROVED", "exact": false}""";
    private static final String RECEIPT = """
            {"type": "receipt", "id": "00000000-0000-4000-8000-000000000a11", "reference": "B-1", "title": null, "party": null,
             "parent": {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"},
             "amount": {"amount": "20.00", "currency": "EUR"}, "status": "CONFIRMED", "exact": false}""";
    private static final String PROJECT = """
            {"type": "project", "id": "00000000-0000-4000-8000-000000000d01", "reference": "EMAS", "title": "Barrier",
             "party": null, "parent": null, "amount": null, "status": null, "exact": true}""";
    private static final String ESTIMATE = """
            {"type": "estimate", "id": "00000000-0000-4000-8000-000000000d05", "reference": "First", "title": "Ministry", "party": null,
             "parent": {"type": "project", "id": "00000000-0000-4000-8000-000000000d01", "reference": "EMAS"},
             "amount": {"amount": "5.00", "currency": "EUR"}, "status": null, "exact": false}""";

    private static void finding(String service, String... records) {
        StandIn.OTHERWISE.put("GET /api/" + service + "/v1/search", usual -> "[" + String.join(", ", records) + "]");
    }

    @Test
    void the_header_of_every_page_has_it_and_asks_both_services() {
        var form = page(200, "/allocations").selectFirst("header form[role=search]");
        assertEquals("/search", form.attr("action"));
        assertEquals("find", form.selectFirst("label").attr("for"));
        finding("funding");
        finding("infrastructure");
        page(200, "/search?q=152 460 000,00");
        for (var service : List.of("funding", "infrastructure")) {
            var asked = "/api/" + service + "/v1/search?q=152 460 000,00&limit=21";
            assertTrue(
                    StandIn.ASKED.stream()
                            .anyMatch(said -> said.replace('+', ' ').equals(asked)),
                    StandIn.ASKED::toString);
        }
    }

    @Test
    void what_is_found_stands_by_kind_and_first_the_kind_of_which_one_is_called_so() {
        finding("funding", RECEIPT, ALLOCATION);
        finding("infrastructure", PROJECT, ESTIMATE);
        var page = page(200, "/search?q=emas");
        assertEquals("emas", page.selectFirst("#find").val());
        assertEquals(
                List.of("Projects (1)", "Allocations (1)", "Money received (1)", "Estimates (1)"),
                page.select("main h2").eachText());
        assertEquals(
                List.of(
                        "/projects/00000000-0000-4000-8000-000000000d01",
                        "/allocations/00000000-0000-4000-8000-0000000000a1",
                        "/receipts/00000000-0000-4000-8000-000000000a11",
                        "/projects/00000000-0000-4000-8000-000000000d01"),
                page.select("main tbody a").eachAttr("href"));
        var allocation = page.select("main tbody tr").get(1);
        assertEquals(
                "European <Commission> · Reception",
                allocation.selectFirst(".ft-clamp").text());
        assertEquals("€37,000,000.00", allocation.selectFirst(".num").text());
        assertEquals("Approved", allocation.selectFirst(".ft-state").text());
    }

    @Test
    void more_than_twenty_of_a_kind_are_said_to_be_more() {
        finding("funding", IntStream.range(0, 21).mapToObj(n -> ALLOCATION).collect(Collectors.joining(", ")));
        finding("infrastructure");
        var page = page(200, "/search?q=emas&lang=lt");
        assertEquals(20, page.select("main tbody tr").size());
        assertTrue(page.selectFirst("main .ft-card").text().contains("Rasta daugiau"));
    }

    @Test
    void nothing_found_and_nothing_asked_say_how_one_finds() {
        finding("funding");
        finding("infrastructure");
        var page = page(200, "/search?q=none");
        assertTrue(page.selectFirst("main").text().contains("No record is called this"));
        assertTrue(page.selectFirst("main").text().contains("at least three characters"));
        var empty = page(200, "/search");
        assertFalse(empty.selectFirst("main").text().contains("No record is called this"));
        assertTrue(empty.selectFirst("main").text().contains("at least three characters"));
    }

    @Test
    void a_service_that_is_away_is_named_and_what_the_other_found_is_shown() {
        finding("funding", ALLOCATION);
        StandIn.infrastructureIsDown = true;
        var page = page(200, "/search?q=emas");
        assertTrue(page.selectFirst(".govuk-warning-text").text().contains("infrastructure service"));
        assertEquals(1, page.select("main tbody tr").size());
    }
}
