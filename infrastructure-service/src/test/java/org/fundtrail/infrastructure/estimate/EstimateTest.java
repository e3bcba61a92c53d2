package org.fundtrail.infrastructure.estimate;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.approved;
import static org.fundtrail.infrastructure.Infrastructure.baseline;
import static org.fundtrail.infrastructure.Infrastructure.entries;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.proposedBaseline;
import static org.fundtrail.infrastructure.Infrastructure.recordedEstimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class EstimateTest {

    @Test
    void estimates_stand_beside_each_other_by_date_and_one_is_chosen_as_the_baseline() {
        var project = "/projects/" + recordedProject();
        var later = recordedEstimate(project, estimate("152460000.00", "GROSS", "2021-08-23"));
        var early = recordedEstimate(project, estimate("15000000.00", "UNKNOWN", "2021-07-07"));
        var between = recordedEstimate(project, estimate("152000000.00", "UNKNOWN", "2021-08-16"));
        var sameDay = recordedEstimate(project, estimate("1.00", "UNKNOWN", "2021-08-16"));

        approved(proposedBaseline(project, later));
        ENGINEER.get(API + project)
                .header("ETag", equalTo("\"2\""))
                .body("baseline.id", equalTo(later))
                .body("baseline.gross.amount", equalTo("152460000.00"));
        ENGINEER.get(API + project + "/estimates")
                .statusCode(200)
                .body("items.id", contains(early, between, sameDay, later))
                .body("items.baseline", contains(false, false, false, true))
                .body("next", nullValue());
        var cursor = ENGINEER.get(API + project + "/estimates?limit=2")
                .body("items.id", contains(early, between))
                .extract()
                .<String>path("next");
        ENGINEER.get(API + project + "/estimates?limit=2&after={after}", cursor)
                .body("items.id", contains(sameDay, later));
    }

    @Test
    void another_baseline_is_chosen_and_the_record_says_what_it_was_before() {
        var id = recordedProject();
        var project = "/projects/" + id;
        var first = baseline(project, estimate("100.00", "NET", "2021-08-01"));
        var second = baseline(project, estimate("200.00", "GROSS", "2021-09-01"));
        ENGINEER.get(API + project).body("baseline.id", equalTo(second)).body("version", is(4));
        AUDITOR.get(API + "/entries?subject={id}&action=baseline.approved", id)
                .body("items.effectiveDate", contains("2021-08-01", "2021-09-01"))
                .body("items.changes.collect { it.find { c -> c.field == 'n' }.after }", contains(1, 2));
        // and back again: choices are recorded, not overwritten
        approved(proposedBaseline(project, first));
        ENGINEER.get(API + project).body("baseline.id", equalTo(first));
        ENGINEER.get(API + project + "/baselines")
                .body("items.estimate.id", contains(first, second, first))
                .body("items.estimate.baseline", contains(true, false, true));
    }

    @Test
    void a_works_programme_has_a_ladder_of_its_own() {
        var works = "/works-programmes/" + recordedWorks();
        var body =
                with(with(estimate("500000000.00", "UNKNOWN", "2021-08-02"), "lowerBound", true), "accuracyClass", 5);
        var id = baseline(works, body);
        ENGINEER.get(API + works)
                .body("baseline.id", equalTo(id))
                .body("baseline.lowerBound", is(true))
                .body("baseline.accuracyClass", is(5))
                .body("baseline.gross.amount", equalTo("500000000.00"))
                .body("actions", contains("record-estimate", "choose-baseline", "correct"));
        ENGINEER.get(API + works + "/estimates").body("items.id", contains(id));
        ENGINEER.get(API + "/estimates/{id}", id)
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("baseline", is(true))
                .body("owner.type", equalTo("works-programme"))
                .body("source.url", equalTo("https://vrm.lrv.lt/en/"));
        AUDITOR.get(API + "/entries?action=baseline.approved&order=desc&limit=1")
                .body("items.parent.type", contains("works-programme"));
    }

    @ParameterizedTest
    @CsvSource({
        "NET,     30000000.00, ,     36300000.00, 0.21",
        "NET,     100.00,      0.05, 105.00,      0.05",
        "NET,     100.00,      0,    100.00,      0",
        "NET,     0.50,        0.21, 0.61,        0.21", // 0.105 of VAT is rounded half up to 0.11
        "GROSS,   36300000.00, ,     36300000.00,",
        "UNKNOWN, 15000000.00, ,     15000000.00,"
    })
    void vat_is_added_to_a_net_estimate_only(String basis, String amount, String rate, String gross, String shown) {
        var project = "/projects/" + recordedProject();
        ENGINEER.post(API + project + "/estimates", with(estimate(amount, basis, "2021-09-13"), "vatRate", rate))
                .statusCode(201)
                .body("gross.amount", equalTo(gross))
                .body("vatRate", equalTo(shown));
    }

    @ParameterizedTest
    @CsvSource({
        "name,          , required",
        "amount,        , required",
        "amount,        37, amount-malformed",
        "amount.amount, -5.00, amount-not-positive",
        "amount.amount, 0.00, amount-not-positive",
        "amount.amount, 1.005, amount-malformed",
        "amount.amount, 100000000000000000.00, amount-too-large",
        "amount.amount, 99999999999999999.00, amount-too-large",
        "amount.currency, XXQ, currency-unknown",
        "amount.currency, CZK, currency-not-kept",
        "basis,         , required",
        "basis,         BRUTTO, unknown-value",
        "vatRate,       1.01, rate-malformed",
        "vatRate,       -0.1, rate-malformed",
        "vatRate,       21%, rate-malformed",
        "date,          , required",
        "date,          2021-13-01, date-malformed",
        "date,          2099-01-01, date-in-future",
        "source,        , required",
        "source.title,  , required",
        "source.url,    javascript:alert(1), url-malformed",
        "colour,        green, unknown-field"
    })
    void what_is_wrong_with_an_estimate_is_named(String field, String value, String code) {
        var project = "/projects/" + recordedProject();
        int before = entries();
        var body = with(estimate("10.00", "NET", "2021-09-13"), field, value);
        var named = field.startsWith("amount") ? "amount" : field.equals("source") ? "source.title" : field;
        refused(ENGINEER.post(API + project + "/estimates", body), 400, code, named);
        assertEquals(before, entries());
    }

    @Test
    void an_amount_is_text_and_a_class_is_a_whole_number_from_one_to_five() {
        var path = API + "/projects/" + recordedProject() + "/estimates";
        var body = estimate("10.00", "NET", "2021-09-13");
        refused(ENGINEER.post(path, with(body, "amount.amount", 10)), 400, "amount-malformed", "amount");
        refused(ENGINEER.post(path, with(body, "vatRate", 0.21)), 400, "rate-malformed", "vatRate");
        refused(
                ENGINEER.post(path, with(body, "accuracyClass", 6)),
                400,
                "accuracy-class-out-of-range",
                "accuracyClass");
        refused(
                ENGINEER.post(path, with(body, "accuracyClass", 0)),
                400,
                "accuracy-class-out-of-range",
                "accuracyClass");
        refused(ENGINEER.post(path, with(body, "accuracyClass", 2.5)), 400, "malformed-value", "accuracyClass");
        refused(ENGINEER.post(path, with(body, "accuracyClass", "3")), 400, "malformed-value", "accuracyClass");
        refused(ENGINEER.post(path, with(body, "lowerBound", "yes")), 400, "malformed-value", "lowerBound");
    }

    @Test
    void only_a_net_estimate_has_a_vat_rate() {
        var path = API + "/projects/" + recordedProject() + "/estimates";
        for (var basis : List.of("GROSS", "UNKNOWN")) {
            var body = with(estimate("10.00", basis, "2021-09-13"), "vatRate", "0.21");
            refused(ENGINEER.post(path, body), 400, "vat-rate-only-with-net", "vatRate");
        }
    }

    @Test
    void an_estimate_of_today_is_recorded_and_one_of_tomorrow_is_not() {
        var path = API + "/projects/" + recordedProject() + "/estimates";
        var today = LocalDate.now(ZoneId.of("Europe/Vilnius"));
        ENGINEER.post(path, estimate("10.00", "GROSS", today.toString())).statusCode(201);
        refused(
                ENGINEER.post(path, estimate("10.00", "GROSS", today.plusDays(1).toString())),
                400,
                "date-in-future",
                "date");
    }

    @Test
    void only_an_estimate_of_its_own_becomes_the_baseline() {
        var project = "/projects/" + recordedProject();
        var others = recordedEstimate("/projects/" + recordedProject(), estimate("1.00", "GROSS", "2021-09-01"));
        var joint = recordedEstimate("/works-programmes/" + recordedWorks(), estimate("1.00", "GROSS", "2021-09-01"));
        int before = entries();
        for (var strange : List.of(others, joint, "01932f5e-7c00-7a00-8000-000000000001")) {
            refused(
                    ENGINEER.post(API + project + "/baseline", Map.of("estimate", strange, "reason", "Why not")),
                    400,
                    "estimate-unknown",
                    "estimate");
        }
        refused(
                ENGINEER.post(API + project + "/baseline", Map.of("estimate", "x")),
                400,
                "malformed-value",
                "estimate");
        refused(ENGINEER.post(API + project + "/baseline", Map.of()), 400, "required", "estimate");
        assertEquals(before, entries());
    }

    @Test
    void what_is_the_baseline_is_not_chosen_twice() {
        var project = "/projects/" + recordedProject();
        var id = baseline(project, estimate("1.00", "GROSS", "2021-09-01"));
        int before = entries();
        refused(
                ENGINEER.post(API + project + "/baseline", Map.of("estimate", id, "reason", "Once more")),
                409,
                "already-the-baseline",
                "estimate");
        assertEquals(before, entries());
    }

    @Test
    void a_choice_by_somebody_who_read_an_older_version_is_refused() {
        var project = "/projects/" + recordedProject();
        var first = baseline(project, estimate("1.00", "GROSS", "2021-09-01"));
        var second = recordedEstimate(project, estimate("2.00", "GROSS", "2021-09-01"));
        INSPECTOR
                .request()
                .header("Idempotency-Key", "stale-" + second)
                .header("If-Match", "\"0\"")
                .body(Map.of("estimate", second, "reason", "It is better"))
                .post(API + project + "/baseline")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"));
        ENGINEER.get(API + project).body("baseline.id", equalTo(first));
    }

    @Test
    void only_project_officers_of_the_institution_estimate_and_choose() {
        var project = "/projects/" + recordedProject();
        var id = recordedEstimate(project, estimate("1.00", "GROSS", "2021-09-01"));
        for (var other : List.of(APPROVER, AUDITOR, Person.OFFICER)) {
            other.post(API + project + "/estimates", "{").statusCode(403);
            other.post(API + project + "/baseline", "{").statusCode(403);
        }
        LATVIAN_ENGINEER.get(API + "/estimates/{id}", id).statusCode(404);
        AUDITOR.get(API + "/estimates/{id}", id).statusCode(200);
        ENGINEER.get(API + "/estimates/{id}", id).body("actions", contains("choose-baseline"));
        AUDITOR.get(API + project).body("actions", not(hasItem("choose-baseline")));
    }

    @Test
    void a_null_is_the_same_as_nothing() {
        var body = new HashMap<>(estimate("1.00", "GROSS", "2021-09-01"));
        body.put("lowerBound", null);
        body.put("accuracyClass", null);
        body.put("vatRate", null);
        ENGINEER.post(API + "/projects/" + recordedProject() + "/estimates", body)
                .statusCode(201)
                .body("lowerBound", is(false))
                .body("accuracyClass", nullValue());
    }
}
