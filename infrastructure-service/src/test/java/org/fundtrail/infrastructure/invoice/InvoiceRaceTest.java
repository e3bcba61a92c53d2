package org.fundtrail.infrastructure.invoice;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Invoicing.approvedInvoice;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.matched;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Crowd.Sent;
import org.junit.jupiter.api.Test;

/** Many at once: whoever wins, no more is invoiced than is accepted, nothing twice, and no more taken back than is left. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class InvoiceRaceTest {
    private static final String APPROVED = "{\"outcome\": \"APPROVED\"}";

    private static String json(Object body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void of_two_invoices_that_race_for_the_last_euro_of_a_contract_one_is_refused() {
        for (int n = 0; n < 5; n++) {
            var contract = inForce(recordedProject(), "1.00");
            var both = Stream.of(matched(invoice(contract, "1.00")), matched(invoice(contract, "1.00")))
                    .map(id -> Sent.of(APPROVER, API + "/invoices/" + id + "/approval", APPROVED))
                    .toList();
            var heard = Crowd.atOnce(both);
            Crowd.with(200, 1, heard);
            for (var refused : Crowd.with(409, 1, heard)) {
                assertEquals("invoice-above-contract", refused.code());
                Books.nothingOf(refused.sent().key());
            }
        }
        Books.balanced();
    }

    @Test
    void of_sixteen_who_record_one_number_at_once_one_does() {
        var contract = inForce(recordedProject(), "100.00");
        var terms = json(invoice(contract, "1.00"));
        var heard = Crowd.atOnce(IntStream.range(0, 16)
                .mapToObj(n -> Sent.of(n % 2 == 0 ? ENGINEER : INSPECTOR, API + "/invoices", terms))
                .toList());
        Crowd.with(201, 1, heard);
        Crowd.with(409, 15, heard).forEach(late -> assertEquals("invoice-number-taken", late.code()));
    }

    /** On contracts of their own, where no lock of a contract keeps them apart: the database does. */
    @Test
    void of_two_who_record_one_number_on_two_contracts_one_does() {
        for (int n = 0; n < 5; n++) {
            var first = invoice(inForce(recordedProject(), "1.00"), "1.00");
            var second = new java.util.HashMap<>(first);
            second.put("contract", inForce(recordedProject(), "1.00"));
            var heard = Crowd.atOnce(List.of(
                    Sent.of(ENGINEER, API + "/invoices", json(first)),
                    Sent.of(INSPECTOR, API + "/invoices", json(second))));
            Crowd.with(201, 1, heard);
            Crowd.with(409, 1, heard).forEach(late -> assertEquals("invoice-number-taken", late.code()));
        }
    }

    /** On invoices of two contracts, where no lock keeps them apart: the database does. */
    @Test
    void of_two_who_record_one_number_of_a_credit_note_one_does() {
        for (int n = 0; n < 5; n++) {
            var first = approvedInvoice(invoice(inForce(recordedProject(), "1.00"), "1.00"));
            var second = approvedInvoice(invoice(inForce(recordedProject(), "1.00"), "1.00"));
            var note = json(credit("1.00"));
            var heard = Crowd.atOnce(List.of(
                    Sent.of(ENGINEER, API + "/invoices/" + first + "/credit", note),
                    Sent.of(INSPECTOR, API + "/invoices/" + second + "/credit", note)));
            Crowd.with(201, 1, heard);
            Crowd.with(409, 1, heard).forEach(late -> assertEquals("credit-note-number-taken", late.code()));
        }
    }

    @Test
    void credit_notes_and_a_payment_that_come_at_once_never_take_more_than_there_is() {
        var id = approvedInvoice(invoice(inForce(recordedProject(), "10.00"), "10.00"));
        var credits = IntStream.range(0, 8)
                .mapToObj(n -> Sent.of(ENGINEER, API + "/invoices/" + id + "/credit", json(credit("3.00"))));
        var payment = Stream.of(Sent.of(
                ACCOUNTANT,
                API + "/invoices/" + id + "/payment",
                json(Map.of("paidOn", "2022-03-25", "proof", "Order 417"))));
        var heard = Crowd.atOnce(Stream.concat(credits, payment).toList());
        Crowd.with(201, 3, heard);
        Crowd.with(200, 1, heard);
        Crowd.with(409, 5, heard).forEach(late -> assertEquals("credit-above-invoice", late.code()));
        ENGINEER.get(API + "/invoices/{id}", id)
                .body("credited.amount", equalTo("10.89"))
                .body("status", equalTo("PAID"));
        Books.balanced();
    }
}
