package org.fundtrail.infrastructure.position;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.approved;
import static org.fundtrail.infrastructure.Infrastructure.baseline;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.entries;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.project;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.proposedBaseline;
import static org.fundtrail.infrastructure.Infrastructure.recordedEstimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedProjectOf;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class PositionTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vilnius"));

    private static ExtractableResponse<?> position(String asOf) {
        return OFFICER.get(API + "/position" + (asOf == null ? "" : "?asOf=" + asOf))
                .statusCode(200)
                .extract();
    }

    private static <T> T of(ExtractableResponse<?> position, String list, String id, String field) {
        return position.path(list + ".find { it.id == '" + id + "' }." + field);
    }

    @Test
    void the_position_says_what_everything_is_to_cost_and_what_is_contracted() {
        var works = recordedWorks();
        baseline(
                "/works-programmes/" + works,
                with(estimate("500000000.00", "UNKNOWN", "2021-08-02"), "lowerBound", true));
        var project = recordedProjectOf(works);
        var chosen = baseline("/projects/" + project, estimate("126000000.00", "NET", "2021-08-23"));
        inForce(project, "30000000.00");
        proposed(project, "1.00");

        var now = position(null);
        assertEquals(TODAY.toString(), now.path("asOf"));
        assertEquals(
                entries(),
                AUDITOR.get(API + "/position").extract().<Integer>path("recorded"),
                "an auditor reads all of it");
        assertEquals("500000000.00", of(now, "worksProgrammes", works, "baseline.gross.amount"));
        assertEquals(true, of(now, "worksProgrammes", works, "baseline.lowerBound"));
        assertEquals("Tvora ir stebėjimas", of(now, "worksProgrammes", works, "title.lt"));
        assertEquals(works, of(now, "projects", project, "worksProgramme"));
        assertEquals(chosen, of(now, "projects", project, "baseline.estimate"));
        assertEquals("NET", of(now, "projects", project, "baseline.basis"));
        assertEquals("126000000.00", of(now, "projects", project, "baseline.amount.amount"));
        assertEquals("152460000.00", of(now, "projects", project, "baseline.gross.amount"));
        assertEquals("PHYSICAL_BARRIER", of(now, "projects", project, "kind"));
        assertEquals("36300000.00", of(now, "projects", project, "contracted.amount"));
    }

    @Test
    void as_of_a_day_counts_what_had_happened_by_then_with_all_that_is_known_now() {
        var project = recordedProject();
        var early = recordedEstimate("/projects/" + project, estimate("15000000.00", "UNKNOWN", "2021-07-07"));
        baseline("/projects/" + project, estimate("152460000.00", "GROSS", "2021-08-23"));
        inForce(project, "30000000.00");

        assertNull(of(position("2021-08-22"), "projects", project, "baseline"));
        assertEquals("0.00", of(position("2021-09-12"), "projects", project, "contracted.amount"));
        assertEquals("36300000.00", of(position("2021-09-13"), "projects", project, "contracted.amount"));
        assertEquals("152460000.00", of(position("2021-08-23"), "projects", project, "baseline.gross.amount"));

        // chosen last, it counts from its own date on: before the other's date alone, and after it as the later choice
        approved(proposedBaseline("/projects/" + project, early));
        assertNull(of(position("2021-07-06"), "projects", project, "baseline"));
        assertEquals("15000000.00", of(position("2021-07-07"), "projects", project, "baseline.gross.amount"));
        assertEquals("15000000.00", of(position(null), "projects", project, "baseline.gross.amount"));
    }

    @Test
    void the_same_day_reads_the_same_whether_from_kept_sums_or_from_postings() {
        var project = recordedProject();
        inForce(project, "10.00");
        inForce(project, "20.00");
        assertEquals("36.30", of(position(null), "projects", project, "contracted.amount"));
        assertEquals("36.30", of(position(TODAY.minusDays(1).toString()), "projects", project, "contracted.amount"));
    }

    private static String bytes(String asOf, Object recorded) {
        return OFFICER.get(API + "/position?asOf=" + asOf + "&recorded=" + recorded)
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void the_same_day_and_number_of_entries_give_the_same_bytes_whatever_was_recorded_since() {
        var project = recordedProject();
        baseline("/projects/" + project, estimate("100.00", "GROSS", "2021-08-23"));
        inForce(project, "10.00");
        var waiting = proposed(project, "20.00");
        int recorded = OFFICER.get(API + "/position").extract().path("recorded");
        var days = List.of(TODAY.toString(), TODAY.minusDays(1).toString(), "2021-08-23", "2021-09-13", "2021-09-30");
        var before = days.stream().map(day -> bytes(day, recorded)).toList();
        baseline("/projects/" + project, estimate("200.00", "GROSS", "2021-08-24"));
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), waiting)
                .statusCode(200);
        baseline("/works-programmes/" + recordedWorks(), estimate("300.00", "GROSS", "2021-08-24"));
        recordedProject();
        assertEquals(before, days.stream().map(day -> bytes(day, recorded)).toList());
        var earlier = OFFICER.get(API + "/position?recorded=" + recorded).extract();
        assertEquals("100.00", of(earlier, "projects", project, "baseline.gross.amount"));
        assertEquals("200.00", of(position(null), "projects", project, "baseline.gross.amount"));
        assertEquals("12.10", of(earlier, "projects", project, "contracted.amount"));
        refused(OFFICER.get(API + "/position?recorded=99999999"), 400, "not-yet-recorded", "recorded");
    }

    @Test
    void a_project_exists_from_its_period_or_from_its_first_baseline_or_contract_where_that_is_earlier() {
        var project = recordedProject(); // from 2021-08-01
        assertEquals("2021-08-01", of(position(null), "projects", project, "existsFrom"));
        baseline("/projects/" + project, estimate("100.00", "GROSS", "2021-07-07"));
        assertEquals("2021-07-07", of(position(null), "projects", project, "existsFrom"));
        inForce(project, "10.00"); // signed on 2021-09-13
        assertEquals("2021-07-07", of(position(null), "projects", project, "existsFrom"));
    }

    @Test
    void what_only_waits_makes_no_project_older_and_an_approved_contract_does() {
        var project = recordedProject(); // from 2021-08-01
        var path = "/projects/" + project;
        proposedBaseline(path, recordedEstimate(path, estimate("100.00", "GROSS", "2021-07-07")));
        var early = ENGINEER.post(API + path + "/contracts", with(contract("10.00"), "signedOn", "2021-07-20"))
                .extract()
                .<String>path("id");
        int recorded = OFFICER.get(API + "/position").extract().path("recorded");
        assertEquals("2021-08-01", of(position(null), "projects", project, "existsFrom"));
        assertNull(of(position(null), "projects", project, "baseline"));
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), early)
                .statusCode(200);
        assertEquals("2021-07-20", of(position(null), "projects", project, "existsFrom"));
        var before = OFFICER.get(API + "/position?recorded=" + recorded).extract();
        assertEquals("2021-08-01", of(before, "projects", project, "existsFrom"));
    }

    @Test
    void at_an_earlier_moment_there_is_only_what_was_recorded_by_then_and_at_none_there_is_nothing() {
        int recorded = OFFICER.get(API + "/position").extract().path("recorded");
        var works = recordedWorks();
        var project = recordedProjectOf(works);
        OFFICER.get(API + "/position?recorded=" + recorded)
                .body("recorded", is(recorded))
                .body("projects.id", not(hasItem(project)))
                .body("worksProgrammes.id", not(hasItem(works)));
        OFFICER.get(API + "/position?recorded=0").body("projects", empty()).body("worksProgrammes", empty());
        refused(OFFICER.get(API + "/position?recorded=-1"), 400, "malformed-value", "recorded");
        refused(OFFICER.get(API + "/position?recorded=x"), 400, "malformed-value", "recorded");
    }

    @Test
    void nobody_learns_from_it_how_much_another_institution_records() {
        recordedProject();
        int ours = OFFICER.get(API + "/position").extract().path("recorded");
        LATVIAN_ENGINEER.post(API + "/projects", project("OTHER")).statusCode(201);
        OFFICER.get(API + "/position").body("recorded", is(ours));
        refused(OFFICER.get(API + "/position?recorded=" + (ours + 1)), 400, "not-yet-recorded", "recorded");
    }

    @Test
    void everything_is_in_it_by_reference_and_never_in_pages() {
        for (int n = 0; n < 60; n++) { // more than a page of a list
            recordedProject();
        }
        List<String> references = position(null).path("projects.reference");
        assertEquals(references.stream().sorted().toList(), references);
        assertEquals(
                Books.count("SELECT count(*) FROM infrastructure.project WHERE institution = 'LT-VRM'"),
                references.size());
    }

    @Test
    void only_the_readers_institution_is_in_it_unless_they_audit() {
        var project = recordedProject();
        LATVIAN_ENGINEER.get(API + "/position").statusCode(200).body("projects.id", not(hasItem(project)));
        AUDITOR.get(API + "/position").body("projects.id", hasItem(project));
    }

    @Test
    void a_day_has_to_be_one_and_not_in_the_future() {
        refused(OFFICER.get(API + "/position?asOf=" + TODAY.plusDays(1)), 400, "date-in-future", "asOf");
        refused(OFFICER.get(API + "/position?asOf=yesterday"), 400, "date-malformed", "asOf");
        OFFICER.get(API + "/position?asOf=" + TODAY).statusCode(200).body("asOf", equalTo(TODAY.toString()));
        AUDITOR.get(API + "/position?asOf=").statusCode(200).body("recorded", is(entries()));
    }
}
