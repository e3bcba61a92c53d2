package org.fundtrail.funding.claim;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.ofState;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.claim.Claiming.submitted;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What is left of a cost: for who is about to claim it, for who looks after double funding, and on the way of the euros. */
@QuarkusTest
class ClaimableTest {

    private static ValidatableResponse claimable(String allocation, String project) {
        return OFFICER.get(API + "/claims/claimable?allocation={a}&project={p}", allocation, project)
                .statusCode(200);
    }

    private static void refused(ValidatableResponse answer, String code, String field) {
        answer.statusCode(400).body("code", equalTo(code)).body("field", equalTo(field));
    }

    private static String of(Item item) {
        return "items.find { it.id == '" + item.id() + "' }.";
    }

    @Test
    void what_is_left_is_what_no_claim_has_and_this_allocation_may_pay_for() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        var ofNoUnion = Item.invoice(project, "10.00", "10.00").ofTheUnion("0.00");
        var union = ofUnion("0.8", project, "500.00");
        var state = ofState(project, "500.00");
        claimable(union, project)
                .body(of(invoice) + "left.amount", equalTo("100.00"))
                .body(of(invoice) + "hindrance", nullValue())
                .body(of(ofNoUnion) + "left.amount", equalTo("0.00"))
                .body(of(ofNoUnion) + "hindrance", equalTo("NO_EU_SHARE"));
        claimable(state, project)
                .body(of(invoice) + "left.amount", equalTo("121.00"))
                .body(of(ofNoUnion) + "left.amount", equalTo("10.00"));
        submitted(claim(union, project, line(invoice, "60.00")));
        claimable(union, project).body(of(invoice) + "left.amount", equalTo("40.00"));
        claimable(state, project).body(of(invoice) + "left.amount", equalTo("73.00")); // 121.00 less 48.00
        submitted(claim(union, project, line(invoice, null)));
        claimable(union, project)
                .body(of(invoice) + "left.amount", equalTo("0.00"))
                .body(of(invoice) + "hindrance", equalTo("NOTHING_LEFT"));
    }

    private static ValidatableResponse ofCommitment(String allocation, String project) {
        return OFFICER.get(API + "/claims/claimable/commitment?allocation={a}&project={p}", allocation, project)
                .statusCode(200);
    }

    @Test
    void of_what_is_committed_to_the_project_what_no_submitted_claim_has_can_be_claimed() {
        var project = project();
        var allocation = ofUnion("0.8", project, "100.00");
        var claim = submitted(claim(allocation, project, line(Item.invoice(project, "121.00", "100.00"), null)));
        String id = OFFICER.get(API + "/claims/{id}", claim).extract().path("project.id");
        ofCommitment(allocation, id)
                .body("committed.amount", equalTo("100.00"))
                .body("claimed.amount", equalTo("80.00"))
                .body("left.amount", equalTo("20.00"));
        ofCommitment(ofUnion("0.8", project(), "100.00"), id).body("left.amount", equalTo("0.00"));
        refused(OFFICER.get(API + "/claims/claimable/commitment?allocation={a}", allocation), "required", "project");
    }

    @Test
    void what_can_be_claimed_is_asked_of_an_allocation_and_a_project() {
        refused(OFFICER.get(API + "/claims/claimable?project=x"), "required", "allocation");
        refused(
                OFFICER.get(API + "/claims/claimable?allocation={a}", ofState(project(), "1.00")),
                "required",
                "project");
    }

    @Test
    void a_cost_that_is_funded_in_full_is_listed_with_the_claims_that_fund_it() {
        var project = project();
        var invoice = Item.invoice(project, "100.00", "100.00");
        submitted(claim(ofUnion("0.8", project, "80.00"), project, line(invoice, null)));
        var list = API + "/double-funding?project={p}";
        AUDITOR.get(list, project)
                .statusCode(200)
                .body("items[0].funded.amount", equalTo("80.00"))
                .body("items[0].fundedShare", equalTo("0.8"))
                .body("items[0].declared.amount", equalTo("100.00"))
                .body("items[0].parts", hasSize(1));
        AUDITOR.get(list + "&several=true", project).body("items", empty());
        submitted(claim(ofState(project, "20.00"), project, line(invoice, "20.00")));
        AUDITOR.get(list + "&share=1&several=true", project)
                .body("items.id", contains(invoice.id().toString()))
                .body("items[0].funded.amount", equalTo("100.00"))
                .body("items[0].fundable.amount", equalTo("100.00"))
                .body("items[0].parts.funded.amount.sort()", contains("20.00", "80.00"));
        AUDITOR.get(API + "/double-funding?share=2").statusCode(400).body("field", equalTo("share"));
    }

    @Test
    void what_was_kept_as_not_eligible_counts_as_what_nobody_can_have_of_a_cost_any_more() {
        var project = project();
        var invoice = Item.invoice(project, "100.00", "100.00");
        var id = submitted(claim(ofUnion("1", project, "100.00"), project, line(invoice, null)));
        Claiming.verify(id, Claiming.deducting(Claiming.deduction(1, "20.00", "NOT_ELIGIBLE")))
                .statusCode(200);
        AUDITOR.get(API + "/double-funding?share=0.95&project={p}", project)
                .statusCode(200)
                .body("items.id", contains(invoice.id().toString()))
                .body("items[0].funded.amount", equalTo("80.00"))
                .body("items[0].declared.amount", equalTo("80.00"));
    }

    @Test
    void the_aid_behind_a_cost_is_its_claims_their_allocations_and_commitments() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        var other = Item.invoice(project, "10.00", "10.00");
        var allocation = ofUnion("0.8", project, "500.00");
        var claim = submitted(claim(allocation, project, line(invoice, "60.00"), line(other, null)));
        AUDITOR.get(API + "/trace?item=" + invoice.id())
                .statusCode(200)
                .body("allocations.id", contains(allocation))
                .body("commitments.amount.amount", contains("500.00"))
                .body("lines.claim.id", contains(claim))
                .body("lines[0].share.amount", equalTo("48.00"));
        AUDITOR.get(API + "/trace?allocation=" + allocation)
                .body("lines.item", contains(invoice.id().toString(), other.id().toString()));
        refused(AUDITOR.get(API + "/trace"), "malformed-value", "item");
    }
}
