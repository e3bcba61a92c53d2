package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.baseline;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedProjectOf;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.CorrectionsTest;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class CorrectionTest extends CorrectionsTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vilnius"));
    private static final Map<String, Object> TITLE = Map.of("title", Map.of("lt", "Tvora su stebėjimu"));
    private static final Map<String, Object> NAME = Map.of("contractor", Map.of("name", "UAB „Tetas“"));

    private static String project() {
        return API + "/projects/" + recordedProject();
    }

    private static String contract() {
        return API + "/contracts/" + inForce(recordedProject(), "10.00");
    }

    @Override
    protected List<Correctable> correctables() {
        return List.of(
                new Correctable(ENGINEER, () -> API + "/works-programmes/" + recordedWorks(), TITLE, "title.lt", false),
                new Correctable(ENGINEER, CorrectionTest::project, TITLE, "title.lt", false),
                new Correctable(ENGINEER, CorrectionTest::contract, NAME, "contractor.name", true));
    }

    @Test
    void what_a_project_says_is_corrected_and_what_it_is_stays() {
        var at = project();
        correct(ENGINEER, at, 0, because(Map.of("beneficiary", "Border Guard", "place", "Druskininkai")))
                .statusCode(200)
                .body("beneficiary", equalTo("Border Guard"))
                .body("place", equalTo("Druskininkai"))
                .body("title.en", equalTo("Physical barrier"));
        for (var field : List.of("reference", "kind", "period")) {
            correct(ENGINEER, at, 1, because(Map.of(field, "RECEPTION")))
                    .statusCode(400)
                    .body("field", equalTo(field));
        }
    }

    @Test
    void a_contract_is_corrected_once_it_is_in_force_and_who_it_is_with_stays() {
        var waiting = API + "/contracts/" + proposed(recordedProject(), "10.00");
        correct(ENGINEER, waiting, 0, because(NAME)).statusCode(409).body("code", equalTo("wrong-state"));
        ENGINEER.get(waiting).body("actions", not(hasItem("correct")));
        var at = contract();
        ENGINEER.get(at).body("actions", hasItem("correct"));
        APPROVER.get(at).body("actions", empty());
        correct(ENGINEER, at, 1, because(NAME))
                .statusCode(200)
                .body("contractor.identifier", equalTo("300513148"))
                .body("decidedBy.name", equalTo(APPROVER.name()))
                .body("status", equalTo("APPROVED"));
        correct(ENGINEER, at, 2, because(Map.of("contractor", Map.of("identifier", "1"))))
                .statusCode(400)
                .body("field", equalTo("contractor.identifier"));
    }

    @Test
    void what_was_erased_is_not_written_again() {
        var at = contract();
        var contractor = ENGINEER.get(at).extract().<String>path("contractor.id");
        new Person("admin", Role.ADMINISTRATOR, "LT-VRM")
                .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), contractor)
                .statusCode(200);
        ENGINEER.get(at).body("actions", not(hasItem("correct")));
        correct(ENGINEER, at, 1, because(NAME)).statusCode(409).body("code", equalTo("contractor-erased"));
    }

    // ── A project joins a works programme ──

    private static String worksProgramme(String project, LocalDate day) {
        return ENGINEER.get(API + "/position?asOf=" + day)
                .statusCode(200)
                .extract()
                .path("projects.find { it.id == '" + project + "' }.worksProgramme");
    }

    private static void contracted(String works, LocalDate day, int many, String total) {
        ENGINEER.get(API + "/contracts?worksProgramme=" + works + "&asOf=" + day)
                .statusCode(200)
                .body("items", hasSize(many))
                .body("total.amount", equalTo(total));
    }

    @Test
    void a_project_with_a_baseline_and_contracts_joins_a_works_programme_from_today_on() {
        var works = recordedWorks();
        var project = recordedProject();
        baseline("/projects/" + project, estimate("100.00", "GROSS", "2021-09-01"));
        inForce(project, "10.00");
        var at = API + "/projects/" + project;
        var reference =
                ENGINEER.get(API + "/works-programmes/" + works).extract().<String>path("reference");
        correct(ENGINEER, at, version(ENGINEER, at), because(Map.of("worksProgramme", reference)))
                .statusCode(200)
                .body("worksProgramme.id", equalTo(works))
                .body("baseline.gross.amount", equalTo("100.00"));

        assertEquals(works, worksProgramme(project, TODAY));
        assertNull(worksProgramme(project, TODAY.minusDays(1)));
        contracted(works, TODAY, 1, "12.10");
        contracted(works, TODAY.minusDays(1), 0, "0.00");
        ENGINEER.get(API + "/projects?worksProgramme=" + works).body("items.id", contains(project));
    }

    @Test
    void a_project_that_moves_to_another_works_programme_stays_in_the_first_until_then() {
        var first = recordedWorks();
        var second = recordedWorks();
        var project = recordedProjectOf(first);
        inForce(project, "10.00");
        var recorded = ENGINEER.get(API + "/position").extract().<Integer>path("recorded");
        correct(ENGINEER, API + "/projects/" + project, 0, because(Map.of("worksProgramme", second)))
                .statusCode(200);

        assertEquals(second, worksProgramme(project, TODAY));
        assertEquals(first, worksProgramme(project, TODAY.minusDays(1)));
        contracted(first, TODAY.minusDays(1), 1, "12.10");
        contracted(first, TODAY, 0, "0.00");
        contracted(second, TODAY, 1, "12.10");
        assertEquals(
                first,
                ENGINEER.get(API + "/position?asOf=" + TODAY + "&recorded=" + recorded)
                        .extract()
                        .path("projects.find { it.id == '" + project + "' }.worksProgramme"),
                "what was known before says what it said");
    }

    @Test
    void what_need_not_be_said_is_taken_out_and_what_is_only_not_named_stays() {
        var works = recordedWorks();
        var project = recordedProjectOf(works);
        var at = API + "/projects/" + project;
        correct(ENGINEER, at, 0, because(Map.of("place", "Druskininkai"))).statusCode(200);
        var nulls = new HashMap<String, Object>(because(Map.of("beneficiary", "Border Guard")));
        nulls.put("place", null);
        nulls.put("worksProgramme", null);
        nulls.put("without", null);
        correct(ENGINEER, at, 1, nulls)
                .statusCode(200)
                .body("place", equalTo("Druskininkai"))
                .body("worksProgramme.id", equalTo(works));

        correct(ENGINEER, at, 2, because(Map.of("without", List.of("PLACE", "WORKS_PROGRAMME"))))
                .statusCode(200)
                .body("place", equalTo(null))
                .body("worksProgramme", equalTo(null))
                .body("beneficiary", equalTo("Border Guard"));
        ENGINEER.get(API + "/entries?order=desc&subject=" + project)
                .body("items[0].changes.find { it.field == 'place' }.before", equalTo("Druskininkai"))
                .body("items[0].changes.find { it.field == 'place' }.after", equalTo(null));
        assertNull(worksProgramme(project, TODAY));
        assertEquals(works, worksProgramme(project, TODAY.minusDays(1)), "it left today");

        correct(ENGINEER, at, 3, because(Map.of("without", List.of("PLACE"))))
                .statusCode(400)
                .body("code", equalTo("nothing-corrected"));
        correct(ENGINEER, at, 3, because(Map.of("without", List.of("BENEFICIARY"))))
                .statusCode(400)
                .body("code", equalTo("unknown-value"));
    }

    @Test
    void a_title_is_right_for_past_days_too_and_a_correction_of_it_moves_no_project() {
        var works = recordedWorks();
        var project = recordedProjectOf(works);
        correct(ENGINEER, API + "/projects/" + project, 0, because(TITLE)).statusCode(200);
        var yesterday = TODAY.minusDays(1);
        ENGINEER.get(API + "/position?asOf=" + yesterday)
                .body("projects.find { it.id == '" + project + "' }.title.lt", equalTo("Tvora su stebėjimu"));
        assertEquals(works, worksProgramme(project, yesterday));
    }

    @Test
    void nobody_joins_a_works_programme_that_is_not_there() {
        var latvian = Infrastructure.LATVIAN_ENGINEER
                .post(API + "/works-programmes", Infrastructure.works())
                .extract()
                .<String>path("id");
        for (var works : List.of("nobody", latvian)) {
            correct(ENGINEER, project(), 0, because(Map.of("worksProgramme", works)))
                    .statusCode(400)
                    .body("code", equalTo("works-programme-unknown"));
        }
    }
}
