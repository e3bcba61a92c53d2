package org.fundtrail.e2e;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The case that is loaded on a first start, read through the gateway as a program reads it. Other tests add to it elsewhere. */
@ResourceLock(House.SHARED)
class LithuanianCaseIT {
    private static final String AS_OF =
            "/api/v1/financing-position?asOf=2024-12-31"; // other tests record later days only

    private final House house = House.shared();

    @Test
    void the_position_says_what_is_allocated_what_it_costs_and_what_is_not_covered() {
        house.get("auditor", AS_OF)
                .statusCode(200)
                .body("totals.estimated.amount", equalTo("500000000.00"))
                .body("totals.committed.amount", equalTo("152460000.00"))
                .body("totals.gap.amount", equalTo("347540000.00"))
                .body("totals.contracted.amount", equalTo("145200000.00"))
                .body("totals.certified.amount", equalTo("145200000.00"))
                .body("totals.invoiced.amount", equalTo("142500000.00"))
                .body("totals.paid.amount", equalTo("142500000.00"))
                .body("totals.allocated.amount", equalTo("259460000.00"))
                .body("totals.received.amount", equalTo("99600000.00"))
                .body("recorded.funding", greaterThan(0))
                .body("recorded.infrastructure", greaterThan(0));
    }

    @Test
    void the_joint_estimate_is_never_added_to_its_parts() {
        house.get("auditor", AS_OF)
                .body("worksProgrammes", hasSize(1))
                .body("worksProgrammes[0].baseline.gross.amount", equalTo("500000000.00"))
                .body("worksProgrammes[0].estimated.amount", equalTo("500000000.00"))
                .body("worksProgrammes[0].inProjects.amount", equalTo("163450100.00"))
                .body("worksProgrammes[0].notInProject.amount", equalTo("336549900.00"))
                .body("worksProgrammes[0].gap.amount", equalTo("347540000.00"));
    }

    @Test
    void reception_money_covers_no_fence() {
        house.get("auditor", AS_OF)
                .body("unassigned.amount.amount", hasItems("37000000.00", "15000000.00", "55000000.00"))
                .body("unassigned.amount.amount", not(hasItem("152460000.00")));

        var reception = house.get("officer", "/api/funding/v1/allocations?q=reception")
                .statusCode(200)
                .extract()
                .<String>path("items.find { it.amount.amount == '37000000.00' }.id");
        house.post(
                        "officer",
                        "/api/funding/v1/allocations/{id}/commitments",
                        Map.of(
                                "project", "LT-BY-BARRIER",
                                "amount", House.eur("1.00"),
                                "legalCommitment", Map.of("reference", "None", "date", "2021-09-01")),
                        reception)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("cost-outside-programme"))
                .body("field", equalTo("project"))
                .body("detail", containsString("Regulation (EU) 2021/1147"));
    }

    @Test
    void the_thirty_seven_million_carry_both_sourced_statements() {
        house.get("auditor", "/api/funding/v1/allocations?q=reception")
                .body("items.find { it.amount.amount == '37000000.00' }.sources", hasSize(2))
                .body(
                        "items.find { it.amount.amount == '37000000.00' }.sources.statement.join(' ')",
                        containsString("36.7"));
    }

    @Test
    void the_barriers_ladder_keeps_every_estimate_and_one_is_the_baseline() {
        var barrier = house.get("engineer", "/api/infrastructure/v1/projects?reference=LT-BY-BARRIER")
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        house.get("engineer", "/api/infrastructure/v1/projects/{id}/estimates", barrier)
                .statusCode(200)
                .body("items.amount.amount", equalTo(List.of("15000000.00", "152000000.00", "152460000.00")))
                .body("items.baseline", equalTo(List.of(false, false, true)))
                .body("items.source.title", not(hasItem(equalTo(null))));
    }

    @Test
    void before_the_government_decided_nothing_was_committed_and_the_first_estimate_was_not_the_baseline() {
        house.get("auditor", "/api/v1/financing-position?asOf=2021-08-22")
                .statusCode(200)
                .body("totals.committed.amount", equalTo("0.00"))
                .body("totals.allocated.amount", equalTo("37000000.00"))
                .body("totals.gap.amount", equalTo("500000000.00"));
    }

    @Test
    void every_entry_of_the_case_was_made_by_somebody_with_the_right_role_and_approved_by_somebody_else() {
        house.get("auditor", "/api/funding/v1/entries?limit=200&bodies=true")
                .statusCode(200)
                .body("items[0].position", equalTo(0))
                .body("items.role", hasItems("funding-officer", "approver", "accountant"))
                .body(
                        "items.findAll { it.action == 'allocation.approved' }.actor.name.unique()",
                        equalTo(List.of("Jonas Balčiūnas")))
                .body("items.leafHash", not(hasItem(equalTo(null))))
                .body("items[0].body", notNullValue());
    }

    @Test
    void latvia_sees_nothing_of_it() {
        house.get("officer.lv", "/api/funding/v1/allocations").statusCode(200).body("items", hasSize(0));
        house.get("officer.lv", "/api/v1/financing-position")
                .statusCode(200)
                .body("totals.allocated.amount", equalTo("0.00"))
                .body("projects", hasSize(0));
    }
}
