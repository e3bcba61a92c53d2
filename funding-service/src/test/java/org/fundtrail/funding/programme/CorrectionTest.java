package org.fundtrail.funding.programme;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.fundtrail.records.CorrectionsTest;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorrectionTest extends CorrectionsTest {
    private static String recorded(String code) {
        return API + "/programmes/"
                + OFFICER.post(API + "/programmes", programme(code, "AMIF", "RECEPTION"))
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    @Override
    protected List<Correctable> correctables() {
        return List.of(new Correctable(
                OFFICER, () -> recorded(unique("PRG")), Map.of("name", "What it is called"), "name", false));
    }

    @Test
    void before_an_allocation_names_it_all_of_a_programme_is_corrected() {
        var at = recorded(unique("PRG"));
        var code = unique("RIGHT");
        OFFICER.get(at).body("corrections", hasSize(7));
        correct(
                        OFFICER,
                        at,
                        0,
                        because(Map.of(
                                "code",
                                code,
                                "fund",
                                "BMVI",
                                "managementMode",
                                "DIRECT",
                                "period",
                                Map.of("from", "2021-02-01", "to", "2028-12-31"),
                                "costScope",
                                List.of("EQUIPMENT", "PHYSICAL_BARRIER"))))
                .statusCode(200)
                .body("code", equalTo(code))
                .body("fund", equalTo("BMVI"))
                .body("managementMode", equalTo("DIRECT"))
                .body("period.to", equalTo("2028-12-31"))
                .body("costScope", contains("PHYSICAL_BARRIER", "EQUIPMENT"));
        OFFICER.get(API + "/programmes?code=" + code).body("items", hasSize(1));
    }

    @Test
    void once_an_allocation_names_it_its_name_alone_is_corrected_and_positions_say_it() {
        var id = inForce("7.00", "RECEPTION");
        var allocation = OFFICER.get(API + "/allocations/" + id);
        var at = API + "/programmes/" + allocation.extract().path("programme.id");
        OFFICER.get(at).body("corrections", contains("name"));
        var wrong = Map.<String, Object>of("fund", "BMVI", "period", Map.of("from", "2021-01-01", "to", "2028-12-31"));
        correct(OFFICER, at, 0, because(wrong))
                .statusCode(409)
                .body("code", equalTo("field-in-use"))
                .body("errors.field", contains("fund", "period.to"));
        correct(OFFICER, at, 0, because(Map.of("name", "Its right name", "fund", "AMIF")))
                .statusCode(200);
        OFFICER.get(API + "/allocations/" + id).body("programme.name", equalTo("Its right name"));
        OFFICER.get(API + "/position")
                .body("allocations.find { it.id == '" + id + "' }.programme.name", equalTo("Its right name"));
    }

    @Test
    void an_allocation_that_comes_at_the_same_moment_counts_on_what_the_programme_says() {
        for (int n = 0; n < 5; n++) {
            var code = unique("PRG");
            var at = recorded(code);
            var corrected = CompletableFuture.supplyAsync(() -> correct(
                            OFFICER, at, 0, because(Map.of("costScope", List.of("STAFF"))))
                    .extract()
                    .statusCode());
            var allocated =
                    OFFICER.post(API + "/allocations", allocation(code, "1.00")).statusCode(201);
            var status = corrected.join();
            var first = OFFICER.get(at.replaceFirst("/programmes/.*", "/entries?order=asc&subject=")
                            + at.substring(at.lastIndexOf('/') + 1))
                    .extract()
                    .<List<Object>>path("items");
            assertEquals(
                    status == 200 ? 2 : 1,
                    first.size(),
                    String.valueOf(allocated.extract().asString()));
            assertEquals(true, new TreeSet<>(List.of(200, 409)).contains(status), String.valueOf(status));
        }
    }

    @Test
    void a_code_that_another_programme_has_is_refused() {
        var taken = unique("PRG");
        recorded(taken);
        var at = recorded(unique("PRG"));
        correct(OFFICER, at, 0, because(Map.of("code", taken)))
                .statusCode(409)
                .body("code", equalTo("programme-code-taken"));
    }

    @Test
    void what_cannot_be_is_refused_as_it_is_when_a_programme_is_recorded() {
        var at = recorded(unique("PRG"));
        correct(OFFICER, at, 0, because(Map.of("period", Map.of("from", "2022-01-01", "to", "2021-01-01"))))
                .statusCode(400)
                .body("field", equalTo("period.to"));
        correct(OFFICER, at, 0, because(Map.of("fund", "WHATEVER")))
                .statusCode(400)
                .body("field", equalTo("fund"));
        for (var nothing : List.<Map<String, Object>>of(Map.of("name", " "), Map.of("costScope", List.of()))) {
            correct(OFFICER, at, 0, because(nothing)).statusCode(400).body("code", equalTo("nothing-corrected"));
        }
    }

    @Test
    void whoever_corrects_nothing_is_offered_nothing() {
        var at = recorded(unique("PRG"));
        Person.AUDITOR.get(at).body("corrections", empty());
    }
}
