package org.fundtrail.gateway.position;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ServiceDownTest {

    @BeforeEach
    void stop() {
        Surroundings.stopInfrastructure();
    }

    @AfterEach
    void start() throws IOException {
        Surroundings.startInfrastructure();
        given().auth()
                .preemptive()
                .basic("officer", "demo")
                .get("/api/infrastructure/v1/projects")
                .then()
                .statusCode(200);
    }

    @Test
    void there_is_no_partial_position() {
        given().auth()
                .preemptive()
                .basic("officer", "demo")
                .get("/api/v1/financing-position")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", is("unavailable"))
                .body("params.service", is("infrastructure-service"))
                .body("totals", nullValue());
    }

    @Test
    void there_is_no_list_of_overrides_of_one_service_alone() {
        Surroundings.TO_PROGRAMS.put("/api/funding/v1/overrides", "{\"items\": [], \"next\": null}");
        given().auth()
                .preemptive()
                .basic("officer", "demo")
                .get("/api/v1/overrides")
                .then()
                .statusCode(503)
                .body("code", is("unavailable"))
                .body("params.service", is("infrastructure-service"))
                .body("items", nullValue());
    }

    @Test
    void the_api_says_which_service_is_missing() {
        given().auth()
                .preemptive()
                .basic("officer", "demo")
                .get("/api/infrastructure/v1/projects")
                .then()
                .statusCode(503)
                .body("params.service", is("infrastructure-service"));
        given().auth()
                .preemptive()
                .basic("officer", "demo")
                .get("/api/funding/v1/allocations")
                .then()
                .statusCode(200);
    }

    @Test
    void the_gateway_is_not_ready_but_still_explains_its_api() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("status", is("DOWN"))
                .body("checks.data.'infrastructure-service'", hasItem("DOWN"))
                .body("checks.data.'funding-service'", hasItem("UP"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/openapi").then().statusCode(200);
    }
}
