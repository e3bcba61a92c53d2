package org.fundtrail.funding;

import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Surroundings;

/** Bodies and shortcuts for tests of aid: everything goes through the API. The surroundings are those of every test of this module. */
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "funding"))
@QuarkusTestResource(ProjectsStandIn.class)
public final class Funding {
    public static final String API = "/api/funding/v1";

    private Funding() {}

    /** A reference nobody else uses. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    public static Map<String, Object> programme(String code, String fund, String... costScope) {
        return map(
                "code",
                code,
                "fund",
                fund,
                "name",
                "Programme " + code,
                "managementMode",
                "SHARED",
                "period",
                Map.of("from", "2021-01-01", "to", "2027-12-31"),
                "costScope",
                List.of(costScope));
    }

    public static Map<String, Object> allocation(String programme, String amount) {
        return map(
                "reference",
                unique("ALL"),
                "programme",
                programme,
                "donor",
                "European Commission",
                "recipient",
                "Ministry of the Interior",
                "actionType",
                "EMERGENCY_ASSISTANCE",
                "purpose",
                "Reception of people who crossed the border",
                "amount",
                eur(amount),
                "coFinancingRate",
                "1",
                "decision",
                Map.of("reference", "C(2021) 1", "date", "2021-08-11"),
                "eligibility",
                Map.of("from", "2021-01-01", "to", "2022-12-31"));
    }

    /** The body with one thing different, at a path such as {@code decision.date}; a null takes the field out. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> with(Map<String, Object> body, String path, Object value) {
        var changed = new HashMap<>(body);
        int dot = path.indexOf('.');
        if (dot > 0) {
            var inner = (Map<String, Object>) body.getOrDefault(path.substring(0, dot), Map.of());
            changed.put(path.substring(0, dot), with(inner, path.substring(dot + 1), value));
        } else if (value == null) {
            changed.remove(path);
        } else {
            changed.put(path, value);
        }
        return changed;
    }

    public static Map<String, Object> receipt(String amount) {
        return map(
                "kind",
                "PRE_FINANCING",
                "amount",
                eur(amount),
                "valueDate",
                "2021-10-08",
                "bankReference",
                unique("BANK"));
    }

    /** The project is one that {@link ProjectsStandIn} knows: its kind stands before the first slash. */
    public static Map<String, Object> commitment(String project, String amount) {
        return map(
                "project",
                project,
                "amount",
                eur(amount),
                "legalCommitment",
                Map.of("reference", unique("LC"), "date", "2021-08-23"));
    }

    /** The id of a receipt that waits for an accountant. */
    public static String recordedReceipt(String allocation, String amount) {
        return OFFICER.post(API + "/allocations/{id}/receipts", receipt(amount), allocation)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of a commitment that waits for its approver. */
    public static String reserved(String allocation, String project, String amount) {
        return OFFICER.post(API + "/allocations/{id}/commitments", commitment(project, amount), allocation)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The code of a recorded programme that may pay for these kinds. */
    public static String recordedProgramme(String... costScope) {
        var code = unique("PRG");
        OFFICER.post(API + "/programmes", programme(code, "AMIF", costScope)).statusCode(201);
        return code;
    }

    /** The id of an allocation that waits for its approver. */
    public static String proposed(String amount, String... costScope) {
        return OFFICER.post(API + "/allocations", allocation(recordedProgramme(costScope), amount))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of an allocation in force. */
    public static String inForce(String amount, String... costScope) {
        var id = proposed(amount, costScope);
        APPROVER.post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    /** By how much a decision raises or lowers an allocation. */
    public static Map<String, Object> amendment(String change) {
        return map("change", eur(change), "decision", Map.of("reference", unique("C"), "date", "2021-11-30"));
    }

    public static Map<String, Object> decommitment(String amount) {
        return map("amount", eur(amount), "reason", unique("The works cost less than planned: "), "on", "2022-03-31");
    }

    public static Map<String, Object> closure() {
        return map("reason", unique("The final report is accepted: "));
    }

    public static Map<String, Object> commitmentAmendment(String change) {
        return map(
                "change",
                eur(change),
                "reason",
                unique("The contract was awarded for another amount: "),
                "on",
                "2022-01-31");
    }

    /** Records something on a record of a room, under this name, and has it approved; answers its id. */
    public static String approved(String at, String room, Map<String, Object> terms, String of) {
        var id = OFFICER.post(API + at, terms, of).statusCode(201).extract().<String>path("id");
        approve(room, id);
        return id;
    }

    public static void approve(String room, String id) {
        APPROVER.post(API + "/" + room + "/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
    }

    /** A commitment in spite of the earmark. */
    public static Map<String, Object> overriding(String project, String amount) {
        var terms = commitment(project, amount);
        terms.put("override", Map.of("reason", "The Commission agreed by letter of 3 May 2022"));
        return terms;
    }

    /** An approved commitment. */
    public static String committed(String allocation, String project, String amount) {
        return approved("/allocations/{id}/commitments", "commitments", commitment(project, amount), allocation);
    }

    public static String amended(String allocation, String change) {
        return approved("/allocations/{id}/amendments", "allocation-amendments", amendment(change), allocation);
    }

    public static String decommitted(String allocation, String amount) {
        return approved("/allocations/{id}/decommitments", "allocation-amendments", decommitment(amount), allocation);
    }

    /** An allocation of which nothing is open: all of it went back. */
    public static String usedUp() {
        var id = inForce("5.00", "RECEPTION");
        decommitted(id, "5.00");
        return id;
    }

    public static String json(Object body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
