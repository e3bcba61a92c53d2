package org.fundtrail.funding.checklist;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.funding.checklist.Checking.checklist;
import static org.fundtrail.funding.checklist.Checking.inForce;
import static org.fundtrail.funding.checklist.Checking.proposed;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fundtrail.funding.Funding;
import org.fundtrail.records.Crowd;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChecklistTest {
    private static final Map<String, Object> APPROVED = Map.of("outcome", "APPROVED");

    @Test
    void the_versions_of_a_programme_are_numbered_and_the_latest_approved_one_is_in_force() {
        var programme = recordedProgramme("RECEPTION");
        var first = inForce(programme);
        OFFICER.get(API + "/checklists/{id}", first)
                .body("reference", equalTo(programme + "/v1"))
                .body("inForce", equalTo(true))
                .body("questions.question.lt", contains("Ar pristatyta?", "Ar pirkimas buvo atviras?", "Ar apmokėta?"))
                .body("questions.legalReference", contains("CPR 74(1)(a)", null, "CPR 63(2)"));
        var second = proposed(programme);
        OFFICER.get(API + "/checklists?programme=" + programme + "&inForce=true")
                .body("items.id", contains(first));
        APPROVER.post(API + "/checklists/{id}/decision", APPROVED, second)
                .statusCode(200)
                .body("number", equalTo(2))
                .body("inForce", equalTo(true));
        OFFICER.get(API + "/checklists?programme=" + programme)
                .body("items.number", contains(2, 1))
                .body("items.inForce", contains(true, false));
        OFFICER.get(API + "/checklists?inForce=true&programme=" + programme).body("items.id", contains(second));
    }

    @Test
    void an_older_version_never_comes_into_force_behind_a_newer_one() {
        var programme = recordedProgramme("RECEPTION");
        var first = proposed(programme);
        inForce(programme);
        APPROVER.post(API + "/checklists/{id}/decision", APPROVED, first)
                .statusCode(409)
                .body("code", equalTo("checklist-superseded"))
                .body("params.inForce", equalTo("2"));
        APPROVER.post(API + "/checklists/{id}/decision", Map.of("outcome", "REJECTED", "reason", "Superseded"), first)
                .statusCode(200);
    }

    @Test
    void what_came_back_is_changed_and_stays_with_its_programme_and_what_was_approved_never_changes() {
        var programme = recordedProgramme("RECEPTION");
        var id = proposed(programme);
        APPROVER.post(API + "/checklists/{id}/decision", Map.of("outcome", "RETURNED", "reason", "Once more"), id)
                .statusCode(200);
        OFFICER.put("\"1\"", API + "/checklists/{id}", checklist(recordedProgramme("RECEPTION")), id)
                .statusCode(400)
                .body("code", equalTo("checklist-stays-with-its-programme"))
                .body("errors[0].field", equalTo("programme"));
        OFFICER.put("\"1\"", API + "/checklists/{id}", with(checklist(programme), "title", "Better"), id)
                .statusCode(200)
                .body("title", equalTo("Better"))
                .body("number", equalTo(1));
        APPROVER.post(API + "/checklists/{id}/decision", APPROVED, id).statusCode(200);
        OFFICER.put("\"3\"", API + "/checklists/{id}", checklist(programme), id)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
    }

    @Test
    void each_of_many_who_record_one_at_once_has_a_number_of_its_own() {
        var programme = recordedProgramme("RECEPTION");
        var body = Funding.json(checklist(programme));
        var sent = Stream.generate(() -> Crowd.Sent.of(OFFICER, API + "/checklists", body))
                .limit(8)
                .toList();
        Crowd.with(201, 8, Crowd.atOnce(sent));
        List<Integer> numbers = OFFICER.get(API + "/checklists?programme=" + programme)
                .extract()
                .path("items.number");
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), List.copyOf(new TreeSet<>(numbers)));
    }

    @Test
    void a_checklist_without_a_question_or_of_an_unknown_programme_is_refused_at_its_field() {
        OFFICER.post(API + "/checklists", with(checklist(recordedProgramme("RECEPTION")), "questions", List.of()))
                .statusCode(400)
                .body("code", equalTo("required"))
                .body("errors[0].field", equalTo("questions"));
        OFFICER.post(API + "/checklists", checklist("nobody"))
                .statusCode(400)
                .body("code", equalTo("programme-unknown"))
                .body("errors[0].field", equalTo("programme"));
    }

    @Test
    void it_waits_for_an_approver_without_an_amount_in_whichever_order_and_is_found_by_its_title() {
        var programme = recordedProgramme("RECEPTION");
        var id = OFFICER.post(API + "/checklists", with(checklist(programme), "title", "Asked of " + programme))
                .statusCode(201)
                .extract()
                .<String>path("id");
        for (var order : List.of("", "&sort=-amount")) {
            APPROVER.get(API + "/approvals?type=checklist&limit=200&mine=true" + order)
                    .statusCode(200)
                    .body("items.id", hasItem(id))
                    .body("items.find { it.id == '" + id + "' }.amount", nullValue())
                    .body("items.find { it.id == '" + id + "' }.reference", equalTo(programme + "/v1"));
        }
        AUDITOR.get(API + "/search?q=" + programme).body("id", hasItem(id));
        APPROVER.post(API + "/checklists/{id}/decision", Map.of("outcome", "RETURNED", "reason", "Once more"), id)
                .statusCode(200);
        OFFICER.get(API + "/returned").statusCode(200).body("id", hasItem(id));
        APPROVER.get(API + "/approvals?type=checklist&limit=200").body("items.id", not(hasItem(id)));
    }
}
