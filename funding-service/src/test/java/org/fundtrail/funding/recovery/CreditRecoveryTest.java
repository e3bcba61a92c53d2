package org.fundtrail.funding.recovery;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.approved;
import static org.fundtrail.funding.Funding.closure;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.draft;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.ofState;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.claim.Claiming.submitted;
import static org.fundtrail.funding.recovery.Recovering.ORDER;
import static org.fundtrail.funding.recovery.Recovering.decide;
import static org.fundtrail.funding.recovery.Recovering.of;
import static org.fundtrail.funding.recovery.Recovering.ordered;
import static org.fundtrail.funding.recovery.Recovering.pay;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.fundtrail.funding.claim.ClaimBooksCheck;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.Item;
import org.fundtrail.funding.costoption.Options;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.journal.Books;
import org.fundtrail.records.SystemWork;
import org.junit.jupiter.api.Test;

/** What credit notes take back of claims that were paid is recovered without anybody asking for it. */
@QuarkusTest
class CreditRecoveryTest {
    @Inject
    Expenditures expenditures;

    @Inject
    SystemWork system;

    /** As the follower of infrastructure-service hears of it. */
    private void hear(Item now) {
        system.once("follower", "LT-VRM", UUID.randomUUID().toString(), by -> expenditures.settle(now.view(), by));
    }

    private static ValidatableResponse recoveries(String claim) {
        return OFFICER.get(API + "/recoveries?sort=reference&claim=" + claim).statusCode(200);
    }

    private static void stands(Item item, Map<String, String> expected) {
        ClaimBooksCheck.ofItem(item.id());
        var sums = ClaimBooksCheck.folded(item.id());
        expected.forEach((kind, amount) -> assertEquals(
                0, new BigDecimal(amount).compareTo(sums.getOrDefault(kind, BigDecimal.ZERO)), kind + " " + sums));
    }

