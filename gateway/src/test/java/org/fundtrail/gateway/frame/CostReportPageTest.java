package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.Surroundings;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.infrastructure.api.report.CostColumns;
import org.fundtrail.infrastructure.api.report.CostReportContract;
import org.fundtrail.infrastructure.api.report.CostReportCostLine;
import org.fundtrail.infrastructure.api.report.CostReportLine;
import org.fundtrail.infrastructure.api.report.CostReportProject;
import org.fundtrail.infrastructure.api.report.CostReportSummary;
import org.fundtrail.infrastructure.api.report.CostReportVat;
import org.fundtrail.infrastructure.api.report.CostReportView;
import org.fundtrail.infrastructure.api.report.IssuedCostReportView;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cost report as pages and files show it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CostReportPageTest extends PageTest {
    private static final String PROJECT = "00000000-0000-4000-8000-000000000d01";
    private static final String PAGE = "/projects/" + PROJECT + "/cost-report";
    private static final UUID ISSUED = UUID.fromString("00000000-0000-4000-8000-000000000d77");
    private static final String CONTRACT = "00000000-0000-4000-8000-000000000d31";
    private static final PersonRef PERSON =
            new PersonRef(UUID.fromString("00000000-0000-4000-8000-000000000f02"), "Rasa Jonaitienė");

    @Inject
    ObjectMapper json;

    /** A line of which only what matters here differs from nothing. */
    private static CostColumns line(String budget, String contracted, String certified, String paid, String still) {
        var zero = Money.zero();
        var d = Money.eur(budget);
        var i = Money.eur(contracted);
        var n = Money.eur(certified);
        var u = i.plus(Money.eur(still));
        return new CostColumns(
                d,
                zero,
                zero,
                d,
                zero,
                d,
                i,
                zero,
                zero,
                i,
                zero,
                zero,
                i,
                zero,
                n,
                n,
                zero,
                Money.eur(paid),
                i.minus(n),
                Money.eur(still),
                u.minus(n),
                u,
                d.minus(u),
                null);
    }

    private static CostReportView report(CostReportVat vat) {
        var project = new CostReportProject(UUID.fromString(PROJECT), "BARRIER", new Title("Barrier", "Barjeras"));
        var works = line("32000000.00", "31500000.00", "22460000.00", "20000000.00", "650000.00");
        var spare = line("1000000.00", "0.00", "0.00", "0.00", "400000.00");
        var zero = Money.zero();
        var contract = new CostReportContract(
                UUID.fromString(CONTRACT),
                "TETAS-2021",
                works.originalCommitments(),
                zero,
                zero,
                works.currentCommitments(),
                zero,
                zero,
                works.projectedCommitments(),
                works.certified(),
                zero,
                works.paid(),
                works.openCommitments());
        return new CostReportView(
                new Subject("project", UUID.fromString(PROJECT), "BARRIER"),
                LocalDate.parse("2022-12-31"),
                9,
                vat,
                vat == CostReportVat.INCLUDED ? new BigDecimal("0.21") : null,
                null,
                null,
                List.of(
                        new CostReportLine(
                                new CostReportCostLine(UUID.randomUUID(), "Tvora ir žingsniai <b>", CostCategory.WORKS),
                                project,
                                works,
                                List.of(contract)),
                        new CostReportLine(null, project, spare, List.of())),
                line("33000000.00", "31500000.00", "22460000.00", "20000000.00", "1050000.00"));
    }

    private String written(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answered(String path, Object answer) {
        StandIn.OTHERWISE.put("GET /api/infrastructure/v1" + path, any -> written(answer));
    }

    @BeforeEach
    void a_report() {
        answered("/projects/" + PROJECT + "/cost-report", report(CostReportVat.EXCLUDED));
        var summary = new CostReportSummary(
                ISSUED,
                3,
                LocalDate.parse("2022-11-30"),
                8,
                CostReportVat.EXCLUDED,
                Money.eur("32000000.00"),
                "ab12",
                PERSON,
                Instant.parse("2022-12-01T09:00:00Z"));
        answered("/projects/" + PROJECT + "/cost-reports", new Page<>(List.of(summary), null));
        answered(
                "/cost-reports/" + ISSUED,
                new IssuedCostReportView(
                        ISSUED,
                        3,
                        report(CostReportVat.EXCLUDED),
                        "ab12",
                        "LT-VRM",
                        PERSON,
                        Instant.parse("2022-12-01T09:00:00Z"),
                        0,
                        List.of()));
    }

    private static List<String> lines(Element page) {
        return page.select(".ft-costs > li").eachText();
    }

    @Test
    void each_line_is_a_bar_that_opens_to_its_contracts_and_says_that_it_is_over() {
        var page = page(200, PAGE + "?lang=en");
        assertEquals(2, lines(page).size());
        assertTrue(
                lines(page).get(0).startsWith("Tvora ir žingsniai <b> Over by €150,000.00 Current budget"),
                lines(page).get(0));
        assertTrue(
                lines(page).get(1).startsWith("No cost line Current budget"),
                lines(page).get(1));
        assertEquals(
                "1 line of 2 will cost more than budgeted",
                page.getElementById("lines-h").text());
        assertTrue(page.getElementById("lines").text().contains("The total does not show it"));
        assertEquals(
                "/contracts/" + CONTRACT,
                page.selectFirst(".ft-costs details a.ft-ref").attr("href"));
        assertEquals("100.00%", page.selectFirst(".ft-costs svg rect").attr("width"));
        var heads = page.select(".ft-costtable thead th.num").eachText();
        assertEquals(24, heads.size());
        assertEquals("Original budget A", heads.get(0));
        assertEquals("of which price adjustment", heads.get(8));
        assertEquals("Change since the last report W", heads.get(23));
        assertEquals(24 * 3, page.select(".ft-costtable td[data-l]").size());
    }

    @Test
    void in_lithuanian_it_says_the_same() {
        var page = page(200, PAGE + "?lang=lt");
        assertEquals(
                "1 eilutė iš 2 kainuos daugiau, nei numatyta biudžete",
                page.getElementById("lines-h").text());
        assertTrue(
                lines(page).get(0).replace('\u00a0', ' ').contains("Viršija 150 000,00 €"),
                lines(page).get(0));
        assertEquals(
                "Pradinis biudžetas A",
                page.select(".ft-costtable thead th.num").first().text());
    }

    @Test
    void the_address_leads_to_the_same_with_vat_and_to_files_of_exactly_this() {
        var page = page(200, PAGE + "?lang=en&asOf=2022-12-31");
        var hrefs = page.select(".ft-listhead a").eachAttr("href");
        assertTrue(hrefs.contains(PAGE + "?asOf=2022-12-31&vat=included"), hrefs::toString);
        assertTrue(hrefs.contains(PAGE + "/cost-report.pdf?asOf=2022-12-31&recorded=9"), hrefs::toString);
        answered("/projects/" + PROJECT + "/cost-report", report(CostReportVat.INCLUDED));
        page = page(200, PAGE + "?lang=en&vat=included");
        hrefs = page.select(".ft-listhead a").eachAttr("href");
        assertTrue(hrefs.contains(PAGE + "?"), hrefs::toString);
        assertTrue(hrefs.contains(PAGE + "/cost-report.xlsx?asOf=2022-12-31&recorded=9&vat=included"), hrefs::toString);
        assertTrue(StandIn.ASKED.stream().anyMatch(asked -> asked.endsWith("/cost-report?vat=included")));
    }

    @Test
    void a_position_that_is_not_there_is_said_at_its_field_and_the_report_of_now_is_shown() {
        var page = page(400, PAGE + "?lang=en&recorded=999");
        assertEquals(2, lines(page).size());
        assertTrue(page.getElementById("recorded").parent().hasClass("govuk-form-group--error"));
    }

    @Test
    void issued_reports_are_listed_and_read_as_they_were() {
        var page = page(200, PAGE + "?lang=en");
        assertEquals(
                "/cost-reports/" + ISSUED, page.selectFirst("#issued tbody a").attr("href"));
        var issued = page(200, "/cost-reports/" + ISSUED + "?lang=en");
        assertEquals("Report No. 3", issued.selectFirst("h1").ownText());
        assertTrue(issued.text().contains("As of 31 December 2022, from 9 entries."));
        assertEquals("ab12", issued.selectFirst(".ft-hash").text());
        assertEquals(2, lines(issued).size());
    }

    @Test
    void a_project_officer_issues_one_and_others_are_not_led_there() {
        assertNull(page(200, PAGE).selectFirst("a[href^=/cost-reports/new]"));
        signIn("engineer");
        var page = page(200, PAGE);
        var form = page(200, page.selectFirst("a[href^=/cost-reports/new]").attr("href"));
        StandIn.OTHERWISE.put(
                "POST /api/infrastructure/v1/projects/" + PROJECT + "/cost-reports",
                any -> StandIn.OTHERWISE
                        .get("GET /api/infrastructure/v1/cost-reports/" + ISSUED)
                        .apply(null));
        var start = "/cost-reports/new/" + PROJECT;
        var check = read(200, send(form, start + "/check", Map.of("vat", "INCLUDED")));
        var done = send(check, start + "/record", Map.of());
        assertTrue(done.header("Location").endsWith("/cost-reports/" + ISSUED), done.asString());
        var sent = StandIn.SENT.stream()
                .filter(one -> one.path().endsWith("/cost-reports"))
                .toList();
        assertEquals(1, sent.size());
        assertTrue(
                sent.get(0).body().contains("\"vat\":\"INCLUDED\""), sent.get(0).body());
        cookies.putAll(done.cookies());
        assertTrue(page(200, "/cost-reports/" + ISSUED + "?lang=en")
                .text()
                .contains("The cost report is issued. It reads the same from now on"));
    }

    @Test
    void as_a_file_for_a_spreadsheet_it_is_in_the_words_and_numbers_of_its_reader() {
        cookies.put("fundtrail-language", "lt");
        var answer = get(PAGE + "/cost-report.csv");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.header("Content-Disposition").contains("cost-report-2022-12-31-9.csv"));
        var rows = answer.asString().split("\r\n");
        assertEquals(4, rows.length);
        assertTrue(
                rows[0].startsWith("\ufeff\"Projektas\";\"Išlaidų eilutė\";\"Kategorija\";\"Pradinis biudžetas\";"),
                rows[0]);
        assertTrue(rows[1].startsWith("\"BARRIER\";\"Tvora ir žingsniai <b>\";\"Darbai\";\"32000000,00\";"), rows[1]);
        assertTrue(rows[3].startsWith("\"Iš viso\";"), rows[3]);
        assertEquals(28, rows[0].split(";").length);
        assertEquals(200, get(PAGE + "/cost-report.xlsx").statusCode());
    }

    @Test
    void as_pdf_it_has_every_letter_and_figure() throws IOException {
        cookies.put("fundtrail-language", "lt");
        for (var address : List.of(PAGE + "/cost-report.pdf", "/cost-reports/" + ISSUED + "/cost-report.pdf")) {
            var answer = get(address);
            assertEquals(200, answer.statusCode(), answer.asString());
            assertEquals("application/pdf", answer.contentType());
            try (var document = Loader.loadPDF(answer.asByteArray())) {
                var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
                assertTrue(text.contains("Išlaidų ataskaita"), text);
                assertTrue(text.contains("Tvora ir žingsniai <b>"), text);
                assertTrue(text.contains("Nuokrypis užbaigus"), text);
                assertFalse(text.contains("#"), "a letter that the font lacks");
            }
        }
    }
}
