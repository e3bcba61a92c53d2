package org.fundtrail.funding.claim;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.claim.Claiming.APPROVED;
import static org.fundtrail.funding.claim.Claiming.authorise;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.committed;
import static org.fundtrail.funding.claim.Claiming.pay;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.claim.Claiming.read;
import static org.fundtrail.funding.claim.Claiming.submitted;
import static org.fundtrail.funding.claim.Claiming.verified;
import static org.fundtrail.funding.claim.Claiming.verify;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fundtrail.journal.Books;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is paid of an allocation stays within the cap of its action type, to the cent, whatever comes back between (BMVI 12). */
@QuarkusTest
class CapTest {
    private String project;
    private String allocation;

    @BeforeEach
    void an_allocation_that_pays_75_per_cent_and_may_pay_no_more() {
        project = project();
        allocation = committed("BMVI", "REGULAR", "0.75", project, "100.00");
    }

    private Map<String, Object> of(String eligible) {
        return claim(allocation, Item.invoice(project, eligible, eligible));
    }

    private static void withdraw(String id) {
        OFFICER.post(API + "/claims/{id}/withdrawal", Map.of("reason", "Not now"), id)
                .statusCode(200);
    }

    @Test
    void a_claim_is_authorised_for_a_cent_less_where_one_that_came_back_had_left_it_that() {
        var first = submitted(of("0.02")); // 0.015, half up
        var between = submitted(of("0.02")); // 0.03 of both: a cent
        var last = submitted(of("0.02")); // 0.045 of all, half up: two
        read(between).body("share.amount", equalTo("0.01"));
        read(last).body("share.amount", equalTo("0.02"));
        for (var id : List.of(first, last)) {
            verify(id, APPROVED).statusCode(200);
        }
        withdraw(between);
        authorise(first, APPROVED).statusCode(200).body("share.amount", equalTo("0.02"));
        authorise(last, APPROVED)
                .statusCode(200)
                .body("share.amount", equalTo("0.01"))
                .body("euShare.amount", equalTo("0.01"))
                .body("nationalShare.amount", equalTo("0.01"))
                .body("lines.share.amount", contains("0.01"));
        pay(first).statusCode(200);
        pay(last).statusCode(200);
        OFFICER.get(API + "/allocations/{id}", allocation).body("balances.reimbursed.amount", equalTo("0.03"));
        ClaimBooksCheck.ofItem(UUID.fromString(read(last).extract().path("lines[0].invoice.id")));
        Books.balanced();
    }

    @Test
    void what_was_authorised_for_a_cent_that_is_not_there_any_more_is_not_paid_before_it_came_back() {
        var first = verified(of("0.02"));
        var between = verified(of("0.02"));
        var last = verified(of("0.02"));
        for (var id : List.of(first, between, last)) {
            authorise(id, APPROVED).statusCode(200);
        }
        authorise(between, Map.of("outcome", "RETURNED", "reason", "A paper is missing"))
                .statusCode(200);
        pay(first).statusCode(200);
        pay(last)
                .statusCode(409)
                .body("code", equalTo("cap-exceeded-since"))
                .body("params.amount", equalTo("EUR\u00a00.01"));
    }

    /** Small sums, of which nearly each is rounded. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_comes_back_before_it_is_authorised_no_cent_more_is_paid(long seed) {
        var random = new Random(seed);
        var open = new ArrayList<String>();
        var eligible = BigDecimal.ZERO;
        var paid = BigDecimal.ZERO;
        for (int n = 0; n < 12; n++) {
            open.add(verifiedOrNot(random, "0.0" + (1 + random.nextInt(9))));
            var id = open.remove(random.nextInt(open.size()));
            var status = read(id).extract().<String>path("status");
            if (status.equals("SUBMITTED") && random.nextBoolean()) {
                withdraw(id);
                continue;
            }
            if (status.equals("SUBMITTED")) {
                verify(id, APPROVED).statusCode(200);
            }
            authorise(id, APPROVED).statusCode(200);
            var answer = pay(id).statusCode(200).extract();
            eligible = eligible.add(new BigDecimal(answer.<String>path("eligible.amount")));
            paid = paid.add(new BigDecimal(answer.<String>path("share.amount")));
            var cap = eligible.multiply(new BigDecimal("0.75")).setScale(2, RoundingMode.HALF_UP);
            assertTrue(paid.compareTo(cap) <= 0, "seed " + seed + ": " + paid + " of " + eligible);
        }
    }

    private String verifiedOrNot(Random random, String eligible) {
        return random.nextBoolean() ? verified(of(eligible)) : submitted(of(eligible));
    }
}
