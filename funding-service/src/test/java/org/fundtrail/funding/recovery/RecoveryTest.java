package org.fundtrail.funding.recovery;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.approved;
import static org.fundtrail.funding.Funding.closure;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.funding.claim.Claiming.APPROVED;
import static org.fundtrail.funding.claim.Claiming.authorise;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.draft;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.ofState;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.claim.Claiming.submit;
import static org.fundtrail.funding.claim.Claiming.submitted;
import static org.fundtrail.funding.claim.Claiming.verified;
import static org.fundtrail.funding.recovery.Recovering.ORDER;
import static org.fundtrail.funding.recovery.Recovering.decide;
import static org.fundtrail.funding.recovery.Recovering.establish;
import static org.fundtrail.funding.recovery.Recovering.established;
import static org.fundtrail.funding.recovery.Recovering.of;
import static org.fundtrail.funding.recovery.Recovering.offset;
import static org.fundtrail.funding.recovery.Recovering.ordered;
import static org.fundtrail.funding.recovery.Recovering.pay;
import static org.fundtrail.funding.recovery.Recovering.read;
import static org.fundtrail.funding.recovery.Recovering.waive;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.funding.claim.ClaimBooksCheck;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.Item;
import org.fundtrail.funding.costoption.Options;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Crowd.Sent;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was paid comes back: to whom it is committed, what of the items can be claimed again, and what it costs to be late. */
@QuarkusTest
class RecoveryTest {

    private static void stands(Item item, Map<String, String> expected) {
        ClaimBooksCheck.ofItem(item.id());
        var sums = ClaimBooksCheck.folded(item.id());
        expected.forEach((kind, amount) -> assertEquals(
                0, new BigDecimal(amount).compareTo(sums.getOrDefault(kind, BigDecimal.ZERO)), kind + " " + sums));
    }

    private static void balances(String allocation, Map<String, String> expected) {
        var answer = OFFICER.get(API + "/allocations/{id}", allocation).statusCode(200);
        expected.forEach((name, amount) -> answer.body("balances." + name + ".amount", equalTo(amount)));
        var position = OFFICER.get(API + "/position").statusCode(200);
        for (var name : expected.keySet()) {
            if (!name.equals("available")) {
                var of = "allocations.find { it.id == '" + allocation + "' }.";
                position.body(of + name + ".amount", equalTo(expected.get(name)))
                        .body(of + "projects[0]." + name + ".amount", equalTo(expected.get(name)));
            }
        }
    }

