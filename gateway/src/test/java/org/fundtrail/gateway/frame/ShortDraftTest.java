package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What is typed into the short forms on the page of a record is kept for whoever typed it until it is sent. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ShortDraftTest extends PageTest {
    private static final String ALLOCATION = "/allocations/00000000-0000-4000-8000-0000000000a1";
    private static final String DECISION = ALLOCATION + "/decision";
    private static final String COMMENT = "/comments/funding-service/allocation/00000000-0000-4000-8000-0000000000a1";

    private static void decidable(int version) {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1" + ALLOCATION,
                shown -> shown.replaceFirst("\"actions\": *\\[[^]]*]", "\"actions\": [\"decide\"]")
                        .replaceFirst("\"version\": *\\d+", "\"version\": " + version));
    }

    private static String key() {
        return StandIn.DRAFTS.keySet().iterator().next();
    }

    private static List<String> chosen(Document page) {
        return page.select("#decide input[name=outcome][checked]").eachAttr("value");
    }

    @Test
    void a_reason_begun_is_there_again_with_the_choice_and_is_sent_under_the_key_of_its_draft() {
        signIn("approver");
        decidable(1);
        var page = page(200, ALLOCATION + "?lang=en");
        var kept = send(page, DECISION, Map.of("outcome", "RETURNED", "reason", "The rate is", "keep", "1"));
        assertEquals(303, kept.statusCode());
        assertTrue(page(200, ALLOCATION).text().contains("Kept for you."));
        assertEquals(List.of(), StandIn.SENT, "nothing was decided");
        var again = page(200, ALLOCATION);
        assertEquals("The rate is", again.selectFirst("#decide [name=reason]").val());
        assertEquals(List.of("RETURNED"), chosen(again));
        send(again, DECISION, Map.of("reason", "The rate is too high"));
        assertEquals(key(), StandIn.SENT.get(0).key());
    }

    @Test
    void whoever_began_a_decision_goes_on_from_the_overview() {
        signIn("approver");
        decidable(1);
        send(page(200, ALLOCATION + "?lang=en"), DECISION, Map.of("reason", "The rate is", "keep", "1"));
        var link = page(200, "/").selectFirst("#drafts a");
        assertEquals(ALLOCATION + "?draft=" + key(), link.attr("href"));
        assertTrue(link.text().startsWith("Your decision: "), link.text());
    }

    @Test
    void of_several_forms_that_were_begun_on_one_record_each_is_gone_on_with_by_its_own_link() {
        signIn("approver");
        decidable(1);
        send(page(200, ALLOCATION + "?lang=en"), DECISION, Map.of("reason", "The rate is", "keep", "1"));
        var decision = key();
        var other = ALLOCATION + "/withdrawal";
        StandIn.DRAFTS.put(
                "0-other",
                StandIn.DRAFTS
                        .get(decision)
                        .replace(DECISION, other)
                        .replace("The rate is", "Recorded twice")
                        .replace(decision, "0-other"));
        assertEquals(
                "The rate is",
                page(200, ALLOCATION + "?draft=" + decision)
                        .selectFirst("#decide [name=reason]")
                        .val());
        assertEquals(
                "",
                page(200, ALLOCATION + "?draft=0-other")
                        .selectFirst("#decide [name=reason]")
                        .val());
    }

    @Test
    void what_was_refused_is_there_again_too() {
        signIn("approver");
        decidable(1);
        read(400, send(page(200, ALLOCATION), DECISION, Map.of("reason", "No outcome chosen")));
        assertEquals(
                "No outcome chosen",
                page(200, ALLOCATION).selectFirst("#decide [name=reason]").val());
    }

    @Test
    void what_was_chosen_of_an_older_version_is_chosen_anew_and_the_reason_stays() {
        signIn("approver");
        decidable(1);
        send(page(200, ALLOCATION), DECISION, Map.of("outcome", "APPROVED", "reason", "As agreed", "keep", "1"));
        decidable(2);
        var changed = page(200, ALLOCATION);
        assertEquals(List.of(), chosen(changed));
        assertEquals("As agreed", changed.selectFirst("#decide [name=reason]").val());
        assertEquals("2", changed.selectFirst("#decide [name=version]").val());
    }

    @Test
    void a_comment_with_whom_it_asks_and_until_when_is_there_again_on_the_record_and_on_its_own_page() {
        var typed = Map.of("text", "Why so", "by.day", "31", "by.month", "2", "by.year", "2027", "keep", "1");
        send(page(200, ALLOCATION + "?lang=en"), COMMENT, typed);
        for (var place : List.of(ALLOCATION, COMMENT)) {
            var form = page(200, place).selectFirst("form[action=" + COMMENT + "]");
            assertEquals("Why so", form.selectFirst("[name=text]").val(), place);
            assertEquals("31", form.selectFirst("[name='by.day']").val(), place);
            assertEquals(key(), form.selectFirst("[name=form-key]").val(), place);
        }
        assertNotNull(page(200, ALLOCATION).selectFirst("details[open] form[action=" + COMMENT + "]"));
        assertEquals(
                COMMENT + "?draft=" + key(),
                page(200, "/").selectFirst("#drafts a").attr("href"));
    }

    @Test
    void one_form_of_a_page_does_not_show_what_was_typed_into_another() {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1" + ALLOCATION,
                shown -> shown.replaceFirst("\"actions\": *\\[[^]]*]", "\"actions\": [\"decide\", \"withdraw\"]"));
        var withdrawal = ALLOCATION + "/withdrawal";
        send(page(200, ALLOCATION), withdrawal, Map.of("reason", "Entered twice", "keep", "1"));
        var page = page(200, ALLOCATION);
        var form = page.selectFirst("details[open] form[action=" + withdrawal + "]");
        assertEquals("Entered twice", form.selectFirst("[name=reason]").val());
        assertEquals("", page.selectFirst("#decide [name=reason]").val());
        assertNotEquals(
                form.selectFirst("[name=form-key]").val(),
                page.selectFirst("#decide [name=form-key]").val());
    }

    @Test
    void a_script_keeps_it_while_it_is_typed_and_what_is_emptied_is_thrown_away() {
        signIn("approver");
        decidable(1);
        var form = page(200, ALLOCATION).selectFirst("#decide");
        for (var typed : List.of("The", "The rate", "")) {
            var answer = given().cookies(cookies)
                    .header("Prefer", "return=minimal")
                    .formParam("form-key", form.selectFirst("[name=form-key]").val())
                    .formParam(
                            "csrf-token", form.selectFirst("[name=csrf-token]").val())
                    .formParam(
                            "form-owner", form.selectFirst("[name=form-owner]").val())
                    .formParam("reason", typed)
                    .formParam("keep", "1")
                    .post(DECISION);
            assertEquals(204, answer.statusCode());
            assertFalse(answer.cookies().containsKey("fundtrail-done"), "nothing is said on the next page");
            assertEquals(typed.isEmpty(), StandIn.DRAFTS.isEmpty(), typed);
        }
        assertNull(page(200, "/").getElementById("drafts"));
    }

    @Test
    void what_is_to_be_kept_while_the_service_is_away_is_kept_by_trying_again_and_not_sent() {
        signIn("approver");
        decidable(1);
        var page = page(200, ALLOCATION + "?lang=en");
        StandIn.fundingIsDown = true;
        var away = read(503, send(page, DECISION, Map.of("outcome", "APPROVED", "reason", "As agreed", "keep", "1")));
        assertFalse(away.text().contains("Whether this was recorded"), away.text());
        StandIn.fundingIsDown = false;
        assertEquals(303, send(away, DECISION, Map.of()).statusCode());
        assertEquals(List.of(), StandIn.SENT);
        assertEquals(
                "As agreed",
                page(200, ALLOCATION).selectFirst("#decide [name=reason]").val());
    }
}
