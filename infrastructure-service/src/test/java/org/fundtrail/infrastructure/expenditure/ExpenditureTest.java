package org.fundtrail.infrastructure.expenditure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.approvedIn;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.costLine;
import static org.fundtrail.infrastructure.Infrastructure.directCost;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.unique;
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
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

/** What of invoices and direct costs can be claimed. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ExpenditureTest {

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    /** The id of a cost line, of which so much is eligible and so much is not, with this share of the Union. */
    private static String line(String project, String eligible, String notEligible, String share) {
        var terms = with(with(costLine(eligible), "notEligible", eur(notEligible)), "euShare", share);
        return id(ENGINEER.post(API + "/projects/{id}/cost-lines", terms, project));
    }

    /** The id of a contract in force on a cost line. */
    private static String on(String project, String net, String line) {
        var contract =
                id(ENGINEER.post(API + "/projects/{id}/contracts", with(contract(net), "costLine", line), project));
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), contract)
                .statusCode(200);
        return contract;
    }

    private static ValidatableResponse byId(String id) {
        return ENGINEER.get(API + "/expenditure?id={id}", id)
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .rootPath("items[0]");
    }

    private static ValidatableResponse amounts(
            ValidatableResponse item,
            String gross,
            String eligible,
            String credited,
            String ofEligible,
            String ofUnion) {
        return item.body("gross.amount", equalTo(gross))
                .body("eligible.amount", equalTo(eligible))
                .body("credited.amount", equalTo(credited))
                .body("eligibleCredited.amount", equalTo(ofEligible))
                .body("euEligible.amount", equalTo(ofUnion));
    }

    @Test
    void an_invoice_says_what_was_fixed_by_its_approval_and_nothing_before() {
        var project = recordedProject();
        var invoice = matched(invoice(on(project, "1000.00", line(project, "2.00", "1.00", "0.75")), "100.00"));
        amounts(byId(invoice), "121.00", "0.00", "0.00", "0.00", "0.00").body("status", equalTo("MATCHED"));
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "APPROVED"), invoice)
                .statusCode(200);
        amounts(byId(invoice), "121.00", "80.67", "0.00", "0.00", "80.67")
                .body("type", equalTo("INVOICE"))
                .body("project.id", equalTo(project))
                .body("project.type", equalTo("project"))
                .body("institution", equalTo("LT-VRM"))
                .body("status", equalTo("APPROVED"))
                .body("issuedOn", equalTo("2022-02-28"))
                .body("paidOn", nullValue())
                .body("sharesWith", nullValue());
        int version = byId(invoice).extract().path("items[0].version");
        ACCOUNTANT
                .post(API + "/invoices/{id}/payment", Map.of("paidOn", "2022-03-25", "proof", "Order 417"), invoice)
                .statusCode(200);
        byId(invoice)
                .body("status", equalTo("PAID"))
                .body("paidOn", equalTo("2022-03-25"))
                .body("version", equalTo(version + 1));
    }

    @Test
    void credit_notes_take_back_of_the_eligible_in_proportion_and_all_of_it_in_the_end() {
        var project = recordedProject();
        var invoice = paid(invoice(on(project, "1000.00", line(project, "2.00", "1.00", "1")), "100.00"));
        ENGINEER.post(API + "/invoices/{id}/credit", credit("33.33"), invoice).statusCode(201);
        // of 80.67: 80.67 x 40.33 / 121.00 = 26.887...
        amounts(byId(invoice), "121.00", "80.67", "40.33", "26.89", "80.67");
        int version = byId(invoice).extract().path("items[0].version");
        ENGINEER.post(API + "/invoices/{id}/credit", credit("66.67"), invoice).statusCode(201);
        amounts(byId(invoice), "121.00", "80.67", "121.00", "80.67", "80.67").body("version", equalTo(version + 1));
    }

    @Test
    void what_counts_on_a_line_without_a_share_of_the_union_is_not_for_its_funds() {
        var project = recordedProject();
        var national = line(project, "5.00", "0.00", "0");
        amounts(
                byId(approvedInvoice(invoice(on(project, "1000.00", national), "100.00"))),
                "121.00",
                "121.00",
                "0.00",
                "0.00",
                "0.00");
        // its own cost line, where the contract is on none
        var own = with(invoice(inForce(project, "100.00"), "100.00"), "costLine", national);
        amounts(byId(approvedInvoice(own)), "121.00", "121.00", "0.00", "0.00", "0.00");
        var cost = approvedIn("direct-costs", project, directCost(national, "3.00"));
        amounts(byId(cost), "3.00", "3.00", "0.00", "0.00", "0.00");
    }

    @Test
    void an_invoice_on_several_lines_is_for_the_union_as_far_as_it_counts_on_lines_of_the_union() {
        var project = recordedProject();
        var union = line(project, "5.00", "0.00", "0.75");
        var national = line(project, "1.00", "1.00", "0");
        var terms =
                with(contract("100.00"), "schedule", List.of(row("1", "60.00", union), row("2", "40.00", national)));
        var contract = id(ENGINEER.post(API + "/projects/{id}/contracts", terms, project));
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), contract)
                .statusCode(200);
        // with VAT: 6.05 of 10.08 less what is not eligible
        var invoice = approvedInvoice(invoice(contract, "10.00"));
        amounts(byId(invoice), "12.10", "9.68", "0.00", "0.00", "7.26");
        var lowered = matched(invoice(contract, "10.00"));
        APPROVER.post(
                        API + "/invoices/{id}/approval",
                        Map.of("outcome", "APPROVED", "eligible", eur("4.84"), "reason", "Half of it"),
                        lowered)
                .statusCode(200);
        amounts(byId(lowered), "12.10", "4.84", "0.00", "0.00", "3.63");
    }

    private static Map<String, Object> row(String line, String amount, String costLine) {
        return Map.of(
                "line",
                line,
                "description",
                "Works",
                "unit",
                "set",
                "quantity",
                "1",
                "price",
                eur(amount),
                "costLine",
                costLine);
    }

    @Test
    void a_direct_cost_is_eligible_by_the_share_of_its_line() {
        var project = recordedProject();
        var cost = approvedIn("direct-costs", project, directCost(line(project, "2.00", "1.00", "0.75"), "1.00"));
        amounts(byId(cost), "1.00", "0.67", "0.00", "0.00", "0.67")
                .body("type", equalTo("DIRECT_COST"))
                .body("status", equalTo("APPROVED"))
                .body("number", notNullValue())
                .body("paidOn", nullValue());
    }

    @Test
    void of_a_project_what_can_be_claimed_page_after_page_by_the_day_of_the_paper() {
        var project = recordedProject();
        var line = line(project, "5.00", "0.00", "0.75");
        var contract = on(project, "1000.00", line);
        var later = paid(with(invoice(contract, "1.00"), "issuedOn", "2022-03-01"));
        var cost = approvedIn("direct-costs", project, directCost(line, "3.00")); // of 2021-11-30
        var earlier = approvedInvoice(with(invoice(contract, "1.00"), "issuedOn", "2021-10-01"));
        received(invoice(contract, "1.00"));
        id(ENGINEER.post(API + "/projects/{id}/direct-costs", directCost(line, "4.00"), project));
        var reference = ENGINEER.get(API + "/projects/{id}", project).extract().<String>path("reference");
        for (var named : List.of(project, reference)) {
            var read = new ArrayList<String>();
            String next = null;
            do {
                var page = OFFICER.get(
                                API + "/expenditure?limit=1&project=" + named + (next == null ? "" : "&after=" + next))
                        .statusCode(200)
                        .extract();
                read.addAll(page.<List<String>>path("items.id"));
                next = page.path("next");
            } while (next != null);
            assertEquals(List.of(earlier, cost, later), read);
        }
        AUDITOR.get(API + "/expenditure?project=" + project)
                .body("items.size()", equalTo(3))
                .body("next", nullValue());
        LATVIAN_ENGINEER
                .get(API + "/expenditure?project=" + project)
                .statusCode(200)
                .body("items", empty());
        LATVIAN_ENGINEER.get(API + "/expenditure?id=" + later).statusCode(200).body("items", empty());
        ENGINEER.get(API + "/expenditure?id={a}&id={b}&id={c}&id={a}", later, cost, UUID.randomUUID(), later)
                .body("items.id", containsInAnyOrder(later, cost));
    }

    @Test
    void what_is_asked_for_wrongly_is_refused() {
        var some = UUID.randomUUID().toString();
        refused(ENGINEER.get(API + "/expenditure"), 400, "required", "project");
        refused(ENGINEER.get(API + "/expenditure?project=X&id=" + some), 400, "malformed-value", "id");
        refused(ENGINEER.get(API + "/expenditure?id=none"), 400, "malformed-value", "id");
        refused(ENGINEER.get(API + "/expenditure?project=X&after=nonsense"), 400, "cursor-malformed", "after");
        refused(ENGINEER.get(API + "/expenditure?project=X&limit=201"), 400, "limit-out-of-range", "limit");
        var many = new StringBuilder("/expenditure?id=" + some);
        for (int n = 0; n < 200; n++) {
            many.append("&id=").append(UUID.randomUUID());
        }
        refused(ENGINEER.get(API + many), 400, "limit-out-of-range", "id");
    }

    @Test
    void parts_are_rounded_half_up() {
        assertEquals(Money.eur("0.01"), Item.inProportion(Money.eur("0.01"), Money.eur("1.00"), Money.eur("2.00")));
        assertEquals(Money.eur("0.33"), Item.inProportion(Money.eur("1.00"), Money.eur("1.00"), Money.eur("3.00")));
        assertEquals(Money.zero(), Item.inProportion(Money.eur("1.00"), Money.eur("1.00"), Money.zero()));
    }

    @Test
    void
            an_invoice_of_a_number_that_was_used_shares_with_the_first_unless_its_approver_says_that_it_is_another_paper() {
        var project = recordedProject();
        var contract = on(project, "1000.00", line(project, "5.00", "0.00", "0.75"));
        var terms = with(invoice(contract, "10.00"), "supplier.identifier", String.valueOf(System.nanoTime()));
        var first = approvedInvoice(terms);
        var again = with(terms, "override", Map.of("reason", "Their numbers began anew"));
        var same = matched(again);
        byId(same).body("sharesWith", nullValue());
        APPROVER.get(API + "/approvals?type=invoice&limit=200&sort=recordedAt")
                .body("items.find { it.id == '" + same + "' }.override", equalTo(true));
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "APPROVED"), same)
                .statusCode(200)
                .body("anotherPaper", equalTo(false))
                .body("sharesWith.id", equalTo(first));
        byId(same).body("sharesWith", equalTo(first));
        var other = matched(again);
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "APPROVED", "anotherPaper", true), other)
                .statusCode(200)
                .body("anotherPaper", equalTo(true))
                .body("sharesWith", nullValue());
        byId(other).body("sharesWith", nullValue());
        byId(first).body("sharesWith", nullValue());
        AUDITOR.get(API + "/entries?subject=" + other)
                .body("items.find { it.action == 'invoice.approved' }.changes.field", hasItem("anotherPaper"));
        AUDITOR.get(API + "/entries?subject=" + same)
                .body(
                        "items.find { it.action == 'invoice.approved' }.changes.find { it.field == 'sharesWithId' }.after",
                        equalTo(first));
    }

    @Test
    void whichever_is_approved_first_has_what_can_be_claimed_and_keeps_it() {
        var project = recordedProject();
        var contract = on(project, "1000.00", line(project, "5.00", "0.00", "0.75"));
        var terms = with(invoice(contract, "10.00"), "supplier.identifier", String.valueOf(System.nanoTime()));
        var first = matched(terms);
        var again = with(terms, "override", Map.of("reason", "Their numbers began anew"));
        var second = approvedInvoice(again);
        var third = matched(again);
        byId(second).body("sharesWith", nullValue());
        approve(first).body("anotherPaper", nullValue()).body("sharesWith.id", equalTo(second));
        approve(third).body("sharesWith.id", equalTo(second));
        byId(first).body("sharesWith", equalTo(second));
        byId(third).body("sharesWith", equalTo(second));
    }

    @Test
    void of_those_that_are_approved_at_the_same_time_one_is_the_first() {
        var project = recordedProject();
        var line = line(project, "5.00", "0.00", "0.75");
        var supplier = String.valueOf(System.nanoTime());
        var number = unique("N");
        var waiting = new ArrayList<String>();
        for (int n = 0; n < 6; n++) { // each on a contract of its own, which nobody else locks
            var terms = with(
                    with(invoice(on(project, "100.00", line), "10.00"), "supplier.identifier", supplier),
                    "number",
                    number);
            waiting.add(
                    matched(n == 0 ? terms : with(terms, "override", Map.of("reason", "Their numbers began anew"))));
        }
        var all = waiting.parallelStream()
                .map(id -> APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "APPROVED"), id)
                        .statusCode(200)
                        .extract()
                        .<String>path("sharesWith.id"))
                .toList();
        var sharing = all.stream().filter(Objects::nonNull).distinct().toList();
        assertEquals(1, all.stream().filter(Objects::isNull).count(), all::toString);
        assertEquals(List.of(waiting.get(all.indexOf(null))), sharing);
    }

    private static ValidatableResponse approve(String invoice) {
        return APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "APPROVED"), invoice)
                .statusCode(200);
    }

    @Test
    void another_paper_than_none_is_refused() {
        var contract = inForce(recordedProject(), "10.00");
        var invoice = matched(invoice(contract, "10.00"));
        refused(
                APPROVER.post(
                        API + "/invoices/{id}/approval", Map.of("outcome", "APPROVED", "anotherPaper", true), invoice),
                409,
                "not-overriding",
                "anotherPaper");
        APPROVER.get(API + "/approvals?type=invoice&limit=200")
                .body("items.find { it.id == '" + invoice + "' }.override", equalTo(false));
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "APPROVED", "anotherPaper", false), invoice)
                .statusCode(200)
                .body("anotherPaper", nullValue());
    }
}
