package org.fundtrail.funding.allocation;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.journal.Person.APPROVER;
import static org.fundtrail.journal.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AllocationTest {

    @Test
    void an_allocation_is_recorded_and_approved_by_somebody_else() {
        var body = allocation(recordedProgramme("RECEPTION"), "37000000.00");
        var id = OFFICER.post(API + "/allocations", body)
                .statusCode(201)
                .header("Location", containsString(API + "/allocations/"))
                .body("status", equalTo("PROPOSED"))
                .body("amount.amount", equalTo("37000000.00"))
                .body("amount.currency", equalTo("EUR"))
                .body("coFinancingRate", equalTo("1"))
                .body("balances", nullValue())
                .body("ownRecord", is(true))
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7.*"))
                .extract()
                .<String>path("id");

        APPROVER.get(API + "/allocations/{id}", id)
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("actions", contains("decide"));
        APPROVER.post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decidedBy", equalTo("approver"))
                .body("balances.available.amount", equalTo("37000000.00"))
                .body("balances.toReceive.amount", equalTo("37000000.00"))
                .body("balances.committed.amount", equalTo("0.00"));
    }
}
