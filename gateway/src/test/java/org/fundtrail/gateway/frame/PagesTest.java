package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.fundtrail.gateway.Surroundings;
import org.fundtrail.gateway.door.Noted;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PagesTest extends PageTest {
    private static final Map<String, String> SOURCE = Map.of(
            "programme",
            "00000000-0000-4000-8000-000000000e01",
            "reference",
            "ALL-1",
            "donor",
            "European Commission",
            "recipient",
            "Ministry",
            "actionType",
            "EMERGENCY_ASSISTANCE",
            "purpose",
            "Reception");

    private static Map<String, String> amount(String amount) {
        return Map.ofEntries(
                Map.entry("amount", amount),
                Map.entry("coFinancingRate", "90"),
                Map.entry("decision.reference", "C(2021) 6012"),
                Map.entry("decision.date.day", "11"),
                Map.entry("decision.date.month", "8"),
                Map.entry("decision.date.year", "2021"),
                Map.entry("eligibility.from.day", "1"),
                Map.entry("eligibility.from.month", "7"),
                Map.entry("eligibility.from.year", "2021"),
                Map.entry("eligibility.to.day", "31"),
                Map.entry("eligibility.to.month", "12"),
                Map.entry("eligibility.to.year", "2022"));
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
        var both = new HashMap<>(some);
        both.putAll(others);
        return both;
    }

    private Document checked(Map<String, String> source, String amount) {
        var second = read(200, send(page(200, "/allocations/new"), "/allocations/new/amount", source));
        var third = read(200, send(second, "/allocations/new/sources", amount(amount)));
        return read(200, send(third, "/allocations/new/check", Map.of()));
    }

    @Test
    void an_allocation_is_recorded_in_steps_once_with_what_was_checked() {
        var check = checked(SOURCE, "37 000 000.00");
        assertTrue(check.text().contains("€37,000,000.00"), check.text());
        assertTrue(check.text().contains("90%"));
        var key = check.selectFirst("input[name=form-key]").val();

        var answer = send(check, "/allocations/new/record", Map.of());
        assertEquals(303, answer.statusCode(), answer.asString());
        assertTrue(answer.header("Location").endsWith("/allocations/00000000-0000-4000-8000-0000000000a1"));
        cookies.putAll(answer.cookies());
        var done = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1?lang=en")
                .selectFirst(".ft-done");
        assertTrue(done.text().contains("recorded and waits"), done.text());
        assertNull(
                page(200, "/allocations/00000000-0000-4000-8000-0000000000a1").selectFirst(".ft-done"), "said once");
        var sent = StandIn.SENT.get(0);
        assertEquals(key, sent.key());
        assertTrue(sent.body().contains("{\"amount\":\"37000000.00\",\"currency\":\"EUR\"}"), sent.body());
        assertTrue(sent.body().contains("\"coFinancingRate\":\"0.9\""), sent.body());
        assertTrue(sent.body().contains("\"date\":\"2021-08-11\""), sent.body());

        send(check, "/allocations/new/record", Map.of());
        assertEquals(key, StandIn.SENT.get(1).key(), "a double click carries the same key");
    }

    @Test
    void what_cannot_be_read_comes_back_as_typed_with_the_error_at_its_field() {
        var second = read(200, send(page(200, "/allocations/new"), "/allocations/new/amount", SOURCE));
        var again = read(400, send(second, "/allocations/new/sources", amount("15,4 mln")));
        assertTrue(again.title().startsWith("Error:"), again.title());
        assertEquals("15,4 mln", again.getElementById("amount").val());
        assertEquals("true", again.getElementById("amount").attr("aria-invalid"));
        assertNotNull(again.getElementById("amount-error"));
        again.select(".govuk-error-summary a")
                .forEach(link ->
                        assertNotNull(again.getElementById(link.attr("href").substring(1)), link.outerHtml()));
        assertEquals("ALL-1", again.selectFirst("input[name=reference]").val(), "the answers of other steps stay");
    }

    @Test
    void a_refusal_of_the_service_lands_at_its_field_in_the_readers_language() {
        var source = new HashMap<>(SOURCE);
        source.put("reference", "TAKEN");
        page(200, "/?lang=lt");
        var check = checked(source, "37 000 000,00");
        assertTrue(
                check.html().replace("&nbsp;", " ").replace('\u00a0', ' ').contains("37 000 000,00 €"), check.text());
        var again = read(409, send(check, "/allocations/new/record", Map.of()));
        assertTrue(again.title().startsWith("Klaida:"), again.title());
        assertTrue(again.getElementById("reference-error").text().contains("jau yra"));
        assertEquals("TAKEN", again.getElementById("reference").val());
        assertEquals("37 000 000,00", again.selectFirst("input[name=amount]").val());
    }

    @Test
    void the_language_changes_in_the_middle_of_a_form_without_losing_an_answer() {
        var second = read(200, send(page(200, "/allocations/new"), "/allocations/new/amount", SOURCE));
        var answers = new HashMap<>(amount("15,400.50"));
        answers.put("stay", "1");
        var third = read(200, send(second, "/allocations/new/sources", amount("15,400.50")));
        var fields = new LinkedHashMap<String, String>();
        third.select("form#answers input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.put("stay", "1");
        var lithuanian = read(
                200,
                followed(given().cookies(cookies)
                        .redirects()
                        .follow(false)
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParams(fields)
                        .post("/allocations/new/amount?lang=lt")));
        assertEquals("lt", lithuanian.selectFirst("html").attr("lang"));
        assertEquals("15\u00a0400,50", lithuanian.getElementById("amount").val());
        assertEquals(
                "decision.date.year",
                lithuanian.select("[id=decision.date] input").first().id(),
                "Lithuanian dates start with the year");
    }

    @Test
    void sending_back_needs_a_reason_and_an_own_record_offers_no_decision() {
        var detail = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        var again = read(
                400,
                send(
                        detail,
                        "/allocations/00000000-0000-4000-8000-0000000000a1/decision",
                        Map.of("outcome", "RETURNED")));
        assertNotNull(again.getElementById("reason-error"));
        assertTrue(StandIn.SENT.isEmpty());
        var answer = send(
                detail,
                "/allocations/00000000-0000-4000-8000-0000000000a1/decision",
                Map.of("outcome", "RETURNED", "reason", "Wrong amount"));
        assertEquals(303, answer.statusCode());
        assertEquals("\"4\"", StandIn.SENT.get(0).version());

        var own = page(200, "/allocations/00000000-0000-4000-8000-0000000000a3");
        assertNull(own.selectFirst("form[action$=decision]"));
        assertTrue(own.text().contains("somebody else decides"));
        assertTrue(own.html().contains("Ministry &lt;of&gt; the Interior"));
    }

    @Test
    void a_change_of_what_somebody_else_changed_meanwhile_shows_both_values() {
        var first = page(200, "/allocations/00000000-0000-4000-8000-0000000000a4/change");
        assertEquals("EMAS-2021-LT", first.getElementById("reference").val());
        var second = read(
                200,
                send(
                        first,
                        "/allocations/00000000-0000-4000-8000-0000000000a4/change/amount",
                        Map.of("purpose", "Something else")));
        assertEquals("37,000,000.00", second.getElementById("amount").val());
        var third =
                read(200, send(second, "/allocations/00000000-0000-4000-8000-0000000000a4/change/sources", Map.of()));
        var check = read(200, send(third, "/allocations/00000000-0000-4000-8000-0000000000a4/change/check", Map.of()));
        var stale = read(412, send(check, "/allocations/00000000-0000-4000-8000-0000000000a4/change/record", Map.of()));
        assertEquals("\"4\"", StandIn.SENT.get(0).version());
        assertTrue(stale.text().contains("Something else"));
        assertTrue(stale.text().contains("Recorded now"));
    }

    @Test
    void a_form_without_its_token_is_refused() {
        given().cookies(cookies)
                .formParam("outcome", "APPROVED")
                .post("/allocations/00000000-0000-4000-8000-0000000000a1/decision")
                .then()
                .statusCode(400);
        assertTrue(StandIn.SENT.isEmpty());
    }

    @Test
    void a_step_opened_by_its_address_starts_again() {
        given().cookies(cookies)
                .redirects()
                .follow(false)
                .get("/allocations/new/amount")
                .then()
                .statusCode(303);
    }

    @Test
    void every_page_answers_in_both_languages() {
        for (var path : new String[] {
            "/",
            "/allocations",
            "/allocations/00000000-0000-4000-8000-0000000000a1",
            "/allocations/new",
            "/programmes",
            "/programmes/new",
            "/approvals",
            "/projects",
            "/works-programmes",
            "/estimates",
            "/audit",
            "/commitments/new?allocation=00000000-0000-4000-8000-0000000000a1",
            "/receipts/new?allocation=00000000-0000-4000-8000-0000000000a1"
        }) {
            inBothLanguages(path);
        }
        signIn("engineer");
        inBothLanguages("/projects/new");
        inBothLanguages("/works-programmes/new");
    }

    private void inBothLanguages(String path) {
        for (var language : new String[] {"en", "lt"}) {
            var page = page(200, path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertEquals(language, page.selectFirst("html").attr("lang"), path);
            assertFalse(page.select("h1").text().isBlank(), path);
            assertTrue(page.select("[style], script:not([src]), style").isEmpty(), path);
        }
    }

    @Test
    void a_form_opens_only_for_whoever_may_send_it() {
        for (var path : List.of(
                "/projects/new",
                "/works-programmes/new",
                "/contracts/new?project=00000000-0000-4000-8000-000000000d01")) {
            page(403, path);
        }
        signIn("approver");
        for (var path : List.of("/programmes/new", "/receipts/new?allocation=00000000-0000-4000-8000-0000000000a1")) {
            page(403, path);
        }
    }

    @Test
    void success_is_said_only_where_the_record_stands_so() {
        for (var said : List.of("APPROVED", "REJECTED", "CONFIRMED")) {
            cookies.put(
                    "fundtrail-done",
                    "%2Fallocations%2F00000000-0000-4000-8000-0000000000a1%3Fdone%3D" + said); // it is PROPOSED
            assertNull(
                    page(200, "/allocations/00000000-0000-4000-8000-0000000000a1")
                            .selectFirst(".ft-done"),
                    said);
        }
        cookies.put("fundtrail-done", "%2Fallocations%2F00000000-0000-4000-8000-0000000000a1%3Fdone%3Drecorded");
        assertNull(
                page(200, "/allocations/00000000-0000-4000-8000-0000000000a3").selectFirst(".ft-done"),
                "of another record");
        cookies.remove("fundtrail-done");
        assertNull(
                page(200, "/allocations/00000000-0000-4000-8000-0000000000a1?done=recorded")
                        .selectFirst(".ft-done"),
                "an address says nothing");
    }

    @Test
    void receipts_commitments_and_contracts_have_lists_of_all_and_of_a_day() {
        for (var list : List.of("receipts", "commitments", "contracts")) {
            StandIn.ASKED.clear();
            var page = page(200, "/" + list + "?asOf=2021-12-31&lang=en");
            assertEquals(
                    "What counted by 31 December 2021",
                    page.selectFirst(".ft-past strong").text());
            assertTrue(StandIn.ASKED.stream()
                    .anyMatch(asked -> asked.contains("/" + list + "?") && asked.contains("asOf=2021-12-31")));
            assertTrue(page(200, "/" + list).text().contains("0 records"));
        }
    }

    private static void counts(String list, String total) {
        StandIn.OTHERWISE.put(
                "GET " + list,
                said -> said.replace(
                        "\"next\": null",
                        "\"next\": \"n1\", \"total\": {\"amount\": \"" + total
                                + "\", \"currency\": \"EUR\"}, \"recorded\": 4321"));
    }

    @Test
    void a_list_of_what_belongs_to_one_record_keeps_the_day_and_says_its_total_and_what_it_was_read_from() {
        var works =
                "{\"id\": \"00000000-0000-4000-8000-000000000d11\", \"reference\": \"BORDER\", \"title\": {\"en\": \"Border\"}}";
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/works-programmes/00000000-0000-4000-8000-000000000d11", said -> works);
        counts("/api/funding/v1/commitments", "20.25");
        counts("/api/funding/v1/allocations/00000000-0000-4000-8000-0000000000a1/commitments", "20.25");
        counts("/api/funding/v1/allocations/00000000-0000-4000-8000-0000000000a1/receipts", "20.25");
        counts("/api/infrastructure/v1/contracts", "20.25");
        for (var list : List.of(
                "/commitments?project=00000000-0000-4000-8000-000000000d01",
                "/commitments?allocation=00000000-0000-4000-8000-0000000000a1",
                "/receipts?allocation=00000000-0000-4000-8000-0000000000a1",
                "/contracts?project=00000000-0000-4000-8000-000000000d01",
                "/contracts?worksProgramme=00000000-0000-4000-8000-000000000d11")) {
            StandIn.ASKED.clear();
            var page = page(200, list + "&asOf=2021-12-31&lang=en");
            assertEquals("in total €20.25", page.getElementById("total").text(), list);
            var by = list.substring(list.indexOf('?') + 1);
            assertEquals(
                    "?" + by + "&asOf=2021-12-31&after=n1",
                    page.selectFirst("a[rel=next]").attr("href"));
            assertTrue(StandIn.ASKED.stream().anyMatch(asked -> asked.contains("asOf=2021-12-31&limit=50")), list);
            assertEquals(list, page.selectFirst(".ft-past a").attr("href"));
            var hidden = page.selectFirst("form[method=get] input[type=hidden]");
            assertEquals(by, hidden.attr("name") + "=" + hidden.val());
            assertTrue(
                    page.selectFirst("footer")
                            .text()
                            .contains("from 4,321 entries of "
                                    + (list.startsWith("/contracts") ? "infrastructure" : "funding")),
                    list);
        }
        StandIn.OTHERWISE.clear();
        assertNull(page(200, "/receipts?allocation=00000000-0000-4000-8000-0000000000a1")
                .getElementById("total"));
        assertFalse(page(200, "/receipts?allocation=00000000-0000-4000-8000-0000000000a1&lang=en")
                .selectFirst("footer")
                .text()
                .contains("read from the books"));
    }

    @Test
    void a_list_asks_for_what_is_searched_and_keeps_it() {
        for (var list :
                List.of("/receipts", "/commitments", "/contracts", "/programmes", "/estimates", "/works-programmes")) {
            StandIn.ASKED.clear();
            var page = page(200, list + "?q=BŠ-1&lang=lt");
            assertEquals("BŠ-1", page.getElementById("q").val(), list);
            assertTrue(StandIn.ASKED.stream().anyMatch(asked -> asked.contains("q=BŠ-1")), list);
        }
        assertTrue(page(200, "/receipts?q=1&lang=lt").text().contains("Pagal šiuos filtrus nieko nerasta."));
        assertTrue(page(200, "/receipts?lang=lt").text().contains("Dar nieko neįrašyta."));
    }

    @Test
    void the_figures_of_an_allocation_and_a_project_lead_to_what_they_are_made_of() {
        var today = LocalDate.now(ZoneId.of("Europe/Vilnius"));
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/projects/00000000-0000-4000-8000-000000000d01",
                said -> said.replace(
                        "\"version\"",
                        "\"contracted\": {\"amount\": \"43000000.10\", \"currency\": \"EUR\"}, \"version\""));
        var project = page(200, "/projects/00000000-0000-4000-8000-000000000d01?lang=en");
        assertEquals(
                "€43,000,000.10",
                project.selectFirst(
                                "a[href='/contracts?project=00000000-0000-4000-8000-000000000d01&asOf=" + today + "']")
                        .text());
        assertEquals(
                "€152,460,000.00",
                project.selectFirst("a[href='/commitments?project=00000000-0000-4000-8000-000000000d01&asOf=" + today
                                + "']")
                        .text());
        var sum = "{\"amount\": \"7.00\", \"currency\": \"EUR\"}";
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/allocations/00000000-0000-4000-8000-0000000000a1",
                said -> said.replace(
                        "\"balances\": null",
                        ("\"balances\": {\"allocated\": %s, \"available\": %s, \"reserved\": %s, \"committed\": %s, \"toReceive\": %s, \"announced\": %s, \"received\": %s, "
                                        + "\"claimed\": %s, \"reimbursed\": %s, \"toRecover\": %s, \"recovered\": %s}")
                                .replace("%s", sum)));
        var allocation = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        assertNotNull(allocation.selectFirst(
                "a[href='/commitments?allocation=00000000-0000-4000-8000-0000000000a1&asOf=" + today + "']"));
        assertNotNull(allocation.selectFirst(
                "a[href='/receipts?allocation=00000000-0000-4000-8000-0000000000a1&asOf=" + today + "']"));
        assertEquals(
                6, allocation.select("#life li").size(), "allocated, received, committed, claimed, paid, recovered");
    }

    @Test
    void the_form_of_a_commitment_reads_the_position_once() {
        var form = page(200, "/commitments/new?allocation=00000000-0000-4000-8000-0000000000a1");
        StandIn.ASKED.clear();
        var answers = Map.of(
                "project", "00000000-0000-4000-8000-000000000d01",
                "amount", "1",
                "legalCommitment.reference", "LC",
                "legalCommitment.date.day", "1",
                "legalCommitment.date.month", "9",
                "legalCommitment.date.year", "2021");
        assertEquals(
                200,
                send(form, "/commitments/new/00000000-0000-4000-8000-0000000000a1/check", answers)
                        .statusCode());
        assertEquals(
                2, // once in each service
                StandIn.ASKED.stream()
                        .filter(asked -> asked.contains("/position"))
                        .count());
    }

    @Test
    void what_only_waits_is_not_called_allocated() {
        assertEquals(
                "Proposed",
                page(200, "/allocations/00000000-0000-4000-8000-0000000000a1?lang=en")
                        .getElementById("a-h")
                        .text());
    }

    @Test
    void what_a_service_refuses_somebody_on_a_page_is_in_the_security_log() throws Exception {
        var foreign = Noted.inSecurityLog(() -> page(404, "/allocations/foreign"));
        assertTrue(foreign.contains("\"why\":\"foreign\",\"user\":\"officer\""), foreign);
        var narrowed = Noted.inSecurityLog(() -> page(200, "/allocations?q=foreign"));
        assertTrue(narrowed.contains("\"why\":\"foreign\",\"user\":\"officer\""), narrowed);
        var denied = Noted.inSecurityLog(() -> page(403, "/allocations/denied"));
        assertTrue(denied.contains("\"why\":\"service\",\"user\":\"officer\""), denied);
        var unknown = Noted.inSecurityLog(() -> page(404, "/allocations/unknown"));
        assertEquals("[]", unknown);
    }

    @Test
    void a_mark_that_turns_text_round_is_kept_to_itself_on_the_page_and_whole_in_a_field() {
        var shown = get("/allocations/00000000-0000-4000-8000-0000000000a5").asString();
        assertTrue(
                shown.contains("\u2068Reception \u202Efdp.exe\u202C\u2069")
                        || shown.contains("\u2068Reception \u202Efdp.exe\u2069"),
                shown);
        var source = new HashMap<>(SOURCE);
        source.put("purpose", "Reception \u202Efdp.exe");
        source.remove("donor");
        source.put("donor", "");
        var again = read(400, send(page(200, "/allocations/new"), "/allocations/new/amount", source));
        assertEquals("Reception \u202Efdp.exe", again.getElementById("purpose").val());
    }

    @Test
    void a_list_of_allocations_is_not_filtered_by_a_day_that_is_none() {
        var page = page(400, "/allocations?from=2026-02-31&to=soon&lang=en");
        assertTrue(page.title().startsWith("Error:"), page.title());
        assertEquals("2026-02-31", page.getElementById("from").val());
        assertNotNull(page.getElementById("from-error"));
        assertNotNull(page.getElementById("to-error"));
        assertFalse(page.text().contains("EMAS-2021-LT"), "nothing that was not asked for");
        assertEquals(400, get("/allocations/allocations.csv?from=2026-02-31").statusCode());
    }

    @Test
    void a_list_is_sorted_by_its_heads_says_its_sum_and_leaves_its_filters_one_by_one() {
        var page = page(200, "/allocations?status=PROPOSED&q=emas&sort=allocated&lang=en");
        assertTrue(page.getElementById("res-h").text().contains("€12.00 in all"), page.text());
        var amount = page.selectFirst("th[aria-sort=ascending] a");
        assertEquals("Allocated now", amount.text());
        assertTrue(amount.attr("href").endsWith("sort=-allocated"), amount.attr("href"));
        assertTrue(amount.attr("href").contains("status=PROPOSED"), "the filters stay");
        var chips = page.select(".ft-chips a");
        assertEquals(2, chips.size());
        assertEquals("?status=PROPOSED&sort=allocated&", chips.get(0).attr("href"));
        var file = get("/allocations/allocations.xlsx?status=PROPOSED");
        assertEquals(200, file.statusCode());
        assertTrue(file.contentType().contains("spreadsheetml"), file.contentType());
        assertEquals('P', file.asByteArray()[0]);
    }

    @Test
    void a_day_of_the_audit_trail_that_cannot_be_read_is_named() {
        var page = page(400, "/audit?from=2026-02-31");
        assertTrue(page.title().startsWith("Error"), page.title());
        assertNotNull(page.getElementById("from-error"));
        assertEquals("2026-02-31", page.getElementById("from").val());
        given().cookies(cookies).get("/audit/entries.csv?to=yesterday").then().statusCode(400);
        var reversed = page(400, "/audit?from=2021-09-02&to=2021-09-01");
        assertEquals(
                "Last day: not before 2 September 2021",
                reversed.select(".govuk-error-summary__list").text());
    }

    @Test
    void the_audit_file_is_a_line_per_changed_field_with_its_amount() {
        var file = given().cookies(cookies)
                .get("/audit/entries.csv?service=funding")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(5, file.split("\r\n").length, file);
        assertTrue(file.contains("\"37000000.00\",\"EUR\",\"Amount\",\"\",\"37000000.00\""), file);
        assertTrue(file.contains("\"Ona Kazlauskienė\""), file);
        assertTrue(file.contains("\"Funding officer\",\"Pages\",\"LT-VRM\""), file);
        assertTrue(file.contains("\"Status\",\"\",\"Waiting for approval\""), file);
        assertTrue(file.contains("\"May pay for\",\"\",\"Reception of migrants; IT system\""), file);
    }

    @Test
    void the_file_of_allocations_is_as_the_spreadsheet_of_its_reader_takes_it() {
        assertEquals(200, get("/?lang=lt").statusCode());
        cookies.put("fundtrail-language", "lt");
        var lithuanian = get("/allocations/allocations.csv").asString().split("\r\n");
        assertTrue(lithuanian[0].startsWith("\ufeff\"Numeris\";") || lithuanian[0].contains("\";\""), lithuanian[0]);
        assertTrue(lithuanian[1].contains("\"37000000,00\""), lithuanian[1]);
        assertTrue(lithuanian[1].contains("\"0,9\""), lithuanian[1]);
        cookies.put("fundtrail-language", "en");
        var english = get("/allocations/allocations.csv").asString().split("\r\n");
        assertTrue(english[0].startsWith("\ufeff\"Reference\",\"Programme\""), english[0]);
        assertTrue(
                english[1].contains("\"37000000.00\"") && english[1].contains("\"Waiting for approval\""), english[1]);
    }

    @Test
    void a_fourth_source_is_carried_once_however_often_a_page_is_passed() {
        var fourth = Map.of("sources[3].title", "The fourth", "sources[3].date.year", "2021");
        var second = read(200, send(page(200, "/allocations/new"), "/allocations/new/amount", both(SOURCE, fourth)));
        var page = read(200, send(second, "/allocations/new/sources", amount("1.00")));
        assertEquals(1, page.select("[name='sources[3].title']").size(), "asked here and not carried too");
        assertEquals("The fourth", page.selectFirst("[name='sources[3].title']").val());
        assertEquals(1, page.select("[name=reference]").size());
        var odd = Map.of("sources[99999999999].title", "x", "sources[x].title", "x");
        assertEquals(
                200,
                send(second, "/allocations/new/sources", both(amount("1.00"), odd))
                        .statusCode());
    }

    @Test
    void what_was_sent_and_got_no_answer_is_kept_and_sent_again_under_its_key() {
        var check = checked(SOURCE, "37 000 000.00");
        var key = check.selectFirst("input[name=form-key]").val();
        StandIn.isLosingAnswers = true;
        var lost = read(503, send(check, "/allocations/new/record", Map.of()));
        assertTrue(lost.text().contains("not known") && !lost.text().contains("Nothing was recorded"), lost.text());
        assertTrue(lost.text().contains("€37,000,000.00"), "what was entered is shown: " + lost.text());
        assertEquals(key, lost.selectFirst("#answers input[name=form-key]").val());
        StandIn.isLosingAnswers = false;
        assertEquals(303, send(lost, "/allocations/new/record", Map.of()).statusCode());
        assertEquals(2, StandIn.SENT.size());
        assertEquals(StandIn.SENT.get(0), StandIn.SENT.get(1), "the same, under the same key");
    }

    @Test
    void a_decision_that_got_no_answer_can_be_sent_again_too() {
        var detail = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        StandIn.isLosingAnswers = true;
        var lost = read(
                503,
                send(
                        detail,
                        "/allocations/00000000-0000-4000-8000-0000000000a1/decision",
                        Map.of("outcome", "APPROVED")));
        assertEquals(
                "APPROVED",
                lost.selectFirst("#answers input[name=outcome][checked]").val());
        assertEquals("4", lost.selectFirst("#answers input[name=version]").val());
        StandIn.isLosingAnswers = false;
        assertEquals(
                303,
                send(lost, "/allocations/00000000-0000-4000-8000-0000000000a1/decision", Map.of())
                        .statusCode());
    }

    @Test
    void a_change_of_a_commitment_that_was_overtaken_says_what_is_recorded_and_can_be_sent_over_it() {
        var ask = page(200, "/commitments/00000000-0000-4000-8000-000000000c01/change");
        var check = read(
                200,
                send(
                        ask,
                        "/commitments/00000000-0000-4000-8000-000000000c01/change/check",
                        Map.of("amount", "30.00", "version", "6")));
        var stale = read(412, send(check, "/commitments/00000000-0000-4000-8000-000000000c01/change/record", Map.of()));
        assertTrue(stale.text().contains("Recorded now: Amount: €20.00"), stale.text());
        assertEquals("30.00", stale.getElementById("amount").val());
        assertEquals(
                "7", stale.selectFirst("input[name=version]").val(), "the next try is not of an old version again");
    }

    @Test
    void what_is_committed_beyond_a_baseline_or_outside_the_eligibility_period_is_said_before_and_not_refused() {
        var ask = page(200, "/commitments/new?allocation=00000000-0000-4000-8000-0000000000a1&lang=en");
        assertTrue(
                ask.selectFirst("#project option[value=00000000-0000-4000-8000-000000000d01]")
                        .text()
                        .contains("not covered €0.00"),
                ask.text());
        assertTrue(ask.text().contains("Eligible are 1 July 2021 to 31 December 2022"), ask.text());
        var answers = Map.of(
                "project", "00000000-0000-4000-8000-000000000d01",
                "amount", "1000000.00",
                "legalCommitment.reference", "LC-2",
                "legalCommitment.date.day", "1",
                "legalCommitment.date.month", "6",
                "legalCommitment.date.year", "2021");
        var check = read(200, send(ask, "/commitments/new/00000000-0000-4000-8000-0000000000a1/check", answers));
        assertTrue(
                check.text()
                        .contains(
                                "has €153,460,000.00 committed, €1,000,000.00 more than its baseline of €152,460,000.00"),
                check.text());
        assertTrue(check.text().contains("outside the eligibility period"), check.text());
        assertNotNull(check.selectFirst("form[action=/commitments/new/00000000-0000-4000-8000-0000000000a1/record]"));
    }

    @Test
    void a_receipt_before_the_decision_is_said_on_the_form_and_when_it_is_checked() {
        var ask = page(200, "/receipts/new?allocation=00000000-0000-4000-8000-0000000000a1&lang=en");
        assertTrue(ask.text().contains("decided on 11 August 2021"), ask.text());
        var answers = Map.of(
                "kind", "INTERIM",
                "amount", "1.00",
                "bankReference", "B-1",
                "valueDate.day", "10",
                "valueDate.month", "8",
                "valueDate.year", "2021");
        assertTrue(read(200, send(ask, "/receipts/new/00000000-0000-4000-8000-0000000000a1/check", answers))
                .text()
                .contains("before the decision"));
    }

    @Test
    void the_frame_of_a_page_asks_each_service_once_what_waits() {
        StandIn.ASKED.clear();
        assertTrue(page(200, "/receipts?lang=en").text().contains("Approvals2 waiting for you"));
        assertEquals(
                2,
                StandIn.ASKED.stream()
                        .filter(asked -> asked.contains("/standing"))
                        .count());
        assertEquals(3, StandIn.ASKED.size(), "and the list: " + StandIn.ASKED);
        StandIn.waiting = 100;
        assertTrue(page(200, "/receipts?lang=en").text().contains("Approvals99+"));
        StandIn.waiting = 0;
        assertFalse(page(200, "/receipts?lang=en").text().contains("waiting for you"));
    }

    @Test
    void what_came_back_and_what_is_asked_is_counted_beside_the_overview_for_everybody() {
        StandIn.waiting = 0;
        for (var user : List.of("officer", "approver", "admin")) {
            signIn(user);
            assertNull(page(200, "/receipts?lang=en").selectFirst(".ft-count"), "nothing is asked");
            StandIn.returned = 2;
            StandIn.asked = 1;
            assertEquals(
                    "Overview6 came back to you or asked of you",
                    page(200, "/receipts?lang=en").select("a:has(.ft-count)").text());
            StandIn.asked = 100;
            assertEquals(
                    "Apžvalga99+ grąžinta jums arba jūsų klausiama",
                    page(200, "/receipts?lang=lt").select("a:has(.ft-count)").text());
            StandIn.returned = 0;
            StandIn.asked = 0;
        }
        StandIn.asked = 3;
        StandIn.infrastructureIsDown = true;
        assertTrue(page(200, "/receipts?lang=en").text().contains("Overview3 came back to you"));
    }

    @Test
    void what_waits_is_read_on_in_each_service_from_where_the_page_ended() {
        StandIn.ASKED.clear();
        page(200, "/approvals?after=infrastructure:abc");
        assertEquals(
                List.of( // of the other one, read to its end, only how much of it waits
                        "/api/funding/v1/approvals?limit=1", "/api/infrastructure/v1/approvals?after=abc&limit=50"),
                StandIn.ASKED.stream()
                        .filter(asked -> asked.contains("/approvals"))
                        .toList());
    }

    @Test
    void what_is_committed_to_a_project_is_the_sum_that_the_books_keep_not_one_of_a_first_page() {
        var page = page(
                200,
                "/projects/00000000-0000-4000-8000-000000000d01?lang=en"); // the list of its commitments is empty here
        assertEquals(
                "€152,460,000.00",
                page.selectFirst("a[href^=/commitments?project=00000000-0000-4000-8000-000000000d01&asOf=]")
                        .text());
        assertTrue(
                page.selectFirst("footer").text().contains("from 12 entries of funding"),
                page.selectFirst("footer").text());
    }

    @Test
    void what_belongs_to_a_record_is_counted_and_goes_on_where_its_page_ends() {
        StandIn.isLong = true;
        var record = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        assertEquals("Money received (312)", record.getElementById("r-h").text());
        assertNotNull(record.selectFirst("a[href='/commitments?allocation=00000000-0000-4000-8000-0000000000a1']"));
        assertNotNull(
                record.selectFirst(
                        "a[href='/audit?subject=00000000-0000-4000-8000-0000000000a1&service=funding']:contains(whole history)"));
        var list = page(200, record.selectFirst("#receipts a[href^=/receipts?]").attr("href"));
        assertTrue(list.getElementById("res-h").text().startsWith("1 to 1 of 312"), list.text());
        assertTrue(list.selectFirst("h1").text().contains("EMAS-2021-LT"));
        assertNotNull(list.selectFirst("a.govuk-back-link[href=/allocations/00000000-0000-4000-8000-0000000000a1]"));
        var further = list.selectFirst("a[rel=next]").attr("href");
        assertEquals("?allocation=00000000-0000-4000-8000-0000000000a1&after=n1", further);
        var second = page(200, "/receipts" + further);
        assertEquals("2 to 2 of 312", second.getElementById("res-h").text());
        assertEquals(
                "?allocation=00000000-0000-4000-8000-0000000000a1&",
                second.selectFirst("a[rel=prev]").attr("href"),
                "the first page, which counts and adds up anew");
    }

    @Test
    void a_choice_offers_all_that_there_is_not_the_first_page_of_it() {
        StandIn.isLong = true;
        assertEquals(
                List.of("", "00000000-0000-4000-8000-000000000e01", "00000000-0000-4000-8000-000000000e02"),
                page(200, "/allocations/new")
                        .select("select[name=programme] option")
                        .eachAttr("value"));
    }

    @Test
    void a_form_that_is_of_no_record_leads_to_where_one_is_chosen() {
        for (var form : Map.of(
                        "/commitments/new",
                        "/allocations",
                        "/receipts/new",
                        "/allocations",
                        "/contracts/new?project=",
                        "/projects")
                .entrySet()) {
            var answer = get(form.getKey());
            assertEquals(303, answer.statusCode(), form.getKey());
            assertTrue(answer.header("Location").endsWith(form.getValue()), form.getKey());
        }
    }

    @Test
    void a_form_that_cannot_be_read_is_the_senders_mistake_and_no_failure_of_ours() {
        var token = page(200, "/allocations/new")
                .selectFirst("input[name=csrf-token]")
                .val();
        var many = new StringBuilder();
        for (int n = 0; n < 5000; n++) {
            many.append("&f").append(n).append("=1");
        }
        for (var bad : List.of("&reference=%zz", "&reference=%", many.toString())) {
            var answer = given().cookies(cookies)
                    .contentType("application/x-www-form-urlencoded")
                    .body("csrf-token=" + token + bad)
                    .post("/allocations/new/amount");
            assertEquals(400, answer.statusCode(), bad.substring(0, 10));
        }
    }

    @Test
    void what_is_no_version_is_sent_as_one_that_no_record_has() {
        send(
                page(200, "/allocations/00000000-0000-4000-8000-0000000000a1"),
                "/allocations/00000000-0000-4000-8000-0000000000a1/decision",
                Map.of("outcome", "APPROVED", "version", "\u0000x"));
        assertEquals("\"999999999\"", StandIn.SENT.get(0).version());
    }

    @Test
    void what_a_page_asks_is_dropped_when_its_reader_has_gone_and_nobody_has_failed() throws Exception {
        var session = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var asked = StandIn.endless;
        var noted = Noted.in("", () -> {
            try (var reader = new Socket("127.0.0.1", RestAssured.port)) {
                reader.getOutputStream()
                        .write(("GET /allocations/endless HTTP/1.1\r\nHost: localhost\r\nCookie: " + session
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 200 && asked.getCount() == 2; i++) {
                    Thread.sleep(25);
                }
            }
            assertTrue(asked.await(5, TimeUnit.SECONDS), "the service is still asked");
            Thread.sleep(300); // it would be said by now
            return null;
        });
        assertFalse(noted.contains("WARN") || noted.contains("ERROR"), noted);
    }

    @Test
    void a_service_that_is_down_is_named() {
        StandIn.infrastructureIsDown = true;
        var approvals = page(200, "/approvals");
        assertTrue(approvals.text().contains("infrastructure service cannot be reached"), approvals.text());
        assertTrue(approvals.text().contains("EMAS-2021-LT"));
        var overview = page(503, "/");
        assertTrue(overview.text().contains("infrastructure"), overview.text());
    }

    @Test
    void a_refused_sign_in_says_so_in_the_readers_language() {
        cookies.clear();
        var refused = page(200, "/sign-in?refused&lang=lt");
        assertTrue(refused.title().startsWith("Klaida:"), refused.title());
        assertNotNull(refused.getElementById("j_username-error"));
        assertTrue(page(200, "/sign-in").select(".govuk-error-summary").isEmpty());
    }

    @Test
    void what_is_not_there_has_a_page_with_a_way_on() {
        var nowhere = page(404, "/nowhere");
        assertNotNull(nowhere.selectFirst("main a[href=/]"));
        var absent = page(404, "/allocations/unknown?lang=lt");
        assertTrue(absent.text().contains("Tokio puslapio nėra"), absent.text());
    }
}
