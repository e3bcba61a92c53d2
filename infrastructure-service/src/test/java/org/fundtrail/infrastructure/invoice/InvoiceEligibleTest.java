package org.fundtrail.infrastructure.invoice;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.baseline;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.costLine;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.project;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Invoicing.approvedInvoice;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.matched;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

/** What of an invoice the donor may pay for, and on which rows of the cost report an invoice counts. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class InvoiceEligibleTest {
    private static final Map<String, String> APPROVED = Map.of("outcome", "APPROVED");

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    /** The id of a cost line, of which so much is eligible and so much is not. */
    private static String line(String project, String eligible, String notEligible) {
        return id(ENGINEER.post(
                API + "/projects/{id}/cost-lines", with(costLine(eligible), "notEligible", eur(notEligible)), project));
    }

    /** The id of a contract in force on a cost line. */
    private static String on(String project, String net, String line) {
        return approved(
                ENGINEER.post(API + "/projects/{id}/contracts", with(contract(net), "costLine", line), project));
    }

    private static String approved(ValidatableResponse contract) {
        var id = id(contract);
        APPROVER.post(API + "/contracts/{id}/decision", APPROVED, id).statusCode(200);
        return id;
    }

    private static void eligible(String invoice, String amount) {
        ENGINEER.get(API + "/invoices/{id}", invoice).body("eligible.amount", equalTo(amount));
    }

    private static String standing(String kind, String owner, String row) {
        var rows = Books.rows("""
                SELECT (b.credits - b.debits)::text FROM journal.account a JOIN journal.balance b ON b.account_id = a.id
                WHERE a.kind = ? AND a.owner = ? AND a.party = ?""", kind, UUID.fromString(owner), UUID.fromString(row));
        return rows.isEmpty() ? "0.00" : (String) rows.get(0).get(0);
    }

    @Test
    void the_eligible_share_of_its_cost_line_with_vat_half_up_and_fixed_when_it_is_approved() {
        var project = recordedProject();
        var invoice = matched(invoice(on(project, "1000.00", line(project, "2.00", "1.00")), "100.00"));
        eligible(invoice, "80.67"); // two thirds of 121.00
        APPROVER.post(API + "/invoices/{id}/approval", APPROVED, invoice)
                .statusCode(200)
                .body("eligible.amount", equalTo("80.67"));
        // a contract of six million later: the total cost is above five million, and what was fixed stays
        inForce(project, "6000000.00");
        eligible(invoice, "80.67");
    }

    @Test
    void vat_that_a_project_gets_back_is_eligible_only_while_it_costs_less_than_five_million_with_vat() {
        for (var total : Map.of("4999999.99", "121.00", "5000000.00", "100.00").entrySet()) {
            var project =
                    id(ENGINEER.post(API + "/projects", with(project("PHYSICAL_BARRIER"), "vatRecoverable", true)));
            baseline("/projects/" + project, estimate(total.getKey(), "GROSS", "2021-09-01"));
            var invoice = matched(invoice(on(project, "1000.00", line(project, "5.00", "0.00")), "100.00"));
            eligible(invoice, total.getValue());
        }
        var without = id(ENGINEER.post(API + "/projects", with(project("PHYSICAL_BARRIER"), "vatRecoverable", true)));
        inForce(without, "5000000.00"); // no baseline: what is contracted
        eligible(matched(invoice(on(without, "1000.00", line(without, "5.00", "0.00")), "100.00")), "100.00");
    }

    @Test
    void nothing_is_eligible_without_a_cost_line_or_outside_the_period_of_the_project() {
        var project = recordedProject(); // 2021-08-01 to 2022-12-31
        eligible(matched(invoice(inForce(project, "10.00"), "10.00")), "0.00");
        var contract = on(project, "100.00", line(project, "5.00", "0.00"));
        for (var day : Map.of("2022-12-31", "12.10", "2023-01-01", "0.00").entrySet()) {
            eligible(matched(with(invoice(contract, "10.00"), "issuedOn", day.getKey())), day.getValue());
        }
    }

    @Test
    void it_can_be_lowered_with_a_reason_and_never_raised() {
        var project = recordedProject();
        var invoice = matched(invoice(on(project, "100.00", line(project, "5.00", "0.00")), "10.00"));
        var lower = Map.<String, Object>of("outcome", "APPROVED", "eligible", eur("12.09"));
        refused(APPROVER.post(API + "/invoices/{id}/approval", lower, invoice), 400, "reason-required", "reason");
        refused(
                APPROVER.post(
                        API + "/invoices/{id}/approval",
                        with(with(lower, "reason", "Because"), "eligible", eur("12.11")),
                        invoice),
                409,
                "eligible-above-computed",
                "eligible");
        APPROVER.post(API + "/invoices/{id}/approval", with(lower, "reason", "A cent was for coffee"), invoice)
                .statusCode(200)
                .body("eligible.amount", equalTo("12.09"));
    }

    @Test
    void where_the_contract_has_no_cost_line_that_of_the_invoice_counts_and_a_credit_note_puts_it_back() {
        var project = recordedProject();
        var line = line(project, "50.00", "50.00");
        var contract = inForce(project, "100.00");
        var invoice = approvedInvoice(with(invoice(contract, "40.00"), "costLine", line));
        ENGINEER.get(API + "/invoices/{id}", invoice)
                .body("costLine.id", equalTo(line))
                .body("eligible.amount", equalTo("24.20"));
        assertEquals("60.00", standing("CONTRACTED", contract, project));
        assertEquals("60.00", standing("ORIGINAL_COMMITMENTS", contract, project));
        assertEquals("40.00", standing("ORIGINAL_COMMITMENTS", contract, line));
        assertEquals("40.00", standing("CERTIFIED", contract, line));
        assertEquals("40.00", standing("INVOICED", contract, line));
        ENGINEER.post(API + "/invoices/{id}/credit", credit("40.00"), invoice).statusCode(201);
        assertEquals("100.00", standing("CONTRACTED", contract, project));
        assertEquals("100.00", standing("ORIGINAL_COMMITMENTS", contract, project));
        assertEquals("0.00", standing("ORIGINAL_COMMITMENTS", contract, line));
        assertEquals("0.00", standing("CERTIFIED", contract, line));
        assertEquals("0.00", standing("INVOICED", contract, line));
        Books.balanced();
    }

    @Test
    void a_contract_on_several_cost_lines_is_invoiced_on_each_by_what_is_left_or_on_the_one_that_is_named() {
        var project = recordedProject();
        var first = line(project, "1.00", "0.00");
        var second = line(project, "1.00", "3.00");
        var contract = approved(ENGINEER.post(
                API + "/projects/{id}/contracts",
                with(
                        contract("100.00"),
                        "schedule",
                        List.of(scheduled("1", "30.00", first), scheduled("2", "70.00", second))),
                project));
        var both = approvedInvoice(invoice(contract, "50.00"));
        assertEquals("15.00", standing("INVOICED", contract, first));
        assertEquals("35.00", standing("INVOICED", contract, second));
        eligible(both, "28.74"); // 15.00 + 3.15, and a quarter of 35.00 + 7.35 is 10.59
        var one = approvedInvoice(with(invoice(contract, "15.00"), "costLine", first));
        assertEquals("30.00", standing("INVOICED", contract, first));
        eligible(one, "18.15");
        refused(
                APPROVER.post(
                        API + "/invoices/{id}/approval",
                        APPROVED,
                        matched(with(invoice(contract, "0.01"), "costLine", first))),
                409,
                "invoice-above-contract",
                "net");
        refused(
                ENGINEER.post(
                        API + "/invoices", with(invoice(contract, "1.00"), "costLine", line(project, "1.00", "0.00"))),
                409,
                "cost-line-of-contract",
                "costLine");
    }

    private static Map<String, Object> scheduled(String line, String price, String costLine) {
        return Map.of(
                "line",
                line,
                "description",
                "Fence",
                "unit",
                "km",
                "quantity",
                "1",
                "price",
                eur(price),
                "costLine",
                costLine);
    }
}
