package org.fundtrail.funding.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.funding.claim.Claiming.APPROVED;
import static org.fundtrail.funding.claim.Claiming.authorise;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.deduction;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.pay;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.claim.Claiming.submitted;
import static org.fundtrail.funding.claim.Claiming.verify;
import static org.fundtrail.funding.recovery.Recovering.decide;
import static org.fundtrail.funding.recovery.Recovering.establish;
import static org.fundtrail.funding.recovery.Recovering.of;
import static org.fundtrail.funding.recovery.Recovering.read;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.funding.checklist.Checking;
import org.fundtrail.funding.claim.Item;
import org.junit.jupiter.api.Test;

/** A recovery names the finding of its claim's verification because of which it is due. */
@QuarkusTest
public class FindingTest {
    private static final String NOT_PUBLISHED = "It was not published";

    /** The id of a paid claim of two papers: a finding stands at question 2, and another at line 1. */
    private static String paid() {
        var project = project();
        var allocation = ofUnion("0.8", project, "120.00");
        Checking.inForce(
                OFFICER.get(API + "/allocations/{id}", allocation).extract().path("programme.code"));
        var id = submitted(claim(
                allocation,
                project,
                line(Item.invoice(project, "121.00", "100.00"), null),
                line(Item.directCost(project, "50.00"), null)));
        var answers =
                List.of(Map.of("question", 2, "answer", "NO", "finding", NOT_PUBLISHED), answered(1), answered(3));
        var body = with(
                with(APPROVED, "checklist", Map.of("version", 1, "answers", answers)),
                "deductions",
                List.of(deduction(1, "10.00", "NOT_ELIGIBLE"), deduction(1, "1.00", "NOT_PROVEN")));
        verify(id, body).statusCode(200);
        authorise(id, APPROVED).statusCode(200);
        pay(id).statusCode(200);
        return id;
    }

    /** The ids of two recoveries, because of a finding at a question and of one at a line. */
    public static List<UUID> ofFindings() {
        return Stream.of("question", "line")
                .map(place -> with(of(paid(), "5.00"), "finding", Map.of(place, place.equals("line") ? 1 : 2)))
                .map(Recovering::established)
                .map(UUID::fromString)
                .toList();
    }

    private static Map<String, Object> answered(int question) {
        return Map.of("question", question, "answer", "YES");
    }

    @Test
    void it_is_due_because_of_what_was_found_at_a_question_and_says_that_as_the_claim_does() {
        var claim = paid();
        var id = establish(with(of(claim, "5.00"), "finding", Map.of("question", 2)))
                .statusCode(201)
                .body("finding.question", equalTo(2))
                .body("finding.line", nullValue())
                .body("finding.text", equalTo(NOT_PUBLISHED))
                .extract()
                .<String>path("id");
        var entry = OFFICER.get(API + "/entries?bodies=true&subject=" + id)
                .extract()
                .<String>path("items[0].body");
        assertTrue(new String(Base64.getDecoder().decode(entry), UTF_8).contains(NOT_PUBLISHED), entry);
        decide(id, Map.of("outcome", "RETURNED", "reason", "Which line?")).statusCode(200);
        OFFICER.put("\"1\"", API + "/recoveries/{id}", with(of(claim, "5.00"), "finding", Map.of("line", 1)), id)
                .statusCode(200)
                .body("finding.question", nullValue())
                .body("finding.line", equalTo(1));
        decide(id, Map.of("outcome", "RETURNED", "reason", "Of which it is no finding"))
                .statusCode(200);
        OFFICER.put("\"3\"", API + "/recoveries/{id}", of(claim, "5.00"), id).statusCode(200);
        read(id).body("finding", nullValue());
    }

    @Test
    void at_a_line_a_finding_says_why_each_part_of_it_was_deducted() {
        establish(with(of(paid(), "5.00"), "finding", Map.of("line", 1)))
                .statusCode(201)
                .body("finding.text", equalTo("The papers do not show it; The papers do not show it"));
    }

    @Test
    void where_the_claim_has_no_finding_there_it_is_refused_with_the_field() {
        var claim = paid();
        for (var question : List.of(1, 4)) {
            establish(with(of(claim, "5.00"), "finding", Map.of("question", question)))
                    .statusCode(400)
                    .body("code", equalTo("finding-unknown"))
                    .body("field", equalTo("finding.question"));
        }
        establish(with(of(claim, "5.00"), "finding", Map.of("line", 2)))
                .statusCode(400)
                .body("code", equalTo("finding-unknown"))
                .body("field", equalTo("finding.line"));
        for (var places : List.of(Map.of(), Map.of("question", 2, "line", 1))) {
            establish(with(of(claim, "5.00"), "finding", places))
                    .statusCode(400)
                    .body("code", equalTo("finding-at-one-place"))
                    .body("errors.field", contains("finding"));
        }
    }
}