    @Test
    void a_credit_note_of_a_paid_claim_establishes_a_recovery_once_however_often_it_is_heard() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(allocation, invoice));
        recoveries(paid).body("items", empty());
        var credited = invoice.credited("25.00", "25.00");
        IntStream.range(0, 3).forEach(n -> hear(credited));
        var recovery = recoveries(paid)
                .body("items.amount.amount", contains("20.00"))
                .body("items.ofCredit", contains(true))
                .body("items.kind", contains("NOT_PROVEN"))
                .body("items[0].status", equalTo("ESTABLISHED"))
                .body("items[0].recordedBy.name", equalTo("Fundtrail"))
                .body("items[0].lines.declared.amount", contains("25.00"))
                .extract()
                .<String>path("items[0].id");
        stands(invoice, Map.of("DECLARED", "75.00", "CREDITED_DECLARED", "25.00"));
        decide(recovery, ORDER).statusCode(200);
        pay(recovery, "2023-10-20").statusCode(200);
        stands(
                invoice,
                Map.of(
                        "DECLARED", "75.00",
                        "CREDITED_DECLARED", "0",
                        "CREDITED_FUNDED", "0",
                        "DECLARABLE", "0",
                        "FUNDED", "60.00",
                        "FUNDABLE", "15.00"));
        Claiming.read(paid).body("lines.creditedHeld.amount", contains("0.00"));
        hear(invoice.credited("25.00", "25.00"));
        recoveries(paid).body("items", org.hamcrest.Matchers.hasSize(1));
        Books.balanced();
    }

    @Test
    void what_each_claim_was_paid_too_much_is_recovered_of_it_and_nothing_of_those_that_are_not_paid() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        var union = Claiming.paid(claim(ofUnion("0.8", project, "800.00"), invoice));
        var state = Claiming.paid(claim(ofState(project, "800.00"), project, line(invoice, "41.00")));
        var other = Item.invoice(project, "100.00", "100.00");
        var open = submitted(claim(ofUnion("0.8", project, "800.00"), other));
        hear(invoice.credited("12.10", "10.00"));
        hear(other.credited("10.00", "10.00"));
        recoveries(union).body("items.amount.amount", contains("8.00"));
        recoveries(state).body("items.amount.amount", contains("4.10"));
        recoveries(open).body("items", empty());
    }

    @Test
    void what_is_being_recovered_already_is_not_recovered_twice() {
        var project = project();
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(ofUnion("0.8", project, "800.00"), invoice));
        var first = ordered(of(paid, "70.00"));
        hear(invoice.credited("25.00", "25.00"));
        var second = recoveries(paid)
                .body("items.amount.amount", contains("70.00", "10.00"))
                .extract()
                .<String>path("items[1].id");
        decide(second, ORDER).statusCode(200);
        pay(second, "2023-10-20").statusCode(200);
        pay(first, "2023-10-20").statusCode(200);
        stands(
                invoice,
                Map.of(
                        "DECLARED", "0",
                        "DECLARABLE", "75.00",
                        "FUNDED", "0",
                        "FUNDABLE", "75.00",
                        "CREDITED_DECLARED", "0",
                        "CREDITED_FUNDED", "0"));
    }

    @Test
    void two_credit_notes_come_to_what_one_of_both_comes_to_whatever_becomes_of_the_first_recovery() {
        for (var first : List.of("established", "waived", "paid", "rejected")) {
            var project = project();
            var invoice = Item.invoice(project, "121.00", "100.00");
            var paid = Claiming.paid(claim(ofUnion("0.8", project, "800.00"), invoice));
            hear(invoice.credited("12.10", "10.00"));
            var one = recoveries(paid).extract().<String>path("items[0].id");
            switch (first) {
                case "waived" -> {
                    decide(one, ORDER).statusCode(200);
                    Recovering.waive(one).statusCode(200);
                }
                case "paid" -> {
                    decide(one, ORDER).statusCode(200);
                    pay(one, "2023-10-20").statusCode(200);
                }
                case "rejected" ->
                    decide(one, Map.of("outcome", "REJECTED", "reason", "No ground"))
                            .statusCode(200);
                default -> {}
            }
            hear(invoice.credited("24.20", "20.00"));
            recoveries(paid).body("items.amount.amount", contains("8.00", "8.00"));
            ClaimBooksCheck.ofItem(invoice.id());
        }
    }

    @Test
    void what_a_credit_note_took_back_is_recovered_once_an_earlier_recovery_came_to_nothing() {
        var project = project();
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(ofUnion("0.8", project, "800.00"), invoice));
        var first = Recovering.established(of(paid, "70.00"));
        hear(invoice.credited("25.00", "25.00"));
        recoveries(paid).body("items.amount.amount", contains("70.00", "10.00"));
        decide(first, Map.of("outcome", "RETURNED", "reason", "Too much")).statusCode(200);
        recoveries(paid).body("items.amount.amount", contains("70.00", "10.00"));
        OFFICER.put("\"1\"", API + "/recoveries/{id}", of(paid, "65.00"), first).statusCode(200);
        recoveries(paid).body("items.amount.amount", contains("65.00", "10.00", "5.00"));
        decide(first, Map.of("outcome", "REJECTED", "reason", "No ground")).statusCode(200);
        recoveries(paid).body("items.amount.amount", contains("65.00", "10.00", "5.00", "5.00"));
    }

    /** A claim of a paper of 100.00, of staff for 100.00, and of 15 per cent of that, all of which is paid at 80 per cent. */
    private static String paidWithFlatRate(String project, Item invoice, Item staff) {
        var allocation = ofUnion("0.8", project, "1000.00");
        var option = Options.approved(Options.flatRate(allocation, project, "STAFF_15", "50.00"));
        return Claiming.paid(claim(
                allocation,
                project,
                line(invoice, null),
                line(staff, null),
                Options.line("FLAT_RATE", option, null, null)));
    }

    @Test
    void what_a_flat_rate_was_paid_on_a_credited_cost_is_recovered_with_it_to_the_cent_in_however_many_parts() {
        var project = project();
        var staff = Item.directCost(project, "100.00", "STAFF");
        var inParts = paidWithFlatRate(project, Item.invoice(project, "100.00", "100.00"), staff);
        var invoice = Item.invoice(project, "100.00", "100.00");
        var other = Item.directCost(project, "100.00", "STAFF");
        var atOnce = paidWithFlatRate(project, invoice, other);
        for (var credited : List.of("0.03", "3.33", "33.33", "33.37", "66.68")) {
            hear(staff.credited(credited, credited));
        }
        hear(other.credited("66.68", "66.68"));
        hear(invoice.credited("10.00", "10.00")); // no flat rate rests on it
        recoveries(atOnce)
                .body("items.lines.line", contains(List.of(2, 3), List.of(1)))
                .body("items[0].lines.amount.amount", contains("53.34", "8.00")) // 10.00 of 15.00, at 80 per cent
                .body("items[0].flatRates", empty());
        assertEquals(ofFlatRate(atOnce), ofFlatRate(inParts));
    }

    /** What is recovered of the flat rate on line 3, and what of it is drawn no more. */
    private static List<BigDecimal> ofFlatRate(String claim) {
        var lines = recoveries(claim).extract().jsonPath().getList("items.lines.flatten()", Map.class);
        return java.util.stream.Stream.of("amount", "declared")
                .map(field -> lines.stream()
                        .filter(line -> line.get("line").equals(3))
                        .map(line -> new BigDecimal((String) ((Map<?, ?>) line.get(field)).get("amount")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
    }

    @Test
    void a_flat_rate_that_is_recovered_by_hand_is_not_recovered_twice_and_is_once_that_comes_to_nothing() {
        var project = project();
        var staff = Item.directCost(project, "100.00", "STAFF");
        var paid = paidWithFlatRate(project, Item.invoice(project, "100.00", "100.00"), staff);
        var option = Claiming.read(paid).extract().<String>path("lines[2].option.id");
        var byHand = Recovering.established(
                org.fundtrail.funding.Funding.with(of(paid, "12.00"), "invoice", option)); // all that was paid of it
        hear(staff.credited("20.00", "20.00"));
        recoveries(paid).body("items.lines.line", contains(List.of(3), List.of(2)));
        decide(byHand, Map.of("outcome", "REJECTED", "reason", "No ground")).statusCode(200);
        recoveries(paid)
                .body("items.lines.line", contains(List.of(3), List.of(2), List.of(3)))
                .body("items[2].ofCredit", equalTo(true))
                .body("items[2].amount.amount", equalTo("2.40"));
    }

    @Test
    void what_is_not_eligible_stays_taken_though_a_credit_note_took_back_another_part() {
        var project = project();
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(ofUnion("0.8", project, "800.00"), invoice));
        var notEligible = ordered(org.fundtrail.funding.Funding.with(of(paid, "40.00"), "kind", "NOT_ELIGIBLE"));
        hear(invoice.credited("25.00", "25.00"));
        pay(notEligible, "2023-10-20").statusCode(200);
        stands(invoice, Map.of("NOT_ELIGIBLE", "50.00", "CREDITED_DECLARED", "25.00", "DECLARED", "25.00"));
        var ofCredit = recoveries(paid)
                .body("items.amount.amount", contains("40.00", "20.00"))
                .extract()
                .<String>path("items[1].id");
        decide(ofCredit, ORDER).statusCode(200);
        pay(ofCredit, "2023-10-20").statusCode(200);
        stands(
                invoice,
                Map.of("NOT_ELIGIBLE", "50.00", "CREDITED_DECLARED", "0", "DECLARED", "25.00", "DECLARABLE", "0"));
    }

    @Test
    void whoever_claims_before_the_follower_has_heard_of_a_credit_note_establishes_the_recovery_as_the_system() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        var paid = Claiming.paid(claim(ofUnion("0.8", project, "800.00"), invoice));
        var credited = invoice.credited("12.10", "10.00");
        draft(claim(ofState(project, "800.00"), project, line(credited, "20.00")));
        IntStream.range(0, 2).forEach(n -> hear(credited));
        recoveries(paid)
                .body("items.amount.amount", contains("8.00"))
                .body("items.recordedBy.name", contains("Fundtrail"));
        stands(
                invoice,
                Map.of("DECLARED", "90.00", "CREDITED_DECLARED", "10.00", "FUNDED", "80.00", "FUNDABLE", "28.90"));
    }

    @Test
    void credit_notes_and_recoveries_of_one_claim_at_once_wait_for_each_other() {
        var project = project();
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(ofUnion("0.8", project, "800.00"), invoice));
        var ids = IntStream.range(0, 6).mapToObj(n -> ordered(of(paid, "5.00"))).toList();
        var credit = CompletableFuture.runAsync(
                () -> hear(invoice.quietlyCredited("50.00", "50.00")), work -> new Thread(work).start());
        ids.parallelStream().forEach(id -> pay(id, "2023-10-20").statusCode(200));
        credit.join();
        ClaimBooksCheck.ofItem(invoice.id());
        Books.balanced();
    }

    @Test
    void what_is_paid_back_of_a_closed_allocation_is_available_and_not_committed() {
        var project = project();
        var allocation = ofUnion("0.8", project, "80.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(allocation, invoice));
        ACCOUNTANT
                .post(API + "/receipts/{id}/confirmation", Map.of(), recordedReceipt(allocation, "80.00"))
                .statusCode(200);
        approved("/allocations/{id}/closure", "allocation-amendments", closure(), allocation);
        hear(invoice.credited("25.00", "25.00"));
        var id = recoveries(paid).extract().<String>path("items[0].id");
        decide(id, ORDER).statusCode(200);
        pay(id, "2023-10-20").statusCode(200);
        OFFICER.get(API + "/allocations/{id}", allocation)
                .body("balances.available.amount", equalTo("20.00"))
                .body("balances.committed.amount", equalTo("60.00")) // what was reimbursed of it
                .body("balances.reimbursed.amount", equalTo("60.00"))
                .body("balances.recovered.amount", equalTo("20.00"));
        OFFICER.post(API + "/claims", claim(allocation, invoice))
                .statusCode(409)
                .body("code", equalTo("allocation-closed"));
        Books.balanced();
    }

    @Test
    void what_the_system_established_is_ordered_or_rejected_and_never_returned_to_nobody() {
        var project = project();
        var invoice = Item.invoice(project, "100.00", "100.00");
        var paid = Claiming.paid(claim(ofUnion("0.8", project, "800.00"), invoice));
        hear(invoice.credited("25.00", "25.00"));
        var id = recoveries(paid).extract().<String>path("items[0].id");
        decide(id, Map.of("outcome", "RETURNED", "reason", "Too much"))
                .statusCode(409)
                .body("code", equalTo("recovery-of-credit-stays"))
                .body("errors.field", contains("outcome"));
        decide(id, Map.of("outcome", "REJECTED", "reason", "It was paid back already"))
                .statusCode(200);
    }
}
