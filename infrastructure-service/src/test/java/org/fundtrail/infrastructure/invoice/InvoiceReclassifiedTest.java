package org.fundtrail.infrastructure.invoice;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Invoicing.approvedInvoice;
import static org.fundtrail.infrastructure.Invoicing.certified;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.matched;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invoice that names a cost line counts there where its certificate has none, with its share of what is held back and to be recovered. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class InvoiceReclassifiedTest {
    private static final Map<String, String> LESS = Map.of("outcome", "APPROVED", "reason", "The rest comes later");
    private String project;
    private String line;

    @BeforeEach
    void project() {
        project = recordedProject();
        line = recordedCostLine(project, "1000.00");
    }

    /** The id of a contract of 1 000 in force, of which a tenth is held back, on no cost line. */
    private String withoutLine() {
        var terms = Map.of("retention", Map.of("rate", "0.10"), "advance", eur("200.00"), "vat", "STANDARD");
        String id = ENGINEER.post(API + "/projects/{id}/contracts", with(contract("1000.00"), "terms", terms), project)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    private String approved(String contract, String net, String certificate) {
        var id = matched(with(invoice(contract, net, certificate), "costLine", line));
        APPROVER.post(API + "/invoices/{id}/approval", LESS, id).statusCode(200);
        return id;
    }

    /** What stands on a row of a contract: what is below zero is owed. */
    private static Map<String, String> standing(String contract, String row) {
        var standing = new TreeMap<String, String>();
        Books.rows("""
                        SELECT a.kind, (b.credits - b.debits)::text FROM journal.account a JOIN journal.balance b ON b.account_id = a.id
                        WHERE a.owner = ? AND a.party = ? AND b.credits <> b.debits AND a.kind IN
                        ('CERTIFIED', 'RETAINED', 'ADVANCE', 'PAYABLE', 'INVOICED', 'PAID', 'CONTRACTED', 'ORIGINAL_COMMITMENTS')""", UUID.fromString(contract), UUID.fromString(row))
                .forEach(account -> standing.put((String) account.get(0), (String) account.get(1)));
        return standing;
    }

    private static void takingOver(String contract, String number, String done) {
        var said = Map.of(
                "number",
                number,
                "periodTo",
                "2022-03-31",
                "takingOver",
                true,
                "lines",
                List.of(Map.of("line", "1", "amount", eur(done))));
        String id = ENGINEER.post(API + "/contracts/{id}/certificates", said, contract)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + "/certificates/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
    }

    @Test
    void half_of_a_certificate_takes_half_of_what_is_certified_committed_and_held_back_to_its_line() {
        var contract = withoutLine();
        var certificate = certified(contract, "1", "100.00"); // 10.00 held back, 90.00 payable
        var id = approved(contract, "45.00", certificate);
        assertEquals(
                Map.of("CERTIFIED", "50.00", "ORIGINAL_COMMITMENTS", "50.00", "RETAINED", "5.00", "INVOICED", "45.00"),
                standing(contract, line));
        assertEquals(
                Map.of(
                        "CERTIFIED",
                        "50.00",
                        "ORIGINAL_COMMITMENTS",
                        "950.00",
                        "CONTRACTED",
                        "900.00",
                        "RETAINED",
                        "5.00",
                        "PAYABLE",
                        "45.00"),
                standing(contract, project));
        ACCOUNTANT
                .post(API + "/invoices/{id}/payment", Map.of("paidOn", "2022-03-25", "proof", "Order 417"), id)
                .statusCode(200);
        ENGINEER.post(API + "/invoices/{id}/credit", credit("9.00"), id).statusCode(201);
        assertEquals(
                Map.of("CERTIFIED", "40.00", "ORIGINAL_COMMITMENTS", "40.00", "RETAINED", "4.00", "PAID", "36.00"),
                standing(contract, line));
        assertEquals("54.00", standing(contract, project).get("PAYABLE"));
        ENGINEER.get(API + "/projects/{id}/cost-report", project)
                .body("lines[0].costLine.id", equalTo(line))
                .body("lines[0].currentCommitments.amount", equalTo("40.00"))
                .body("lines[0].certified.amount", equalTo("40.00"))
                .body("lines[0].openCommitments.amount", equalTo("0.00"))
                .body("lines[0].retentionHeld.amount", equalTo("4.00"))
                .body("lines[0].paid.amount", equalTo("36.00"))
                .body("totals.currentCommitments.amount", equalTo("1000.00"));
        Books.balanced();
    }

    @Test
    void the_advance_that_is_invoiced_on_a_line_is_outstanding_there() {
        var contract = withoutLine();
        String advance = ENGINEER.post(
                        API + "/contracts/{id}/certificates", Map.of("number", "0", "advance", true), contract)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + "/certificates/{id}/decision", Map.of("outcome", "APPROVED"), advance)
                .statusCode(200);
        approved(contract, "200.00", advance);
        assertEquals(Map.of("ADVANCE", "-200.00", "INVOICED", "200.00"), standing(contract, line));
        assertEquals(Map.of("CONTRACTED", "1000.00", "ORIGINAL_COMMITMENTS", "1000.00"), standing(contract, project));
    }

    @Test
    void what_is_released_of_the_retention_is_payable_without_a_line_until_its_invoice_names_one() {
        var contract = withoutLine();
        approved(contract, "90.00", certified(contract, "1", "100.00"));
        assertEquals("10.00", standing(contract, line).get("RETAINED"));
        takingOver(contract, "2", "100.00"); // half of 10.00 is released
        assertEquals("5.00", standing(contract, project).get("PAYABLE"));
        var onBoth = new BigDecimal(standing(contract, line).get("RETAINED"))
                .add(new BigDecimal(standing(contract, project).get("RETAINED")));
        assertEquals("5.00", onBoth.toPlainString());
        ENGINEER.get(API + "/entries?subject=" + contract).body("items.action", hasItem("contract.reclassified"));
        String release = ENGINEER.get(API + "/contracts/{id}/certificates", contract)
                .extract()
                .path("items.find { it.number == '2' }.id");
        approved(contract, "5.00", release);
        assertEquals(
                Map.of(
                        "CERTIFIED",
                        "100.00",
                        "ORIGINAL_COMMITMENTS",
                        "100.00",
                        "RETAINED",
                        "5.00",
                        "INVOICED",
                        "95.00"),
                standing(contract, line));
        Books.balanced();
    }

    @Test
    void a_certificate_below_zero_takes_back_what_is_not_invoiced_and_its_reversal_gives_it_back() {
        var contract = withoutLine();
        var first = certified(contract, "1", "100.00");
        approved(contract, "45.00", first);
        var before = standing(contract, line);
        var lower = certified(contract, "2", "50.00"); // all that is not invoiced
        assertEquals(
                Map.of("CERTIFIED", "50.00", "ORIGINAL_COMMITMENTS", "50.00", "RETAINED", "5.00", "INVOICED", "45.00"),
                standing(contract, line));
        assertEquals(Map.of("CONTRACTED", "950.00", "ORIGINAL_COMMITMENTS", "950.00"), standing(contract, project));
        ENGINEER.post(API + "/certificates/{id}/steps", Map.of("step", "REVERSE", "reason", "Measured wrongly"), lower)
                .statusCode(200);
        APPROVER.post(API + "/certificates/{id}/decision", Map.of("outcome", "APPROVED"), lower)
                .statusCode(200);
        assertEquals(before, standing(contract, line));
        approved(contract, "45.00", first);
        assertEquals("100.00", standing(contract, line).get("CERTIFIED"));
        Books.balanced();
    }

    @Test
    void an_invoice_that_names_no_line_counts_where_its_certificate_does() {
        var contract = withoutLine();
        approvedInvoice(invoice(contract, "90.00", certified(contract, "1", "100.00")));
        assertEquals(Map.of(), standing(contract, line));
        assertEquals("90.00", standing(contract, project).get("INVOICED"));
    }
}
