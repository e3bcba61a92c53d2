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
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is paid back of a claim: established beside what can still be recovered, ordered with a debit note, paid back, offset or waived. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RecoveryPagesTest extends PageTest {
    private static final String API = "/api/funding/v1";
    private static final String CLAIM = "00000000-0000-4000-8000-0000000000f1";
    private static final String INVOICE = "00000000-0000-4000-8000-000000000101";
    private static final String ID = "00000000-0000-4000-8000-0000000000f9";
    private static final String PAGE = "/recoveries/" + ID;
    private static final String NEW = "/recoveries/new/" + CLAIM;
    private static final String NOTHING = "{\"items\": [], \"next\": null}";
    private static final String PAID = """
            {"id": "00000000-0000-4000-8000-0000000000f1", "reference": "EMAS-2021-LT/1",
             "allocation": {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"},
             "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER"},
             "lines": [{"line": 1, "kind": "INVOICE", "invoice": {"id": "00000000-0000-4000-8000-000000000101", "number": "TET-1", "status": "PAID"},
               "share": {"amount": "75.00", "currency": "EUR"}, "deductions": []}],
             "share": {"amount": "75.00", "currency": "EUR"}, "offset": {"amount": "0.00", "currency": "EUR"},
             "toPay": {"amount": "75.00", "currency": "EUR"}, "status": "%s", "paidOn": "2026-03-01", "version": 4, "actions": [], "steps": []}""";
    private static final String ONE = """
            {"id": "00000000-0000-4000-8000-0000000000f9", "reference": "EMAS-2021-LT/1/R1",
             "claim": {"type": "claim", "id": "00000000-0000-4000-8000-0000000000f1", "reference": "EMAS-2021-LT/1"},
             "allocation": {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"},
             "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER"},
             "lines": [{"line": 1, "kind": "INVOICE", "item": "00000000-0000-4000-8000-000000000101", "number": "TET-1",
               "amount": {"amount": "30.00", "currency": "EUR"}, "declared": {"amount": "40.00", "currency": "EUR"}}],
             "amount": {"amount": "30.00", "currency": "EUR"}, "total": {"amount": "30.40", "currency": "EUR"}, "reason": "Delivered elsewhere",
             "kind": "NOT_PROVEN", "ofCredit": false, "status": "%s", "institution": "LT-VRM", "version": 2, "ownRecord": false,
             "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-01-05T10:00:00Z", "actions": [%s],
             "steps": [{"n": 1, "round": 1, "step": "RECORD", "person": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "at": "2026-01-05T10:00:00Z"}]%s}""";
    private static final String ORDERED = """
            , "debitNote": {"number": "DN-2026-7", "on": "2026-01-06", "dueOn": "2026-02-05"},
            "interest": {"stated": true, "ecbRate": "4.50", "points": "3.5", "rate": "8.00", "from": "2026-02-06", "until": "2026-04-06", "days": 60,
              "amount": {"amount": "0.40", "currency": "EUR"}}""";

    @BeforeEach
    void a_claim_of_which_something_is_recovered() {
        claims("PAID");
        stands("ESTABLISHED", "", "");
        StandIn.OTHERWISE.put(
                "GET " + API + "/recoveries",
                none -> "{\"items\": [" + ONE.formatted("ESTABLISHED", "", "") + "], \"next\": null}");
        StandIn.OTHERWISE.put("POST " + API + "/recoveries", none -> ONE.formatted("ESTABLISHED", "", ""));
        StandIn.OTHERWISE.put("POST " + API + PAGE + "/decision", none -> ONE.formatted("ORDERED", "", ORDERED));
    }

    private static void claims(String status) {
        StandIn.OTHERWISE.put("GET " + API + "/claims/" + CLAIM, none -> PAID.formatted(status));
        StandIn.OTHERWISE.put(
                "GET " + API + "/claims", none -> "{\"items\": [" + PAID.formatted(status) + "], \"next\": null}");
    }

    private static void stands(String status, String actions, String more) {
        StandIn.OTHERWISE.put("GET " + API + PAGE, none -> ONE.formatted(status, actions, more));
    }

    @Test
    void of_which_claim_is_found_by_its_words_or_by_a_paper_that_it_names() {
        var choice = page(200, "/recoveries/new?q=EMAS&lang=en");
        assertNotNull(choice.selectFirst("a[href=/recoveries/new?claim=" + CLAIM + "]"));
        assertTrue(StandIn.ASKED.contains(API + "/claims?status=PAID&q=EMAS&limit=20"), StandIn.ASKED::toString);
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/invoices/" + INVOICE,
                shown -> "{\"id\": \"" + INVOICE + "\", \"number\": \"TET-1\", \"contract\": {\"id\": \"" + ID
                        + "\", \"reference\": \"C-1\", \"project\": {\"id\": \"00000000-0000-4000-8000-000000000d01\", \"reference\": \"BARRIER\"}}}");
        assertTrue(get("/recoveries/new?invoice=" + INVOICE)
                .header("Location")
                .endsWith("/recoveries/new?claim=" + CLAIM + "&invoice=" + INVOICE));
        claims("AUTHORISED");
        assertTrue(get("/recoveries/new?claim=" + CLAIM).header("Location").endsWith("/claims/" + CLAIM));
    }

    @Test
    void what_can_still_be_recovered_of_each_line_stands_beside_the_form_and_no_more_is_taken() {
        var form = page(200, "/recoveries/new?claim=" + CLAIM + "&lang=en");
        assertEquals("€45.00", form.selectFirst("tbody tr td:last-child").text());
        var answers = Map.of("amount", "45.01", "reason", "Delivered elsewhere");
        var refused = read(400, send(form, NEW + "/check", answers));
        assertTrue(refused.getElementById("amount-error").text().contains("Only €45.00"), refused.text());
        var check = read(200, send(refused, NEW + "/check", Map.of("amount", "45.00")));
        assertEquals(303, send(check, NEW + "/record", Map.of()).statusCode());
        var sent = StandIn.SENT.get(0);
        assertEquals(API + "/recoveries", sent.path());
        assertTrue(
                sent.body().contains("\"claim\":\"" + CLAIM + "\"")
                        && sent.body().contains("NOT_PROVEN"),
                sent.body());
    }

    @Test
    void a_finding_of_the_claim_is_chosen_where_there_is_one_and_stands_on_the_page_and_the_debit_note()
            throws Exception {
        assertNull(page(200, "/recoveries/new?claim=" + CLAIM + "&lang=en").selectFirst("[name^=finding]"));
        var found = PAID.replace("\"status\": \"%s\", \"paidOn\"", """
                "checklist": {"version": 1, "answered": 2, "of": 2, "answers": [{"question": 1, "answer": "YES"},
                  {"question": 2, "answer": "NO", "finding": "It was not published"}]}, "status": "%s", "paidOn\"""");
        StandIn.OTHERWISE.put("GET " + API + "/claims/" + CLAIM, none -> found.formatted("PAID"));
        var form = page(200, "/recoveries/new?claim=" + CLAIM + "&lang=en");
        assertEquals(
                List.of("Because of none of them", "2. It was not published"),
                form.select("select[name=finding.question] option").eachText());
        assertNull(form.selectFirst("[name=finding.line]"));
        var answers = Map.of("amount", "5.00", "reason", "Delivered elsewhere", "finding.question", "2");
        var check = read(200, send(form, NEW + "/check", answers));
        assertTrue(check.text().contains("2. It was not published"), check.text());
        send(check, NEW + "/record", Map.of());
        var sent = StandIn.SENT.get(0).body();
        assertTrue(sent.contains("\"finding\":{\"question\":2,\"line\":null}"), sent);
        stands(
                "ORDERED",
                "",
                ORDERED + ", \"finding\": {\"question\": 2, \"line\": null, \"text\": \"It was not published\"}");
        var said = "Question 2 of the checklist: It was not published";
        assertTrue(page(200, PAGE + "?lang=en").text().contains(said));
        try (var read = Loader.loadPDF(get(PAGE + "/debit-note.pdf?lang=en").asByteArray())) {
            var text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
            assertTrue(text.contains(said), text);
        }
    }

    @Test
    void an_approver_orders_it_with_the_day_the_rate_and_the_points_of_the_law() {
        signIn("approver");
        stands("ESTABLISHED", "\"decide\"", "");
        var page = page(200, PAGE + "?lang=lt");
        assertEquals(List.of("3.5", "8"), page.select("[name=interest.points]").eachAttr("value"));
        assertTrue(page.text().contains("Finansinio reglamento 99 str. 2 d. a p."), page.text());
        send(
                page,
                PAGE + "/decision",
                Map.of("outcome", "APPROVED", "interest.ecbRate", "4,50", "interest.points", "8"));
        var ordered = StandIn.SENT.get(0).body();
        assertTrue(ordered.contains("\"ecbRate\":\"4.50\"") && ordered.contains("\"points\":\"8\""), ordered);
        send(page, PAGE + "/decision", Map.of("outcome", "RETURNED", "reason", "Why?", "interest.points", "8"));
        var returned = StandIn.SENT.get(1).body();
        assertTrue(returned.contains("\"interest\":null"), returned);
    }

    @Test
    void what_is_not_due_yet_is_not_called_late() {
        signIn("accountant");
        stands("ORDERED", "\"pay\"", ORDERED.replace("2026-02-05", "2099-02-05"));
        var title = page(200, PAGE + "?lang=en").selectFirst(".ft-title").text();
        assertFalse(title.contains("late"), title);
        assertTrue(title.contains("5 February 2099"), title);
    }

    @Test
    void what_is_ordered_says_how_late_it_is_and_what_interest_it_bears() {
        signIn("accountant");
        stands("ORDERED", "\"pay\", \"offset\"", ORDERED);
        claims("AUTHORISED");
        var page = page(200, PAGE + "?lang=en");
        assertTrue(
                page.selectFirst(".ft-title").text().matches(".*\\d+ days late: to be paid back by 5 February 2026.*"),
                page.text());
        assertTrue(
                page.text().contains("8.00 % a year: 4.50 % of the ECB and 3.5 points (FR 99), 60 days"), page.text());
        assertEquals(
                "EMAS-2021-LT/1 (€75.00)",
                page.select("select[name=claim] option").last().text());
        assertNotNull(page.selectFirst("form[action=" + PAGE + "/payment]"));
        assertNull(page.selectFirst("form[action=" + PAGE + "/waiver]"));
        signIn("approver");
        stands("ORDERED", "\"waive\"", ORDERED);
        var refused = read(400, send(page(200, PAGE + "?lang=en"), PAGE + "/waiver", Map.of()));
        assertNotNull(refused.getElementById("reason-error"));
    }

    @Test
    void its_debit_note_is_printed_in_both_languages() throws Exception {
        stands("ORDERED", "", ORDERED);
        StandIn.OTHERWISE.put(
                "GET " + API + "/entries",
                e -> e.replace("00000000-0000-4000-8000-0000000000a1", ID)
                        .replace("\"type\": \"allocation\"", "\"type\": \"recovery\"")
                        .replace("allocation.recorded", "recovery.recorded"));
        for (var language : Map.of("en", "Debit note DN-2026-7", "lt", "Debeto avizas DN-2026-7")
                .entrySet()) {
            var pdf = get(PAGE + "/debit-note.pdf?lang=" + language.getKey()).asByteArray();
            try (var read = Loader.loadPDF(pdf)) {
                var text = new PDFTextStripper().getText(read);
                for (var said : List.of(language.getValue(), "TET-1", "LT-VRM", "Delivered elsewhere", "Ona")) {
                    assertTrue(text.contains(said), said + " in " + text);
                }
                assertFalse(
                        Pattern.compile("\\d:\\s*$", Pattern.MULTILINE)
                                .matcher(text)
                                .find(),
                        "a time is broken: " + text);
                assertTrue(Pattern.compile("\\d\\d:\\d\\d").matcher(text).find(), text);
            }
        }
    }

    @Test
    void a_debit_note_says_to_which_account_it_is_paid_or_that_none_is_set() throws Exception {
        stands("ORDERED", "", ORDERED);
        assertTrue(
                debitNote().contains("Pay to LT00 7300 0000 0000 0000, Ministry Say DN-2026-7 as what is paid."),
                debitNote());
        var elsewhere = ONE.replace("LT-VRM", "LV-IEM").formatted("ORDERED", "", ORDERED);
        StandIn.OTHERWISE.put("GET " + API + PAGE, none -> elsewhere);
        assertTrue(debitNote().contains("The account of LV-IEM is not set in this installation"), debitNote());
        assertFalse(debitNote().contains("LT00"), debitNote());
    }

    private String debitNote() throws Exception {
        try (var read = Loader.loadPDF(get(PAGE + "/debit-note.pdf?lang=en").asByteArray())) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    @Test
    void of_what_is_not_ordered_there_is_no_debit_note() {
        assertEquals(404, get(PAGE + "/debit-note.pdf").statusCode());
    }

    @Test
    void why_the_system_established_it_is_said_in_the_readers_language_and_it_is_not_returned() throws Exception {
        signIn("approver");
        var system = ONE.replace("\"ofCredit\": false", "\"ofCredit\": true");
        StandIn.OTHERWISE.put("GET " + API + PAGE, none -> system.formatted("ESTABLISHED", "\"decide\"", ""));
        var page = page(200, PAGE + "?lang=lt");
        assertTrue(page.text().contains("Kreditinė sąskaita sumažino TET-1"), page.text());
        assertFalse(page.text().contains("Delivered elsewhere"), page.text());
        assertEquals(
                List.of("APPROVED", "REJECTED"), page.select("[name=outcome]").eachAttr("value"));
        var reversed = system.replace("\"kind\": \"INVOICE\"", "\"kind\": \"DIRECT_COST\"")
                .formatted("ORDERED", "", ORDERED.replace("\"3.5\"", "\"8\""));
        StandIn.OTHERWISE.put("GET " + API + PAGE, none -> reversed);
        try (var read = Loader.loadPDF(get(PAGE + "/debit-note.pdf?lang=lt").asByteArray())) {
            var text = new PDFTextStripper().getText(read);
            assertTrue(text.contains("TET-1 panaikinta") && text.contains("8 punktai"), text);
            assertFalse(text.contains("Delivered elsewhere"), text);
        }
    }

    @Test
    void a_flat_rate_that_was_paid_on_credited_costs_is_said_so() {
        var system = ONE.replace("\"ofCredit\": false", "\"ofCredit\": true")
                .replace("\"kind\": \"INVOICE\"", "\"kind\": \"FLAT_RATE\"")
                .formatted("ESTABLISHED", "", "");
        StandIn.OTHERWISE.put("GET " + API + PAGE, none -> system);
        assertTrue(page(200, PAGE + "?lang=en")
                .text()
                .contains("A credit note took back costs on which the flat rate TET-1 was paid."));
    }

    @Test
    void only_a_funding_officer_establishes_one() {
        StandIn.OTHERWISE.put("GET " + API + "/recoveries", none -> NOTHING);
        assertNotNull(page(200, "/recoveries?lang=en").selectFirst("a[href=/recoveries/new]"));
        signIn("approver");
        assertNull(page(200, "/recoveries?lang=en").selectFirst("a[href=/recoveries/new]"));
        page(403, "/recoveries/new");
    }
}
