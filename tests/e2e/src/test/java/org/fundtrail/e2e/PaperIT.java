package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on paper, and their figures where there is little room. */
@ResourceLock(House.SHARED)
class PaperIT {
    private static final float MARGIN = 20; // points; the style sheet leaves more

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

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void a_figure_fits_its_card_on_a_phone_however_large_it_is(int width) {
        var page = browser.signedIn(house, "engineer", width);
        var problems = new ArrayList<String>();
        for (var path : List.of(
                "/?lang=en",
                "/allocations",
                record(page, "/allocations"),
                record(page, "/projects"),
                record(page, "/works-programmes"),
                record(page, "/commitments"),
                record(page, "/contracts"),
                record(page, "/receipts"),
                effect(page))) {
            page.navigate(house.url(path));
            problems.addAll(cut(page, path, ".ft-kpi, .ft-kpi dd, .ft-amount, .ft-table-wrap"));
            page.evaluate(
                    "document.querySelectorAll('.ft-kpi__v a, .ft-amount').forEach(figure => {"
                            + " figure.textContent = figure.textContent.includes('million') ? '€312,978.1 million' : '€312,978,152,460.00' })");
            problems.addAll(cut(page, path + " with large figures", ".ft-kpi, .ft-kpi dd, .ft-amount"));
        }
        page.context().close();
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "lt"})
    void no_column_of_a_record_is_behind_the_edge_of_a_desk_screen(String language) {
        var page = browser.signedIn(house, "auditor", 1440);
        var problems = new ArrayList<String>();
        for (var list : List.of("/allocations", "/projects")) {
            var path = record(page, list) + "?lang=" + language;
            page.navigate(house.url(path));
            problems.addAll(cut(page, path, ".ft-table-wrap"));
            page.evaluate(
                    "document.querySelectorAll('.ft-log .govuk-table:not(.ft-diff) td:not(.num)').forEach(account => {"
                            + " account.textContent = 'GRANTED/01a20c1a-8df5-7001-9ca8-fa5d971714b0/01a20c1a-8df5-7001-9ca8-fa5d971714b0' })");
            problems.addAll(cut(page, path + " with long accounts", ".ft-log .ft-table-wrap"));
        }
        page.context().close();
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @CsvSource({
        "en, DEMONSTRATION, Read on, 'Read by Vytautas Žukauskas, Auditor', Total",
        "lt, DEMONSTRACIJA, Skaityta, 'Skaitė Vytautas Žukauskas, Auditorius', Iš viso"
    })
    void a_printed_position_says_what_it_is_of_which_day_who_read_it_and_when(
            String language, String demonstration, String when, String who, String total) throws IOException {
        var page = browser.signedIn(house, "auditor", 1440);
        for (var asOf : List.of("", "&asOf=2021-12-31")) {
            var path = "/?lang=" + language + asOf;
            page.navigate(house.url(path));
            var day = (String) page.evaluate("document.querySelector('.ft-asof').firstChild.textContent.trim()");
            var totals = page.locator("tfoot th").allTextContents().stream()
                    .filter(total::equals)
                    .count();
            try (var paper = print(page, path, "overview-" + language + asOf)) {
                for (int sheet = 1; sheet <= paper.getNumberOfPages(); sheet++) {
                    assertTrue(text(paper, sheet).contains(demonstration), "sheet " + sheet);
                }
                var text = text(paper);
                for (var part : List.of(day, when, who)) {
                    assertTrue(squeezed(text).contains(squeezed(part)), part + " is not in\n" + text);
                }
                assertEquals(
                        totals, text.split("\n" + total + " ", -1).length - 1, "each total is printed once:\n" + text);
                assertWhole(paper, text);
            }
        }
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "/allocations?status=APPROVED, /allocations, .ft-kpi__v",
        "/projects?q=LT-BY-BARRIER, /projects, .ft-amount",
        "/works-programmes, /works-programmes, .ft-amount",
        "/allocations, '', 'td.num, tfoot .num'"
    })
    void a_printed_record_or_list_is_whole(String list, String room, String parts) throws IOException {
        var page = browser.signedIn(house, "auditor", 1440);
        var path = room.isEmpty() ? list + "?lang=en" : record(page, list, room);
        page.navigate(house.url(path));
        var figures = page.locator(parts).allInnerTexts();
        assertFalse(figures.isEmpty(), path);
        try (var paper = print(page, path, "printed" + list.replaceFirst("\\?.*", "") + room)) {
            var text = text(paper);
            figures.forEach(figure -> assertTrue(text.contains(figure.strip().replace('\u00a0', ' ')), figure));
            assertTrue(text.contains("DEMONSTRATION"));
            assertWhole(paper, text);
        }
        page.context().close();
    }

    @Test
    void the_printed_audit_trail_holds_five_entries_and_more_on_a_sheet() throws IOException {
        var page = browser.signedIn(house, "auditor", 1440);
        page.navigate(house.url("/audit"));
        int entries = page.locator(".ft-log > li").count();
        var changed = page.locator(".ft-diff ins").allTextContents();
        try (var paper = print(page, "/audit", "audit")) {
            assertTrue(
                    5 * (paper.getNumberOfPages() - 1) < entries,
                    entries + " entries on " + paper.getNumberOfPages() + " sheets");
            var text = text(paper);
            assertWhole(paper, text);
            changed.forEach(value -> assertTrue(squeezed(text).contains(squeezed(value)), value));
        }
        page.context().close();
    }

    /** No address of a link, and nothing behind the edge of the sheet. */
    private static void assertWhole(PDDocument paper, String text) throws IOException {
        for (var address : List.of("(/", "/audit?", "/allocations?", "(http")) {
            assertFalse(text.contains(address), address + " is in\n" + text);
        }
        var outside = new ArrayList<String>();
        new PDFTextStripper() {
            @Override
            protected void writeString(String string, List<TextPosition> positions) {
                for (var at : positions) {
                    if (at.getX() < MARGIN || at.getX() + at.getWidth() > at.getPageWidth() - MARGIN) {
                        outside.add(string);
                        return;
                    }
                }
            }
        }.getText(paper);
        assertEquals(List.of(), outside);
        assertEquals(595, paper.getPage(0).getMediaBox().getWidth(), 1, "A4");
    }

    private static PDDocument print(Page page, String path, String name) throws IOException {
        page.navigate(house.url(path));
        var pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        var file = Path.of("target", "screenshots", name.replaceAll("\\W", "-") + ".pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, pdf);
        return Loader.loadPDF(pdf);
    }

    private static String text(PDDocument paper) throws IOException {
        return text(paper, 0);
    }

    private static String text(PDDocument paper, int sheet) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        if (sheet > 0) {
            stripper.setStartPage(sheet);
            stripper.setEndPage(sheet);
        }
        return stripper.getText(paper).replace('\u00a0', ' ');
    }

    /** Lines break where they break. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0\u2060]+", "");
    }

    /** The address of the first record of a list. */
    private static String record(Page page, String list) {
        return record(page, list, list);
    }

    /** The address of the first record of this kind on a list. */
    private static String record(Page page, String list, String room) {
        page.navigate(house.url(list + (list.contains("?") ? "&" : "?") + "lang=en"));
        return (String) page.evaluate(
                "room => [...document.querySelectorAll('main a')].map(a => a.getAttribute('href'))"
                        + ".find(href => new RegExp('^' + room + '/[0-9a-f-]{36}$').test(href))",
                room);
    }

    /** Where a baseline is proposed, with the table of what it does to the gap. */
    private static String effect(Page page) {
        page.navigate(house.url("/projects?lang=en"));
        page.locator("main a", new Page.LocatorOptions().setHasText("barrier"))
                .first()
                .click();
        return page.locator("#estimates a[href^='/baselines/new/']").first().getAttribute("href");
    }

    @SuppressWarnings("unchecked")
    private static List<String> cut(Page page, String where, String parts) {
        page.evaluate("document.querySelectorAll('details.govuk-details').forEach(d => d.open = true)");
        return ((List<String>) page.evaluate(
                        "parts => [...document.querySelectorAll(parts)].filter(part => part.scrollWidth > part.clientWidth"
                                + " && part.clientWidth > 0).map(part => part.className + ' ' + part.textContent.slice(0, 60)"
                                + " + ': ' + part.scrollWidth + ' > ' + part.clientWidth)",
                        parts))
                .stream().map(problem -> where + ": " + problem).toList();
    }
}
