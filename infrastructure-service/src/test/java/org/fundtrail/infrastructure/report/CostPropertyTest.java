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
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.fundtrail.records.AnswerFields;
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

    private static final List<String> INVOICING =
            List.of("invoice", "elsewhere", "matched", "approved", "disputed", "paid", "credited");

    /** How often each deed was accepted: a property of what is always refused would say nothing. */
    private final Map<String, Integer> accepted = new TreeMap<>();

    private static final List<String> ALL = List.of(
            "transfer",
            "change",
            "variation",
            "decided",
            "advance",
            "certificate",
            "reversed",
            "invoice",
            "elsewhere",
            "matched",
            "approved",
            "disputed",
            "paid",
            "credited",
            "direct",
            "forecast");

    /** What is certified, invoiced and taken back, and little else. */
    private static final List<String> OF_CONTRACTS = List.of(
            "variation",
            "decided",
            "advance",
            "certificate",
            "certificate",
            "reversed",
            "invoice",
            "invoice",
            "invoice",
            "paid",
            "credited");

    private static final Map<String, Object> TERMS = Map.of(
            "retention",
            Map.of("rate", "0.10", "limit", eur("90000.00")),
            "advance",
            eur("300000.00"),
            "recovery",
            Map.of("start", "0.10", "rate", "0.25"),
            "vat",
            "STANDARD");

    /**
     * A project with two lines, each with a contract: of the first it is certified, of the second its acceptance is kept elsewhere. A third
     * contract has no cost line, and a fourth only for one of its works: what of them is invoiced may name one.
     */
    private final class Project {
        final SplittableRandom random;
        final String id = recordedProject();
        final List<String> lines = List.of(recordedCostLine(id, "5000000.00"), recordedCostLine(id, "2000000.00"));
        final List<String> contracts = new ArrayList<>();
        final List<String> variations = new ArrayList<>();
        /** By their contracts. */
        final Map<String, List<String>> certificates = new TreeMap<>();
        /** By what was done with them last: each is taken on from there. */
        final Map<String, List<String>> invoices = new TreeMap<>();

        int number = 0;

        Project(long seed) {
            random = new SplittableRandom(seed);
            contracts.add(signed(
                    lines.get(0),
                    Map.of("retention", Map.of("rate", "0.10"), "advance", eur("300000.00"), "vat", "STANDARD")));
            contracts.add(signed(lines.get(1), null));
            contracts.add(inForce(contract("3000000.00"), TERMS));
            var work =
                    map("line", "1", "description", "Fence", "unit", "km", "quantity", "1", "price", eur("2000000.00"));
            var other = with(with(with(work, "line", "2"), "price", eur("1000000.00")), "costLine", lines.get(1));
            contracts.add(inForce(with(contract("3000000.00"), "schedule", List.of(work, other)), TERMS));
        }

        private String signed(String line, Map<String, Object> terms) {
            return inForce(with(contract("3000000.00"), "costLine", line), terms);
        }

        private String inForce(Map<String, Object> recorded, Map<String, Object> terms) {
            var said = with(recorded, "terms", terms);
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

        /** One that is certified. */
        private String certifiable() {
            return one(List.of(contracts.get(0), contracts.get(2), contracts.get(3)));
        }

        /** More as time goes by, and now and then less. */
        private List<Map<String, Object>> done(String contract) {
            var isMixed = contract.equals(contracts.get(3));
            int most = Math.min(10, number + 2) * 100_000;
            var first = Map.<String, Object>of("line", "1", "amount", eur(amount(most * 2)));
            return isMixed ? List.of(first, Map.of("line", "2", "amount", eur(amount(most)))) : List.of(first);
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        /** Does something of what can be done; says what. */
        String deed(List<String> deeds) {
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
                case "advance" -> certified(certifiable(), map("advance", true));
                case "certificate" -> certified();
                case "reversed" -> reversed(certificates.getOrDefault(certifiable(), List.of()));
                case "invoice" -> invoicedFor(certifiable());
                case "elsewhere" ->
                    invoiced(contracts.get(1), amount(500_000), "0.21", Map.of("acceptance", "Delivery note 7"));
                case "matched" -> matched();
                case "approved" -> approved();
                case "disputed" -> onInvoice("/match", INSPECTOR, "/dispute", Map.of("reason", "Not as agreed"));
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

        /** Of amounts to date that may be lower than those before; now and then the works are taken over. */
        private boolean certified() {
            var contract = certifiable();
            var terms = map("periodTo", TODAY, "lines", done(contract));
            return certified(contract, random.nextInt(8) == 0 ? with(terms, "takingOver", true) : terms);
        }

        private boolean certified(String contract, Map<String, Object> terms) {
            var said = with(terms, "number", String.valueOf(number++));
            var answer = ENGINEER.post(API + "/contracts/" + contract + "/certificates", said);
            if (!taken(answer)) {
                return false;
            }
            String certificate = answer.extract().path("id");
            if (taken(approved("/certificates/" + certificate))) {
                return certificates
                        .computeIfAbsent(contract, none -> new ArrayList<>())
                        .add(certificate);
            }
            taken(ENGINEER.post(API + "/certificates/" + certificate + "/steps", Map.of("step", "WITHDRAW")));
            return false;
        }

        private boolean reversed(List<String> of) {
            if (of.isEmpty()) {
                return false;
            }
            var last = of.get(of.size() - 1);
            var proposed = ENGINEER.post(
                    API + "/certificates/" + last + "/steps", Map.of("step", "REVERSE", "reason", "Measured wrongly"));
            return taken(proposed) && taken(approved("/certificates/" + last)) && of.remove(last);
        }

        /** Of all of a certificate or of half of it; where its contract has no cost line it may name one. */
        private boolean invoicedFor(String contract) {
            var of = certificates.getOrDefault(contract, List.of());
            if (of.isEmpty()) {
                return false;
            }
            var certificate = one(of);
            var payable =
                    ENGINEER.get(API + "/certificates/" + certificate).extract().jsonPath();
            var net = new BigDecimal(payable.getString("net.amount"));
            var part = random.nextBoolean() ? net : net.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
            var accepted = map("certificate", certificate);
            if (!contract.equals(contracts.get(0)) && random.nextInt(4) > 0) {
                accepted.put("costLine", one(lines));
            }
            var isInvoiced = part.signum() > 0 && invoiced(contract, part.toPlainString(), "0.21", accepted);
            if (isInvoiced && random.nextInt(3) > 0 && matched()) {
                approved();
            }
            return isInvoiced;
        }

        private boolean invoiced(String contract, String net, String rate, Map<String, Object> accepted) {
            var vat = new BigDecimal(net).multiply(new BigDecimal(rate)).setScale(2, RoundingMode.HALF_UP);
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

        private boolean matched() {
            return onInvoice("recorded", INSPECTOR, "/match", Map.of());
        }

        private boolean approved() {
            var isDone =
                    onInvoice("/match", APPROVER, "/approval", Map.of("outcome", "APPROVED", "reason", "As agreed"));
            if (isDone) {
                accepted.merge("approved", 1, Integer::sum);
            }
            return isDone;
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

        /** Its rows by their names, lines by their numbers. */
        Map<String, Map<String, Object>> report() {
            var report = AnswerFields.of(
                    ENGINEER.get(API + "/projects/" + id + "/cost-report").statusCode(200));
            var rows = new TreeMap<String, Map<String, Object>>();
            rows.put("totals", fields(report.get("totals")));
            var lines = (List<?>) report.get("lines");
            for (int n = 0; n < lines.size(); n++) {
                rows.put("lines[" + n + "]", fields(lines.get(n)));
            }
            return rows;
        }
    }

    /** Refused or done, but never failed. */
    private static boolean taken(ValidatableResponse answer) {
        int status = answer.extract().statusCode();
        assertTrue(status < 500, answer.extract().asString());
        return status < 300;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object of) {
        return (Map<String, Object>) of;
    }

    private static BigDecimal of(Map<String, Map<String, Object>> report, String row, String column) {
        return new BigDecimal(fields(report.get(row).get(column)).get("amount").toString());
    }

    private static BigDecimal sum(Map<String, Map<String, Object>> report, String row, String... columns) {
        var sum = BigDecimal.ZERO;
        for (var column : columns) {
            sum = sum.add(of(report, row, column));
        }
        return sum;
    }

    private static BigDecimal free(Map<String, Map<String, Object>> report, String row) {
        return of(report, row, "currentBudget").subtract(sum(report, row, "currentCommitments", "directActual"));
    }

    private static void fits(Map<String, Map<String, Object>> report, String row, String after) {
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
            fitAfterEach(ALL, 20261201 * 31 + seed);
        }
        assertEquals(new TreeSet<>(ALL), accepted.keySet());
    }

    @Test
    void whatever_cost_lines_invoices_name_the_figures_fit_together_row_by_row() {
        int named = 0;
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            var project = fitAfterEach(OF_CONTRACTS, 20261209 * 31 + seed);
            named += Books.rows(
                            "SELECT a.id FROM journal.account a WHERE a.kind = 'RECLASSIFYING' AND a.owner::text = ANY (string_to_array(?, ','))",
                            String.join(",", project.contracts))
                    .size();
        }
        assertTrue(named > 2, "invoices name lines where their certificates have none");
        assertTrue(accepted.keySet().containsAll(OF_CONTRACTS), accepted::toString);
    }

    private Project fitAfterEach(List<String> deeds, long seed) {
        var project = new Project(seed);
        var before = project.report();
        for (int i = 0; i < DEEDS; i++) {
            var deed = project.deed(deeds);
            var after = "seed " + seed + ", " + i + ": " + deed;
            var report = project.report();
            report.keySet().forEach(row -> fits(report, row, after));
            assertEquals(new BigDecimal("0.00"), of(report, "totals", "transfers"), after);
            if (INVOICING.contains(deed)) {
                assertEquals(free(before, "totals"), free(report, "totals"), after);
            }
            paymentsFit(project.contracts, "a.owner", after);
            paymentsFit(project.contracts.subList(0, 3), "a.owner, a.party", after);
            invoicesFit(project, after);
            before = report;
        }
        return project;
    }

    /** What may be invoiced, is, is paid or is held back is what is certified and what of the advance is not recovered. */
    private static void paymentsFit(List<String> contracts, String by, String after) {
        // the advance stands below zero
        var differing = Books.rows("""
                SELECT %1$s, sum(CASE a.kind WHEN 'CERTIFIED' THEN b.debits - b.credits ELSE b.credits - b.debits END)
                FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
                WHERE a.owner::text = ANY (string_to_array(?, ','))
                AND a.kind IN ('PAYABLE', 'INVOICED', 'PAID', 'RETAINED', 'ADVANCE', 'CERTIFIED')
                GROUP BY %1$s HAVING sum(CASE a.kind WHEN 'CERTIFIED' THEN b.debits - b.credits
                    ELSE b.credits - b.debits END) <> 0""".formatted(by), String.join(",", contracts));
        assertEquals(List.of(), differing, after);
    }

    /** On each row what invoices of its certificates may come to still is what is payable there, whatever later ones took back. */
    private static void invoicesFit(Project project, String after) {
        var differing = Books.rows(
                """
                SELECT contract, party, sum(amount) FROM (
                    SELECT c.contract_id AS contract, r.row_id AS party, r.net AS amount FROM infrastructure.certificate c
                        JOIN infrastructure.certificate_row r ON r.certificate_id = c.id WHERE c.n IS NOT NULL AND c.net > 0
                    UNION ALL SELECT coalesce(c.contract_id, i.contract_id, a.owner), a.party, b.debits - b.credits
                        FROM journal.account a JOIN journal.balance b ON b.account_id = a.id
                        LEFT JOIN infrastructure.certificate c ON c.id = a.owner
                        LEFT JOIN infrastructure.invoice i ON i.id = a.owner AND i.certificate_id IS NOT NULL
                        WHERE a.kind IN ('PAYABLE', 'CREDITABLE', 'TAKEN_BACK')) of_each
                WHERE contract::text = ANY (string_to_array(?, ',')) GROUP BY contract, party HAVING sum(amount) <> 0""",
                String.join(
                        ",", List.of(project.contracts.get(0), project.contracts.get(2), project.contracts.get(3))));
        assertEquals(List.of(), differing, after);
    }
}
