package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

/** A filter that is misspelt is refused: passed over, it would give the total of more than was asked for. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class KnownParametersTest {
    @Test
    void a_parameter_that_a_list_does_not_have_is_refused_with_those_that_it_has() {
        refused(ENGINEER.get(API + "/contracts?projekt=LT-BARRIER"), 400, "unknown-parameter", "projekt");
        ENGINEER.get(API + "/contracts?projekt=LT-BARRIER&asof=2021-12-31")
                .statusCode(400)
                .body("errors.field[0]", equalTo("asof"))
                .body("errors.field[1]", equalTo("projekt"))
                .body("errors.params.known[0]", containsString("asOf, counting"));
    }

    @Test
    void so_is_one_of_a_file_or_of_a_single_record() {
        refused(ENGINEER.get(API + "/contracts?format=csv&projekt=LT-BARRIER"), 400, "unknown-parameter", "projekt");
        refused(
                ENGINEER.get(API + "/projects/" + recordedProject() + "?asOf=2021-12-31"),
                400,
                "unknown-parameter",
                "asOf");
    }

    @Test
    void what_is_true_or_false_is_nothing_else() {
        refused(ENGINEER.get(API + "/invoices?override=maybe"), 400, "unknown-value", "override");
        ENGINEER.get(API + "/invoices?override=false").statusCode(200);
    }

    @Test
    void what_the_list_of_an_address_takes_its_file_takes_as_well() {
        ENGINEER.get(API + "/contracts?limit=5&sort=reference").statusCode(200);
        ENGINEER.get(API + "/contracts?format=csv&limit=5&sort=reference").statusCode(200);
    }
}
