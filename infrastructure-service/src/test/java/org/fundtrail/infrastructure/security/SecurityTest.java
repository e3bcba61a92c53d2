package org.fundtrail.infrastructure.security;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.entries;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.security;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.api.security.SecurityKind;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class SecurityTest {
    private static final String OF = API + "/contracts/{id}/securities";

    @Inject
    Securities securities;

    @Inject
    Time time;

    @Test
    void a_security_is_recorded_by_a_project_officer_and_counts_at_once() {
        var contract = inForce(recordedProject(), "30000000.00");
        var reference =
                ENGINEER.get(API + "/contracts/{id}", contract).extract().<String>path("reference");
        var id = ENGINEER.post(OF, security("PERFORMANCE", "2021-09-13", "2022-10-31"), contract)
                .statusCode(201)
                .header("Location", containsString(API + "/securities/"))
                .body("reference", equalTo(reference + "/S1"))
                .body("contract.id", equalTo(contract))
                .body("contract.reference", equalTo(reference))
                .body("kind", equalTo("PERFORMANCE"))
                .body("amount.amount", equalTo("3000000.00"))
                .body("issuer", equalTo("AB SEB bankas"))
                .body("from", equalTo("2021-09-13"))
                .body("to", equalTo("2022-10-31"))
                .body("live", is(false))
                .body("actions", empty())
                .extract()
                .<String>path("id");
        AUDITOR.get(API + "/securities/{id}", id)
                .header("ETag", equalTo("\"0\""))
                .body("id", equalTo(id));
        AUDITOR.get(API + "/entries?subject={id}", id)
                .body("items.action", contains("security.recorded"))
                .body("items[0].parent.id", equalTo(contract))
                .body("items[0].postings", empty())
                .body("items[0].changes.find { it.field == 'period.to' }.after", equalTo("2022-10-31"));
    }

    @Test
    void it_is_live_from_its_first_day_to_its_last_and_for_nothing_else() {
        var contract = inForce(recordedProject(), "10.00");
        ENGINEER.post(OF, security("PERFORMANCE", "2021-09-13", "2021-10-31"), contract)
                .statusCode(201);
        ENGINEER.post(OF, security("PERFORMANCE", "2021-12-01", "2021-12-31"), contract)
                .statusCode(201);
        for (var day : List.of("2021-09-13", "2021-10-31", "2021-12-01", "2021-12-31")) {
            assertTrue(isLive(contract, SecurityKind.PERFORMANCE, day), day);
            assertFalse(isLive(contract, SecurityKind.ADVANCE, day), day);
        }
        for (var day : List.of("2021-09-12", "2021-11-01", "2021-11-30", "2022-01-01")) {
            assertFalse(isLive(contract, SecurityKind.PERFORMANCE, day), day);
        }
        assertFalse(isLive(inForce(recordedProject(), "10.00"), SecurityKind.PERFORMANCE, "2021-09-13"));
    }

    private boolean isLive(String contract, SecurityKind kind, String day) {
        return securities.isLive(UUID.fromString(contract), kind, LocalDate.parse(day));
    }

    @Test
    void readers_are_told_whether_it_is_live_today() {
        var contract = inForce(recordedProject(), "10.00");
        var today = time.today();
        for (var days : List.of(List.of(0, 0), List.of(-1, 5), List.of(1, 5), List.of(-5, -1))) {
            var said = security(
                    "INSURANCE",
                    today.plusDays(days.get(0)).toString(),
                    today.plusDays(days.get(1)).toString());
            ENGINEER.post(OF, said, contract).statusCode(201).body("live", is(days.get(0) <= 0 && days.get(1) >= 0));
        }
    }

    @Test
    void securities_of_a_contract_are_numbered_and_listed_as_recorded_also_when_several_come_at_once() {
        var contract = inForce(recordedProject(), "10.00");
        var recorded = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> ENGINEER.post(OF, security("ADVANCE", "2021-09-13", "2022-10-31"), contract)
                                .extract()
                                .statusCode()))
                .toList();
        recorded.forEach(answer -> assertEquals(201, answer.join()));
        var reference =
                ENGINEER.get(API + "/contracts/{id}", contract).extract().<String>path("reference");
        List<String> listed =
                ENGINEER.get(OF, contract).statusCode(200).extract().path("items.reference");
        assertEquals(
                IntStream.rangeClosed(1, 6).mapToObj(n -> reference + "/S" + n).toList(),
                listed.stream().sorted().toList());
        String next = ENGINEER.get(OF + "?limit=4", contract)
                .body("items.size()", is(4))
                .body("count", is(6))
                .extract()
                .path("next");
        ENGINEER.get(OF + "?limit=4&after=" + next, contract).body("items.size()", is(2));
    }

    @Test
    void it_may_be_there_before_the_contract_is_approved_but_not_of_one_that_came_to_nothing() {
        var project = recordedProject();
        var waiting = proposed(project, "10.00");
        ENGINEER.post(OF, security("PERFORMANCE", "2021-09-13", "2022-10-31"), waiting)
                .statusCode(201);
        APPROVER.post(
                        API + "/contracts/{id}/decision",
                        Map.of("outcome", "REJECTED", "reason", "Not tendered"),
                        waiting)
                .statusCode(200);
        var withdrawn = proposed(project, "10.00");
        ENGINEER.post(API + "/contracts/{id}/steps", Map.of("step", "WITHDRAW"), withdrawn)
                .statusCode(200);
        int before = entries();
        for (var contract : List.of(waiting, withdrawn)) {
            ENGINEER.post(OF, security("PERFORMANCE", "2021-09-13", "2022-10-31"), contract)
                    .statusCode(409)
                    .body("code", equalTo("contract-not-in-force"));
        }
        assertEquals(before, entries());
    }

    @Test
    void nobody_of_another_institution_records_or_reads_one() {
        var contract = inForce(recordedProject(), "10.00");
        var id = ENGINEER.post(OF, security("PERFORMANCE", "2021-09-13", "2022-10-31"), contract)
                .extract()
                .<String>path("id");
        LATVIAN_ENGINEER
                .post(OF, security("PERFORMANCE", "2021-09-13", "2022-10-31"), contract)
                .statusCode(404);
        LATVIAN_ENGINEER.get(OF, contract).statusCode(404);
        LATVIAN_ENGINEER.get(API + "/securities/{id}", id).statusCode(404);
        AUDITOR.get(OF, contract).body("items.id", contains(id));
    }

    @ParameterizedTest
    @CsvSource({
        "kind,   , required",
        "kind,   PROMISE, unknown-value",
        "amount, , required",
        "amount.amount, 0.00, amount-not-positive",
        "issuer, , required",
        "from,   , required",
        "to,     , required",
        "to,     2021-09-12, end-before-start"
    })
    void what_is_wrong_with_a_security_is_named(String field, String value, String code) {
        var contract = inForce(recordedProject(), "10.00");
        int before = entries();
        var said = with(security("PERFORMANCE", "2021-09-13", "2022-10-31"), field, value);
        refused(ENGINEER.post(OF, said, contract), 400, code, field.startsWith("amount") ? "amount" : field);
        assertEquals(before, entries());
    }

    @Test
    void what_expires_last_of_its_kind_comes_on_the_worklist_of_a_contract_in_force() {
        var project = recordedProject();
        var contract = inForce(project, "10.00");
        var today = time.today();
        recorded(contract, "PERFORMANCE", today.minusDays(2));
        var prolonged = recorded(contract, "PERFORMANCE", today.plusDays(2));
        var passed = recorded(contract, "ADVANCE", today.minusDays(1));
        recorded(proposed(project, "10.00"), "ADVANCE", today.plusDays(1));
        var mine = "findAll { it.type == 'security' && it.parent.id == '" + contract + "' }";
        ENGINEER.get(API + "/dates")
                .statusCode(200)
                .body(mine + ".id", contains(passed, prolonged))
                .body(mine + ".what", contains("expires", "expires"))
                .body(mine + "[1].day", equalTo(today.plusDays(2).toString()))
                .body(mine + "[0].parent.type", equalTo("contract"));
        LATVIAN_ENGINEER.get(API + "/dates").body(mine, empty());
    }

    private String recorded(String contract, String kind, LocalDate to) {
        return ENGINEER.post(OF, security(kind, "2021-09-13", to.toString()), contract)
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void it_is_found_by_who_gave_it_and_by_its_amount() {
        var contract = ENGINEER.post(API + "/projects/{id}/contracts", contract("10.00"), recordedProject())
                .extract()
                .<String>path("id");
        var mark = UUID.randomUUID().toString().substring(0, 13);
        var said = with(security("ADVANCE", "2021-09-13", "2022-10-31"), "issuer", "Ergo Šiauliai " + mark);
        var id = ENGINEER.post(OF, said, contract).extract().<String>path("id");
        ENGINEER.get(API + "/search?q={q}", "ergo siauliai " + mark)
                .body("id", contains(id))
                .body("[0].type", equalTo("security"))
                .body("[0].parent.id", equalTo(contract));
    }
}
