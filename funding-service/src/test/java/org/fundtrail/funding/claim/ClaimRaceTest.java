package org.fundtrail.funding.claim;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.draft;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.ofState;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Crowd.Sent;
import org.fundtrail.records.SystemWork;
import org.junit.jupiter.api.Test;

/** Many at once on one cost item, or on the last euro of a commitment. */
@QuarkusTest
class ClaimRaceTest {
    @Inject
    Expenditures expenditures;

    @Inject
    SystemWork system;

    private static List<Crowd.Heard> submitAtOnce(List<String> claims) {
        return Crowd.atOnce(claims.stream()
                .map(id -> Sent.of(OFFICER, API + "/claims/" + id + "/submission", "{}"))
                .toList());
    }

    @Test
    void of_12_claims_of_several_funds_that_take_one_invoice_at_once_one_gets_it() {
        var project = project();
        var allocations = List.of(
                ofUnion("0.8", project, "10000.00"),
                ofUnion("0.75", project, "10000.00"),
                ofUnion("0.5", project, "10000.00"));
        var invoice = Item.invoice(project, "121.00", "100.00");
        var drafted = Crowd.atOnce(IntStream.range(0, 12)
                .mapToObj(n -> Sent.of(OFFICER, API + "/claims", json(claim(allocations.get(n % 3), invoice))))
                .toList());
        var ids = Crowd.with(201, 12, drafted).stream()
                .map(heard -> heard.location().replaceAll(".*/", ""))
                .toList();
        var heard = submitAtOnce(ids);
        Crowd.with(200, 1, heard);
        for (var refused : Crowd.with(409, 11, heard)) {
            assertEquals("exceeds-declarable", refused.code());
            Books.nothingOf(refused.sent().key());
        }
        assertEquals(0, ClaimBooksCheck.folded(invoice.id()).get("DECLARED").compareTo(new BigDecimal("100.00")));
        ClaimBooksCheck.ofItem(invoice.id());
        Books.balanced();
    }

    @Test
    void of_12_parts_of_one_invoice_as_many_are_funded_as_it_has_room_for() {
        var project = project();
        var state = ofState(project, "10000.00");
        var invoice = Item.invoice(project, "121.00", "100.00");
        var ids = IntStream.range(0, 12)
                .mapToObj(n -> draft(claim(state, project, line(invoice, "20.00"))))
                .toList();
        var heard = submitAtOnce(ids);
        Crowd.with(200, 6, heard); // 120.00 of 121.00
        Crowd.with(409, 6, heard).forEach(refused -> assertEquals("exceeds-fundable", refused.code()));
        ClaimBooksCheck.ofItem(invoice.id());
    }

    @Test
    void of_32_claims_on_the_last_euro_of_a_commitment_one_gets_it() {
        var project = project();
        var allocation = ofUnion("1", project, "1.00");
        var ids = IntStream.range(0, 32)
                .mapToObj(n -> draft(claim(allocation, Item.invoice(project, "1.21", "1.00"))))
                .toList();
        var heard = submitAtOnce(ids);
        Crowd.with(200, 1, heard);
        Crowd.with(409, 31, heard).forEach(refused -> assertEquals("exceeds-committed", refused.code()));
        OFFICER.get(API + "/allocations/{id}", allocation)
                .body("balances.committed.amount", equalTo("1.00"))
                .body("balances.claimed.amount", equalTo("1.00"));
        Books.balanced();
    }

    @Test
    void claims_of_two_invoices_in_either_order_and_a_credit_note_among_them_wait_for_each_other() {
        var project = project();
        var allocation = ofUnion("0.8", project, "10000.00");
        var one = Item.invoice(project, "100.00", "100.00");
        var other = Item.invoice(project, "100.00", "100.00");
        var ids = IntStream.range(0, 12)
                .mapToObj(n -> draft(
                        n % 2 == 0
                                ? claim(allocation, project, line(one, "15.00"), line(other, "15.00"))
                                : claim(allocation, project, line(other, "15.00"), line(one, "15.00"))))
                .toList();
        var credit = CompletableFuture.runAsync(
                () -> system.once(
                        "follower",
                        "LT-VRM",
                        UUID.randomUUID().toString(),
                        by -> expenditures.settle(
                                one.quietlyCredited("50.00", "50.00").view(), by)),
                work -> new Thread(work).start());
        var heard = submitAtOnce(ids);
        credit.join();
        heard.forEach(answer -> assertEquals(true, answer.status() == 200 || answer.status() == 409, answer.body()));
        ClaimBooksCheck.ofItem(one.id());
        ClaimBooksCheck.ofItem(other.id());
        Books.balanced();
    }
}
