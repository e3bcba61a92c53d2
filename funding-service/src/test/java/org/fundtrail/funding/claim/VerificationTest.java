package org.fundtrail.funding.claim;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.deducting;
import static org.fundtrail.funding.claim.Claiming.deduction;
import static org.fundtrail.funding.claim.Claiming.draft;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.claim.Claiming.read;
import static org.fundtrail.funding.claim.Claiming.submit;
import static org.fundtrail.funding.claim.Claiming.submitted;
import static org.fundtrail.funding.claim.Claiming.verify;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Time;
import org.fundtrail.funding.checklist.Checking;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** What a verification answers to the checklist of the programme, what it looked at and what kind of error it found. */
@QuarkusTest
public class VerificationTest {
    /** A claim of two lines that waits to be verified, and its programme. */
    private record Waiting(String id, String programme) {
        static Waiting of(String allocation, String project) {
            var id = submitted(claim(
                    allocation,
                    project,
                    line(Item.invoice(project, "121.00", "100.00"), null),
                    line(Item.directCost(project, "50.00"), null)));
            return new Waiting(
                    id,
                    OFFICER.get(API + "/allocations/{id}", allocation).extract().path("programme.code"));
        }
    }

    private static Waiting waiting() {
        var project = project();
        return Waiting.of(ofUnion("0.8", project, "120.00"), project);
    }

    private static Map<String, Object> answer(int question, String answer, String finding) {
        var said = new HashMap<String, Object>();
        said.put("question", question);
        said.put("answer", answer);
        said.put("finding", finding);
        return said;
    }

    @SafeVarargs
    private static Map<String, Object> answering(int version, Map<String, Object>... answers) {
        return Map.of("outcome", "APPROVED", "checklist", Map.of("version", version, "answers", List.of(answers)));
    }

    /** The id of a claim that was verified by a checklist. */
    public static String verified() {
        var waiting = waiting();
        Checking.inForce(waiting.programme());
        verify(
                        waiting.id(),
                        with(
                                answering(1, answer(1, "YES", null), answer(2, "NO", "It was not published")),
                                "sampled",
                                List.of(1)))
                .statusCode(200);
        return waiting.id();
    }

    @Test
    void what_was_answered_is_on_the_claim_question_by_question_and_what_was_not_is_counted() {
        read(verified())
                .body("checklist.version", equalTo(1))
                .body("checklist.title", equalTo("Verification of payment claims"))
                .body("checklist.answered", equalTo(2))
                .body("checklist.of", equalTo(3))
                .body("checklist.answers.question", contains(1, 2, 3))
                .body("checklist.answers.answer", contains("YES", "NO", null))
                .body("checklist.answers.finding", contains(null, "It was not published", null))
                .body("checklist.answers[2].text.lt", equalTo("Ar apmokėta?"))
                .body("lines.sampled", contains(true, false));
    }

    @Test
    void files_of_claims_say_which_lines_were_looked_at_and_how_much_of_the_checklist_was_answered() {
        var id = verified();
        var reference = read(id).extract().<String>path("reference");
        var file = OFFICER.request()
                .accept("text/csv")
                .get(API + "/claims?reference=" + reference)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace("\"", "")
                .split("\r?\n");
        assertTrue(file[0].contains("checklistVersion,answered,sampled"), file[0]);
        assertTrue(file[1].contains(",1,2/3,1/2: 1,"), file[1]);
        var unstated = waiting().id();
        verify(unstated, Claiming.APPROVED).statusCode(200);
        assertNull(read(unstated).extract().path("lines[0].sampled"));
    }

    @Test
    void a_deduction_says_what_kind_of_error_it_is_and_by_which_question_it_was_found() {
        var waiting = waiting();
        Checking.inForce(waiting.programme());
        var found = with(with(deduction(1, "10.00", "NOT_ELIGIBLE"), "error", "PUBLIC_PROCUREMENT"), "question", 2);
        var second = with(deduction(1, "5.00", "NOT_PROVEN"), "error", "MISSING_PROOF");
        verify(
                        waiting.id(),
                        with(
                                answering(1, answer(2, "NO", "It was not published")),
                                "deductions",
                                List.of(found, second)))
                .statusCode(200)
                .body("lines[0].deductions.error", contains("PUBLIC_PROCUREMENT", "MISSING_PROOF"))
                .body("lines[0].deductions.question", contains(2, null))
                .body("lines[0].deducted.amount", equalTo("15.00"))
                .body("lines.sampled", contains(null, null));
    }

    @Test
    void a_programme_without_a_checklist_is_no_hindrance_and_the_claim_states_it() {
        var waiting = waiting();
        verify(waiting.id(), answering(1, answer(1, "YES", null)))
                .statusCode(409)
                .body("code", equalTo("no-checklist-in-force"))
                .body("params.programme", equalTo(waiting.programme()));
        verify(waiting.id(), with(Claiming.APPROVED, "sampled", List.of()))
                .statusCode(200)
                .body("checklist", nullValue())
                .body("lines.sampled", contains(false, false));
    }

