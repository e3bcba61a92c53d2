package org.fundtrail.funding.costoption;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simplified cost options: what each kind of them says, and when claims can rest on it. */
@QuarkusTest
class CostOptionTest {
    private static final String PROJECT = "RECEPTION/camp";

    private static Map<String, Object> terms(String kind, String allocation) {
        return switch (kind) {
            case "UNIT_COST" -> Options.unitCost(allocation, PROJECT, "32.15", "1720");
            case "LUMP_SUM" -> Options.lumpSum(allocation, PROJECT, "30.00");
            case "FLAT_RATE" -> Options.flatRate(allocation, PROJECT, "STAFF_15", "30.00");
            default -> Options.operatingSupport(allocation, PROJECT, "30.00");
        };
    }

    @Test
    void a_unit_cost_comes_to_its_rate_by_its_quantity_once_an_approver_says_so() {
        var allocation = inForce("100.00", "RECEPTION");
        var reference =
                OFFICER.get(API + "/allocations/{id}", allocation).extract().<String>path("reference");
        var id = OFFICER.post(API + "/cost-options", Options.unitCost(reference, PROJECT, "32.15", "1720.5"))
                .statusCode(201)
                .body("reference", equalTo(reference + "/SCO1"))
                .body("status", equalTo("PROPOSED"))
                .body("quantity", equalTo("1720.5"))
                .body("amount.amount", equalTo("55314.08")) // 55 314.075
                .body("left.amount", equalTo("0.00"))
                .extract()
                .<String>path("id");
        APPROVER.post(API + "/cost-options/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200)
                .body("left.amount", equalTo("55314.08"))
                .body("drawn.amount", equalTo("0.00"));
        OFFICER.post(API + "/cost-options", Options.lumpSum(allocation, PROJECT, "1.00"))
                .body("reference", equalTo(reference + "/SCO2"));
    }

    @ParameterizedTest
    @CsvSource({"DIRECT_COSTS_7, 7, 7.01", "STAFF_15, 15, 15.01", "CALCULATED_25, 25, 25.5"})
    void a_flat_rate_is_what_its_basis_allows_unless_it_says_less(String basis, String most, String more) {
        var terms = Options.flatRate(inForce("100.00", "RECEPTION"), PROJECT, basis, "30.00");
        OFFICER.post(API + "/cost-options", terms).statusCode(201).body("percent", equalTo(most));
        OFFICER.post(API + "/cost-options", with(terms, "percent", "6.5"))
                .statusCode(201)
                .body("percent", equalTo("6.5"));
        OFFICER.post(API + "/cost-options", with(terms, "percent", more))
                .statusCode(400)
                .body("code", equalTo("percent-above-basis"))
                .body("errors.field", contains("percent"));
        OFFICER.post(API + "/cost-options", with(terms, "percent", "0"))
                .statusCode(400)
                .body("code", equalTo("percent-malformed"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNIT_COST, unit",
        "UNIT_COST, rate",
        "UNIT_COST, quantity",
        "LUMP_SUM, amount",
        "LUMP_SUM, trigger",
        "FLAT_RATE, amount",
        "FLAT_RATE, basis",
        "OPERATING_SUPPORT, amount"
    })
    void what_its_kind_needs_has_to_be_said(String kind, String field) {
        var terms = with(terms(kind, inForce("100.00", "RECEPTION")), field, null);
        OFFICER.post(API + "/cost-options", terms)
                .statusCode(400)
                .body("code", equalTo("required"))
                .body("errors.field", contains(field));
    }

    @ParameterizedTest
    @CsvSource({
        "LUMP_SUM, unit, h",
        "FLAT_RATE, quantity, 3",
        "OPERATING_SUPPORT, trigger, The report",
        "UNIT_COST, basis, STAFF_15",
        "LUMP_SUM, percent, 7"
    })
    void what_another_kind_says_is_refused_by_its_name(String kind, String field, String value) {
        var terms = with(terms(kind, inForce("100.00", "RECEPTION")), field, value);
        OFFICER.post(API + "/cost-options", terms)
                .statusCode(400)
                .body("code", equalTo("not-of-this-kind"))
                .body("errors.field", contains(field));
    }

    @Test
    void the_amount_of_a_unit_cost_is_not_said_and_has_to_be_one() {
        var terms = terms("UNIT_COST", inForce("100.00", "RECEPTION"));
        OFFICER.post(API + "/cost-options", with(terms, "amount", eur("1.00")))
                .body("code", equalTo("not-of-this-kind"))
                .body("errors.field", contains("amount"));
        OFFICER.post(API + "/cost-options", with(terms, "quantity", "0.0001"))
                .body("code", equalTo("amount-not-positive"))
                .body("errors.field", contains("quantity"));
        OFFICER.post(API + "/cost-options", with(terms, "quantity", "999999999999"))
                .body("code", equalTo("amount-too-large"));
    }

    @Test
    void what_came_back_may_become_another_kind_on_the_same_allocation() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = Options.proposed(terms("UNIT_COST", allocation));
        APPROVER.post(API + "/cost-options/{id}/decision", Map.of("outcome", "RETURNED", "reason", "A sum"), id)
                .statusCode(200);
        OFFICER.put("\"1\"", API + "/cost-options/{id}", terms("LUMP_SUM", inForce("1.00", "RECEPTION")), id)
                .statusCode(400)
                .body("code", equalTo("cost-option-stays-on-its-allocation"));
        OFFICER.put("\"1\"", API + "/cost-options/{id}", terms("LUMP_SUM", allocation), id)
                .statusCode(200)
                .body("kind", equalTo("LUMP_SUM"))
                .body("unit", nullValue())
                .body("rate", nullValue())
                .body("amount.amount", equalTo("30.00"));
    }

    @Test
    void there_is_none_on_an_allocation_that_is_not_in_force() {
        OFFICER.post(API + "/cost-options", terms("LUMP_SUM", proposed("1.00", "RECEPTION")))
                .statusCode(409)
                .body("code", equalTo("allocation-not-in-force"));
    }

    @Test
    void a_list_is_narrowed_to_an_allocation_a_project_and_a_kind() {
        var allocation = inForce("100.00", "RECEPTION");
        var unit = Options.proposed(terms("UNIT_COST", allocation));
        var sum = Options.proposed(terms("LUMP_SUM", allocation));
        var list = API + "/cost-options?allocation=" + allocation;
        OFFICER.get(list).body("items.id", contains(sum, unit)).body("sums.amount.amount", equalTo("55328.00"));
        OFFICER.get(list + "&kind=UNIT_COST").body("items.id", contains(unit));
        OFFICER.get(list + "&project=" + PROJECT + "&sort=amount").body("items.id", contains(sum, unit));
    }
}
