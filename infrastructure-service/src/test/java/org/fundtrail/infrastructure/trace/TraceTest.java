package org.fundtrail.infrastructure.trace;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.approvedIn;
import static org.fundtrail.infrastructure.Infrastructure.directCost;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Invoicing.approvedInvoice;
import static org.fundtrail.infrastructure.Invoicing.certified;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.matched;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

/** From a cost to its contract, its certificate and its cost lines, and back. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class TraceTest {
    private static final String TRACE = API + "/trace?";

    @Test
    void an_invoice_leads_to_its_contract_and_its_cost_line_with_what_no_credit_note_took_back() {
        var project = recordedProject();
        var line = recordedCostLine(project, "50.00");
        var contract = inForce(project, "100.00");
        var invoice = approvedInvoice(with(invoice(contract, "40.00"), "costLine", line));
        ENGINEER.post(API + "/invoices/{id}/credit", credit("10.00"), invoice).statusCode(201);
        ENGINEER.get(TRACE + "item=" + invoice)
                .statusCode(200)
                .body("items.id", contains(invoice))
                .body("items[0].amount.amount", equalTo("36.30"))
                .body("items[0].project.id", equalTo(project))
                .body("items[0].contract.id", equalTo(contract))
                .body("items[0].certificate", nullValue())
                .body("items[0].parts.costLine.id", contains(line))
                .body("items[0].parts[0].amount.amount", equalTo("36.30"));
    }

    @Test
    void contract_certificate_cost_line_and_project_each_lead_to_what_is_theirs() {
        var project = recordedProject();
        var contract = inForce(project, "100.00");
        var certificate = certified(contract, "1", "60.00");
        var invoice = approvedInvoice(invoice(contract, "60.00", certificate));
        matched(invoice(inForce(project, "9.00"), "9.00")); // approved by nobody
        var line = recordedCostLine(project, "50.00");
        var cost = approvedIn("direct-costs", project, directCost(line, "7.00"));
        for (var of : Map.of("contract", contract, "certificate", certificate).entrySet()) {
            ENGINEER.get(TRACE + of.getKey() + "=" + of.getValue())
                    .body("items.id", contains(invoice))
                    .body("items[0].certificate.id", equalTo(certificate))
                    .body("items[0].parts.costLine", contains(nullValue()));
        }
        ENGINEER.get(TRACE + "costLine=" + line)
                .body("items.id", contains(cost))
                .body("items[0].type", equalTo("DIRECT_COST"))
                .body("items[0].contract", nullValue());
        ENGINEER.get(TRACE + "project=" + project).body("items.id", containsInAnyOrder(invoice, cost));
        LATVIAN_ENGINEER.get(TRACE + "project=" + project).body("items", empty());
    }

    @Test
    void exactly_one_thing_is_traced() {
        refused(ENGINEER.get(API + "/trace"), 400, "malformed-value", "item");
        refused(
                ENGINEER.get(TRACE + "item=" + UUID.randomUUID() + "&contract=" + UUID.randomUUID()),
                400,
                "malformed-value",
                "item");
        refused(ENGINEER.get(TRACE + "contract=none"), 400, "malformed-value", "contract");
    }
}
