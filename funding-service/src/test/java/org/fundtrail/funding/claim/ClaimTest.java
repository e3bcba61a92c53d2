package org.fundtrail.funding.claim;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.funding.claim.Claiming.APPROVED;
import static org.fundtrail.funding.claim.Claiming.PAID;
import static org.fundtrail.funding.claim.Claiming.SUBMITTED;
import static org.fundtrail.funding.claim.Claiming.authorise;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.draft;
import static org.fundtrail.funding.claim.Claiming.line;
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
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClaimTest {
    private static void stands(String allocation, String available, String committed, String claimed, String paid) {
        OFFICER.get(API + "/allocations/{id}", allocation)
                .body("balances.available.amount", equalTo(available))
                .body("balances.committed.amount", equalTo(committed))
                .body("balances.claimed.amount", equalTo(claimed))
                .body("balances.reimbursed.amount", equalTo(paid));
    }

    @Test
    void a_claim_goes_from_hand_to_hand_of_four_people_and_what_is_committed_stays_committed() {
        var project = project();
        var allocation = ofUnion("0.8", project, "8792080.00");
        var invoice = Item.invoice(project, "13298021.00", "10990100.00");
        var id = OFFICER.post(API + "/claims", claim(allocation, invoice))
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("reference", containsString("/1"))
                .body("lines.amount.amount", contains("10990100.00"))
                .body("lines.invoice.number", contains(invoice.number()))
                .body("lines.invoice.eligible.amount", contains("10990100.00"))
                .body("euShare.amount", equalTo("8792080.00"))
                .body("nationalShare.amount", equalTo("2198020.00"))
                .body("clock", nullValue())
                .body("actions", contains("change", "submit", "withdraw"))
                .extract()
                .<String>path("id");
        stands(allocation, "0.00", "8792080.00", "0.00", "0.00");
        submit(id).statusCode(200).body("status", equalTo("SUBMITTED")).body("actions", contains("withdraw"));
        stands(allocation, "0.00", "8792080.00", "8792080.00", "0.00");
        VERIFIER.get(API + "/claims/{id}", id).body("actions", contains("clock", "verify"));
        verify(id, APPROVED).statusCode(200).body("status", equalTo("VERIFIED"));
        APPROVER.get(API + "/claims/{id}", id).body("actions", contains("authorise"));
        authorise(id, APPROVED).statusCode(200).body("status", equalTo("AUTHORISED"));
        ACCOUNTANT.get(API + "/claims/{id}", id).body("actions", contains("pay"));
        stands(allocation, "0.00", "8792080.00", "8792080.00", "0.00");
        pay(id).statusCode(200)
                .body("status", equalTo("PAID"))
                .body("paidOn", equalTo("2022-05-20"))
                .body("bankReference", equalTo("VRM-2022-0815"))
                .body("steps.duty", contains("INITIATE", "INITIATE", "VERIFY", "APPROVE", "PAY"))
                .body("steps.round", contains(1, 1, 1, 1, 1))
                .body("actions", empty());
        stands(allocation, "0.00", "8792080.00", "8792080.00", "8792080.00");
        ClaimBooksCheck.ofItem(invoice.id());
    }

    @Test
    void nobody_has_two_duties_on_a_claim_whatever_their_roles() {
        var project = project();
        var all = new Person("all", "funding-officer approver accountant", "LT-VRM");
        var id = all.post(
                        API + "/claims",
                        claim(ofUnion("0.8", project, "80.00"), Item.invoice(project, "121.00", "100.00")))
                .statusCode(201)
                .extract()
                .<String>path("id");
        all.post(API + "/claims/{id}/submission", SUBMITTED, id).statusCode(200);
        for (var own : List.of("verification", "clock")) {
            all.post(API + "/claims/{id}/" + own, body(own), id).statusCode(403).body("code", equalTo("own-record"));
        }
        var second = new Person("second", "funding-officer approver accountant", "LT-VRM");
        second.post(API + "/claims/{id}/verification", APPROVED, id).statusCode(200);
        all.post(API + "/claims/{id}/authorisation", APPROVED, id)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        second.post(API + "/claims/{id}/authorisation", APPROVED, id)
                .statusCode(403)
                .body("code", equalTo("other-duty"));
        authorise(id, APPROVED).statusCode(200);
        all.post(API + "/claims/{id}/payment", PAID, id).statusCode(403).body("code", equalTo("own-record"));
        second.post(API + "/claims/{id}/payment", PAID, id).statusCode(403).body("code", equalTo("other-duty"));
        new Person("approver", "approver accountant", "LT-VRM")
                .post(API + "/claims/{id}/payment", PAID, id)
                .statusCode(403)
                .body("code", equalTo("other-duty"));
        pay(id).statusCode(200);
    }

    private static Map<String, Object> body(String address) {
        return address.equals("clock") ? Map.of("action", "STOP", "reason", "A paper is missing") : APPROVED;
    }

    @Test
    void who_submits_what_somebody_else_drafted_has_initiated_it_too() {
        var project = project();
        var id = draft(claim(ofUnion("0.8", project, "80.00"), Item.invoice(project, "121.00", "100.00")));
        VERIFIER.post(API + "/claims/{id}/submission", SUBMITTED, id).statusCode(200);
        verify(id, APPROVED).statusCode(403).body("code", equalTo("own-record"));
        new Person("third", "funding-officer", "LT-VRM")
                .post(API + "/claims/{id}/verification", APPROVED, id)
                .statusCode(200);
    }

    @Test
    void a_draft_takes_nothing_so_that_two_can_name_one_invoice_and_one_of_them_is_submitted() {
        var project = project();
        var allocation = ofUnion("0.8", project, "160.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var first = draft(claim(allocation, invoice));
        var second = draft(claim(allocation, invoice));
        submit(second).statusCode(200);
        submit(first)
                .statusCode(409)
                .body("code", equalTo("exceeds-declarable"))
                .body("field", equalTo("lines[0].amount"))
                .body("params.available", equalTo("EUR\u00a00.00"));
        OFFICER.post(API + "/claims", claim(allocation, invoice))
                .statusCode(409)
                .body("code", equalTo("nothing-left-to-claim"))
                .body("field", equalTo("invoices[0]"));
        OFFICER.post(API + "/claims", claim(allocation, project, line(invoice, "0.01")))
                .statusCode(409)
                .body("code", equalTo("exceeds-declarable"));
    }

    @Test
    void an_invoice_is_claimed_in_parts_and_what_is_not_said_is_all_that_is_left() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        submitted(claim(allocation, project, line(invoice, "30.00")));
        var rest = submitted(claim(allocation, invoice));
        read(rest)
                .body("reference", containsString("/2"))
                .body("claimed.amount", equalTo("70.00"))
                .body("share.amount", equalTo("56.00"));
        stands(allocation, "0.00", "800.00", "80.00", "0.00");
    }

    @Test
    void one_invoice_is_financed_by_a_fund_and_by_the_state_to_the_cent_and_not_a_cent_more() {
        var project = project();
        var union = ofUnion("0.8", project, "1000.00");
        var state = ofState(project, "1000.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        submitted(claim(union, invoice));
        OFFICER.post(API + "/claims", claim(state, project, line(invoice, "41.01")))
                .statusCode(409)
                .body("code", equalTo("exceeds-fundable"))
                .body("params.available", equalTo("EUR\u00a041.00"));
        var rest = submitted(claim(state, invoice));
        read(rest)
                .body("claimed.amount", equalTo("41.00"))
                .body("euShare.amount", equalTo("0.00"))
                .body("nationalShare.amount", equalTo("41.00"))
                .body("share.amount", equalTo("41.00"));
        OFFICER.post(API + "/claims", claim(state, project, line(invoice, "0.01")))
                .statusCode(409)
                .body("code", equalTo("exceeds-fundable"));
        ClaimBooksCheck.ofItem(invoice.id());
    }

    @Test
    void what_one_fund_declares_no_other_fund_declares_however_little_of_the_cost_it_pays() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        submitted(claim(ofUnion("0.2", project, "100.00"), invoice));
        OFFICER.post(
                        API + "/claims",
                        claim(
                                Claiming.committed("BMVI", "REGULAR", "0.5", project, "100.00"),
                                project,
                                line(invoice, "1.00")))
                .statusCode(409)
                .body("code", equalTo("exceeds-declarable"));
    }

    @Test
    void the_state_may_pay_first_and_a_fund_then_claims_what_it_can_still_pay() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        submitted(claim(ofState(project, "1000.00"), project, line(invoice, "81.00")));
        var left = submitted(claim(ofUnion("0.8", project, "1000.00"), invoice));
        read(left).body("claimed.amount", equalTo("50.00")).body("share.amount", equalTo("40.00"));
        ClaimBooksCheck.ofItem(invoice.id());
    }

    @Test
    void no_more_is_claimed_than_is_committed_to_the_project() {
        var project = project();
        var allocation = ofUnion("0.8", project, "79.99");
        var id = draft(claim(allocation, Item.invoice(project, "121.00", "100.00")));
        submit(id)
                .statusCode(409)
                .body("code", equalTo("exceeds-committed"))
                .body("field", equalTo("lines"))
                .body("params.available", equalTo("EUR\u00a079.99"));
        stands(allocation, "0.00", "79.99", "0.00", "0.00");
        var other = project();
        submit(draft(claim(allocation, Item.invoice(other, "1.00", "1.00"))))
                .statusCode(409)
                .body("code", equalTo("exceeds-committed"));
    }

    @Test
    void what_a_claim_names_is_known_approved_and_of_its_project_and_each_stands_on_it_once() {
        var project = project();
        var allocation = ofUnion("0.8", project, "1000.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var cost = Item.directCost(project, "50.00");
        var unknown = UUID.randomUUID();
        refused(
                with(claim(allocation, invoice), "invoices", List.of(unknown)),
                400,
                "expenditure-unknown",
                "invoices[0]");
        refused(
                with(claim(allocation, invoice), "invoices", List.of(cost.id())),
                400,
                "expenditure-unknown",
                "invoices[0]");
        refused(
                with(claim(allocation, invoice), "invoices", List.of(invoice.id(), invoice.id())),
                400,
                "item-claimed-twice",
                "invoices[1]");
        refused(
                claim(allocation, project, line(invoice, "1.00"), line(invoice, "1.00")),
                400,
                "item-claimed-twice",
                "lines[1]");
        refused(
                claim(allocation, project, with(line(invoice, "1.00"), "directCost", cost.id())),
                400,
                "claim-line-names-another",
                "lines[0]");
        refused(
                with(claim(allocation, invoice), "lines", List.of(line(cost, "1.00"))),
                400,
                "claim-lines-needed",
                "lines");
        refused(with(claim(allocation, invoice), "invoices", null), 400, "claim-lines-needed", "lines");
        refused(
                with(
                        claim(allocation, invoice),
                        "invoices",
                        List.of(Item.invoice(project(), "1.00", "1.00").id())),
                400,
                "expenditure-of-another-project",
                "invoices[0]");
        refused(
                claim(allocation, Item.invoice(project, "121.00", "100.00").standing("MATCHED")),
                409,
                "expenditure-not-approved",
                "invoices[0]");
        refused(
                claim(allocation, Item.invoice(project, "121.00", "100.00").ofTheUnion("0.00")),
                409,
                "no-eu-share",
                "invoices[0]");
        refused(with(claim(allocation, invoice), "allocation", "nothing"), 400, "allocation-unknown", "allocation");
        refused(with(claim(allocation, invoice), "project", "nothing"), 400, "project-unknown", "project");
    }

    private static void refused(Map<String, Object> claim, int status, String code, String field) {
        OFFICER.post(API + "/claims", claim)
                .statusCode(status)
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @Test
    void a_cost_that_no_fund_pays_for_is_claimed_from_the_state() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00").ofTheUnion("0.00");
        read(submitted(claim(ofState(project, "1000.00"), invoice))).body("share.amount", equalTo("121.00"));
    }

    @Test
    void of_an_invoice_that_counts_on_several_lines_a_fund_declares_what_it_pays_a_share_of() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00").ofTheUnion("60.00");
        read(submitted(claim(ofUnion("0.8", project, "1000.00"), invoice))).body("claimed.amount", equalTo("60.00"));
    }

    @Test
    void an_invoice_that_was_recorded_twice_draws_on_the_amounts_of_the_first() {
        var project = project();
        var allocation = ofUnion("0.8", project, "1000.00");
        var first = Item.invoice(project, "121.00", "100.00");
        var again = Item.invoice(project, "121.00", "100.00").sharing(first);
        refused(claim(allocation, first, again), 400, "item-claimed-twice", "invoices[1]");
        var claim = submitted(claim(allocation, again));
        refused(claim(allocation, first), 409, "nothing-left-to-claim", "invoices[0]");
        for (var item : List.of(first, again)) { // either leads to whoever claimed it
            AUDITOR.get(API + "/trace?item=" + item.id()).body("lines.claim.id", equalTo(List.of(claim)));
        }
        var rejected = Item.invoice(project, "121.00", "100.00").standing("REJECTED");
        submitted(claim(allocation, Item.invoice(project, "121.00", "100.00").sharing(rejected)));
    }

    @Test
    void costs_without_a_contract_are_claimed_beside_invoices_and_shares_of_lines_come_to_the_share_of_the_claim() {
        var project = project();
        var id = submitted(claim(
                ofUnion("0.8", project, "1000.00"),
                project,
                line(Item.directCost(project, "0.33"), null),
                line(Item.directCost(project, "0.33"), null),
                line(Item.invoice(project, "1.00", "0.34"), null)));
        read(id).body("lines.kind", contains("DIRECT_COST", "DIRECT_COST", "INVOICE"))
                .body("lines.directCost.number[2]", nullValue())
                .body("lines.share.amount", contains("0.26", "0.27", "0.27"))
                .body("euShare.amount", equalTo("0.80"))
                .body("nationalShare.amount", equalTo("0.20"));
        verify(id, APPROVED).statusCode(200);
    }

    @Test
    void allocation_and_project_are_named_by_their_reference_or_their_id() {
        var project = project();
        var allocation = ofUnion("0.8", project, "1000.00");
        var reference =
                OFFICER.get(API + "/allocations/{id}", allocation).extract().<String>path("reference");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var id = draft(with(
                with(claim(allocation, invoice), "allocation", reference),
                "project",
                org.fundtrail.funding.ProjectsStandIn.id(project).toString()));
        for (var filter : List.of(
                "allocation=" + reference,
                "allocation=" + allocation,
                "project=" + project,
                "q=" + project.substring(11))) {
            OFFICER.get(API + "/claims?" + filter)
                    .body("items.id", contains(id))
                    .body("sums.share.amount", equalTo("80.00"));
        }
        OFFICER.get(API + "/claims?reference=" + reference + "/1").body("items.id", contains(id));
        LATVIAN.get(API + "/claims?allocation=" + allocation).body("items", empty());
        LATVIAN.get(API + "/claims/{id}", id).statusCode(404);
        AUDITOR.get(API + "/claims/{id}", id).statusCode(200).body("actions", empty());
    }

    @Test
    void a_step_says_its_day_and_a_payment_may_lie_before_the_day_on_which_the_claim_was_recorded_here() {
        var project = project();
        var allocation = ofUnion("0.8", project, "1000.00");
        var id = draft(claim(allocation, Item.invoice(project, "121.00", "100.00")));
        var tomorrow = LocalDate.now(Time.VILNIUS).plusDays(1).toString();
        OFFICER.post(API + "/claims/{id}/submission", Map.of("on", tomorrow), id)
                .statusCode(400)
                .body("code", equalTo("date-in-future"))
                .body("field", equalTo("on"));
        OFFICER.post(API + "/claims/{id}/submission", Map.of("on", "2022-04-04"), id)
                .statusCode(200)
                .body("submittedOn", equalTo("2022-04-04"))
                .body("clock.due", equalTo("2022-06-23"));
        verify(id, with(APPROVED, "on", "2022-05-02")).statusCode(200);
        authorise(id, with(APPROVED, "on", "2022-05-12")).statusCode(200);
        pay(id).statusCode(200).body("clock.day", equalTo(46)).body("clock.of", equalTo(80));
        OFFICER.get(API + "/entries?subject=" + id)
                .body("items.statedDate[1]", equalTo("2022-04-04"))
                .body("items.effectiveDate", hasSize(5))
                .body("items.effectiveDate[1]", equalTo("2022-04-04"))
                .body("items.effectiveDate[4]", equalTo("2022-05-20"));
        var early = verified(claim(allocation, Item.invoice(project, "121.00", "100.00")));
        authorise(early, APPROVED).statusCode(200);
        pay(early).statusCode(200).body("paidOn", equalTo("2022-05-20")).body("clock.day", equalTo(0));
    }

    @Test
    void a_list_says_with_how_much_each_claim_counted_by_a_day_as_claimed_and_as_reimbursed() {
        var project = project();
        var allocation = ofUnion("0.8", project, "1000.00");
        var id = draft(claim(allocation, Item.invoice(project, "121.00", "100.00")));
        OFFICER.post(API + "/claims/{id}/submission", Map.of("on", "2022-04-04"), id)
                .statusCode(200);
        verify(id, with(Claiming.deducting(Claiming.deduction(1, "10.00", "NOT_ELIGIBLE")), "on", "2022-05-02"))
                .statusCode(200);
        authorise(id, with(APPROVED, "on", "2022-05-12")).statusCode(200);
        pay(id).statusCode(200);
        draft(claim(allocation, Item.invoice(project, "121.00", "100.00")));
        var of = API + "/claims?allocation=" + allocation + "&counting=";
        OFFICER.get(of + "CLAIMED&asOf=2022-04-03").body("items", empty()).body("total.amount", equalTo("0.00"));
        OFFICER.get(of + "CLAIMED&asOf=2022-05-01").body("items.counted.amount", equalTo(List.of("80.00")));
        OFFICER.get(of + "REIMBURSED&asOf=2022-05-19").body("items", empty());
        OFFICER.get(API + "/claims?asOf=2022-05-20&project=" + project)
                .body("items.id", equalTo(List.of(id)))
                .body("items.counted.amount", equalTo(List.of("72.00")))
                .body("total.amount", equalTo("72.00"));
        OFFICER.get(of + "REIMBURSED")
                .body("items.counted.amount", equalTo(List.of("72.00")))
                .body("total.amount", equalTo("72.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submission", "verification", "authorisation", "payment"})
    void each_step_forward_reads_the_items_again_and_stops_where_one_changed(String step) {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        var id = before(step, claim(ofUnion("0.8", project, "1000.00"), invoice));
        var version = read(id).extract().<Integer>path("version");
        invoice.standing("DISPUTED");
        forward(step, id).statusCode(409).body("code", equalTo("expenditure-changed"));
        invoice.credited("12.10", "10.00");
        forward(step, id)
                .statusCode(409)
                .body("code", equalTo("expenditure-changed"))
                .body("params.credited", equalTo("EUR\u00a012.10"));
        invoice.isAway();
        forward(step, id).statusCode(503).body("code", equalTo("unavailable"));
        read(id).body("version", equalTo(version));
    }

    /** The id of a claim that waits for this step. */
    private static String before(String step, Map<String, Object> claim) {
        var id = draft(claim);
        for (var one : List.of("submission", "verification", "authorisation", "payment")) {
            if (one.equals(step)) {
                break;
            }
            forward(one, id).statusCode(200);
        }
        return id;
    }

    private static io.restassured.response.ValidatableResponse forward(String step, String id) {
        return switch (step) {
            case "submission" -> submit(id);
            case "verification" -> verify(id, APPROVED);
            case "authorisation" -> authorise(id, APPROVED);
            default -> pay(id);
        };
    }

    @Test
    void a_draft_whose_items_changed_is_changed_and_takes_their_amounts_over_anew() {
        var project = project();
        var allocation = ofUnion("0.8", project, "1000.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var id = draft(claim(allocation, invoice));
        invoice.credited("12.10", "10.00");
        submit(id).statusCode(409).body("code", equalTo("expenditure-changed"));
        OFFICER.put("\"0\"", API + "/claims/{id}", claim(allocation, invoice), id)
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("claimed.amount", equalTo("90.00"));
        submit(id).statusCode(200);
        ClaimBooksCheck.ofItem(invoice.id());
    }

    @Test
    void a_claim_stays_on_its_allocation() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        var id = draft(claim(ofUnion("0.8", project, "1000.00"), invoice));
        OFFICER.put("\"0\"", API + "/claims/{id}", claim(ofUnion("0.8", project, "1000.00"), invoice), id)
                .statusCode(400)
                .body("code", equalTo("claim-stays-on-its-allocation"));
    }

    @Test
    void an_invoice_has_to_be_paid_before_it_is_verified_or_is_deducted_wholly() {
        var project = project();
        var allocation = ofUnion("0.8", project, "1000.00");
        var unpaid = Item.invoice(project, "121.00", "100.00").standing("APPROVED");
        var id = submitted(claim(allocation, unpaid, Item.invoice(project, "121.00", "100.00")));
        verify(id, APPROVED)
                .statusCode(409)
                .body("code", equalTo("invoice-not-paid"))
                .body("detail", containsString("CPR 63(2)"));
        verify(id, Claiming.deducting(Claiming.deduction(1, "100.00", "NOT_PROVEN")))
                .statusCode(200)
                .body("eligible.amount", equalTo("100.00"));
        authorise(id, APPROVED).statusCode(200);
        var other = submitted(claim(allocation, project, line(unpaid, null)));
        unpaid.standing("PAID");
        verify(other, APPROVED).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "verification,RETURNED",
        "verification,REJECTED",
        "authorisation,RETURNED",
        "authorisation,REJECTED",
        "withdrawal,WITHDRAWN"
    })
    void what_comes_back_gives_back_all_that_it_took(String address, String status) {
        var project = project();
        var allocation = ofUnion("0.8", project, "80.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var id = submitted(claim(allocation, invoice));
        if (address.equals("authorisation")) {
            verify(
                            id,
                            Claiming.deducting(
                                    Claiming.deduction(1, "10.00", "NOT_ELIGIBLE"),
                                    Claiming.deduction(1, "5.00", "NOT_PROVEN")))
                    .statusCode(200);
            authorise(id, APPROVED).statusCode(200);
        }
        var by = Map.of("verification", VERIFIER, "authorisation", APPROVER, "withdrawal", OFFICER)
                .get(address);
        var body = address.equals("withdrawal")
                ? Map.<String, Object>of("reason", "Submitted twice")
                : Map.<String, Object>of("outcome", status, "reason", "The papers do not fit");
        by.post(API + "/claims/{id}/" + address, with(body, "reason", null), id)
                .statusCode(400)
                .body("field", equalTo("reason"));
        by.post(API + "/claims/{id}/" + address, body, id)
                .statusCode(200)
                .body("status", equalTo(status))
                .body("deducted.amount", equalTo("0.00"))
                .body("clock", nullValue());
        stands(allocation, "0.00", "80.00", "0.00", "0.00");
        ClaimBooksCheck.ofItem(invoice.id());
        submitted(claim(allocation, invoice)); // all of it is there again
    }

    @Test
    void what_was_returned_is_changed_or_submitted_again_in_another_round_and_by_the_same_people() {
        var project = project();
        var allocation = ofUnion("0.8", project, "80.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var id = submitted(claim(allocation, invoice));
        verify(id, Map.of("outcome", "RETURNED", "reason", "Only a part of it")).statusCode(200);
        OFFICER.put("\"2\"", API + "/claims/{id}", claim(allocation, project, line(invoice, "50.00")), id)
                .statusCode(200)
                .body("status", equalTo("DRAFT"));
        submit(id).statusCode(200).body("share.amount", equalTo("40.00"));
        verify(id, APPROVED).statusCode(200);
        authorise(id, Map.of("outcome", "RETURNED", "reason", "Once more")).statusCode(200);
        submit(id).statusCode(200);
        verify(id, APPROVED).statusCode(200).body("steps.round", contains(1, 1, 1, 2, 2, 2, 2, 3, 3));
    }

    @Test
    void the_clock_of_80_days_stops_and_goes_on() {
        var project = project();
        var id = draft(claim(ofUnion("0.8", project, "80.00"), Item.invoice(project, "121.00", "100.00")));
        var today = LocalDate.now(Time.VILNIUS);
        OFFICER.post(
                        API + "/claims/{id}/submission",
                        Map.of("on", today.minusDays(30).toString()),
                        id)
                .body("clock.day", equalTo(30))
                .body("clock.stopped", equalTo(false))
                .body("clock.due", equalTo(today.plusDays(50).toString()));
        clock(id, "STOP", today.minusDays(31), 400)
                .body("code", equalTo("before-the-clock"))
                .body("field", equalTo("on"));
        VERIFIER.post(API + "/claims/{id}/clock", Map.of("action", "STOP"), id)
                .statusCode(400)
                .body("code", equalTo("reason-required"));
        clock(id, "STOP", today.minusDays(20), 200)
                .body("status", equalTo("CLOCK_STOPPED"))
                .body("clock.day", equalTo(10))
                .body("clock.stopped", equalTo(true))
                .body("clock.stoppedOn", equalTo(today.minusDays(20).toString()))
                .body("clock.due", equalTo(today.plusDays(70).toString()));
        verify(id, APPROVED).statusCode(409).body("code", equalTo("wrong-state"));
        clock(id, "START", today.minusDays(5), 200)
                .body("status", equalTo("SUBMITTED"))
                .body("clock.day", equalTo(15))
                .body("clock.stoppedDays", equalTo(15))
                .body("clock.due", equalTo(today.plusDays(65).toString()));
        clock(id, "STOP", today, 200).body("clock.day", equalTo(15));
        clock(id, "START", today, 200).body("clock.day", equalTo(15));
        verify(id, APPROVED).statusCode(200).body("clock.day", equalTo(15));
    }

    private static io.restassured.response.ValidatableResponse clock(
            String id, String action, LocalDate on, int status) {
        return VERIFIER.post(
                        API + "/claims/{id}/clock",
                        Map.of("action", action, "reason", "The proof of payment is missing", "on", on.toString()),
                        id)
                .statusCode(status);
    }

    @Test
    void a_payment_that_did_not_happen_is_reversed_by_an_approver_and_the_claim_can_be_paid_again() {
        var project = project();
        var allocation = ofUnion("0.8", project, "80.00");
        var id = paid(claim(allocation, Item.invoice(project, "121.00", "100.00")));
        OFFICER.post(API + "/claims/{id}/steps", Map.of("step", "REVERSE", "reason", "The bank sent it back"), id)
                .statusCode(200)
                .body("status", equalTo("REVERSAL_PROPOSED"))
                .body("paidOn", equalTo("2022-05-20"));
        OFFICER.get(API + "/allocations/{id}", allocation).body("balances.reimbursed.amount", equalTo("80.00"));
        authorise(id, Map.of("outcome", "APPROVED", "on", "2022-06-01"))
                .statusCode(400)
                .body("code", equalTo("reversal-counts-today"));
        authorise(id, Map.of("outcome", "APPROVED"))
                .statusCode(200)
                .body("status", equalTo("AUTHORISED"))
                .body("paidOn", nullValue());
        OFFICER.get(API + "/allocations/{id}", allocation)
                .body("balances.reimbursed.amount", equalTo("0.00"))
                .body("balances.claimed.amount", equalTo("80.00"))
                .body("balances.committed.amount", equalTo("80.00"));
        var entries =
                OFFICER.get(API + "/entries?limit=50&subject=" + id).extract().jsonPath();
        var paid = entries.getList("items.action").indexOf("claim.paid");
        assertEquals(
                entries.getString("items[" + paid + "].id"),
                entries.getString(
                        "items[" + entries.getList("items.action").indexOf("claim.reversed") + "].reverses.id"));
        pay(id).statusCode(200).body("status", equalTo("PAID"));
        OFFICER.get(API + "/allocations/{id}", allocation).body("balances.reimbursed.amount", equalTo("80.00"));
    }

    @Test
    void nobody_verifies_or_authorises_before_it_was_submitted() {
        var project = project();
        var id = draft(claim(ofUnion("0.8", project, "100.00"), Item.invoice(project, "1.21", "1.00")));
        OFFICER.post(API + "/claims/{id}/submission", Map.of("on", "2022-04-04"), id)
                .statusCode(200);
        var early = Map.<String, Object>of("outcome", "APPROVED", "on", "2022-04-03");
        verify(id, early)
                .statusCode(400)
                .body("code", equalTo("before-the-clock"))
                .body("field", equalTo("on"));
        verify(id, APPROVED).statusCode(200);
        authorise(id, early).statusCode(400).body("code", equalTo("before-the-clock"));
        authorise(id, APPROVED).statusCode(200);
    }
}
