package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** Who takes which step of a record, and that nobody ever does two duties on one. */
@QuarkusTest
class StepsTest {
    private static final String ALLOCATION = API + "/allocations/{id}";
    private static final Person SECOND = new Person("approver.2", "approver", "LT-VRM");
    /** Works as officer and as approver, as small ministries have it. */
    private static final Person BOTH = new Person("both.2", "funding-officer approver accountant", "LT-VRM");

    private static Map<String, String> decision(String outcome) {
        return Map.of("outcome", outcome, "reason", "As it should be");
    }

    private static void decide(Person by, String id, String outcome, int status) {
        by.post(ALLOCATION + "/decision", decision(outcome), id).statusCode(status);
    }

    private static void change(Person by, String id, int version, int status) {
        by.put("\"" + version + "\"", ALLOCATION, allocation(recordedProgramme("RECEPTION"), "6.00"), id)
                .statusCode(status);
    }

    @Test
    void a_record_that_came_back_keeps_the_history_of_its_decisions_and_who_decides_now_is_open_again() {
        var id = proposed("5.00", "RECEPTION");
        decide(APPROVER, id, "RETURNED", 200);
        OFFICER.get(ALLOCATION, id).body("decidedBy.name", equalTo("Name of approver"));
        change(VERIFIER, id, 1, 200);
        OFFICER.get(ALLOCATION, id)
                .body("status", equalTo("PROPOSED"))
                .body("decidedBy", nullValue())
                .body("reason", nullValue());
        decide(SECOND, id, "RETURNED", 200);
        change(OFFICER, id, 3, 200);
        decide(APPROVER, id, "APPROVED", 200);
        var answer = OFFICER.get(ALLOCATION, id)
                .body("steps.step", contains("RECORD", "RETURN", "CHANGE", "RETURN", "CHANGE", "APPROVE"))
                .body("steps.n", contains(1, 2, 3, 4, 5, 6))
                .body("steps.round", contains(1, 1, 2, 2, 3, 3))
                .body("steps.duty", contains("INITIATE", "APPROVE", "INITIATE", "APPROVE", "INITIATE", "APPROVE"))
                .body("steps[0].person.name", equalTo("Name of officer"))
                .body("steps[1].reason", equalTo("As it should be"))
                .body("decidedBy.name", equalTo("Name of approver"))
                .extract()
                .jsonPath();
        assertEquals(answer.getString("decidedAt"), answer.getString("steps[5].at"));
        AUDITOR.get(API + "/entries?subject=" + id)
                .body("items.step.step", contains("RECORD", "RETURN", "CHANGE", "RETURN", "CHANGE", "APPROVE"))
                .body("items[5].step.round", is(3));
    }

    @Test
    void an_author_of_any_round_never_approves_and_an_approver_never_becomes_an_author() {
        var id = proposed("5.00", "RECEPTION");
        decide(BOTH, id, "RETURNED", 200);
        BOTH.put("\"1\"", ALLOCATION, allocation(recordedProgramme("RECEPTION"), "6.00"), id)
                .statusCode(403)
                .body("code", equalTo("other-duty"));
        OFFICER.get(ALLOCATION, id).body("actions", contains("change", "withdraw"));
        BOTH.get(ALLOCATION, id).body("actions", empty());

        var mine = BOTH.post(API + "/allocations", allocation(recordedProgramme("RECEPTION"), "5.00"))
                .extract()
                .<String>path("id");
        decide(APPROVER, mine, "RETURNED", 200);
        change(OFFICER, mine, 1, 200); // somebody else's words now, and yet
        BOTH.post(ALLOCATION + "/decision", decision("APPROVED"), mine)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        decide(APPROVER, mine, "APPROVED", 200); // one duty, used twice
    }

