package org.fundtrail.funding.claim;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.funding.costoption.Options.approved;
import static org.fundtrail.funding.costoption.Options.flatRate;
import static org.fundtrail.funding.costoption.Options.lumpSum;
import static org.fundtrail.funding.costoption.Options.unitCost;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.fundtrail.records.Person.eur;

import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.funding.costoption.Options;

/** Bodies and shortcuts for tests of claims: everything goes through the API. */
public final class Claiming {
    public static final Map<String, Object> SUBMITTED = Map.of();
    public static final Map<String, Object> APPROVED = Map.of("outcome", "APPROVED");
    public static final Map<String, Object> PAID = Map.of("paidOn", "2022-05-20", "bankReference", "VRM-2022-0815");

    private Claiming() {}

    /** A project that nobody else uses. */
    public static String project() {
        return "RECEPTION/" + unique("camp");
    }

    /** The id of an allocation in force, with so much of it committed to the project. */
    public static String committed(String fund, String actionType, String rate, String project, String amount) {
        var code = unique("PRG");
        OFFICER.post(API + "/programmes", programme(code, fund, "RECEPTION")).statusCode(201);
        var id = OFFICER.post(
                        API + "/allocations",
                        with(with(allocation(code, amount), "actionType", actionType), "coFinancingRate", rate))
                .statusCode(201)
                .extract()
                .<String>path("id");
        APPROVER.post(API + "/allocations/{id}/decision", APPROVED, id).statusCode(200);
        commit(id, project, amount);
        return id;
    }

    public static void commit(String allocation, String project, String amount) {
        APPROVER.post(API + "/commitments/{id}/decision", APPROVED, reserved(allocation, project, amount))
                .statusCode(200);
    }

    /** Of a fund of the Union that pays so much of eligible cost. */
    public static String ofUnion(String rate, String project, String amount) {
        return committed("AMIF", "EMERGENCY_ASSISTANCE", rate, project, amount);
    }

    /** The state's own money. */
    public static String ofState(String project, String amount) {
        return committed("NATIONAL", "NATIONAL", "1", project, amount);
    }

    /** A claim of all that is left of these invoices. */
    public static Map<String, Object> claim(String allocation, Item... invoices) {
        return Map.of(
                "allocation",
                allocation,
                "project",
                invoices[0].project(),
                "invoices",
                Arrays.stream(invoices).map(Item::id).toList());
    }

    public static Map<String, Object> line(Item item, String amount) {
        var line = new HashMap<String, Object>();
        line.put("kind", item.type().name());
        line.put(item.type().name().equals("INVOICE") ? "invoice" : "directCost", item.id());
        line.put("amount", amount == null ? null : eur(amount));
        return line;
    }

    @SafeVarargs
    public static Map<String, Object> claim(String allocation, String project, Map<String, Object>... lines) {
        return Map.of("allocation", allocation, "project", project, "lines", List.of(lines));
    }

    /** The id of a draft. */
    public static String draft(Map<String, Object> claim) {
        return OFFICER.post(API + "/claims", claim).statusCode(201).extract().path("id");
    }

    public static ValidatableResponse submit(String claim) {
        return OFFICER.post(API + "/claims/{id}/submission", SUBMITTED, claim);
    }

    public static String submitted(Map<String, Object> claim) {
        var id = draft(claim);
        submit(id).statusCode(200);
        return id;
    }

    public static ValidatableResponse verify(String claim, Map<String, Object> body) {
        return VERIFIER.post(API + "/claims/{id}/verification", body, claim);
    }

    public static String verified(Map<String, Object> claim) {
        var id = submitted(claim);
        verify(id, APPROVED).statusCode(200);
        return id;
    }

    public static ValidatableResponse authorise(String claim, Map<String, Object> body) {
        return APPROVER.post(API + "/claims/{id}/authorisation", body, claim);
    }

    public static ValidatableResponse pay(String claim) {
        return ACCOUNTANT.post(API + "/claims/{id}/payment", PAID, claim);
    }

    public static String paid(Map<String, Object> claim) {
        var id = verified(claim);
        authorise(id, APPROVED).statusCode(200);
        pay(id).statusCode(200);
        return id;
    }

    public static ValidatableResponse read(String claim) {
        return OFFICER.get(API + "/claims/{id}", claim).statusCode(200);
    }

    @SafeVarargs
    public static Map<String, Object> deducting(Map<String, Object>... deductions) {
        return Map.of("outcome", "APPROVED", "deductions", List.of(deductions));
    }

    /** The id of a claim that waits for who verifies it, on an allocation and a project of its own. */
    public static String waiting() {
        var project = project();
        return submitted(claim(ofUnion("0.8", project, "100.00"), Item.invoice(project, "1.21", "1.00")));
    }

    /** The id of a claim that was paid less its deductions, after it came back once. */
    public static String paidLess() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        var body = claim(
                ofUnion("0.8", project, "100.00"),
                project,
                line(invoice, null),
                line(Item.directCost(project, "9.00"), "5.00"));
        var id = submitted(body);
        verify(id, Map.of("outcome", "RETURNED", "reason", "A paper is missing"))
                .statusCode(200);
        OFFICER.put(read(id).extract().header("ETag"), API + "/claims/{id}", body, id)
                .statusCode(200);
        submit(id).statusCode(200);
        VERIFIER.post(API + "/claims/{id}/clock", Map.of("action", "STOP", "reason", "A paper is missing"), id)
                .statusCode(200);
        VERIFIER.post(API + "/claims/{id}/clock", Map.of("action", "START"), id).statusCode(200);
        verify(id, deducting(deduction(1, "10.00", "NOT_ELIGIBLE"), deduction(2, "1.00", "NOT_PROVEN")))
                .statusCode(200);
        authorise(id, APPROVED).statusCode(200);
        pay(id).statusCode(200);
        return id;
    }

    /** The id of a draft by a unit cost, a lump sum and a flat rate on what staff costs. */
    public static String byOptions() {
        var project = project();
        var union = ofUnion("0.8", project, "100.00");
        return draft(claim(
                union,
                project,
                Options.line("UNIT_COST", approved(unitCost(union, project, "1.50", "10")), "2.5", null),
                Options.line("LUMP_SUM", approved(lumpSum(union, project, "10.00")), null, null),
                Options.line("FLAT_RATE", approved(flatRate(union, project, "STAFF_15", "5.00")), null, null),
                line(Item.directCost(project, "20.00", "STAFF"), null)));
    }

    /** A claim of 80.00 that was submitted on 4 April 2022 and paid on 20 May. */
    public static void paidOf2022(String allocation, String project) {
        var id = draft(claim(allocation, Item.invoice(project, "121.00", "100.00")));
        OFFICER.post(API + "/claims/{id}/submission", Map.of("on", "2022-04-04"), id)
                .statusCode(200);
        verify(id, APPROVED).statusCode(200);
        authorise(id, APPROVED).statusCode(200);
        pay(id).statusCode(200);
    }

    /** A draft of a claim as a kind is tried. */
    public static Map<String, Object> sample(String allocation, String project) {
        return claim(allocation, Item.invoice(project, "1.21", "1.00"));
    }

    public static Map<String, Object> deduction(int line, String amount, String kind) {
        return Map.of("line", line, "amount", eur(amount), "kind", kind, "reason", "The papers do not show it");
    }
}
