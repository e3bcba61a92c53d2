package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.proposedBaseline;
import static org.fundtrail.infrastructure.Infrastructure.recordedEstimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** Who takes which step of a contract or baseline, that nobody ever does two duties on one, and what waits for what. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class StepsTest {
    private static final String CONTRACT = API + "/contracts/{id}";
    private static final Map<String, String> WITHDRAW = Map.of("step", "WITHDRAW");
    private static final Person SECOND = new Person("approver.2", "approver", "LT-VRM");
    /** Works as officer and as approver, as small ministries have it. */
    private static final Person BOTH = new Person("both.2", "project-officer approver", "LT-VRM");

    private static Map<String, String> decision(String outcome) {
        return Map.of("outcome", outcome, "reason", "As it should be");
    }

    private static void decide(Person by, String id, String outcome, int status) {
        by.post(CONTRACT + "/decision", decision(outcome), id).statusCode(status);
    }

    private static void change(Person by, String id, int version, int status) {
        by.put("\"" + version + "\"", CONTRACT, contract("6.00"), id).statusCode(status);
    }

    private static String json(Object body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_contract_that_came_back_keeps_the_history_of_its_decisions() {
        var project = recordedProject();
        var id = proposed(project, "5.00");
        decide(APPROVER, id, "RETURNED", 200);
        change(INSPECTOR, id, 1, 200);
        ENGINEER.get(CONTRACT, id)
                .body("status", equalTo("PROPOSED"))
                .body("decidedBy", nullValue())
                .body("reason", nullValue());
        decide(SECOND, id, "RETURNED", 200);
        change(ENGINEER, id, 3, 200);
        decide(APPROVER, id, "APPROVED", 200);
        var answer = ENGINEER.get(CONTRACT, id)
                .body("steps.step", contains("RECORD", "RETURN", "CHANGE", "RETURN", "CHANGE", "APPROVE"))
                .body("steps.n", contains(1, 2, 3, 4, 5, 6))
                .body("steps.round", contains(1, 1, 2, 2, 3, 3))
                .body("steps.duty", contains("INITIATE", "APPROVE", "INITIATE", "APPROVE", "INITIATE", "APPROVE"))
                .body("steps[2].person.name", equalTo("Name of inspector"))
                .body("steps[1].reason", equalTo("As it should be"))
                .extract()
                .jsonPath();
        assertEquals(answer.getString("decidedAt"), answer.getString("steps[5].at"));
        AUDITOR.get(API + "/entries?subject=" + id)
                .body("items.step.step", contains("RECORD", "RETURN", "CHANGE", "RETURN", "CHANGE", "APPROVE"))
                .body("items[5].step.round", is(3))
                .body("items.parent.id", contains(project, project, project, project, project, project));
    }

    @Test
    void an_author_of_any_round_never_approves_and_an_approver_never_becomes_an_author() {
        var id = proposed(recordedProject(), "5.00");
        decide(BOTH, id, "RETURNED", 200);
        BOTH.put("\"1\"", CONTRACT, contract("6.00"), id).statusCode(403).body("code", equalTo("other-duty"));
        ENGINEER.get(CONTRACT, id).body("actions", contains("change", "withdraw"));
        BOTH.get(CONTRACT, id).body("actions", empty());

        var mine = BOTH.post(API + "/projects/{id}/contracts", contract("5.00"), recordedProject())
                .extract()
                .<String>path("id");
        decide(APPROVER, mine, "RETURNED", 200);
        change(ENGINEER, mine, 1, 200); // somebody else's words now, and yet
        refused(BOTH.post(CONTRACT + "/decision", decision("APPROVED"), mine), 403, "own-record", null);
        decide(APPROVER, mine, "APPROVED", 200); // one duty, used twice
    }

    @Test
    void whoever_recorded_it_withdraws_it_while_it_waits_or_came_back_and_nobody_else_does() {
        var project = recordedProject();
        var id = proposed(project, "5.00");
        refused(INSPECTOR.post(CONTRACT + "/steps", WITHDRAW, id), 403, "not-own-record", null);
        APPROVER.post(CONTRACT + "/steps", WITHDRAW, id).statusCode(403);
        ENGINEER.post(CONTRACT + "/steps", Map.of("step", "WITHDRAW", "reason", "Entered twice"), id)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("overrun", nullValue())
                .body("decidedBy", nullValue())
                .body("reason", equalTo("Entered twice"))
                .body("actions", empty())
                .body("steps[1].duty", nullValue());
        refused(ENGINEER.post(CONTRACT + "/steps", WITHDRAW, id), 409, "wrong-state", null);
        decide(APPROVER, id, "APPROVED", 409);
        APPROVER.get(API + "/approvals?limit=200").body("items.id", not(hasItem(id)));
        ENGINEER.get(API + "/contracts?project={p}&status=WITHDRAWN", project).body("items.id", contains(id));

        // what was withdrawn leaves its reference free
        var reference = ENGINEER.get(CONTRACT, id).extract().<String>path("reference");
        var again = ENGINEER.post(
                        API + "/projects/{id}/contracts", with(contract("5.00"), "reference", reference), project)
                .statusCode(201)
                .extract()
                .<String>path("id");
        decide(APPROVER, again, "RETURNED", 200);
        ENGINEER.post(CONTRACT + "/steps", WITHDRAW, again).statusCode(200).body("status", equalTo("WITHDRAWN"));

        var approved = proposed(project, "5.00");
        decide(APPROVER, approved, "APPROVED", 200);
        refused(ENGINEER.post(CONTRACT + "/steps", WITHDRAW, approved), 409, "wrong-state", null);
    }

    @Test
    void steps_with_an_address_of_their_own_are_not_taken_elsewhere_and_a_wrong_one_hears_which_there_are() {
        var project = "/projects/" + recordedProject();
        var baseline = proposedBaseline(project, recordedEstimate(project, estimate("1.00", "GROSS", "2021-09-01")));
        for (var path : List.of("/contracts/" + proposed(recordedProject(), "5.00"), "/baselines/" + baseline)) {
            for (var step : List.of("APPROVE", "RECORD", "PROPOSE", "withdraw", "SHRED")) {
                ENGINEER.post(API + path + "/steps", Map.of("step", step))
                        .statusCode(400)
                        .body("code", equalTo("unknown-value"))
                        .body("field", equalTo("step"))
                        .body("params.allowed", equalTo("WITHDRAW"));
            }
            refused(ENGINEER.post(API + path + "/steps", Map.of()), 400, "required", "step");
            refused(
                    ENGINEER.post(API + path + "/steps", Map.of("step", "WITHDRAW", "on", "2099-01-01")),
                    400,
                    "date-in-future",
                    "on");
            ENGINEER.get(API + path).body("status", equalTo("PROPOSED"));
        }
    }

    @Test
    void of_a_crowd_that_decides_and_withdraws_at_once_one_does() {
        var project = "/projects/" + recordedProject();
        var baseline = proposedBaseline(project, recordedEstimate(project, estimate("1.00", "GROSS", "2021-09-01")));
        for (var path : List.of("/contracts/" + proposed(recordedProject(), "5.00"), "/baselines/" + baseline)) {
            var answers = Crowd.atOnce(IntStream.range(0, 12)
                    .mapToObj(n -> n % 3 == 0
                            ? Crowd.Sent.of(ENGINEER, API + path + "/steps", json(WITHDRAW))
                            : Crowd.Sent.of(
                                    new Person("crowd-" + n, "approver", "LT-VRM"),
                                    API + path + "/decision",
                                    json(decision(n % 2 == 0 ? "APPROVED" : "REJECTED"))))
                    .toList());
            Crowd.with(200, 1, answers);
            Crowd.with(409, 11, answers).forEach(late -> assertEquals("wrong-state", late.code()));
            assertEquals(
                    2,
                    Books.count(
                            "SELECT count(*) FROM journal.step WHERE record = ?::uuid",
                            path.substring(path.lastIndexOf('/') + 1)));
        }
    }

    private static void waits(String table, String owner, String child, Crowd.Sent sent, int status) throws Exception {
        try (var holder = Books.superuser();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            // weaker than what a foreign key waits for: only who locks the parent itself stands here
            statement.execute(
                    "SELECT 1 FROM infrastructure." + table + " WHERE id = '" + owner + "' FOR NO KEY UPDATE");
            var answer = Crowd.send(sent);
            Books.someoneWaits("%from infrastructure." + table + "%for %");
            if (child != null) {
                statement.execute("SELECT 1 FROM infrastructure." + child + " FOR UPDATE NOWAIT"); // not locked before
            }
            holder.rollback();
            assertEquals(status, answer.get(20, TimeUnit.SECONDS).status(), sent.path());
        }
    }

    @Test
    void whatever_is_done_with_a_contract_waits_for_who_works_on_its_project() throws Exception {
        var project = recordedProject();
        var path = API + "/projects/" + project + "/contracts";
        waits("project", project, null, Crowd.Sent.of(ENGINEER, path, json(contract("1.00"))), 201);
        var decided = proposed(project, "1.00");
        var withdrawn = proposed(project, "1.00");
        for (var sent : List.of(
                Crowd.Sent.of(APPROVER, API + "/contracts/" + decided + "/decision", json(decision("APPROVED"))),
                Crowd.Sent.of(ENGINEER, API + "/contracts/" + withdrawn + "/steps", json(WITHDRAW)))) {
            waits("project", project, "contract WHERE project_id = '" + project + "'", sent, 200);
        }
    }

    @Test
    void whatever_is_done_with_estimates_and_baselines_waits_for_who_works_on_their_owner() throws Exception {
        var project = recordedProject();
        var works = recordedWorks();
        for (var owner : Map.of("project", project, "works_programme", works).entrySet()) {
            var table = owner.getKey();
            var path = (table.equals("project") ? "/projects/" : "/works-programmes/") + owner.getValue();
            var rung = estimate("1.00", "GROSS", "2021-09-01");
            waits(table, owner.getValue(), null, Crowd.Sent.of(ENGINEER, API + path + "/estimates", json(rung)), 201);
            var choice = json(Map.of("estimate", recordedEstimate(path, rung), "reason", "Decided so"));
            waits(table, owner.getValue(), null, Crowd.Sent.of(ENGINEER, API + path + "/baseline", choice), 201);
            var baseline = ENGINEER.get(API + path).extract().<String>path("proposedBaseline.id");
            var children = "baseline WHERE owner_id = '" + owner.getValue() + "'";
            var decide = API + "/baselines/" + baseline + "/decision";
            waits(table, owner.getValue(), children, Crowd.Sent.of(APPROVER, decide, json(decision("APPROVED"))), 200);
            var another = proposedBaseline(path, recordedEstimate(path, rung));
            var withdraw = API + "/baselines/" + another + "/steps";
            waits(table, owner.getValue(), children, Crowd.Sent.of(ENGINEER, withdraw, json(WITHDRAW)), 200);
        }
    }

    @Test
    void a_project_that_joins_a_works_programme_waits_for_who_works_on_that() throws Exception {
        var works = recordedWorks();
        var body = json(with(Infrastructure.project("OTHER"), "worksProgramme", works));
        waits("works_programme", works, null, Crowd.Sent.of(ENGINEER, API + "/projects", body), 201);
    }

    @Test
    void nobody_has_two_duties_on_a_record_even_past_the_program() throws SQLException {
        var id = UUID.fromString(proposed(recordedProject(), "10.00"));
        var author = UUID.fromString(ENGINEER.id());
        decide(APPROVER, id.toString(), "RETURNED", 200);
        try (var service = Books.asTheService();
                var statement = service.createStatement()) {
            for (var forged : List.of(
                    "INSERT INTO journal.duty (record, person, duty) VALUES ('%s', '%s', 'APPROVE')"
                            .formatted(id, author),
                    """
                    INSERT INTO journal.step (record, n, round, step, person, duty, at)
                    VALUES ('%s', 3, 1, 'APPROVE', '%s', 'APPROVE', now())""".formatted(id, author),
                    "UPDATE journal.duty SET duty = 'APPROVE'",
                    "DELETE FROM journal.step")) {
                var refused = assertThrows(SQLException.class, () -> statement.execute(forged), forged);
                assertTrue(List.of("23505", "23503", "42501").contains(refused.getSQLState()), refused.getMessage());
            }
        }
    }
}
