package org.fundtrail.infrastructure.invoice;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.costLine;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposedCertificate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Invoicing.approvedInvoice;
import static org.fundtrail.infrastructure.Invoicing.certified;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.matched;
import static org.fundtrail.infrastructure.Invoicing.received;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Crowd.Sent;
import org.junit.jupiter.api.Test;

/** Invoices that are held against a certificate: equal to what is payable, lower with a reason, never higher; several share it. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class InvoiceCertificateTest {
    private static final Map<String, String> APPROVED = Map.of("outcome", "APPROVED");
    private static final Map<String, String> LESS = Map.of("outcome", "APPROVED", "reason", "The rest comes later");

    private static ValidatableResponse approve(String id, Map<String, ?> decision) {
        return APPROVER.post(API + "/invoices/{id}/approval", decision, id);
    }

    private static ValidatableResponse read(String id) {
        return ENGINEER.get(API + "/invoices/{id}", id).statusCode(200);
    }

    private static String standing(String kind, String owner) {
        var rows = Books.rows("""
                SELECT coalesce(sum(b.credits - b.debits), 0.00)::text FROM journal.account a
                JOIN journal.balance b ON b.account_id = a.id WHERE a.kind = ? AND a.owner = ?""", kind, UUID.fromString(owner));
        return (String) rows.get(0).get(0);
    }

    @Test
    void an_invoice_of_a_whole_certificate_moves_what_is_payable_and_a_credit_note_gives_it_back() {
        var contract = inForce(recordedProject(), "100.00");
        var certificate = certified(contract, "1", "60.00");
        assertEquals("72.60", standing("TO_INVOICE", certificate));
        var id = matched(invoice(contract, "60.00", certificate));
        read(id).body("certificate.id", equalTo(certificate))
                .body("certificate.payable.amount", equalTo("72.60"))
                .body("acceptance", nullValue())
                .body("available.left.amount", equalTo("72.60"))
                .body("available.after.amount", equalTo("0.00"));
        approve(id, APPROVED).statusCode(200);
        assertEquals("0.00", standing("TO_INVOICE", certificate));
        assertEquals("0.00", standing("PAYABLE", contract));
        assertEquals("60.00", standing("INVOICED", contract));
        assertEquals("60.00", standing("CERTIFIED", contract)); // by the certificate, and once
        ACCOUNTANT
                .post(API + "/invoices/{id}/payment", Map.of("paidOn", "2022-03-25", "proof", "Order 417"), id)
                .statusCode(200);
        assertEquals("60.00", standing("PAID", contract));
        ENGINEER.post(API + "/invoices/{id}/credit", credit("10.00"), id).statusCode(201);
        assertEquals("12.10", standing("TO_INVOICE", certificate));
        assertEquals("10.00", standing("PAYABLE", contract));
        assertEquals("50.00", standing("PAID", contract));
        assertEquals("60.00", standing("CERTIFIED", contract));
        approvedInvoice(invoice(contract, "10.00", certificate));
        assertEquals("0.00", standing("TO_INVOICE", certificate));
        ENGINEER.get(API + "/invoices?certificate=" + certificate + "&sort=recordedAt")
                .body("items.net.amount", contains("60.00", "10.00"));
        Books.balanced();
    }

    @Test
    void less_needs_a_reason_and_more_is_never_approved() {
        var contract = inForce(recordedProject(), "100.00");
        var certificate = certified(contract, "1", "10.00");
        var less = matched(invoice(contract, "9.99", certificate));
        refused(approve(less, APPROVED), 400, "reason-required", "reason");
        refused(
                approve(matched(invoice(contract, "10.01", certificate)), LESS),
                409,
                "invoice-above-certificate",
                "gross");
        approve(less, LESS).statusCode(200);
        var rest = matched(invoice(contract, "0.01", certificate)); // VAT 0.00, and 12.10 - 12.09 is 0.01
        approve(rest, APPROVED).statusCode(200);
        assertEquals("0.00", standing("TO_INVOICE", certificate));
        refused(
                approve(matched(invoice(contract, "0.01", certificate)), LESS),
                409,
                "invoice-above-certificate",
                "gross");
    }

    @Test
    void vat_is_that_of_the_certificate_of_the_rate_or_the_rest_of_it() {
        var contract = inForce(recordedProject(), "100.00");
        var certificate = certified(contract, "1", "0.60"); // VAT 0.13
        for (int n = 0; n < 2; n++) {
            approve(matched(invoice(contract, "0.22", certificate)), LESS).statusCode(200); // VAT 0.05, not 0.046
        }
        var rest = with(with(invoice(contract, "0.16", certificate), "vat", eur("0.02")), "gross", eur("0.18"));
        refused(
                INSPECTOR.post(API + "/invoices/{id}/match", Map.of(), received(rest)),
                409,
                "invoice-vat-differs",
                "vat");
        var last = with(with(invoice(contract, "0.16", certificate), "vat", eur("0.03")), "gross", eur("0.19"));
        approve(matched(last), APPROVED).statusCode(200);
        assertEquals("0.00", standing("TO_INVOICE", certificate));
        assertEquals("0.00", standing("PAYABLE_VAT", contract));
    }

    @Test
    void whoever_buys_owes_the_vat_under_reverse_charge() {
        var project = recordedProject();
        String contract = ENGINEER.post(
                        API + "/projects/{id}/contracts",
                        with(contract("10.00"), "terms", Map.of("vat", "REVERSE_CHARGE")),
                        project)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + "/contracts/{id}/decision", APPROVED, contract).statusCode(200);
        var certificate = certified(contract, "1", "5.00");
        refused(
                INSPECTOR.post(
                        API + "/invoices/{id}/match", Map.of(), received(invoice(contract, "5.00", certificate))),
                409,
                "invoice-vat-differs",
                "vat");
        var without = with(with(invoice(contract, "5.00", certificate), "vat", eur("0.00")), "gross", eur("5.00"));
        approve(matched(without), APPROVED).statusCode(200);
        refused(
                ENGINEER.post(API + "/invoices", invoice(contract, "1.00")),
                409,
                "contract-is-certified",
                "acceptance");
    }

    @Test
    void a_certificate_is_an_approved_one_of_the_contract_and_leaves_no_room_for_what_is_kept_elsewhere() {
        var contract = inForce(recordedProject(), "100.00");
        var elsewhere = matched(invoice(contract, "1.00"));
        var waiting = proposedCertificate(contract, "1", "10.00");
        refused(
                ENGINEER.post(API + "/invoices", invoice(contract, "10.00", waiting)),
                400,
                "certificate-unknown",
                "certificate");
        refused(
                ENGINEER.post(API + "/invoices", invoice(contract, "1.00")),
                409,
                "contract-is-certified",
                "acceptance");
        refused(approve(elsewhere, APPROVED), 409, "contract-is-certified", "acceptance");
        APPROVER.post(API + "/certificates/{id}/decision", APPROVED, waiting).statusCode(200);
        var other = inForce(recordedProject(), "100.00");
        refused(
                ENGINEER.post(API + "/invoices", invoice(other, "10.00", waiting)),
                400,
                "certificate-unknown",
                "certificate");
        var id = received(with(invoice(contract, "10.00"), "acceptance", null));
        refused(
                INSPECTOR.post(API + "/invoices/{id}/match", Map.of("acceptance", "Note 7"), id),
                409,
                "contract-is-certified",
                "acceptance");
        INSPECTOR
                .post(API + "/invoices/{id}/match", Map.of("certificate", waiting), id)
                .statusCode(200)
                .body("certificate.id", equalTo(waiting));
    }

    @Test
    void what_a_later_certificate_takes_back_is_not_invoiced_of_the_latest_before_it() {
        var contract = inForce(recordedProject(), "100.00");
        var first = certified(contract, "1", "60.00");
        var second = certified(contract, "2", "70.00");
        var takesBack = certified(contract, "3", "45.00"); // 25.00 less: the 10.00 of the second and 15.00 of the first
        assertEquals("54.45", standing("TO_INVOICE", first));
        assertEquals("0.00", standing("TO_INVOICE", second));
        var whole = matched(invoice(contract, "60.00", first));
        read(whole).body("available.left.amount", equalTo("54.45")).body("available.after.amount", equalTo("-18.15"));
        refused(approve(whole, APPROVED), 409, "invoice-above-certificate", "gross");
        refused(approve(matched(invoice(contract, "1.00", second)), LESS), 409, "invoice-above-certificate", "gross");
        refused(
                approve(matched(invoice(contract, "1.00", takesBack)), LESS),
                409,
                "invoice-above-certificate",
                "gross");
        var rest = matched(invoice(contract, "45.00", first));
        read(rest).body("available.after.amount", equalTo("0.00"));
        approve(rest, APPROVED).statusCode(200);
        assertEquals("0.00", standing("PAYABLE", contract));
        assertEquals("0.00", standing("PAYABLE_VAT", contract));
        Books.balanced();
    }

    @Test
    void what_was_taken_back_of_one_row_is_invoiced_of_the_others_alone() {
        var project = recordedProject();
        String second = ENGINEER.post(API + "/projects/{id}/cost-lines", costLine("1.00"), project)
                .extract()
                .path("id");
        var line = line(Map.of("line", "1", "description", "Fence", "unit", "km", "quantity", "1"));
        var first = with(line, "price", eur("50.00"));
        var other = with(with(first, "line", "2"), "costLine", second);
        String contract = ENGINEER.post(
                        API + "/projects/{id}/contracts",
                        with(contract("100.00"), "schedule", List.of(first, other)),
                        project)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + "/contracts/{id}/decision", APPROVED, contract).statusCode(200);
        var certificate = certifiedRows(contract, "1", "50.00");
        certifiedRows(contract, "2", "20.00");
        var id = matched(invoice(contract, "70.00", certificate));
        read(id).body("available.left.amount", equalTo("84.70")).body("available.after.amount", equalTo("0.00"));
        approve(id, APPROVED).statusCode(200);
        assertEquals(List.of("20.00", "50.00"), invoiced(contract));
        assertEquals("0.00", standing("PAYABLE", contract));
    }

    /** The id of an approved certificate of the whole second line, and this much of the first. */
    private static String certifiedRows(String contract, String number, String first) {
        var lines = List.of(Map.of("line", "1", "amount", eur(first)), Map.of("line", "2", "amount", eur("50.00")));
        var said = Map.<String, Object>of("number", number, "periodTo", "2022-01-31", "lines", lines);
        String id = ENGINEER.post(API + "/contracts/{id}/certificates", said, contract)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + "/certificates/{id}/decision", APPROVED, id).statusCode(200);
        return id;
    }

    @Test
    void parts_of_a_certificate_on_several_rows_take_from_each_and_the_last_one_takes_the_rest() {
        var project = recordedProject();
        String second = ENGINEER.post(API + "/projects/{id}/cost-lines", costLine("1.00"), project)
                .extract()
                .path("id");
        var line = Map.of("description", "Fence", "unit", "km", "quantity", "1");
        var first = with(with(line(line), "line", "1"), "price", eur("10.00"));
        var other = with(with(with(line(line), "line", "2"), "price", eur("20.00")), "costLine", second);
        String contract = ENGINEER.post(
                        API + "/projects/{id}/contracts",
                        with(contract("30.00"), "schedule", List.of(first, other)),
                        project)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + "/contracts/{id}/decision", APPROVED, contract).statusCode(200);
        var done = Map.<String, Object>of(
                "number",
                "1",
                "periodTo",
                "2022-01-31",
                "lines",
                List.of(Map.of("line", "1", "amount", eur("1.00")), Map.of("line", "2", "amount", eur("2.00"))));
        String certificate = ENGINEER.post(API + "/contracts/{id}/certificates", done, contract)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + "/certificates/{id}/decision", APPROVED, certificate)
                .statusCode(200);
        approve(matched(invoice(contract, "1.00", certificate)), LESS).statusCode(200);
        assertEquals(List.of("0.33", "0.67"), invoiced(contract));
        var last = with(with(invoice(contract, "2.00", certificate), "vat", eur("0.42")), "gross", eur("2.42"));
        approve(matched(last), APPROVED).statusCode(200);
        assertEquals(List.of("1.00", "2.00"), invoiced(contract));
        assertEquals("0.00", standing("PAYABLE", contract));
    }

    private static Map<String, Object> line(Map<String, String> said) {
        return new java.util.HashMap<>(said);
    }

    /** What is invoiced on each row, the smaller first. */
    private static List<Object> invoiced(String contract) {
        return Books.rows("""
                        SELECT (b.credits - b.debits)::text FROM journal.account a JOIN journal.balance b ON b.account_id = a.id
                        WHERE a.kind = 'INVOICED' AND a.owner = ? ORDER BY b.credits - b.debits""", UUID.fromString(contract)).stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void of_two_invoices_that_race_for_the_last_euro_of_a_certificate_one_is_refused() {
        for (int n = 0; n < 5; n++) {
            var contract = inForce(recordedProject(), "10.00");
            var certificate = certified(contract, "1", "1.00");
            var heard = Crowd.atOnce(Stream.of(
                            matched(invoice(contract, "1.00", certificate)),
                            matched(invoice(contract, "1.00", certificate)))
                    .map(id -> Sent.of(APPROVER, API + "/invoices/" + id + "/approval", "{\"outcome\": \"APPROVED\"}"))
                    .toList());
            Crowd.with(200, 1, heard);
            for (var late : Crowd.with(409, 1, heard)) {
                assertEquals("invoice-above-certificate", late.code());
                Books.nothingOf(late.sent().key());
            }
            assertEquals("0.00", standing("TO_INVOICE", certificate));
        }
        Books.balanced();
    }
}
