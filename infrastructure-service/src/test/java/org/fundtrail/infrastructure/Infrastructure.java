package org.fundtrail.infrastructure;

import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Person;

/** Bodies and shortcuts for tests of cost: everything goes through the API. */
public final class Infrastructure {
    public static final String API = "/api/infrastructure/v1";
    public static final Person INSPECTOR = new Person("inspector", Role.PROJECT_OFFICER, "LT-VRM");
    public static final Person LATVIAN_ENGINEER = new Person("engineer.lv", Role.PROJECT_OFFICER, "LV-IEM");
    public static final Person LATVIAN_APPROVER = new Person("approver.lv", Role.APPROVER, "LV-IEM");

    private Infrastructure() {}

    /** A reference nobody else uses. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    public static Map<String, Object> works() {
        return map(
                "reference",
                unique("WORKS"),
                "title",
                Map.of("en", "Fence and monitoring", "lt", "Tvora ir stebėjimas"));
    }

    public static Map<String, Object> project(String kind) {
        return map(
                "reference",
                unique("PRJ"),
                "title",
                Map.of("en", "Physical barrier", "lt", "Fizinis barjeras"),
                "kind",
                kind,
                "beneficiary",
                "State Border Guard Service",
                "period",
                Map.of("from", "2021-08-01", "to", "2022-12-31"));
    }

    public static Map<String, Object> estimate(String amount, String basis, String date) {
        return map(
                "name",
                "Estimate of " + date,
                "amount",
                eur(amount),
                "basis",
                basis,
                "date",
                date,
                "source",
                Map.of("title", "Ministry of the Interior", "url", "https://vrm.lrv.lt/en/"));
    }

    public static Map<String, Object> contract(String net) {
        return map(
                "reference",
                unique("CON"),
                "contractor",
                Map.of("name", "UAB Tetas", "identifier", "300513148"),
                "net",
                eur(net),
                "vatRate",
                "0.21",
                "signedOn",
                "2021-09-13",
                "dueOn",
                "2022-04-30");
    }

    /** A variation of a contract; what is below zero takes it. */
    public static Map<String, Object> variation(String state, String net) {
        return map(
                "class",
                "VARIATION",
                "state",
                state,
                "net",
                eur(net),
                "reason",
                "Rock instead of sand",
                "on",
                "2022-03-01");
    }

    /** The id of a variation of a contract that stands there. */
    public static String varied(String contract, Map<String, Object> variation) {
        return id(ENGINEER.post(API + "/contracts/{id}/variations", variation, contract));
    }

