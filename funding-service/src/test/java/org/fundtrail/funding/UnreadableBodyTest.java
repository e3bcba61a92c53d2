package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with a body is said at once, also where some of it cannot be read. */
@QuarkusTest
class UnreadableBodyTest {
    private static Map<String, Object> with(Map<String, Object> terms, Object... changes) {
        var changed = new HashMap<>(terms);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }

    @Test
    void an_amount_that_cannot_be_read_hides_no_other_mistake() {
        var terms = with(
                allocation("no-such-programme", "1.00"),
                "amount",
                Map.of("amount", "1,5", "currency", "EUR"),
                "decision",
                Map.of("reference", "C(2021) 6012", "date", "31 August"),
                "donor",
                null,
                "colour",
                "green");
        OFFICER.post(API + "/allocations", terms)
                .statusCode(400)
                .body("errors.field", hasItems("amount", "decision.date", "donor", "colour"))
                .body("errors.find { it.field == 'amount' }.code", equalTo("amount-malformed"))
                .body("errors.find { it.field == 'decision.date' }.code", equalTo("date-malformed"))
                .body("errors.find { it.field == 'donor' }.code", equalTo("required"))
                .body("errors.find { it.field == 'colour' }.code", equalTo("unknown-field"));
    }

    @Test
    void what_cannot_be_read_is_not_said_to_be_missing_too() {
        var terms = with(programme("ANY", "BMVI", "STAFF"), "fund", "GOLD");
        OFFICER.post(API + "/programmes", terms)
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("fund"))
                .body("errors[0].code", equalTo("unknown-value"));
    }

    @Test
    void the_same_is_said_of_a_part_that_is_asked_about_beforehand() {
        OFFICER.post(
                        API + "/allocations/" + inForce("1.00", "STAFF") + "/receipts/validation",
                        Map.of("amount", Map.of("amount", "1.001", "currency", "EUR"), "bankReference", "a\u202eb"))
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("amount-malformed", "direction-mark"));
    }
}
