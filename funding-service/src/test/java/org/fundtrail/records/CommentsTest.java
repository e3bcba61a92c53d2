package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.common.Time;
import org.fundtrail.funding.Funding;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people ask and say about a record: of whom, until when, answered once, and in its history for ever. */
@QuarkusTest
class CommentsTest {
    private static final Person ADMINISTRATOR = new Person("admin", Role.ADMINISTRATOR, "LT-VRM");

    @Inject
    Time time;

    /** Somebody who acted here before, so that they can be asked. */
    private static Person somebody() {
        return somebodyOf("LT-VRM");
    }

    private static Person somebodyOf(String institution) {
        var person = new Person("asked-" + UUID.randomUUID(), Role.FUNDING_OFFICER, institution);
        person.post(API + "/programmes", programme(unique("PRG"), "AMIF", "STAFF"))
                .statusCode(201);
        return person;
    }

    private static Map<String, Object> about(String type, String id, String text) {
        return new HashMap<>(Map.of("about", Map.of("type", type, "id", id), "text", text));
    }

    private static Map<String, Object> question(String allocation, Person of) {
        var question = about("allocation", allocation, "Why so much?");
        question.put("to", of.id());
        return question;
    }

    private static ValidatableResponse written(Person by, Map<String, Object> comment) {
        return by.post(API + "/comments", comment).statusCode(201);
    }

    private static String id(ValidatableResponse answer) {
        return answer.extract().path("id");
    }

    private static ValidatableResponse answered(Person by, String comment) {
        return by.post(API + "/comments/{id}/answer", Map.of("text", "It is two stages"), comment);
    }

    private static ValidatableResponse asked(Person of) {
        return of.get(API + "/comments?asked=me").statusCode(200);
    }

    // ── Who, on what ──

    @Test
    void whoever_reads_a_record_of_any_kind_comments_on_it_and_everybody_who_reads_it_reads_that() {
        var allocation = proposed("5.00", "RECEPTION");
        var programme =
                OFFICER.get(API + "/allocations/{id}", allocation).extract().<String>path("programme.id");
        var inForce = Funding.inForce("9.00", "STAFF");
        var records = Map.of(
                "allocation",
                allocation,
                "programme",
                programme,
                "receipt",
                recordedReceipt(inForce, "1.00"),
                "commitment",
                reserved(inForce, "STAFF/1", "1.00"));
        records.forEach((type, record) -> {
            for (var author : List.of(OFFICER, APPROVER, AUDITOR, ADMINISTRATOR)) {
                var answer = written(author, about(type, record, "Said by " + author.subject()));
                answer.header("Location", endsWith("/api/funding/v1/comments/" + id(answer)))
                        .body("about.type", is(type))
                        .body("about.id", is(record))
                        .body("writtenBy.name", is("Name of " + author.subject()))
                        .body("to", nullValue())
                        .body("answer", nullValue())
                        .body("mayAnswer", is(true));
                APPROVER.get(API + "/comments/{id}", id(answer)).body("text", is("Said by " + author.subject()));
            }
            OFFICER.get(API + "/comments?about=" + record)
                    .body("about.id", is(record))
                    .body(
                            "items.text",
                            contains("Said by officer", "Said by approver", "Said by auditor", "Said by admin"));
        });
    }

    @Test
    void what_belongs_to_another_record_says_to_which() {
        var allocation = Funding.inForce("9.00", "STAFF");
        var receipt = recordedReceipt(allocation, "1.00");
        written(OFFICER, about("receipt", receipt, "Which bank?"))
                .body("parent.type", is("allocation"))
                .body("parent.id", is(allocation));
    }

    @Test
    void nobody_of_another_institution_writes_reads_answers_or_finds_it() {
        var allocation = proposed("5.00", "RECEPTION");
        var comment = id(written(OFFICER, about("allocation", allocation, "Ours")));
        LATVIAN.post(API + "/comments", about("allocation", allocation, "Theirs"))
                .statusCode(404);
        LATVIAN.get(API + "/comments?about=" + allocation).statusCode(404);
        LATVIAN.get(API + "/comments/{id}", comment).statusCode(404);
        answered(LATVIAN, comment).statusCode(404);
        OFFICER.get(API + "/comments?about=" + allocation).body("items.text", contains("Ours"));
    }

