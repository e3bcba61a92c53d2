package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends soon, or has just ended, is told to whom it matters. */
@QuarkusTest
class DatesTest {
    @Inject
    Time time;

    private static String proposed(LocalDate eligibleUntil) {
        var body =
                with(allocation(recordedProgramme("STAFF"), "5.00"), "eligibility.to", String.valueOf(eligibleUntil));
        return OFFICER.post(API + "/allocations", body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String inForce(LocalDate eligibleUntil) {
        var id = proposed(eligibleUntil);
        APPROVER.post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    @Test
    void the_end_of_the_eligibility_of_what_is_in_force_is_told_thirty_days_before_and_after() {
        var end = time.today().plusDays(30);
        var id = inForce(end);
        var later = inForce(end.plusDays(1));
        var waiting = proposed(end);
        OFFICER.get(API + "/dates")
                .statusCode(200)
                .body("id", hasItem(id))
                .body("id", not(hasItem(later)))
                .body("id", not(hasItem(waiting)))
                .body("find { it.id == '" + id + "' }.type", is("allocation"))
                .body("find { it.id == '" + id + "' }.what", is("eligibility-ends"))
                .body("find { it.id == '" + id + "' }.day", is(end.toString()));
        Clock.ahead(Duration.ofDays(60), () -> OFFICER.get(API + "/dates").body("id", hasItem(id)));
        Clock.ahead(Duration.ofDays(61), () -> OFFICER.get(API + "/dates").body("id", not(hasItem(id))));
    }

    @Test
    void it_matters_to_some_roles_of_the_institution_and_to_auditors() {
        var id = inForce(time.today());
        for (var reader : new Person[] {OFFICER, APPROVER, AUDITOR}) {
            reader.get(API + "/dates").body("id", hasItem(id));
        }
        ACCOUNTANT.get(API + "/dates").statusCode(200).body("id", not(hasItem(id)));
        new Person("engineer", Role.PROJECT_OFFICER, "LT-VRM")
                .get(API + "/dates")
                .body("", empty());
        LATVIAN.get(API + "/dates").statusCode(200).body("id", not(hasItem(id)));
    }

    @Test
    void other_days_are_asked_for_and_no_more_than_fifty_answered() {
        var day = LocalDate.of(2027, 10, 10);
        for (int n = 0; n < 51; n++) {
            inForce(day);
        }
        var before = inForce(day.minusDays(1));
        OFFICER.get(API + "/dates?from=" + day.minusDays(1) + "&until=" + day)
                .body("", hasSize(50))
                .body("id", hasItem(before));
        OFFICER.get(API + "/dates?from=" + day + "&until=" + day)
                .body("", hasSize(50))
                .body("id", not(hasItem(before)))
                .body("day.unique()", is(List.of(day.toString())));
    }

    @Test
    void days_that_have_passed_are_read_backwards_to_the_first_however_many_there_are() {
        var day = LocalDate.of(2025, 3, 18);
        var older = inForce(day.minusDays(1));
        var all = new TreeSet<String>();
        for (int n = 0; n < 55; n++) {
            all.add(inForce(day));
        }
        var query = API + "/dates?order=desc&from=2025-03-01&until=" + day;
        var first = OFFICER.get(query).body("", hasSize(50)).extract().<List<String>>path("id");
        var rest = OFFICER.get(query + "&beyond=" + first.get(49))
                .body("", hasSize(6))
                .extract()
                .<List<String>>path("id");
        assertEquals(older, rest.get(5), "the oldest comes last");
        all.removeAll(first);
        assertEquals(all, new TreeSet<>(rest.subList(0, 5)), "none is shown twice and none left out");
        assertEquals(all.descendingSet().stream().toList(), rest.subList(0, 5));
        OFFICER.get(API + "/dates?from=" + day + "&until=" + day + "&beyond=" + rest.get(4))
                .body("", hasSize(50));
    }

    @ParameterizedTest
    @CsvSource({
        "order=newest, order, unknown-value",
        "beyond=7, beyond, malformed-value",
        "until=tomorrow, until, date-malformed",
        "from=2026-02-30, from, date-malformed",
        "until=2200-01-01, until, date-out-of-range",
        "from=2026-01-02&until=2026-01-01, until, end-before-start"
    })
    void days_that_are_none_are_refused(String query, String field, String code) {
        OFFICER.get(API + "/dates?" + query)
                .statusCode(400)
                .body("field", is(field))
                .body("code", is(code));
    }
}
