package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

/** A form is a draft: each step has an address at which what was typed is found again, right or wrong, until it is recorded. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DraftedFormTest extends PageTest {
    private static final String START = "/receipts/new?allocation=00000000-0000-4000-8000-0000000000a1";
    private static final String BASE = "/receipts/new/00000000-0000-4000-8000-0000000000a1/";
    private static final Map<String, String> RIGHT = Map.of(
            "kind",
            "INTERIM",
            "amount",
            "1000.50",
            "valueDate.day",
            "8",
            "valueDate.month",
            "10",
            "valueDate.year",
            "2021",
            "bankReference",
            "EC-2021-4711");

    private static Map<String, String> wrong() {
        var wrong = new HashMap<>(RIGHT);
        wrong.put("amount", "a lot");
        wrong.put("valueDate.day", "31");
        wrong.put("valueDate.month", "2");
        return wrong;
    }

    private String addressOf(String path) {
        return get(path).then().statusCode(303).extract().header("Location");
    }

    private String draft() {
        return StandIn.DRAFTS.keySet().iterator().next();
    }

    @Test
    void each_step_leads_to_an_address_that_can_be_loaded_again() {
        var form = page(200, START + "&lang=en");
        var checked = read(200, send(form, BASE + "check", RIGHT));
        assertTrue(checked.text().contains("€1,000.50"), checked.text());
        var again = page(200, BASE + "check?draft=" + draft());
        assertEquals(checked.select("dd").eachText(), again.select("dd").eachText());
        assertEquals(draft(), again.selectFirst("[name=form-key]").val(), "it is recorded once");
    }

    @Test
    void whoever_goes_back_to_the_start_finds_what_was_typed() {
        var start = at(addressOf(START));
        assertTrue(start.contains("draft="), start);
        read(200, send(page(200, start), BASE + "check", RIGHT));
        var back = page(200, start);
        assertEquals("1000.50", back.getElementById("amount").val());
        assertEquals("EC-2021-4711", back.getElementById("bankReference").val());
        assertEquals(1, StandIn.DRAFTS.size());
    }

    @Test
    void what_is_wrong_is_kept_letter_by_letter_and_said_at_its_field() {
        read(400, send(page(200, START), BASE + "check", wrong()));
        var again = page(400, BASE + "check?draft=" + draft());
        assertEquals("a lot", again.getElementById("amount").val());
        assertEquals("31", again.selectFirst("[name='valueDate.day']").val());
        assertNotNull(again.getElementById("amount-error"));
    }

    @Test
    void an_address_that_is_only_read_records_nothing() {
        read(200, send(page(200, START), BASE + "check", RIGHT));
        assertNotNull(page(200, BASE + "record?draft=" + draft()).selectFirst("form[action$=/record]"));
        var source = Map.of("programme", "00000000-0000-4000-8000-000000000e01", "reference", "ALL-1");
        StandIn.DRAFTS.clear();
        send(page(200, "/allocations/new"), "/allocations/new/amount", source);
        page(400, "/allocations/new/record?draft=" + draft());
        assertEquals(List.of(), StandIn.SENT);
    }

    @Test
    void a_draft_that_cannot_be_read_is_no_reason_to_begin_a_new_one() {
        read(200, send(page(200, START), BASE + "check", RIGHT));
        StandIn.draftsAreRefused = true;
        assertEquals(500, get(BASE + "form?draft=" + draft()).statusCode());
    }

    @Test
    void what_cannot_be_kept_stays_on_the_page_with_the_reason() {
        var form = page(200, START + "&lang=en");
        StandIn.draftsAreRefused = true;
        var refused = send(form, BASE + "check", RIGHT);
        assertEquals(500, refused.statusCode());
        assertTrue(refused.asString().contains("EC-2021-4711"), refused.asString());
    }

    @Test
    void in_the_other_language_an_amount_is_written_as_that_one_writes_it() {
        read(200, send(page(200, START + "&lang=en"), BASE + "check", RIGHT));
        var lithuanian = page(200, BASE + "form?lang=lt&draft=" + draft());
        assertEquals("1000,50", lithuanian.getElementById("amount").val().replaceAll("[^0-9,]", ""));
    }

    @Test
    void the_steps_of_an_allocation_are_found_again_by_their_addresses() {
        var source = Map.of(
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
        read(200, send(page(200, "/allocations/new"), "/allocations/new/amount", source));
        assertNotNull(page(200, "/allocations/new/amount?draft=" + draft()).getElementById("amount"));
        assertEquals(
                "ALL-1",
                page(200, "/allocations/new/source?draft=" + draft())
                        .getElementById("reference")
                        .val());
        assertEquals(
                "ALL-1",
                page(200, "/allocations/new?draft=" + draft())
                        .getElementById("reference")
                        .val());
    }

    @Test
    void drafts_stand_on_the_overview_and_at_their_list_until_they_are_thrown_away() {
        read(400, send(page(200, START + "&lang=en"), BASE + "check", wrong()));
        for (var place : List.of("/", "/receipts")) {
            var link = page(200, place).selectFirst("#drafts a");
            assertEquals(BASE + "check?draft=" + draft(), link.attr("href"));
            assertTrue(link.text().startsWith("Record a receipt: EMAS-2021-LT"), link.text());
        }
        assertNull(page(200, "/commitments").getElementById("drafts"), "of another form");
        var discard = "/drafts/funding-service/" + draft() + "/discard";
        assertEquals(303, send(page(200, "/"), discard, Map.of()).statusCode());
        assertTrue(StandIn.DRAFTS.isEmpty());
        assertNull(page(200, "/").getElementById("drafts"));
        var fresh = page(200, BASE + "check?draft=00000000-0000-4000-8000-00000000dead");
        assertEquals("", fresh.getElementById("amount").val(), "one that is gone starts anew");
    }

    @Test
    void what_was_recorded_is_led_to_and_not_recorded_again() {
        var key = "00000000-0000-4000-8000-0000000000f1";
        var form = page(200, START + "&draft=" + key);
        StandIn.DRAFTS.put(
                key,
                "{\"key\": \"" + key
                        + "\", \"answers\": {}, \"recorded\": \"receipts/00000000-0000-4000-8000-0000000000b1\"}");
        for (var path : List.of(START + "&draft=" + key, BASE + "check?draft=" + key)) {
            assertTrue(addressOf(path).endsWith("/receipts/00000000-0000-4000-8000-0000000000b1"), path);
        }
        assertEquals(key, form.selectFirst("[name=form-key]").val());
        assertEquals(List.of(), StandIn.SENT);
    }

    @Test
    void a_service_that_is_away_leaves_what_was_typed_on_the_page() {
        signIn("engineer");
        var form = page(200, "/projects/new?lang=en");
        StandIn.infrastructureIsDown = true;
        var away = read(503, send(form, "/projects/new/check", Map.of("reference", "LT-NEW", "place", "Alytus")));
        assertEquals("LT-NEW", away.selectFirst("form [name=reference]").val());
        assertEquals("Alytus", away.selectFirst("form [name=place]").val());
        assertNotNull(away.selectFirst("form[action='/projects/new/check'] button[type=submit]"), away.text());
    }

    @Test
    void what_came_back_is_on_the_overview_of_whoever_recorded_it_with_the_reason() {
        var back = page(200, "/?lang=en").selectFirst("#worklist li:contains(BMVI-2021-LT)");
        assertTrue(back.text().contains("The decision is of 19 August"), back.text());
        assertTrue(back.text().contains("€55,000,000.00"), back.text());
        assertEquals(
                "/allocations/00000000-0000-4000-8000-0000000000a3",
                back.selectFirst("a").attr("href"));
        signIn("auditor");
        assertNull(page(200, "/").selectFirst("#worklist li:contains(BMVI-2021-LT)"), "who records nothing");
    }

    @Test
    void an_address_with_a_key_that_is_none_starts_anew() {
        for (var key : List.of("x", "a".repeat(101), "../../entries", "%0d%0aSet-Cookie")) {
            var address = given().cookies(cookies)
                    .redirects()
                    .follow(false)
                    .queryParam("draft", key)
                    .get(BASE + "check")
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location");
            assertFalse(address.contains("draft="), address);
        }
    }
}
