package org.fundtrail.funding.recovery;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.funding.claim.Claiming.APPROVED;
import static org.fundtrail.funding.claim.Claiming.authorise;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.verified;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.Item;

/** Bodies and shortcuts for tests of recoveries: everything goes through the API. */
public final class Recovering {
    public static final Map<String, Object> PAID_BACK =
            Map.of("paidOn", "2026-11-30", "bankReference", "VRM-2026-0031");

    /** Ordered on 1 October 2023, so that it is due on 31 October; the rate of the ECB was 4.50 per cent on the first of that month. */
    public static final Map<String, Object> ORDER =
            Map.of("outcome", "APPROVED", "on", "2023-10-01", "interest", Map.of("ecbRate", "4.50"));

    private Recovering() {}

    /** The id of a paid claim of so much eligible cost, four fifths of which a fund of the Union pays. */
    public static String paid(String project, String eligible) {
        return Claiming.paid(claim(ofUnion("0.8", project, "1000000.00"), invoice(project, eligible)));
    }

    private static Item invoice(String project, String eligible) {
        return Item.invoice(project, eligible, eligible);
    }

    /** The id of a claim that is to be paid. */
    public static String authorised(String project, String eligible) {
        var id = verified(claim(ofUnion("0.8", project, "1000000.00"), invoice(project, eligible)));
        authorise(id, APPROVED).statusCode(200);
        return id;
    }

    public static Map<String, Object> of(String claim, String amount) {
        var terms = new HashMap<String, Object>();
        terms.put("claim", claim);
        terms.put("amount", eur(amount));
        terms.put("reason", unique("The gate was delivered to another site: "));
        return terms;
    }

    /** A recovery as a kind is tried. */
    public static Map<String, Object> sample(String claim) {
        return of(claim, "1.00");
    }

    public static ValidatableResponse establish(Map<String, Object> terms) {
        return OFFICER.post(API + "/recoveries", terms);
    }

    static String established(Map<String, Object> terms) {
        return establish(terms).statusCode(201).extract().path("id");
    }

    public static ValidatableResponse decide(String recovery, Map<String, Object> decision) {
        return APPROVER.post(API + "/recoveries/{id}/decision", decision, recovery);
    }

    public static String ordered(Map<String, Object> terms) {
        var id = established(terms);
        decide(id, ORDER).statusCode(200);
        return id;
    }

    public static ValidatableResponse pay(String recovery, String on) {
        return ACCOUNTANT.post(
                API + "/recoveries/{id}/payment", Map.of("paidOn", on, "bankReference", "VRM-2024-0031"), recovery);
    }

    public static ValidatableResponse offset(String recovery, String claim, String on) {
        return ACCOUNTANT.post(API + "/recoveries/{id}/offset", Map.of("claim", claim, "on", on), recovery);
    }

    /** The id of one that was paid back, with interest. */
    public static String paidBack() {
        var id = ordered(of(paid("RECEPTION/camp", "100.00"), "20.00"));
        pay(id, "2024-01-10").statusCode(200);
        return id;
    }

    /** The id of one that came back once and was offset against another claim. */
    public static String offsetAfterItCameBack() {
        var claim = paid("RECEPTION/camp", "100.00");
        var id = established(of(claim, "20.00"));
        decide(id, Map.of("outcome", "RETURNED", "reason", "Too much")).statusCode(200);
        OFFICER.put("\"1\"", API + "/recoveries/{id}", of(claim, "10.00"), id).statusCode(200);
        decide(id, ORDER).statusCode(200);
        offset(id, authorised("RECEPTION/camp", "100.00"), "2024-01-10").statusCode(200);
        return id;
    }

    public static ValidatableResponse waive(String recovery) {
        return APPROVER.post(
                API + "/recoveries/{id}/waiver", Map.of("reason", "It would cost more than it comes to"), recovery);
    }

    static ValidatableResponse read(String recovery) {
        return OFFICER.get(API + "/recoveries/{id}", recovery).statusCode(200);
    }
}
