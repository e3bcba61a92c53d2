package org.fundtrail.infrastructure.report;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.costLine;
import static org.fundtrail.infrastructure.Infrastructure.map;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.unique;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

/** A project of four lines, all of whose records are made through the API, comes out to the cent in every cell of its report. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class WorkedExampleTest {
    private static final List<String> COLUMNS = List.of(
            "originalBudget", // A
            "transfers",
            "budgetChanges",
            "currentBudget", // D
            "pendingBudgetChanges",
            "projectedBudget",
            "originalCommitments", // G
            "approvedVariations",
            "priceAdjustments",
            "currentCommitments", // I
            "pendingVariations",
            "potentialChanges",
            "projectedCommitments", // L
            "directActual",
            "certified",
            "actualCost", // O
            "retentionHeld",
            "paid",
            "openCommitments", // R
            "stillToContract",
            "forecastToComplete",
            "estimateAtCompletion", // U
            "varianceAtCompletion");

    /** In EUR million. A to V, with what of H is adjustment of prices. */
    private static final Map<String, String> LINES = Map.of(
            "Works",
            "30 2 0 32 0 32 | 30 1.5 .5 31.5 .4 .25 32.15 | 0 22.46 22.46 1.5 20.96 9.04 | 0 9.69 32.15 -.15",
            "Equipment",
            "10.9901 0 0 10.9901 0 10.9901 | 9.8 0 0 9.8 0 .2 10 | 0 4.9 4.9 .245 0 4.9 | .5 5.6 10.5 .4901",
            "Staff",
            "1.2 0 0 1.2 0 1.2 | .3 .05 0 .35 0 0 .35 | .55 .2 .75 0 0 .15 | .35 .5 1.25 -.05",
            "Contingency",
            "3 -2 0 1 0 1 | 0 0 0 0 0 0 0 | 0 0 0 0 0 0 | .4 .4 .4 .6",
            "totals",
            "45.1901 0 0 45.1901 0 45.1901 | 40.1 1.55 .5 41.65 .4 .45 42.5 | .55 27.56 28.11 1.745 20.96 14.09 | 1.25 16.19 44.3 .8901");

    private static final String TODAY =
            LocalDate.now(ZoneId.of("Europe/Vilnius")).toString();

    private String project;

    private String line(String name, String category, String budget) {
        return recorded(
                "/projects/" + project + "/cost-lines",
                with(with(costLine(budget), "name", name), "category", category));
    }

    private static String recorded(String at, Map<String, Object> terms) {
        return ENGINEER.post(API + at, terms).statusCode(201).extract().path("id");
    }

    private static void approved(String record) {
        APPROVER.post(API + record + "/decision", Map.of("outcome", "APPROVED")).statusCode(200);
    }

    private String contracted(String line, String net, Map<String, Object> terms) {
        var id = recorded(
                "/projects/" + project + "/contracts", with(with(contract(net), "costLine", line), "terms", terms));
        approved("/contracts/" + id);
        return id;
    }

    private static Map<String, Object> retaining(String rate, String limit) {
        var retention = limit == null ? map("rate", rate) : map("rate", rate, "limit", eur(limit));
        return Map.of("retention", retention, "vat", "STANDARD");
    }

    private static String varied(String contract, String kind, String state, String net) {
        return recorded(
                "/contracts/" + contract + "/variations",
                map("class", kind, "state", state, "net", eur(net), "reason", "Rock instead of sand"));
    }

    private static void agreed(String contract, String kind, String net) {
        approved("/variations/" + varied(contract, kind, "PENDING", net));
    }

    private static String certified(String contract, Map<String, Object> terms) {
        var id = recorded(
                "/contracts/" + contract + "/certificates", with(with(terms, "number", "1"), "periodTo", TODAY));
        approved("/certificates/" + id);
        return id;
    }

    private static Map<String, Object> done(String amount) {
        return map("lines", List.of(Map.of("line", "1", "amount", eur(amount))));
    }

    private void paid(String contract, String certificate) {
        var payable =
                ENGINEER.get(API + "/certificates/" + certificate).extract().jsonPath();
        var invoice = recorded(
                "/invoices",
                map(
                        "contract",
                        contract,
                        "number",
                        unique("INV"),
                        "supplier",
                        Map.of("name", "UAB Tetas", "identifier", "300513148"),
                        "issuedOn",
                        TODAY,
                        "net",
                        eur(payable.getString("net.amount")),
                        "vat",
                        eur(payable.getString("vat.amount")),
                        "gross",
                        eur(payable.getString("payable.amount"))));
        var at = API + "/invoices/" + invoice;
        taken(INSPECTOR.post(at + "/match", Map.of("certificate", certificate)));
        taken(APPROVER.post(at + "/approval", Map.of("outcome", "APPROVED")));
        taken(ACCOUNTANT.post(at + "/payment", Map.of("paidOn", TODAY, "proof", "Payment order 417")));
    }

    private static void taken(ValidatableResponse answer) {
        assertEquals(200, answer.extract().statusCode(), answer.extract().asString());
    }

    private void works() {
        var works = line("Works", "WORKS", "30000000.00");
        var contingency = line("Contingency", "CONTINGENCY", "3000000.00");
        var transfer = recorded(
                "/projects/" + project + "/budget-transfers",
                map("from", contingency, "to", works, "amount", eur("2000000.00"), "reason", "The ground is worse"));
        approved("/budget-transfers/" + transfer);
        forecast(contingency, "400000.00");
        var contract = contracted(works, "30000000.00", retaining("0.10", "1500000.00"));
        agreed(contract, "VARIATION", "1000000.00");
        agreed(contract, "PRICE_ADJUSTMENT", "500000.00");
        varied(contract, "VARIATION", "PENDING", "400000.00");
        varied(contract, "VARIATION", "POTENTIAL", "250000.00");
        var certificate = certified(
                contract,
                with(
                        with(
                                with(done("21000000.00"), "variations", eur("900000.00")),
                                "priceAdjustment",
                                eur("310000.00")),
                        "plantAndMaterials",
                        eur("250000.00")));
        paid(contract, certificate);
    }

    private static void forecast(String line, String toContract) {
        recorded(
                "/cost-lines/" + line + "/forecasts",
                map("toContract", eur(toContract), "method", "Offers", "reason", "As the offers say"));
    }

    private void equipment() {
        var equipment = line("Equipment", "EQUIPMENT", "10990100.00");
        var contract = contracted(equipment, "9800000.00", retaining("0.05", null));
        varied(contract, "VARIATION", "POTENTIAL", "200000.00");
        certified(contract, done("4900000.00"));
        forecast(equipment, "500000.00");
    }

    private void staff() {
        var staff = line("Staff", "STAFF", "1200000.00");
        var contract = contracted(staff, "300000.00", Map.of("vat", "STANDARD"));
        agreed(contract, "VARIATION", "50000.00");
        certified(contract, done("200000.00"));
        var direct = recorded(
                "/projects/" + project + "/direct-costs",
                map(
                        "costLine",
                        staff,
                        "description",
                        "Wages of the project team",
                        "amount",
                        eur("550000.00"),
                        "on",
                        TODAY,
                        "paper",
                        "Payroll 2022"));
        approved("/direct-costs/" + direct);
        forecast(staff, "350000.00");
    }

    @Test
    void every_cell_of_the_worked_example_comes_out_to_the_cent() {
        project = recordedProject();
        works();
        equipment();
        staff();
        var report = OFFICER.get(API + "/projects/" + project + "/cost-report")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(4, report.getList("lines").size());
        LINES.forEach((name, cells) -> cells(
                report, name.equals("totals") ? "totals" : "lines.find { it.costLine.name == '" + name + "' }", cells));
    }

    private static void cells(JsonPath report, String at, String millions) {
        var wanted = List.of(millions.replace("| ", "").split(" "));
        assertEquals(COLUMNS.size(), wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            var amount = new BigDecimal(wanted.get(i)).movePointRight(6).setScale(2);
            assertEquals(
                    amount.toPlainString(),
                    report.getString(at + "." + COLUMNS.get(i) + ".amount"),
                    at + " " + COLUMNS.get(i));
        }
    }
}
