package org.fundtrail.funding.claim;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.claim.Claiming.APPROVED;
import static org.fundtrail.funding.claim.Claiming.authorise;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.deducting;
import static org.fundtrail.funding.claim.Claiming.deduction;
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
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.records.SystemWork;
import org.junit.jupiter.api.Test;

/** What verification deducts, and what credit notes take back, whether it is free or a claim holds it. */
@QuarkusTest
class CreditTest {
    @Inject
    Expenditures expenditures;

    @Inject
    SystemWork system;

    /** As the follower of infrastructure-service hears of it; answers what is taken back of what claims hold. */
    private Map<UUID, Money> hear(Item now) {
        var held = new HashMap<UUID, Money>();
        system.once(
                "follower",
                "LT-VRM",
                UUID.randomUUID().toString(),
                by -> held.putAll(expenditures.settle(now.view(), by)));
        return held;
    }

    private static void stands(Item item, Map<String, String> expected) {
        ClaimBooksCheck.ofItem(item.id());
        var sums = ClaimBooksCheck.folded(item.id());
        expected.forEach((kind, amount) -> assertEquals(
                0, new BigDecimal(amount).compareTo(sums.getOrDefault(kind, BigDecimal.ZERO)), kind + " " + sums));
    }

    @Test
    void what_is_not_eligible_stays_taken_and_what_is_not_proven_is_free_again() {
        var project = project();
        var allocation = ofUnion("0.8", project, "80.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var id = submitted(claim(allocation, invoice));
        verify(id, deducting(deduction(2, "1.00", "NOT_PROVEN")))
                .statusCode(400)
                .body("code", equalTo("deduction-line-unknown"));
        verify(id, deducting(deduction(1, "60.00", "NOT_PROVEN"), deduction(1, "40.01", "NOT_ELIGIBLE")))
                .statusCode(400)
                .body("code", equalTo("deduction-too-large"));
        verify(id, deducting(deduction(1, "20.00", "NOT_ELIGIBLE"), deduction(1, "10.00", "NOT_PROVEN")))
                .statusCode(200)
                .body("claimed.amount", equalTo("100.00"))
                .body("deducted.amount", equalTo("30.00"))
                .body("eligible.amount", equalTo("70.00"))
                .body("euShare.amount", equalTo("56.00"))
                .body("lines.deductions[0].kind", contains("NOT_ELIGIBLE", "NOT_PROVEN"));
        stands(
                invoice,
                Map.of(
                        "DECLARABLE",
                        "10.00",
                        "DECLARED",
                        "70.00",
                        "NOT_ELIGIBLE",
                        "20.00",
                        "FUNDABLE",
                        "49.00",
                        "FUNDED",
                        "56.00",
                        "UNFUNDED",
                        "16.00"));
        OFFICER.get(API + "/allocations/{id}", allocation)
                .body("balances.claimed.amount", equalTo("56.00"))
                .body("balances.committed.amount", equalTo("80.00"));
        var rest = submitted(claim(allocation, invoice));
        read(rest).body("claimed.amount", equalTo("10.00"));
    }

    @Test
    void a_direct_cost_counts_until_its_reversal_is_approved_and_then_what_claims_hold_of_it_is_taken_back() {
        var project = project();
        var cost = Item.directCost(project, "100.00");
        var id = submitted(claim(ofUnion("0.8", project, "80.00"), project, costLine(cost)));
        assertEquals(Map.of(), hear(cost.standing("REVERSAL_PROPOSED")));
        assertEquals(
                Map.of(UUID.fromString(id), Money.eur("100.00")),
                hear(cost.standing("REVERSED").credited("100.00", "100.00")));
        read(id).body("lines[0].creditedHeld.amount", equalTo("100.00"));
    }

    private static Map<String, Object> costLine(Item cost) {
        return Map.of("kind", "DIRECT_COST", "directCost", cost.id().toString());
    }

    @Test
    void a_credit_note_takes_what_is_free_first() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var id = submitted(claim(allocation, project, line(invoice, "60.00")));
        assertEquals(Map.of(), hear(invoice.credited("24.20", "20.00")));
        stands(invoice, Map.of("DECLARABLE", "20.00", "DECLARED", "60.00", "CREDITED_DECLARED", "0"));
        assertEquals(Map.of(), hear(invoice.credited("24.20", "20.00")), "heard again");
        verify(id, APPROVED).statusCode(200);
        read(submitted(claim(allocation, invoice))).body("claimed.amount", equalTo("20.00"));
    }