    @Test
    void only_the_version_in_force_is_answered() {
        var waiting = waiting();
        Checking.inForce(waiting.programme());
        Checking.inForce(waiting.programme());
        verify(waiting.id(), answering(1, answer(1, "YES", null)))
                .statusCode(409)
                .body("code", equalTo("checklist-not-in-force"))
                .body("params.inForce", equalTo("2"))
                .body("errors[0].field", equalTo("checklist.version"));
        verify(waiting.id(), answering(2, answer(1, "YES", null))).statusCode(200);
    }

    @Test
    void what_cannot_be_answered_is_refused_at_its_field() {
        var waiting = waiting();
        Checking.inForce(waiting.programme());
        refused(waiting, answering(1, answer(1, "NO", null)), "finding-needed", "checklist.answers[0].finding");
        refused(
                waiting,
                answering(1, answer(1, "YES", null), answer(1, "NOT_APPLICABLE", null)),
                "question-answered-twice",
                "checklist.answers[1].question");
        refused(
                waiting,
                answering(1, answer(1, "YES", null), answer(4, "YES", null)),
                "checklist-question-unknown",
                "checklist.answers[1].question");
        refused(
                waiting,
                deducting(with(deduction(1, "1.00", "NOT_PROVEN"), "question", 1)),
                "checklist-question-unknown",
                "deductions[0].question");
        refused(waiting, with(Claiming.APPROVED, "sampled", List.of(1, 3)), "deduction-line-unknown", "sampled");
    }

    private static void refused(Waiting waiting, Map<String, Object> body, String code, String field) {
        verify(waiting.id(), body).statusCode(400).body("code", equalTo(code)).body("errors[0].field", equalTo(field));
    }

    @Test
    void what_was_found_is_still_said_when_the_claim_is_sent_back_and_is_gone_once_it_is_submitted_again() {
        var waiting = waiting();
        Checking.inForce(waiting.programme());
        var findings = with(
                with(answering(1, answer(2, "NO", "It was not published")), "outcome", "RETURNED"),
                "reason",
                "Send the notice");
        verify(waiting.id(), findings)
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("checklist.answered", equalTo(1));
        submit(waiting.id()).statusCode(200).body("checklist", nullValue());
    }

    @Test
    void what_was_answered_stays_with_the_claim_when_a_newer_version_comes_into_force() {
        var claim = verified();
        var programme = OFFICER.get(
                        API + "/allocations/{id}", read(claim).extract().<String>path("allocation.id"))
                .extract()
                .<String>path("programme.code");
        Checking.inForce(programme);
        read(claim).body("checklist.version", equalTo(1)).body("checklist.answered", equalTo(2));
    }

    @Test
    void a_claim_is_not_submitted_on_a_day_before_one_of_its_papers_was_issued() {
        var project = project();
        var id = draft(claim(ofUnion("0.8", project, "80.00"), Item.invoice(project, "121.00", "100.00")));
        OFFICER.post(API + "/claims/{id}/submission", Map.of("on", "2022-02-27"), id)
                .statusCode(400)
                .body("code", equalTo("submitted-before-issue"))
                .body("errors[0].field", equalTo("on"))
                .body("params.day", equalTo("2022-02-28"));
        OFFICER.post(API + "/claims/{id}/submission", Map.of("on", "2022-02-28"), id)
                .statusCode(200);
    }

    @Test
    void the_day_by_which_it_is_to_be_paid_comes_to_whoever_it_waits_for() {
        var project = project();
        var id = submitted(claim(ofUnion("0.8", project, "80.00"), Item.invoice(project, "121.00", "100.00")));
        var due = read(id).extract().<String>path("clock.due");
        told(VERIFIER, id, due, true);
        told(ACCOUNTANT, id, due, false);
        VERIFIER.post(API + "/claims/{id}/clock", Map.of("action", "STOP", "reason", "A paper is missing"), id)
                .statusCode(200);
        told(VERIFIER, id, due, false);
        VERIFIER.post(API + "/claims/{id}/clock", Map.of("action", "START"), id).statusCode(200);
        verify(id, Claiming.APPROVED).statusCode(200);
        told(VERIFIER, id, due, false);
        told(APPROVER, id, due, true);
        Claiming.authorise(id, Claiming.APPROVED).statusCode(200);
        told(ACCOUNTANT, id, due, true);
        Claiming.pay(id).statusCode(200);
        told(ACCOUNTANT, id, due, false);
    }

    private static void told(Person reader, String id, String due, boolean is) {
        var dates = reader.get(API + "/dates?order=desc&from=" + LocalDate.now(Time.VILNIUS) + "&until=" + due)
                .statusCode(200);
        dates.body("id", is ? hasItem(id) : not(hasItem(id)));
        if (is) {
            dates.body("find { it.id == '" + id + "' }.what", equalTo("claim-due"))
                    .body("find { it.id == '" + id + "' }.day", equalTo(due));
        }
    }
}
