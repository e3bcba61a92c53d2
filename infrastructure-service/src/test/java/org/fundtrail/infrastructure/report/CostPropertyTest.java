package org.fundtrail.infrastructure.report;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.map;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.unique;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** Whatever is recorded in whichever order, and whatever of it is refused, the figures of a project keep fitting together. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class CostPropertyTest {
    private static final int SEQUENCES = 2;
    private static final int DEEDS = 70;
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Europe/Vilnius")).toString();

    /** How often each deed was accepted: a property of what is always refused would say nothing. */
    private final Map<String, Integer> accepted = new TreeMap<>();

    /** A project with two lines: one with a contract that is certified, one with a contract whose acceptance is kept elsewhere. */
    private final class Project {
        final SplittableRandom random;
        final String id = recordedProject();
        final List<String> lines = List.of(recordedCostLine(id, "5000000.00"), recordedCostLine(id, "2000000.00"));
        final List<String> contracts = new ArrayList<>();
        final List<String> variations = new ArrayList<>();
        final List<String> certificates = new ArrayList<>();
        /** By what was done with them last: each is taken on from there. */
        final Map<String, List<String>> invoices = new TreeMap<>();

        int number = 0;

        Project(long seed) {
            random = new SplittableRandom(seed);
            contracts.add(signed(
                    lines.get(0),
                    Map.of("retention", Map.of("rate", "0.10"), "advance", eur("300000.00"), "vat", "STANDARD")));
            contracts.add(signed(lines.get(1), null));
        }

        private String signed(String line, Map<String, Object> terms) {
            var said = with(with(contract("3000000.00"), "costLine", line), "terms", terms);
            String contract = ENGINEER.post(API + "/projects/" + id + "/contracts", said)
                    .statusCode(201)
                    .extract()
                    .path("id");
            approved("/contracts/" + contract).statusCode(200);
            return contract;
        }

        private ValidatableResponse approved(String record) {
            return APPROVER.post(API + record + "/decision", Map.of("outcome", "APPROVED"));
        }

        private String amount(int most) {
            return BigDecimal.valueOf(random.nextInt(1, most * 100), 2).toPlainString();
        }

        private String signed(int most) {
            return (random.nextInt(4) == 0 ? "-" : "") + amount(most);
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        /** Does something of what can be done; says what. */
        String deed() {
            var deeds = List.of(
                    "transfer",
                    "change",
                    "variation",
                    "decided",
                    "advance",
                    "certificate",
                    "invoice",
                    "elsewhere",
                    "matched",
                    "approved",
                    "paid",
                    "credited",
                    "direct",
                    "forecast");
            var deed = one(deeds);
            if (does(deed)) {
                accepted.merge(deed, 1, Integer::sum);
            }
            return deed;
        }

        private boolean does(String deed) {
            return switch (deed) {
                case "transfer" ->
                    recorded(
                            "/projects/" + id + "/budget-transfers",
                            map(
                                    "from",
                                    lines.get(0),
                                    "to",
                                    lines.get(1),
                                    "amount",
                                    eur(amount(90_000)),
                                    "reason",
                                    "Needed there"),
                            "/budget-transfers/",
                            true);
                case "change" ->
                    recorded(
                            "/projects/" + id + "/budget-changes",
                            map(
                                    "costLine",
                                    one(lines),
                                    "amount",
                                    eur(signed(90_000)),
                                    "decision",
                                    Map.of("reference", "N-17", "date", TODAY),
                                    "reason",
                                    "Decided so"),
                            "/budget-changes/",
                            random.nextBoolean());
                case "variation" -> varied();
                case "decided" -> !variations.isEmpty() && taken(approved("/variations/" + one(variations)));
                case "advance" -> certified(map("advance", true));
                case "certificate" ->
                    certified(map(
                            "periodTo",
                            TODAY,
                            "lines",
                            List.of(Map.of("line", "1", "amount", eur(amount(3_000_000))))));
                case "invoice" -> !certificates.isEmpty() && invoicedFor(one(certificates));
                case "elsewhere" ->
                    invoiced(contracts.get(1), amount(500_000), "0.21", Map.of("acceptance", "Delivery note 7"));
                case "matched" -> onInvoice("recorded", INSPECTOR, "/match", Map.of());
                case "approved" ->
                    onInvoice("/match", APPROVER, "/approval", Map.of("outcome", "APPROVED", "reason", "As agreed"));
                case "paid" ->
                    onInvoice("/approval", ACCOUNTANT, "/payment", Map.of("paidOn", TODAY, "proof", "Payment order 3"));
                case "credited" ->
                    onInvoice(
                            invoices.getOrDefault("/payment", List.of()).isEmpty() ? "/approval" : "/payment",
                            ENGINEER,
                            "/credit",
                            map(
                                    "number",
                                    unique("CN"),
                                    "net",
                                    eur("10.00"),
                                    "vat",
                                    eur("2.10"),
                                    "gross",
                                    eur("12.10"),
                                    "issuedOn",
                                    TODAY,
                                    "reason",
                                    "Less was delivered"));
                case "direct" ->
                    recorded(
                            "/projects/" + id + "/direct-costs",
                            map(
                                    "costLine",
                                    one(lines),
                                    "description",
                                    "Wages",
                                    "amount",
                                    eur(amount(50_000)),
                                    "on",
                                    TODAY,
                                    "paper",
                                    "Payroll"),
                            "/direct-costs/",
                            random.nextBoolean());
                default ->
                    taken(ENGINEER.post(
                            API + "/cost-lines/" + one(lines) + "/forecasts",
                            map("toContract", eur(amount(400_000)), "method", "Offers", "reason", "As they say")));
            };
        }

        private boolean recorded(String at, Map<String, Object> terms, String room, boolean isApproved) {
            var answer = ENGINEER.post(API + at, terms);
            return taken(answer)
                    && (!isApproved || taken(approved(room + answer.extract().path("id"))));
        }

        private boolean varied() {
            var answer = ENGINEER.post(
                    API + "/contracts/" + one(contracts) + "/variations",
                    map(
                            "class",
                            random.nextInt(3) == 0 ? "PRICE_ADJUSTMENT" : "VARIATION",
                            "state",
                            random.nextInt(3) == 0 ? "POTENTIAL" : "PENDING",
                            "net",
                            eur(signed(200_000)),
                            "reason",
                            "Found on site",
                            "costLine",
                            one(lines)));
            return taken(answer) && variations.add(answer.extract().path("id"));
        }

        private boolean certified(Map<String, Object> terms) {
            var said = with(terms, "number", String.valueOf(number++));
            var answer = ENGINEER.post(API + "/contracts/" + contracts.get(0) + "/certificates", said);
            if (!taken(answer)) {
                return false;
            }
            String certificate = answer.extract().path("id");
            if (taken(approved("/certificates/" + certificate))) {
                return certificates.add(certificate);
            }
            taken(ENGINEER.post(API + "/certificates/" + certificate + "/steps", Map.of("step", "WITHDRAW")));
            return false;
        }

        private boolean invoicedFor(String certificate) {
            var payable =
                    ENGINEER.get(API + "/certificates/" + certificate).extract().jsonPath();
            var net = new BigDecimal(payable.getString("net.amount"));
            var part = random.nextBoolean() ? net : net.divide(BigDecimal.valueOf(2), 2, java.math.RoundingMode.DOWN);
            return part.signum() > 0
                    && invoiced(contracts.get(0), part.toPlainString(), "0.21", Map.of("certificate", certificate));
        }

        private boolean invoiced(String contract, String net, String rate, Map<String, Object> accepted) {
            var vat = new BigDecimal(net).multiply(new BigDecimal(rate)).setScale(2, java.math.RoundingMode.HALF_UP);
            var said = map(
                    "contract",
                    contract,
                    "number",
                    unique("INV"),
                    "supplier",
                    Map.of("name", "UAB Tetas", "identifier", "300513148"),
                    "issuedOn",
                    TODAY,
                    "net",
                    eur(net),
                    "vat",
                    eur(vat.toPlainString()),
                    "gross",
                    eur(new BigDecimal(net).add(vat).toPlainString()));
            said.putAll(accepted);
            var answer = ENGINEER.post(API + "/invoices", said);
            return taken(answer)
                    && invoices.computeIfAbsent("recorded", none -> new ArrayList<>())
                            .add(answer.extract().path("id"));
        }

        private boolean onInvoice(String from, Person by, String step, Map<String, Object> said) {
            var there = invoices.getOrDefault(from, List.of());
            if (there.isEmpty()) {
                return false;
            }
            var invoice = one(there);
            var isDone = taken(by.post(API + "/invoices/" + invoice + step, said));
            if (isDone && !step.equals("/credit")) {
                there.remove(invoice);
                invoices.computeIfAbsent(step, none -> new ArrayList<>()).add(invoice);
            }
            return isDone;
        }

        JsonPath report() {
            return ENGINEER.get(API + "/projects/" + id + "/cost-report")
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }
    }

    /** Refused or done, but never failed. */
    private static boolean taken(ValidatableResponse answer) {
        int status = answer.extract().statusCode();
        assertTrue(status < 500, answer.extract().asString());
        return status < 300;
    }

    private static BigDecimal of(JsonPath report, String row, String column) {
        return new BigDecimal(report.getString(row + "." + column + ".amount"));
    }

    private static BigDecimal sum(JsonPath report, String row, String... columns) {
        var sum = BigDecimal.ZERO;
        for (var column : columns) {
            sum = sum.add(of(report, row, column));
        }
        return sum;
    }

    private static BigDecimal free(JsonPath report, String row) {
        return of(report, row, "currentBudget").subtract(sum(report, row, "currentCommitments", "directActual"));
    }

    private static void fits(JsonPath report, String row, String after) {
        var said = after + ", " + row;
        var u = of(report, row, "estimateAtCompletion");
        assertEquals(sum(report, row, "actualCost", "forecastToComplete"), u, said);
        assertEquals(
                sum(
                        report,
                        row,
                        "currentCommitments",
                        "pendingVariations",
                        "potentialChanges",
                        "directActual",
                        "stillToContract"),
                u,
                said);
        assertTrue(of(report, row, "openCommitments").signum() >= 0, said);
        assertEquals(sum(report, row, "certified", "openCommitments"), of(report, row, "currentCommitments"), said);
        assertEquals(
                sum(report, row, "originalCommitments", "approvedVariations"),
                of(report, row, "currentCommitments"),
                said);
        assertEquals(of(report, row, "currentBudget").subtract(u), of(report, row, "varianceAtCompletion"), said);
    }

    @Test
    void whatever_is_recorded_the_figures_fit_together() {
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            var project = new Project(20261201 * 31 + seed);
            var before = project.report();
            for (int i = 0; i < DEEDS; i++) {
                var deed = project.deed();
                var after = "seed " + seed + ", " + i + ": " + deed;
                var report = project.report();
                int rows = report.getList("lines").size();
                for (int row = 0; row < rows; row++) {
                    fits(report, "lines[" + row + "]", after);
                }
                fits(report, "totals", after);
                assertEquals(new BigDecimal("0.00"), of(report, "totals", "transfers"), after);
                if (List.of("invoice", "elsewhere", "matched", "approved", "paid")
                        .contains(deed)) {
                    assertEquals(free(before, "totals"), free(report, "totals"), after);
                }
                paymentsFit(project, after);
                before = report;
            }
        }
        assertEquals(
                new TreeSet<>(List.of(
                        "transfer",
                        "change",
                        "variation",
                        "decided",
                        "advance",
                        "certificate",
                        "invoice",
                        "elsewhere",
                        "matched",
                        "approved",
                        "paid",
                        "credited",
                        "direct",
                        "forecast")),
                accepted.keySet());
    }

    /** What may be invoiced, is, is paid or is held back is what is certified and what of the advance is not recovered. */
    private static void paymentsFit(Project project, String after) {
        // the advance stands below zero
        var differing = Books.rows(
                "SELECT a.owner, sum(CASE a.kind WHEN 'CERTIFIED' THEN b.debits - b.credits ELSE b.credits - b.debits END)"
                        + " FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id"
                        + " WHERE a.owner::text = ANY (string_to_array(?, ','))"
                        + " AND a.kind IN ('PAYABLE', 'INVOICED', 'PAID', 'RETAINED', 'ADVANCE', 'CERTIFIED')"
                        + " GROUP BY a.owner HAVING sum(CASE a.kind WHEN 'CERTIFIED' THEN b.debits - b.credits"
                        + " ELSE b.credits - b.debits END) <> 0",
                String.join(",", project.contracts));
        assertEquals(List.of(), differing, after);
    }
}
