package org.fundtrail.infrastructure.invoice;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.approvedVariation;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.unique;
import static org.fundtrail.infrastructure.Infrastructure.variation;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Invoicing.approvedInvoice;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.matched;
import static org.fundtrail.infrastructure.Invoicing.paid;
import static org.fundtrail.infrastructure.Invoicing.received;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices where acceptance is kept elsewhere: their life, their ceiling, their numbers, what is taken back of them. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class InvoiceTest {
    private static final Map<String, String> APPROVED = Map.of("outcome", "APPROVED");
    private static final Map<String, String> PAYMENT = Map.of("paidOn", "2022-03-25", "proof", "Payment order 417");

    private String project;
    private String contract;

    @BeforeEach
    void a_contract_in_force() {
        project = recordedProject();
        contract = inForce(project, "1000.00");
    }

    private static ValidatableResponse read(String id) {
        return ENGINEER.get(API + "/invoices/{id}", id).statusCode(200);
    }

    private static ValidatableResponse approve(String id) {
        return APPROVER.post(API + "/invoices/{id}/approval", APPROVED, id);
    }

    /** What stands on an account of the contract, for its project. */
    private String standing(String kind) {
        return standing(kind, contract);
    }

    private static String standing(String kind, String owner) {
        var rows = Books.rows("""
                SELECT sum(b.credits - b.debits)::text FROM journal.account a JOIN journal.balance b ON b.account_id = a.id
                WHERE a.kind = ? AND a.owner = ?""", kind, UUID.fromString(owner));
        var found = rows.get(0).get(0);
        return found == null ? "0.00" : (String) found;
    }

    @Test
    void it_is_to_be_paid_thirty_days_after_it_was_issued_and_that_day_comes_to_whoever_has_to_do_with_it() {
        var id = received(with(invoice(contract, "400.00"), "issuedOn", "2022-03-01"));
        read(id).body("dueOn", equalTo("2022-03-31"));
        ENGINEER.get(API + "/invoices?contract=" + contract).body("items.dueOn", contains("2022-03-31"));
        var days = API + "/dates?from=2022-03-31&until=2022-03-31";
        var mine = "findAll { it.id == '" + id + "' }";
        for (var reader : List.of(ENGINEER, APPROVER, ACCOUNTANT, AUDITOR)) {
            reader.get(days)
                    .statusCode(200)
                    .body(mine + ".what", contains("payment-due"))
                    .body(mine + ".day", contains("2022-03-31"))
                    .body(mine + "[0].parent.type", equalTo("contract"));
        }
        ENGINEER.get(API + "/dates?from=2022-03-01&until=2022-03-30").body(mine, empty());
        ENGINEER.get(days + "&beyond=" + id).body(mine, empty());
        ENGINEER.post(API + "/invoices/{id}/dispute", Map.of("reason", "Half of it is not delivered"), id)
                .statusCode(200);
        ENGINEER.get(days).body(mine, empty());
    }

    @Test
    void an_invoice_goes_through_four_people_and_moves_what_is_payable_when_it_is_approved() {
        var id = received(invoice(contract, "400.00"));
        read(id).body("status", equalTo("RECEIVED"))
                .body("contract.reference", equalTo(reference(contract)))
                .body("available.whole.amount", equalTo("1000.00"))
                .body("available.left.amount", equalTo("1000.00"))
                .body("available.after.amount", equalTo("600.00"));
        INSPECTOR
                .post(API + "/invoices/{id}/match", Map.of(), id)
                .statusCode(200)
                .body("status", equalTo("MATCHED"));
        assertEquals("1000.00", standing("CONTRACTED"));
        approve(id).statusCode(200).body("status", equalTo("APPROVED")).body("available", nullValue());
        assertEquals("600.00", standing("CONTRACTED"));
        assertEquals("400.00", standing("CERTIFIED"));
        assertEquals("84.00", standing("CERTIFIED_VAT"));
        assertEquals("0.00", standing("PAYABLE"));
        assertEquals("400.00", standing("INVOICED"));
        assertEquals("84.00", standing("INVOICED_VAT"));
        ACCOUNTANT
                .post(API + "/invoices/{id}/payment", PAYMENT, id)
                .statusCode(200)
                .body("status", equalTo("PAID"))
                .body("paidOn", equalTo("2022-03-25"))
                .body("steps.step", contains("RECORD", "MATCH", "APPROVE", "PAY"))
                .body("steps.duty", contains("INITIATE", "VERIFY", "APPROVE", "PAY"));
        assertEquals("0.00", standing("INVOICED"));
        assertEquals("400.00", standing("PAID"));
        assertEquals("84.00", standing("PAID_VAT"));
        Books.balanced();
    }

    @Test
    void nobody_takes_two_of_its_four_steps_whatever_roles_they_have() {
        var all = String.join(" ", Role.PROJECT_OFFICER, Role.APPROVER, Role.ACCOUNTANT);
        var first = new Person(unique("all"), all, "LT-VRM");
        var second = new Person(unique("all"), all, "LT-VRM");
        var third = new Person(unique("all"), all, "LT-VRM");
        var id = first.post(API + "/invoices", invoice(contract, "1.00"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        first.post(API + "/invoices/{id}/match", Map.of(), id).statusCode(403).body("code", equalTo("own-record"));
        second.post(API + "/invoices/{id}/match", Map.of(), id).statusCode(200);
        first.post(API + "/invoices/{id}/approval", APPROVED, id)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        second.post(API + "/invoices/{id}/approval", APPROVED, id)
                .statusCode(403)
                .body("code", equalTo("other-duty"));
        third.post(API + "/invoices/{id}/approval", APPROVED, id).statusCode(200);
        first.post(API + "/invoices/{id}/payment", PAYMENT, id).statusCode(403);
        second.post(API + "/invoices/{id}/payment", PAYMENT, id).statusCode(403);
        third.post(API + "/invoices/{id}/payment", PAYMENT, id).statusCode(403).body("code", equalTo("other-duty"));
        ACCOUNTANT.post(API + "/invoices/{id}/payment", PAYMENT, id).statusCode(200);
    }

    @Test
    void each_step_waits_for_who_takes_it_and_for_nobody_else() {
        var id = received(invoice(contract, "1.00"));
        waits(id, INSPECTOR, true);
        waits(id, ENGINEER, false);
        waits(id, APPROVER, false);
        INSPECTOR.post(API + "/invoices/{id}/match", Map.of(), id).statusCode(200);
        waits(id, APPROVER, true);
        waits(id, INSPECTOR, false);
        approve(id).statusCode(200);
        waits(id, ACCOUNTANT, true);
        waits(id, APPROVER, false);
        ENGINEER.post(API + "/invoices/{id}/credit", credit("1.00"), id).statusCode(201);
        waits(id, ACCOUNTANT, false); // nothing of it is left
        ACCOUNTANT.get(API + "/invoices/{id}", id).body("actions", not(hasItem("pay")));
        refused(ACCOUNTANT.post(API + "/invoices/{id}/payment", PAYMENT, id), 409, "nothing-to-pay", null);
    }

    private static Map<String, Object> crediting(String net, String vat, String gross) {
        return with(with(with(credit(net), "net", eur(net)), "vat", eur(vat)), "gross", eur(gross));
    }

    @Test
    void vat_that_a_credit_note_of_the_net_leaves_is_paid() {
        var id = approvedInvoice(invoice(contract, "1.00"));
        ENGINEER.post(API + "/invoices/{id}/credit", crediting("1.00", "0.00", "1.00"), id)
                .statusCode(201);
        waits(id, ACCOUNTANT, true);
        ACCOUNTANT.get(API + "/invoices/{id}", id).body("actions", hasItem("pay"));
        ACCOUNTANT
                .post(API + "/invoices/{id}/payment", PAYMENT, id)
                .statusCode(200)
                .body("status", equalTo("PAID"));
        Books.balanced();
    }

    @Test
    void vat_that_a_credit_note_of_the_net_leaves_is_taken_back_by_another() {
        var id = approvedInvoice(invoice(contract, "1.00"));
        ENGINEER.post(API + "/invoices/{id}/credit", crediting("1.00", "0.00", "1.00"), id)
                .statusCode(201);
        refused(
                ENGINEER.post(API + "/invoices/{id}/credit", crediting("0.00", "0.22", "0.22"), id),
                409,
                "credit-above-invoice",
                "vat");
        refused(
                ENGINEER.post(API + "/invoices/{id}/credit", crediting("0.00", "0.00", "0.00"), id),
                400,
                "amount-not-positive",
                "gross");
        ENGINEER.post(API + "/invoices/{id}/credit", crediting("0.00", "0.21", "0.21"), id)
                .statusCode(201);
        waits(id, ACCOUNTANT, false);
        refused(ACCOUNTANT.post(API + "/invoices/{id}/payment", PAYMENT, id), 409, "nothing-to-pay", null);
        Books.balanced();
    }

    private static void waits(String id, Person reader, boolean does) {
        reader.get(API + "/approvals?mine=true&limit=200&type=invoice")
                .statusCode(200)
                .body("items.id", does ? hasItem(id) : not(hasItem(id)));
    }

    @Test
    void who_recorded_it_takes_it_back_until_it_is_matched_and_its_number_is_free_again() {
        var terms = invoice(contract, "1.00");
        var id = received(terms);
        INSPECTOR
                .post(API + "/invoices/{id}/steps", Map.of("step", "WITHDRAW"), id)
                .statusCode(403);
        ENGINEER.post(API + "/invoices/{id}/steps", Map.of("step", "WITHDRAW"), id)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        var other = matched(terms);
        ENGINEER.post(API + "/invoices/{id}/steps", Map.of("step", "WITHDRAW"), other)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
    }

    @Test
    void a_dispute_stops_it_until_it_is_resolved() {
        var id = matched(invoice(contract, "1.00"));
        refused(ENGINEER.post(API + "/invoices/{id}/dispute", Map.of("reason", " "), id), 400, "required", "reason");
        INSPECTOR
                .post(API + "/invoices/{id}/dispute", Map.of("reason", "Another price was agreed"), id)
                .statusCode(200)
                .body("status", equalTo("DISPUTED"))
                .body("reason", equalTo("Another price was agreed"));
        approve(id).statusCode(409).body("code", equalTo("wrong-state"));
        ENGINEER.post(API + "/invoices/{id}/steps", Map.of("step", "RESOLVE", "reason", "It was agreed after all"), id)
                .statusCode(200)
                .body("status", equalTo("RECEIVED"));
        INSPECTOR.post(API + "/invoices/{id}/match", Map.of(), id).statusCode(200);
        approve(id).statusCode(200);
        ENGINEER.post(API + "/invoices/{id}/dispute", Map.of("reason", "Too late"), id)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
    }

    @Test
    void what_was_returned_is_changed_even_to_another_contract_and_matched_again() {
        var id = matched(invoice(contract, "1.00"));
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "RETURNED", "reason", "Not this contract"), id)
                .statusCode(200);
        var other = inForce(project, "5.00");
        ENGINEER.put("\"2\"", API + "/invoices/{id}", invoice(other, "2.00"), id)
                .statusCode(200)
                .body("status", equalTo("RECEIVED"))
                .body("contract.id", equalTo(other))
                .body("net.amount", equalTo("2.00"));
        INSPECTOR.post(API + "/invoices/{id}/match", Map.of(), id).statusCode(200);
        approve(id).statusCode(200);
        assertEquals("3.00", standing("CONTRACTED", other));
        assertEquals("1000.00", standing("CONTRACTED"));
    }

    @Test
    void an_invoice_is_on_a_contract_in_force_of_ones_own_institution() {
        var waiting = proposed(project, "1.00");
        refused(ENGINEER.post(API + "/invoices", invoice(waiting, "1.00")), 409, "contract-not-in-force", null);
        refused(ENGINEER.post(API + "/invoices", invoice("NO-SUCH", "1.00")), 400, "contract-unknown", "contract");
        refused(
                LATVIAN_ENGINEER.post(API + "/invoices", invoice(contract, "1.00")),
                400,
                "contract-unknown",
                "contract");
        ENGINEER.post(API + "/invoices", invoice(reference(contract), "1.00"))
                .statusCode(201)
                .body("contract.id", equalTo(contract));
    }

    private static String reference(String contract) {
        return ENGINEER.get(API + "/contracts/{id}", contract).extract().path("reference");
    }

    @Test
    void net_and_vat_come_to_gross_to_the_cent_and_vat_may_be_nothing() {
        var terms = invoice(contract, "100.00");
        refused(ENGINEER.post(API + "/invoices", with(terms, "gross", eur("121.01"))), 400, "gross-not-sum", "gross");
        refused(ENGINEER.post(API + "/invoices", with(terms, "vat", eur("-21.00"))), 400, "amount-negative", "vat");
        var free = ENGINEER.post(API + "/projects/{id}/contracts", with(contract("10.00"), "vatRate", "0"), project)
                .statusCode(201)
                .extract()
                .<String>path("id");
        APPROVER.post(API + "/contracts/{id}/decision", APPROVED, free).statusCode(200);
        var without = with(with(invoice(free, "10.00"), "vat", eur("0.00")), "gross", eur("10.00"));
        approvedInvoice(without);
        assertEquals("10.00", standing("INVOICED", free));
        assertEquals("0.00", standing("INVOICED_VAT", free));
    }

    @Test
    void vat_is_the_rate_of_the_contract_half_up_or_it_cannot_be_matched() {
        var id = received(with(with(invoice(contract, "0.50"), "vat", eur("0.10")), "gross", eur("0.60")));
        refused(INSPECTOR.post(API + "/invoices/{id}/match", Map.of(), id), 409, "invoice-vat-differs", "vat");
        matched(invoice(contract, "0.50")); // 0.105 is 0.11
    }

    @Test
    void it_has_to_be_said_by_what_it_is_accepted() {
        var id = received(with(invoice(contract, "1.00"), "acceptance", null));
        read(id).body("available", nullValue()).body("acceptance", nullValue());
        refused(INSPECTOR.post(API + "/invoices/{id}/match", Map.of(), id), 400, "not-accepted", "certificate");
        INSPECTOR
                .post(API + "/invoices/{id}/match", Map.of("acceptance", "Delivery note 7"), id)
                .statusCode(200)
                .body("acceptance", equalTo("Delivery note 7"));
    }

    // ── Numbers ──

    @Test
    void a_number_of_a_supplier_is_taken_once_however_it_is_written() {
        var number = unique("tet-2022/ą");
        var terms = with(invoice(contract, "1.00"), "number", number);
        received(terms);
        for (var same : new String[] {number, number.toUpperCase(), " " + number.replaceAll("[-/]", " ")}) {
            refused(
                    ENGINEER.post(API + "/invoices", with(terms, "number", same)),
                    409,
                    "invoice-number-taken",
                    "number");
        }
        received(with(terms, "supplier.identifier", "302300123"));
        received(with(terms, "number", number + "1"));
    }

    @Test
    void a_number_is_recorded_again_with_a_reason_that_the_approver_sees_and_auditors_list() {
        var terms = invoice(contract, "1.00");
        var first = received(terms);
        var again = with(terms, "override", Map.of("reason", "Their numbers began anew"));
        var second = matched(again);
        read(second)
                .body("override.reason", equalTo("Their numbers began anew"))
                .body("duplicates.id", contains(first))
                .body("duplicates.type", contains("invoice"));
        read(first).body("duplicates.id", contains(second)).body("override", nullValue());
        approve(second).statusCode(200);
        received(again); // and once more
        AUDITOR.get(API + "/invoices?override=true&limit=200")
                .statusCode(200)
                .body("items.id", hasItem(second))
                .body("items.id", not(hasItem(first)));
        AUDITOR.get(API + "/invoices?override=false&limit=200").body("items.id", not(hasItem(second)));
        // the first is refused, and what was recorded in spite of it still has the number
        INSPECTOR.post(API + "/invoices/{id}/match", Map.of(), first).statusCode(200);
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "REJECTED", "reason", "Twice"), first)
                .statusCode(200);
        refused(ENGINEER.post(API + "/invoices", terms), 409, "invoice-number-taken", "number");
    }

    @Test
    void a_reason_for_a_second_number_is_refused_where_there_is_no_first() {
        var terms = with(invoice(contract, "1.00"), "override", Map.of("reason", "Who knows"));
        refused(ENGINEER.post(API + "/invoices", terms), 409, "override-not-needed", "override");
    }

    @Test
    void a_rejected_invoice_frees_its_number() {
        var terms = invoice(contract, "1.00");
        var id = matched(terms);
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "REJECTED", "reason", "Not ours"), id)
                .statusCode(200);
        received(terms);
    }

    @Test
    void the_same_amount_within_thirty_days_is_said_and_never_refused() {
        var supplier = unique("S");
        var terms = with(invoice(contract, "7.00"), "supplier.identifier", supplier);
        var first = received(with(terms, "issuedOn", "2022-02-01"));
        var near = received(with(with(terms, "number", unique("N")), "issuedOn", "2022-03-03"));
        var far = received(with(with(terms, "number", unique("N")), "issuedOn", "2022-04-03"));
        read(near).body("similar.id", contains(first)).body("duplicates", empty());
        read(first).body("similar.id", contains(near));
        read(far).body("similar", empty());
    }

    @Test
    void who_is_erased_can_be_compared_with_nobody_any_more() {
        var terms = with(invoice(contract, "1.00"), "supplier.identifier", unique("P"));
        var id = paid(terms);
        var supplier = read(id).extract().<String>path("supplier.id");
        new Person("admin", Role.ADMINISTRATOR, "LT-VRM")
                .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), supplier)
                .statusCode(200);
        read(id).body("supplier.name", nullValue()).body("supplier.identifier", nullValue());
        assertEquals(
                1,
                Books.count(
                        "SELECT count(*) FROM infrastructure.supplier_number WHERE id = ? AND supplier IS NULL",
                        UUID.fromString(id)));
        received(terms);
    }

    // ── The ceiling ──

    @Test
    void more_than_the_contract_is_worth_without_vat_is_not_approved() {
        approvedInvoice(invoice(contract, "999.99"));
        var id = matched(invoice(contract, "0.02"));
        read(id).body("available.after.amount", equalTo("-0.01"));
        refused(approve(id), 409, "invoice-above-contract", "net");
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "RETURNED", "reason", "A cent less"), id)
                .statusCode(200);
        ENGINEER.put("\"2\"", API + "/invoices/{id}", invoice(contract, "0.01"), id)
                .statusCode(200);
        INSPECTOR.post(API + "/invoices/{id}/match", Map.of(), id).statusCode(200);
        approve(id).statusCode(200);
        refused(approve(matched(invoice(contract, "0.01"))), 409, "invoice-above-contract", "net");
    }

    private static String standing(String kind, String owner, String row) {
        return Books.rows("""
                        SELECT coalesce(sum(b.credits - b.debits), 0)::numeric(19, 2)::text FROM journal.account a
                        JOIN journal.balance b ON b.account_id = a.id WHERE a.kind = ? AND a.owner = ? AND a.party = ?""", kind, UUID.fromString(owner), UUID.fromString(row))
                .get(0)
                .get(0)
                .toString();
    }

    @Test
    void an_invoice_of_a_cost_line_may_take_what_was_varied_there_and_then_what_the_contract_has_on_none() {
        var small = inForce(project, "100.00");
        var line = recordedCostLine(project, "500.00");
        var other = recordedCostLine(project, "500.00");
        approvedVariation(small, with(variation("PENDING", "20.00"), "costLine", line));
        approvedVariation(small, with(variation("PENDING", "7.00"), "costLine", other));
        var terms = with(invoice(small, "50.00"), "costLine", line);
        var id = matched(terms);
        read(id).body("available.whole.amount", equalTo("120.00")).body("available.left.amount", equalTo("120.00"));
        approve(id).statusCode(200);
        assertEquals("0.00", standing("CONTRACTED", small, line));
        assertEquals("0.00", standing("CONTRACTED_VAT", small, line));
        assertEquals("70.00", standing("CONTRACTED", small, project));
        assertEquals("14.70", standing("CONTRACTED_VAT", small, project));
        assertEquals("7.00", standing("CONTRACTED", small, other));
        assertEquals("50.00", standing("CERTIFIED", small, line));
        refused(
                approve(matched(with(invoice(small, "70.01"), "costLine", line))),
                409,
                "invoice-above-contract",
                "net");
        approvedInvoice(with(invoice(small, "70.00"), "costLine", line));
        assertEquals("0.00", standing("CONTRACTED", small, project));
        ENGINEER.post(API + "/invoices/{id}/credit", credit("50.00"), id).statusCode(201);
        assertEquals("20.00", standing("CONTRACTED", small, line));
        assertEquals("30.00", standing("CONTRACTED", small, project));
        Books.balanced();
    }

    // ── Payment ──

    @Test
    void it_may_have_been_paid_before_it_was_recorded_or_issued_but_not_tomorrow() {
        var id = approvedInvoice(invoice(contract, "1.00"));
        refused(
                ACCOUNTANT.post(
                        API + "/invoices/{id}/payment",
                        Map.of("paidOn", java.time.LocalDate.now().plusDays(2).toString(), "proof", "Order"),
                        id),
                400,
                "date-in-future",
                "paidOn");
        ACCOUNTANT
                .post(API + "/invoices/{id}/payment", Map.of("paidOn", "2022-02-01", "proof", "Order"), id)
                .statusCode(200)
                .body("paidOn", equalTo("2022-02-01"));
    }

    // ── Credit notes ──

    @Test
    void a_credit_note_takes_back_and_frees_what_it_takes_never_more_than_is_left() {
        var id = approvedInvoice(invoice(contract, "1000.00"));
        refused(
                ENGINEER.post(API + "/invoices/{id}/credit", credit("1000.01"), id),
                409,
                "credit-above-invoice",
                "net");
        var first = ENGINEER.post(API + "/invoices/{id}/credit", credit("400.00"), id)
                .statusCode(201)
                .body("invoice.id", equalTo(id))
                .extract();
        ENGINEER.get(first.header("Location")).statusCode(200).body("gross.amount", equalTo("484.00"));
        read(id).body("status", equalTo("APPROVED"))
                .body("gross.amount", equalTo("1210.00"))
                .body("credited.amount", equalTo("484.00"))
                .body("credits.id", contains(first.<String>path("id")));
        assertEquals("400.00", standing("CONTRACTED"));
        assertEquals("600.00", standing("INVOICED"));
        assertEquals("600.00", standing("CERTIFIED"));
        assertEquals("126.00", standing("INVOICED_VAT"));
        approvedInvoice(invoice(contract, "400.00"));
        ACCOUNTANT.post(API + "/invoices/{id}/payment", PAYMENT, id).statusCode(200);
        assertEquals("600.00", standing("PAID"));
        refused(ENGINEER.post(API + "/invoices/{id}/credit", credit("600.01"), id), 409, "credit-above-invoice", "net");
        ENGINEER.post(API + "/invoices/{id}/credit", credit("600.00"), id).statusCode(201);
        assertEquals("0.00", standing("PAID"));
        assertEquals("0.00", standing("PAYABLE"));
        read(id).body("status", equalTo("PAID")).body("credited.amount", equalTo("1210.00"));
        read(id).body("actions", empty());
        Books.balanced();
    }

    @Test
    void a_credit_note_is_of_an_approved_invoice_and_has_a_number_of_its_own() {
        var waiting = matched(invoice(contract, "1.00"));
        refused(ENGINEER.post(API + "/invoices/{id}/credit", credit("1.00"), waiting), 409, "wrong-state", null);
        var terms = invoice(contract, "3.00");
        var id = approvedInvoice(terms);
        var credit = credit("1.00");
        ENGINEER.post(API + "/invoices/{id}/credit", credit, id).statusCode(201);
        refused(
                ENGINEER.post(API + "/invoices/{id}/credit", credit, id)
                        .body("items[0].detail", not(containsString("override"))),
                409,
                "credit-note-number-taken",
                "number");
        refused(
                ENGINEER.post(API + "/invoices/{id}/credit", with(credit, "net", eur("-1.00")), id),
                400,
                "amount-negative",
                "net");
    }

    @Test
    void suppliers_number_credit_notes_in_a_series_of_its_own() {
        var terms = invoice(contract, "3.00");
        var id = approvedInvoice(terms);
        ENGINEER.post(API + "/invoices/{id}/credit", with(credit("1.00"), "number", terms.get("number")), id)
                .statusCode(201);
        var credit = credit("1.00");
        ENGINEER.post(API + "/invoices/{id}/credit", credit, id).statusCode(201);
        var later = received(with(invoice(contract, "1.00"), "number", credit.get("number")));
        read(later).body("duplicates", empty());
        read(id).body("duplicates", empty());
    }

    // ── Lists ──

    @Test
    void invoices_are_found_by_contract_project_status_supplier_number_and_text() {
        var supplier = unique("S");
        var terms = with(invoice(contract, "3.00"), "supplier.identifier", supplier);
        var id = approvedInvoice(terms);
        var number = (String) terms.get("number");
        for (var list : new String[] {
            "/invoices?contract=" + contract,
            "/invoices?contract=" + reference(contract),
            "/invoices?project=" + project,
            "/invoices?supplier=" + supplier,
            "/invoices?number=" + number,
            "/invoices?status=APPROVED&contract=" + contract,
            "/invoices?gross=3.63&contract=" + contract,
            "/invoices?q=" + number.substring(3),
            "/invoices?q=" + supplier,
            "/contracts/" + contract + "/invoices"
        }) {
            ENGINEER.get(API + list)
                    .statusCode(200)
                    .body("items.id", contains(id))
                    .body("items", hasSize(1));
        }
        ENGINEER.get(API + "/invoices?status=PAID&contract=" + contract).body("items", empty());
        ENGINEER.get(API + "/invoices?gross=3.64&contract=" + contract).body("items", empty());
        refused(ENGINEER.get(API + "/invoices?gross=much"), 400, "amount-malformed", "gross");
        ENGINEER.get(API + "/search?q=" + number).body("id", hasItem(id));
        LATVIAN_ENGINEER.get(API + "/contracts/" + contract + "/invoices").statusCode(404);
    }
}
