package org.fundtrail.funding.recovery;

import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.paid;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.costoption.Options.approved;
import static org.fundtrail.funding.costoption.Options.flatRate;
import static org.fundtrail.funding.recovery.Recovering.decide;
import static org.fundtrail.funding.recovery.Recovering.establish;
import static org.fundtrail.funding.recovery.Recovering.established;
import static org.fundtrail.funding.recovery.Recovering.of;
import static org.fundtrail.funding.recovery.Recovering.ordered;
import static org.fundtrail.funding.recovery.Recovering.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.fundtrail.funding.claim.Item;
import org.fundtrail.funding.costoption.Options;
import org.junit.jupiter.api.Test;

/** A flat rate is no more than its part of the costs on which it was paid, also when something of these is recovered (CPR 54). */
@QuarkusTest
class RecoveredFlatRateTest {

    @Test
    void a_recovery_of_a_cost_says_what_of_the_flat_rate_on_it_is_to_be_recovered_until_it_is() {
        var project = project();
        var allocation = ofUnion("0.8", project, "1000.00");
        var invoice = Item.invoice(project, "100.00", "100.00");
        var staff = Item.directCost(project, "100.00", "STAFF");
        var option = approved(flatRate(allocation, project, "STAFF_15", "50.00"));
        var paid = paid(claim(
                allocation,
                project,
                line(invoice, "100.00"),
                line(staff, "100.00"),
                Options.line("FLAT_RATE", option, null, null))); // 15.00, of which 12.00 are paid
        establish(with(of(paid, "40.00"), "invoice", invoice.id()))
                .statusCode(201)
                .body("flatRates", empty());
        var id = established(with(of(paid, "40.00"), "invoice", staff.id()));
        read(id).body("flatRates.line", contains(3)).body("flatRates.amount.amount", contains("6.00"));
        var rejected = established(with(of(paid, "20.00"), "invoice", staff.id()));
        read(rejected).body("flatRates.amount.amount", contains("9.00"));
        decide(rejected, Map.of("outcome", "REJECTED", "reason", "It was looked at before"))
                .statusCode(200)
                .body("flatRates", empty());
        read(id).body("flatRates.amount.amount", contains("6.00"));
        ordered(with(of(paid, "4.00"), "invoice", option));
        read(id).body("flatRates.amount.amount", contains("2.00"));
        establish(with(of(paid, "2.00"), "invoice", option)).statusCode(201).body("lines.line", contains(3));
        read(id).body("flatRates", empty());
    }
}
