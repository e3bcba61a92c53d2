package org.fundtrail.e2e;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What aid and costs take to be recorded through the gateway: each is sent until it is answered, whatever is away meanwhile. */
final class Aid {
    static final String INFRASTRUCTURE = "/api/infrastructure/v1";
    static final String FUNDING = "/api/funding/v1";
    static final Map<String, String> APPROVED = Map.of("outcome", "APPROVED");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final House house;

    Aid(House house) {
        this.house = house;
    }

    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Sends it, always under the same key, until it is known what became of it. */
    Response send(String user, String path, Object body) {
        var key = UUID.randomUUID().toString();
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = sent(user, path, body, key);
            if (answer != null && isKnown(answer)) {
                return answer;
            }
            if (Instant.now().isAfter(until)) {
                throw new AssertionError(
                        path + " had no answer: " + (answer == null ? "the gateway is away" : answer.asString()));
            }
            House.pause();
        }
    }

    private Response sent(String user, String path, Object body, String key) {
        try {
            return house.as(user).header("Idempotency-Key", key).body(body).post(path);
        } catch (Exception away) { // thrown without being declared
            return null;
        }
    }

    /** A service that was killed within a transaction, or is not there yet, says that it is away. */
    private static boolean isKnown(Response answer) {
        return answer.statusCode() != 503 && !(answer.statusCode() == 409 && "rivals".equals(answer.path("code")));
    }

    String recorded(String user, String path, Object body) {
        return send(user, path, body).then().statusCode(201).extract().path("id");
    }

    /** The code of a programme of this fund that may pay for cameras. */
    String programme(String fund) {
        var code = unique("E2E-" + fund);
        recorded(
                "officer",
                FUNDING + "/programmes",
                Map.of(
                        "code",
                        code,
                        "fund",
                        fund,
                        "name",
                        "Cameras",
                        "managementMode",
                        "DIRECT",
                        "period",
                        Map.of("from", "2021-01-01", "to", "2027-12-31"),
                        "costScope",
                        List.of("SURVEILLANCE_SYSTEM")));
        return code;
    }

    /** The id of a project of 2025 and 2026. */
    String project() {
        return recorded(
                "engineer",
                INFRASTRUCTURE + "/projects",
                Map.of(
                        "reference",
                        unique("E2E-AID"),
                        "title",
                        Map.of("en", "Cameras", "lt", "Kameros"),
                        "kind",
                        "SURVEILLANCE_SYSTEM",
                        "beneficiary",
                        "State Border Guard Service",
                        "period",
                        Map.of("from", "2025-01-01", "to", "2026-12-31")));
    }

    /** The id of a cost line, of which all is eligible. */
    String costLine(String project) {
        return recorded(
                "engineer",
                INFRASTRUCTURE + "/projects/" + project + "/cost-lines",
                Map.of(
                        "name",
                        "Cameras",
                        "category",
                        "EQUIPMENT",
                        "eligible",
                        House.eur("1000.00"),
                        "notEligible",
                        House.eur("0.00"),
                        "euShare",
                        "0.8"));
    }

    /** The id of a contract in force. */
    String contract(String project, String costLine, String net) {
        var contract = recorded(
                "engineer",
                INFRASTRUCTURE + "/projects/" + project + "/contracts",
                Map.of(
                        "reference",
                        unique("E2E-CON"),
                        "contractor",
                        Map.of("name", "UAB Tetas", "identifier", "300513148"),
                        "net",
                        House.eur(net),
                        "vatRate",
                        "0.21",
                        "signedOn",
                        "2025-01-13",
                        "dueOn",
                        "2025-12-30",
                        "costLine",
                        costLine));
        done("approver", INFRASTRUCTURE + "/contracts/" + contract + "/decision", APPROVED);
        return contract;
    }

    /** The id of an invoice that is paid. */
    String invoice(String contract, String net, String vat, String gross) {
        var invoice = recorded(
                "engineer",
                INFRASTRUCTURE + "/invoices",
                Map.of(
                        "contract",
                        contract,
                        "number",
                        unique("TET"),
                        "supplier",
                        Map.of("name", "UAB Tetas", "identifier", "300513148"),
                        "issuedOn",
                        "2025-02-28",
                        "net",
                        House.eur(net),
                        "vat",
                        House.eur(vat),
                        "gross",
                        House.eur(gross),
                        "acceptance",
                        "Delivery note"));
        done("inspector", INFRASTRUCTURE + "/invoices/" + invoice + "/match", Map.of());
        done("approver", INFRASTRUCTURE + "/invoices/" + invoice + "/approval", APPROVED);
        done(
                "accountant",
                INFRASTRUCTURE + "/invoices/" + invoice + "/payment",
                Map.of("paidOn", "2025-03-25", "proof", "Order 417"));
        return invoice;
    }

    /** The id of an approved cost without a contract. */
    String directCost(String project, String costLine, String amount) {
        var cost = recorded(
                "engineer",
                INFRASTRUCTURE + "/projects/" + project + "/direct-costs",
                Map.of(
                        "costLine",
                        costLine,
                        "description",
                        "Salaries",
                        "amount",
                        House.eur(amount),
                        "on",
                        "2025-03-31",
                        "paper",
                        "Payroll 3"));
        done("approver", INFRASTRUCTURE + "/direct-costs/" + cost + "/decision", APPROVED);
        return cost;
    }

    /** The id of an allocation in force, with so much of it committed to the project. */
    String committed(String programme, String actionType, String rate, String project, String amount) {
        var allocation = recorded(
                "officer",
                FUNDING + "/allocations",
                Map.ofEntries(
                        Map.entry("reference", unique("E2E-ALL")),
                        Map.entry("programme", programme),
                        Map.entry("donor", "European Commission"),
                        Map.entry("recipient", "State Border Guard Service"),
                        Map.entry("actionType", actionType),
                        Map.entry("purpose", "Cameras"),
                        Map.entry("amount", House.eur(amount)),
                        Map.entry("coFinancingRate", rate),
                        Map.entry("decision", Map.of("reference", "E2E", "date", "2025-01-02")),
                        Map.entry("eligibility", Map.of("from", "2025-01-01", "to", "2026-12-31")),
                        Map.entry("sources", List.of())));
        done("approver", FUNDING + "/allocations/" + allocation + "/decision", APPROVED);
        var commitment = recorded(
                "officer",
                FUNDING + "/allocations/" + allocation + "/commitments",
                Map.of(
                        "project",
                        project,
                        "amount",
                        House.eur(amount),
                        "legalCommitment",
                        Map.of("reference", unique("E2E-COM"), "date", "2025-01-10")));
        done("approver", FUNDING + "/commitments/" + commitment + "/decision", APPROVED);
        return allocation;
    }

    private void done(String user, String path, Object body) {
        send(user, path, body).then().statusCode(200);
    }
}
