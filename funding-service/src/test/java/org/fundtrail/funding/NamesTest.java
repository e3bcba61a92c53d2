package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Books;
import org.junit.jupiter.api.Test;

/** An id is an id, and a reference reads as it is written. */
@QuarkusTest
class NamesTest {

    @Test
    void no_code_or_reference_looks_like_an_id_so_money_cannot_reach_another_record_than_was_meant() {
        var meant = OFFICER.post(API + "/programmes", programme(unique("PRG"), "AMIF", "RECEPTION"))
                .extract()
                .<String>path("id");
        for (var impostor : List.of(
                meant, meant.toUpperCase(), " " + meant + " ", UUID.randomUUID().toString())) {
            OFFICER.post(API + "/programmes", programme(impostor, "AMIF", "RECEPTION"))
                    .statusCode(400)
                    .body("code", equalTo("looks-like-an-id"))
                    .body("field", equalTo("code"));
            OFFICER.post(API + "/allocations", with(allocation(meant, "5.00"), "reference", impostor))
                    .statusCode(400)
                    .body("code", equalTo("looks-like-an-id"))
                    .body("field", equalTo("reference"));
        }
        for (var asId : List.of(meant, meant.toUpperCase())) {
            OFFICER.post(API + "/allocations", allocation(asId, "5.00"))
                    .statusCode(201)
                    .body("programme.id", equalTo(meant));
        }
    }

    @Test
    void the_database_refuses_an_impostor_too() throws SQLException {
        recordedProgramme("RECEPTION");
        try (var service = Books.asTheService();
                var statement = service.createStatement()) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute(
                            "INSERT INTO funding.programme SELECT gen_random_uuid(), 0, institution, recorded_by, recorded_at, id::text, fund,"
                                    + " name, management_mode, period_from, period_to, cost_scope FROM funding.programme LIMIT 1"));
            assertEquals("23514", refused.getSQLState());
        }
    }

    @Test
    void marks_that_turn_text_round_are_refused_where_a_reference_is_given() {
        var id = inForce("100.00", "RECEPTION");
        for (var mark : List.of("\u202e", "\u2066", "\u200f", "\u061c", "\u200b")) {
            var turned = "AB" + mark + "C-" + UUID.randomUUID().toString().substring(0, 6);
            var tries = Map.of(
                    "reference",
                            Map.of(
                                    "/allocations",
                                    with(allocation(recordedProgramme("RECEPTION"), "5.00"), "reference", turned)),
                    "decision.reference",
                            Map.of(
                                    "/allocations",
                                    with(
                                            allocation(recordedProgramme("RECEPTION"), "5.00"),
                                            "decision.reference",
                                            turned)),
                    "code", Map.of("/programmes", programme(turned, "AMIF", "RECEPTION")),
                    "bankReference",
                            Map.of("/allocations/" + id + "/receipts", with(receipt("1.00"), "bankReference", turned)),
                    "legalCommitment.reference",
                            Map.of(
                                    "/allocations/" + id + "/commitments",
                                    with(commitment("RECEPTION/camp", "1.00"), "legalCommitment.reference", turned)));
            tries.forEach((field, request) -> request.forEach((path, body) -> OFFICER.post(API + path, body)
                    .statusCode(400)
                    .body("code", equalTo("direction-mark"))
                    .body("field", equalTo(field))));
        }
        OFFICER.post(
                        API + "/allocations",
                        with(allocation(recordedProgramme("RECEPTION"), "5.00"), "purpose", "A \u202epurpose"))
                .statusCode(201); // said as it is said, and isolated where it is shown
    }
}