    @Test
    void what_is_paid_back_is_committed_again_and_can_be_claimed_again_to_the_cent_and_no_cent_twice() {
        var project = project();
        var allocation = ofUnion("0.8", project, "80.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(allocation, invoice));
        var id = ordered(of(paid, "33.33"));
        balances(
                allocation,
                Map.of(
                        "committed", "80.00",
                        "claimed", "80.00",
                        "reimbursed", "80.00",
                        "toRecover", "33.33",
                        "recovered", "0.00"));
        pay(id, "2023-10-20")
                .statusCode(200)
                .body("status", equalTo("PAID"))
                .body("lines.amount.amount", contains("33.33"))
                .body("lines.declared.amount", contains("41.66"));
        balances(
                allocation,
                Map.of(
                        "committed", "80.00",
                        "claimed", "46.67",
                        "reimbursed", "46.67",
                        "toRecover", "0.00",
                        "recovered", "33.33"));
        stands(invoice, Map.of("DECLARABLE", "41.66", "DECLARED", "58.34", "FUNDABLE", "53.33", "FUNDED", "46.67"));
        pay(ordered(of(paid, "46.67")), "2023-10-20").statusCode(200);
        establish(of(paid, "0.01")).statusCode(409).body("code", equalTo("exceeds-recoverable"));
        stands(invoice, Map.of("DECLARABLE", "100.00", "DECLARED", "0", "FUNDABLE", "100.00", "FUNDED", "0"));
        var again = draft(claim(allocation, project, line(invoice, "100.00")));
        var rival = draft(claim(allocation, project, line(invoice, "0.01")));
        submit(again).statusCode(200).body("share.amount", equalTo("80.00"));
        submit(rival).statusCode(409);
        stands(invoice, Map.of("DECLARED", "100.00", "FUNDED", "80.00"));
        Books.balanced();
    }

    @Test
    void of_a_whole_claim_it_is_divided_by_what_of_each_line_is_left_and_of_one_paper_it_is_of_that_line() {
        var project = project();
        var one = Item.invoice(project, "121.00", "100.00");
        var other = Item.directCost(project, "50.00");
        var paid =
                Claiming.paid(claim(ofUnion("0.75", project, "800.00"), project, line(one, null), line(other, null)));
        var first = new HashMap<>(of(paid, "30.00"));
        first.put("invoice", one.id());
        establish(first)
                .statusCode(201)
                .body("lines.line", contains(1))
                .body("lines.number", contains(one.number()))
                .body("lines.declared.amount", contains("40.00"));
        establish(of(paid, "10.00"))
                .statusCode(201)
                .body("reference", equalTo(reference(paid) + "/R2"))
                .body("lines.amount.amount", contains("5.45", "4.55")); // of 45.00 and 37.50
        first.put("amount", Person.eur("39.56"));
        establish(first)
                .statusCode(409)
                .body("code", equalTo("exceeds-recoverable"))
                .body("params.available", equalTo("EUR\u00a039.55"));
        establish(of(paid, "72.51")).statusCode(409);
        establish(of(paid, "72.50")).statusCode(201).body("lines.amount.amount", contains("39.55", "32.95"));
    }

    @Test
    void those_that_are_due_first_come_first_and_what_is_not_ordered_last_page_after_page() {
        var claim = Recovering.paid(project(), "100.00");
        var open = established(of(claim, "1.00"));
        var late = established(of(claim, "2.00"));
        decide(late, Map.of("outcome", "APPROVED", "dueOn", "2031-05-01")).statusCode(200);
        var soon = ordered(of(claim, "3.00"));
        var list = API + "/recoveries?claim=" + claim + "&sort=";
        OFFICER.get(list + "dueOn").statusCode(200).body("items.id", contains(soon, late, open));
        var first = OFFICER.get(list + "-dueOn&limit=2").body("items.id", contains(open, late));
        OFFICER.get(list + "-dueOn&limit=2&after=" + first.extract().<String>path("next"))
                .body("items.id", contains(soon));
    }

    private static String reference(String claim) {
        return Claiming.read(claim).extract().path("reference");
    }

    @Test
    void what_is_recovered_is_said_by_a_claim_or_by_a_paper_of_one_paid_claim_alone() {
        var project = project();
        var invoice = Item.invoice(project, "100.00", "100.00");
        var terms = of(null, "1.00");
        establish(terms).statusCode(400).body("code", equalTo("recovery-of-nothing"));
        terms.put("invoice", invoice.id());
        establish(terms)
                .statusCode(400)
                .body("code", equalTo("item-not-paid-for"))
                .body("field", equalTo("invoice"));
        establish(of("nobody/1", "1.00")).statusCode(400).body("code", equalTo("claim-unknown"));
        var allocation = ofUnion("0.8", project, "800.00");
        var first = Claiming.paid(claim(allocation, project, line(invoice, "40.00")));
        establish(terms).statusCode(201).body("claim.id", equalTo(first));
        var second = Claiming.paid(claim(allocation, project, line(invoice, "40.00")));
        establish(terms).statusCode(409).body("code", equalTo("item-of-several-claims"));
        terms.put("claim", reference(second));
        establish(terms).statusCode(201).body("claim.id", equalTo(second));
        terms.put("invoice", UUID.randomUUID());
        establish(terms).statusCode(400).body("code", equalTo("item-of-another-claim"));
        establish(of(submitted(claim(allocation, project, line(invoice, "10.00"))), "1.00"))
                .statusCode(409)
                .body("code", equalTo("claim-not-paid"));
    }

    @Test
    void what_is_not_eligible_is_claimed_by_nobody_again_though_it_was_paid_back() {
        var project = project();
        var allocation = ofUnion("0.8", project, "160.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(allocation, invoice));
        pay(ordered(with(of(paid, "80.00"), "kind", "NOT_ELIGIBLE")), "2023-10-20")
                .statusCode(200);
        stands(invoice, Map.of("DECLARABLE", "0", "NOT_ELIGIBLE", "100.00", "FUNDABLE", "20.00", "UNFUNDED", "80.00"));
        OFFICER.post(API + "/claims", claim(allocation, invoice))
                .statusCode(409)
                .body("code", equalTo("nothing-left-to-claim"));
        balances(allocation, Map.of("committed", "160.00", "reimbursed", "0.00", "recovered", "80.00"));
    }

    @Test
    void what_was_drawn_on_a_cost_option_is_free_of_it_again() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var option = Options.approved(Options.lumpSum(allocation, project, "100.00"));
        var paid = Claiming.paid(claim(allocation, project, Options.line("LUMP_SUM", option, null, null)));
        pay(ordered(of(paid, "20.00")), "2023-10-20").statusCode(200).body("lines.declared.amount", contains("25.00"));
        OFFICER.get(API + "/cost-options/{id}", option)
                .body("left.amount", equalTo("25.00"))
                .body("drawn.amount", equalTo("75.00"));
        pay(ordered(with(of(paid, "60.00"), "kind", "NOT_ELIGIBLE")), "2023-10-20")
                .statusCode(200);
        OFFICER.get(API + "/cost-options/{id}", option)
                .body("left.amount", equalTo("25.00"))
                .body("notEligible.amount", equalTo("75.00"));
        Books.balanced();
    }

    @Test
    void of_what_the_state_pays_nothing_is_declared_and_it_is_funded_anew() {
        var project = project();
        var allocation = ofState(project, "121.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var paid = Claiming.paid(claim(allocation, invoice));
        pay(ordered(of(paid, "21.00")), "2023-10-20").statusCode(200).body("lines.declared.amount", contains("0.00"));
        stands(invoice, Map.of("FUNDABLE", "21.00", "FUNDED", "100.00", "DECLARABLE", "100.00"));
    }

    @Test
    void on_ten_thousand_that_are_71_days_late_8_per_cent_are_155_62_and_the_day_on_which_it_is_due_bears_none() {
        var paid = Recovering.paid(project(), "12500.00");
        var id = established(of(paid, "10000.00"));
        read(id).body("debitNote", nullValue()).body("interest", nullValue());
        decide(id, ORDER)
                .statusCode(200)
                .body("status", equalTo("ORDERED"))
                .body("debitNote.on", equalTo("2023-10-01"))
                .body("debitNote.dueOn", equalTo("2023-10-31"))
                .body("interest.stated", equalTo(true))
                .body("interest.from", equalTo("2023-11-01"));
        pay(id, "2024-01-10")
                .statusCode(200)
                .body("interest.ecbRate", equalTo("4.50"))
                .body("interest.points", equalTo("3.5"))
                .body("interest.rate", equalTo("8.00"))
                .body("interest.days", equalTo(71))
                .body("interest.until", equalTo("2024-01-10"))
                .body("interest.amount.amount", equalTo("155.62"))
                .body("total.amount", equalTo("10155.62"));
        var onTime = ordered(of(Recovering.paid(project(), "125.00"), "100.00"));
        pay(onTime, "2023-10-31")
                .body("interest.days", equalTo(0))
                .body("interest.amount.amount", equalTo("0.00"))
                .body("total.amount", equalTo("100.00"));
    }

    @Test
    void without_the_rate_of_the_ecb_no_interest_is_computed_and_that_is_said() {
        var id = established(of(Recovering.paid(project(), "125.00"), "100.00"));
        decide(id, Map.of("outcome", "APPROVED", "on", "2023-10-01", "dueOn", "2023-10-15"))
                .statusCode(200)
                .body("interest.stated", equalTo(false))
                .body("interest.amount", nullValue())
                .body("debitNote.dueOn", equalTo("2023-10-15"));
        pay(id, "2024-01-10").statusCode(200).body("total.amount", equalTo("100.00"));
    }

    @Test
    void nothing_is_ordered_before_the_claim_was_paid_nor_offset_against_the_claim_of_which_it_is_recovered() {
        var claim = Recovering.paid(project(), "100.00");
        var id = established(of(claim, "20.00"));
        decide(id, Map.of("outcome", "APPROVED", "on", "2022-05-19"))
                .statusCode(400)
                .body("code", equalTo("before-the-payment"))
                .body("field", equalTo("on"));
        decide(id, ORDER).statusCode(200);
        Recovering.offset(id, claim, "2024-01-10").statusCode(409).body("code", equalTo("claim-not-to-be-paid"));
    }

    @Test
    void an_order_says_a_rate_in_per_cent_points_of_the_law_and_a_due_day_after_it() {
        var id = established(of(Recovering.paid(project(), "125.00"), "100.00"));
        decide(id, with(ORDER, "interest", Map.of("ecbRate", "4.505")))
                .statusCode(400)
                .body("code", equalTo("per-cent-malformed"));
        decide(id, with(ORDER, "interest", Map.of("points", "5")))
                .statusCode(400)
                .body("code", equalTo("interest-points-unknown"));
        decide(id, with(ORDER, "dueOn", "2023-09-30"))
                .statusCode(400)
                .body("code", equalTo("before-the-order"))
                .body("field", equalTo("dueOn"));
        decide(id, Map.of("outcome", "REJECTED", "reason", "No", "dueOn", "2023-10-31"))
                .statusCode(400)
                .body("code", equalTo("debit-note-needs-order"));
        decide(id, Map.of("outcome", "RETURNED")).statusCode(400).body("code", equalTo("reason-required"));
        decide(id, with(ORDER, "interest", Map.of("ecbRate", "0", "points", "8")))
                .statusCode(200);
        pay(id, "2023-09-30")
                .statusCode(400)
                .body("code", equalTo("before-the-order"))
                .body("field", equalTo("paidOn"));
    }

    @Test
    void debit_notes_are_numbered_without_gaps_though_many_are_ordered_at_once_and_some_are_refused() {
        var paid = Recovering.paid(project(), "1000.00");
        var ids = IntStream.range(0, 12)
                .mapToObj(n -> established(of(paid, "1.00")))
                .toList();
        var heard = Crowd.atOnce(ids.stream()
                .map(id -> Sent.of(
                        APPROVER,
                        API + "/recoveries/" + id + "/decision",
                        ids.indexOf(id) % 3 == 0
                                ? "{\"outcome\": \"APPROVED\", \"on\": \"2025-03-01\", \"dueOn\": \"2025-02-01\"}"
                                : "{\"outcome\": \"APPROVED\", \"on\": \"2025-03-01\"}"))
                .toList());
        Crowd.with(400, 4, heard);
        Crowd.with(200, 8, heard);
        var numbers = Books.rows(
                        "SELECT split_part(debit_note, '-', 3)::int FROM funding.recovery WHERE debit_note LIKE 'DN-2025-%' ORDER BY 1")
                .stream()
                .map(row -> row.get(0))
                .toList();
        assertEquals(IntStream.rangeClosed(1, 8).boxed().toList(), numbers);
    }

    @Test
    void of_12_recoveries_of_one_line_at_once_as_many_are_established_as_were_paid_for() {
        var paid = Recovering.paid(project(), "100.00");
        var heard = Crowd.atOnce(IntStream.range(0, 12)
                .mapToObj(n -> Sent.of(OFFICER, API + "/recoveries", json(of(paid, "20.00"))))
                .toList());
        Crowd.with(201, 4, heard); // of 80.00
        Crowd.with(409, 8, heard).forEach(refused -> assertEquals("exceeds-recoverable", refused.code()));
    }

    @Test
    void what_is_offset_lowers_what_a_claim_is_paid_and_is_taken_once() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var paid = Claiming.paid(claim(allocation, Item.invoice(project, "100.00", "100.00")));
        var other = verified(claim(allocation, Item.invoice(project, "100.00", "100.00")));
        var id = ordered(of(paid, "50.00"));
        offset(id, other, "2023-10-20").statusCode(409).body("code", equalTo("claim-not-to-be-paid"));
        authorise(other, APPROVED).statusCode(200);
        offset(id, Recovering.authorised(project(), "100.00"), "2023-10-20")
                .statusCode(409)
                .body("code", equalTo("offset-of-another-project"));
        var version = Claiming.read(other).extract().header("ETag");
        offset(id, reference(other), "2023-10-20")
                .statusCode(200)
                .body("status", equalTo("OFFSET"))
                .body("offset.id", equalTo(other))
                .body("settledOn", equalTo("2023-10-20"));
        Claiming.read(other)
                .body("share.amount", equalTo("80.00"))
                .body("offset.amount", equalTo("50.00"))
                .body("toPay.amount", equalTo("30.00"));
        offset(id, other, "2023-10-20").statusCode(409).body("code", equalTo("wrong-state"));
        var more = Claiming.paid(claim(allocation, Item.invoice(project, "100.00", "100.00")));
        offset(ordered(of(more, "30.01")), other, "2023-10-20")
                .statusCode(409)
                .body("code", equalTo("exceeds-to-pay"))
                .body("params.available", equalTo("EUR\u00a030.00"));
        ACCOUNTANT
                .request()
                .header("If-Match", version)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Claiming.PAID)
                .post(API + "/claims/{id}/payment", other)
                .then()
                .statusCode(412);
        Claiming.pay(other).statusCode(200).body("toPay.amount", equalTo("30.00"));
        balances(allocation, Map.of("reimbursed", "190.00", "recovered", "50.00", "toRecover", "30.01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "REJECTED"})
    void a_claim_that_comes_back_lets_go_what_was_offset_against_it_and_it_is_due_again(String outcome) {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(allocation, invoice));
        var other = verified(claim(allocation, Item.invoice(project, "100.00", "100.00")));
        authorise(other, APPROVED).statusCode(200);
        var id = established(of(paid, "50.00"));
        decide(id, Map.of("outcome", "APPROVED", "on", "2023-08-01", "interest", Map.of("ecbRate", "4.50")))
                .statusCode(200);
        offset(id, other, "2023-10-20").statusCode(200).body("total.amount", equalTo("50.55"));
        authorise(other, Map.of("outcome", outcome, "reason", "A paper is missing"))
                .statusCode(200);
        OFFICER.get(API + "/recoveries/{id}", id)
                .body("status", equalTo("ORDERED"))
                .body("offset", nullValue())
                .body("settledOn", nullValue())
                .body("steps.step", hasItem("RELEASE_OFFSET"))
                .body("steps[-1].reason", equalTo("A paper is missing"));
        stands(invoice, Map.of("DECLARED", "100.00", "FUNDED", "80.00", "DECLARABLE", "0"));
        balances(
                allocation,
                Map.of("reimbursed", "80.00", "claimed", "80.00", "recovered", "0.00", "toRecover", "50.00"));
        pay(id, "2023-10-20").statusCode(200).body("interest.amount.amount", equalTo("0.55"));
        balances(allocation, Map.of("reimbursed", "30.00", "recovered", "50.00", "toRecover", "0.00"));
        Books.balanced();
    }

    @Test
    void what_was_offset_stays_so_while_what_it_gave_back_is_claimed_elsewhere() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(allocation, invoice));
        var other = verified(claim(allocation, Item.invoice(project, "100.00", "100.00")));
        authorise(other, APPROVED).statusCode(200);
        offset(ordered(of(paid, "50.00")), other, "2023-10-20").statusCode(200);
        var again = verified(claim(allocation, invoice));
        var returned = Map.<String, Object>of("outcome", "RETURNED", "reason", "A paper is missing");
        authorise(other, returned).statusCode(409).body("code", equalTo("reversal-of-used-money"));
        Claiming.read(other).body("status", equalTo("AUTHORISED")).body("toPay.amount", equalTo("30.00"));
        authorise(again, returned).statusCode(200);
        authorise(other, returned).statusCode(200);
        Books.balanced();
    }

