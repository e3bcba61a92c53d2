package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.approvedIn;
import static org.fundtrail.infrastructure.Infrastructure.directCost;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.certificate.Certified.advanced;
import static org.fundtrail.infrastructure.certificate.Certified.approved;
import static org.fundtrail.infrastructure.certificate.Certified.certifiable;
import static org.fundtrail.infrastructure.certificate.Certified.certificate;
import static org.fundtrail.infrastructure.certificate.Certified.decide;
import static org.fundtrail.infrastructure.certificate.Certified.proposed;
import static org.fundtrail.infrastructure.certificate.Certified.terms;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.Invoicing;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Crowd.Sent;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** The last certificate of a contract, and a direct cost, are undone by a second person from the day on which they say so. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ReversalTest {
    @Inject
    Balances balances;

    /** What stands on the accounts of a contract and of its certificates, but for what is nothing. */
    private Map<String, BigDecimal> books(String... owners) {
        var found = new TreeMap<String, BigDecimal>();
        balances.of(Stream.of(owners).map(UUID::fromString).toList())
                .values()
                .forEach(kinds -> kinds.forEach((kind, amount) -> found.merge(kind, amount, BigDecimal::add)));
        found.values().removeIf(amount -> amount.signum() == 0);
        return found;
    }

    private static ValidatableResponse reverse(String at) {
        return ENGINEER.post(API + at + "/steps", Map.of("step", "REVERSE", "reason", "Wrongly measured"));
    }

    private static String id(ValidatableResponse answer) {
        return answer.extract().path("id");
    }

    @Test
    void after_the_reversal_of_the_last_certificate_the_books_are_as_before_it_and_the_next_one_has_its_number() {
        var contract = certifiable("1000.00", terms("100.00", "200.00"));
        advanced(contract);
        approved(contract, certificate("1", "2021-10-31", "1", "300.00"));
        var before = books(contract);
        var id = id(approved(contract, certificate("2", "2021-11-30", "1", "700.00")));
        var between = books(contract);
        reverse("/certificates/" + id).statusCode(200).body("status", equalTo("REVERSAL_PROPOSED"));
        assertEquals(between, books(contract));
        decide(id, "APPROVED")
                .statusCode(200)
                .body("status", equalTo("REVERSED"))
                .body("actions", empty());
        assertEquals(before, books(contract));
        assertEquals(Map.of(), books(id));
        ENGINEER.get(API + "/entries?subject=" + id)
                .body(
                        "items.action",
                        contains(
                                "certificate.recorded",
                                "certificate.approved",
                                "certificate.reversal-proposed",
                                "certificate.reversed"))
                .body(
                        "items[3].effectiveDate",
                        equalTo(LocalDate.now(Time.VILNIUS).toString()));
        var entries = ENGINEER.get(API + "/entries?subject=" + id).extract().jsonPath();
        assertEquals(entries.getString("items[1].id"), entries.getString("items[3].reverses.id"));
        assertEquals(entries.getList("items[1].postings.debit"), entries.getList("items[3].postings.credit"));
        assertEquals(entries.getList("items[1].postings.credit"), entries.getList("items[3].postings.debit"));
        approved(contract, certificate("2", "2021-11-30", "1", "400.00"))
                .body("lines[0].previous.amount", equalTo("300.00"))
                .body("lines[0].current.amount", equalTo("100.00"));
        Books.balanced();
    }

    @Test
    void what_a_later_certificate_or_an_invoice_is_built_on_is_not_reversed() {
        var contract = certifiable("1000.00", null);
        var first = id(approved(contract, certificate("1", "2021-10-31", "1", "300.00")));
        var second = proposed(contract, certificate("2", "2021-11-30", "1", "500.00"));
        reverse("/certificates/" + first)
                .statusCode(409)
                .body("code", equalTo("reversal-built-on"))
                .body("params.records", containsString("/2"));
        decide(second, "APPROVED").statusCode(200);
        reverse("/certificates/" + first).statusCode(409).body("code", equalTo("reversal-built-on"));
        var invoice = Invoicing.invoice(contract, "10.00", second);
        reverse("/certificates/" + second).statusCode(200);
        decide(second, "REJECTED").statusCode(200).body("status", equalTo("APPROVED"));
        Invoicing.matched(invoice);
        reverse("/certificates/" + second)
                .statusCode(409)
                .body("code", equalTo("reversal-built-on"))
                .body("params.records", equalTo(invoice.get("number")));
    }

    @Test
    void an_advance_is_reversed_until_works_are_certified_after_it() {
        var contract = certifiable("1000.00", terms("100.00", "200.00"));
        var advance = id(approved(contract, Map.of("number", "0", "advance", true)));
        reverse("/certificates/" + advance).statusCode(200);
        decide(advance, "APPROVED").statusCode(200);
        assertEquals(null, books(contract).get(CostAccount.PAYABLE.name()));
        var again = id(approved(contract, Map.of("number", "0", "advance", true)));
        approved(contract, certificate("1", "2021-10-31", "1", "300.00"));
        reverse("/certificates/" + again).statusCode(409).body("code", equalTo("reversal-built-on"));
    }

    private static Map<String, Object> takingOver(String number, String periodTo, String done) {
        return with(certificate(number, periodTo, "1", done), "takingOver", true);
    }

    private static ValidatableResponse reach(String contract, String stage, String on) {
        return ENGINEER.post(API + "/contracts/" + contract + "/steps", Map.of("step", stage, "on", on));
    }

    private static void standsSince(String contract, String stage, String since) {
        ENGINEER.get(API + "/contracts/" + contract)
                .body("stage", equalTo(stage))
                .body("stageSince", equalTo(since));
    }

    @Test
    void the_reversal_of_a_taking_over_puts_the_contract_back_and_holds_back_all_of_the_retention() {
        var contract = certifiable("1000.00", terms("100.00", "200.00"));
        reach(contract, "PERFORMING", "2021-10-01").statusCode(200);
        var id = id(
                approved(contract, takingOver("1", "2021-11-30", "400.00")).body("released.amount", equalTo("20.00")));
        standsSince(contract, "TAKEN_OVER", "2021-11-30");
        reverse("/certificates/" + id).statusCode(200);
        decide(id, "APPROVED").statusCode(200);
        standsSince(contract, "PERFORMING", "2021-10-01");
        ENGINEER.get(API + "/entries?subject=" + contract)
                .body("items[-1].action", equalTo("contract.taking-over-reversed"));
        approved(contract, certificate("2", "2021-11-30", "1", "400.00"))
                .body("released.amount", equalTo("0.00"))
                .body("parameters.released", equalTo("NONE"));
        Books.balanced();
    }

    @Test
    void a_contract_without_a_further_stage_is_signed_again_when_its_taking_over_is_reversed() {
        var contract = certifiable("1000.00", null);
        var id = id(approved(contract, takingOver("1", "2021-11-30", "400.00")));
        reverse("/certificates/" + id).statusCode(200);
        decide(id, "APPROVED").statusCode(200);
        standsSince(contract, "SIGNED", "2021-09-13");
    }

    @Test
    void a_taking_over_is_not_reversed_once_the_contract_has_come_further() {
        var contract = certifiable("1000.00", null);
        var id = id(approved(contract, takingOver("1", "2021-11-30", "400.00")));
        reverse("/certificates/" + id).statusCode(200);
        reach(contract, "DEFECTS_PERIOD", "2021-12-01").statusCode(200);
        refused(
                APPROVER.post(API + "/certificates/" + id + "/decision", Map.of("outcome", "APPROVED")),
                409,
                "contract-beyond-taking-over",
                null);
        decide(id, "REJECTED").statusCode(200).body("status", equalTo("APPROVED"));
        refused(reverse("/certificates/" + id), 409, "contract-beyond-taking-over", null);
        standsSince(contract, "DEFECTS_PERIOD", "2021-12-01");
    }

    @Test
    void works_are_taken_over_no_earlier_than_the_contract_came_to_where_it_was() {
        var contract = certifiable("1000.00", null);
        reach(contract, "PERFORMING", "2021-12-15").statusCode(200);
        approved(contract, takingOver("1", "2021-11-30", "400.00"));
        standsSince(contract, "TAKEN_OVER", "2021-12-15");
    }

    @Test
    void a_certificate_is_reversed_or_invoiced_by_whoever_comes_first_and_never_both() {
        for (int round = 0; round < 4; round++) {
            var contract = certifiable("1000.00", null);
            var id = id(approved(contract, certificate("1", "2021-10-31", "1", "300.00")));
            var invoice = Invoicing.received(Invoicing.invoice(contract, "300.00", id));
            reverse("/certificates/" + id).statusCode(200);
            var heard = Crowd.atOnce(List.of(
                    Sent.of(APPROVER, API + "/certificates/" + id + "/decision", "{\"outcome\": \"APPROVED\"}"),
                    Sent.of(INSPECTOR, API + "/invoices/" + invoice + "/match", "{}")));
            assertEquals(1, heard.stream().filter(one -> one.status() == 200).count(), () -> heard.toString());
        }
        Books.balanced();
    }

    @Test
    void a_direct_cost_is_an_actual_cost_until_its_reversal_is_approved_and_was_one_as_of_the_days_before() {
        var project = recordedProject();
        var line = recordedCostLine(project, "1.00");
        var id = approvedIn("direct-costs", project, directCost(line, "550.00"));
        var at = "/direct-costs/" + id;
        refused(ENGINEER.post(API + at + "/steps", Map.of("step", "REVERSE")), 400, "reason-required", "reason");
        reverse(at).statusCode(200).body("status", equalTo("REVERSAL_PROPOSED"));
        assertEquals(new BigDecimal("550.00"), books(id).get("DIRECT_ACTUAL"));
        ENGINEER.get(API + "/expenditure?id=" + id).body("items[0].credited.amount", equalTo("0.00"));
        var both = new Person("engineer", "approver", "LT-VRM");
        refused(both.post(API + at + "/decision", Map.of("outcome", "APPROVED")), 403, "own-record", null);
        APPROVER.post(API + at + "/decision", Map.of("outcome", "APPROVED"))
                .statusCode(200)
                .body("status", equalTo("REVERSED"));
        assertEquals(Map.of(), books(id));
        var expenditure = ENGINEER.get(API + "/expenditure?id=" + id).extract().jsonPath();
        assertEquals("550.00", expenditure.getString("items[0].credited.amount"));
        assertEquals(
                expenditure.getString("items[0].eligible.amount"),
                expenditure.getString("items[0].eligibleCredited.amount"));
        ENGINEER.get(API + "/entries?subject=" + id)
                .body("items[3].action", equalTo("direct-cost.reversed"))
                .body("items[3].postings.debit", contains("DIRECT_ACTUAL/" + id + "/" + line + "/EUR"));
        var today = LocalDate.now(Time.VILNIUS);
        var then = ENGINEER.get(API + "/projects/" + project + "/cost-report?asOf=" + today.minusDays(1));
        var now = ENGINEER.get(API + "/projects/" + project + "/cost-report?asOf=" + today);
        then.statusCode(200).body(containsString("550.00"));
        assertEquals(false, now.statusCode(200).extract().asString().contains("550.00"));
    }

    @Test
    void of_many_who_decide_on_it_at_once_one_does() {
        var project = recordedProject();
        var id = approvedIn("direct-costs", project, directCost(recordedCostLine(project, "1.00"), "5.00"));
        reverse("/direct-costs/" + id).statusCode(200);
        Crowd.with(
                200,
                1,
                Crowd.atOnce(IntStream.range(0, 8)
                        .mapToObj(n -> Sent.of(
                                new Person("approver-" + n, "approver", "LT-VRM"),
                                API + "/direct-costs/" + id + "/decision",
                                "{\"outcome\": \"APPROVED\"}"))
                        .toList()));
        Books.balanced();
    }
}
