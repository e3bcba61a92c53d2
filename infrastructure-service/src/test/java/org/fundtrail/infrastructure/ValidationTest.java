package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.budgetChange;
import static org.fundtrail.infrastructure.Infrastructure.budgetTransfer;
import static org.fundtrail.infrastructure.Infrastructure.certificate;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.costLine;
import static org.fundtrail.infrastructure.Infrastructure.directCost;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.forecast;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.project;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.works;
import static org.fundtrail.infrastructure.Invoicing.approvedInvoice;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Person;
import org.fundtrail.records.Validations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of what is to be recorded is judged beforehand, field by field, and the books do not notice. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ValidationTest {
    private static final String IN_TWO_DAYS = LocalDate.now().plusDays(2).toString();

    @Test
    void everything_that_is_recorded_can_be_asked_about_beforehand() {
        Validations.areOfEveryRecording();
    }

    @Test
    void a_part_of_a_works_programme_is_judged_and_nothing_is_written() {
        Validations.judge(
                ENGINEER,
                API + "/works-programmes",
                works(),
                Map.of("title", Map.of("lt", "x".repeat(301)), "reference", "a\u202eb"),
                "reference direction-mark",
                "title.lt too-long");
    }

    @Test
    void a_part_of_a_project_is_judged_and_nothing_is_written() {
        Validations.judge(
                ENGINEER,
                API + "/projects",
                project("RECEPTION"),
                Map.of("place", "x".repeat(301), "period", Map.of("from", "2021-01-02", "to", "2021-01-01")),
                "period.to end-before-start",
                "place too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects/", "/works-programmes/"})
    void a_part_of_an_estimate_is_judged_and_nothing_is_written(String of) {
        Validations.judge(
                ENGINEER,
                API + of + anOwner(of) + "/estimates",
                estimate("1.00", "NET", "2021-08-23"),
                Map.of("vatRate", "0.21", "basis", "GROSS", "accuracyClass", 6, "source", Map.of("url", "no address")),
                "accuracyClass accuracy-class-out-of-range",
                "vatRate vat-rate-only-with-net",
                "source.url url-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects/", "/works-programmes/"})
    void a_part_of_a_choice_of_baseline_is_judged_and_nothing_is_written(String of) {
        Validations.judge(
                ENGINEER,
                API + of + anOwner(of) + "/baseline",
                Map.of("estimate", UUID.randomUUID(), "reason", "The government decided so"),
                Map.of("reason", "x".repeat(2001)),
                "reason too-long");
        Validations.refused(
                Validations.post(ENGINEER, API + of + anOwner(of) + "/baseline", "{\"estimate\": null}"),
                "estimate required");
    }

    @Test
    void a_part_of_a_contract_is_judged_and_nothing_is_written() {
        var address = API + "/projects/" + recordedProject() + "/contracts";
        Validations.judge(
                ENGINEER,
                address,
                contract("1.00"),
                Map.of("net", eur("0"), "signedOn", IN_TWO_DAYS, "dueOn", "2021-01-01"),
                "net amount-not-positive",
                "signedOn date-in-future");
        Validations.refused(
                Validations.post(ENGINEER, address, Map.of("signedOn", "2021-01-02", "dueOn", "2021-01-01")),
                "dueOn end-before-start");
        Validations.refused(
                Validations.post(ENGINEER, address, "{\"contractor\": null}"),
                "contractor.name required",
                "contractor.identifier required");
    }

    @Test
    void a_part_of_a_certificate_is_judged_and_nothing_is_written() {
        Validations.judge(
                ENGINEER,
                API + "/contracts/" + inForce(recordedProject(), "1.00") + "/certificates",
                certificate("1", "0.50"),
                Map.of(
                        "number",
                        " ",
                        "periodTo",
                        IN_TWO_DAYS,
                        "lines",
                        List.of(Map.of("line", "1", "amount", eur("-0.01"))),
                        "plantAndMaterials",
                        eur("-0.01")),
                "number required",
                "periodTo date-in-future",
                "lines[0].amount amount-negative",
                "plantAndMaterials amount-negative");
    }

    @Test
    void a_part_of_a_cost_line_is_judged_and_nothing_is_written() {
        Validations.judge(
                ENGINEER,
                API + "/projects/" + recordedProject() + "/cost-lines",
                costLine("1.00"),
                Map.of("name", " ", "eligible", eur("-0.01"), "euShare", "1.01"),
                "name required",
                "eligible amount-negative",
                "euShare rate-malformed");
    }

    @Test
    void a_part_of_an_invoice_is_judged_and_nothing_is_written() {
        Validations.judge(
                ENGINEER,
                API + "/invoices",
                invoice(UUID.randomUUID().toString(), "1.00"),
                Map.of("net", eur("0"), "vat", eur("-0.01"), "number", "a\u202eb", "issuedOn", IN_TWO_DAYS),
                "number direction-mark",
                "issuedOn date-in-future",
                "net amount-not-positive",
                "vat amount-negative");
        Validations.refused(
                Validations.post(
                        ENGINEER,
                        API + "/invoices",
                        Map.of("net", eur("1.00"), "vat", eur("0.00"), "gross", eur("1.01"))),
                "gross gross-not-sum");
        Validations.refused(
                Validations.post(ENGINEER, API + "/invoices", Map.of("certificate", "x", "acceptance", "Note 1")),
                "acceptance accepted-twice");
    }

    @Test
    void a_part_of_a_credit_note_is_judged_and_nothing_is_written() {
        Validations.judge(
                ENGINEER,
                API + "/invoices/" + approvedInvoice(invoice(inForce(recordedProject(), "1.00"), "1.00")) + "/credit",
                credit("1.00"),
                Map.of("net", eur("-1.00"), "gross", eur("0.00"), "reason", " "),
                "net amount-negative",
                "gross amount-not-positive",
                "reason required");
    }

    @Test
    void a_part_of_what_moves_or_changes_a_budget_is_judged_and_nothing_is_written() {
        var project = recordedProject();
        var line = recordedCostLine(project, "1.00");
        Validations.judge(
                ENGINEER,
                API + "/projects/" + project + "/budget-transfers",
                budgetTransfer(line, UUID.randomUUID().toString(), "1.00"),
                Map.of("from", line, "to", line, "amount", eur("0.00"), "on", IN_TWO_DAYS),
                "to same-cost-line",
                "amount amount-not-positive",
                "on date-in-future");
        Validations.judge(
                ENGINEER,
                API + "/projects/" + project + "/budget-changes",
                budgetChange(line, "-1.00"),
                Map.of("amount", eur("0.00"), "decision", Map.of("date", IN_TWO_DAYS)),
                "amount amount-zero",
                "decision.date date-in-future");
    }

    @Test
    void a_part_of_a_direct_cost_or_forecast_is_judged_and_nothing_is_written() {
        var project = recordedProject();
        var line = recordedCostLine(project, "1.00");
        Validations.judge(
                ENGINEER,
                API + "/projects/" + project + "/direct-costs",
                directCost(line, "1.00"),
                Map.of("description", " ", "on", IN_TWO_DAYS, "paper", "x".repeat(301)),
                "description required",
                "on date-in-future",
                "paper too-long");
        Validations.judge(
                ENGINEER,
                API + "/cost-lines/" + line + "/forecasts",
                forecast("0.00"),
                Map.of("toContract", eur("-0.01"), "method", " "),
                "toContract amount-negative",
                "method required");
    }

    @Test
    void what_belongs_to_something_absent_or_of_another_institution_is_refused_as_at_the_recording() {
        for (var of : children()) {
            var strangers = List.of(LATVIAN_ENGINEER, new Person("both.lv", "auditor project-officer", "LV-IEM"));
            for (var stranger : strangers) {
                Validations.post(stranger, of, Map.of()).statusCode(404).header("X-Fundtrail-Refused", "foreign");
            }
            Validations.post(
                            ENGINEER,
                            of.replaceAll("[0-9a-f-]{36}", UUID.randomUUID().toString()),
                            Map.of())
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
    }

    @Test
    void who_may_not_record_it_is_refused() {
        var all = new java.util.ArrayList<>(children());
        all.addAll(List.of(API + "/projects", API + "/works-programmes"));
        for (var of : all) {
            for (var other : List.of(OFFICER, APPROVER)) {
                Validations.post(other, of, "{").statusCode(403).body("code", equalTo("not-allowed"));
            }
            RestAssured.given()
                    .contentType("application/json")
                    .body("{}")
                    .post(of + "/validation")
                    .then()
                    .statusCode(401);
        }
    }

    private static List<String> children() {
        var project = API + "/projects/" + recordedProject();
        var works = API + "/works-programmes/" + recordedWorks();
        return List.of(
                project + "/estimates",
                project + "/baseline",
                project + "/contracts",
                project + "/cost-lines",
                project + "/cost-reports",
                project + "/budget-transfers",
                project + "/budget-changes",
                project + "/direct-costs",
                API + "/cost-lines/" + recordedCostLine(recordedProject(), "1.00") + "/forecasts",
                API + "/contracts/" + inForce(recordedProject(), "1.00") + "/certificates",
                works + "/estimates",
                works + "/baseline");
    }

    private static String anOwner(String of) {
        return of.equals("/projects/") ? recordedProject() : recordedWorks();
    }
}
