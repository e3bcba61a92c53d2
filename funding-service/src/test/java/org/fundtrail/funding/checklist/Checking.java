package org.fundtrail.funding.checklist;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bodies and shortcuts for tests of checklists. */
public final class Checking {
    private static final Map<String, Object> APPROVED = Map.of("outcome", "APPROVED");

    private Checking() {}

    public static Map<String, Object> question(String en, String lt, String legalReference) {
        var question = new HashMap<String, Object>();
        question.put("question", Map.of("en", en, "lt", lt));
        question.put("legalReference", legalReference);
        return question;
    }

    /** A checklist of three questions. */
    public static Map<String, Object> checklist(String programme) {
        return checklist(programme, "Verification of payment claims");
    }

    public static Map<String, Object> checklist(String programme, String title) {
        return Map.of(
                "programme",
                programme,
                "title",
                title,
                "questions",
                List.of(
                        question("Was it delivered?", "Ar pristatyta?", "CPR 74(1)(a)"),
                        question("Was the procurement open?", "Ar pirkimas buvo atviras?", null),
                        question("Was it paid?", "Ar apmokėta?", "CPR 63(2)")));
    }

    /** The id of a version that waits for an approver. */
    public static String proposed(String programme) {
        return OFFICER.post(API + "/checklists", checklist(programme))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of a version that is in force. */
    public static String inForce(String programme) {
        var id = proposed(programme);
        APPROVER.post(API + "/checklists/{id}/decision", APPROVED, id).statusCode(200);
        return id;
    }

    /** The id of one that came back and was proposed again. */
    public static String changed(String programme) {
        var id = proposed(programme);
        APPROVER.post(
                        API + "/checklists/{id}/decision",
                        Map.of("outcome", "RETURNED", "reason", "Ask for the proof of payment"),
                        id)
                .statusCode(200);
        OFFICER.put("\"1\"", API + "/checklists/{id}", checklist(programme), id).statusCode(200);
        return id;
    }
}
