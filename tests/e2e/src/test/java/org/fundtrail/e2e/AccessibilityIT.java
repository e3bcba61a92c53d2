package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows every link a user has, and looks at every kind of page once: no dead link, no violation, nothing wider than the window. */
@ResourceLock(House.SHARED)
class AccessibilityIT {
    /** More kinds of pages than there are: who finds so many goes round in circles. */
    private static final int MOST_PAGES = 300;

    /** The kinds of pages that were looked at, how wide, and where everybody looks in which language. */
    private static final Set<String> LOOKED_AT = new HashSet<>();

    private static final long TODAY = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    private static final boolean EVERYBODY = "all".equals(System.getenv("FUNDTRAIL_CRAWL"));

    private static Browser browser;
    private static House house;

    @BeforeAll
    static void open() {
        browser = Browser.start();
        house = House.shared();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /**
     * Those who see most every time, in the one language and in the other, and each day another of those who see a button more; with
     * FUNDTRAIL_CRAWL=all everybody.
     */
    static List<Arguments> readers() {
        var isTurned = TODAY / 2 % 2 == 0; // beside the width, so that all four come in four days
        var always =
                List.of(arguments("officer", isTurned ? "lt" : "en"), arguments("auditor", isTurned ? "en" : "lt"));
        var inTurns = List.of(
                arguments("approver", "lt"),
                arguments("engineer", "en"),
                arguments("accountant", "en"),
                arguments("admin", "lt"));
        return Stream.concat(
                        always.stream(),
                        EVERYBODY ? inTurns.stream() : Stream.of(inTurns.get((int) (TODAY % inTurns.size()))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void every_page_is_accessible_at_both_widths_with_all_details_open(String user, String language) {
        var page = browser.signedIn(house, user, 1440);
        var problems = new ArrayList<String>();
        var seen = new LinkedHashMap<String, String>();
        var waiting = new ArrayDeque<String>(List.of("/?lang=" + language, "/search?q=barrier"));
        while (!waiting.isEmpty() && seen.size() < MOST_PAGES) {
            var path = waiting.poll();
            if (seen.putIfAbsent(kind(path), path) != null) {
                continue;
            }
            var answer = page.navigate(house.url(path));
            if (answer.status() != 200) {
                problems.add(path + " answers " + answer.status());
                continue;
            }
            if (!String.valueOf(answer.headerValue("content-type")).startsWith("text/html")) {
                continue;
            }
            assertEquals(language, page.locator("html").getAttribute("lang"), path);
            waiting.addAll(links(page));
            for (int width : new int[] {1440, 390}) {
                page.setViewportSize(width, 900);
                var where = user + " " + language + " " + width + " " + path;
                // What others saw already, or will see in the next days, is only measured: a role adds a button here
                // and
                // there, and a language has other words for the same.
                var isItsTurn = EVERYBODY || width == widthOfToday();
                problems.addAll(
                        isItsTurn && LOOKED_AT.add((EVERYBODY ? language : "") + width + kind(path))
                                ? look(page, where)
                                : fits(page, where));
                if (EVERYBODY) { // for people to look at
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(
                                    "target",
                                    "screenshots",
                                    user + "-" + language,
                                    name(path) + "-" + width + ".png")));
                }
            }
        }
        page.context().close();
        assertTrue(seen.size() > 3, "Found only " + seen.values());
        waiting.removeIf(path -> seen.containsKey(kind(path)));
        assertEquals(List.of(), List.copyOf(waiting), "pages that were not looked at");
        assertEquals(List.of(), problems);
    }

    @Test
    void the_sign_in_page_is_accessible_before_and_after_a_wrong_password() {
        var problems = new ArrayList<String>();
        for (int width : new int[] {1440, 390}) {
            var window = browser.window(width);
            var page = window.newPage();
            page.navigate(house.url("/sign-in"));
            problems.addAll(look(page, "sign-in " + width));
            page.locator("input[name=j_username]").fill("nobody");
            page.locator("input[name=j_password]").fill("wrong");
            page.locator("form[action='/j_security_check'] button").click();
            problems.addAll(look(page, "sign-in failed " + width));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "sign-in-" + width + ".png")));
            window.close();
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void the_page_of_the_api_is_accessible_and_leads_back() {
        var width = widthOfToday();
        var window = browser.window(width);
        var page = window.newPage();
        page.navigate(house.url("/docs"));
        page.locator(".opblock").first().waitFor();
        var problems = new ArrayList<>(fits(page, "/docs " + width));
        for (var operation : List.of(".opblock-get", ".opblock-post", ".opblock-put")) {
            page.locator(operation + " .opblock-summary-control").first().click();
            page.locator(operation + " .responses-table").first().waitFor();
        }
        // All that are closed are made alike: of each section one is enough, and hundreds more take half a minute.
        page.evaluate(
                "document.querySelectorAll('.operation-tag-content > span:not(:first-child) > .opblock:not(.is-open)')"
                        + ".forEach(alike => alike.remove())");
        problems.addAll(look(page, "/docs opened " + width));
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "docs-" + width + ".png")));
        assertEquals(List.of(), problems);

        page.locator("header a").click();
        page.waitForURL(house.url("/sign-in"));
        window.close();
    }

    @Test
    void what_is_wrong_with_a_page_is_found() {
        var window = browser.window(390);
        var page = window.newPage();
        page.setContent("<!doctype html><html lang=en><title>Wide</title><main><h1>Wide</h1>"
                + "<p style='width: 500px'>Wide</p><img src=x></main></html>");
        assertEquals(List.of("it: the page is 118 px wider than the window", "it: image-alt [img]"), look(page, "it"));
        window.close();
    }

    private static int widthOfToday() {
        return TODAY % 2 == 0 ? 1440 : 390;
    }

    private static List<String> look(Page page, String where) {
        var problems = fits(page, where);
        // What is in order is neither said nor carried here, which is most of the time it takes; there are no frames.
        var only = new AxeRunOptions();
        only.setResultTypes(List.of("violations"));
        var found = new AxeBuilder(page).setLegacyMode(true).options(only).analyze();
        for (var violation : found.getViolations()) {
            problems.add(where + ": " + violation.getId() + " "
                    + violation.getNodes().get(0).getTarget());
        }
        return problems;
    }

    private static List<String> fits(Page page, String where) {
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        var problems = new ArrayList<String>();
        var over = ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
        if (over > 0) {
            problems.add(where + ": the page is " + over + " px wider than the window");
        }
        return problems;
    }

    private static List<String> links(Page page) {
        @SuppressWarnings("unchecked")
        var hrefs = (List<String>)
                page.evaluate(
                        "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')).filter(h => h.startsWith('/'))");
        return hrefs.stream()
                .map(href -> href.replaceFirst("#.*", ""))
                .filter(href -> !href.startsWith("/docs")
                        && !href.startsWith("/openapi")
                        && !href.matches(".*\\.(csv|xlsx|pdf|zip).*|/audit/entries/.*/proof"))
                .filter(href -> !href.contains("lang="))
                .toList();
    }

    /** The same page about another record, or with another filter, is of the same kind. */
    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceFirst("\\?.*", "")
                .replaceAll("/\\d+", "/n");
    }

    private static String name(String path) {
        var name = kind(path).replace('/', '_');
        return name.length() < 2 ? "overview" : name.substring(1);
    }
}
