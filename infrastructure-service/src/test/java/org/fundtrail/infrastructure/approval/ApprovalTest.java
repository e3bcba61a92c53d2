package org.fundtrail.infrastructure.approval;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_APPROVER;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.project;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ApprovalTest {

    @Test
    void a_proposed_contract_waits_until_it_is_decided() {
        int before = APPROVER.get(API + "/approvals").statusCode(200).extract().path("count");
        var project = recordedProject();
        var id = proposed(project, "100.00");
        APPROVER.get(API + "/approvals?limit=200")
                .body("count", is(before + 1))
                .body("items.find { it.id == '" + id + "' }.type", equalTo("contract"))
                .body("items.find { it.id == '" + id + "' }.parent.id", equalTo(project))
                .body("items.find { it.id == '" + id + "' }.amount.amount", equalTo("121.00"))
                .body("items.find { it.id == '" + id + "' }.mayDecide", is(true))
                .body("items.find { it.id == '" + id + "' }.ownRecord", is(false));
        ENGINEER.get(API + "/approvals?limit=200")
                .body("count", is(0))
                .body("items.find { it.id == '" + id + "' }.mayDecide", is(false))
                .body("items.find { it.id == '" + id + "' }.ownRecord", is(true));

        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        APPROVER.get(API + "/approvals?limit=200").body("count", is(before)).body("items.id", not(hasItem(id)));
    }

    @Test
    void each_institution_has_its_own_oldest_first() {
        var ours = proposed(recordedProject(), "1.00");
        var theirs = LATVIAN_ENGINEER
                .post(API + "/projects", project("STAFF"))
                .extract()
                .<String>path("id");
        var first = LATVIAN_ENGINEER
                .post(API + "/projects/{id}/contracts", contract("2.00"), theirs)
                .extract()
                .<String>path("id");
        var second = LATVIAN_ENGINEER
                .post(API + "/projects/{id}/contracts", contract("1.00"), theirs)
                .extract()
                .<String>path("id");
        var next = LATVIAN_APPROVER
                .get(API + "/approvals?limit=1")
                .body("count", is(2))
                .body("items.id", contains(first))
                .extract()
                .<String>path("next");
        LATVIAN_APPROVER.get(API + "/approvals?limit=1&after={next}", next).body("items.id", contains(second));
        assertEquals(
                false,
                LATVIAN_APPROVER.get(API + "/approvals").extract().asString().contains(ours));
    }
}
