package org.fundtrail.infrastructure.estimate;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_APPROVER;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.approved;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.proposedBaseline;
import static org.fundtrail.infrastructure.Infrastructure.recordedEstimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** The baseline decides the gap more than any allocation: one person proposes it with a reason, another decides. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class BaselineTest {
    private static final Person BOTH = new Person("both", "project-officer approver", "LT-VRM");
    private static final String DECISION = API + "/baselines/{id}/decision";

    private static String rung(String of, String amount) {
        return recordedEstimate(of, estimate(amount, "GROSS", "2021-08-23"));
    }

    @Test
    void it_is_proposed_with_a_reason_and_counts_once_somebody_else_has_approved_it() {
        var id = recordedProject();
        var project = "/projects/" + id;
        var rung = rung(project, "152460000.00");
        var proposal = ENGINEER.post(
                        API + project + "/baseline", Map.of("estimate", rung, "reason", "Decided on 2021-08-23"))
                .statusCode(201)
                .header("Location", containsString(API + "/baselines/"))
                .body("status", equalTo("PROPOSED"))
                .body("owner.type", equalTo("project"))
                .body("owner.id", equalTo(id))
                .body("estimate.id", equalTo(rung))
                .body("estimate.gross.amount", equalTo("152460000.00"))
                .body("reason", equalTo("Decided on 2021-08-23"))
                .body("ownRecord", is(true))
                .body("actions", contains("withdraw"))
                .body("steps.step", contains("PROPOSE"))
                .extract()
                .<String>path("id");
        ENGINEER.get(API + project)
                .body("baseline", nullValue())
                .body("proposedBaseline.id", equalTo(proposal))
                .body("proposedBaseline.estimate.gross.amount", equalTo("152460000.00"))
                .body("proposedBaseline.reason", equalTo("Decided on 2021-08-23"))
                .body("proposedBaseline.recordedBy.name", equalTo("Name of engineer"))
                .body("actions", not(hasItem("choose-baseline")));
        APPROVER.get(API + "/approvals?limit=200&type=baseline")
                .body("items.find { it.id == '" + proposal + "' }.type", equalTo("baseline"))
                .body("items.find { it.id == '" + proposal + "' }.parent.id", equalTo(id))
                .body("items.find { it.id == '" + proposal + "' }.amount.amount", equalTo("152460000.00"))
                .body("items.find { it.id == '" + proposal + "' }.mayDecide", is(true));
        APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), proposal)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("estimate.baseline", is(true))
                .body("decidedBy.name", equalTo("Name of approver"))
                .body("actions", empty());
        ENGINEER.get(API + project)
                .body("baseline.id", equalTo(rung))
                .body("proposedBaseline", nullValue())
                .body("actions", hasItem("choose-baseline"));
        AUDITOR.get(API + "/entries?subject=" + id + "&action=baseline.")
                .body("items.action", contains("baseline.proposed", "baseline.approved"))
                .body("items.effectiveDate", contains("2021-08-23", "2021-08-23"))
                .body("items[0].reason", equalTo("Decided on 2021-08-23"))
                .body("items[0].changes.find { it.field == 'gross' }.after", equalTo("152460000.00"))
                .body("items[0].changes.find { it.field == 'estimateId' }.after", equalTo(rung))
                .body("items[1].changes.find { it.field == 'status' }.before", equalTo("PROPOSED"))
                .body("items[1].changes.field", containsInAnyOrder("status", "n"));
    }

    @Test
    void who_proposed_it_does_not_decide_whatever_their_roles() {
        var project = "/projects/" + recordedProject();
        var proposal = BOTH.post(
                        API + project + "/baseline", Map.of("estimate", rung(project, "1.00"), "reason", "Mine"))
                .extract()
                .<String>path("id");
        for (var outcome : List.of("APPROVED", "RETURNED", "REJECTED")) {
            refused(
                    BOTH.post(DECISION, Map.of("outcome", outcome, "reason", "Mine"), proposal),
                    403,
                    "own-record",
                    null);
        }
        ENGINEER.post(DECISION, Map.of("outcome", "APPROVED"), proposal).statusCode(403);
        ENGINEER.get(API + project).body("baseline", nullValue());
    }

    @Test
    void without_a_reason_nothing_is_proposed() {
        var project = "/projects/" + recordedProject();
        var rung = rung(project, "1.00");
        refused(ENGINEER.post(API + project + "/baseline", Map.of("estimate", rung)), 400, "reason-required", "reason");
        refused(
                ENGINEER.post(API + project + "/baseline", Map.of("estimate", rung, "reason", "  ")),
                400,
                "reason-required",
                "reason");
        ENGINEER.get(API + project + "/baselines").body("items", empty());
    }

    @Test
    void one_proposal_waits_at_a_time_and_another_may_follow_its_decision() {
        var project = "/projects/" + recordedProject();
        var first = rung(project, "1.00");
        var second = rung(project, "2.00");
        var waiting = proposedBaseline(project, first);
        refused(
                ENGINEER.post(API + project + "/baseline", Map.of("estimate", second, "reason", "Better")),
                409,
                "baseline-already-proposed",
                null);
        APPROVER.post(DECISION, Map.of("outcome", "RETURNED"), waiting)
                .statusCode(400)
                .body("code", equalTo("reason-required"));
        APPROVER.post(DECISION, Map.of("outcome", "RETURNED", "reason", "The other one"), waiting)
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("decisionReason", equalTo("The other one"))
                .body("reason", equalTo("The government decided so"));
        var withdrawn = proposedBaseline(project, first);
        refused(
                BOTH.post(API + "/baselines/{id}/steps", Map.of("step", "WITHDRAW"), withdrawn),
                403,
                "not-own-record",
                null);
        ENGINEER.post(API + "/baselines/{id}/steps", Map.of("step", "WITHDRAW"), withdrawn)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        approved(proposedBaseline(project, second));
        ENGINEER.get(API + project).body("baseline.id", equalTo(second));
        ENGINEER.get(API + project + "/baselines").body("items.status", contains("RETURNED", "WITHDRAWN", "APPROVED"));
        APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), waiting)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
    }

    @Test
    void of_a_crowd_that_proposes_at_once_one_does_and_of_one_that_decides_one_decides() {
        var project = "/projects/" + recordedProject();
        var rungs =
                IntStream.range(1, 9).mapToObj(n -> rung(project, n + ".00")).toList();
        var answers = Crowd.atOnce(rungs.stream()
                .map(rung -> Crowd.Sent.of(
                        ENGINEER, API + project + "/baseline", "{\"estimate\":\"" + rung + "\",\"reason\":\"Mine\"}"))
                .toList());
        Crowd.with(201, 1, answers);
        Crowd.with(409, 7, answers).forEach(late -> assertEquals("baseline-already-proposed", late.code()));
        var proposal = ENGINEER.get(API + project).extract().<String>path("proposedBaseline.id");
        var decisions = Crowd.atOnce(IntStream.range(0, 8)
                .mapToObj(n -> Crowd.Sent.of(
                        APPROVER, API + "/baselines/" + proposal + "/decision", "{\"outcome\":\"APPROVED\"}"))
                .toList());
        Crowd.with(200, 1, decisions);
        assertEquals(
                1,
                Books.count(
                        "SELECT count(*) FROM infrastructure.baseline WHERE owner_id = ? AND n IS NOT NULL",
                        UUID.fromString(project.substring("/projects/".length()))));
    }

    @Test
    void a_works_programme_has_choices_of_its_own() {
        var works = "/works-programmes/" + recordedWorks();
        var rung = rung(works, "500000000.00");
        var proposal = proposedBaseline(works, rung);
        ENGINEER.get(API + works).body("proposedBaseline.id", equalTo(proposal)).body("baseline", nullValue());
        approved(proposal);
        ENGINEER.get(API + works).body("baseline.id", equalTo(rung));
        ENGINEER.get(API + works + "/baselines").body("items.id", contains(proposal));
        ENGINEER.get(API + "/projects/" + UUID.randomUUID() + "/baselines").statusCode(404);
    }

    @Test
    void while_one_waits_no_estimate_of_its_owner_is_offered_to_be_chosen() {
        var project = "/projects/" + recordedProject();
        var first = rung(project, "1.00");
        var second = rung(project, "2.00");
        ENGINEER.get(API + project + "/estimates").body("items.actions.flatten().size()", is(2));
        var waiting = proposedBaseline(project, first);
        ENGINEER.get(API + project + "/estimates").body("items.actions.flatten()", empty());
        ENGINEER.get(API + "/estimates/{id}", second).body("actions", empty());
        ENGINEER.get(API + "/baselines/{id}", waiting).body("estimate.actions", empty());
        approved(waiting);
        ENGINEER.get(API + "/estimates/{id}", first).body("actions", empty()).body("baseline", is(true));
        ENGINEER.get(API + "/estimates/{id}", second).body("actions", contains("choose-baseline"));
    }

    @Test
    void a_decision_on_an_older_version_and_a_proposal_by_who_read_before_a_decision_are_refused() {
        var project = "/projects/" + recordedProject();
        var first = rung(project, "1.00");
        var second = rung(project, "2.00");
        var waiting = proposedBaseline(project, first);
        var read = ENGINEER.get(API + project).extract().header("ETag");
        APPROVER.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"7\"")
                .body(Map.of("outcome", "APPROVED"))
                .post(API + "/baselines/" + waiting + "/decision")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"));
        approved(waiting);
        ENGINEER.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", read)
                .body(Map.of("estimate", second, "reason", "Better"))
                .post(API + project + "/baseline")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"));
        ENGINEER.get(API + project).body("proposedBaseline", nullValue());
    }

    @Test
    void a_repeated_proposal_and_a_repeated_decision_take_effect_once() {
        var project = "/projects/" + recordedProject();
        var body = Map.of("estimate", rung(project, "1.00"), "reason", "Decided so");
        var key = UUID.randomUUID().toString();
        var first = ENGINEER.post(key, API + project + "/baseline", body)
                .statusCode(201)
                .extract();
        var again = ENGINEER.post(key, API + project + "/baseline", body)
                .statusCode(201)
                .extract();
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        var id = first.<String>path("id");
        var decision = Map.of("outcome", "APPROVED");
        var decided = APPROVER.post(key, DECISION, decision, id)
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(
                decided,
                APPROVER.post(key, DECISION, decision, id)
                        .statusCode(200)
                        .extract()
                        .asString());
        assertEquals(2, Books.count("SELECT count(*) FROM journal.entry WHERE subject_id = ?::uuid", id));
    }

    @Test
    void another_institutions_baseline_is_as_good_as_absent() {
        var project = "/projects/" + recordedProject();
        var id = proposedBaseline(project, rung(project, "1.00"));
        LATVIAN_ENGINEER.get(API + "/baselines/{id}", id).statusCode(404);
        LATVIAN_ENGINEER.get(API + project + "/baselines").statusCode(404);
        LATVIAN_ENGINEER
                .post(API + "/baselines/{id}/steps", Map.of("step", "WITHDRAW"), id)
                .statusCode(404);
        LATVIAN_APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), id).statusCode(404);
        AUDITOR.get(API + "/baselines/{id}", id).statusCode(200).body("actions", empty());
        APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), UUID.randomUUID())
                .statusCode(404);
    }

    @Test
    void the_proposals_of_an_owner_are_read_page_by_page_oldest_first() {
        var project = "/projects/" + recordedProject();
        var all = IntStream.range(1, 4)
                .mapToObj(n -> {
                    var id = proposedBaseline(project, rung(project, n + ".00"));
                    approved(id);
                    return id;
                })
                .toList();
        var next = ENGINEER.get(API + project + "/baselines?limit=2")
                .body("items.id", contains(all.get(0), all.get(1)))
                .extract()
                .<String>path("next");
        ENGINEER.get(API + project + "/baselines?limit=2&after={after}", next)
                .body("items.id", contains(all.get(2)))
                .body("next", nullValue());
    }

    @Test
    void its_entries_are_whole_sentences_in_both_languages() {
        var id = recordedProject();
        var project = "/projects/" + id;
        var reference = ENGINEER.get(API + project).extract().<String>path("reference");
        approved(proposedBaseline(project, rung(project, "152460000.00")));
        AUDITOR.get(API + "/entries?subject=" + id + "&action=baseline.approved")
                .body(
                        "items[0].sentence",
                        equalTo(
                                "Approved the estimate Estimate of 2021-08-23 of EUR\u00a0152,460,000.00 as the baseline of "
                                        + reference));
        AUDITOR.request()
                .header("Accept-Language", "lt")
                .get(API + "/entries?subject=" + id + "&action=baseline.approved")
                .then()
                .body(
                        "items[0].sentence",
                        equalTo("Patvirtino sąmatą „Estimate of 2021-08-23“ (152\u00a0460\u00a0000,00\u00a0EUR) kaip "
                                + reference + " bazinę sąmatą"));
    }
}
