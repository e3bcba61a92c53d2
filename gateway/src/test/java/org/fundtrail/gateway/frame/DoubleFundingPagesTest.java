package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

/** Costs that are close to double funding are a list like others: narrowed, looked at in columns, taken away as a file. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DoubleFundingPagesTest extends PageTest {
    private static final String COST = """
            {"items": [{"kind": "INVOICE", "id": "00000000-0000-4000-8000-000000000101", "number": "TET-1",
              "project": {"type": "project", "id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER"},
              "fundable": {"amount": "121.00", "currency": "EUR"}, "funded": {"amount": "121.00", "currency": "EUR"}, "fundedShare": "1", "share": "1",
              "declarable": {"amount": "100.00", "currency": "EUR"}, "declared": {"amount": "100.00", "currency": "EUR"},
              "parts": [%s, %s]}], "next": null}""".formatted(part(1, "80.00"), part(2, "41.00"));

    private static String part(int n, String funded) {
        return """
            {"claim": {"type": "claim", "id": "00000000-0000-4000-8000-0000000000f%1$d", "reference": "A/%1$d"}, "status": "PAID",
             "allocation": {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a1", "reference": "A"}, "programme": "P-%1$d",
             "fund": "AMIF", "declared": {"amount": "100.00", "currency": "EUR"}, "funded": {"amount": "%2$s", "currency": "EUR"}}""".formatted(n, funded);
    }

    @Test
    void each_claim_that_has_a_part_of_a_cost_stands_in_a_line_and_the_menu_says_where_one_is() {
        StandIn.OTHERWISE.put("GET /api/funding/v1/double-funding?several=true&share=1&limit=50", none -> COST);
        StandIn.OTHERWISE.put("GET /api/funding/v1/double-funding?share=1&several=true&limit=50", none -> COST);
        var page = page(200, "/double-funding?fundedShare=1&several=true&lang=en");
        var rows = page.select("tbody tr");
        assertEquals(2, rows.size());
        assertNotNull(rows.get(0).selectFirst("a[href=/invoices/00000000-0000-4000-8000-000000000101]"));
        assertTrue(
                rows.get(1).text().contains("A/2 €41.00 €121.00"), rows.get(1).text());
        assertEquals(
                "Audit trail",
                page.select(".govuk-service-navigation [aria-current]").text());
        assertEquals(2, page.select(".ft-chips li").size());
    }

    @Test
    void its_columns_are_chosen_and_its_file_is_written_like_those_of_others() {
        StandIn.OTHERWISE.put("GET /api/funding/v1/double-funding?limit=50", none -> COST);
        StandIn.OTHERWISE.put("GET /api/funding/v1/double-funding?limit=200", none -> COST);
        assertEquals(
                3,
                page(200, "/double-funding?columns=claim,share&lang=en")
                        .select("thead th")
                        .size());
        var csv = get("/double-funding/double-funding.csv?lang=lt").asString();
        assertTrue(csv.replace("\"", "").contains("TET-1;A/1;80,00;121,00;121,00;1;100,00;100,00;BARRIER;P-1"), csv);
    }
}
