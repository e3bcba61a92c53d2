package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The budget of a project on its pages: lines, what moves and changes them, what was paid without a contract, what is expected. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BudgetPagesTest extends PageTest {
    private static final String API = "/api/infrastructure/v1";
    private static final String ID = "00000000-0000-4000-8000-000000000d01";
    private static final String PROJECT = "/projects/" + ID;
    private static final String WORKS = "00000000-0000-4000-8000-000000000c41";
    private static final String STAFF = "00000000-0000-4000-8000-000000000c42";
    private static final String TRANSFER = "/budget-transfers/00000000-0000-4000-8000-000000000b41";
    private static final String CHANGE = "/budget-changes/00000000-0000-4000-8000-000000000b42";
    private static final String COST = "/direct-costs/00000000-0000-4000-8000-000000000b43";
    private static final String BY = """
            "institution": "LT-VRM", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"},
            "recordedAt": "2026-11-23T16:20:00Z", "version": 3\s""";

    private static String eur(String amount) {
        return "{\"amount\": \"" + amount + "\", \"currency\": \"EUR\"}";
    }

    private static String line(String id, String name, String current, String pending) {
        return """
                {"id": "%s", "name": "%s", "project": {"type": "project", "id": "%s", "reference": "BARRIER"}, "category": "STAFF", "eligible": %s,
                 "notEligible": %s, "euShare": "0.75", "originalBudget": %s, "transfers": %s, "budgetChanges": %s, "currentBudget": %s,
                 "pendingBudgetChanges": %s, "actions": ["record-forecast"], %s}""".formatted(
                        id,
                        name,
                        ID,
                        eur("3.00"),
                        eur("0.00"),
                        eur("3.00"),
                        eur("-1.00"),
                        eur("0.00"),
                        eur(current),
                        eur(pending),
                        BY);
    }

    private static String ref(String id, String name) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + name + "\"}";
    }

    /** What waits for a decision, with what is its own. */
    private static String waiting(String address, String own, String actions) {
        return """
                {"id": "%s", "project": {"type": "project", "id": "%s", "reference": "BARRIER"}, %s, "status": "PROPOSED",
                 "decidedBy": null, "decidedAt": null, "decisionReason": null, "ownRecord": false, "actions": [%s], "steps": [], %s}""".formatted(address.substring(address.lastIndexOf('/') + 1), ID, own, actions, BY);
    }

    private static String transfer(String amount) {
        return waiting(
                TRANSFER,
                "\"from\": %s, \"to\": %s, \"amount\": %s, \"reason\": \"Soft ground\", \"on\": \"2026-11-23\""
                        .formatted(ref(STAFF, "Staff"), ref(WORKS, "Works"), eur(amount)),
                "\"decide\"");
    }

    private static String change() {
        return waiting(
                CHANGE,
                "\"costLine\": %s, \"amount\": %s, \"decision\": {\"reference\": \"No. 667\", \"date\": \"2026-11-24\"}, \"reason\": \"Less\", \"on\": \"2026-11-23\""
                        .formatted(ref(WORKS, "Works"), eur("-0.50")),
                "\"decide\"");
    }

    private static String cost() {
        return waiting(
                COST,
                "\"costLine\": %s, \"description\": \"Salaries\", \"amount\": %s, \"paper\": null, \"on\": \"2026-11-23\""
                        .formatted(ref(STAFF, "Staff"), eur("4.00")),
                "\"decide\"");
    }

    private static void answering(String path, String... items) {
        StandIn.OTHERWISE.put(
                "GET " + API + path,
                none -> "{\"items\": [" + String.join(", ", items) + "], \"next\": null, \"count\": " + items.length
                        + "}");
    }

    private static void reading(String path, String record) {
        StandIn.OTHERWISE.put("GET " + API + path, none -> record);
    }

    @BeforeEach
    void a_project_with_two_lines() {
        signIn("engineer");
        StandIn.OTHERWISE.put(
                "GET " + API + PROJECT, project -> project.replace("\"record-contract\"", "\"record-cost-line\""));
        answering(
                PROJECT + "/cost-lines", line(WORKS, "Works", "32.50", "1.00"), line(STAFF, "Staff", "2.00", "-0.25"));
        answering(PROJECT + "/budget-transfers", transfer("1.50"));
        answering(PROJECT + "/budget-changes", change());
        answering(PROJECT + "/direct-costs", cost());
        reading("/cost-lines/" + WORKS, line(WORKS, "Works", "32.50", "1.00"));
        reading(TRANSFER, transfer("1.50"));
        reading(CHANGE, change());
        reading(COST, cost());
    }

    private static String text(Document page, String css) {
        return page.select(css).text().replace('\u00a0', ' ').replace('\u2212', '-');
    }

    @Test
    void the_page_of_a_project_shows_its_lines_with_what_they_come_to() {
        var page = page(200, PROJECT + "?lang=en");
        assertEquals("Works Staff €32.50 €1.00", text(page, "#budget tbody tr:first-child"));
        assertEquals("Total €34.50 €0.75", text(page, "#budget tfoot tr"));
        assertEquals("/cost-lines/" + WORKS, page.select("#budget tbody a").attr("href"));
        assertNotNull(page.selectFirst("#budget a[href=/cost-lines/new?project=" + ID + "]"));
        assertNotNull(page.selectFirst("#budget a[href=" + PROJECT + "/budget]"));
        signIn("approver");
        StandIn.OTHERWISE.remove("GET " + API + PROJECT);
        assertNull(page(200, PROJECT).selectFirst("#budget a[href^=/cost-lines/new]"), "who may not is not asked");
    }

    @Test
    void the_budget_shows_what_moved_and_changed_it_and_what_was_paid_without_a_contract() {
        var page = page(200, PROJECT + "/budget?lang=en");
        assertTrue(text(page, "tfoot").startsWith("Total €6.00 "), text(page, "tfoot"));
        assertTrue(text(page, "#transfers tbody").contains("Staff Works €1.50"), text(page, "#transfers"));
        assertTrue(text(page, "#changes tbody").contains("Works No. 667 -€0.50"), text(page, "#changes"));
        assertTrue(text(page, "#costs tbody").contains("Salaries Staff €4.00"), text(page, "#costs"));
        var lithuanian = page(200, PROJECT + "/budget?lang=lt");
        assertTrue(text(lithuanian, "#transfers h2").contains("Biudžeto perkėlimai"), lithuanian.text());
        assertEquals(
                List.of(
                        "/cost-lines/new?project=" + ID,
                        "/budget-transfers/new?project=" + ID,
                        "/budget-changes/new?project=" + ID,
                        "/direct-costs/new?project=" + ID),
                lithuanian.select("a[role=button]").eachAttr("href"));
    }

    @Test
    void a_direct_cost_that_is_to_be_reversed_says_what_is_undone() {
        reading(COST, cost().replaceFirst("\"status\": *\"[A-Z]+\"", "\"status\": \"REVERSAL_PROPOSED\""));
        assertTrue(page(200, COST + "?lang=en").getElementById("undo-h") != null);
    }

    @Test
    void a_project_without_lines_says_so_and_offers_no_transfer() {
        answering(PROJECT + "/cost-lines");
        assertTrue(text(page(200, PROJECT + "?lang=en"), "#budget").contains("No cost line is recorded."));
        assertEquals(
                List.of("/cost-lines/new?project=" + ID),
                page(200, PROJECT + "/budget").select("a[role=button]").eachAttr("href"));
    }

    @Test
    void a_transfer_is_proposed_between_lines_that_say_what_they_have() {
        var base = "/budget-transfers/new/" + ID;
        var ask = page(200, "/budget-transfers/new?project=" + ID + "&lang=en");
        assertEquals(
                List.of("Choose", "Works, €32.50", "Staff, €2.00"),
                ask.select("#from option").eachText());
        var missing = read(400, send(ask, base + "/check", Map.of()));
        assertTrue(missing.getElementById("from-error").text().contains("the cost line that gives"), missing.text());
        assertTrue(missing.getElementById("to-error").text().contains("the cost line that gets it"), missing.text());
        var check = read(
                200,
                send(
                        ask,
                        base + "/check",
                        Map.of("from", STAFF, "to", WORKS, "amount", "1.50", "reason", "Soft ground")));
        assertTrue(text(check, "dl").contains("From cost line Staff, €2.00"), text(check, "dl"));
        StandIn.OTHERWISE.put("POST " + API + PROJECT + "/budget-transfers", none -> transfer("1.50"));
        var done = send(check, base + "/record", Map.of());
        assertEquals(303, done.statusCode());
        assertTrue(done.header("Location").endsWith(TRANSFER), done.header("Location"));
        var sent = StandIn.SENT.get(0).body();
        assertTrue(sent.contains("\"from\":\"" + STAFF + "\"") && sent.contains("\"to\":\"" + WORKS + "\""), sent);
        assertTrue(sent.contains("\"amount\":\"1.50\"") && sent.contains("\"on\":null"), sent);
    }

    @Test
    void more_than_the_line_has_is_refused_at_the_amount_with_what_it_has() {
        var base = "/budget-transfers/new/" + ID;
        var check = read(
                200,
                send(
                        page(200, "/budget-transfers/new?project=" + ID + "&lang=en"),
                        base + "/check",
                        Map.of("from", STAFF, "to", WORKS, "amount", "3.00", "reason", "Soft ground")));
        StandIn.OTHERWISE.put("POST " + API + PROJECT + "/budget-transfers", none -> """
                {"status": 409, "code": "exceeds-budget", "detail": "Too much.", "field": "amount", "errors": [{"field": "amount",
                 "code": "exceeds-budget", "detail": "Too much.", "params": {"field": "amount", "costLine": "Staff", "available": "EUR 2.00",
                 "day": "2026-11-23", "amount": "EUR 3.00"}}]}""");
        var refused = read(409, send(check, base + "/record", Map.of()));
        assertTrue(text(refused, "#amount-error").contains("Only €2.00 is budgeted for Staff"), text(refused, "main"));
        assertEquals("3.00", refused.getElementById("amount").val(), "what was typed stays");
    }

    @Test
    void a_change_may_take_from_a_budget_but_not_nothing() {
        var base = "/budget-changes/new/" + ID;
        var ask = page(200, "/budget-changes/new?project=" + ID + "&lang=en");
        var answers = Map.of(
                "costLine",
                WORKS,
                "amount",
                "0",
                "decision.reference",
                "No. 667",
                "decision.date.day",
                "24",
                "decision.date.month",
                "11",
                "decision.date.year",
                "2026",
                "reason",
                "Less is built");
        var nothing = read(400, send(ask, base + "/check", answers));
        assertNotNull(nothing.getElementById("amount-error"));
        var taking = new java.util.HashMap<>(answers);
        taking.put("amount", "-0.50");
        var check = read(200, send(ask, base + "/check", taking));
        StandIn.OTHERWISE.put("POST " + API + PROJECT + "/budget-changes", none -> change());
        assertEquals(303, send(check, base + "/record", Map.of()).statusCode());
        assertTrue(
                StandIn.SENT.get(0).body().contains("\"amount\":\"-0.50\""),
                StandIn.SENT.get(0).body());
    }

    @Test
    void whoever_decides_on_a_transfer_sees_what_the_lines_have_then() {
        signIn("approver");
        var page = page(200, TRANSFER + "?lang=en");
        var checks = text(page, ".ft-checks");
        assertTrue(checks.contains("Staff: the budget is €2.00 now and €0.50 after this."), checks);
        assertTrue(checks.contains("Works: the budget is €32.50 now and €34.00 after this."), checks);
        reading(TRANSFER, transfer("2.50"));
        assertTrue(text(page(200, TRANSFER + "?lang=en"), ".ft-checks")
                .contains("only €2.00 now, so this would be refused"));
        StandIn.OTHERWISE.put("POST " + API + TRANSFER + "/decision", none -> transfer("1.50"));
        assertEquals(
                303,
                send(page, TRANSFER + "/decision", Map.of("outcome", "APPROVED"))
                        .statusCode());
        var sent = StandIn.SENT.get(0);
        assertEquals("\"3\"", sent.version());
        assertTrue(sent.body().contains("APPROVED"), sent.body());
    }

    @Test
    void a_change_that_counts_before_its_decision_and_a_cost_without_paper_need_judgement() {
        signIn("approver");
        var change = page(200, CHANGE + "?lang=en");
        assertTrue(text(change, ".ft-checks").contains("before the decision of"), text(change, ".ft-checks"));
        assertTrue(text(change, "main").contains("-€0.50"), text(change, "main"));
        var cost = page(200, COST + "?lang=en");
        assertTrue(text(cost, ".ft-checks").contains("No paper is named that shows it."), text(cost, ".ft-checks"));
        assertTrue(text(cost, "dl").contains("Paper No paper is named"), text(cost, "dl"));
        assertTrue(text(cost, ".ft-checks").contains("No other direct cost on Staff"), text(cost, ".ft-checks"));
        assertEquals(PROJECT + "/budget", cost.select(".govuk-back-link").attr("href"));
    }

    @Test
    void a_forecast_of_nothing_is_recorded_on_its_line_whose_page_says_so() {
        var base = "/cost-lines/" + WORKS + "/forecasts/new";
        var ask = page(200, base + "?lang=en");
        var check = read(
                200,
                send(ask, base + "/check", Map.of("toContract", "0", "method", "Closed", "reason", "All is bought")));
        StandIn.OTHERWISE.put("POST " + API + "/cost-lines/" + WORKS + "/forecasts", none -> "{}");
        var done = send(check, base + "/record", Map.of());
        assertEquals(303, done.statusCode());
        assertTrue(done.header("Location").endsWith("/cost-lines/" + WORKS), done.header("Location"));
        assertTrue(
                StandIn.SENT.get(0).body().contains("\"0.00\""),
                StandIn.SENT.get(0).body());
        answering(
                "/cost-lines/" + WORKS + "/forecasts",
                """
                {"id": "00000000-0000-4000-8000-000000000f41", "costLine": %s, "toContract": %s, "method": "Quotations", "reason": "Spring",
                 "on": "2026-11-20", "actions": [], %s}""".formatted(ref(WORKS, "Works"), eur("4.00"), BY),
                """
                {"id": "00000000-0000-4000-8000-000000000f42", "costLine": %s, "toContract": %s, "method": "Closed", "reason": "All is bought",
                 "on": "2026-11-23", "actions": [], %s}""".formatted(ref(WORKS, "Works"), eur("0.00"), BY));
        var page = page(200, "/cost-lines/" + WORKS + "?lang=en");
        assertTrue(
                text(page, "#forecasts tbody tr:first-child").contains("€0.00 Closed"), "the one that holds is first");
        assertTrue(text(page, ".ft-amount").contains("€32.50"), page.text());
        signIn("approver");
        page(403, base);
    }

    @Test
    void a_line_of_nothing_is_recorded_and_its_budget_is_said_before() {
        var base = "/cost-lines/new/" + ID;
        var ask = page(200, "/cost-lines/new?project=" + ID + "&lang=en");
        var answers = Map.of(
                "name", "Reserve", "category", "CONTINGENCY", "eligible", "0", "notEligible", "0.40", "euShare", "75");
        var check = read(200, send(ask, base + "/check", answers));
        assertTrue(text(check, "dl").contains("Original budget €0.40"), text(check, "dl"));
        StandIn.OTHERWISE.put("POST " + API + PROJECT + "/cost-lines", none -> line(STAFF, "Reserve", "0.40", "0.00"));
        assertTrue(send(check, base + "/record", Map.of()).header("Location").endsWith("/cost-lines/" + STAFF));
        assertTrue(
                StandIn.SENT.get(0).body().contains("\"euShare\":\"0.75\""),
                StandIn.SENT.get(0).body());
        assertFalse(read(400, send(ask, base + "/check", Map.of("eligible", "-1")))
                .select("#eligible-error")
                .isEmpty());
    }
}