    @Test
    void what_a_claim_holds_of_it_stops_its_next_step_until_it_is_deducted() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var id = submitted(claim(allocation, invoice));
        var credited = invoice.credited("10.00", "10.00");
        verify(id, APPROVED).statusCode(409).body("code", equalTo("expenditure-changed"));
        assertEquals(Map.of(UUID.fromString(id), Money.eur("10.00")), hear(credited));
        stands(invoice, Map.of("DECLARABLE", "0", "DECLARED", "90.00", "CREDITED_DECLARED", "10.00"));
        read(id).body("lines.creditedHeld.amount", contains("10.00"));
        verify(id, APPROVED)
                .statusCode(409)
                .body("code", equalTo("credited-since"))
                .body("field", equalTo("deductions"))
                .body("params.amount", equalTo("EUR\u00a010.00"));
        verify(id, deducting(deduction(1, "9.99", "NOT_ELIGIBLE")))
                .statusCode(409)
                .body("code", equalTo("credited-since"));
        verify(id, deducting(deduction(1, "15.00", "NOT_ELIGIBLE")))
                .statusCode(200)
                .body("lines.creditedHeld.amount", contains("0.00"))
                .body("share.amount", equalTo("68.00"));
        stands(
                invoice,
                Map.of("DECLARABLE", "0", "DECLARED", "85.00", "CREDITED_DECLARED", "0", "NOT_ELIGIBLE", "5.00"));
        authorise(id, APPROVED).statusCode(200);
    }

    @Test
    void it_stops_authorisation_and_payment_too_and_the_claim_is_sent_back_and_claims_less() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var id = verified(claim(allocation, invoice));
        hear(invoice.credited("10.00", "10.00"));
        authorise(id, APPROVED).statusCode(409).body("code", equalTo("credited-since"));
        authorise(id, Map.of("outcome", "RETURNED", "reason", "A credit note came in"))
                .statusCode(200);
        stands(invoice, Map.of("DECLARABLE", "90.00", "DECLARED", "0", "CREDITED_DECLARED", "0", "FUNDABLE", "90.00"));
        submit(id).statusCode(409).body("code", equalTo("expenditure-changed"));
        OFFICER.put(read(id).extract().header("ETag"), API + "/claims/{id}", claim(allocation, invoice), id)
                .statusCode(200)
                .body("claimed.amount", equalTo("90.00"));
        submit(id).statusCode(200);
        verify(id, APPROVED).statusCode(200);
        authorise(id, APPROVED).statusCode(200);
        hear(invoice.credited("20.00", "20.00"));
        pay(id).statusCode(409).body("code", equalTo("credited-since"));
    }

    @Test
    void what_others_gave_back_meanwhile_is_held_instead_of_what_was_credited() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var first = submitted(claim(allocation, project, line(invoice, "50.00")));
        var second = submitted(claim(allocation, invoice));
        assertEquals(
                Map.of(UUID.fromString(second), Money.eur("30.00")),
                hear(invoice.credited("30.00", "30.00")),
                "the latest gives back");
        OFFICER.post(API + "/claims/{id}/withdrawal", Map.of("reason", "Submitted twice"), first)
                .statusCode(200);
        verify(second, APPROVED).statusCode(200).body("eligible.amount", equalTo("50.00"));
        stands(invoice, Map.of("DECLARABLE", "20.00", "DECLARED", "50.00", "CREDITED_DECLARED", "0"));
    }

    @Test
    void of_a_paid_claim_it_is_known_what_is_to_be_recovered_and_who_is_not_paid_gives_back_before() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var first = submitted(claim(allocation, project, line(invoice, "40.00")));
        var second = paid(claim(allocation, invoice));
        assertEquals(
                Map.of(UUID.fromString(first), Money.eur("40.00"), UUID.fromString(second), Money.eur("10.00")),
                hear(invoice.credited("50.00", "50.00")));
        read(second).body("status", equalTo("PAID")).body("lines.creditedHeld.amount", contains("10.00"));
        stands(invoice, Map.of("DECLARABLE", "0", "DECLARED", "50.00", "CREDITED_DECLARED", "50.00"));
    }

    @Test
    void a_cost_that_a_fund_and_the_state_pay_for_is_credited_to_both() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        var union = submitted(claim(ofUnion("0.8", project, "800.00"), invoice));
        var state = submitted(claim(ofState(project, "800.00"), invoice));
        assertEquals(
                Map.of(UUID.fromString(union), Money.eur("10.00"), UUID.fromString(state), Money.eur("4.10")),
                hear(invoice.credited("12.10", "10.00")));
        read(union).body("lines.creditedHeld.amount", contains("10.00"));
        read(state).body("lines.creditedHeld.amount", contains("4.10"));
        verify(union, deducting(deduction(1, "10.00", "NOT_PROVEN")))
                .statusCode(200)
                .body("share.amount", equalTo("72.00"));
        verify(state, deducting(deduction(1, "4.10", "NOT_PROVEN")))
                .statusCode(200)
                .body("share.amount", equalTo("36.90"));
        stands(
                invoice,
                Map.of(
                        "DECLARABLE",
                        "0",
                        "FUNDABLE",
                        "0",
                        "DECLARED",
                        "90.00",
                        "FUNDED",
                        "108.90",
                        "CREDITED_FUNDED",
                        "0"));
    }

    @Test
    void an_invoice_that_was_credited_wholly_is_claimed_by_nobody_any_more() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var id = submitted(claim(allocation, invoice));
        verify(id, deducting(deduction(1, "30.00", "NOT_ELIGIBLE"))).statusCode(200);
        hear(invoice.credited("100.00", "100.00"));
        stands(invoice, Map.of("DECLARED", "0", "CREDITED_DECLARED", "70.00", "NOT_ELIGIBLE", "30.00"));
        authorise(id, Map.of("outcome", "REJECTED", "reason", "All of it was credited"))
                .statusCode(200);
        stands(
                invoice,
                Map.of(
                        "DECLARABLE",
                        "0",
                        "DECLARED",
                        "0",
                        "CREDITED_DECLARED",
                        "0",
                        "NOT_ELIGIBLE",
                        "0",
                        "FUNDABLE",
                        "0"));
        OFFICER.post(API + "/claims", claim(allocation, invoice))
                .statusCode(409)
                .body("code", equalTo("nothing-left-to-claim"));
    }

    @Test
    void an_item_that_no_claim_named_is_not_known_and_a_draft_makes_it_known() {
        var project = project();
        var invoice = Item.invoice(project, "100.00", "100.00");
        assertEquals(Map.of(), hear(invoice.credited("10.00", "10.00")));
        assertEquals(Map.of(), ClaimBooksCheck.folded(invoice.id()));
        draft(claim(ofUnion("0.8", project, "800.00"), invoice));
        hear(invoice.credited("20.00", "20.00"));
        stands(invoice, Map.of("DECLARABLE", "80.00", "FUNDABLE", "80.00"));
    }

    @Test
    void a_cost_that_no_longer_counts_is_held_by_nobody() {
        var project = project();
        var cost = Item.directCost(project, "50.00");
        var id = submitted(claim(ofUnion("0.8", project, "800.00"), project, line(cost, null)));
        hear(cost.standing("WITHDRAWN"));
        verify(id, APPROVED).statusCode(409).body("code", equalTo("credited-since"));
        verify(id, Map.of("outcome", "REJECTED", "reason", "There is no such cost"))
                .statusCode(200);
        stands(cost, Map.of("DECLARABLE", "0", "FUNDABLE", "0", "DECLARED", "0"));
    }
}