    @Test
    void an_auditor_of_elsewhere_asks_in_the_books_of_the_record() {
        var allocation = proposed("5.00", "RECEPTION");
        var overseer = new Person("overseer-" + UUID.randomUUID(), Role.AUDITOR, "");
        var comment = id(written(overseer, question(allocation, somebody())));
        OFFICER.get(API + "/entries?subject=" + allocation)
                .body("items.action", hasItem("comment.recorded"))
                .body("items.find { it.action == 'comment.recorded' }.institution", is("LT-VRM"));
        OFFICER.get(API + "/comments/{id}", comment).statusCode(200);
    }

    // ── Of whom, until when ──

    @Test
    void who_is_asked_finds_it_by_the_day_and_then_by_age_until_it_is_answered() {
        var asked = somebody();
        var allocation = proposed("5.00", "RECEPTION");
        asked(asked).body("items", empty());
        var someDay = id(written(OFFICER, question(allocation, asked)));
        var later = question(allocation, asked);
        later.put("by", time.today().plusDays(7).toString());
        var soon = question(allocation, asked);
        soon.put("by", time.today().toString());
        var first = id(written(OFFICER, later));
        var second = id(written(AUDITOR, later));
        var today = id(written(AUDITOR, soon));
        asked(asked)
                .body("items.id", contains(today, first, second, someDay))
                .body("items[0].to.name", is(asked.name()))
                .body("items[0].by", is(time.today().toString()))
                .body("items.mayAnswer", not(hasItem(false)))
                .body("people", nullValue())
                .body("about", nullValue());
        var page = asked.get(API + "/comments?asked=me&limit=3").body("items.id", contains(today, first, second));
        asked.get(API + "/comments?asked=me&limit=3&after=" + page.extract().<String>path("next"))
                .body("items.id", contains(someDay))
                .body("next", nullValue());
        asked(OFFICER).body("items.id", not(hasItem(today)));
        answered(asked, today).statusCode(200);
        asked(asked).body("items.id", contains(first, second, someDay));
        asked(new Person("never-acted", Role.APPROVER, "LT-VRM")).body("items", empty());
    }

    @Test
    void who_moved_to_another_institution_finds_nothing_of_the_first_and_is_not_asked_there_any_more() {
        var asked = somebody();
        var allocation = proposed("5.00", "RECEPTION");
        written(OFFICER, question(allocation, asked));
        var moved = new Person(asked.subject(), asked.role(), "LV-IEM");
        moved.post(API + "/programmes", programme(unique("PRG"), "AMIF", "STAFF"))
                .statusCode(201);
        asked(moved).body("items", empty());
        OFFICER.post(API + "/comments", question(allocation, asked))
                .statusCode(400)
                .body("code", is("addressee-unknown"));
    }

