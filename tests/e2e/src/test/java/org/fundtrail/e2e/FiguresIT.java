package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every figure of the overview is a link to what it is made of, whose total there is the same to the cent. */
@ResourceLock(House.SHARED)
class FiguresIT {
    private static final Pattern MONEY = Pattern.compile("€[\\d,]+\\.\\d\\d");

    private static final String OVER = "Committed beyond the baselines";

    /** Cells of records under these headings that hold money, but no link. Sums of the rows above them stand in the foot of a table. */
    private static final String UNLINKED = """
            () => [...document.querySelectorAll('main table')].flatMap(table => {
                const heads = [...table.querySelectorAll('thead th')].map(head => head.textContent.trim());
                return [...table.querySelectorAll('tbody tr')]
                    .filter(row => row.querySelector('a[href^="/projects/"], a[href^="/works-programmes/"], a[href^="/allocations/"]'))
                    .flatMap(row => [...row.children].filter((cell, n) =>
                        ['Contracted', 'Committed', 'Claimed', 'Reimbursed', 'Received'].includes(heads[n]) && /[1-9]/.test(cell.textContent)
                            && !cell.querySelector('a')))
                    .map(cell => cell.closest('tr').textContent.trim())
            })""";

    private static Browser browser;
    private static House house;

    @BeforeAll
    static void open() {
        browser = Browser.start();
        house = House.shared();
        overCommit();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** The column of the totals in which a figure stands. */
    private static final Map<String, String> COLUMNS = Map.of(
            "Estimated",
            "Baseline",
            "Not covered",
            "Not covered",
            OVER,
            OVER,
            "Paid",
            "Paid",
            "Estimate at completion",
            "Estimate at completion",
            "Not covered at completion",
            "Not covered at completion");

    /** A project that has EUR 900.25 committed beyond its baseline, from this year on only. */
    private static void overCommit() {
        var name = "E2E-" + UUID.randomUUID().toString().substring(0, 8);
        var infrastructure = "/api/infrastructure/v1/";
        var project = id(house.post(
                "engineer",
                infrastructure + "projects",
                Map.of(
                        "reference",
                        name,
                        "title",
                        Map.of("en", "Drones", "lt", "Dronai"),
                        "kind",
                        "EQUIPMENT",
                        "beneficiary",
                        "State Border Guard Service",
                        "period",
                        Map.of("from", "2026-01-01", "to", "2026-12-31"))));
        var estimate = id(house.post(
                "engineer",
                infrastructure + "projects/{id}/estimates",
                Map.of(
                        "name",
                        "Offer",
                        "amount",
                        House.eur("100.00"),
                        "basis",
                        "GROSS",
                        "date",
                        "2026-01-05",
                        "source",
                        Map.of("title", "Offer")),
                project));
        var baseline = id(house.post(
                "engineer",
                infrastructure + "projects/{id}/baseline",
                Map.of("estimate", estimate, "reason", "The only one"),
                project));
        approve(infrastructure + "baselines/" + baseline);
        var allocation = house.get("officer", "/api/funding/v1/allocations?q=EU-BORDER-2022")
                .extract()
                .<String>path("items[0].id");
        var commitment = id(house.post(
                "officer",
                "/api/funding/v1/allocations/{id}/commitments",
                Map.of(
                        "project", name,
                        "amount", House.eur("1000.25"),
                        "legalCommitment", Map.of("reference", name, "date", "2026-02-02")),
                allocation));
        approve("/api/funding/v1/commitments/" + commitment);
    }

    private static String id(ValidatableResponse recorded) {
        return recorded.statusCode(201).extract().path("id");
    }

    private static void approve(String record) {
        house.post("approver", record + "/decision", Map.of("outcome", "APPROVED"))
                .statusCode(200);
    }

    private record Figure(String name, String amount, String href) {}

    private static String money(String text) {
        Matcher found = MONEY.matcher(text);
        assertTrue(found.find(), text);
        return found.group();
    }

    @Test
    void each_figure_of_today_and_of_a_past_day_leads_to_a_total_that_is_the_same() {
        var page = browser.signedIn(house, "auditor", 1440);
        for (var day :
                List.of("2021-12-31", LocalDate.now(ZoneId.of("Europe/Vilnius")).toString())) {
            page.navigate(house.url("/?lang=en&asOf=" + day));
            var figures = new ArrayList<Figure>();
            for (var figure : page.locator(".ft-kpi").all()) {
                figures.add(new Figure(
                        figure.locator("dt").innerText(),
                        money(figure.locator(".ft-kpi__n:not(.ft-noprint)").innerText()),
                        figure.locator("a").first().getAttribute("href")));
            }
            assertEquals(day.equals("2021-12-31") ? 11 : 12, figures.size(), figures.toString());
            figures.forEach(figure -> follow(page, figure, day));
        }
        page.context().close();
    }

    /** A table says the same figure more than once: each place of it leads to the same. */
    @Test
    void each_figure_of_a_project_a_works_programme_and_an_unused_allocation_leads_to_its_total() {
        var page = browser.signedIn(house, "auditor", 1440);
        for (var day :
                List.of("2021-12-31", LocalDate.now(ZoneId.of("Europe/Vilnius")).toString())) {
            page.navigate(house.url("/?lang=en&asOf=" + day));
            var amounts = new LinkedHashMap<String, String>();
            for (var link : page.locator("main table a[href*='asOf=" + day + "']:not([href*=recorded])")
                    .all()) {
                var before = amounts.put(link.getAttribute("href"), link.textContent());
                assertTrue(before == null || before.equals(link.textContent()), link.getAttribute("href"));
            }
            assertEquals(List.of(), page.evaluate(UNLINKED), "figures of a record that lead nowhere on " + day);
            for (var list : List.of("/contracts?project=", "/commitments?project=", "/contracts?worksProgramme=")) {
                assertTrue(amounts.keySet().stream().anyMatch(href -> href.startsWith(list)), list + " on " + day);
            }
            amounts.forEach((href, amount) -> leads(page, href, amount));
        }
        page.context().close();
    }

    @Test
    void each_figure_of_a_project_and_an_allocation_leads_to_its_total() {
        var page = browser.signedIn(house, "auditor", 1440);
        var funding = "/api/funding/v1/allocations?status=APPROVED&limit=4&sort=recordedAt";
        var records =
                new ArrayList<String>(); // of the demonstration: what others record meanwhile may have no figures yet
        house.get("auditor", funding)
                .extract()
                .<List<String>>path("items.id")
                .forEach(id -> records.add("/allocations/" + id));
        house.get("auditor", "/api/infrastructure/v1/projects?limit=4&sort=recordedAt")
                .extract()
                .<List<String>>path("items.id")
                .forEach(id -> records.add("/projects/" + id));
        for (var record : records) {
            page.navigate(house.url(record + "?lang=en"));
            var amounts = new LinkedHashMap<String, String>();
            for (var link : page.locator("main a[href*='asOf=']").all()) {
                amounts.put(link.getAttribute("href"), link.textContent());
            }
            assertFalse(amounts.isEmpty(), record);
            amounts.forEach((href, amount) -> leads(page, href, amount));
        }
        page.context().close();
    }

    /** There are many of them: each list is read as its reader's browser reads it, and not drawn. */
    private static void leads(Page page, String href, String amount) {
        var list = page.request().get(house.url(href)).text();
        int total = list.indexOf("id=\"total\"");
        assertTrue(total > 0, href);
        assertEquals(money(amount), money(list.substring(total)), href);
        assertTrue(list.substring(list.indexOf("<footer")).contains("read from the books"), href);
    }

    private static void follow(Page page, Figure figure, String day) {
        assertTrue(figure.href.contains("asOf=" + day), figure.toString());
        page.navigate(house.url(figure.href));
        if (figure.href.endsWith("#completion")) {
            var heads = page.locator("#completion thead th").allInnerTexts();
            var totals =
                    page.locator("#completion tfoot tr").last().locator("> *").allInnerTexts();
            assertEquals(figure.amount, totals.get(heads.indexOf(COLUMNS.get(figure.name))), figure.toString());
        } else if (figure.href.contains("#")) {
            assertTrue(page.locator("#coverage-total").isVisible(), figure + ": a link opens what is folded");
            assertEquals(figure.amount, total(page, COLUMNS.get(figure.name)), figure.toString());
        } else {
            assertEquals(figure.amount, money(page.locator("#total").innerText()), figure.toString());
            assertTrue(page.locator(".ft-past").isVisible(), figure.toString());
        }
    }

    /** The total under this heading. */
    private static String total(Page page, String column) {
        int at = page.locator("#coverage table thead th").allInnerTexts().indexOf(column);
        assertTrue(at > 0, column + " is no column");
        return page.locator("#coverage-total > *").nth(at).innerText();
    }
}
