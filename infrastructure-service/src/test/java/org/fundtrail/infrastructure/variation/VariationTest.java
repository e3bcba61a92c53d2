package org.fundtrail.infrastructure.variation;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_APPROVER;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.approvedVariation;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.costLine;
import static org.fundtrail.infrastructure.Infrastructure.entries;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.proposedCertificate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.variation;
import static org.fundtrail.infrastructure.Infrastructure.varied;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class VariationTest {
    private static final String OF = API + "/contracts/{id}/variations";
    private static final String ONE = API + "/variations/{id}";
    private static final Map<String, String> APPROVE = Map.of("outcome", "APPROVED");
    private static final Map<String, String> RETURN = Map.of("outcome", "RETURNED", "reason", "The annex is missing");
    private static final Map<String, String> REJECT = Map.of("outcome", "REJECTED", "reason", "Not agreed");
    private static final String TODAY = "9999-12-31";

    @Inject
    Time time;

    private static ValidatableResponse decided(String id, Map<String, String> decision) {
        return APPROVER.post(ONE + "/decision", decision, id);
    }

    private static ValidatableResponse step(Person by, String id, Map<String, String> step) {
        return by.post(ONE + "/steps", step, id);
    }

    /** What stood on the accounts of a contract by the end of a day, all rows together. */
    private static String standing(String contract, String kind, String day) {
        return Books.rows("""
                        SELECT coalesce(sum(CASE WHEN p.credit = a.id THEN p.amount ELSE -p.amount END), 0)::numeric(19, 2)
                        FROM journal.account a JOIN journal.posting p ON a.id IN (p.debit, p.credit)
                        WHERE a.owner = ? AND a.kind = ? AND p.effective_date <= ?""", UUID.fromString(contract), kind, Date.valueOf(day))
                .get(0)
                .get(0)
                .toString();
    }

    private static void stands(String contract, String day, String... kindsAndAmounts) {
        for (int n = 0; n < kindsAndAmounts.length; n += 2) {
            assertEquals(
                    kindsAndAmounts[n + 1],
                    standing(contract, kindsAndAmounts[n], day),
                    kindsAndAmounts[n] + " by " + day);
        }
    }

    @Test
    void a_variation_is_recorded_by_a_project_officer_and_counts_once_somebody_else_approves_it() {
        var project = recordedProject();
        var contract = inForce(project, "30000000.00");
        var reference =
                ENGINEER.get(API + "/contracts/{id}", contract).extract().<String>path("reference");
        var id = ENGINEER.post(OF, variation("PENDING", "1200000.05"), contract)
                .statusCode(201)
                .header("Location", containsString(API + "/variations/"))
                .body("reference", equalTo(reference + "/V1"))
                .body("contract.id", equalTo(contract))
                .body("contract.project.id", equalTo(project))
                .body("class", equalTo("VARIATION"))
                .body("status", equalTo("PENDING"))
                .body("net.amount", equalTo("1200000.05"))
                .body("vat.amount", equalTo("252000.01"))
                .body("gross.amount", equalTo("1452000.06"))
                .body("costLine", nullValue())
                .body("on", equalTo("2022-03-01"))
                .body("original.amount", equalTo("30000000.00"))
                .body("together.amount", equalTo("1200000.05"))
                .body("share", equalTo("0.04"))
                .body("warnings", empty())
                .body("ownRecord", is(true))
                .body("actions", contains("withdraw"))
                .extract()
                .<String>path("id");
        stands(contract, TODAY, "PENDING_VARIATIONS", "1200000.05", "APPROVED_VARIATIONS", "0.00");
        ENGINEER.get(API + "/projects/{id}", project).body("contracted.amount", equalTo("36300000.00"));

        APPROVER.get(ONE, id).header("ETag", equalTo("\"0\"")).body("actions", contains("decide"));
        decided(id, APPROVE)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("together.amount", equalTo("1200000.05"))
                .body("decidedBy.name", equalTo("Name of approver"));
        stands(
                contract,
                TODAY,
                "PENDING_VARIATIONS",
                "0.00",
                "APPROVED_VARIATIONS",
                "1200000.05",
                "PRICE_ADJUSTMENTS",
                "0.00",
                "CONTRACTED",
                "31200000.05",
                "CONTRACTED_VAT",
                "6552000.01",
                "ORIGINAL_COMMITMENTS",
                "30000000.00");
        ENGINEER.get(API + "/projects/{id}", project).body("contracted.amount", equalTo("37752000.06"));
        ENGINEER.get(OF, contract).body("items.id", contains(id));
        AUDITOR.get(API + "/entries?subject={id}", id)
                .body("items.action", contains("variation.proposed", "variation.approved"))
                .body("items.effectiveDate", contains("2022-03-01", "2022-03-01"))
                .body("items[1].parent.id", equalTo(contract))
                .body("items[1].postings.credit", not(empty()))
                .body("items[1].postings[2].debit", startsWith("SIGNED/" + contract + "/" + project));
    }

    @Test
    void contracts_projects_and_the_position_say_what_is_contracted_with_variations_as_of_the_days_before_and_after() {
        var project = recordedProject();
        var contract = inForce(project, "100.00"); // 121.00 with VAT, signed on 2021-09-13
        approvedVariation(contract, variation("PENDING", "10.00"));
        approvedVariation(contract, with(variation("PENDING", "-30.00"), "on", "2022-05-01"));
        Map.of(
                        "2021-09-12",
                        "0.00",
                        "2021-09-13",
                        "121.00",
                        "2022-02-28",
                        "121.00",
                        "2022-03-01",
                        "133.10",
                        "2022-04-30",
                        "133.10",
                        "2022-05-01",
                        "96.80",
                        time.today().toString(),
                        "96.80")
                .forEach((day, contracted) -> {
                    for (var list :
                            List.of("/contracts?project=" + project, "/projects/" + project + "/contracts?limit=50")) {
                        var page = ENGINEER.get(API + list + "&asOf=" + day).statusCode(200);
                        page.body("total.amount", equalTo(contracted));
                        page.body("items.counted.amount", contracted.equals("0.00") ? empty() : contains(contracted));
                    }
                    ENGINEER.get(API + "/position?asOf=" + day)
                            .body(
                                    "projects.find { it.id == '" + project + "' }.contracted.amount",
                                    equalTo(contracted));
                });
        ENGINEER.get(API + "/projects/{id}", project).body("contracted.amount", equalTo("96.80"));
    }

    @Test
    void what_is_potential_is_submitted_on_its_day_and_decided_only_then() {
        var contract = inForce(recordedProject(), "100.00");
        var id = varied(contract, variation("POTENTIAL", "20.00"));
        stands(contract, TODAY, "POTENTIAL_CHANGES", "20.00", "PENDING_VARIATIONS", "0.00");
        ENGINEER.get(ONE, id).body("status", equalTo("POTENTIAL")).body("actions", contains("submit", "withdraw"));
        decided(id, APPROVE).statusCode(409).body("code", equalTo("wrong-state"));
        APPROVER.get(API + "/approvals?limit=200").body("items.findAll { it.id == '" + id + "' }", empty());
        ENGINEER.get(API + "/returned").body("findAll { it.id == '" + id + "' }", empty());
        refused(step(INSPECTOR, id, Map.of("step", "SUBMIT", "on", "2022-02-28")), 400, "end-before-start", "on");
        refused(step(INSPECTOR, id, Map.of("step", "SUBMIT", "on", "2099-01-01")), 400, "date-in-future", "on");

        step(INSPECTOR, id, Map.of("step", "SUBMIT", "on", "2022-06-01"))
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("on", equalTo("2022-06-01"));
        APPROVER.get(API + "/approvals?limit=200&type=variation")
                .body("items.find { it.id == '" + id + "' }.amount.amount", equalTo("24.20"));
        decided(id, APPROVE).statusCode(200);
        stands(contract, "2022-05-31", "POTENTIAL_CHANGES", "20.00", "APPROVED_VARIATIONS", "0.00");
        stands(
                contract,
                "2022-06-01",
                "POTENTIAL_CHANGES",
                "0.00",
                "PENDING_VARIATIONS",
                "0.00",
                "APPROVED_VARIATIONS",
                "20.00",
                "CONTRACTED",
                "120.00");
        for (var author : List.of("engineer", "inspector")) {
            new Person(author, Role.APPROVER, "LT-VRM")
                    .get(ONE, id)
                    .body("ownRecord", is(true))
                    .body("actions", empty());
        }
    }

    @Test
    void whoever_recorded_submitted_or_changed_it_does_not_decide_on_it() {
        var contract = inForce(recordedProject(), "100.00");
        var id = varied(contract, variation("POTENTIAL", "20.00"));
        step(INSPECTOR, id, Map.of("step", "SUBMIT")).statusCode(200);
        int before = entries();
        for (var author : List.of("engineer", "inspector")) {
            new Person(author, Role.APPROVER, "LT-VRM")
                    .post(ONE + "/decision", APPROVE, id)
                    .statusCode(403)
                    .body("code", equalTo("own-record"));
        }
        assertEquals(before, entries());
        step(INSPECTOR, id, Map.of("step", "WITHDRAW")).statusCode(200);
    }

    @Test
    void what_was_returned_is_not_pending_until_it_is_changed() {
        var contract = inForce(recordedProject(), "100.00");
        var id = varied(contract, variation("PENDING", "20.00"));
        decided(id, RETURN).statusCode(200).body("status", equalTo("RETURNED"));
        stands(contract, TODAY, "PENDING_VARIATIONS", "0.00");
        ENGINEER.get(API + "/returned").body("find { it.id == '" + id + "' }.reason", equalTo("The annex is missing"));
        INSPECTOR
                .put("\"0\"", ONE, variation("PENDING", "21.00"), id)
                .statusCode(412)
                .body("code", equalTo("stale"));
        INSPECTOR
                .put("\"1\"", ONE, with(variation("POTENTIAL", "-21.00"), "class", "PRICE_ADJUSTMENT"), id)
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("class", equalTo("PRICE_ADJUSTMENT"))
                .body("gross.amount", equalTo("-25.41"))
                .body("decidedBy", nullValue());
        stands(contract, TODAY, "PENDING_VARIATIONS", "-21.00");
        decided(id, APPROVE).statusCode(200);
        stands(contract, TODAY, "PENDING_VARIATIONS", "0.00", "PRICE_ADJUSTMENTS", "-21.00", "CONTRACTED", "79.00");
    }

    @Test
    void what_is_rejected_or_withdrawn_stands_nowhere() {
        var contract = inForce(recordedProject(), "100.00");
        var rejected = varied(contract, variation("PENDING", "-20.00"));
        decided(rejected, REJECT)
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("together", nullValue())
                .body("warnings", empty());
        var withdrawn = varied(contract, variation("POTENTIAL", "20.00"));
        step(ENGINEER, withdrawn, Map.of("step", "WITHDRAW")).statusCode(200).body("status", equalTo("WITHDRAWN"));
        var returned = varied(contract, variation("PENDING", "3.00"));
        decided(returned, RETURN).statusCode(200);
        step(ENGINEER, returned, Map.of("step", "WITHDRAW")).statusCode(200);
        for (var day : List.of("2022-03-01", TODAY)) {
            stands(
                    contract,
                    day,
                    "POTENTIAL_CHANGES",
                    "0.00",
                    "PENDING_VARIATIONS",
                    "0.00",
                    "APPROVED_VARIATIONS",
                    "0.00",
                    "CONTRACTED",
                    "100.00");
        }
    }

    @Test
    void adjusted_prices_are_counted_apart_and_pass_no_threshold() {
        var contract = inForce(recordedProject(), "100.00");
        var adjusted = approvedVariation(contract, with(variation("PENDING", "60.00"), "class", "PRICE_ADJUSTMENT"));
        ENGINEER.get(ONE, adjusted)
                .body("together", nullValue())
                .body("share", nullValue())
                .body("warnings", empty());
        var varied = varied(contract, variation("PENDING", "5.00"));
        ENGINEER.get(ONE, varied)
                .body("together.amount", equalTo("5.00"))
                .body("share", equalTo("0.05"))
                .body("warnings", empty());
        stands(contract, TODAY, "PRICE_ADJUSTMENTS", "60.00", "APPROVED_VARIATIONS", "0.00", "CONTRACTED", "160.00");
    }

    // ── Thresholds ──

    @ParameterizedTest
    @CsvSource({
        "NONE,      10.00, ''",
        "NONE,      10.01, TOGETHER_ABOVE_10_PERCENT",
        "NONE,      15.00, TOGETHER_ABOVE_10_PERCENT",
        "NONE,      15.01, TOGETHER_ABOVE_10_PERCENT TOGETHER_ABOVE_15_PERCENT",
        "NONE,      50.00, TOGETHER_ABOVE_10_PERCENT TOGETHER_ABOVE_15_PERCENT",
        "NONE,      50.01, TOGETHER_ABOVE_10_PERCENT TOGETHER_ABOVE_15_PERCENT ABOVE_50_PERCENT",
        "NONE,      -60.00, ''",
        "WORKS,     15.00, ''",
        "WORKS,     15.01, TOGETHER_ABOVE_15_PERCENT",
        "WORKS,     50.01, TOGETHER_ABOVE_15_PERCENT ABOVE_50_PERCENT",
        "SERVICES,  10.00, ''",
        "EQUIPMENT, 10.01, TOGETHER_ABOVE_10_PERCENT"
    })
    void a_threshold_that_is_passed_is_stated_and_not_refused(String category, String net, String warnings) {
        var project = recordedProject();
        var terms = variation("PENDING", net);
        var bought = contract("100.00");
        if (!category.equals("NONE")) {
            bought.put("costLine", lineOf(project, category));
            terms = with(terms, "costLine", lineOf(project, "CONTINGENCY")); // which says nothing of what is bought
        }
        var expected = warnings.isEmpty() ? empty() : contains(warnings.split(" "));
        var id = varied(approvedContract(project, bought), terms);
        APPROVER.get(ONE, id).body("warnings", expected);
        decided(id, APPROVE).statusCode(200).body("warnings", expected);
    }

    private static String lineOf(String project, String category) {
        return ENGINEER.post(API + "/projects/{id}/cost-lines", with(costLine("10.00"), "category", category), project)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String approvedContract(String project, Map<String, Object> contract) {
        var id = ENGINEER.post(API + "/projects/{id}/contracts", contract, project)
                .statusCode(201)
                .extract()
                .<String>path("id");
        APPROVER.post(API + "/contracts/{id}/decision", APPROVE, id).statusCode(200);
        return id;
    }

    @Test
    void small_variations_together_pass_a_threshold_and_what_one_takes_is_less() {
        var contract = inForce(recordedProject(), "100.00");
        approvedVariation(contract, variation("PENDING", "9.00"));
        var second = varied(contract, variation("PENDING", "2.00"));
        ENGINEER.get(ONE, second)
                .body("together.amount", equalTo("11.00"))
                .body("share", equalTo("0.11"))
                .body("warnings", contains("TOGETHER_ABOVE_10_PERCENT"));
        approvedVariation(contract, variation("PENDING", "-4.00"));
        ENGINEER.get(ONE, second).body("together.amount", equalTo("7.00")).body("warnings", empty());
    }

    // ── What is certified stays ──

    @Test
    void more_than_is_open_of_the_contract_is_not_taken_and_two_at_once_do_not_take_it_twice() {
        var contract = inForce(recordedProject(), "10.00");
        var tooMuch = varied(contract, variation("PENDING", "-10.01"));
        int before = entries();
        decided(tooMuch, APPROVE)
                .statusCode(409)
                .body("code", equalTo("variation-below-certified"))
                .body("params.available", equalTo("EUR\u00a010.00"))
                .body("params.amount", equalTo("EUR\u00a010.01"));
        assertEquals(before, entries());
        APPROVER.get(ONE, tooMuch).body("status", equalTo("PENDING"));

        var both = Stream.of("-6.00", "-6.00")
                .map(net -> varied(contract, variation("PENDING", net)))
                .toList();
        var answers = both.stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> decided(id, APPROVE).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertEquals(List.of(200, 409), answers);
        stands(contract, TODAY, "CONTRACTED", "4.00", "APPROVED_VARIATIONS", "-6.00");
    }

    @Test
    void what_a_certificate_has_certified_is_not_taken_back_by_a_variation() {
        var contract = inForce(recordedProject(), "10.00");
        APPROVER.post(API + "/certificates/{id}/decision", APPROVE, proposedCertificate(contract, "1", "8.00"))
                .statusCode(200);
        var tooMuch = varied(contract, with(variation("PENDING", "-2.01"), "class", "PRICE_ADJUSTMENT"));
        decided(tooMuch, APPROVE)
                .statusCode(409)
                .body("code", equalTo("variation-below-certified"))
                .body("params.available", equalTo("EUR\u00a02.00"));
        approvedVariation(contract, variation("PENDING", "-2.00"));
        stands(contract, TODAY, "CONTRACTED", "0.00", "CERTIFIED", "8.00", "APPROVED_VARIATIONS", "-2.00");
    }

    @Test
    void two_that_are_approved_at_once_both_count() {
        var contract = inForce(recordedProject(), "10.00");
        var both = Stream.of("1.00", "2.00")
                .map(net -> varied(contract, variation("PENDING", net)))
                .toList();
        both.stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> decided(id, APPROVE).extract().statusCode()))
                .toList()
                .forEach(answer -> assertEquals(200, answer.join()));
        stands(contract, TODAY, "CONTRACTED", "13.00", "CONTRACTED_VAT", "2.73", "APPROVED_VARIATIONS", "3.00");
    }

    // ── Where in the budget ──

    @Test
    void it_belongs_to_the_cost_line_that_it_names_else_to_that_of_the_first_line_of_the_contract() {
        var project = recordedProject();
        var lines = API + "/projects/{id}/cost-lines";
        var works = ENGINEER.post(lines, costLine("10.00"), project).extract().<String>path("id");
        var other = ENGINEER.post(lines, costLine("10.00"), project).extract().<String>path("id");
        var contract = ENGINEER.post(
                        API + "/projects/{id}/contracts", with(contract("100.00"), "costLine", works), project)
                .extract()
                .<String>path("id");
        APPROVER.post(API + "/contracts/{id}/decision", APPROVE, contract).statusCode(200);
        ENGINEER.get(ONE, varied(contract, variation("PENDING", "1.00"))).body("costLine.id", equalTo(works));
        var id = approvedVariation(contract, with(variation("PENDING", "2.00"), "costLine", other));
        ENGINEER.get(ONE, id).body("costLine.id", equalTo(other));
        AUDITOR.get(API + "/entries?subject={id}&action=variation.approved", id)
                .body("items[0].postings[1].credit", startsWith("APPROVED_VARIATIONS/" + contract + "/" + other))
                .body("items[0].postings[2].credit", startsWith("CONTRACTED/" + contract + "/" + other));

        var foreign = ENGINEER.post(lines, costLine("10.00"), recordedProject())
                .extract()
                .<String>path("id");
        refused(
                ENGINEER.post(OF, with(variation("PENDING", "1.00"), "costLine", foreign), contract),
                400,
                "cost-line-unknown",
                "costLine");
    }

    // ── What is refused ──

    @Test
    void only_a_contract_in_force_is_varied() {
        var contract = proposed(recordedProject(), "10.00");
        ENGINEER.post(OF, variation("POTENTIAL", "1.00"), contract)
                .statusCode(409)
                .body("code", equalTo("contract-not-in-force"));
        ENGINEER.get(OF, contract).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "class,      , required",
        "class,      CHANGE, unknown-value",
        "state,      , required",
        "state,      APPROVED, unknown-value",
        "net,        , required",
        "net.amount, 0.00, amount-zero",
        "net.amount, -10000000000000.00, amount-too-large",
        "reason,     , required",
        "on,         2021-09-12, end-before-start",
        "on,         2099-01-01, date-in-future",
        "costLine,   Nobody's, cost-line-unknown"
    })
    void what_is_wrong_with_a_variation_is_named(String field, String value, String code) {
        var contract = inForce(recordedProject(), "10.00");
        int before = entries();
        refused(
                ENGINEER.post(OF, with(variation("PENDING", "1.00"), field, value), contract),
                400,
                code,
                field.startsWith("net") ? "net" : field);
        assertEquals(before, entries());
    }

    @Test
    void everything_wrong_is_named_at_once_as_it_was_sent() {
        var contract = inForce(recordedProject(), "10.00");
        ENGINEER.post(OF, Map.of("net", Map.of("amount", "0.00", "currency", "EUR")), contract)
                .statusCode(400)
                .body("errors.field", contains("class", "state", "net", "reason"));
    }

    @Test
    void without_a_day_it_counts_from_today() {
        var contract = inForce(recordedProject(), "10.00");
        ENGINEER.post(OF, with(variation("PENDING", "1.00"), "on", null), contract)
                .statusCode(201)
                .body("on", equalTo(time.today().toString()));
        var old = LocalDate.parse("2021-09-13");
        ENGINEER.post(OF, with(variation("PENDING", "1.00"), "on", old.toString()), contract)
                .statusCode(201);
    }

    @Test
    void it_is_absent_for_another_institution() {
        var contract = inForce(recordedProject(), "10.00");
        var id = varied(contract, variation("PENDING", "1.00"));
        LATVIAN_ENGINEER.post(OF, variation("PENDING", "1.00"), contract).statusCode(404);
        LATVIAN_ENGINEER.get(OF, contract).statusCode(404);
        LATVIAN_APPROVER.get(ONE, id).statusCode(404);
        LATVIAN_APPROVER.post(ONE + "/decision", APPROVE, id).statusCode(404);
    }
}
