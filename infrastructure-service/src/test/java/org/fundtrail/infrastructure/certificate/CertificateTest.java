package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.map;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.certificate.Certified.advanced;
import static org.fundtrail.infrastructure.certificate.Certified.amounts;
import static org.fundtrail.infrastructure.certificate.Certified.approved;
import static org.fundtrail.infrastructure.certificate.Certified.certifiable;
import static org.fundtrail.infrastructure.certificate.Certified.certificate;
import static org.fundtrail.infrastructure.certificate.Certified.decide;
import static org.fundtrail.infrastructure.certificate.Certified.inForce;
import static org.fundtrail.infrastructure.certificate.Certified.proposed;
import static org.fundtrail.infrastructure.certificate.Certified.record;
import static org.fundtrail.infrastructure.certificate.Certified.terms;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class CertificateTest {
    @Inject
    Balances balances;

    private BigDecimal standing(String owner, CostAccount account) {
        var id = UUID.fromString(owner);
        return balances.of(List.of(id)).getOrDefault(id, Map.of()).getOrDefault(account.name(), BigDecimal.ZERO);
    }

    private void stands(String owner, Map<CostAccount, String> amounts) {
        amounts.forEach((account, amount) -> assertEquals(
                0,
                standing(owner, account).compareTo(new BigDecimal(amount)),
                () -> account + " " + standing(owner, account)));
    }

    private static void stage(String contract, String stage) {
        ENGINEER.get(API + "/contracts/{id}", contract).body("stage", equalTo(stage));
    }

    @Test
    void a_contract_without_terms_is_certified_line_by_line_and_counts_once_approved() {
        var contract = certifiable("1000.00", null);
        var id = proposed(contract, certificate("1", "2021-10-31", "1", "300.00"));
        ENGINEER.get(API + "/certificates/{id}", id)
                .body("status", equalTo("PROPOSED"))
                .body("reference", containsString("/1"))
                .body("contract.id", equalTo(contract))
                .body("advance", equalTo(false))
                .body("lines", hasSize(1))
                .body("lines[0].value.amount", equalTo("1000.00"))
                .body("lines[0].previous.amount", equalTo("0.00"))
                .body("lines[0].current.amount", equalTo("300.00"))
                .body("lines[0].amount.amount", equalTo("300.00"))
                .body("parameters.retention", nullValue())
                .body("parameters.recovery", nullValue())
                .body("parameters.vat", equalTo("STANDARD"))
                .body("parameters.vatRate", equalTo("0.21"))
                .body("rows", hasSize(0));
        stands(contract, Map.of(CostAccount.CONTRACTED, "1000", CostAccount.CERTIFIED, "0"));
        decide(id, "APPROVED").statusCode(200).body("rows", hasSize(1)).body("rows[0].costLine", nullValue());
        stands(
                contract,
                Map.of(
                        CostAccount.CONTRACTED, "700",
                        CostAccount.CONTRACTED_VAT, "147",
                        CostAccount.CERTIFIED, "300",
                        CostAccount.CERTIFIED_VAT, "63",
                        CostAccount.PAYABLE, "300",
                        CostAccount.PAYABLE_VAT, "63",
                        CostAccount.RETAINED, "0"));
        stands(id, Map.of(CostAccount.TO_INVOICE, "363"));
        stage(contract, "SIGNED");
    }

    @Test
    void what_is_left_out_is_as_in_the_last_approved_one() {
        var contract = inForce(recordedProject(), twoLines(null));
        approved(
                contract,
                with(certificate("1", "2021-10-31", "1", "100.00", "2", "50.00"), "plantAndMaterials", eur("10.00")));
        var rejected = proposed(contract, certificate("2", "2021-11-30", "1", "200.00"));
        decide(rejected, "REJECTED").statusCode(200);
        var two = approved(contract, certificate("2", "2021-11-30", "2", "60.00"));
        two.body("lines[0].amount.amount", equalTo("100.00"))
                .body("lines[1].previous.amount", equalTo("50.00"))
                .body("lines[1].current.amount", equalTo("10.00"))
                .body("lines[1].amount.amount", equalTo("60.00"));
        assertEquals(
                List.of("160.00", "10.00", "170.00", "160.00", "10.00", "2.10", "12.10"),
                amounts(two, "works", "plantAndMaterials", "gross", "previous", "net", "vat", "payable"));
        var none = approved(contract, map("number", "3", "periodTo", "2021-11-30"));
        assertEquals(List.of("170.00", "0.00", "0.00"), amounts(none, "gross", "net", "payable"));
    }

    /** A contract of 1000.00 on two lines, the second on this cost line. */
    private static Map<String, Object> twoLines(String costLine) {
        var first = map("line", "1", "description", "Fence", "unit", "km", "quantity", "4", "price", eur("100.00"));
        var second = map("line", "2", "description", "Gates", "unit", "set", "quantity", "1", "price", eur("600.00"));
        if (costLine != null) {
            second.put("costLine", costLine);
        }
        return with(contract("1000.00"), "schedule", List.of(first, second));
    }

    @Test
    void what_is_certified_counts_in_the_rows_of_the_cost_report() {
        var project = recordedProject();
        var gates = recordedCostLine(project, "600.00");
        var contract = inForce(project, with(twoLines(gates), "terms", terms("100.00", "100.00")));
        advanced(contract);
        approved(contract, certificate("1", "2021-10-31", "1", "300.00", "2", "300.00"))
                .body("rows", hasSize(2))
                .body("rows[0].costLine", nullValue())
                .body("rows[1].costLine.id", equalTo(gates))
                .body("rows.certified.amount", equalTo(List.of("300.00", "300.00")))
                .body("rows.retained.amount", equalTo(List.of("30.00", "30.00")))
                .body("rows.recovered.amount", equalTo(List.of("40.00", "60.00")))
                .body("rows.net.amount", equalTo(List.of("230.00", "210.00")))
                .body("rows.vat.amount", equalTo(List.of("48.30", "44.10")));
        assertEquals(
                Map.of(
                        UUID.fromString(project),
                        new BigDecimal("270.00"),
                        UUID.fromString(gates),
                        new BigDecimal("270.00")),
                balances.of(UUID.fromString(contract)).get(CostAccount.PAYABLE.name()));
    }

    @Test
    void one_of_a_contract_waits_at_a_time_and_each_number_is_taken_once() {
        var contract = certifiable("1000.00", null);
        var first = proposed(contract, certificate("1", "2021-10-31", "1", "100.00"));
        refused(
                record(contract, certificate("2", "2021-10-31", "1", "100.00")),
                409,
                "certificate-already-proposed",
                null);
        ENGINEER.post(API + "/certificates/{id}/steps", Map.of("step", "WITHDRAW"), first)
                .statusCode(200);
        var second = proposed(contract, certificate("1", "2021-10-31", "1", "100.00"));
        decide(second, "RETURNED").statusCode(200);
        var third = proposed(contract, certificate("2", "2021-10-31", "1", "100.00"));
        refused(
                ENGINEER.put("\"1\"", API + "/certificates/{id}", certificate("1", "2021-10-31", "1", "50.00"), second),
                409,
                "certificate-already-proposed",
                null);
        decide(third, "APPROVED").statusCode(200);
        refused(
                ENGINEER.put("\"1\"", API + "/certificates/{id}", certificate("2", "2021-10-31", "1", "50.00"), second),
                409,
                "certificate-number-taken",
                "number");
        ENGINEER.put("\"1\"", API + "/certificates/{id}", certificate("1", "2021-10-31", "1", "150.00"), second)
                .statusCode(200)
                .body("version", equalTo(2))
                .body("previous.amount", equalTo("100.00"))
                .body("lines[0].current.amount", equalTo("50.00"))
                .body("net.amount", equalTo("50.00"));
        refused(
                ENGINEER.put("\"2\"", API + "/certificates/{id}", certificate("1", "2021-10-31", "1", "1.00"), second),
                409,
                "wrong-state",
                null);
    }

    @Test
    void a_number_may_come_without_quotes() {
        var contract = certifiable("1000.00", null);
        record(contract, with(certificate("1", "2021-10-31"), "number", 7))
                .statusCode(201)
                .body("number", equalTo("7"));
        refused(record(contract, with(certificate("1", "2021-10-31"), "number", 7.5)), 400, "not-text", "number");
    }

    @Test
    void a_line_is_one_of_the_contract_once_and_never_above_its_value() {
        var contract = certifiable("1000.00", null);
        refused(
                record(contract, certificate("1", "2021-10-31", "1", "1000.01")),
                409,
                "line-above-value",
                "lines[0].amount");
        refused(record(contract, certificate("1", "2021-10-31", "7", "1.00")), 400, "line-unknown", "lines[0].line");
        refused(
                record(contract, certificate("1", "2021-10-31", "1", "1.00", "1", "2.00")),
                400,
                "line-certified-twice",
                "lines");
        refused(
                record(contract, with(certificate("1", "2021-10-31"), "variations", eur("0.01"))),
                409,
                "variations-above-approved",
                "variations");
        refused(
                record(contract, with(certificate("1", "2021-10-31"), "priceAdjustment", eur("-0.01"))),
                409,
                "variations-above-approved",
                "priceAdjustment");
        refused(
                record(
                        contract,
                        with(certificate("1", "2021-10-31", "1", "1000.00"), "plantAndMaterials", eur("0.01"))),
                409,
                "certified-above-contract",
                null);
        approved(contract, certificate("1", "2021-10-31", "1", "1000.00")).body("gross.amount", equalTo("1000.00"));
        stands(contract, Map.of(CostAccount.CONTRACTED, "0", CostAccount.CERTIFIED, "1000"));
    }

    @Test
    void its_period_ends_neither_before_the_one_before_nor_in_the_future() {
        var contract = certifiable("1000.00", null);
        var tomorrow = LocalDate.now(Time.VILNIUS).plusDays(1).toString();
        refused(record(contract, certificate("1", "2021-09-12")), 400, "end-before-start", "periodTo");
        refused(record(contract, certificate("1", tomorrow)), 400, "date-in-future", "periodTo");
        refused(record(contract, map("number", "1")), 400, "required", "periodTo");
        approved(contract, certificate("1", "2021-10-31", "1", "1.00"));
        refused(record(contract, certificate("2", "2021-10-30")), 400, "end-before-start", "periodTo");
    }

    @Test
    void the_advance_is_certified_once_before_any_work_and_where_it_is_agreed_on() {
        var zero = Map.<String, Object>of("number", "0", "advance", true);
        refused(record(certifiable("1000.00", null), zero), 409, "advance-not-agreed", "advance");
        var contract = certifiable("1000.00", terms("50.00", "100.00"));
        refused(record(contract, with(zero, "takingOver", true)), 400, "advance-alone", "advance");
        var advance =
                approved(contract, zero).body("periodTo", equalTo("2021-09-13")).body("lines", hasSize(0));
        assertEquals(
                List.of("0.00", "100.00", "0.00", "100.00", "21.00", "121.00"),
                amounts(advance, "gross", "cumulative", "previous", "net", "vat", "payable"));
        stands(contract, Map.of(CostAccount.ADVANCE, "-100", CostAccount.PAYABLE, "100", CostAccount.CERTIFIED, "0"));
        refused(record(contract, with(zero, "number", "00")), 409, "advance-comes-first", "advance");
        var one = approved(contract, certificate("1", "2021-10-31", "1", "200.00"));
        assertEquals(
                List.of("200.00", "20.00", "50.00", "50.00", "230.00", "130.00"),
                amounts(one, "gross", "retention", "advanceRecovered", "advanceRecoveredNow", "cumulative", "net"));
        stands(contract, Map.of(CostAccount.ADVANCE, "-50", CostAccount.PAYABLE, "230", CostAccount.RETAINED, "20"));
    }

    @Test
    void an_advance_that_was_not_certified_is_not_recovered() {
        var contract = certifiable("1000.00", terms("50.00", "100.00"));
        var one = approved(contract, certificate("1", "2021-10-31", "1", "200.00"));
        assertEquals(
                List.of("0.00", "180.00", "0.00"), amounts(one, "advanceRecoveredNow", "net", "parameters.advance"));
        refused(
                record(contract, Map.of("number", "0", "advance", true, "periodTo", "2021-10-31")),
                409,
                "advance-comes-first",
                "advance");
    }

    @Test
    void nothing_is_certified_without_the_securities_that_the_contract_lists() {
        var contract = certifiable(
                "1000.00",
                with(terms("50.00", "100.00"), "securities", List.of("PERFORMANCE", "ADVANCE", "INSURANCE")));
        var zero = Map.<String, Object>of("number", "0", "advance", true, "periodTo", "2021-10-01");
        refused(record(contract, zero), 409, "security-missing", "periodTo");
        secured(contract, "PERFORMANCE", "2021-10-01", "2021-12-31");
        refused(record(contract, zero), 409, "security-missing", "periodTo");
        secured(contract, "ADVANCE", "2021-09-01", "2021-10-01");
        approved(contract, zero);
        approved(contract, certificate("1", "2021-12-31", "1", "10.00"));
        refused(record(contract, certificate("2", "2022-01-01", "1", "20.00")), 409, "security-missing", "periodTo");
    }

    private static void secured(String contract, String kind, String from, String to) {
        ENGINEER.post(
                        API + "/contracts/{id}/securities",
                        Map.of("kind", kind, "amount", eur("100.00"), "issuer", "Bank", "from", from, "to", to),
                        contract)
                .statusCode(201);
    }

    @Test
    void taking_over_releases_half_of_what_is_held_back_and_the_final_acceptance_all_of_it() {
        var contract = certifiable("1000.00", map("retention", Map.of("rate", "0.05")));
        approved(contract, certificate("1", "2021-10-31", "1", "600.10"))
                .body("retention.amount", equalTo("30.01"))
                .body("parameters.released", equalTo("NONE"));
        var two = approved(contract, with(certificate("2", "2021-11-30", "1", "1000.00"), "takingOver", true));
        assertEquals(
                List.of("50.00", "25.00", "975.00", "404.91"),
                amounts(two, "retention", "released", "cumulative", "net"));
        ENGINEER.get(API + "/contracts/{id}", contract)
                .body("stage", equalTo("TAKEN_OVER"))
                .body("stageSince", equalTo("2021-11-30"));
        stands(contract, Map.of(CostAccount.RETAINED, "25"));
        approved(contract, certificate("3", "2021-12-31"))
                .body("parameters.released", equalTo("HALF"))
                .body("payable.amount", equalTo("0.00"));
        var early = proposed(contract, certificate("4", "2022-01-31"));
        ENGINEER.post(API + "/contracts/{id}/steps", Map.of("step", "FINAL_ACCEPTANCE"), contract)
                .statusCode(200);
        refused(decide(early, "APPROVED"), 409, "certificate-outdated", null);
        decide(early, "RETURNED").statusCode(200);
        ENGINEER.put("\"1\"", API + "/certificates/{id}", certificate("4", "2022-01-31"), early)
                .statusCode(200)
                .body("parameters.released", equalTo("ALL"))
                .body("net.amount", equalTo("25.00"));
        decide(early, "APPROVED").statusCode(200);
        stands(contract, Map.of(CostAccount.RETAINED, "0", CostAccount.PAYABLE, "1000"));
    }

    @Test
    void a_mistake_is_taken_back_by_a_later_one_as_far_as_it_is_not_invoiced() {
        var contract = certifiable("1000.00", null);
        var one = proposed(contract, certificate("1", "2021-10-31", "1", "600.00"));
        decide(one, "APPROVED").statusCode(200);
        var two = approved(contract, certificate("2", "2021-11-30", "1", "500.00"));
        assertEquals(List.of("-100.00", "-21.00", "-121.00"), amounts(two, "net", "vat", "payable"));
        stands(
                contract,
                Map.of(
                        CostAccount.CONTRACTED, "500",
                        CostAccount.CERTIFIED, "500",
                        CostAccount.CERTIFIED_VAT, "105",
                        CostAccount.PAYABLE, "500",
                        CostAccount.PAYABLE_VAT, "105"));
        stands(one, Map.of(CostAccount.TO_INVOICE, "605"));
    }

    @Test
    void where_the_buyer_owes_the_vat_none_is_payable_and_it_is_a_cost_all_the_same() {
        var contract = certifiable("1000.00", map("vat", "REVERSE_CHARGE"));
        approved(contract, certificate("1", "2021-10-31", "1", "100.00"))
                .body("vat.amount", equalTo("0.00"))
                .body("payable.amount", equalTo("100.00"));
        stands(contract, Map.of(CostAccount.CERTIFIED_VAT, "21", CostAccount.PAYABLE_VAT, "0"));
    }

    @Test
    void only_a_contract_in_force_is_certified() {
        String waiting = ENGINEER.post(API + "/projects/{id}/contracts", contract("10.00"), recordedProject())
                .extract()
                .path("id");
        refused(record(waiting, certificate("1", "2021-10-31")), 409, "contract-not-in-force", null);
    }

    @Test
    void what_could_not_be_recorded_is_said_before() {
        var contract = certifiable("1000.00", null);
        var at = API + "/contracts/{id}/certificates/validation";
        ENGINEER.request()
                .body(certificate("1", "2021-10-31", "1", "10.00"))
                .post(at, contract)
                .then()
                .statusCode(204);
        ENGINEER.request().body(Map.of("number", "1")).post(at, contract).then().statusCode(204);
        refused(
                ENGINEER.request()
                        .body(certificate("1", "2021-10-31", "1", "1000.01"))
                        .post(at, contract)
                        .then(),
                409,
                "line-above-value",
                "lines[0].amount");
    }

    @Test
    void what_it_would_come_to_is_computed_and_nothing_is_kept_of_it() {
        var contract = certifiable("1000.00", map("retention", Map.of("rate", "0.10", "limit", eur("50.00"))));
        var at = API + "/contracts/{id}/certificates/preview";
        ENGINEER.request()
                .body(certificate("1", "2021-10-31", "1", "600.00"))
                .post(at, contract)
                .then()
                .statusCode(200)
                .body("gross.amount", equalTo("600.00"))
                .body("retention.amount", equalTo("50.00"))
                .body("net.amount", equalTo("550.00"))
                .body("payable.amount", equalTo("665.50"))
                .body("parameters.retention.rate", equalTo("0.1"));
        ENGINEER.get(API + "/contracts/{id}/certificates", contract).body("items", hasSize(0));
        refused(
                ENGINEER.request()
                        .body(certificate("1", "2021-10-31", "1", "1000.01"))
                        .post(at, contract)
                        .then(),
                409,
                "line-above-value",
                "lines[0].amount");
        refused(
                ENGINEER.request()
                        .body(Map.of("number", "1", "periodTo", "2021-10-31", "colour", "green"))
                        .post(at, contract)
                        .then(),
                400,
                "unknown-field",
                "colour");
        var said = certificate("1", "2021-10-31", "1", "600.00");
        APPROVER.request().body(said).post(at, contract).then().statusCode(403);
        ENGINEER.request().body(said).post(at, UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void certificates_are_listed_by_their_contract_and_project() {
        var project = recordedProject();
        var contract = inForce(project, contract("1000.00"));
        var other = inForce(project, contract("1000.00"));
        var one = proposed(contract, certificate("1", "2021-10-31", "1", "100.00"));
        var another = proposed(other, certificate("1", "2021-11-30", "1", "200.00"));
        ENGINEER.get(API + "/contracts/{id}/certificates", contract).body("items.id", equalTo(List.of(one)));
        ENGINEER.get(API + "/certificates?contract={id}", contract).body("items.id", equalTo(List.of(one)));
        ENGINEER.get(API + "/certificates?project={id}&sort=-payable", project)
                .body("items.id", equalTo(List.of(another, one)))
                .body("sums.payable.amount", equalTo("363.00"));
        ENGINEER.get(API + "/certificates?project={id}&status=APPROVED", project)
                .body("items", hasSize(0));
        var csv = ENGINEER.get(API + "/certificates?format=csv&contract={id}", contract)
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(2, csv.lines().count(), csv);
        APPROVER.get(API + "/approvals?limit=200&type=certificate").body("items.id", hasItem(one));
        INSPECTOR
                .get(API + "/certificates/{id}", one)
                .body("actions", not(hasItem("withdraw")))
                .body("ownRecord", equalTo(false));
    }
}
