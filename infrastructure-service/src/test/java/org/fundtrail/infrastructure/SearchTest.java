package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.project;
import static org.fundtrail.infrastructure.Infrastructure.recordedEstimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.unique;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Infrastructure.works;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** One search finds records of every kind. */
@QuarkusTest
class SearchTest {
    private static List<Map<String, Object>> found(Person reader, String text) {
        return reader.get(API + "/search?limit=200&q={q}", text)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private static List<Object> ids(String text) {
        return found(ENGINEER, text).stream().map(record -> record.get("id")).toList();
    }

    private static String recorded(String room, Map<String, Object> terms) {
        return ENGINEER.post(API + room, terms).statusCode(201).extract().path("id");
    }

    @Test
    void a_record_of_each_kind_is_found_by_its_reference() {
        var mark = unique("").toLowerCase();
        var works = recorded("/works-programmes", with(works(), "reference", "W" + mark));
        var project = recorded("/projects", with(project("STAFF"), "reference", "P" + mark));
        var contract = recorded("/projects/" + project + "/contracts", with(contract("1.00"), "reference", "C" + mark));
        var rung = recordedEstimate(
                "/projects/" + project, with(estimate("1.00", "GROSS", "2021-09-01"), "name", "E" + mark));
        assertEquals(List.of(works), ids("w" + mark));
        assertEquals(List.of(project), ids("p" + mark));
        assertEquals(List.of(contract), ids("c" + mark));
        assertEquals(List.of(rung), ids("e" + mark));
        assertEquals(4, ids(mark).size());
        assertEquals(project, ((Map<?, ?>) found(ENGINEER, "e" + mark).get(0).get("parent")).get("id"));
        assertEquals(List.of(), found(LATVIAN_ENGINEER, mark));
    }

    @Test
    void a_contract_is_found_by_its_contractor_and_by_either_amount_of_it() {
        var mark = unique("");
        var terms =
                with(contract("5213377.00"), "contractor", Map.of("name", "UAB Šarūnas" + mark, "identifier", mark));
        var id = recorded("/projects/" + recordedProject() + "/contracts", terms);
        assertEquals(List.of(id), ids("sarunas" + mark));
        assertEquals(List.of(id), ids(mark));
        assertEquals("UAB Šarūnas" + mark, found(ENGINEER, mark).get(0).get("party"));
        assertEquals(List.of(id), ids("5 213 377"));
        assertEquals(List.of(id), ids("6.308.186,17"));
    }

    @Test
    void a_project_is_found_by_its_title_in_either_language_and_told_in_that_of_its_reader() {
        var mark = unique("");
        var id = recorded(
                "/projects", with(project("STAFF"), "title", Map.of("en", "Towers" + mark, "lt", "Bokštai" + mark)));
        assertEquals(List.of(id), ids("bokstai" + mark));
        assertEquals("Towers" + mark, found(ENGINEER, mark).get(0).get("title"));
        ENGINEER.request()
                .header("Accept-Language", "lt")
                .get(API + "/search?q=towers" + mark)
                .then()
                .body("[0].title", equalTo("Bokštai" + mark));
    }
}
