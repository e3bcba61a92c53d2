package org.fundtrail.gateway.position;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.fundtrail.common.Time;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FinancingPositionApiTest {

    @Test
    void both_services_are_joined_to_one_position() {
        ask("?asOf=2026-11-20")
                .then()
                .statusCode(200)
                .body("asOf", is("2026-11-20"))
                .body("recorded.funding", is(12))
                .body("recorded.infrastructure", is(9))
                .body("totals.estimated.amount", is("500000000.00"))
                .body("totals.contracted.amount", is("43000000.10"))
                .body("totals.allocated.amount", is("189460000.00"))
                .body("totals.received.amount", is("29600000.00"))
                .body("totals.committed.amount", is("152460000.00"))
                .body("totals.gap.amount", is("347540000.00"))
                .body("totals.certified.amount", is("40000000.00"))
                .body("totals.invoiced.amount", is("38000000.00"))
                .body("totals.paid.amount", is("37000000.00"))
                .body("totals.estimateAtCompletion.amount", is("500000000.00"))
                .body("totals.gapAtCompletion.amount", is("347540000.00"))
                .body("projects[0].gapAtCompletion.amount", is("7540000.00"))
                .body("totals.gap.currency", is("EUR"))
                .body("worksProgrammes[0].notInProject.amount", is("347540000.00"))
                .body("worksProgrammes[0].lowerBound", is(true))
                .body("worksProgrammes[0].projects", contains("00000000-0000-4000-8000-000000000d01"))
                .body("projects[0].title.lt", is("Barjeras"))
                .body("projects[0].baseline.estimate", is("00000000-0000-4000-8000-000000000e11"))
                .body("projects[0].gap.amount", is("0.00"))
                .body("projects[0].funding[0].allocation", is("00000000-0000-4000-8000-0000000000a2"))
                .body("unassigned.id", contains("00000000-0000-4000-8000-0000000000a1"));
    }

    @Test
    void without_a_day_it_is_today() {
        ask("").then()
                .statusCode(200)
                .body("asOf", is(LocalDate.now(Time.VILNIUS).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "yesterday", "2026-1-1", "20261120"})
    void a_day_that_is_none_is_refused(String day) {
        ask("?asOf=" + day)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("date-malformed"))
                .body("field", is("asOf"));
    }

    @Test
    void a_day_in_the_future_is_refused() {
        ask("?asOf=" + LocalDate.now(Time.VILNIUS).plusDays(1))
                .then()
                .statusCode(400)
                .body("code", is("date-in-future"))
                .body("field", is("asOf"))
                .body("errors[0].field", is("asOf"));
    }

    @Test
    void it_leaves_no_cookie() {
        ask("").then().header("Set-Cookie", nullValue());
    }

    private static io.restassured.response.Response ask(String query) {
        return given().auth().preemptive().basic("officer", "demo").get("/api/v1/financing-position" + query);
    }
}
