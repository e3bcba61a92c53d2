package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.records.Person;
import org.fundtrail.records.Validations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A part of what is to be recorded is judged beforehand, field by field, and the books do not notice. */
@QuarkusTest
class ValidationTest {
    private static final String TOMORROW = LocalDate.now().plusDays(2).toString();

    @Test
    void everything_that_is_recorded_can_be_asked_about_beforehand() {
        Validations.areOfEveryRecording();
    }

    @Test
    void a_part_of_a_programme_is_judged_and_nothing_is_written() {
        Validations.judge(
                OFFICER,
                API + "/programmes",
                programme("ANY", "BMVI", "STAFF"),
                Map.of("costScope", List.of(), "period", Map.of("to", "1989-12-31"), "code", UUID.randomUUID()),
                "code looks-like-an-id",
                "period.to date-out-of-range",
                "costScope required");
    }

    @Test
    void a_part_of_an_allocation_is_judged_and_nothing_is_written() {
        Validations.judge(
                OFFICER,
                API + "/allocations",
                allocation("no-such-programme", "1.00"),
                Map.of("amount", eur("0"), "donor", "x".repeat(301), "decision", Map.of("date", TOMORROW)),
                "donor too-long",
                "amount amount-not-positive",
                "decision.date date-in-future");
    }

    @Test
    void a_part_of_a_receipt_is_judged_and_nothing_is_written() {
        Validations.judge(
                OFFICER,
                API + "/allocations/" + inForce("1.00", "STAFF") + "/receipts",
                receipt("5000000.00"),
                Map.of("bankReference", "a\u202eb", "valueDate", TOMORROW),
                "valueDate date-in-future",
                "bankReference direction-mark");
    }

    @Test
    void a_part_of_a_commitment_is_judged_and_nothing_is_written() {
        Validations.judge(
                OFFICER,
                API + "/allocations/" + proposed("1.00", "STAFF") + "/commitments",
                commitment("no such project", "5000000.00"),
                Map.of("legalCommitment", Map.of("reference", ""), "amount", Map.of("amount", "-1", "currency", "USD")),
                "amount currency-not-kept",
                "amount amount-not-positive",
                "legalCommitment.reference required");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("parts")
    void what_was_sent_is_judged_and_what_was_left_out_is_not(Object part, List<String> errors) {
        var answer = Validations.post(OFFICER, API + "/allocations", part instanceof String ? part : json(part));
        if (errors.isEmpty()) {
            answer.statusCode(204);
        } else {
            Validations.refused(answer, errors.toArray(String[]::new));
        }
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                arguments("{\"donor\": null}", List.of("donor required")),
                arguments(Map.of("donor", " \u2003"), List.of("donor required")),
                arguments("{\"decision\": null}", List.of("decision.reference required", "decision.date required")),
                arguments(Map.of("decision", Map.of()), List.of()),
                arguments("{\"decision\": {\"date\": null}}", List.of("decision.date required")),
                arguments("{\"eligibility\": null}", List.of("eligibility required")),
                arguments(Map.of("eligibility", Map.of("to", "2021-01-01")), List.of()),
                arguments(
                        Map.of("eligibility", Map.of("from", "2021-01-02", "to", "2021-01-01")),
                        List.of("eligibility.to end-before-start")),
                arguments(Map.of("coFinancingRate", "0.76"), List.of()),
                arguments(
                        Map.of("coFinancingRate", "0.76", "actionType", "REGULAR"),
                        List.of("coFinancingRate rate-above-cap")),
                arguments(
                        Map.of("coFinancingRate", "1.5", "actionType", "REGULAR"),
                        List.of("coFinancingRate rate-malformed")),
                arguments(Map.of("sources", List.of(Map.of("date", "2021-08-11"))), List.of()),
                arguments(
                        Map.of("sources", List.of(Map.of(), Map.of("url", "ftp://a.b/c", "title", ""))),
                        List.of("sources[1].title required", "sources[1].url url-malformed")),
                arguments("{\"sources\": [null]}", List.of("sources[0] required")),
                arguments(
                        Map.of("sources", Collections.nCopies(21, Map.of("title", "Press"))),
                        List.of("sources too-many")),
                arguments(Map.of("colour", "green"), List.of("colour unknown-field")),
                arguments(Map.of("amount", Map.of("amount", 1)), List.of("amount amount-malformed")));
    }

    @Test
    void what_is_no_part_of_anything_is_refused_as_at_the_recording() {
        for (var body : List.of("", "null", "[]", "7", "{", "{\"donor\": 1}", "{\"donor\": \"a\", \"donor\": \"b\"}")) {
            Validations.post(OFFICER, API + "/allocations", body)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(
                            "code",
                            equalTo(OFFICER.post(API + "/allocations", body)
                                    .statusCode(400)
                                    .extract()
                                    .path("code")));
        }
    }

    @Test
    void what_belongs_to_an_allocation_that_is_absent_or_of_another_institution_is_refused_as_at_the_recording() {
        var mine = inForce("1.00", "STAFF");
        var both = new Person("both.lv", "auditor funding-officer", "LV-IEM");
        for (var of : List.of("/receipts", "/commitments")) {
            for (var stranger : List.of(LATVIAN, both)) {
                Validations.post(stranger, API + "/allocations/{id}" + of, Map.of(), mine)
                        .statusCode(404)
                        .header("X-Fundtrail-Refused", "foreign");
            }
            for (var absent : List.of(UUID.randomUUID().toString(), "x")) {
                Validations.post(OFFICER, API + "/allocations/{id}" + of, Map.of(), absent)
                        .statusCode(404)
                        .body("code", equalTo("not-found"));
            }
        }
    }
}