    @Test
    void of_a_crowd_of_officers_who_approve_nobody_gets_a_second_duty_on_a_record() {
        var id = proposed("5.00", "RECEPTION");
        decide(APPROVER, id, "RETURNED", 200);
        var body = Funding.json(allocation(recordedProgramme("RECEPTION"), "6.00"));
        var people = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> new Person("crowd-" + n, "funding-officer approver", "LT-VRM"))
                .toList();
        change(people.get(0), id, 1, 200);
        var answers = Crowd.atOnce(people.stream()
                .map(p ->
                        Crowd.Sent.of(p, API + "/allocations/" + id + "/decision", Funding.json(decision("APPROVED"))))
                .toList());
        Crowd.with(200, 1, answers);
        assertEquals(
                0,
                Books.count(
                        "SELECT count(*) FROM (SELECT person FROM journal.step WHERE record = ? AND duty IS NOT NULL GROUP BY person HAVING count(DISTINCT duty) > 1) x",
                        UUID.fromString(id)),
                body);
    }

    @Test
    void whoever_recorded_it_withdraws_it_while_it_waits_and_nobody_else_does() {
        var id = proposed("5.00", "RECEPTION");
        VERIFIER.post(ALLOCATION + "/steps", Map.of("step", "WITHDRAW"), id)
                .statusCode(403)
                .body("code", equalTo("not-own-record"));
        APPROVER.post(ALLOCATION + "/steps", Map.of("step", "WITHDRAW"), id).statusCode(403);
        OFFICER.post(ALLOCATION + "/steps", Map.of("step", "WITHDRAW", "reason", "Entered twice"), id)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("decidedBy", nullValue())
                .body("reason", equalTo("Entered twice"))
                .body("actions", empty())
                .body("steps[1].duty", nullValue());
        OFFICER.post(ALLOCATION + "/steps", Map.of("step", "WITHDRAW"), id)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        decide(APPROVER, id, "APPROVED", 409);
        var reference = OFFICER.get(ALLOCATION, id).extract().<String>path("reference");
        OFFICER.post(
                        API + "/allocations",
                        Funding.with(allocation(recordedProgramme("RECEPTION"), "5.00"), "reference", reference))
                .statusCode(201);
        APPROVER.get(API + "/approvals?limit=200")
                .body("items.id", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem(id)));
    }

    @Test
    void money_that_was_set_aside_is_back_when_its_record_is_withdrawn() {
        var id = inForce("100.00", "RECEPTION");
        var commitment = reserved(id, "RECEPTION/camp", "40.00");
        var receipt = recordedReceipt(id, "30.00");
        OFFICER.post(API + "/commitments/{id}/steps", Map.of("step", "WITHDRAW"), commitment)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        OFFICER.post(API + "/receipts/{id}/steps", Map.of("step", "WITHDRAW"), receipt)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        OFFICER.get(ALLOCATION, id)
                .body("balances.available.amount", equalTo("100.00"))
                .body("balances.reserved.amount", equalTo("0.00"))
                .body("balances.toReceive.amount", equalTo("100.00"))
                .body("balances.announced.amount", equalTo("0.00"));
        var returned = reserved(id, "RECEPTION/camp", "40.00");
        APPROVER.post(API + "/commitments/{id}/decision", decision("RETURNED"), returned)
                .statusCode(200);
        OFFICER.post(API + "/commitments/{id}/steps", Map.of("step", "WITHDRAW"), returned)
                .statusCode(200);
        OFFICER.get(ALLOCATION, id).body("balances.available.amount", equalTo("100.00"));
        Books.balanced();
    }

    @Test
    void steps_with_an_address_of_their_own_are_not_taken_elsewhere_and_a_wrong_one_hears_which_there_are() {
        var id = proposed("5.00", "RECEPTION");
        for (var step : List.of("APPROVE", "RECORD", "withdraw", "SHRED")) {
            OFFICER.post(ALLOCATION + "/steps", Map.of("step", step), id)
                    .statusCode(400)
                    .body("code", equalTo("unknown-value"))
                    .body("field", equalTo("step"))
                    .body("params.allowed", equalTo("WITHDRAW"));
        }
        OFFICER.post(ALLOCATION + "/steps", Map.of(), id).statusCode(400).body("field", equalTo("step"));
        OFFICER.post(ALLOCATION + "/steps", Map.of("step", "WITHDRAW", "on", "2999-01-01"), id)
                .statusCode(400)
                .body("field", equalTo("on"));
        OFFICER.get(ALLOCATION, id).body("status", equalTo("PROPOSED"));
    }

    @Test
    void a_receipt_is_recorded_and_confirmed_by_two_people_whatever_their_roles() {
        var receipt = recordedReceipt(inForce("100.00", "RECEPTION"), "30.00");
        ACCOUNTANT.get(API + "/receipts/{id}", receipt).body("actions", contains("confirm", "refuse"));
        ACCOUNTANT
                .post(API + "/receipts/{id}/confirmation", Map.of(), receipt)
                .statusCode(200)
                .body("steps.step", contains("RECORD", "CONFIRM"))
                .body("steps.duty", contains("INITIATE", "APPROVE"));
    }

    @Test
    void whatever_is_done_with_a_child_waits_for_who_works_on_its_allocation() throws Exception {
        var id = inForce("100.00", "RECEPTION");
        var decided = reserved(id, "RECEPTION/camp", "10.00");
        var changed = reserved(id, "RECEPTION/camp", "10.00");
        APPROVER.post(API + "/commitments/{id}/decision", decision("RETURNED"), changed)
                .statusCode(200);
        var receipt = recordedReceipt(id, "10.00");
        var requests = Map.of(
                Crowd.Sent.of(
                                APPROVER,
                                API + "/commitments/" + decided + "/decision",
                                Funding.json(decision("APPROVED"))),
                        200,
                Crowd.Sent.of(OFFICER, API + "/commitments/" + changed + "/steps", "{\"step\":\"WITHDRAW\"}"), 200,
                Crowd.Sent.of(ACCOUNTANT, API + "/receipts/" + receipt + "/confirmation", "{}"), 200,
                Crowd.Sent.of(
                                OFFICER,
                                API + "/allocations/" + id + "/commitments",
                                Funding.json(commitment("RECEPTION/camp", "1.00"))),
                        201,
                Crowd.Sent.of(OFFICER, API + "/allocations/" + id + "/receipts", Funding.json(Funding.receipt("1.00"))),
                        201);
        for (var request : requests.entrySet()) {
            try (var holder = Books.superuser();
                    var statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.execute("SELECT 1 FROM funding.allocation WHERE id = '" + id + "' FOR NO KEY UPDATE");
                var answer = Crowd.send(request.getKey());
                Books.someoneWaits("%from funding.allocation%for share%");
                holder.rollback();
                assertEquals(
                        request.getValue(),
                        answer.get(20, java.util.concurrent.TimeUnit.SECONDS).status());
            }
        }
    }
}
