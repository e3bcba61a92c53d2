package org.fundtrail.funding.claim;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.closure;
import static org.fundtrail.funding.Funding.usedUp;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.funding.claim.Claiming.APPROVED;
import static org.fundtrail.funding.claim.Claiming.authorise;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.deducting;
import static org.fundtrail.funding.claim.Claiming.deduction;
import static org.fundtrail.funding.claim.Claiming.draft;
import static org.fundtrail.funding.claim.Claiming.ofState;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.paid;
import static org.fundtrail.funding.claim.Claiming.pay;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.claim.Claiming.read;
import static org.fundtrail.funding.claim.Claiming.submit;
import static org.fundtrail.funding.claim.Claiming.submitted;
import static org.fundtrail.funding.claim.Claiming.verified;
import static org.fundtrail.funding.claim.Claiming.verify;
import static org.fundtrail.funding.costoption.Options.approved;
import static org.fundtrail.funding.costoption.Options.flatRate;
import static org.fundtrail.funding.costoption.Options.line;
import static org.fundtrail.funding.costoption.Options.lumpSum;
import static org.fundtrail.funding.costoption.Options.operatingSupport;
import static org.fundtrail.funding.costoption.Options.proposed;
import static org.fundtrail.funding.costoption.Options.unitCost;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Crowd.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims by cost options: without invoices, and no cent of an option twice. */
@QuarkusTest
class OptionClaimTest {
    private String project;
    private String union;

    @BeforeEach
    void a_project_with_money_of_the_union() {
        project = project();
        union = ofUnion("0.8", project, "100000.00");
    }

    private static void stands(String option, String left, String drawn, String notEligible) {
        OFFICER.get(API + "/cost-options/{id}", option)
                .statusCode(200)
                .body("left.amount", equalTo(left))
                .body("drawn.amount", equalTo(drawn))
                .body("notEligible.amount", equalTo(notEligible));
        ClaimBooksCheck.ofOption(UUID.fromString(option));
    }

    private ValidatableResponse drafting(Map<String, Object> line) {
        return OFFICER.post(API + "/claims", claim(union, project, line));
    }

    private void refused(Map<String, Object> line, String code, String field) {
        drafting(line).body("code", equalTo(code)).body("errors.field", hasItem(field));
    }

    @Test
    void a_unit_cost_is_claimed_by_its_quantity_and_goes_its_whole_way_without_an_invoice() {
        var option = approved(unitCost(union, project, "32.15", "1720"));
        var id = drafting(line("UNIT_COST", option, "160.5", null))
                .statusCode(201)
                .body("lines.kind", contains("UNIT_COST"))
                .body("lines[0].invoice", nullValue())
                .body("lines[0].option.title", containsString("By decision: UNIT_COST"))
                .body("lines[0].option.unit", equalTo("h"))
                .body("lines[0].option.rate.amount", equalTo("32.15"))
                .body("lines[0].quantity", equalTo("160.5"))
                .body("lines[0].amount.amount", equalTo("5160.08")) // 5 160.075
                .body("euShare.amount", equalTo("4128.06")) // 4 128.064
                .extract()
                .<String>path("id");
        stands(option, "55298.00", "0.00", "0.00");
        submit(id).statusCode(200);
        stands(option, "50137.92", "5160.08", "0.00");
        verify(id, APPROVED).statusCode(200);
        authorise(id, APPROVED).statusCode(200);
        pay(id).statusCode(200).body("status", equalTo("PAID"));
        stands(option, "50137.92", "5160.08", "0.00");
        Books.balanced();
    }

    /** 0.335 a unit and 0.334 a unit: rounded one by one, the parts would come to a cent more, and to a cent less. */
    @ParameterizedTest
    @CsvSource({"33.50, 0.01, 1.01", "33.40, 0.01, 1.00", "33.50, 0.02, 2.01"})
    void a_unit_cost_that_is_drawn_in_parts_comes_to_the_whole_of_its_decision_to_the_cent(
            String rate, String units, String whole) {
        var all = new BigDecimal(units).multiply(new BigDecimal("3"));
        var option = approved(unitCost(union, project, rate, all.toPlainString()));
        var ids = IntStream.range(0, 3)
                .mapToObj(n -> submitted(claim(union, project, line("UNIT_COST", option, units, null))))
                .toList();
        stands(option, "0.00", whole, "0.00");
        OFFICER.post(API + "/claims/{id}/withdrawal", Map.of("reason", "Mine"), ids.get(0))
                .statusCode(200);
        submitted(claim(union, project, line("UNIT_COST", option, units, null)));
        stands(option, "0.00", whole, "0.00");
    }

