package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApprovalPageTest extends PageTest {
    private static final String TOGETHER = "/approvals/together";
    private static final String OTHER = "00000000-0000-4000-8000-0000000000a3";

    @Test
    void whatever_waits_is_listed_also_of_a_type_that_the_pages_have_no_word_for() {
        StandIn.OTHERWISE.put("GET /api/funding/v1/approvals", said -> said.replace("\"allocation\"", "\"pledge\""));
        var page = page(200, "/approvals?lang=en");
        assertEquals(List.of("pledge", "Allocations"), page.select("main h2").eachText());
        assertEquals(
                List.of("EMAS-2021-LT", "EMAS-2021-LT"),
                page.select("main tbody th a").eachText());
        assertEquals(
                List.of("/allocations/00000000-0000-4000-8000-0000000000a1"),
                page.select("main tbody th a[href]").eachAttr("href"));
    }

    @Test
    void where_more_waits_than_is_counted_the_heading_says_so() {
        assertEquals(
                "2 records wait for your decision",
                page(200, "/approvals?lang=en").selectFirst("h1").ownText());
        StandIn.OTHERWISE.put("GET /api/funding/v1/approvals", said -> said.replace("\"count\": 1", "\"count\": 1000"));
        assertEquals(
                "At least 1,001 records wait for your decision",
                page(200, "/approvals?lang=en").selectFirst("h1").ownText());
    }

    @Test
    void what_waits_says_for_what_and_since_when_and_is_narrowed_and_sorted_by_the_service() {
        signIn("approver");
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/approvals",
                said -> said.replace("\"amount\": {", "\"purpose\": \"Reception\", \"amount\": {"));
        var page = page(200, "/approvals?lang=en&type=allocation&mine=true&sort=-amount");
        assertTrue(page.selectFirst("main tbody").text().contains("Reception"), page.text());
        assertTrue(page.selectFirst("main tbody").text().matches(".*for \\d+ days.*"), page.text());
        assertEquals("allocation", page.selectFirst("#type option[selected]").val());
        assertEquals("-amount", page.selectFirst("#sort option[selected]").val());
        assertTrue(page.getElementById("mine").hasAttr("checked"));
        assertTrue(
                StandIn.ASKED.stream()
                        .filter(asked -> asked.contains("/approvals?"))
                        .anyMatch(asked -> asked.contains("type=allocation")
                                && asked.contains("mine=true")
                                && asked.contains("sort=-amount")),
                StandIn.ASKED::toString);
    }

    @Test
    void what_was_typed_of_several_is_kept_as_the_page_of_each_keeps_it_and_is_there_again() {
        signIn("approver");
        var asked =
                TOGETHER + "?lang=en&record=allocation:00000000-0000-4000-8000-0000000000a1&record=allocation:" + OTHER;
        var kept = send(
                page(200, asked), TOGETHER, Map.of("outcome-1", "REJECTED", "reason-1", "Not needed", "keep", "1"));
        assertEquals(303, kept.statusCode());
        assertEquals(List.of(), StandIn.SENT, "nothing was decided");
        assertEquals(1, StandIn.DRAFTS.size(), "nothing was typed of the other");
        var key = StandIn.DRAFTS.keySet().iterator().next();
        assertTrue(StandIn.DRAFTS.get(key).contains("/allocations/" + OTHER + "/decision"));
        var again = page(200, asked);
        assertEquals("Not needed", again.getElementById("reason-1").text());
        assertEquals("REJECTED", again.select("#outcome-1 option[selected]").val());
        send(again, TOGETHER, Map.of());
        assertEquals(List.of(key), StandIn.SENT.stream().map(StandIn.Sent::key).toList());
    }

    @Test
    void several_are_decided_together_each_with_its_own_decision_key_and_answer() {
        signIn("approver");
        var list = page(200, "/approvals?lang=en");
        var first = list.select("input[name=record]").first().val();
        assertEquals("allocation:00000000-0000-4000-8000-0000000000a1", first);
        var ask =
                page(200, TOGETHER + "?lang=en&record=" + first + "&record=allocation:" + OTHER + "&record=receipt:x");
        assertEquals(2, ask.select("section").size(), "receipts are confirmed one by one");

        var nothing = read(400, send(ask, TOGETHER, Map.of()));
        assertTrue(nothing.text().contains("Choose your decision"), nothing.text());
        var unreasoned = read(400, send(ask, TOGETHER, Map.of("outcome-1", "REJECTED")));
        assertNotNull(unreasoned.getElementById("reason-1-error"));
        assertEquals(List.of(), StandIn.SENT, "nothing was sent");

        var refused = read(
                400,
                send(ask, TOGETHER, Map.of("outcome-0", "APPROVED", "outcome-1", "REJECTED", "reason-1", "STALE")));
        assertEquals(
                "EMAS-2021-LT: Approved",
                refused.select("main > .govuk-width-container > .ft-checks li").text());
        assertEquals(1, refused.select("section").size(), "what was taken is not asked again");
        assertEquals("STALE", refused.getElementById("reason-1").text(), "what was typed stays");
        assertTrue(refused.select("#outcome-1 option[selected]").isEmpty(), "it is chosen anew");
        assertEquals(2, StandIn.SENT.stream().map(StandIn.Sent::key).distinct().count());
        assertEquals(
                List.of("\"4\"", "\"4\""),
                StandIn.SENT.stream().map(StandIn.Sent::version).toList());
    }

    @Test
    void what_was_changed_since_it_was_on_the_screen_is_chosen_anew_before_anything_is_sent() {
        signIn("approver");
        var ask = page(200, TOGETHER + "?lang=en&record=allocation:00000000-0000-4000-8000-0000000000a1");
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/allocations/00000000-0000-4000-8000-0000000000a1",
                a -> a.replace("\"version\": 4", "\"version\": 6"));
        var changed = read(400, send(ask, TOGETHER, Map.of("outcome-0", "APPROVED")));
        assertNotNull(changed.getElementById("outcome-0-error"), changed.text());
        assertTrue(changed.select("#outcome-0 option[selected]").isEmpty());
        assertEquals(List.of(), StandIn.SENT);
        assertEquals("6", changed.selectFirst("[name=version-0]").val());
    }

    @Test
    void what_needs_judgement_is_said_at_each_and_more_than_fit_are_led_to() {
        signIn("approver");
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/allocations/00000000-0000-4000-8000-0000000000a1",
                a -> a.replace("\"2022-12-31\"", "\"2028-12-31\""));
        var query = new StringBuilder(TOGETHER + "?lang=en&record=allocation:00000000-0000-4000-8000-0000000000a1");
        for (int n = 0; n < 20; n++) {
            query.append("&record=receipt:").append(n);
        }
        var page = page(200, query.toString());
        assertTrue(page.selectFirst("section .ft-checks").text().contains("reaches beyond that of the programme"));
        assertTrue(page.text().contains("1 of the 21 records that you chose are here"), page.text());
        assertEquals(
                "/approvals/together?record=receipt%3A19",
                page.select("main p a").attr("href"));
    }
}
