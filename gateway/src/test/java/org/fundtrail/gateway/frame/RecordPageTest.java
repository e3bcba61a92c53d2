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
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the page of a record says of where it stands, in words and in colours, and of the money that moved. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RecordPageTest extends PageTest {
    private static final String GRANT = "01a20c1a-8df5-7001-9ca8-fa5d971714b0";
    private static final String BARRIER = "01a20c1a-8df5-7001-9ca8-fa5d971714b1";
    private static final String ALLOCATION = "GET /api/funding/v1/allocations/00000000-0000-4000-8000-0000000000a1";
    private static final String COMMITMENT = "GET /api/funding/v1/commitments/00000000-0000-4000-8000-000000000c01";
    private static final String ENTRIES = "GET /api/funding/v1/entries";
    private static final Pattern CODE = Pattern.compile("[A-Z]+_[A-Z_]+|[A-Z_]+/|[0-9a-f]{8}-[0-9a-f]{4}-");

    @Test
    void an_amount_is_called_what_it_is_in_both_languages() {
        var allocated = Map.of(
                "PROPOSED", List.of("Proposed", "Siūloma"),
                "RETURNED", List.of("Sent back, not allocated", "Grąžinta, neskirta"),
                "REJECTED", List.of("Rejected, not allocated", "Atmesta, neskirta"),
                "WITHDRAWN", List.of("Withdrawn, not allocated", "Atsiimta, neskirta"),
                "APPROVED", List.of("Allocated", "Skirta"));
        allocated.forEach((status, headings) -> {
            StandIn.OTHERWISE.put(ALLOCATION, a -> a.replace("PROPOSED", status));
            assertEquals(headings, headings("/allocations/00000000-0000-4000-8000-0000000000a1", "a-h"), status);
        });
        var committed = Map.of(
                "PROPOSED", List.of("Reserved until it is decided", "Rezervuota, kol bus nuspręsta"),
                "RETURNED", List.of("Sent back, not committed", "Grąžinta, neįsipareigota"),
                "REJECTED", List.of("Rejected, not committed", "Atmesta, neįsipareigota"),
                "WITHDRAWN", List.of("Withdrawn, not committed", "Atsiimta, neįsipareigota"),
                "APPROVED", List.of("Committed", "Įsipareigota"));
        committed.forEach((status, headings) -> {
            StandIn.OTHERWISE.put(COMMITMENT, c -> c.replace("RETURNED", status));
            assertEquals(headings, headings("/commitments/00000000-0000-4000-8000-000000000c01", "p-h"), status);
        });
    }

    private List<String> headings(String path, String id) {
        return List.of(
                page(200, path + "?lang=en").getElementById(id).text(),
                page(200, path + "?lang=lt").getElementById(id).text());
    }

    @Test
    void a_rejection_is_red_and_nothing_of_it_is_green() {
        StandIn.OTHERWISE.put(ALLOCATION, a -> stepped(a, "REJECTED", "REJECT"));
        StandIn.OTHERWISE.put(ENTRIES, e -> e.replace("allocation.recorded", "allocation.rejected"));
        var rejected = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        assertNotNull(rejected.selectFirst(".ft-title .govuk-tag--red"));
        assertNotNull(rejected.selectFirst(".ft-route li.bad:contains(Rejected)"));
        assertNotNull(rejected.selectFirst(".ft-log__i--bad"));
        assertNull(rejected.selectFirst(".govuk-tag--green, .ft-log__i--ok"), "a rejection is not green");

        StandIn.OTHERWISE.put(ALLOCATION, a -> stepped(a, "RETURNED", "RETURN"));
        StandIn.OTHERWISE.put(ENTRIES, e -> e.replace("allocation.recorded", "allocation.returned"));
        var returned = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        assertNotNull(returned.selectFirst(".ft-route li.warn"));
        assertNotNull(returned.selectFirst(".ft-log__i--warn"));
        assertNull(returned.selectFirst(".govuk-tag--green, .ft-log__i--ok"));

        StandIn.OTHERWISE.put(ALLOCATION, a -> stepped(a, "APPROVED", "APPROVE"));
        StandIn.OTHERWISE.put(ENTRIES, e -> e.replace("allocation.recorded", "allocation.approved"));
        var approved = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        assertNotNull(approved.selectFirst(".ft-title .govuk-tag--green"));
        assertNotNull(approved.selectFirst(".ft-log__i--ok"));
        assertNull(approved.selectFirst(".ft-route li.bad, .ft-route li.warn, .ft-log__i--bad"));
    }

    @Test
    void money_that_was_refused_is_red_too() {
        receiptRefusedOf("EMAS-2021-LT");
        StandIn.OTHERWISE.put(ENTRIES, e -> e.replace("allocation.recorded", "receipt.refused"));
        var refused = page(200, "/receipts/00000000-0000-4000-8000-000000000a11");
        assertNotNull(refused.selectFirst(".ft-title .govuk-tag--red"));
        assertNotNull(refused.selectFirst(".ft-route li.bad"));
        assertNotNull(refused.selectFirst(".ft-log__i--bad"));
        assertNull(refused.selectFirst(".govuk-tag--green, .ft-log__i--ok"));
    }

    @Test
    void a_status_agrees_with_what_has_it_and_a_reference_in_a_sentence_is_escaped() {
        receiptRefusedOf("A<b>'1'");
        var refused = page(200, "/receipts/00000000-0000-4000-8000-000000000a11?lang=lt");
        assertEquals("Atmesta", refused.selectFirst(".ft-title .govuk-tag").text());
        assertEquals("Lėšos pagal A<b>'1'", refused.selectFirst("h1").ownText());
        assertNull(refused.selectFirst("h1 b"));
    }

    private static void receiptRefusedOf(String reference) {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/receipts/00000000-0000-4000-8000-000000000a11",
                none -> stepped("""
                {"id": "00000000-0000-4000-8000-000000000a11", "allocation": {"id": "00000000-0000-4000-8000-0000000000a1", "reference": "REFERENCE"}, "kind": "PRE_FINANCING",
                 "amount": {"amount": "20.00", "currency": "EUR"}, "valueDate": "2021-08-23", "bankReference": "B-1",
                 "status": "PROPOSED", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z",
                 "version": 7, "actions": [], "ownRecord": false, "steps": [{"n": 1, "round": 1, "step": "RECORD",
                 "person": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "at": "2026-11-23T16:20:00Z"}]}""", "REFUSED", "REFUSE").replace("REFERENCE", reference));
    }

    private static String stepped(String record, String status, String step) {
        return record.replace("PROPOSED", status)
                .replace("[\"decide\", ", "[")
                .replace("\"step\": \"RECORD\"", "\"step\": \"" + step + "\"");
    }

    @Test
    void money_that_moved_is_shown_between_accounts_in_words() {
        StandIn.OTHERWISE.put(
                ENTRIES,
                e -> e.replace("\"id\": \"00000000-0000-4000-8000-0000000000a1\"", "\"id\": \"" + GRANT + "\"")
                        .replace("\"amount\": \"37000000.00\", \"currency\": \"EUR\"},", "\"project\": \"BARRIER\"},")
                        .replace(
                                "\"postings\": []",
                                "\"postings\": [" + posting("GRANTED/" + GRANT + "/EUR", "AVAILABLE/" + GRANT + "/EUR")
                                        + "," + posting("DUE/" + GRANT + "/EUR", "TO_RECEIVE/" + GRANT + "/EUR") + ","
                                        + posting(
                                                "AVAILABLE/" + GRANT + "/EUR", "RESERVED/" + GRANT + "/EUR/" + BARRIER)
                                        + "]"));
        for (var path : List.of("/allocations/00000000-0000-4000-8000-0000000000a1", "/audit?service=funding")) {
            var postings = postings(page(200, path + (path.contains("?") ? "&" : "?") + "lang=en"));
            assertEquals(
                    List.of(
                            "Granted by the donor – EMAS-2021-LT Available – EMAS-2021-LT €37,000,000.00",
                            "Due – EMAS-2021-LT To be received – EMAS-2021-LT €37,000,000.00",
                            "Available – EMAS-2021-LT Reserved – EMAS-2021-LT – BARRIER €37,000,000.00"),
                    postings,
                    path);
            var lithuanian = page(200, path + (path.contains("?") ? "&" : "?") + "lang=lt");
            assertTrue(postings(lithuanian).get(1).startsWith("Priklauso – EMAS-2021-LT Dar gautina"), path);
            for (var entry : lithuanian.select(".ft-log").eachText()) {
                assertFalse(CODE.matcher(entry).find(), entry);
            }
        }
    }

    private static List<String> postings(Document page) {
        return page.select(".ft-log table:not(.ft-diff) tbody tr").eachText();
    }

    private static String posting(String debit, String credit) {
        return "{\"debit\": \"" + debit + "\", \"credit\": \"" + credit
                + "\", \"amount\": {\"amount\": \"37000000.00\", \"currency\": \"EUR\"}}";
    }

    @Test
    void the_kind_of_a_payment_is_in_words_in_its_history() {
        StandIn.OTHERWISE.put(
                ENTRIES,
                e -> e.replace("\"field\": \"status\"", "\"field\": \"kind\"")
                        .replace("\"after\": \"PROPOSED\"", "\"after\": \"PRE_FINANCING\""));
        assertEquals(
                "Pre-financing",
                page(200, "/allocations/00000000-0000-4000-8000-0000000000a1?lang=en")
                        .selectFirst(".ft-diff tr:has(th:containsOwn(Kind)) ins")
                        .text());
    }
}