    @Test
    void a_lump_sum_is_claimed_whole_with_how_its_trigger_was_met_and_only_once() {
        var option = approved(lumpSum(union, project, "5000.00"));
        var line = line("LUMP_SUM", option, null, null);
        refused(with(line, "description", null), "required", "lines[0].description");
        refused(with(line, "amount", eur("1.00")), "not-of-this-kind", "lines[0].amount");
        refused(with(line, "quantity", "1"), "not-of-this-kind", "lines[0].quantity");
        var second = draft(claim(union, project, line));
        var first = paid(claim(union, project, line));
        read(first).body("lines[0].amount.amount", equalTo("5000.00"));
        submit(second).statusCode(409).body("code", equalTo("exceeds-entitled"));
        refused(line, "nothing-left-to-claim", "lines[0]");
    }

    @Test
    void operating_support_takes_what_is_left_unless_it_says_less() {
        var option = approved(operatingSupport(union, project, "100.00"));
        submitted(claim(union, project, line("OPERATING_SUPPORT", option, null, "60.00")));
        refused(line("OPERATING_SUPPORT", option, null, "40.01"), "exceeds-entitled", "lines[0].amount");
        drafting(line("OPERATING_SUPPORT", option, null, null)).body("lines[0].amount.amount", equalTo("40.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT_COSTS_7, 210.01", // 7 % of 3 000.10
        "STAFF_15, 300.02", // 15 % of 2 000.10: the land is no staff, nor is the invoice; 300.015
        "CALCULATED_25, 750.03" // 25 % of 3 000.10: 750.025
    })
    void a_flat_rate_is_a_part_of_the_real_costs_of_its_claim(String basis, String comesTo) {
        var option = approved(flatRate(union, project, basis, "10000.00"));
        var lines = claim(
                union,
                project,
                line("FLAT_RATE", option, null, null),
                Claiming.line(Item.invoice(project, "605.00", "500.00"), null),
                Claiming.line(Item.directCost(project, "2000.10", "STAFF"), null),
                Claiming.line(Item.directCost(project, "500.00", "LAND"), null));
        OFFICER.post(API + "/claims", lines)
                .statusCode(201)
                .body("lines[0].amount.amount", equalTo(comesTo))
                .body("lines[0].option.basis", equalTo(basis));
    }

    @Test
    void a_flat_rate_claims_less_if_it_says_so_and_never_more_than_its_percentage() {
        var option = approved(with(flatRate(union, project, "CALCULATED_25", "1000.00"), "percent", "12.5"));
        var cost = Claiming.line(Item.directCost(project, "100.00"), null);
        OFFICER.post(API + "/claims", claim(union, project, cost, line("FLAT_RATE", option, null, "12.51")))
                .statusCode(409)
                .body("code", equalTo("flat-rate-too-high"))
                .body("errors[0].field", equalTo("lines[1].amount"));
        OFFICER.post(API + "/claims", claim(union, project, cost, line("FLAT_RATE", option, null, "12.50")))
                .statusCode(201)
                .body("lines[1].option.percent", equalTo("12.5"));
        OFFICER.post(API + "/claims", claim(union, project, line("FLAT_RATE", option, null, null)))
                .statusCode(409)
                .body("code", equalTo("flat-rate-without-costs"));
        var ofStaff = approved(flatRate(union, project, "STAFF_15", "1000.00"));
        OFFICER.post(API + "/claims", claim(union, project, cost, line("FLAT_RATE", ofStaff, null, null)))
                .body("code", equalTo("flat-rate-without-costs"));
        var nearlyUsed = approved(flatRate(union, project, "DIRECT_COSTS_7", "5.00"));
        OFFICER.post(API + "/claims", claim(union, project, cost, line("FLAT_RATE", nearlyUsed, null, null)))
                .body("lines[1].amount.amount", equalTo("5.00"));
    }

    @Test
    void one_flat_rate_is_claimed_on_the_same_costs_and_no_second_one() {
        var first = approved(flatRate(union, project, "CALCULATED_25", "1000.00"));
        var second = approved(flatRate(union, project, "STAFF_15", "1000.00"));
        var both = claim(
                union,
                project,
                line("FLAT_RATE", first, null, null),
                Claiming.line(Item.directCost(project, "1000.00", "STAFF"), null),
                line("FLAT_RATE", second, null, null));
        OFFICER.post(API + "/claims", both)
                .statusCode(409)
                .body("code", equalTo("second-flat-rate"))
                .body("errors.field", contains("lines[2].decision"));
    }

    @Test
    void what_is_deducted_from_its_costs_is_deducted_from_a_flat_rate_too() {
        var option = approved(flatRate(union, project, "DIRECT_COSTS_7", "1000.00"));
        var id = submitted(claim(
                union,
                project,
                Claiming.line(Item.directCost(project, "1000.00"), null),
                line("FLAT_RATE", option, null, null)));
        stands(option, "930.00", "70.00", "0.00");
        verify(id, deducting(deduction(1, "100.00", "NOT_PROVEN")))
                .statusCode(409)
                .body("code", equalTo("flat-rate-to-deduct"))
                .body("detail", containsString("EUR\u00a063.00"))
                .body("detail", containsString("EUR\u00a07.00"))
                .body("errors.field", contains("deductions"));
        verify(id, deducting(deduction(1, "100.00", "NOT_PROVEN"), deduction(2, "6.99", "NOT_PROVEN")))
                .statusCode(409);
        verify(id, deducting(deduction(1, "100.00", "NOT_PROVEN"), deduction(2, "7.00", "NOT_PROVEN")))
                .statusCode(200)
                .body("eligible.amount", equalTo("963.00"));
        stands(option, "937.00", "63.00", "0.00");
    }

    @Test
    void what_is_not_proven_is_free_again_what_is_not_eligible_stays_taken_and_what_comes_back_is_whole() {
        var option = approved(operatingSupport(union, project, "100.00"));
        var line = line("OPERATING_SUPPORT", option, null, "80.00");
        var id = submitted(claim(union, project, line));
        verify(id, deducting(deduction(1, "10.00", "NOT_ELIGIBLE"), deduction(1, "20.00", "NOT_PROVEN")))
                .statusCode(200)
                .body("share.amount", equalTo("40.00"));
        stands(option, "40.00", "50.00", "10.00");
        refused(line("OPERATING_SUPPORT", option, null, "40.01"), "exceeds-entitled", "lines[0].amount");
        authorise(id, Map.of("outcome", "RETURNED", "reason", "Once more")).statusCode(200);
        stands(option, "100.00", "0.00", "0.00");
        submit(id).statusCode(200);
        stands(option, "20.00", "80.00", "0.00");
        OFFICER.post(API + "/claims/{id}/withdrawal", Map.of("reason", "Mine"), id)
                .statusCode(200);
        stands(option, "100.00", "0.00", "0.00");
        Books.balanced();
    }

    @Test
    void the_states_own_money_draws_what_it_claims_and_pays_all_of_it() {
        var state = ofState(project, "1000.00");
        var option = approved(unitCost(state, project, "10.00", "10"));
        var id = verified(claim(state, project, line("UNIT_COST", option, "4", null)));
        read(id).body("share.amount", equalTo("40.00")).body("euShare.amount", equalTo("0.00"));
        stands(option, "60.00", "40.00", "0.00");
    }

    @Test
    void a_payment_that_is_reversed_leaves_the_option_drawn_until_the_claim_comes_back() {
        var option = approved(operatingSupport(union, project, "100.00"));
        var id = paid(claim(union, project, line("OPERATING_SUPPORT", option, null, null)));
        OFFICER.post(API + "/claims/{id}/steps", Map.of("step", "REVERSE", "reason", "The bank sent it back"), id)
                .statusCode(200);
        authorise(id, APPROVED).statusCode(200).body("status", equalTo("AUTHORISED"));
        stands(option, "0.00", "100.00", "0.00");
        authorise(id, Map.of("outcome", "REJECTED", "reason", "It was not due")).statusCode(200);
        stands(option, "100.00", "0.00", "0.00");
    }

    @Test
    void an_option_is_claimed_by_its_kind_from_its_own_allocation_for_its_own_project_once_it_is_approved() {
        var waiting = proposed(unitCost(union, project, "10.00", "10"));
        refused(line("UNIT_COST", waiting, "1", null), "cost-option-not-approved", "lines[0].decision");
        var option = approved(unitCost(union, project, "10.00", "10"));
        refused(line("OPERATING_SUPPORT", option, null, null), "cost-option-unknown", "lines[0].decision");
        refused(line("UNIT_COST", "SCO-999", "1", null), "cost-option-unknown", "lines[0].decision");
        refused(line("UNIT_COST", option, null, null), "required", "lines[0].quantity");
        refused(line("UNIT_COST", option, "0.0001", null), "amount-not-positive", "lines[0].quantity");
        refused(line("UNIT_COST", option, "11", null), "exceeds-entitled", "lines[0].quantity");
        refused(line("UNIT_COST", null, "1", null), "claim-line-names-another", "lines[0]");
        var other = ofUnion("0.8", project, "1000.00");
        OFFICER.post(API + "/claims", claim(other, project, line("UNIT_COST", option, "1", null)))
                .statusCode(400)
                .body("code", equalTo("cost-option-of-another"))
                .body("errors[0].field", equalTo("lines[0].decision"));
        OFFICER.post(API + "/claims", claim(union, project(), line("UNIT_COST", option, "1", null)))
                .body("code", equalTo("cost-option-of-another"));
    }

    @Test
    void an_option_stands_once_on_a_claim_however_it_is_named() {
        var option = approved(unitCost(union, project, "10.00", "10"));
        var reference =
                OFFICER.get(API + "/cost-options/{id}", option).extract().<String>path("reference");
        OFFICER.post(
                        API + "/claims",
                        claim(
                                union,
                                project,
                                line("UNIT_COST", option, "1", null),
                                line("UNIT_COST", reference, "1", null)))
                .statusCode(400)
                .body("code", equalTo("item-claimed-twice"));
        drafting(line("UNIT_COST", reference, "1", null)).statusCode(201);
    }

    @Test
    void what_can_be_claimed_lists_the_options_first_with_what_is_left_of_each() {
        var invoice = Item.invoice(project, "121.00", "100.00");
        var option = approved(unitCost(union, project, "10.00", "10"));
        var used = approved(lumpSum(union, project, "50.00"));
        proposed(lumpSum(union, project, "70.00"));
        submitted(claim(union, project, line("UNIT_COST", option, "3", null)));
        submitted(claim(union, project, line("LUMP_SUM", used, null, null)));
        OFFICER.get(API + "/claims/claimable?allocation=" + union + "&project=" + project)
                .statusCode(200)
                .body("items.id", contains(option, used, invoice.id().toString()))
                .body("items.kind", contains("UNIT_COST", "LUMP_SUM", "INVOICE"))
                .body("items.left.amount", contains("70.00", "0.00", "100.00"))
                .body("items.hindrance", contains(null, "NOTHING_LEFT", null))
                .body("items[0].option.rate.amount", equalTo("10.00"))
                .body("items[2].option", nullValue());
    }

    @Test
    void the_trace_leads_from_an_option_to_the_aid_behind_it() {
        var option = approved(unitCost(union, project, "10.00", "10"));
        submitted(claim(union, project, line("UNIT_COST", option, "3", null)));
        OFFICER.get(API + "/trace?item=" + option)
                .statusCode(200)
                .body("lines.kind", contains("UNIT_COST"))
                .body("lines.item", contains(option))
                .body("lines.number[0]", containsString("/SCO1"))
                .body("lines.share.amount", contains("24.00"))
                .body("allocations.id", contains(union));
        OFFICER.get(API + "/double-funding?share=0&project=" + project).body("items", empty());
    }

    @Test
    void of_12_claims_on_the_last_euro_of_an_option_one_gets_it() {
        var option = approved(operatingSupport(union, project, "10.00"));
        submitted(claim(union, project, line("OPERATING_SUPPORT", option, null, "9.00")));
        var ids = IntStream.range(0, 12)
                .mapToObj(n -> draft(claim(union, project, line("OPERATING_SUPPORT", option, null, "1.00"))))
                .toList();
        var heard = Crowd.atOnce(ids.stream()
                .map(id -> Sent.of(OFFICER, API + "/claims/" + id + "/submission", "{}"))
                .toList());
        Crowd.with(200, 1, heard);
        for (var refused : Crowd.with(409, 11, heard)) {
            assertEquals("exceeds-entitled", refused.code());
            Books.nothingOf(refused.sent().key());
        }
        stands(option, "0.00", "10.00", "0.00");
        Books.balanced();
    }

    @Test
    void an_allocation_is_not_closed_while_an_option_of_it_waits() {
        var used = usedUp();
        var option = proposed(lumpSum(used, project, "5.00"));
        OFFICER.post(API + "/allocations/{id}/closure", closure(), used)
                .statusCode(409)
                .body("code", equalTo("allocation-undecided"));
        OFFICER.post(API + "/cost-options/{id}/steps", Map.of("step", "WITHDRAW"), option)
                .statusCode(200);
        OFFICER.post(API + "/allocations/{id}/closure", closure(), used).statusCode(201);
    }
}
