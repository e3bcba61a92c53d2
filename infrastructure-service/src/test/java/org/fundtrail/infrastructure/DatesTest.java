package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.project;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** When work is due and projects end is told to whom it matters. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class DatesTest {
    @Inject
    Time time;

    private static String recorded(String path, Map<String, Object> body) {
        return ENGINEER.post(API + path, body).statusCode(201).extract().path("id");
    }

    private static String signed(String project, LocalDate due) {
        return recorded("/projects/" + project + "/contracts", with(contract("5.00"), "dueOn", due.toString()));
    }

    @Test
    void the_work_of_what_was_approved_and_the_end_of_projects_are_told_oldest_first() {
        var today = time.today();
        var project = recorded(
                "/projects",
                with(project("PHYSICAL_BARRIER"), "period.to", today.plusDays(2).toString()));
        var late = signed(project, today.minusDays(1));
        var soon = signed(project, today.plusDays(3));
        for (var contract : List.of(late, soon)) {
            APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), contract)
                    .statusCode(200);
        }
        signed(project, today.plusDays(4)); // waits
        var mine = "findAll { it.id == '" + project + "' || it.parent?.id == '" + project + "' }";
        for (var reader : List.of(ENGINEER, APPROVER, AUDITOR)) {
            reader.get(API + "/dates")
                    .statusCode(200)
                    .body(mine + ".id", contains(late, project, soon))
                    .body(mine + ".what", contains("due", "period-ends", "due"))
                    .body(mine + "[0].day", is(today.minusDays(1).toString()))
                    .body(mine + "[0].parent.type", is("project"));
        }
        for (var other : new Person[] {OFFICER, LATVIAN_ENGINEER}) {
            other.get(API + "/dates").statusCode(200).body(mine, empty());
        }
    }
}
