package org.fundtrail.funding.commitment;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.amended;
import static org.fundtrail.funding.Funding.approve;
import static org.fundtrail.funding.Funding.approved;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.commitmentAmendment;
import static org.fundtrail.funding.Funding.committed;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.fundtrail.journal.Books;
import org.junit.jupiter.api.Test;

/** A commitment is raised, lowered and released by a second person, within what the allocation has and the commitment comes to. */
@QuarkusTest
class CommitmentAmendmentTest {
    private static final String AMENDMENTS = API + "/commitments/{id}/amendments";
    private static final String DECISION = API + "/commitment-amendments/{id}/decision";

    private static void stands(String allocation, String available, String reserved, String committed) {
        OFFICER.get(API + "/allocations/{id}", allocation)
                .body("balances.available.amount", equalTo(available))
                .body("balances.reserved.amount", equalTo(reserved))
                .body("balances.committed.amount", equalTo(committed));
    }

    private static String recorded(String commitment, String change) {
        return OFFICER.post(AMENDMENTS, commitmentAmendment(change), commitment)
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void what_is_added_is_reserved_at_once_and_committed_when_it_is_approved() {
        var allocation = inForce("100.00", "RECEPTION");
        var commitment = committed(allocation, "RECEPTION/camp", "60.00");
        OFFICER.post(AMENDMENTS, commitmentAmendment("40.01"), commitment)
                .statusCode(409)
                .body("code", equalTo("exceeds-available"));
        var amendment = recorded(commitment, "30.00");
        stands(allocation, "10.00", "30.00", "60.00");
        APPROVER.post(DECISION, Map.of("outcome", "RETURNED", "reason", "25 will do"), amendment)
                .statusCode(200);
        stands(allocation, "40.00", "0.00", "60.00");
        OFFICER.put("\"1\"", API + "/commitment-amendments/{id}", commitmentAmendment("25.00"), amendment)
                .statusCode(200);
        approve("commitment-amendments", amendment);
        stands(allocation, "15.00", "0.00", "85.00");
        OFFICER.get(API + "/commitments/{id}", commitment)
                .body("amount.amount", equalTo("60.00"))
                .body("committed.amount", equalTo("85.00"));
        OFFICER.get(AMENDMENTS, commitment).body("items.id", contains(amendment));
        Books.balanced();
    }

    @Test
    void what_is_taken_is_released_when_it_is_approved_down_to_nothing_and_no_further() {
        var allocation = inForce("100.00", "RECEPTION");
        var other = committed(allocation, "RECEPTION/camp", "40.00");
        var commitment = committed(allocation, "RECEPTION/camp", "60.00"); // to the same project
        OFFICER.post(AMENDMENTS, commitmentAmendment("-60.01"), commitment)
                .statusCode(409)
                .body("code", equalTo("exceeds-commitment"))
                .body("field", equalTo("change"))
                .body("params.available", equalTo("EUR\u00a060.00"));
        var twice = recorded(commitment, "-60.00");
        var whole = recorded(commitment, "-60.00");
        stands(allocation, "0.00", "0.00", "100.00");
        approve("commitment-amendments", whole);
        stands(allocation, "60.00", "0.00", "40.00");
        OFFICER.get(API + "/commitments/{id}", commitment)
                .body("status", equalTo("APPROVED"))
                .body("committed.amount", equalTo("0.00"));
        APPROVER.post(DECISION, Map.of("outcome", "APPROVED"), twice)
                .statusCode(409)
                .body("code", equalTo("exceeds-commitment"));
        OFFICER.get(API + "/commitments/{id}", other).body("committed.amount", equalTo("40.00"));
    }

    @Test
    void it_counts_from_its_day_on_and_never_before_the_money_it_releases_was_committed() {
        var allocation = inForce("100.00", "RECEPTION");
        committed(allocation, "RECEPTION/camp", "100.00"); // of 2021-08-23
        amended(allocation, "50.00"); // of 2021-11-30, so that the next counts from then on
        var late = committed(allocation, "RECEPTION/camp", "50.00"); // said to be of 2021-08-23
        OFFICER.post(AMENDMENTS, with(commitmentAmendment("-50.00"), "on", "2021-09-30"), late)
                .statusCode(400)
                .body("code", equalTo("amended-too-early"))
                .body("field", equalTo("on"))
                .body("params.start", equalTo("2021-11-30"));
        approved(
                "/commitments/{id}/amendments",
                "commitment-amendments",
                with(commitmentAmendment("-50.00"), "on", "2021-11-30"),
                late);
        for (var day : Map.of("2021-09-30", "100.00", "2021-11-29", "100.00", "2021-11-30", "100.00")
                .entrySet()) {
            OFFICER.get(API + "/allocations/{id}/balance?asOf=" + day.getKey(), allocation)
                    .body("committed.amount", equalTo(day.getValue()));
            OFFICER.get(API + "/allocations/{id}/commitments?asOf=" + day.getKey(), allocation)
                    .body("items.counted.amount", contains("100.00"))
                    .body("total.amount", equalTo(day.getValue()));
        }
    }

    @Test
    void one_that_waits_or_is_dated_before_its_legal_commitment_is_not_amended() {
        var allocation = inForce("100.00", "RECEPTION");
        OFFICER.post(AMENDMENTS, commitmentAmendment("1.00"), reserved(allocation, "RECEPTION/camp", "1.00"))
                .statusCode(409)
                .body("code", equalTo("commitment-not-in-force"));
        OFFICER.post(
                        AMENDMENTS,
                        with(commitmentAmendment("1.00"), "on", "2021-08-22"),
                        committed(allocation, "RECEPTION/camp", "1.00"))
                .statusCode(400)
                .body("code", equalTo("amended-too-early"))
                .body("field", equalTo("on"));
        OFFICER.post(API + "/allocations/{id}/commitments", commitment("RECEPTION/camp", "99.00"), allocation)
                .statusCode(409);
    }
}
