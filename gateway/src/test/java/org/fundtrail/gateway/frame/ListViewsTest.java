package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** How somebody looks at a list: which columns, and views by name. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ListViewsTest extends PageTest {
    private static List<String> heads(Document page) {
        return page.select("main thead th").eachText();
    }

    /** Sends the choice of columns with these ticked. */
    private Response choose(Document page, Object columns) {
        var form = page.selectFirst("form[action$=/columns]");
        return given().cookies(cookies)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of(
                        "csrf-token", form.selectFirst("[name=csrf-token]").val(),
                        "query", form.selectFirst("[name=query]").val(),
                        "column", columns))
                .post("/lists/allocations/columns");
    }

    @Test
    void the_address_says_which_columns_and_files_have_exactly_them() {
        var page = page(200, "/allocations?columns=amount,recipient&lang=en");
        assertEquals(List.of("Reference", "Recipient", "Amount"), heads(page));
        assertEquals(
                List.of("recipient", "amount"),
                page.select("form[action$=/columns] [checked]").eachAttr("value"));
        var csv = get("/allocations/allocations.csv?columns=amount,recipient").asString();
        assertEquals(
                "\ufeff\"Reference\",\"Recipient\",\"Amount\"",
                csv.lines().findFirst().orElseThrow());
        assertTrue(heads(page(200, "/allocations?columns=nonsense")).size() > 3, "as it comes");
    }

    @Test
    void the_choice_is_kept_for_the_reader_until_they_take_it_back() {
        var answer = choose(page(200, "/allocations?status=APPROVED&lang=en"), List.of("amount", "donor"));
        assertEquals(303, answer.statusCode());
        assertEquals("/allocations?status=APPROVED&columns=amount%2Cdonor", at(answer.header("Location")));
        var kept = StandIn.SENT.get(0);
        assertEquals("PUT /api/funding/v1/views/allocations", kept.method() + " " + kept.path());
        assertTrue(kept.body().contains("\"query\":\"columns=amount%2Cdonor\""), kept.body());
        var page = page(200, "/allocations?lang=en");
        assertEquals(List.of("Reference", "Donor", "Amount"), heads(page));
        assertTrue(
                get("/allocations/allocations.csv").asString().startsWith("\ufeff\"Reference\",\"Donor\",\"Amount\""));
        assertNotNull(page.selectFirst("form[action$=/columns] button[name=reset]"));
        var again = send(page, "/lists/allocations/columns", Map.of("reset", "1"));
        assertEquals("/allocations?null", at(again.header("Location")));
        assertEquals(Map.of(), StandIn.VIEWS);
        assertNull(page(200, "/allocations").selectFirst("form[action$=/columns] button[name=reset]"));
    }

    @Test
    void a_view_is_saved_by_name_with_its_filters_order_and_columns_and_removed_by_its_owner() {
        var page = page(200, "/allocations?status=APPROVED&sort=-amount&columns=amount&after=n1&lang=en");
        var answer = send(page, "/lists/allocations/views", Map.of("name", "Large <ones>", "role", "approver"));
        var query = "status=APPROVED&sort=-amount&columns=amount";
        assertEquals("/allocations?" + query, at(answer.header("Location")));
        assertTrue(StandIn.SENT.get(0).body().contains("\"role\":\"approver\""));
        var saved = page(200, "/allocations?" + query + "&lang=en").selectFirst(".ft-views");
        assertEquals("Large <ones>", saved.selectFirst("a").text());
        assertEquals("/allocations?" + query, saved.selectFirst("a").attr("href"));
        assertTrue(saved.selectFirst("a").hasAttr("aria-current"));
        assertEquals("shared with: Approver", saved.selectFirst(".ft-muted").text());
        var remove = saved.selectFirst("form").attr("action");
        send(page(200, "/allocations"), remove, Map.of());
        assertNull(page(200, "/allocations").selectFirst(".ft-views"));
    }

    @Test
    void a_view_that_is_refused_is_said_at_its_list_beside_the_form_with_what_was_typed() {
        StandIn.viewsAreRefused = true;
        var page = page(200, "/allocations?status=APPROVED&lang=en");
        var answer = send(page, "/lists/allocations/views", Map.of("name", "One too <many>", "role", "approver"));
        assertEquals(303, answer.statusCode());
        assertEquals(
                "/allocations?status=APPROVED", at(answer.header("Location")).replaceFirst("&$", ""));
        var list = page(200, at(answer.header("Location")));
        assertTrue(list.title().startsWith("Error: "), list.title());
        assertEquals("#view-name", list.selectFirst(".govuk-error-summary a").attr("href"));
        assertEquals(
                "Error: At most 50 can be recorded",
                list.getElementById("view-name-error").text());
        assertEquals("One too <many>", list.getElementById("view-name").val());
        assertEquals("approver", list.selectFirst("#view-role option[selected]").val());
        assertTrue(list.getElementById("view-name").closest("details").hasAttr("open"));
        assertFalse(list.select("main tbody tr").isEmpty(), "the list is there as it was");
        assertNull(page(200, "/allocations?status=APPROVED").getElementById("view-name-error"), "said once");
        assertNull(page(200, "/receipts").getElementById("view-name-error"));

        StandIn.viewsAreRefused = false;
        var unnamed = send(page, "/lists/allocations/views", Map.of("name", " ", "role", "auditor"));
        var asked = page(200, at(unnamed.header("Location")));
        assertEquals(
                "Error: Enter the name", asked.getElementById("view-name-error").text());
        assertEquals("auditor", asked.selectFirst("#view-role option[selected]").val());
    }

    @Test
    void what_others_share_is_shown_and_cannot_be_removed() {
        StandIn.VIEWS.put(
                "1",
                "{\"id\": \"00000000-0000-4000-8000-000000000001\", \"list\": \"allocations\", \"name\": \"Ours\","
                        + " \"query\": \"sort=amount\", \"role\": \"funding-officer\", \"isMine\": false}");
        var saved = page(200, "/allocations").selectFirst(".ft-views");
        assertEquals("Ours", saved.selectFirst("a").text());
        assertNull(saved.selectFirst("form"));
    }

    @Test
    void a_view_without_a_name_is_not_saved_and_what_is_no_query_leads_nowhere_else() {
        var page = page(200, "/allocations");
        send(page, "/lists/allocations/views", Map.of("name", " "));
        assertTrue(StandIn.SENT.isEmpty());
        var answer = send(page, "/lists/allocations/views", Map.of("name", "X", "query", "/../\r\nSet-Cookie: x"));
        assertEquals("/allocations?null", at(answer.header("Location")));
        var token = page.selectFirst("[name=csrf-token]").val();
        assertEquals(
                404,
                send(page, "/lists/baselines/views", Map.of("name", "X", "csrf-token", token))
                        .statusCode());
    }

    @Test
    void an_empty_list_says_what_to_do_first() {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/allocations",
                usual -> "{\"items\": [], \"next\": null, \"first\": null, \"count\": 0}");
        var page = page(200, "/allocations?lang=en");
        assertEquals(
                "/programmes",
                page.selectFirst("a:contains(Start with a programme)").attr("href"));
        assertFalse(page(200, "/allocations?q=x&lang=en").text().contains("Start with a programme"));
    }
}