    @Test
    void the_people_who_can_be_asked_are_those_who_acted_for_the_institution_of_the_record() {
        var here = somebody();
        var abroad = somebodyOf("LV-IEM");
        var gone = somebody();
        var id = gone.id();
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "asked"), id)
                .statusCode(200);
        var allocation = proposed("5.00", "RECEPTION");
        OFFICER.get(API + "/comments?about=" + allocation)
                .body("people.id", hasItem(here.id()))
                .body("people.id", not(hasItem(abroad.id())))
                .body("people.id", not(hasItem(id)))
                .body("people.name", not(hasItem("Fundtrail")));
    }

    @Test
    void somebody_is_asked_by_their_whole_name_unless_two_are_called_so() {
        var name = "Ona " + UUID.randomUUID();
        var one = somebody().named(name);
        one.post(API + "/programmes", programme(unique("PRG"), "AMIF", "STAFF")).statusCode(201);
        var question = about("allocation", proposed("5.00", "RECEPTION"), "Ona?");
        question.put("to", " " + name.toUpperCase() + " ");
        written(OFFICER, question).body("to.id", is(one.id()));
        somebody().named(name).post(API + "/programmes", programme(unique("PRG"), "AMIF", "STAFF"));
        OFFICER.post(API + "/comments", question)
                .statusCode(400)
                .body("code", is("addressee-ambiguous"))
                .body("field", is("to"));
        question.put("to", one.id());
        written(OFFICER, question).body("to.name", is(name));
    }

    // ── Answered once ──

    @Test
    void who_is_asked_or_wrote_it_answers_it_once_and_nobody_else() {
        var asked = somebody();
        var allocation = proposed("5.00", "RECEPTION");
        for (var by : List.of(asked, OFFICER)) {
            var comment = id(written(OFFICER, question(allocation, asked)));
            APPROVER.get(API + "/comments/{id}", comment).body("mayAnswer", is(false));
            answered(APPROVER, comment).statusCode(403).body("code", is("not-asked"));
            answered(ADMINISTRATOR, comment).statusCode(403).body("code", is("not-asked"));
            answered(by, comment)
                    .statusCode(200)
                    .body("answer", is("It is two stages"))
                    .body("answeredBy.name", is(by.name()))
                    .body("answeredAt", notNullValue())
                    .body("mayAnswer", is(false));
            answered(asked, comment).statusCode(409).body("code", is("already-answered"));
            answered(OFFICER, comment).statusCode(409).body("code", is("already-answered"));
        }
        answered(OFFICER, UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void of_two_who_answer_at_the_same_moment_one_does() {
        var asked = somebody();
        var comment = id(written(OFFICER, question(proposed("5.00", "RECEPTION"), asked)));
        var path = API + "/comments/" + comment + "/answer";
        var heard = Crowd.atOnce(Stream.of(asked, OFFICER, asked, OFFICER)
                .map(by -> Crowd.Sent.of(by, path, json(Map.of("text", "By " + by.subject()))))
                .toList());
        Crowd.with(200, 1, heard);
        for (var late : Crowd.with(409, 3, heard)) {
            assertEquals("already-answered", late.code());
            Books.nothingOf(late.sent().key());
        }
        assertEquals(
                1,
                Books.count(
                        "SELECT count(*) FROM journal.entry WHERE action = 'comment.answered' AND convert_from(body, 'UTF8') LIKE ?",
                        "%" + comment + "%"));
    }

    @Test
    void sent_again_with_its_key_a_comment_and_its_answer_are_recorded_once() {
        var allocation = proposed("5.00", "RECEPTION");
        var comment = about("allocation", allocation, "Once");
        var key = UUID.randomUUID().toString();
        var first = OFFICER.post(key, API + "/comments", comment).statusCode(201);
        assertEquals(
                first.extract().asString(),
                OFFICER.post(key, API + "/comments", comment)
                        .statusCode(201)
                        .extract()
                        .asString());
        Books.change("UPDATE journal.request SET answer = NULL WHERE key = ?", key); // as after thirty days
        OFFICER.post(key, API + "/comments", comment).statusCode(201).body("id", is(id(first)));
        OFFICER.post(key, API + "/comments", about("allocation", allocation, "Twice"))
                .statusCode(422)
                .body("code", is("idempotency-key-reused"));
        var closing = UUID.randomUUID().toString();
        for (int n = 0; n < 2; n++) {
            OFFICER.post(closing, API + "/comments/{id}/answer", Map.of("text", "Done"), id(first))
                    .statusCode(200)
                    .body("answer", is("Done"));
        }
        OFFICER.get(API + "/comments?about=" + allocation).body("items.text", contains("Once"));
        OFFICER.request().body(comment).post(API + "/comments").then().statusCode(400);
    }

    @Test
    void what_is_asked_of_somebody_is_counted_until_it_is_answered() {
        var asked = somebody();
        var allocation = proposed("5.00", "RECEPTION");
        var comment = id(written(OFFICER, question(allocation, asked)));
        written(asked, question(allocation, asked));
        asked.get(API + "/standing").body("asked", is(2));
        somebody().get(API + "/standing").body("asked", is(0));
        answered(OFFICER, comment).statusCode(200);
        asked.get(API + "/standing").body("asked", is(1));
    }

    // ── In the history of the record ──

    @Test
    void it_stands_in_the_history_of_the_record_with_what_was_said_in_both_languages() {
        var asked = somebody();
        var allocation = proposed("5.00", "RECEPTION");
        var reference =
                OFFICER.get(API + "/allocations/{id}", allocation).extract().<String>path("reference");
        var question = question(allocation, asked);
        question.put("by", time.today().plusDays(1).toString());
        var comment = id(written(AUDITOR, question));
        answered(asked, comment).statusCode(200);
        OFFICER.get(API + "/entries?subject=" + allocation + "&action=comment.")
                .body("items.action", contains("comment.recorded", "comment.answered"))
                .body("items.sentence", contains("Commented on " + reference, "Answered a comment on " + reference))
                .body("items.reason", contains("Why so much?", "It is two stages"))
                .body("items.role", contains("auditor", "funding-officer"))
                .body("items.subject.id", contains(allocation, allocation))
                .body("items[0].changes.field", contains("commentId", "addresseeId", "by"))
                .body("items[0].changes.after", contains(comment, asked.id(), question.get("by")))
                .body("items[1].changes.after", contains(comment));
        OFFICER.request()
                .header("Accept-Language", "lt")
                .get(API + "/entries?subject=" + allocation + "&action=comment.")
                .then()
                .body(
                        "items.sentence",
                        contains("Pakomentavo įrašą " + reference, "Atsakė į įrašo " + reference + " komentarą"));
    }

    @Test
    void the_history_of_what_a_record_belongs_to_has_it_too() {
        var allocation = Funding.inForce("9.00", "STAFF");
        written(OFFICER, about("receipt", recordedReceipt(allocation, "1.00"), "Which bank?"));
        OFFICER.get(API + "/entries?subject=" + allocation).body("items.reason", hasItem("Which bank?"));
    }

    @Test
    void comments_on_a_record_are_read_page_after_page_oldest_first() {
        var allocation = proposed("5.00", "RECEPTION");
        for (int n = 1; n <= 3; n++) {
            written(OFFICER, about("allocation", allocation, "No. " + n));
        }
        var page = OFFICER.get(API + "/comments?limit=2&about=" + allocation)
                .body("items.text", contains("No. 1", "No. 2"))
                .body("people", notNullValue());
        var next = page.extract().<String>path("next");
        OFFICER.get(API + "/comments?limit=2&about=" + allocation + "&after=" + next)
                .body("items.text", contains("No. 3"))
                .body("next", nullValue())
                .body("people", nullValue());
    }

    @Test
    void what_somebody_said_stays_when_their_data_are_erased_and_their_name_goes() {
        var author = somebody();
        var allocation = proposed("5.00", "RECEPTION");
        var question = question(allocation, author);
        var mine = id(written(author, question));
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "asked"), author.id())
                .statusCode(200);
        OFFICER.get(API + "/comments/{id}", mine)
                .body("text", is("Why so much?"))
                .body("writtenBy.name", nullValue())
                .body("to.name", nullValue());
        OFFICER.post(API + "/comments", question).statusCode(400).body("code", is("addressee-unknown"));
    }

    // ── What is wrong ──

    static Stream<Arguments> wrong() {
        var yesterday = LocalDate.now(Time.VILNIUS).minusDays(1).toString();
        return Stream.of(
                arguments("text", null, "text", "required"),
                arguments("text", " \t ", "text", "required"),
                arguments("text", "x".repeat(2001), "text", "too-long"),
                arguments("text", "a\u0000b", "text", "unusable-text"),
                arguments("text", 5, "text", "not-text"),
                arguments("about", null, "about", "required"),
                arguments("about", Map.of("type", "allocation"), "about.id", "required"),
                arguments("about", Map.of("type", "allocation", "id", "x"), "about.id", "malformed-value"),
                arguments("about", Map.of("id", UUID.randomUUID().toString()), "about.type", "required"),
                arguments("to", "Nobody at all", "to", "addressee-unknown"),
                arguments("to", "", "to", "required"),
                arguments("to", UUID.randomUUID().toString(), "to", "addressee-unknown"),
                arguments("to", "00000000-0000-7000-8000-000000000001", "to", "addressee-unknown"),
                arguments("to", null, "to", "required"),
                arguments("by", yesterday, "by", "date-in-past"),
                arguments("by", "2026-02-30", "by", "date-malformed"),
                arguments("by", "2200-01-01", "by", "date-out-of-range"),
                arguments("colour", "green", "colour", "unknown-field"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_wrong_is_refused_by_its_name_and_leaves_nothing(String path, Object value, String field, String code) {
        var asked = somebody();
        var comment = question(proposed("5.00", "RECEPTION"), asked);
        comment.put("by", LocalDate.now(Time.VILNIUS).plusDays(3).toString());
        comment.put(path, value);
        var key = UUID.randomUUID().toString();
        OFFICER.post(key, API + "/comments", comment)
                .statusCode(400)
                .body("field", is(field))
                .body("code", is(code));
        Books.nothingOf(key);
        asked(asked).body("items", empty());
    }

    @Test
    void a_record_that_is_not_there_or_of_another_kind_is_absent() {
        var allocation = proposed("5.00", "RECEPTION");
        OFFICER.post(API + "/comments", about("receipt", allocation, "x")).statusCode(404);
        OFFICER.post(API + "/comments", about("person", OFFICER.id(), "x")).statusCode(404);
        OFFICER.post(API + "/comments", about("allocation", UUID.randomUUID().toString(), "x"))
                .statusCode(404);
        OFFICER.get(API + "/comments?about=" + UUID.randomUUID()).statusCode(404);
        OFFICER.get(API + "/comments/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void an_answer_without_text_or_with_too_much_is_refused() {
        var comment = id(written(OFFICER, about("allocation", proposed("5.00", "RECEPTION"), "x")));
        for (var wrong : List.of(Map.of(), Map.of("text", ""), Map.of("text", "x".repeat(2001)))) {
            OFFICER.post(API + "/comments/{id}/answer", wrong, comment)
                    .statusCode(400)
                    .body("field", is("text"));
        }
        answered(OFFICER, comment).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?about=x", "?asked=you", "?asked=me&limit=0", "?asked=me&after=x"})
    void a_list_that_is_asked_for_wrongly_is_refused(String query) {
        OFFICER.get(API + "/comments" + query).statusCode(400).body("field", notNullValue());
    }

    @Test
    void a_question_whose_day_has_passed_is_still_asked() {
        var asked = somebody();
        var question = question(proposed("5.00", "RECEPTION"), asked);
        question.put("by", time.today().toString());
        var comment = id(written(OFFICER, question));
        Clock.ahead(Duration.ofDays(3), () -> asked(asked).body("items.id", contains(comment)));
    }

    // ── The second lock ──

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE comments.comment SET text = 'x'",
                "UPDATE comments.comment SET addressee = written_by",
                "UPDATE comments.comment SET answer = 'x' WHERE answered_at IS NOT NULL",
                "DELETE FROM comments.comment",
                "TRUNCATE comments.comment"
            })
    void the_service_itself_cannot_rewrite_what_was_said(String sql) throws SQLException {
        var comment = id(written(OFFICER, about("allocation", proposed("5.00", "RECEPTION"), "x")));
        answered(OFFICER, comment).statusCode(200);
        for (boolean asService : new boolean[] {true, false}) {
            try (var connection = asService ? Books.asTheService() : Books.superuser();
                    var statement = connection.createStatement()) {
                var refused = assertThrows(SQLException.class, () -> statement.execute(sql));
                assertEquals("42501", refused.getSQLState());
            }
        }
    }

    @Test
    void a_row_says_what_its_entries_say() {
        var asked = somebody();
        var comment = id(written(OFFICER, question(proposed("5.00", "RECEPTION"), asked)));
        answered(asked, comment).statusCode(200);
        assertEquals(1, Books.count("""
                SELECT count(*) FROM comments.comment c
                JOIN journal.entry w ON w.action = 'comment.recorded' AND w.subject_id = c.about_id
                JOIN journal.entry a ON a.action = 'comment.answered' AND a.subject_id = c.about_id
                WHERE c.id = ?::uuid AND (w.subject_type, w.subject_reference, w.institution, w.actor, w.recorded_at, w.reason)
                        = (c.about_type, c.about_reference, c.institution, c.written_by, c.written_at, c.text)
                    AND (a.actor, a.recorded_at, a.reason) = (c.answered_by, c.answered_at, c.answer)""", comment));
    }
}
