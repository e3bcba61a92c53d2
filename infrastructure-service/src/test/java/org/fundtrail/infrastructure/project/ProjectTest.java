package org.fundtrail.infrastructure.project;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.baseline;
import static org.fundtrail.infrastructure.Infrastructure.entries;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.project;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedProjectOf;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.unique;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Infrastructure.works;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ProjectTest {

    @Test
    void a_project_is_recorded_and_usable_at_once() {
        var works = recordedWorks();
        var body = with(with(project("PHYSICAL_BARRIER"), "worksProgramme", works), "place", "Along the border");
        var id = ENGINEER.post(API + "/projects", body)
                .statusCode(201)
                .header("Location", containsString(API + "/projects/"))
                .header("ETag", equalTo("\"0\""))
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7.*"))
                .body("title.lt", equalTo("Fizinis barjeras"))
                .body("kind", equalTo("PHYSICAL_BARRIER"))
                .body("worksProgramme.id", equalTo(works))
                .body("baseline", nullValue())
                .body("contracted.amount", equalTo("0.00"))
                .body("overrun", nullValue())
                .body("actions", contains("record-estimate", "record-cost-line", "record-contract", "correct"))
                .extract()
                .<String>path("id");

        OFFICER.get(API + "/projects/{id}", id)
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("place", equalTo("Along the border"))
                .body("actions", empty());
        AUDITOR.get(API + "/entries?subject={id}", id)
                .statusCode(200)
                .body("items.action", contains("project.recorded"))
                .body("items[0].role", equalTo("project-officer"))
                .body("items[0].changes.find { it.field == 'kind' }.after", equalTo("PHYSICAL_BARRIER"));
    }

    @Test
    void a_works_programme_is_named_by_its_reference_too() {
        var works = recordedWorks();
        var reference =
                ENGINEER.get(API + "/works-programmes/{id}", works).extract().<String>path("reference");
        var id = recordedProjectOf(reference);
        for (var named : List.of(works, works.toUpperCase(), reference)) {
            ENGINEER.get(API + "/projects?worksProgramme={named}", named)
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reference,       , required",
        "title,           , required",
        "title.en,        , required",
        "title.lt,        , required",
        "kind,            , required",
        "kind,            BRIDGE, unknown-value",
        "beneficiary,     , required",
        "period,          , required",
        "period.from,     , required",
        "period.to,       , required",
        "period.from,     2021-02-30, date-malformed",
        "period.from,     1889-01-01, date-out-of-range",
        "period.to,       2021-07-31, end-before-start",
        "worksProgramme,  NO-SUCH-WORKS, works-programme-unknown",
        "colour,          green, unknown-field"
    })
    void what_is_wrong_with_a_project_is_named(String field, String value, String code) {
        int before = entries();
        var named = field.equals("title") ? "title.en" : field;
        refused(ENGINEER.post(API + "/projects", with(project("RECEPTION"), field, value)), 400, code, named);
        assertEquals(before, entries());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        ENGINEER.post(API + "/projects", Map.of("reference", "X".repeat(101), "place", "P".repeat(301)))
                .statusCode(400)
                .body(
                        "errors.field",
                        contains("reference", "title.en", "title.lt", "kind", "beneficiary", "period", "place"));
    }

    @Test
    void a_body_that_is_no_json_is_refused_with_its_place() {
        ENGINEER.post(API + "/projects", "{\"reference\": ").statusCode(400).body("code", equalTo("malformed-json"));
        ENGINEER.post(API + "/projects", "").statusCode(400).body("code", equalTo("required"));
    }

    @Test
    void a_second_project_of_the_same_reference_is_refused() {
        var body = project("TRAINING");
        ENGINEER.post(API + "/projects", body).statusCode(201);
        int before = entries();
        refused(ENGINEER.post(API + "/projects", body), 409, "project-reference-taken", "reference");
        assertEquals(before, entries());
        LATVIAN_ENGINEER.post(API + "/projects", body).statusCode(201);
    }

    @Test
    void only_a_project_officer_records_a_project_and_their_role_is_checked_before_the_body_is_read() {
        for (var other : List.of(OFFICER, APPROVER, AUDITOR)) {
            other.post(API + "/projects", "{not json")
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-allowed"));
        }
        RestAssured.given()
                .contentType("application/json")
                .body(project("OTHER"))
                .post(API + "/projects")
                .then()
                .statusCode(401);
    }

    @Test
    void another_institutions_project_is_as_good_as_absent() {
        var id = recordedProject();
        LATVIAN_ENGINEER.get(API + "/projects/{id}", id).statusCode(404).body("code", equalTo("not-found"));
        LATVIAN_ENGINEER
                .post(API + "/projects/{id}/estimates", estimate("1.00", "GROSS", "2021-09-01"), id)
                .statusCode(404);
        LATVIAN_ENGINEER
                .post(API + "/projects/{id}/baseline", Map.of("estimate", UUID.randomUUID()), id)
                .statusCode(404);
        LATVIAN_ENGINEER.get(API + "/projects/{id}/estimates", id).statusCode(404);
        LATVIAN_ENGINEER.get(API + "/projects?limit=200").body("items.id.flatten()", not(hasItem(id)));
        AUDITOR.get(API + "/projects/{id}", id).statusCode(200);
        ENGINEER.get(API + "/projects/{id}", UUID.randomUUID()).statusCode(404);
        ENGINEER.get(API + "/projects/not-an-id").statusCode(404);
    }

    @Test
    void a_works_programme_of_another_institution_cannot_be_joined() {
        var works = LATVIAN_ENGINEER
                .post(API + "/works-programmes", works())
                .extract()
                .<String>path("id");
        refused(
                ENGINEER.post(API + "/projects", with(project("OTHER"), "worksProgramme", works))
                        .header("X-Fundtrail-Refused", "foreign"), // the gateway takes it off and notes it
                400,
                "works-programme-unknown",
                "worksProgramme");
        LATVIAN_ENGINEER
                .post(API + "/projects", with(project("OTHER"), "worksProgramme", works))
                .statusCode(201);
        LATVIAN_ENGINEER.get(API + "/projects?worksProgramme=" + works).header("X-Fundtrail-Refused", nullValue());
        ENGINEER.get(API + "/projects?worksProgramme=" + works)
                .statusCode(200)
                .body("items", empty())
                .header("X-Fundtrail-Refused", "foreign");
    }

    @Test
    void a_repeated_request_records_once_and_is_answered_alike() {
        var key = UUID.randomUUID().toString();
        var body = project("EQUIPMENT");
        var first = ENGINEER.post(key, API + "/projects", body).statusCode(201).extract();
        int before = entries();
        var again = ENGINEER.post(key, API + "/projects", body).statusCode(201).extract();
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(before, entries());

        ENGINEER.post(key, API + "/projects", project("EQUIPMENT"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        ENGINEER.request()
                .body(body)
                .post(API + "/projects")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void a_list_is_filtered_and_read_page_by_page_while_others_record() {
        var works = recordedWorks();
        var recorded = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            recorded.add(recordedProjectOf(works));
        }
        var read = new ArrayList<String>();
        String after = null;
        do {
            var page = ENGINEER.request()
                    .queryParam("worksProgramme", works)
                    .queryParam("sort", "-recordedAt")
                    .queryParam("limit", 2)
                    .queryParam("after", after == null ? "" : after)
                    .get(API + "/projects")
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.<List<String>>path("items.id"));
            after = page.path("next");
            recordedProjectOf(works); // newest first: it does not shift what is still to be read
        } while (after != null);
        var newestFirst = new ArrayList<>(recorded);
        Collections.reverse(newestFirst);
        assertEquals(newestFirst, read);
    }

    @Test
    void a_list_takes_kind_reference_and_text() {
        var word = unique("needle");
        var body = with(project("IT_SYSTEM"), "title.en", "Has a " + word + " in it");
        var id = ENGINEER.post(API + "/projects", body).extract().<String>path("id");
        ENGINEER.get(API + "/projects?q={q}&kind=IT_SYSTEM", word.toUpperCase()).body("items.id", contains(id));
        ENGINEER.get(API + "/projects?q={q}&kind=STAFF", word).body("items", empty());
        var tall = unique("tall");
        var towers = with(project("IT_SYSTEM"), "title.lt", "Stebėjimo bokštai " + tall);
        var tower = ENGINEER.post(API + "/projects", towers).extract().<String>path("id");
        ENGINEER.get(API + "/projects?q={q}", "STEBEJIMO BOKSTAI " + tall).body("items.id", contains(tower));
        ENGINEER.get(API + "/projects?q={q}", "bokštai " + tall).body("items.id", contains(tower));
        ENGINEER.get(API + "/projects?reference={r}", body.get("reference")).body("items.id", contains(id));
        ENGINEER.get(API + "/projects?reference={r}", "%").body("items", empty());
        ENGINEER.get(API + "/projects?reference=&worksProgramme=&kind=&q={q}", word)
                .body("items.id", contains(id));
        ENGINEER.get(API + "/projects?kinds={k}&q={q}", "STAFF, IT_SYSTEM", word)
                .body("items.id", contains(id));
        ENGINEER.get(API + "/projects?kinds=STAFF,TRAINING&q={q}", word).body("items", empty());
        ENGINEER.get(API + "/projects?kinds=&q={q}", word).body("items.id", contains(id));
        refused(ENGINEER.get(API + "/projects?kind=BRIDGE"), 400, "unknown-value", "kind");
        refused(ENGINEER.get(API + "/projects?kinds=STAFF,BRIDGE"), 400, "unknown-value", "kinds");
        refused(ENGINEER.get(API + "/projects?sort=colour"), 400, "unknown-value", "sort");
        refused(ENGINEER.get(API + "/projects?after=x"), 400, "cursor-malformed", "after");
        refused(ENGINEER.get(API + "/projects?limit=0"), 400, "limit-out-of-range", "limit");
    }

    @Test
    void the_filtered_list_is_given_as_csv() {
        var works = recordedWorks();
        var id = recordedProjectOf(works);
        baseline("/projects/" + id, estimate("100.00", "NET", "2021-09-01"));
        var lines = ENGINEER.request()
                .accept("text/csv")
                .get(API + "/projects?worksProgramme={w}", works)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString()
                .split("\r?\n");
        assertEquals(2, lines.length);
        assertThat(lines[0], startsWith("\ufeff\"reference\",\"titleEn\",\"titleLt\",\"kind\","));
        assertThat(
                lines[1],
                allOf(
                        containsString(",\"PHYSICAL_BARRIER\","),
                        containsString(",\"121.00\",\"0.00\",\"\",\"EUR\","),
                        endsWith("\"" + id + "\"")));
        ENGINEER.get(API + "/projects?format=csv&worksProgramme={w}", works).contentType(containsString("text/csv"));
    }

    @Test
    void a_project_shows_its_works_programme() {
        var works = recordedWorks();
        var id = recordedProjectOf(works);
        ENGINEER.get(API + "/projects/{id}", id)
                .body("worksProgramme.reference", notNullValue())
                .body("worksProgramme.title.en", equalTo("Fence and monitoring"));
    }
}
