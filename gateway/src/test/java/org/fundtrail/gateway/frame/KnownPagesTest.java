package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What is known is not typed again. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class KnownPagesTest extends PageTest {
    private static final String ALLOCATION = "00000000-0000-4000-8000-0000000000a1";
    private static final String PROGRAMME = "00000000-0000-4000-8000-000000000e01";
    private static final String PROJECT = "00000000-0000-4000-8000-000000000d01";
    private static final String COMMITMENT = "00000000-0000-4000-8000-000000000c01";
    private static final String CONTRACT = "00000000-0000-4000-8000-000000000c11";
    private static final String RECEIPT = "00000000-0000-4000-8000-000000000a11";
    private static final String SIGNED = """
            {"id": "00000000-0000-4000-8000-000000000c11", "reference": "S-1", "contractor": {"name": "UAB <Tvora>", "identifier": "301"},
             "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER"},
             "net": {"amount": "100.00", "currency": "EUR"}, "vatRate": "0.05", "gross": {"amount": "105.00", "currency": "EUR"},
             "signedOn": "2021-09-01", "dueOn": "2022-09-30", "status": "PROPOSED", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"},
             "recordedAt": "2026-11-23T16:20:00Z", "version": 7, "actions": [], "ownRecord": true, "steps": []}""";
    private static final String ARRIVED = """
            {"id": "00000000-0000-4000-8000-000000000a11", "allocation": {"id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"},
             "kind": "PRE_FINANCING", "amount": {"amount": "20.00", "currency": "EUR"}, "valueDate": "2021-08-23", "bankReference": "B-1",
             "status": "RECORDED", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"},
             "recordedAt": "2026-11-23T16:20:00Z", "version": 7, "actions": [], "ownRecord": true, "steps": []}""";

    private static void recorded() {
        StandIn.OTHERWISE.put("GET /api/infrastructure/v1/contracts/" + CONTRACT, none -> SIGNED);
        StandIn.OTHERWISE.put("GET /api/funding/v1/receipts/" + RECEIPT, none -> ARRIVED);
    }

    private static String day(Document page, String field) {
        return page.getElementById(field + ".year").val()
                + "-" + page.getElementById(field + ".month").val()
                + "-" + page.getElementById(field + ".day").val();
    }

    private static Map<String, String> said(Document page, String field) {
        var list = page.getElementById(page.getElementById(field).attr("list"));
        assertEquals("datalist", list.tagName());
        return Map.of(list.child(0).val(), list.child(0).text());
    }

    // ── Another like this ──

    @Test
    void a_record_leads_to_a_form_filled_in_from_it_but_for_what_is_its_own() {
        recorded();
        isFilledIn("officer", "/receipts/" + RECEIPT, "/commitments/" + COMMITMENT);
        isFilledIn("officer", "/allocations/" + ALLOCATION, "/programmes/" + PROGRAMME);
        isFilledIn("engineer", "/contracts/" + CONTRACT);
    }

    private void isFilledIn(String recorder, String... pages) {
        signIn(recorder);
        for (var at : pages) {
            var link = page(200, at + "?lang=en").selectFirst("a:containsOwn(Record another like this)");
            assertNotNull(link, at);
            var form = page(200, link.attr("href"));
            assertNull(form.selectFirst("form#answers [name=version]"), at);
            var own = form.select(
                    "#reference, #bankReference, #legalCommitment\\.reference, #decision\\.reference, #code");
            assertFalse(own.isEmpty(), at);
            own.forEach(field -> assertEquals("", field.val(), at));
        }
    }

    @Test
    void a_contract_like_another_begins_with_its_contractor_its_sum_and_its_days() {
        recorded();
        signIn("engineer");
        var form = page(200, "/contracts/new?project=" + PROJECT + "&like=" + CONTRACT + "&lang=en");
        assertEquals("UAB <Tvora>", form.getElementById("contractor.name").val());
        assertEquals("100.00", form.getElementById("net").val());
        assertEquals("5", form.getElementById("vatRate").val());
        assertEquals("2022-9-30", day(form, "dueOn"));
        assertEquals(
                "21",
                page(200, "/contracts/new?project=" + PROJECT)
                        .getElementById("vatRate")
                        .val());
    }

    @Test
    void an_allocation_like_another_carries_its_amount_into_the_next_step() {
        var source = page(200, "/allocations/new?like=" + ALLOCATION + "&lang=en");
        assertEquals(
                "Ministry <of> the Interior", source.getElementById("recipient").val());
        var amount = read(200, send(source, "/allocations/new/amount", Map.of("reference", "A-2")));
        assertEquals("37,000,000.00", amount.getElementById("amount").val());
        assertEquals("", amount.getElementById("decision.reference").val());
        assertEquals("2021-8-11", day(amount, "decision.date"));
        var sources = read(200, send(amount, "/allocations/new/sources", Map.of("decision.reference", "C(2022) 1")));
        assertTrue(
                sources.select("#answers input[type=text][value]")
                        .not("[value='']")
                        .isEmpty(),
                "its own sources");
    }

    @Test
    void who_just_recorded_a_receipt_or_a_contract_is_offered_the_next_one() {
        recorded();
        isOffered("/receipts/" + RECEIPT, "/receipts/new?allocation=" + ALLOCATION, "&like=" + RECEIPT);
        signIn("engineer");
        isOffered("/contracts/" + CONTRACT, "/contracts/new?project=" + PROJECT, "&like=" + CONTRACT);
    }

    private void isOffered(String recorded, String another, String like) {
        cookies.put("fundtrail-done", recorded + "?done=recorded");
        var banner = page(200, recorded + "?lang=en").selectFirst(".ft-done");
        assertEquals(List.of(another, another + like), banner.select("a").eachAttr("href"));
        assertNull(page(200, recorded).selectFirst(".ft-done"), "said once");
    }

    @Test
    void a_receipt_recorded_with_add_another_leads_to_the_next_form_filled_in_and_says_what_was_recorded() {
        recorded();
        var post = "POST /api/funding/v1/allocations/" + ALLOCATION + "/receipts";
        StandIn.OTHERWISE.put(post, none -> ARRIVED);
        var base = "/receipts/new/" + ALLOCATION + "/";
        var typed = Map.of(
                "kind", "INTERIM",
                "amount", "20.00",
                "valueDate.day", "23",
                "valueDate.month", "8",
                "valueDate.year", "2021",
                "bankReference", "B-1");
        var check = read(
                200, send(page(200, "/receipts/new?allocation=" + ALLOCATION + "&lang=en"), base + "check", typed));
        assertNotNull(check.selectFirst("button[formaction=" + base + "another]"), check.text());
        var next = "/receipts/new?allocation=" + ALLOCATION + "&like=" + RECEIPT;
        for (int click = 0; click < 2; click++) { // a double click is sent twice under one key
            var answer = send(check, base + "record", base + "another", Map.of());
            assertEquals(303, answer.statusCode());
            assertEquals(next, at(answer.header("Location")));
        }
        assertEquals(1, StandIn.SENT.stream().map(StandIn.Sent::key).distinct().count());
        var form = page(200, next);
        var banner = form.selectFirst(".ft-done");
        assertTrue(banner.text().contains("The receipt is recorded and waits for an accountant."), banner.text());
        assertEquals("/receipts/" + RECEIPT, banner.selectFirst("a").attr("href"));
        assertEquals("2021-8-23", day(form, "valueDate"));
        assertEquals("", form.getElementById("bankReference").val());
        assertNotEquals(
                StandIn.SENT.get(0).key(), form.selectFirst("[name=form-key]").val(), "it is another record");
        assertNull(page(200, next).selectFirst(".ft-done"), "said once");
    }

    @Test
    void a_form_of_which_there_is_one_offers_no_other() {
        signIn("engineer");
        var base = "/projects/" + PROJECT + "/estimates/new/";
        var ask = page(200, "/projects/" + PROJECT + "/estimates/new?lang=en");
        var typed = new HashMap<String, String>();
        ask.select("form#answers [name]:not([type=hidden]):not(button)")
                .forEach(field -> typed.put(field.attr("name"), "1"));
        typed.putAll(Map.of("date.day", "1", "date.month", "2", "date.year", "2021", "vatRate", "21"));
        ask.select("form#answers [type=radio], form#answers select option[value]")
                .forEach(one -> {
                    if (!one.val().isEmpty()) {
                        typed.put(
                                one.tagName().equals("option") ? one.parent().attr("name") : one.attr("name"),
                                one.val());
                    }
                });
        var check = read(200, send(ask, base + "check", typed));
        assertNotNull(check.selectFirst("form[action=" + base + "record]"), check.text());
        assertNull(check.selectFirst("button[formaction$=/another]"));
    }

    @Test
    void who_records_nothing_is_led_to_no_form() {
        recorded();
        signIn("auditor");
        for (var at : List.of("/contracts/" + CONTRACT, "/allocations/" + ALLOCATION, "/programmes/" + PROGRAMME)) {
            assertTrue(page(200, at).select("main a[href*=/new]").isEmpty(), at);
        }
    }

    // ── From the last allocation of the programme ──

    @Test
    void an_allocation_begun_at_its_programme_takes_parties_and_eligibility_from_the_last_one() {
        var link =
                page(200, "/programmes/" + PROGRAMME + "?lang=en").selectFirst("a:containsOwn(Record an allocation)");
        var source = page(200, link.attr("href"));
        assertEquals(PROGRAMME, source.select("#programme option[selected]").val());
        assertEquals("European Commission", source.getElementById("donor").val());
        assertEquals(
                "Ministry <of> the Interior", source.getElementById("recipient").val());
        assertEquals(
                "EMERGENCY_ASSISTANCE",
                source.select("#actionType option[selected]").val());
        assertEquals("", source.getElementById("purpose").text());
        assertTrue(source.selectFirst(".govuk-inset-text").text().contains("EMAS-2021-LT, the last allocation"));

        var amount = read(
                200, send(source, "/allocations/new/amount", Map.of("reference", "A-2", "purpose", "Another bus")));
        assertEquals("2021-7-1", day(amount, "eligibility.from"));
        assertEquals("2022-12-31", day(amount, "eligibility.to"));
        assertEquals("", amount.getElementById("amount").val());
        assertTrue(amount.selectFirst(".govuk-inset-text").text().contains("EMAS-2021-LT"));
    }

    @Test
    void a_programme_chosen_in_the_form_fills_it_in_on_request_and_replaces_nothing() {
        var blank = page(200, "/allocations/new?lang=en");
        assertEquals("", blank.getElementById("donor").val());
        assertNull(blank.selectFirst(".govuk-inset-text"));
        var button = blank.selectFirst("button[formaction=/allocations/new/source]:contains(last allocation)");
        var stay = Map.of(button.attr("name"), button.val(), "programme", PROGRAMME, "reference", "A-2");
        var filled = read(200, send(blank, "/allocations/new/amount", "/allocations/new/source", stay));
        assertEquals("European Commission", filled.getElementById("donor").val());
        assertEquals("A-2", filled.getElementById("reference").val());
        assertNull(filled.selectFirst("button[formaction=/allocations/new/source]:contains(last allocation)"));

        var typed = read(
                200,
                send(
                        filled,
                        "/allocations/new/amount",
                        "/allocations/new/source",
                        Map.of("stay", "1", "donor", "Norway", "recipient", "")));
        assertEquals("Norway", typed.getElementById("donor").val());
        assertEquals("", typed.getElementById("recipient").val());
    }

    @Test
    void an_allocation_that_came_to_nothing_tells_nothing() {
        StandIn.OTHERWISE.put("GET /api/funding/v1/allocations", list -> list.replace("PROPOSED", "REJECTED"));
        var source = page(200, "/allocations/new?programme=" + PROGRAMME + "&lang=en");
        assertEquals("", source.getElementById("donor").val());
        assertTrue(source.selectFirst(".govuk-inset-text").text().startsWith("There is no earlier allocation"));
    }

    // ── Suggestions ──

    @Test
    void donors_and_recipients_are_suggested_from_what_was_said_before() {
        var source = page(200, "/allocations/new?lang=en");
        assertEquals(Map.of("European Commission", "European Commission"), said(source, "donor"));
        assertEquals(Map.of("Ministry <of> the Interior", "Ministry <of> the Interior"), said(source, "recipient"));
        assertTrue(StandIn.ASKED.stream()
                .anyMatch(asked -> asked.startsWith("/api/funding/v1/allocations?") && asked.contains("limit=100")));
    }

    @Test
    void contractors_are_suggested_with_what_tells_them_apart() {
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/contracts",
                none -> "{\"items\": [" + SIGNED + ", " + SIGNED + ", " + SIGNED.replace("\"301\"", "null")
                        + "], \"next\": null, \"first\": 1, \"count\": 3}");
        signIn("engineer");
        var form = page(200, "/contracts/new?project=" + PROJECT + "&lang=en");
        assertEquals(Map.of("UAB <Tvora>", "301"), said(form, "contractor.name"));
        assertEquals(Map.of("301", "UAB <Tvora>"), said(form, "contractor.identifier"));
        assertEquals(2, form.select("datalist option").size(), "each once, and nothing that was erased");
        assertEquals(
                "",
                form.getElementById("contractor.name").attr("autocomplete"),
                "else browsers hide what is suggested");
        assertEquals("off", form.getElementById("reference").attr("autocomplete"));
    }

    // ── Choices ──

    private static final String OUTSIDE = "00000000-0000-4000-8000-000000000d11";
    private static final String MAY = "RECEPTION,PHYSICAL_BARRIER";
    private static final String MAY_NOT =
            "SURVEILLANCE_SYSTEM,BORDER_CROSSING_POINT,EQUIPMENT,IT_SYSTEM,STAFF,TRAINING,OTHER";

    /** What the service finds of these kinds: BARRIER where that is asked for, and roads of these numbers. */
    private static void projects(String kinds, String asked, int count, boolean isBarrier, int... roads) {
        StandIn.OTHERWISE.put("GET /api/infrastructure/v1/projects?kinds=" + kinds + "&" + asked, list -> {
            var first = list.substring(list.indexOf('[') + 1, list.lastIndexOf(']'));
            var found = new ArrayList<String>();
            if (isBarrier) {
                found.add(first);
            }
            for (int road : roads) {
                found.add(first.replace("000000000d01", "000000000d%02d".formatted(road + 10))
                        .replace("BARRIER\", \"title", "ROAD-" + road + "\", \"title")
                        .replace("\"Barrier\"", "\"Žalioji " + road + "\"")
                        .replace("PHYSICAL_BARRIER", kinds.equals(MAY) ? "RECEPTION" : "STAFF"));
            }
            return "{\"items\": [" + String.join(", ", found) + "], \"next\": null, \"count\": " + count + "}";
        });
    }

    private static List<String> offered(Document form) {
        return form.select("#project option").not("[value='']").eachText();
    }

    @Test
    void a_project_that_the_programme_may_not_pay_for_is_offered_last_and_says_so() {
        projects(MAY, "sort=reference&limit=15", 1, true);
        projects(MAY_NOT, "sort=reference&limit=15", 1, false, 1);
        var form = page(200, "/commitments/new?allocation=" + ALLOCATION + "&lang=en");
        var offered = offered(form);
        assertEquals(2, offered.size());
        assertTrue(offered.get(0).startsWith("BARRIER Barrier: not covered"), offered.get(0));
        assertEquals(
                "ROAD-1 Žalioji 1. AMIF-EMAS does not name this among what it may pay for: Staff.", offered.get(1));
        assertNull(form.getElementById("find.project"), "few are read through");
        assertNull(form.getElementById("override.reason"), "nothing is overridden yet");
    }

    private Document sent(Document form, Map<String, String> answers) {
        var action = form.selectFirst("form#answers").attr("action");
        return Jsoup.parse(send(form, action, answers).asString());
    }

    @Test
    void a_project_outside_the_earmark_is_refused_with_the_law_and_then_asked_why_and_goes_on_with_the_reason() {
        projects(MAY, "sort=reference&limit=15", 1, true);
        projects(MAY_NOT, "sort=reference&limit=15", 1, false, 1);
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1/projects/" + OUTSIDE,
                said -> StandIn.PROJECT.replace("000000000d01", "000000000d11").replace("PHYSICAL_BARRIER", "STAFF"));
        var form = page(200, "/commitments/new?allocation=" + ALLOCATION + "&lang=en");
        var answers = new HashMap<>(Map.of(
                "project", OUTSIDE,
                "amount", "1",
                "legalCommitment.reference", "LC",
                "legalCommitment.date.day", "1",
                "legalCommitment.date.month", "9",
                "legalCommitment.date.year", "2021"));
        var refused = sent(form, answers);
        assertTrue(
                refused.selectFirst(".govuk-error-summary").text().contains("Regulation (EU) 2021/1147"),
                refused.text());
        assertNotNull(refused.getElementById("override.reason"), "now it is asked for");
        assertEquals(OUTSIDE, refused.selectFirst("#project option[selected]").val());
        answers.put("override.reason", "The Commission agreed");
        var checked = sent(refused, answers);
        assertNull(checked.selectFirst(".govuk-error-summary"), checked.text());
        assertTrue(checked.text().contains("The Commission agreed"), checked.text());
        answers.put("project", "00000000-0000-4000-8000-000000000d01");
        assertTrue(sent(refused, answers)
                .selectFirst(".govuk-error-summary")
                .text()
                .contains("It is not needed"));
    }

    @Test
    void of_many_projects_one_finds_ones_own_and_loses_nothing_that_was_typed() {
        projects(MAY, "sort=reference&limit=15", 20, true, 1, 2, 3);
        projects(MAY, "sort=reference&limit=1", 20, true);
        projects(MAY_NOT, "sort=reference&limit=15", 0, false);
        projects(MAY, "q=zalioji&sort=reference&limit=200", 2, false, 7, 8);
        projects(MAY, "q=barrier&sort=reference&limit=15", 1, true);
        for (var none : List.of("zalioji&sort=reference&limit=200", "barrier&sort=reference&limit=15")) {
            projects(MAY_NOT, "q=" + none, 0, false);
        }
        var form = page(200, "/commitments/new?allocation=" + ALLOCATION + "&lang=en");
        assertEquals(4, offered(form).size(), "what the service gives at once");
        var check = form.selectFirst("form#answers").attr("action");
        var find = form.selectFirst("button:containsOwn(Search the list)").attr("formaction");
        var found = read(200, send(form, check, find, Map.of("find.project", "zalioji ROAD-7", "amount", "12.00")));
        assertEquals(List.of("ROAD-7 Žalioji 7"), offered(found));
        assertEquals(
                "1 of 20 are offered below",
                found.getElementById("find.project-hint").text());
        assertEquals("12.00", found.getElementById("amount").val());

        var entered = read(200, send(found, check, Map.of("find.project", "Barrier")));
        assertEquals(1, offered(entered).size(), "Enter in the field looks as well");
        assertTrue(entered.select(".govuk-error-summary").isEmpty());
        var refused = read(400, send(entered, check, Map.of()));
        assertTrue(refused.selectFirst(".govuk-error-summary").text().contains("project"));

        var checked = read(
                200,
                send(
                        refused,
                        check,
                        Map.of(
                                "project", PROJECT,
                                "legalCommitment.reference", "LC-2",
                                "legalCommitment.date.day", "1",
                                "legalCommitment.date.month", "9",
                                "legalCommitment.date.year", "2021")));
        assertTrue(
                checked.selectFirst("dl").text().contains("BARRIER Barrier"),
                checked.select("dl").text());
        assertFalse(checked.select("dl").text().contains("find"));
        assertTrue(
                StandIn.ASKED.stream().noneMatch(asked -> asked.contains("/v1/projects?") && !asked.contains("kinds=")),
                "not all of them are read");
    }
}
