package org.fundtrail.funding.commitment;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fundtrail.funding.ProjectsStandIn;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CommitmentTest {
    private static final String DECISION = API + "/commitments/{id}/decision";

    private static void stands(String allocation, String available, String reserved, String committed) {
        OFFICER.get(API + "/allocations/{id}", allocation)
                .body("balances.available.amount", equalTo(available))
                .body("balances.reserved.amount", equalTo(reserved))
                .body("balances.committed.amount", equalTo(committed));
    }

    @Test
    void a_part_of_an_allocation_is_reserved_when_recorded_and_committed_when_approved() {
        var allocation = inForce("100.00", "RECEPTION", "STAFF");
        var id = reserved(allocation, "RECEPTION/camp", "60.00");
        stands(allocation, "40.00", "60.00", "0.00");
        OFFICER.post(API + "/allocations/{id}/commitments", commitment("STAFF/guards", "40.01"), allocation)
                .statusCode(409)
                .body("code", equalTo("exceeds-available"))
                .body("field", equalTo("amount"))
                .body("params.available", equalTo("EUR\u00a040.00"));
        APPROVER.get(API + "/commitments/{id}", id).body("actions", contains("decide"));
        APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), id)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("project.reference", equalTo("RECEPTION/camp"))
                .body("project.title.lt", equalTo("Projektas RECEPTION/camp"));
        stands(allocation, "40.00", "0.00", "60.00");
        reserved(allocation, "STAFF/guards", "40.00");
        stands(allocation, "0.00", "40.00", "60.00");
    }

    @Test
    void it_is_found_by_the_reference_of_the_legal_commitment_and_by_a_part_of_it() {
        var allocation = inForce("100.00", "RECEPTION");
        reserved(allocation, "RECEPTION/camp", "1.00");
        var reference = unique("Sutartis Ž");
        OFFICER.post(
                        API + "/allocations/{id}/commitments",
                        with(commitment("RECEPTION/camp", "2.00"), "legalCommitment.reference", reference),
                        allocation)
                .statusCode(201);
        for (var list : List.of("/commitments", "/allocations/" + allocation + "/commitments")) {
            for (var asked : List.of("reference", "q")) {
                OFFICER.get(API + list + "?" + asked + "={text}", reference)
                        .statusCode(200)
                        .body("items.legalCommitment.reference", contains(reference));
            }
            OFFICER.get(API + list + "?q={text}", reference.substring(9).replace('Ž', 'z'))
                    .body("items.legalCommitment.reference", contains(reference));
        }
    }

    @Test
    void a_rejected_one_is_available_again() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = reserved(allocation, "RECEPTION/camp", "100.00");
        APPROVER.post(DECISION, Map.of("outcome", "REJECTED", "reason", "No"), id)
                .statusCode(200);
        stands(allocation, "100.00", "0.00", "0.00");
        APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), id).statusCode(409);
        reserved(allocation, "RECEPTION/camp", "100.00");
    }

    @Test
    void a_returned_one_is_changed_and_reserves_what_it_says_then() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = reserved(allocation, "RECEPTION/camp", "60.00");
        APPROVER.post(DECISION, Map.of("outcome", "RETURNED", "reason", "For the other camp, and 70"), id)
                .statusCode(200);
        stands(allocation, "100.00", "0.00", "0.00");
        OFFICER.put("\"1\"", API + "/commitments/{id}", commitment("RECEPTION/other", "100.01"), id)
                .statusCode(409)
                .body("code", equalTo("exceeds-available"));
        OFFICER.put("\"0\"", API + "/commitments/{id}", commitment("RECEPTION/other", "70.00"), id)
                .statusCode(412);
        OFFICER.put("\"1\"", API + "/commitments/{id}", commitment("RECEPTION/other", "70.00"), id)
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body(
                        "project.id",
                        equalTo(ProjectsStandIn.id("RECEPTION/other").toString()));
        stands(allocation, "30.00", "70.00", "0.00");
        APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), id).statusCode(200);
        stands(allocation, "30.00", "0.00", "70.00");
        OFFICER.get(API + "/commitments?project=" + ProjectsStandIn.id("RECEPTION/other"))
                .statusCode(200);
        Books.balanced();
    }

    @Test
    void money_is_not_committed_to_a_kind_of_project_its_programme_may_not_pay_for() {
        var allocation = inForce("37000000.00", "RECEPTION");
        var key = UUID.randomUUID().toString();
        OFFICER.post(
                        key,
                        API + "/allocations/{id}/commitments",
                        commitment("PHYSICAL_BARRIER/fence", "1.00"),
                        allocation)
                .statusCode(409)
                .body("code", equalTo("cost-outside-programme"))
                .body("field", equalTo("project"))
                .body("detail", containsString("Regulation (EU) 2021/1147"))
                .body("detail", containsString("PHYSICAL_BARRIER"))
                .body("detail", containsString("RECEPTION"));
        Books.nothingOf(key);
        stands(allocation, "37000000.00", "0.00", "0.00");
    }

    @Test
    void nothing_is_committed_of_an_allocation_that_is_not_in_force() {
        OFFICER.post(
                        API + "/allocations/{id}/commitments",
                        commitment("RECEPTION/camp", "1.00"),
                        proposed("5.00", "RECEPTION"))
                .statusCode(409)
                .body("code", equalTo("allocation-not-in-force"));
    }

    @Test
    void whoever_recorded_it_does_not_approve_it_whatever_their_roles() {
        var both = new Person("both", "funding-officer approver", "LT-VRM");
        var allocation = inForce("100.00", "RECEPTION");
        var id = both.post(API + "/allocations/{id}/commitments", commitment("RECEPTION/camp", "10.00"), allocation)
                .statusCode(201)
                .body("actions", contains("withdraw"))
                .extract()
                .<String>path("id");
        both.post(DECISION, Map.of("outcome", "APPROVED"), id).statusCode(403).body("code", equalTo("own-record"));
        stands(allocation, "90.00", "10.00", "0.00");
    }

    @Test
    void a_project_is_named_by_reference_or_id() {
        var allocation = inForce("100.00", "RECEPTION");
        var reference = "RECEPTION/" + unique("camp");
        reserved(allocation, reference, "1.00");
        reserved(allocation, ProjectsStandIn.id(reference).toString(), "1.00");
        OFFICER.get(API + "/commitments?project=" + ProjectsStandIn.id(reference))
                .statusCode(200)
                .body("items.project.reference", contains(reference, reference));
        OFFICER.get(API + "/allocations/{id}/commitments", allocation).body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/down", "/half"})
    void while_the_projects_cannot_be_asked_nothing_is_recorded_but_what_was_is_still_answered(String how) {
        var allocation = inForce("100.00", "RECEPTION");
        var reference = "RECEPTION/" + unique("camp");
        var body = json(commitment(reference, "10.00"));
        var key = UUID.randomUUID().toString();
        var path = API + "/allocations/" + allocation + "/commitments";
        var first = OFFICER.post(key, path, body).statusCode(201).extract().asString();
        RestAssured.given()
                .baseUri(ConfigProvider.getConfig().getValue(ProjectsStandIn.URL, String.class))
                .port(Integer.parseInt(ConfigProvider.getConfig()
                        .getValue(ProjectsStandIn.URL, String.class)
                        .replaceAll(".*:", "")))
                .body(reference)
                .put(how)
                .then()
                .statusCode(204);

        var other = UUID.randomUUID().toString();
        OFFICER.post(other, path, body)
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("unavailable"))
                .body("detail", containsString("infrastructure-service"))
                .body("params.service", equalTo("infrastructure-service"));
        Books.nothingOf(other);
        OFFICER.post(key, path, body).statusCode(201).body(equalTo(first));
        OFFICER.post(path, with(commitment(reference, "1.00"), "amount", eur("-1.00")))
                .statusCode(400)
                .body("field", equalTo("amount"));
        stands(allocation, "90.00", "10.00", "0.00");
    }
}