    @Test
    void of_8_recoveries_offset_at_once_against_one_claim_as_many_are_as_it_is_to_be_paid() {
        var project = project();
        var paid = Recovering.paid(project, "1000.00");
        var other = Recovering.authorised(project, "100.00");
        var ids =
                IntStream.range(0, 8).mapToObj(n -> ordered(of(paid, "30.00"))).toList();
        var heard = Crowd.atOnce(ids.stream()
                .map(id -> Sent.of(
                        ACCOUNTANT,
                        API + "/recoveries/" + id + "/offset",
                        "{\"claim\": \"" + other + "\", \"on\": \"2023-10-20\"}"))
                .toList());
        Crowd.with(200, 2, heard); // of 80.00
        Crowd.with(409, 6, heard).forEach(refused -> assertEquals("exceeds-to-pay", refused.code()));
        Claiming.read(other).body("toPay.amount", equalTo("20.00"));
        Books.balanced();
    }

    @Test
    void what_is_waived_is_due_no_more_and_nothing_of_it_comes_back() {
        var project = project();
        var allocation = ofUnion("0.8", project, "80.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(allocation, invoice));
        var id = ordered(of(paid, "80.00"));
        waive(id)
                .statusCode(200)
                .body("decisionReason", equalTo("It would cost more than it comes to"))
                .body("interest.amount", nullValue());
        stands(invoice, Map.of("DECLARED", "100.00", "FUNDED", "80.00", "DECLARABLE", "0"));
        balances(allocation, Map.of("reimbursed", "80.00", "toRecover", "0.00", "recovered", "0.00"));
        establish(of(paid, "0.01")).statusCode(409).body("code", equalTo("exceeds-recoverable"));
    }

    @Test
    void what_came_to_nothing_can_be_recovered_again_and_what_was_returned_is_corrected_on_its_claim() {
        var paid = Recovering.paid(project(), "100.00");
        var id = established(of(paid, "80.00"));
        decide(id, Map.of("outcome", "RETURNED", "reason", "Too much")).statusCode(200);
        establish(of(paid, "0.01")).statusCode(409);
        var another = Recovering.paid(project(), "100.00");
        OFFICER.put("\"1\"", API + "/recoveries/{id}", of(another, "1.00"), id)
                .statusCode(400)
                .body("code", equalTo("recovery-stays-on-its-claim"));
        OFFICER.put("\"1\"", API + "/recoveries/{id}", of(paid, "30.00"), id)
                .statusCode(200)
                .body("status", equalTo("ESTABLISHED"))
                .body("amount.amount", equalTo("30.00"));
        decide(id, Map.of("outcome", "REJECTED", "reason", "It is in order")).statusCode(200);
        var withdrawn = established(of(paid, "80.00"));
        OFFICER.post(API + "/recoveries/{id}/steps", Map.of("step", "WITHDRAW"), withdrawn)
                .statusCode(200);
        establish(of(paid, "80.00")).statusCode(201);
    }

    @Test
    void whoever_establishes_it_neither_orders_nor_takes_the_money_and_whoever_orders_does_not_take_it() {
        var officer = new Person("recovers", "funding-officer approver accountant", "LT-VRM");
        var id = officer.post(API + "/recoveries", of(Recovering.paid(project(), "100.00"), "1.00"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        officer.post(API + "/recoveries/{id}/decision", ORDER, id)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        var orders = new Person("orders", "approver accountant", "LT-VRM");
        orders.post(API + "/recoveries/{id}/decision", ORDER, id).statusCode(200);
        for (var person : new Person[] {officer, orders}) {
            person.post(API + "/recoveries/{id}/payment", Recovering.PAID_BACK, id)
                    .statusCode(403);
        }
        pay(id, "2023-10-20").statusCode(200);
    }

    @Test
    void the_payment_of_a_claim_is_not_reversed_while_something_of_it_is_recovered() {
        var paid = Recovering.paid(project(), "100.00");
        var id = established(of(paid, "1.00"));
        var reverse = Map.of("step", "REVERSE", "reason", "The bank sent it back");
        OFFICER.post(API + "/claims/{id}/steps", reverse, paid)
                .statusCode(409)
                .body("code", equalTo("reversal-built-on"))
                .body("params.records", equalTo(reference(paid) + "/R1"));
        decide(id, Map.of("outcome", "REJECTED", "reason", "It is in order")).statusCode(200);
        OFFICER.post(API + "/claims/{id}/steps", reverse, paid).statusCode(200);
        establish(of(paid, "1.00")).statusCode(409).body("code", equalTo("claim-not-paid"));
    }

    @Test
    void an_allocation_is_not_closed_before_its_recoveries_are_at_their_end() {
        var project = project();
        var allocation = ofUnion("0.8", project, "80.00");
        var paid = Claiming.paid(claim(allocation, Item.invoice(project, "100.00", "100.00")));
        ACCOUNTANT
                .post(API + "/receipts/{id}/confirmation", Map.of(), recordedReceipt(allocation, "80.00"))
                .statusCode(200);
        var id = established(of(paid, "80.00"));
        mustNotBeClosed(allocation, paid);
        decide(id, Map.of("outcome", "RETURNED", "reason", "Too much")).statusCode(200);
        mustNotBeClosed(allocation, paid);
        OFFICER.put("\"1\"", API + "/recoveries/{id}", of(paid, "30.00"), id).statusCode(200);
        decide(id, ORDER).statusCode(200);
        mustNotBeClosed(allocation, paid);
        waive(id).statusCode(200);
        approved("/allocations/{id}/closure", "allocation-amendments", closure(), allocation);
    }

    private static void mustNotBeClosed(String allocation, String paid) {
        OFFICER.post(API + "/allocations/{id}/closure", closure(), allocation)
                .statusCode(409)
                .body("code", equalTo("allocation-not-recovered"))
                .body("params.recoveries", equalTo(reference(paid) + "/R1"));
    }
}
