package org.fundtrail.infrastructure.works;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.entries;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.unique;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Infrastructure.works;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class WorksProgrammeTest {

    @Test
    void a_works_programme_is_recorded_and_usable_at_once() {
        var body = works();
        var id = ENGINEER.post(API + "/works-programmes", body)
                .statusCode(201)
                .header("Location", containsString(API + "/works-programmes/"))
                .body("reference", equalTo(body.get("reference")))
                .body("title.lt", equalTo("Tvora ir stebėjimas"))
                .body("baseline", nullValue())
                .body("actions", contains("record-estimate", "correct"))
                .extract()
                .<String>path("id");
        OFFICER.get(API + "/works-programmes/{id}", id).statusCode(200).header("ETag", equalTo("\"0\""));
        AUDITOR.get(API + "/entries?subject={id}", id)
                .body("items.action", contains("works-programme.recorded"))
                .body("items[0].subject.reference", equalTo(body.get("reference")));
    }

    @ParameterizedTest
    @CsvSource({
        "reference, , required",
        "title,     , required",
        "title.en,  , required",
        "title.lt,  , required",
        "title.pl,  Mur, unknown-field",
        "colour,    green, unknown-field"
    })
    void what_is_wrong_with_it_is_named(String field, String value, String code) {
        int before = entries();
        refused(
                ENGINEER.post(API + "/works-programmes", with(works(), field, value)),
                400,
                code,
                field.equals("title") ? "title.en" : field);
        assertEquals(before, entries());
    }

    @Test
    void a_second_one_of_the_same_reference_is_refused() {
        var body = works();
        ENGINEER.post(API + "/works-programmes", body).statusCode(201);
        refused(ENGINEER.post(API + "/works-programmes", body), 409, "works-programme-reference-taken", "reference");
        LATVIAN_ENGINEER.post(API + "/works-programmes", body).statusCode(201);
    }

    @Test
    void only_project_officers_record_it_and_another_institution_sees_nothing_of_it() {
        for (var other : List.of(OFFICER, APPROVER, AUDITOR)) {
            other.post(API + "/works-programmes", "{not json").statusCode(403);
        }
        var id = recordedWorks();
        LATVIAN_ENGINEER.get(API + "/works-programmes/{id}", id).statusCode(404);
        LATVIAN_ENGINEER.get(API + "/works-programmes/{id}/estimates", id).statusCode(404);
        LATVIAN_ENGINEER
                .post(API + "/works-programmes/{id}/estimates", estimate("1.00", "GROSS", "2021-09-01"), id)
                .statusCode(404);
        LATVIAN_ENGINEER
                .post(API + "/works-programmes/{id}/baseline", Map.of("estimate", UUID.randomUUID()), id)
                .statusCode(404);
    }

    @Test
    void they_are_listed_by_reference_with_text_filter_and_as_csv() {
        var word = unique("needle");
        for (var suffix : List.of("B", "A", "C")) {
            ENGINEER.post(API + "/works-programmes", with(works(), "reference", word + suffix))
                    .statusCode(201);
        }
        var next = ENGINEER.get(API + "/works-programmes?q={q}&limit=2", word)
                .body("items.reference", contains(word + "A", word + "B"))
                .extract()
                .<String>path("next");
        ENGINEER.get(API + "/works-programmes?q={q}&limit=2&after={a}", word, next)
                .body("items.reference", contains(word + "C"))
                .body("next", nullValue());
        ENGINEER.get(API + "/works-programmes?reference={r}", word + "B").body("items.reference", contains(word + "B"));
        var csv = ENGINEER.get(API + "/works-programmes?q={q}&format=csv", word)
                .extract()
                .asString();
        assertEquals(4, csv.split("\r?\n").length);
        org.hamcrest.MatcherAssert.assertThat(
                csv, startsWith("\ufeff\"reference\",\"titleEn\",\"titleLt\",\"baseline\","));
    }

    @Test
    void the_csv_is_the_whole_list_however_long() {
        var word = unique("many");
        int most = 201; // one more than a page
        for (int i = 0; i < most; i++) {
            ENGINEER.post(API + "/works-programmes", with(works(), "reference", word + i))
                    .statusCode(201);
        }
        var csv = ENGINEER.get(API + "/works-programmes?q={q}&format=csv", word)
                .extract()
                .asString();
        var references = csv.lines().skip(1).map(line -> line.split(",")[0]).toList();
        assertEquals(most, references.size());
        assertEquals(most, references.stream().distinct().count());
        assertEquals(references.stream().sorted().toList(), references);
    }
}
