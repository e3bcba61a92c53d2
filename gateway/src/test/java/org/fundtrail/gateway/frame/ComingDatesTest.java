package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.fundtrail.common.Time;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Days that come stand on the overview of whom they matter to. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ComingDatesTest extends PageTest {
    private static final String ID = "00000000-0000-4000-8000-0000000000a1";

    private static final String DATES = "#worklist ul[aria-labelledby=dates-h]";

    private static final LocalDate TODAY = LocalDate.now(Time.VILNIUS);

    private static String date(String type, String reference, String what, int days) {
        return """
                {"type": "%s", "id": "%s", "reference": "%s", "parent": null, "what": "%s", "day": "%s"}""".formatted(type, ID, reference, what, TODAY.plusDays(days));
    }

    private static String dates(String service) {
        return "GET /api/" + service + "/v1/dates?from=" + TODAY;
    }

    private static void told(String service, String... dates) {
        StandIn.OTHERWISE.put(dates(service), any -> "[" + String.join(", ", dates) + "]");
    }

    private static void toldOfPast(String service, String... dates) {
        StandIn.OTHERWISE.put(
                "GET /api/" + service + "/v1/dates?until=" + TODAY.minusDays(1) + "&order=desc",
                any -> "[" + String.join(", ", dates) + "]");
    }

    private static List<String> words(Element list) {
        return list.select("li").eachText().stream()
                .map(text -> text.replaceAll(": .*,", ":"))
                .toList();
    }

    @Test
    void what_is_due_or_ends_soon_in_either_service_stands_on_the_worklist_and_after_it_what_was() {
        told("funding", date("allocation", "EMAS-2021-LT", "eligibility-ends", 0));
        toldOfPast(
                "infrastructure", date("contract", "CON-1", "due", -2), date("project", "BARRIER", "period-ends", -1));
        told("infrastructure", date("contract", "CON-2", "due", 1), date("contract", "CON-3", "due", 21));
        for (var user : List.of("officer", "engineer", "approver")) {
            signIn(user);
            var list = page(200, "/?lang=en").selectFirst(DATES);
            assertEquals(
                    List.of(
                            "EMAS-2021-LT Eligibility ends: today",
                            "CON-2 Work due: 1 day left",
                            "CON-3 Work due: 21 days left",
                            "Ended BARRIER Project period ends: 1 day ago",
                            "Overdue CON-1 Work due: 2 days ago"),
                    words(list));
            assertEquals(
                    List.of("/allocations/" + ID, "/contracts/" + ID, "/contracts/" + ID, "/projects/" + ID),
                    list.select("a").eachAttr("href").subList(0, 4));
        }
        assertEquals(
                List.of(
                        "EMAS-2021-LT Tinkamumo laikotarpio pabaiga: šiandien",
                        "CON-2 Darbų užbaigimo terminas: liko 1 diena",
                        "CON-3 Darbų užbaigimo terminas: liko 21 diena",
                        "Baigėsi BARRIER Projekto laikotarpio pabaiga: prieš 1 dieną",
                        "Terminas praėjo CON-1 Darbų užbaigimo terminas: prieš 2 dienas"),
                words(page(200, "/?lang=lt").selectFirst(DATES)));
    }

    @Test
    void an_accountant_is_told_until_when_an_invoice_is_to_be_paid() {
        signIn("accountant");
        told("infrastructure", date("invoice", "INV-1", "payment-due", 2));
        var list = page(200, "/?lang=en").selectFirst(DATES);
        assertEquals(List.of("INV-1 Payment due: 2 days left"), words(list));
        assertEquals("/invoices/" + ID, list.selectFirst("a").attr("href"));
    }

    @Test
    void no_more_than_ten_are_shown_and_the_page_says_that_more_follow() {
        told(
                "infrastructure",
                IntStream.range(0, 11)
                        .mapToObj(n -> date("contract", "CON-" + n, "due", n))
                        .toArray(String[]::new));
        var work = page(200, "/?lang=en").getElementById("worklist");
        assertEquals(10, work.select(DATES + " li").size());
        assertTrue(work.text().contains("Ten are shown, those that come first."));
    }

    @Test
    void however_much_has_passed_what_comes_is_shown() {
        toldOfPast(
                "infrastructure",
                IntStream.rangeClosed(1, 20)
                        .mapToObj(n -> date("contract", "CON-" + n, "due", -n))
                        .toArray(String[]::new));
        told("infrastructure", date("contract", "NEXT", "due", 29));
        var shown = words(page(200, "/?lang=en").selectFirst(DATES));
        assertEquals(10, shown.size());
        assertEquals(List.of("NEXT Work due: 29 days left", "Overdue CON-1 Work due: 1 day ago"), shown.subList(0, 2));
    }

    private static void toldFrom(String service, String from, String... dates) {
        StandIn.OTHERWISE.put(
                "GET /api/" + service + "/v1/dates?from=1990-01-01&until=" + from,
                any -> "[" + String.join(", ", dates) + "]");
    }

    private static String day(int n) {
        return ID.substring(0, 34) + "%02d".formatted(n);
    }

    @Test
    void on_request_days_that_passed_long_ago_are_read_page_by_page_of_both_services() {
        assertEquals(
                "/dates", page(200, "/").selectFirst("#worklist a[href=/dates]").attr("href"));
        var yesterday = TODAY.minusDays(1) + "&order=desc";
        toldFrom(
                "infrastructure",
                yesterday,
                IntStream.range(0, 50)
                        .mapToObj(
                                n -> date("contract", "CON-" + n, "due", -2 - n).replace(ID, day(n)))
                        .toArray(String[]::new));
        toldFrom("funding", yesterday, date("allocation", "EMAS-2021-LT", "eligibility-ends", -3));
        var first = page(200, "/dates?lang=en");
        var rows = first.select("main .ft-todo li").eachText();
        assertEquals(50, rows.size());
        assertTrue(rows.get(0).startsWith("Overdue CON-0 Work due:"), rows.get(0));
        assertEquals(
                1, rows.stream().filter(row -> row.contains("EMAS-2021-LT")).count());
        assertTrue(rows.get(49).contains("CON-48"), rows.get(49));

        var next = first.selectFirst("a[rel=next]").attr("href");
        assertEquals("?after=" + TODAY.minusDays(50) + "_" + day(48), next);
        toldFrom(
                "infrastructure",
                TODAY.minusDays(50) + "&order=desc&beyond=" + day(48),
                date("contract", "CON-49", "due", -51).replace(ID, day(49)));
        var second = page(200, "/dates" + next + "&lang=en");
        assertEquals(1, second.select("main .ft-todo li").size());
        assertTrue(second.text().contains("CON-49"), second.text());
        assertNull(second.selectFirst("a[rel=next]"));
        assertEquals("?", second.selectFirst("a[rel=first]").attr("href"));
    }

    @Test
    void without_a_service_its_days_are_said_to_be_missing_and_a_wrong_address_is_refused() {
        StandIn.infrastructureIsDown = true;
        var page = page(200, "/dates?lang=en");
        assertTrue(page.select(".govuk-warning-text").text().contains("infrastructure"), page.text());
        page(400, "/dates?after=yesterday");
        StandIn.infrastructureIsDown = false;
        signIn("admin");
        assertNull(page(200, "/").selectFirst("a[href=/dates]"), "to whom no day matters");
    }

    @Test
    void a_service_that_is_away_has_none_and_without_any_there_is_no_list() {
        signIn("engineer");
        assertNull(page(200, "/?lang=en").getElementById("dates-h"));
        told("funding", date("allocation", "EMAS-2021-LT", "eligibility-ends", 3));
        StandIn.OTHERWISE.put(
                dates("infrastructure"), any -> "{\"status\": 503, \"code\": \"unavailable\", \"detail\": \"Away.\"}");
        assertEquals(
                List.of("EMAS-2021-LT Eligibility ends: 3 days left"),
                words(page(200, "/?lang=en").selectFirst(DATES)));
    }
}
