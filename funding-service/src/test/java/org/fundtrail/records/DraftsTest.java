package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;

/** What was typed into a form and not recorded yet is kept for whoever typed it, and for nobody else. */
@QuarkusTest
class DraftsTest {
    private static final Person ADMINISTRATOR = new Person("admin", Role.ADMINISTRATOR, "LT-VRM");

    @Inject
    Drafts drafts;

    private static Person somebody() {
        return new Person("typist-" + UUID.randomUUID(), Role.FUNDING_OFFICER, "LT-VRM");
    }

    private static ValidatableResponse kept(Person author, String key, Map<String, ?> answers) {
        return author.request()
                .body(Map.of("page", "/programmes/new/check", "title", "Record a programme", "answers", answers))
                .put(API + "/drafts/" + key)
                .then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void what_was_typed_is_there_letter_by_letter_however_wrong_and_the_last_of_it_stays() {
        var author = somebody();
        var key = key();
        kept(author, key, Map.of("code", "", "period.from.day", " 31 ", "name", "ąčę <b>\u202f"))
                .statusCode(200)
                .body("recorded", nullValue());
        kept(author, key, Map.of("code", "X", "period.from.day", " 32 ")).statusCode(200);
        author.get(API + "/drafts/" + key)
                .statusCode(200)
                .body("page", is("/programmes/new/check"))
                .body("answers", equalTo(Map.of("code", "X", "period.from.day", " 32 ")));
        author.get(API + "/drafts").body("key", contains(key)).body("answers", contains(nullValue()));
    }

    @Test
    void nobody_else_reads_it_not_even_the_same_person_at_another_institution_nor_an_auditor() {
        var author = somebody();
        var key = key();
        kept(author, key, Map.of("name", "secret")).statusCode(200);
        var moved = new Person(author.subject(), Role.FUNDING_OFFICER, "LV-IEM");
        for (var other : List.of(somebody(), moved, Person.AUDITOR)) {
            other.get(API + "/drafts/" + key).statusCode(404);
            other.get(API + "/drafts").body("", empty());
        }
        kept(Person.VERIFIER, key, Map.of("name", "mine")).statusCode(200);
        author.get(API + "/drafts/" + key).body("answers.name", is("secret"));
        assertEquals(
                List.of(),
                Books.rows("SELECT 1 FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee"
                        + " WHERE c.oid = 'drafts.draft'::regclass AND r.rolname = 'fundtrail_auditor'"));
    }

    @Test
    void a_draft_records_once_and_leads_to_what_it_recorded() {
        var author = somebody();
        var key = key();
        kept(author, key, Map.of("code", "X")).statusCode(200);
        var id = author.post(key, API + "/programmes", programme(unique("DRAFT"), "AMIF", "RECEPTION"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        author.get(API + "/drafts").body("", empty());
        author.get(API + "/drafts/" + key).body("recorded", is("programmes/" + id));
        kept(author, key, Map.of("code", "again")).body("recorded", is("programmes/" + id));
        assertEquals(List.of(), Books.rows("SELECT 1 FROM drafts.draft WHERE key = ?", key));
    }

    @Test
    void whoever_decides_or_comments_has_drafts_too_and_they_go_with_what_was_sent() {
        var programme = somebody()
                .post(key(), API + "/programmes", programme(unique("DRAFT"), "AMIF", "RECEPTION"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var auditor = Person.AUDITOR;
        var key = key();
        kept(auditor, key, Map.of("text", "Why")).statusCode(200);
        auditor.post(
                        key,
                        API + "/comments",
                        Map.of("about", Map.of("type", "programme", "id", programme), "text", "Why so?"))
                .statusCode(201);
        auditor.get(API + "/drafts").body("key", not(hasItem(key)));
    }

    @Test
    void what_was_refused_stays_a_draft() {
        var author = somebody();
        var key = key();
        kept(author, key, Map.of("code", "X")).statusCode(200);
        author.post(key, API + "/programmes", Map.of("code", "X")).statusCode(400);
        author.get(API + "/drafts/" + key).body("answers.code", is("X"));
    }

    @Test
    void thrown_away_it_is_gone_and_another_ones_stays() {
        var author = somebody();
        var key = key();
        kept(author, key, Map.of("code", "X")).statusCode(200);
        somebody().request().delete(API + "/drafts/" + key).then().statusCode(204);
        author.get(API + "/drafts/" + key).statusCode(200);
        author.request().delete(API + "/drafts/" + key).then().statusCode(204);
        author.get(API + "/drafts/" + key).statusCode(404);
    }

    @Test
    void it_is_kept_for_ninety_days() {
        var author = somebody();
        var key = key();
        kept(author, key, Map.of("code", "X")).statusCode(200);
        Clock.ahead(Duration.ofDays(89), drafts::dropOld);
        author.get(API + "/drafts").body("key", contains(key));
        Clock.ahead(Duration.ofDays(91), drafts::dropOld);
        author.get(API + "/drafts").body("", empty());
    }

    @Test
    void it_goes_with_the_data_of_whoever_typed_it() {
        var author = somebody();
        kept(author, key(), Map.of("name", "mine")).statusCode(200);
        var id = author.id();
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "asked for"), id)
                .statusCode(200);
        assertEquals(List.of(), Books.rows("SELECT 1 FROM drafts.draft WHERE person = ?::uuid", id));
    }

    @Test
    void what_is_no_draft_is_refused_by_name() {
        var author = somebody();
        kept(author, key(), Map.of("name", "x".repeat(70_000))).statusCode(413);
        kept(author, "short", Map.of()).statusCode(400).body("field", is("key"));
        var body = new HashMap<String, Object>(Map.of("page", "/programmes/new", "title", "T"));
        author.request()
                .body(body)
                .put(API + "/drafts/" + key())
                .then()
                .statusCode(400)
                .body("field", is("answers"));
        author.request()
                .body(Map.of("page", "https://elsewhere.example/x", "title", "T", "answers", Map.of()))
                .put(API + "/drafts/" + key())
                .then()
                .statusCode(400)
                .body("field", is("page"));
        author.request()
                .body(Map.of("page", "p".repeat(501), "title", "T", "answers", Map.of()))
                .put(API + "/drafts/" + key())
                .then()
                .statusCode(400)
                .body("field", is("page"));
        author.request().body("{").put(API + "/drafts/" + key()).then().statusCode(400);
    }
}
