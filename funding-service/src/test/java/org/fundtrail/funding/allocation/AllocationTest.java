package org.fundtrail.funding.allocation;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AllocationTest {
    private static final Person BOTH = new Person("both", "funding-officer approver", "LT-VRM");
    private static final String DECISION = API + "/allocations/{id}/decision";

    @Test
    void an_allocation_is_recorded_and_approved_by_somebody_else() {
        var body = allocation(recordedProgramme("RECEPTION"), "37000000.00");
        var id = OFFICER.post(API + "/allocations", body)
                .statusCode(201)
                .header("Location", containsString(API + "/allocations/"))
                .header("ETag", equalTo("\"0\""))
                .body("status", equalTo("PROPOSED"))
                .body("amount.amount", equalTo("37000000.00"))
                .body("amount.currency", equalTo("EUR"))
                .body("coFinancingRate", equalTo("1"))
                .body("balances", nullValue())
                .body("ownRecord", is(true))
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7.*"))
                .extract()
                .<String>path("id");

        APPROVER.get(API + "/allocations/{id}", id)
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("ownRecord", is(false))
                .body("actions", contains("decide"));
        APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), id)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decidedBy.name", equalTo("Name of approver"))
                .body("decidedBy.id", equalTo(APPROVER.id()))
                .body("balances.available.amount", equalTo("37000000.00"))
                .body("balances.toReceive.amount", equalTo("37000000.00"))
                .body("balances.committed.amount", equalTo("0.00"));
        OFFICER.get(API + "/allocations/{id}", id)
                .body("actions", contains("record-receipt", "record-commitment", "amend", "decommit", "close"));
        AUDITOR.get(API + "/allocations/{id}", id).body("actions", empty());
    }

    @Test
    void its_sources_are_kept_as_they_were_said() {
        var sources = List.of(
                Map.of(
                        "title",
                        "Press release",
                        "url",
                        "https://example.org/a",
                        "date",
                        "2021-08-11",
                        "statement",
                        "EUR 36.7 million „paramos“ 😂"),
                Map.of("title", "Only a title"));
        var location = OFFICER.post(
                        API + "/allocations",
                        with(allocation(recordedProgramme("RECEPTION"), "37000000.00"), "sources", sources))
                .statusCode(201)
                .extract()
                .header("Location");
        OFFICER.get(location)
                .body("sources.title", contains("Press release", "Only a title"))
                .body("sources[0].statement", equalTo("EUR 36.7 million „paramos“ 😂"))
                .body("sources[0].date", equalTo("2021-08-11"))
                .body("sources[1].url", nullValue());
    }

    @Test
    void whoever_recorded_it_does_not_approve_it_whatever_their_roles() {
        var id = BOTH.post(API + "/allocations", allocation(recordedProgramme("RECEPTION"), "5.00"))
                .statusCode(201)
                .body("actions", contains("withdraw"))
                .extract()
                .<String>path("id");
        for (var outcome : List.of("APPROVED", "RETURNED", "REJECTED")) {
            BOTH.post(DECISION, Map.of("outcome", outcome, "reason", "I know it is right"), id)
                    .statusCode(403)
                    .body("code", equalTo("own-record"));
        }
        BOTH.get(API + "/allocations/{id}", id)
                .body("status", equalTo("PROPOSED"))
                .body("version", equalTo(0));
    }

    @Test
    void whoever_once_changed_it_does_not_approve_it_either() {
        var id = proposed("5.00", "RECEPTION");
        APPROVER.post(DECISION, Map.of("outcome", "RETURNED", "reason", "The donor is wrong"), id)
                .statusCode(200);
        var body = allocation(recordedProgramme("RECEPTION"), "6.00");
        var changed = BOTH.put("\"1\"", API + "/allocations/{id}", body, id).statusCode(200);
        APPROVER.post(DECISION, Map.of("outcome", "RETURNED", "reason", "Once more"), id)
                .statusCode(200);
        OFFICER.put("\"3\"", API + "/allocations/{id}", body, id).statusCode(200);
        BOTH.post(DECISION, Map.of("outcome", "APPROVED"), id).statusCode(403).body("code", equalTo("own-record"));
        APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), id).statusCode(200);
    }

    @Test
    void a_returned_one_is_changed_by_an_officer_who_read_it_and_decided_on_again() {
        var id = proposed("5.00", "RECEPTION");
        APPROVER.post(DECISION, Map.of("outcome", "RETURNED", "reason", "The amount is 6"), id)
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("reason", equalTo("The amount is 6"));
        VERIFIER.get(API + "/allocations/{id}", id).body("actions", contains("change"));
        var body = allocation(recordedProgramme("RECEPTION"), "6.00");

        OFFICER.put("", API + "/allocations/{id}", body, id).statusCode(400).body("code", equalTo("if-match-missing"));
        for (var stale : List.of("\"0\"", "\"7\"", "W/\"0\"", "abc")) {
            OFFICER.put(stale, API + "/allocations/{id}", body, id)
                    .statusCode(412)
                    .contentType("application/problem+json")
                    .body("code", equalTo("stale"));
        }
        OFFICER.get(API + "/allocations/{id}", id).body("amount.amount", equalTo("5.00"));

        VERIFIER.put("\"1\"", API + "/allocations/{id}", body, id)
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("PROPOSED"))
                .body("amount.amount", equalTo("6.00"))
                .body("decidedBy", nullValue())
                .body("reason", nullValue());
        APPROVER.request()
                .header("Idempotency-Key", java.util.UUID.randomUUID())
                .header("If-Match", "\"1\"")
                .body(Map.of("outcome", "APPROVED"))
                .post(DECISION, id)
                .then()
                .statusCode(412);
        APPROVER.request()
                .header("Idempotency-Key", java.util.UUID.randomUUID())
                .header("If-Match", "\"2\"")
                .body(Map.of("outcome", "APPROVED"))
                .post(DECISION, id)
                .then()
                .statusCode(200)
                .body("balances.available.amount", equalTo("6.00"));
        OFFICER.get(API + "/entries?subject=" + id)
                .body(
                        "items.action",
                        contains(
                                "allocation.recorded",
                                "allocation.returned",
                                "allocation.changed",
                                "allocation.approved"))
                .body("items[2].changes.field", hasItems("amount", "status", "reference", "programme"))
                .body("items[2].changes.field", not(hasItem("donor")))
                .body("items[2].changes.find { it.field == 'amount' }.before", equalTo("5.00"))
                .body("items[2].changes.find { it.field == 'amount' }.after", equalTo("6.00"))
                .body("items[1].reason", equalTo("The amount is 6"))
                .body("items[3].postings.amount.amount", contains("6.00", "6.00"))
                .body("items[3].actorName", equalTo("Name of approver"))
                .body("items[3].role", equalTo("approver"))
                .body("items[3].client", equalTo("test"))
                .body("items[3].effectiveDate", equalTo("2021-08-11"));
    }

    @Test
    void a_put_needs_no_idempotency_key_and_takes_effect_once_anyway() {
        var id = proposed("5.00", "RECEPTION");
        APPROVER.post(DECISION, Map.of("outcome", "RETURNED", "reason", "Again"), id)
                .statusCode(200);
        var body = allocation(recordedProgramme("RECEPTION"), "6.00");
        for (int status : new int[] {200, 412}) {
            OFFICER.request()
                    .header("If-Match", "\"1\"")
                    .body(body)
                    .put(API + "/allocations/{id}", id)
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void only_what_is_proposed_is_decided_and_only_what_was_returned_is_changed() {
        var body = allocation(recordedProgramme("RECEPTION"), "6.00");
        var proposed = proposed("5.00", "RECEPTION");
        OFFICER.put("\"0\"", API + "/allocations/{id}", body, proposed)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        for (var outcome : List.of("APPROVED", "REJECTED", "RETURNED")) {
            var id = proposed("5.00", "RECEPTION");
            APPROVER.post(DECISION, Map.of("outcome", outcome, "reason", "So be it"), id)
                    .statusCode(200);
            for (var again : List.of("APPROVED", "REJECTED", "RETURNED")) {
                APPROVER.post(DECISION, Map.of("outcome", again, "reason", "Again"), id)
                        .statusCode(409)
                        .body("code", equalTo("wrong-state"))
                        .body("params.status", equalTo(outcome));
            }
            OFFICER.put("\"1\"", API + "/allocations/{id}", body, id)
                    .statusCode(outcome.equals("RETURNED") ? 200 : 409);
        }
    }

    @Test
    void a_reference_is_used_once_in_an_institution() {
        var body = allocation(recordedProgramme("RECEPTION"), "6.00");
        OFFICER.post(API + "/allocations", body).statusCode(201);
        OFFICER.post(API + "/allocations", body)
                .statusCode(409)
                .body("code", equalTo("allocation-reference-taken"))
                .body("field", equalTo("reference"));
        var programme =
                org.fundtrail.funding.Funding.programme(org.fundtrail.funding.Funding.unique("PRG"), "BMVI", "STAFF");
        OFFICER.post(API + "/programmes", programme).statusCode(201);
        OFFICER.post(API + "/programmes", programme)
                .statusCode(409)
                .body("code", equalTo("programme-code-taken"))
                .body("field", equalTo("code"));
        Person.LATVIAN.post(API + "/programmes", programme).statusCode(201);
    }

    @Test
    void a_programme_is_named_by_id_or_code() {
        var code = recordedProgramme("RECEPTION");
        var id = OFFICER.get(API + "/programmes?q=" + code).extract().<String>path("items[0].id");
        for (var name : List.of(code, id, id.toUpperCase())) {
            OFFICER.post(API + "/allocations", allocation(name, "1.00"))
                    .statusCode(201)
                    .body("programme.code", equalTo(code))
                    .body("programme.id", equalTo(id));
        }
    }

    @Test
    void every_status_is_the_same_in_the_list_and_alone() {
        var id = inForce("12.34", "RECEPTION");
        var alone =
                OFFICER.get(API + "/allocations/{id}", id).extract().jsonPath().getMap("");
        var listed = OFFICER.get(API + "/allocations?q=" + alone.get("reference"))
                .extract()
                .jsonPath()
                .getMap("items[0]");
        org.junit.jupiter.api.Assertions.assertEquals(alone, listed);
    }
}
