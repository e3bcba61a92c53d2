package org.fundtrail.funding.costoption;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.funding.Funding;

/** Bodies and shortcuts for tests of cost options: everything goes through the API. */
public final class Options {
    private Options() {}

    private static Map<String, Object> terms(String kind, String allocation, String project) {
        var terms = new HashMap<String, Object>();
        terms.put("allocation", allocation);
        terms.put("project", project);
        terms.put("kind", kind);
        terms.put("title", Funding.unique("By decision: " + kind));
        terms.put("decision", Map.of("reference", "1V-117", "date", "2021-12-01"));
        return terms;
    }

    public static Map<String, Object> unitCost(String allocation, String project, String rate, String quantity) {
        var terms = terms("UNIT_COST", allocation, project);
        terms.put("unit", "h");
        terms.put("rate", eur(rate));
        terms.put("quantity", quantity);
        return terms;
    }

    public static Map<String, Object> lumpSum(String allocation, String project, String amount) {
        var terms = terms("LUMP_SUM", allocation, project);
        terms.put("amount", eur(amount));
        terms.put("trigger", "The report is accepted");
        return terms;
    }

    public static Map<String, Object> flatRate(String allocation, String project, String basis, String amount) {
        var terms = terms("FLAT_RATE", allocation, project);
        terms.put("amount", eur(amount));
        terms.put("basis", basis);
        return terms;
    }

    public static Map<String, Object> operatingSupport(String allocation, String project, String amount) {
        var terms = terms("OPERATING_SUPPORT", allocation, project);
        terms.put("amount", eur(amount));
        return terms;
    }

    /** The id of one that waits for its approver. */
    public static String proposed(Map<String, Object> terms) {
        return OFFICER.post(API + "/cost-options", terms)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of one by which can be claimed. */
    public static String approved(Map<String, Object> terms) {
        var id = proposed(terms);
        APPROVER.post(API + "/cost-options/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    /** The id of one that was sent back until it was a flat rate, and a unit cost and a lump sum before. */
    public static String ofOneKindAfterTheOther(String allocation, String project) {
        var id = proposed(unitCost(allocation, project, "10.00", "3"));
        for (var terms :
                List.of(lumpSum(allocation, project, "30.00"), flatRate(allocation, project, "STAFF_15", "30.00"))) {
            var etag = APPROVER.post(
                            API + "/cost-options/{id}/decision",
                            Map.of("outcome", "RETURNED", "reason", "Another kind"),
                            id)
                    .statusCode(200)
                    .extract()
                    .<Integer>path("version");
            OFFICER.put("\"" + etag + "\"", API + "/cost-options/{id}", terms, id)
                    .statusCode(200);
        }
        return id;
    }

    /** A line of a claim that rests on it; a null says nothing. */
    public static Map<String, Object> line(String kind, String option, String quantity, String amount) {
        var line = new HashMap<String, Object>();
        line.put("kind", kind);
        line.put("decision", option);
        line.put("quantity", quantity);
        line.put("amount", amount == null ? null : eur(amount));
        line.put("description", "The report was accepted on 3 May 2022");
        return line;
    }
}
