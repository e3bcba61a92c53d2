package org.fundtrail.infrastructure.contract;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Invoicing.approvedInvoice;
import static org.fundtrail.infrastructure.Invoicing.certified;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.paid;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

/** The contracts that make up what a position says is certified, invoiced and paid come to exactly that, on every day. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ContractFiguresTest {

    @Test
    void contracts_come_to_what_the_position_says_is_certified_invoiced_and_paid_by_any_day() {
        var project = recordedProject();
        var certifiedHere = inForce(project, "1000.00");
        var elsewhere = inForce(project, "500.00");
        inForce(project, "70.00");
        var certificate = certified(certifiedHere, "1", "600.00");
        approvedInvoice(invoice(certifiedHere, "600.00", certificate));
        var paid = paid(invoice(elsewhere, "100.00"));
        ENGINEER.post(API + "/invoices/{id}/credit", credit("25.00"), paid).statusCode(201);
        var at = "/contracts?project=" + project + "&counting=";
        ENGINEER.get(API + at + "CERTIFIED").body("items", hasSize(2)).body("total.amount", equalTo("816.75"));
        ENGINEER.get(API + at + "INVOICED").body("total.amount", equalTo("816.75"));
        ENGINEER.get(API + at + "PAID")
                .body("items.id", equalTo(List.of(elsewhere)))
                .body("items[0].counted.amount", equalTo("90.75"))
                .body("total.amount", equalTo("90.75"));
        for (var day : List.of("2021-12-31", "2022-02-28", "2022-03-24", "2022-03-25", "2026-11-23")) {
            for (var figure : List.of("certified", "invoiced", "paid")) {
                String says = ENGINEER.get(API + "/position?asOf=" + day)
                        .extract()
                        .path("projects.find { it.id == '" + project + "' }." + figure + ".amount");
                String come = ENGINEER.get(API + at + figure.toUpperCase() + "&asOf=" + day)
                        .extract()
                        .path("total.amount");
                assertEquals(says, come, figure + " by " + day);
            }
        }
    }

    @Test
    void a_figure_that_is_none_is_refused() {
        refused(ENGINEER.get(API + "/contracts?counting=SPENT"), 400, "unknown-value", "counting");
    }
}
