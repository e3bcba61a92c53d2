package org.fundtrail.funding.trace;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.paid;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.claim.Claiming.submitted;
import static org.fundtrail.funding.claim.Claiming.verified;
import static org.fundtrail.funding.recovery.Recovering.of;
import static org.fundtrail.funding.recovery.Recovering.ordered;
import static org.fundtrail.funding.recovery.Recovering.pay;
import static org.fundtrail.funding.recovery.Recovering.waive;
import static org.fundtrail.records.Person.AUDITOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.funding.claim.Item;
import org.fundtrail.journal.Caller;
import org.junit.jupiter.api.Test;

/** Which euros were paid, which only are to be, and whether all of them are said. */
@QuarkusTest
class TraceTest {
    @Inject
    AgroalDataSource database;

    @Test
    void of_a_claim_that_is_not_paid_nothing_was_paid_and_what_came_back_is_paid_no_more() {
        var project = project();
        var allocation = ofUnion("0.8", project, "800.00");
        submitted(claim(allocation, Item.invoice(project, "50.00", "50.00")));
        verified(claim(allocation, Item.invoice(project, "50.00", "50.00")));
        var paid = paid(claim(allocation, Item.invoice(project, "100.00", "100.00")));
        pay(ordered(of(paid, "30.00")), "2023-10-20").statusCode(200);
        ordered(of(paid, "5.00")); // it is not here yet
        waive(ordered(of(paid, "2.00"))).statusCode(200);
        AUDITOR.get(API + "/trace?allocation=" + allocation)
                .statusCode(200)
                .body("lines.status", contains("SUBMITTED", "VERIFIED", "PAID"))
                .body("lines.share.amount", contains("40.00", "40.00", "80.00"))
                .body("lines.paid.amount", contains("0.00", "0.00", "50.00"))
                .body("truncated", equalTo(false));
    }

    @Test
    void of_more_than_are_answered_it_is_said_that_there_are_more() {
        var project = project();
        var allocation = UUID.fromString(ofUnion("0.8", project, "800.00"));
        submitted(claim(
                allocation.toString(), Item.invoice(project, "50.00", "50.00"), Item.invoice(project, "6.00", "6.00")));
        var auditor = new Caller(UUID.randomUUID(), "Auditor", Set.of("auditor"), null, "test");
        var whole = new Trace(database, 2).of(Scope.ALLOCATION, allocation, auditor);
        assertFalse(whole.truncated());
        assertEquals(2, whole.lines().size());
        var part = new Trace(database, 1).of(Scope.ALLOCATION, allocation, auditor);
        assertTrue(part.truncated());
        assertEquals(whole.lines().subList(0, 1), part.lines());
    }
}
