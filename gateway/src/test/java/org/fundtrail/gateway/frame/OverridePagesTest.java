package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.Surroundings;
import org.fundtrail.gateway.list.Merged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was recorded in spite of a rule, of both services, as a page, as files and for programs. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OverridePagesTest extends PageTest {
    private static final String COMMITMENT = """
            {"id": "00000000-0000-4000-8000-000000000c01", "reference": "LC-1",
             "allocation": {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"},
             "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER"},
             "amount": {"amount": "20.00", "currency": "EUR"}, "rule": "cost-outside-programme", "law": "Regulation (EU) 2021/1147",
             "programme": "AMIF-EMAS", "costScope": ["RECEPTION"], "reason": "The Commission agreed", "status": "APPROVED", "institution": "LT-VRM",
             "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z",
             "decidedBy": {"id": "00000000-0000-4000-8000-000000000f02", "name": "Jonas"}, "decidedAt": "2026-11-24T16:20:00Z", "decisionReason": null}""";
    private static final String INVOICE = """
            {"id": "00000000-0000-4000-8000-000000000101", "number": "TET-1", "contract": {"id": "00000000-0000-4000-8000-0000000000b1",
             "reference": "TETAS-1", "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}}},
             "gross": {"amount": "121.00", "currency": "EUR"}, "override": {"reason": "=They began anew"}, "status": "RECEIVED", "institution": "LT-VRM",
             "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-25T16:20:00Z", "actions": [], "steps": []}""";

    @BeforeEach
    void each_service_has_one() {
        signIn("officer");
        StandIn.OTHERWISE.put("GET /api/funding/v1/overrides?sort=-recordedAt&limit=50", none -> page(COMMITMENT));
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/invoices?override=true&sort=-recordedAt&limit=50", none -> page(INVOICE));
    }

    @AfterEach
    void none() {
        Surroundings.TO_PROGRAMS.clear();
    }

    private static String page(String item) {
        return "{\"items\": [" + item + "], \"next\": null}";
    }

    @Test
    void both_stand_on_one_page_the_latest_first_each_with_its_rule_its_law_and_who_decided() {
        var page = page(200, "/overrides?lang=en");
        var rows = page.select("tbody tr");
        assertEquals("TET-1", rows.get(0).selectFirst("th").text());
        assertEquals("LC-1", rows.get(1).selectFirst("th").text());
        assertNotNull(rows.get(1).selectFirst("a[href=/commitments/00000000-0000-4000-8000-000000000c01]"));
        assertNotNull(rows.get(1).selectFirst("a[href=/allocations/00000000-0000-4000-8000-0000000000a1]"));
        for (var said : List.of("Outside what the programme may pay for", "The Commission agreed", "Jonas")) {
            assertTrue(rows.get(1).text().contains(said), rows.get(1).text());
        }
        assertNotNull(page(200, "/audit?lang=en").selectFirst("a[href=/overrides]"));
        assertTrue(page(200, "/overrides?lang=lt").selectFirst("h1").text().endsWith("Įrašyta nepaisant taisyklės"));
    }

    @Test
    void one_kind_alone_and_what_has_a_text_are_asked_for_and_the_menu_says_where_one_is() {
        StandIn.OTHERWISE.put("GET /api/funding/v1/overrides?q=LC&sort=-recordedAt&limit=50", none -> page(COMMITMENT));
        var page = page(200, "/overrides?subjectType=commitment&q=LC&lang=en");
        assertEquals(1, page.select("tbody tr").size());
        assertEquals(
                "Audit trail",
                page.select(".govuk-service-navigation [aria-current]").text());
        assertTrue(StandIn.ASKED.stream().noneMatch(asked -> asked.contains("override=true")), StandIn.ASKED::toString);
    }

    @Test
    void they_are_narrowed_by_state_and_project_and_of_a_kind_that_never_stands_there_nobody_asks() {
        var project = "00000000-0000-4000-8000-000000000d01";
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/projects/" + project,
                none -> "{\"id\": \"" + project
                        + "\", \"reference\": \"BARRIER\", \"title\": {\"en\": \"Barrier\", \"lt\": \"Barjeras\"}, \"kind\": \"PHYSICAL_BARRIER\"}");
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/invoices?project=" + project
                        + "&status=RECEIVED&override=true&sort=-recordedAt&limit=50",
                none -> page(INVOICE));
        var page = page(200, "/overrides?status=RECEIVED&project=" + project + "&lang=en");
        assertEquals("TET-1", page.select("tbody tr").text().split(" ")[0]);
        assertTrue(StandIn.ASKED.stream().noneMatch(asked -> asked.contains("/overrides?")), StandIn.ASKED::toString);
        assertTrue(page.select("select[name=status] option").eachAttr("value").contains("PROPOSED"), page.text());
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/overrides?status=PROPOSED&project=" + project + "&sort=-recordedAt&limit=50",
                none -> page(COMMITMENT));
        assertEquals(
                1,
                page(200, "/overrides?status=PROPOSED&project=" + project)
                        .select("tbody tr")
                        .size());
    }

    @Test
    void two_services_are_read_on_as_one_list() {
        var taken = new ArrayList<String>();
        var merged = new Merged<Integer>(
                Comparator.reverseOrder(),
                (after, limit) -> stretch(List.of(9, 7, 5, 3, 1), after, Math.min(2, limit)),
                (after, limit) -> stretch(List.of(8, 6), after, limit));
        String after = null;
        do {
            var page = merged.page(after, 2);
            taken.add(page.items().toString());
            after = page.next();
        } while (after != null);
        assertEquals("[9, 8][7][6, 5][3][1]", String.join("", taken));
        assertThrows(Refusal.class, () -> merged.page("x", 2));
    }

    private static Page<Integer> stretch(List<Integer> all, String after, int limit) {
        var rest = all.stream()
                .filter(one -> after == null || one < Integer.parseInt(after))
                .toList();
        var shown = rest.subList(0, Math.min(limit, rest.size()));
        return new Page<>(shown, shown.size() < rest.size() ? String.valueOf(shown.get(shown.size() - 1)) : null);
    }

    @Test
    void the_files_say_the_same_and_run_no_formula() {
        StandIn.OTHERWISE.put("GET /api/funding/v1/overrides?sort=-recordedAt&limit=200", none -> page(COMMITMENT));
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/invoices?override=true&sort=-recordedAt&limit=200", none -> page(INVOICE));
        var csv = get("/overrides/overrides.csv?lang=en");
        assertEquals(200, csv.statusCode());
        assertTrue(csv.asString().contains("Outside what the programme may pay for"), csv.asString());
        assertTrue(csv.asString().contains("\"'=They began anew\""), csv.asString());
        assertTrue(csv.asString().contains("Regulation (EU) 2021/1147"), csv.asString());
        assertTrue(
                get("/overrides/overrides.csv?lang=lt").asString().contains("Reglamentas (ES) 2021/1147"),
                "in the words of the reader");
        assertEquals('P', get("/overrides/overrides.xlsx").asByteArray()[0]);
    }

    private static ValidatableResponse programs(String query) {
        return given().auth()
                .preemptive()
                .basic("officer", "demo")
                .get("/api/v1/overrides" + query)
                .then();
    }

    @Test
    void programs_get_both() {
        Surroundings.TO_PROGRAMS.put("/api/funding/v1/overrides", page(COMMITMENT));
        Surroundings.TO_PROGRAMS.put("/api/infrastructure/v1/invoices", page(INVOICE));
        given().auth()
                .preemptive()
                .basic("officer", "demo")
                .get("/api/v1/overrides")
                .then()
                .statusCode(200)
                .body("items.type", contains("invoice", "commitment"))
                .body("items[1].rule", equalTo("cost-outside-programme"))
                .body("items[0].rule", equalTo("invoice-number-taken"))
                .body("items[1].of.reference", equalTo("EMAS-2021-LT"));
        programs("?type=invoice&status=RECEIVED&project=BARRIER")
                .statusCode(200)
                .body("items.type", contains("invoice"));
        programs("?status=PROPOSED").statusCode(200).body("items.type", contains("commitment"));
        for (var unknown : List.of("type", "status")) {
            programs("?" + unknown + "=nothing")
                    .statusCode(400)
                    .body("code", equalTo("unknown-value"))
                    .body("field", equalTo(unknown));
        }
        given().get("/api/v1/overrides").then().statusCode(401);
    }
}
