package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What is committed beyond a baseline is said wherever somebody reads a figure, and before it happens. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OverCommitmentPageTest extends PageTest {
    private static final String COST = "GET /api/infrastructure/v1/position";
    private static final String AID = "GET /api/funding/v1/position";
    private static final String OVER = "Committed beyond the baselines";

    /** The project has EUR 152 460 000 committed. */
    private static void measuredBy(String gross) {
        StandIn.OTHERWISE.put(
                COST,
                cost -> cost.replace(
                        "\"gross\": {\"amount\": \"152460000.00\"", "\"gross\": {\"amount\": \"" + gross + "\""));
    }

    private static void withoutBaseline() {
        StandIn.OTHERWISE.put(
                COST,
                cost -> cost.replaceAll(
                        "(?s)\"baseline\": \\{\"estimate\": \"00000000-0000-4000-8000-000000000e11\".*?\\d\"}",
                        "\"baseline\": null"));
    }

    private static void reserved(String amount) {
        StandIn.OTHERWISE.put(
                AID,
                aid -> aid.replaceAll(
                        "(\"BARRIER\", \"committed\": [^}]*},\\s*\"reserved\": \\{\"amount\": \")0.00", "$1" + amount));
    }

    private static void waiting() {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/commitments/00000000-0000-4000-8000-000000000c01",
                commitment -> commitment.replace("RETURNED", "PROPOSED").replace("[\"change\"]", "[\"decide\"]"));
    }

    /** What stands in a row under this heading. */
    private static String cell(Element row, String heading) {
        var headings = row.closest("table").select("thead th").eachText();
        assertTrue(headings.contains(heading), headings + " have no " + heading);
        return row.child(headings.indexOf(heading)).text();
    }

    @Test
    void the_overview_has_it_as_a_figure_a_column_and_a_sentence_at_its_bar() {
        measuredBy("100000000.00");
        var page = page(200, "/?lang=en");

        var tile = page.selectFirst(".ft-kpi:has(dt:containsOwn(" + OVER + "))");
        assertEquals("€52,460,000.00", tile.selectFirst(".ft-kpi__n").text());
        for (var row : List.of(
                page.getElementById("coverage-total"),
                page.selectFirst("#coverage tbody tr"),
                page.selectFirst("#works tbody tr"),
                page.selectFirst("#works tfoot tr"))) {
            assertEquals("€52,460,000.00", cell(row, OVER), row.text());
        }
        assertEquals("€152,460,000.00", cell(page.getElementById("coverage-total"), "Committed"));
        assertEquals("€400,000,000.00", cell(page.getElementById("coverage-total"), "Not covered"));
        assertTrue(page.selectFirst(".ft-cov__n")
                .text()
                .contains("Committed beyond the baseline: €52,460,000.00, which covers nothing"));
        assertTrue(page(200, "/?lang=lt")
                .selectFirst(".ft-cov__n")
                .text()
                .replace('\u00a0', ' ')
                .contains("Įsipareigota virš bazinės sąmatos: 52 460 000,00 €, tai nieko nepadengia"));
    }

    @Test
    void where_nothing_is_beyond_a_baseline_the_overview_does_not_speak_of_it() {
        assertFalse(page(200, "/?lang=en").text().contains("beyond the baseline"));
    }

    @Test
    void the_page_of_a_project_has_it_beside_what_is_not_covered() {
        measuredBy("100000000.00");
        assertEquals("€52,460,000.00", row(page(200, "/projects/00000000-0000-4000-8000-000000000d01?lang=en"), OVER));
        assertEquals("€0.00", row(page(200, "/projects/00000000-0000-4000-8000-000000000d01?lang=en"), "Not covered"));
        withoutBaseline();
        assertEquals("€152,460,000.00", row(page(200, "/projects/00000000-0000-4000-8000-000000000d01?lang=en"), OVER));
        StandIn.OTHERWISE.clear();
        assertNull(row(page(200, "/projects/00000000-0000-4000-8000-000000000d01?lang=en"), OVER));
    }

    private static String row(Document page, String key) {
        var row = page.selectFirst(".govuk-summary-list__row:has(dt:containsOwn(" + key + "))");
        return row == null ? null : row.selectFirst("dd").text();
    }

    @Test
    void whoever_proposes_or_decides_on_a_baseline_sees_it_now_and_then() {
        var estimate = """
                {"id": "00000000-0000-4000-8000-000000000e12", "name": "Later", "amount": {"amount": "150000000.00", "currency": "EUR"}, "basis": "GROSS",
                 "gross": {"amount": "150000000.00", "currency": "EUR"}, "lowerBound": false, "date": "2022-09-01", "baseline": false,
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z",
                 "actions": ["choose-baseline"]}""";
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/projects/00000000-0000-4000-8000-000000000d01/estimates",
                none -> "{\"items\": [" + estimate + "], \"next\": null, \"count\": 1}");
        StandIn.OTHERWISE.put("GET /api/infrastructure/v1/baselines/00000000-0000-4000-8000-000000000b01", none ->
                """
                {"id": "00000000-0000-4000-8000-000000000b01", "owner": {"type": "project", "id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER"}, "estimate": %s, "reason": "Newer",
                 "status": "PROPOSED", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 1,
                 "actions": ["decide"], "ownRecord": false, "steps": []}""".formatted(estimate));
        measuredBy("100000000.00");
        signIn("engineer");
        for (var path : List.of(
                "/baselines/new/projects/00000000-0000-4000-8000-000000000d01/00000000-0000-4000-8000-000000000e12",
                "/baselines/00000000-0000-4000-8000-000000000b01")) {
            var effect = page(200, path + "?lang=en").selectFirst("tr:has(th:containsOwn(" + OVER + "))");
            assertEquals("€52,460,000.00", cell(effect, "Now"), path);
            assertEquals("€2,460,000.00", cell(effect, "If approved"), path);
        }
        measuredBy("160000000.00");
        StandIn.OTHERWISE.put(AID, aid -> aid.replace("\"152460000.00\"", "\"140000000.00\""));
        assertFalse(page(200, "/baselines/00000000-0000-4000-8000-000000000b01?lang=en")
                .text()
                .contains(OVER));
    }

    @Test
    void whoever_decides_on_a_commitment_is_told_what_it_comes_to() {
        waiting();
        reserved("20.00");
        assertTrue(
                page(200, "/commitments/00000000-0000-4000-8000-000000000c01?lang=en")
                        .select(".ft-checks")
                        .text()
                        .contains(
                                "has €152,460,020.00 committed, €20.00 more than its baseline of €152,460,000.00. What is beyond the baseline covers nothing"));
        var lithuanian = page(200, "/commitments/00000000-0000-4000-8000-000000000c01?lang=lt")
                .select(".ft-checks")
                .text();
        assertTrue(
                lithuanian
                        .replace('\u00a0', ' ')
                        .contains("152 460 020,00 €, tai 20,00 € daugiau už bazinę sąmatą 152 460 000,00 €"),
                lithuanian);
        withoutBaseline();
        var without = page(200, "/commitments/00000000-0000-4000-8000-000000000c01?lang=en")
                .select(".ft-checks")
                .text();
        assertTrue(
                without.contains(
                        "The project has no baseline yet: of the €152,460,020.00 committed to it then nothing counts as covered"),
                without);
        StandIn.OTHERWISE.clear();
        waiting();
        var within = page(200, "/commitments/00000000-0000-4000-8000-000000000c01?lang=en")
                .select(".ft-checks")
                .text();
        assertTrue(within.contains("is committed to the project, within its baseline of €152,460,000.00"), within);
    }

    @Test
    void a_project_that_the_position_does_not_list_yet_has_no_baseline_either() {
        StandIn.OTHERWISE.put(COST, cost -> cost.replaceAll("(?s)\"projects\": \\[.*", "\"projects\": []}"));
        StandIn.OTHERWISE.put(AID, aid -> aid.replaceAll("(?s)\"projects\": \\[\\{.*?}]", "\"projects\": []"));
        var ask = page(200, "/commitments/new?allocation=00000000-0000-4000-8000-0000000000a1&lang=en");
        assertEquals(
                "BARRIER Barrier",
                ask.selectFirst("#project option[value=00000000-0000-4000-8000-000000000d01]")
                        .text(),
                "nothing is known of what it lacks");
        var check = read(
                200, send(ask, "/commitments/new/00000000-0000-4000-8000-0000000000a1/check", commitment("500.00")));
        assertTrue(
                check.select(".ft-note")
                        .text()
                        .contains("no baseline yet: of the €500.00 committed to it then nothing counts as covered"),
                check.text());
    }

    @Test
    void on_an_allocation_that_is_closed_it_is_said_since_when_nothing_is_recorded() {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/allocations/00000000-0000-4000-8000-0000000000a1",
                allocation -> allocation.replaceFirst("\"version\"", "\"closedOn\": \"2026-03-01\", \"version\""));
        for (var room : List.of("commitments", "receipts")) {
            var page = page(409, "/" + room + "/new?allocation=00000000-0000-4000-8000-0000000000a1&lang=en");
            assertTrue(page.text().contains("was closed on 1 March 2026: nothing more is recorded on it"), page.text());
        }
    }

    @Test
    void a_choice_of_projects_says_what_each_lacks_and_what_of_that_is_spoken_for() {
        measuredBy("162460000.00");
        assertEquals(
                "BARRIER Barrier: not covered €10,000,000.00",
                page(200, "/commitments/new?allocation=00000000-0000-4000-8000-0000000000a1&lang=en")
                        .selectFirst("#project option[value=00000000-0000-4000-8000-000000000d01]")
                        .text());
        reserved("10000000.00");
        assertEquals(
                "BARRIER Barrier: not covered €10,000,000.00, €10,000,000.00 reserved already",
                page(200, "/commitments/new?allocation=00000000-0000-4000-8000-0000000000a1&lang=en")
                        .selectFirst("#project option[value=00000000-0000-4000-8000-000000000d01]")
                        .text());
    }

    private static Map<String, String> commitment(String amount) {
        return Map.of(
                "project", "00000000-0000-4000-8000-000000000d01",
                "amount", amount,
                "legalCommitment.reference", "LC-2",
                "legalCommitment.date.day", "1",
                "legalCommitment.date.month", "9",
                "legalCommitment.date.year", "2021");
    }
}
