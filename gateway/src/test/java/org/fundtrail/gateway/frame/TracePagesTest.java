package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of euros says which of them were paid, which only are to be, and whether it is all of them. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TracePagesTest extends PageTest {
    private static final String ALLOCATION = "00000000-0000-4000-8000-0000000000a1";
    private static final String INVOICE = "00000000-0000-4000-8000-000000000101";
    private static final String LINE = """
            {"claim": {"type": "claim", "id": "00000000-0000-4000-8000-0000000000f%1$d", "reference": "EMAS-2021-LT/%1$d"}, "status": "%2$s",
             "allocation": "00000000-0000-4000-8000-0000000000a1",
             "project": {"type": "project", "id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER"},
             "kind": "INVOICE", "item": "00000000-0000-4000-8000-000000000101", "number": "TET-1",
             "eligible": {"amount": "100.00", "currency": "EUR"}, "share": {"amount": "80.00", "currency": "EUR"},
             "paid": {"amount": "%3$s", "currency": "EUR"}}""";
    private static final String AID = """
            {"allocations": [{"id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT", "allocated": {"amount": "500.00", "currency": "EUR"}}],
             "receipts": [], "commitments": [], "lines": [%s, %s], "truncated": %s,
             "recoveries": [{"id": "00000000-0000-4000-8000-0000000000e1", "reference": "EMAS-2021-LT/1/R1",
               "claim": {"type": "claim", "id": "00000000-0000-4000-8000-0000000000f1", "reference": "EMAS-2021-LT/1"},
               "allocation": "00000000-0000-4000-8000-0000000000a1",
               "project": {"type": "project", "id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER"},
               "amount": {"amount": "30.00", "currency": "EUR"}, "status": "PAID",
               "finding": {"question": 2, "line": null, "text": "It was not published"}}]}""";
    private static final String COSTS = """
            {"items": [{"type": "INVOICE", "id": "00000000-0000-4000-8000-000000000101", "number": "TET-1",
              "amount": {"amount": "121.00", "currency": "EUR"}, "project": {"type": "project", "id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER"},
              "contract": {"type": "contract", "id": "00000000-0000-4000-8000-000000000c01", "reference": "C-1"}, "certificate": null,
              "parts": [{"costLine": null, "amount": {"amount": "121.00", "currency": "EUR"}}]}], "next": null, "truncated": %s}""";

    @BeforeEach
    void one_claim_is_paid_and_the_other_is_only_submitted() {
        stands(false, false);
    }

    private static void stands(boolean moreAid, boolean moreCosts) {
        var aid = AID.formatted(LINE.formatted(1, "PAID", "50.00"), LINE.formatted(2, "SUBMITTED", "0.00"), moreAid);
        StandIn.OTHERWISE.put("GET /api/funding/v1/trace", none -> aid);
        StandIn.OTHERWISE.put("GET /api/infrastructure/v1/trace", none -> COSTS.formatted(moreCosts));
        Surroundings.TO_PROGRAMS.put("/api/funding/v1/trace", aid);
        Surroundings.TO_PROGRAMS.put("/api/infrastructure/v1/trace", COSTS.formatted(moreCosts));
    }

    @AfterEach
    void nobody() {
        Surroundings.TO_PROGRAMS.clear();
    }

    private static Response asked(String path) {
        return given().auth().preemptive().basic("officer", "demo").get(path);
    }

    private static List<String> cells(Element table, String reference) {
        return table.select("tr").stream()
                .filter(row -> row.text().contains(reference))
                .findFirst()
                .orElseThrow()
                .select("th, td")
                .eachText();
    }

    @Test
    void what_is_only_claimed_is_not_paid_and_its_state_is_said_and_what_came_back_is_paid_no_more() {
        var page = page(200, "/trace?from=allocation/" + ALLOCATION + "&lang=en");
        var onwards = page.getElementById("onwards-h").parent();
        assertEquals(List.of("Step 1: Project BARRIER", "€160.00", "€50.00"), cells(onwards, "BARRIER"));
        assertEquals(List.of("Step 2: Claim EMAS-2021-LT/1 Paid", "€80.00", "€50.00"), cells(onwards, "LT/1"));
        assertEquals("€0.00", cells(onwards, "EMAS-2021-LT/2").get(2));
        assertTrue(cells(onwards, "LT/2").get(0).endsWith("Waiting to be verified"), cells(onwards, "LT/2")::toString);
        var recovery = cells(onwards, "LT/1/R1");
        assertTrue(recovery.get(0).endsWith("Question 2 of the checklist: It was not published"), recovery::toString);
        assertEquals(List.of("€30.00", "–"), recovery.subList(1, 3));
        assertEquals("0.00", page.selectFirst("[data-edge][data-to$=f2]").attr("data-paid"));
    }

    @Test
    void where_the_record_itself_stands_is_said_beside_its_name() {
        var claim = "claim/00000000-0000-4000-8000-0000000000f2";
        assertEquals(
                "Waiting to be verified",
                page(200, "/trace?from=" + claim + "&lang=en")
                        .selectFirst(".ft-title .govuk-tag")
                        .text());
    }

    @Test
    void what_came_back_of_a_claim_came_not_once_more_from_where_the_claim_was_paid() {
        var page = page(200, "/trace?from=claim/00000000-0000-4000-8000-0000000000f1&lang=en");
        var back = page.getElementById("back-h").parent();
        assertEquals(List.of("€80.00", "€50.00"), cells(back, "BARRIER").subList(1, 3));
    }

    @Test
    void programs_read_the_same() {
        var nodes = "nodes.find { it.reference == '%s' }.";
        asked("/api/v1/trace?from=allocation/" + ALLOCATION)
                .then()
                .statusCode(200)
                .body(nodes.formatted("EMAS-2021-LT/1") + "status", equalTo("PAID"))
                .body(nodes.formatted("EMAS-2021-LT/2") + "status", equalTo("SUBMITTED"))
                .body(nodes.formatted("EMAS-2021-LT/2") + "amount.amount", equalTo("80.00"))
                .body(nodes.formatted("EMAS-2021-LT/2") + "paid.amount", equalTo("0.00"))
                .body(nodes.formatted("C-1") + "paid.amount", equalTo("50.00"))
                .body(nodes.formatted("EMAS-2021-LT/1/R1") + "finding.text", equalTo("It was not published"))
                .body(nodes.formatted("EMAS-2021-LT/1/R1") + "paid", nullValue())
                .body("edges.find { it.to.endsWith('f1') }.paid.amount", equalTo("50.00"))
                .body("truncated", equalTo(false));
    }

    @Test
    void where_not_all_is_followed_it_is_said() {
        var cut = "There is more than is followed";
        assertFalse(
                page(200, "/trace?from=invoice/" + INVOICE + "&lang=en").text().contains(cut));
        stands(true, false);
        assertTrue(
                page(200, "/trace?from=invoice/" + INVOICE + "&lang=en").text().contains(cut));
        stands(false, true);
        assertTrue(page(200, "/trace?from=allocation/" + ALLOCATION + "&lang=en")
                .text()
                .contains(cut));
        asked("/api/v1/trace?from=allocation/" + ALLOCATION).then().body("truncated", equalTo(true));
    }
}
