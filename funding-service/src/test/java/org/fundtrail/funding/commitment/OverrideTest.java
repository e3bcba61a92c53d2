package org.fundtrail.funding.commitment;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.approve;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.overriding;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The earmark is overridden with a reason, by two people, and auditors list it. */
@QuarkusTest
class OverrideTest {
    private static final String COMMITMENTS = API + "/allocations/{id}/commitments";

    @Test
    void a_commitment_outside_the_scope_of_its_programme_is_recorded_with_a_reason_decided_and_listed() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = OFFICER.post(COMMITMENTS, overriding("PHYSICAL_BARRIER/fence", "60.00"), allocation)
                .statusCode(201)
                .body("override.reason", equalTo("The Commission agreed by letter of 3 May 2022"))
                .extract()
                .<String>path("id");
        var it = "items.find { it.id == '" + id + "' }.";
        AUDITOR.get(API + "/overrides?status=PROPOSED&limit=200").body("items.id", hasItem(id));
        AUDITOR.get(API + "/approvals?type=commitment&limit=200").body(it + "override", equalTo(true));
        approve("commitments", id);
        AUDITOR.get(API + "/overrides?status=APPROVED&limit=200")
                .statusCode(200)
                .body(it + "rule", equalTo("cost-outside-programme"))
                .body(it + "law", equalTo("Regulation (EU) 2021/1147"))
                .body(it + "costScope", contains("RECEPTION"))
                .body(it + "project.kind", equalTo("PHYSICAL_BARRIER"))
                .body(it + "amount.amount", equalTo("60.00"))
                .body(it + "reason", equalTo("The Commission agreed by letter of 3 May 2022"))
                .body(it + "decidedBy.name", equalTo("Name of approver"));
        AUDITOR.get(API + "/overrides?limit=200&project=PHYSICAL_BARRIER/fence").body("items.id", hasItem(id));
        AUDITOR.get(API + "/overrides?limit=200&project=" + UUID.randomUUID()).body("items", empty());
        LATVIAN.get(API + "/overrides?limit=200").body("items.id", not(hasItem(id)));
        var file = AUDITOR.request()
                .accept("text/csv")
                .get(API + "/overrides")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(file.contains(id) && file.contains("cost-outside-programme"), file);
    }

    @Test
    void an_override_that_is_not_needed_or_gives_no_reason_is_refused() {
        var allocation = inForce("100.00", "RECEPTION");
        OFFICER.post(COMMITMENTS, overriding("RECEPTION/camp", "60.00"), allocation)
                .statusCode(409)
                .body("code", equalTo("override-not-needed"))
                .body("field", equalTo("override"))
                .body("detail", containsString("RECEPTION/camp"));
        OFFICER.post(COMMITMENTS, with(overriding("STAFF/guards", "60.00"), "override", Map.of()), allocation)
                .statusCode(400)
                .body("code", equalTo("required"))
                .body("field", equalTo("override.reason"));
        OFFICER.post(COMMITMENTS, with(overriding("STAFF/guards", "60.00"), "override", null), allocation)
                .statusCode(409)
                .body("code", equalTo("cost-outside-programme"));
    }

    @Test
    void one_that_came_back_can_name_a_project_that_needs_none() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = OFFICER.post(COMMITMENTS, overriding("STAFF/guards", "60.00"), allocation)
                .statusCode(201)
                .extract()
                .<String>path("id");
        org.fundtrail.records.Person.APPROVER
                .post(API + "/commitments/{id}/decision", Map.of("outcome", "RETURNED", "reason", "For the camp"), id)
                .statusCode(200);
        OFFICER.put("\"1\"", API + "/commitments/{id}", overriding("RECEPTION/camp", "60.00"), id)
                .statusCode(409)
                .body("code", equalTo("override-not-needed"));
        OFFICER.put(
                        "\"1\"",
                        API + "/commitments/{id}",
                        with(overriding("RECEPTION/camp", "60.00"), "override", null),
                        id)
                .statusCode(200)
                .body("override", nullValue());
    }
}
