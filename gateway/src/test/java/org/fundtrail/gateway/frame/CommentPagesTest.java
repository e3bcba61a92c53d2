package org.fundtrail.gateway.frame;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What people ask and say about a record, on its page and on the worklist of whoever is asked. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CommentPagesTest extends PageTest {
    private static final String PAGE = "/allocations/00000000-0000-4000-8000-0000000000a1";
    private static final String COMMENTS = "/api/funding/v1/comments";
    private static final String WRITE = "/comments/funding-service/allocation/00000000-0000-4000-8000-0000000000a1";
    private static final String ANSWER = "/comments/funding-service/" + StandIn.QUESTION_ID + "/answer";
    private static final String DALIUS = "0193aaaa-7c00-4a00-8000-000000000003";

    private static String with(String list, String... comments) {
        return list.replace("\"items\": []", "\"items\": [" + String.join(", ", comments) + "]");
    }

    private static String answered() {
        return StandIn.QUESTION
                .replace("\"answer\": null", "\"answer\": \"Two stages\"")
                .replace(
                        "\"answeredBy\": null",
                        "\"answeredBy\": {\"id\": \"0193aaaa-7c00-4a00-8000-000000000004\", \"name\": \"Rasa\"}")
                .replace("\"answeredAt\": null", "\"answeredAt\": \"2021-12-01T09:00:00.000001Z\"")
                .replace("\"mayAnswer\": true", "\"mayAnswer\": false");
    }

    private static void refused(String path, int status, String code, String field) {
        StandIn.OTHERWISE.put("POST " + path, any -> """
                {"status": %1$d, "code": "%2$s", "detail": "No.", "field": "%3$s", "params": {"field": "%3$s", "name": "Dalius"},
                 "errors": [{"field": "%3$s", "code": "%2$s", "detail": "No.", "params": {"field": "%3$s", "name": "Dalius"}}]}""".formatted(status, code, field));
    }

    private static List<StandIn.Sent> written() {
        return StandIn.SENT.stream()
                .filter(sent -> sent.path().startsWith(COMMENTS))
                .toList();
    }

    @Test
    void the_page_of_every_record_has_its_comments_and_a_form_for_one_more() {
        for (var page : List.of(
                PAGE,
                "/commitments/00000000-0000-4000-8000-000000000c01",
                "/projects/00000000-0000-4000-8000-000000000d01")) {
            var shown = page(200, page + "?lang=en");
            var form = shown.selectFirst("#comments form");
            assertTrue(form.attr("action").endsWith(page.substring(page.lastIndexOf('/'))), form.attr("action"));
            assertNotNull(form.selectFirst("textarea[name=text]"));
            assertEquals(
                    List.of("Nobody in particular", "Dalius Petraitis"),
                    form.select("select[name=to] option").eachText());
            assertNotNull(form.selectFirst("[name=by.year]"));
            assertTrue(form.text().contains("At most 2000 characters"));
        }
    }

    @Test
    void the_thread_says_who_asked_whom_until_when_and_what_was_answered() {
        StandIn.OTHERWISE.put("GET " + COMMENTS, list -> with(list, answered(), StandIn.QUESTION));
        var said = page(200, PAGE + "?lang=en").select("#comments > ol > li");
        assertEquals(2, said.size());
        for (var part :
                List.of("Dalius Petraitis", "Ona Kazlauskienė", "answer by 3 December 2021", "Why <so> much?")) {
            assertTrue(said.get(0).text().contains(part), said.get(0).text());
        }
        assertTrue(said.get(0).selectFirst(".ft-answer").text().startsWith("Rasa"));
        assertTrue(said.get(0).selectFirst(".ft-answer").text().endsWith("Two stages"));
        assertNull(said.get(0).selectFirst("form, .govuk-tag--red"), "it is answered");
        assertNotNull(said.get(1).selectFirst(".govuk-tag--red"), "its day has passed");
        assertEquals(ANSWER, said.get(1).selectFirst("form").attr("action"));
        var ids = page(200, PAGE).select("[id]").eachAttr("id");
        assertEquals(ids.size(), new TreeSet<>(ids).size(), "an id stands once");
        var keys = page(200, PAGE).select("#comments [name=form-key]").eachAttr("value");
        assertEquals(2, Set.copyOf(keys).size(), "each form is recorded once");
    }

    @Test
    void of_many_people_whom_one_asks_is_found_by_name_and_nothing_that_was_typed_is_lost() {
        var people = IntStream.range(0, 20)
                .mapToObj(n -> "{\"id\": \"0193aaaa-7c00-4a00-8000-0000000000%02d\", \"name\": \"%s\"}"
                        .formatted(n, n == 7 ? "Ieva Šimkutė" : "Jonas " + n))
                .collect(Collectors.joining(", "));
        StandIn.OTHERWISE.put(
                "GET " + COMMENTS, list -> list.replaceFirst("\"people\": \\[.*?]", "\"people\": [" + people + "]"));
        var record = page(200, PAGE + "?lang=en");
        var at = record.select("#comments form").last().attr("action");
        assertNull(record.selectFirst("#comments select[name=to]"), "twenty people are not on every page");
        assertNotNull(record.selectFirst("#comments input[name='find.to']"));

        var typed =
                Map.of("text", "Is it right?", "find.to", "simk", "by.day", "1", "by.month", "12", "by.year", "2099");
        var found = read(200, send(record, at, typed));
        assertEquals(
                List.of("Nobody in particular", "Ieva Šimkutė"),
                found.select("select[name=to] option").eachText());
        assertEquals("Is it right?", found.getElementById("text").val());
        assertEquals("2099", found.selectFirst("[name='by.year']").val());
        assertEquals(List.of(), written());

        var unchosen = read(400, send(found, at, Map.of()));
        assertTrue(unchosen.getElementById("to-error").text().contains("from those found"), unchosen.text());
        var others = read(200, send(unchosen, at, at + "/form", Map.of("find.to", "jonas 1")));
        assertEquals(12, others.select("select[name=to] option").size(), "1 and 10 to 19, and nobody");
        StandIn.OTHERWISE.put("POST " + COMMENTS, any -> StandIn.QUESTION);
        var ieva = "0193aaaa-7c00-4a00-8000-000000000007";
        assertEquals(303, send(others, at, Map.of("to", ieva)).statusCode());
        assertTrue(written().get(0).body().contains(ieva));
    }

    @Test
    void entries_and_comments_of_a_page_are_one_question_each() {
        page(200, PAGE);
        assertEquals(
                1,
                StandIn.ASKED.stream()
                        .filter(asked -> asked.startsWith(COMMENTS))
                        .count());
        assertEquals(
                1,
                StandIn.ASKED.stream()
                        .filter(asked -> asked.startsWith("/api/funding/v1/entries"))
                        .count());
    }

    @Test
    void a_comment_is_sent_with_whom_it_asks_and_until_when_and_the_page_of_the_record_says_so() {
        var answer = send(
                page(200, PAGE + "?lang=en"),
                WRITE,
                Map.of("text", "Why?", "to", DALIUS, "by.day", "24", "by.month", "12", "by.year", "2099"));
        assertEquals(303, answer.statusCode(), answer.asString());
        assertTrue(answer.header("Location").endsWith(PAGE));
        var sent = written().get(0);
        assertEquals(COMMENTS, sent.path());
        assertNotNull(sent.key());
        for (var part : List.of(
                "\"type\":\"allocation\"",
                "\"id\":\"00000000-0000-4000-8000-0000000000a1\"",
                "\"text\":\"Why?\"",
                "\"to\":\"" + DALIUS + "\"",
                "\"by\":\"2099-12-24\"")) {
            assertTrue(sent.body().contains(part), sent.body());
        }
        cookies.putAll(answer.cookies());
        assertTrue(page(200, PAGE).selectFirst(".ft-done").text().contains("Your comment is recorded."));
        assertNull(page(200, PAGE).selectFirst(".ft-done"), "it is said once");
    }

    @Test
    void what_is_wrong_with_a_comment_is_said_at_its_field_and_what_was_typed_is_kept() {
        var page = page(200, PAGE + "?lang=en");
        var empty =
                read(400, send(page, WRITE, Map.of("text", " ", "by.day", "32", "by.month", "1", "by.year", "2099")));
        assertNotNull(empty.getElementById("text-error"));
        assertEquals("Day to answer by: enter the day as a number from 1 to 31", error(empty, "by"));
        assertEquals("32", empty.getElementById("by.day").val());
        var nobody =
                read(400, send(page, WRITE, Map.of("text", "Why?", "by.day", "1", "by.month", "1", "by.year", "2099")));
        assertEquals("Choose whom you ask, or leave the day empty", error(nobody, "to"));
        assertEquals("Why?", nobody.getElementById("text").val());
        assertEquals(List.of(), written());
        refused(COMMENTS, 400, "addressee-unknown", "to");
        var gone = read(400, send(page, WRITE, Map.of("text", "Why?", "to", DALIUS)));
        assertEquals("Choose somebody who has worked on records of this institution", error(gone, "to"));
        assertEquals(DALIUS, gone.selectFirst("#to option[selected]").val());
        assertTrue(gone.title().startsWith("Error:"));
        gone.select(".govuk-error-summary a")
                .forEach(link ->
                        assertNotNull(gone.getElementById(link.attr("href").substring(1))));
        assertNotEquals(303, send(gone, WRITE, Map.of("text", "Again")).statusCode());
        assertEquals(written().get(0).key(), written().get(1).key(), "the form keeps its key");
    }

    private static String error(Document page, String field) {
        return page.getElementById(field + "-error").ownText().strip();
    }

    @Test
    void an_answer_is_sent_once_and_the_page_of_the_record_says_so() {
        StandIn.OTHERWISE.put("GET " + COMMENTS, list -> with(list, StandIn.QUESTION));
        var answer = send(page(200, PAGE + "?lang=lt"), ANSWER, Map.of("text", "Dviem etapais"));
        assertEquals(303, answer.statusCode(), answer.asString());
        assertEquals(
                COMMENTS + "/" + StandIn.QUESTION_ID + "/answer",
                written().get(0).path());
        assertTrue(written().get(0).body().contains("Dviem etapais"));
        cookies.putAll(answer.cookies());
        assertTrue(page(200, PAGE).selectFirst(".ft-done").text().contains("Jūsų atsakymas įrašytas."));
    }

    @Test
    void what_is_wrong_with_an_answer_is_said_on_its_page_with_the_question() {
        var page = page(200, ANSWER + "?lang=en");
        assertTrue(page.text().contains("Why <so> much?"));
        var empty = read(400, send(page, ANSWER, Map.of("text", "")));
        assertEquals("Enter what you want to ask or say", error(empty, "text"));
        refused(COMMENTS + "/" + StandIn.QUESTION_ID + "/answer", 409, "already-answered", "text");
        var late = read(409, send(page, ANSWER, Map.of("text", "Two stages")));
        assertTrue(late.text().contains("This was answered already"));
        assertEquals("Two stages", late.getElementById("text").val());
        StandIn.OTHERWISE.put("GET " + COMMENTS + "/" + StandIn.QUESTION_ID, any -> answered());
        assertNull(page(200, ANSWER).selectFirst("main form"), "nothing is left to answer");
    }

    @Test
    void what_is_asked_of_the_reader_stands_on_their_overview_by_its_day() {
        var earlier = StandIn.QUESTION
                .replace("2021-12-03", "2021-12-01")
                .replace("Why <so> much?", "Which contract?")
                .replace("\"type\": \"allocation\"", "\"type\": \"project\"")
                .replace("0000000000a1", "000000000d01");
        var someDay = StandIn.QUESTION.replace("\"2021-12-03\"", "null").replace("Why <so> much?", "Some day?");
        StandIn.OTHERWISE.put("GET " + COMMENTS, list -> with(list, StandIn.QUESTION, someDay));
        StandIn.OTHERWISE.put("GET /api/infrastructure/v1/comments", list -> with(list, earlier));
        for (var user : List.of("officer", "approver")) {
            signIn(user);
            var asked = page(200, "/?lang=en").select("#worklist li:has(.ft-clamp)");
            assertEquals(
                    List.of("Which contract?", "Why <so> much?", "Some day?"),
                    asked.select(".ft-clamp").eachText().stream()
                            .map(text -> text.replace(" Is it two stages?", ""))
                            .toList());
            assertEquals(
                    List.of("/projects/00000000-0000-4000-8000-000000000d01#comments", PAGE + "#comments"),
                    Stream.of(0, 1)
                            .map(n -> asked.get(n).selectFirst("a").attr("href"))
                            .toList());
            assertEquals(2, asked.select(".govuk-tag--red").size(), "two days have passed");
            assertTrue(asked.get(1).text().contains("asked by Dalius Petraitis"));
            assertEquals(
                    "/comments/infrastructure-service/" + StandIn.QUESTION_ID + "/answer",
                    asked.get(0).select("a").last().attr("href"));
        }
    }

    @Test
    void where_nothing_is_asked_there_is_no_worklist_for_it() {
        assertFalse(page(200, "/?lang=en").text().contains("asked by"));
    }
}
