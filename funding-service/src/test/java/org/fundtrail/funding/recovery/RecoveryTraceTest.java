package org.fundtrail.funding.recovery;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.recovery.Recovering.established;
import static org.fundtrail.funding.recovery.Recovering.of;
import static org.fundtrail.funding.recovery.Recovering.ordered;
import static org.fundtrail.funding.recovery.Recovering.pay;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.LATVIAN;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.Item;
import org.junit.jupiter.api.Test;

/** A trace says what came back of what a claim paid. */
@QuarkusTest
class RecoveryTraceTest {
    @Test
    void
            the_trace_leads_from_the_aid_through_the_claim_to_what_was_ordered_and_of_a_paper_only_to_what_is_recovered_of_it() {
        var project = project();
        var allocation = ofUnion("0.8", project, "160.00");
        var first = Item.invoice(project, "100.00", "100.00");
        var second = Item.invoice(project, "50.00", "50.00");
        var paid = Claiming.paid(claim(allocation, project, line(first, "100.00"), line(second, "50.00")));
        var whole = ordered(of(paid, "30.00"));
        var other = ordered(with(of(paid, "5.00"), "invoice", second.id()));
        established(of(paid, "1.00")); // nobody ordered it
        pay(whole, "2023-10-20").statusCode(200);
        for (var of : List.of("allocation=" + allocation, "claim=" + paid)) {
            AUDITOR.get(API + "/trace?" + of)
                    .statusCode(200)
                    .body("recoveries.id", contains(whole, other))
                    .body("recoveries.status", contains("PAID", "ORDERED"))
                    .body("recoveries.claim.id", contains(paid, paid))
                    .body("recoveries.amount.amount", contains("30.00", "5.00"));
        }
        AUDITOR.get(API + "/trace?item=" + second.id()).body("recoveries.amount.amount", contains("10.00", "5.00"));
        AUDITOR.get(API + "/trace?item=" + first.id()).body("recoveries.amount.amount", contains("20.00"));
        AUDITOR.get(API + "/trace?recovery=" + other)
                .body("allocations.id", contains(allocation))
                .body("lines.item", contains(second.id().toString()))
                .body("recoveries.find { it.id == '" + other + "' }.amount.amount", equalTo("5.00"));
        LATVIAN.get(API + "/trace?recovery=" + other)
                .body("recoveries", empty())
                .body("lines", empty());
    }
}