    /** The same once it is approved. */
    public static String approvedVariation(String contract, Map<String, Object> variation) {
        var id = varied(contract, variation);
        APPROVER.post(API + "/variations/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    public static Map<String, Object> security(String kind, String from, String to) {
        return map("kind", kind, "amount", eur("3000000.00"), "issuer", "AB SEB bankas", "from", from, "to", to);
    }

    /** Who does this much of a contract for its contractor; no owner is said. */
    public static Map<String, Object> subcontractor(String amount) {
        return map(
                "name",
                unique("UAB Vielos darbai"),
                "identifier",
                "302417795",
                "amount",
                eur(amount),
                "on",
                "2021-10-04");
    }

    /** A line of a budget, all of it eligible. */
    public static Map<String, Object> costLine(String eligible) {
        return map(
                "name",
                unique("Line"),
                "category",
                "WORKS",
                "eligible",
                eur(eligible),
                "notEligible",
                eur("0.00"),
                "euShare",
                "0.75");
    }

    /** Money that goes from one cost line to another from today on. */
    public static Map<String, Object> budgetTransfer(String from, String to, String amount) {
        return map("from", from, "to", to, "amount", eur(amount), "reason", unique("The ground is soft"));
    }

    /** What a decision does to the budget of a cost line from today on. */
    public static Map<String, Object> budgetChange(String line, String amount) {
        return map(
                "costLine",
                line,
                "amount",
                eur(amount),
                "decision",
                Map.of("reference", "Resolution No. 667", "date", "2021-08-23"),
                "reason",
                unique("The government decided so"));
    }

    /** What was paid without a contract. */
    public static Map<String, Object> directCost(String line, String amount) {
        return map(
                "costLine",
                line,
                "description",
                unique("Salaries"),
                "amount",
                eur(amount),
                "on",
                "2021-11-30",
                "paper",
                "Payroll 2021-11");
    }

    /** What is still to be contracted from today on. */
    public static Map<String, Object> forecast(String toContract) {
        return map("toContract", eur(toContract), "method", "Quotations", "reason", unique("Tendered in spring"));
    }

    /** A contract with a schedule of two lines, the second on this cost line, and with terms of certification. */
    public static Map<String, Object> contractInFull(String net, String costLine) {
        var first = map("line", "1", "description", "Fence", "unit", "km", "quantity", "0.5", "price", eur("2.00"));
        var rest = eur(new BigDecimal(net).subtract(BigDecimal.ONE).toPlainString());
        var second = map(
                "line",
                "2",
                "description",
                "Gates",
                "unit",
                "set",
                "quantity",
                "1",
                "price",
                rest,
                "costLine",
                costLine);
        var terms = map(
                "retention",
                Map.of("rate", "0.10", "limit", eur("1.00")),
                "advance",
                eur("1.00"),
                "recovery",
                Map.of("start", "0.10", "rate", "0.25"),
                "vat",
                "REVERSE_CHARGE",
                "securities",
                List.of("INSURANCE"));
        return with(
                with(with(contract(net), "schedule", List.of(first, second)), "costLine", costLine), "terms", terms);
    }

    /** A certificate of the one line of a contract. */
    public static Map<String, Object> certificate(String number, String done) {
        return map(
                "number", number, "periodTo", "2021-12-31", "lines", List.of(Map.of("line", "1", "amount", eur(done))));
    }

    /** The id of a certificate that waits for its approver. */
    public static String proposedCertificate(String contract, String number, String done) {
        return id(ENGINEER.post(API + "/contracts/{id}/certificates", certificate(number, done), contract));
    }

    /** The body with one thing different; a null takes the field out, a dot goes into an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        int dot = field.indexOf('.');
        if (dot > 0) {
            var outer = field.substring(0, dot);
            var inner = (Map<String, Object>) body.get(outer);
            changed.put(outer, with(inner, field.substring(dot + 1), value));
        } else if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }

    /** The id of a recorded works programme. */
    public static String recordedWorks() {
        return id(ENGINEER.post(API + "/works-programmes", works()));
    }

    /** The id of a recorded project. */
    public static String recordedProject() {
        return id(ENGINEER.post(API + "/projects", project("PHYSICAL_BARRIER")));
    }

    /** The id of a recorded project that belongs to a works programme. */
    public static String recordedProjectOf(String works) {
        return id(ENGINEER.post(API + "/projects", with(project("PHYSICAL_BARRIER"), "worksProgramme", works)));
    }

    /** The id of an estimate on the ladder at this path: {@code /projects/{id}}. */
    public static String recordedEstimate(String of, Map<String, Object> estimate) {
        return id(ENGINEER.post(API + of + "/estimates", estimate));
    }

    /** The id of an estimate that is the baseline there now. */
    public static String baseline(String of, Map<String, Object> estimate) {
        var id = recordedEstimate(of, estimate);
        approved(proposedBaseline(of, id));
        return id;
    }

    /** The id of a choice of that estimate which waits for its approver. */
    public static String proposedBaseline(String of, String estimate) {
        return id(ENGINEER.post(
                API + of + "/baseline", Map.of("estimate", estimate, "reason", "The government decided so")));
    }

    /** Approves a choice of baseline. */
    public static void approved(String baseline) {
        APPROVER.post(API + "/baselines/{id}/decision", Map.of("outcome", "APPROVED"), baseline)
                .statusCode(200);
    }

    /** The id of a cost line of this budget, all of it eligible. */
    public static String recordedCostLine(String project, String budget) {
        return id(ENGINEER.post(API + "/projects/{id}/cost-lines", costLine(budget), project));
    }

    /** The id of a record that waits for its approver, of this room of a project: {@code budget-transfers}. */
    public static String proposedIn(String room, String project, Map<String, Object> terms) {
        return id(ENGINEER.post(API + "/projects/{id}/" + room, terms, project));
    }

    /** The id of one that is approved. */
    public static String approvedIn(String room, String project, Map<String, Object> terms) {
        var id = proposedIn(room, project, terms);
        APPROVER.post(API + "/" + room + "/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    /** The id of a contract that waits for its approver. */
    public static String proposed(String project, String net) {
        return id(ENGINEER.post(API + "/projects/{id}/contracts", contract(net), project));
    }

    /** The id of a contract in force. */
    public static String inForce(String project, String net) {
        var id = proposed(project, net);
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    /** How many entries there are, of every institution. */
    public static int entries() {
        List<?> newest = AUDITOR.get(API + "/entries?order=desc&limit=1")
                .statusCode(200)
                .extract()
                .path("items.position");
        return newest.isEmpty() ? 0 : (Integer) newest.get(0) + 1;
    }

    /** Expects a problem that names the rule and the field, and that nothing was recorded. */
    public static void refused(ValidatableResponse answer, int status, String code, String field) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    public static Map<String, Object> map(Object... pairs) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
