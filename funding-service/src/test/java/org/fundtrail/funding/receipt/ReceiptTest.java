package org.fundtrail.funding.receipt;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceiptTest {
    private static void stands(String allocation, String toReceive, String announced, String received) {
        OFFICER.get(API + "/allocations/{id}", allocation)
                .body("balances.toReceive.amount", equalTo(toReceive))
                .body("balances.announced.amount", equalTo(announced))
                .body("balances.received.amount", equalTo(received));
    }

    @Test
    void money_counts_as_received_when_an_accountant_has_confirmed_it() {
        var allocation = inForce("37000000.00", "RECEPTION");
        var id = recordedReceipt(allocation, "29600000.00");
        stands(allocation, "7400000.00", "29600000.00", "0.00");
        ACCOUNTANT
                .get(API + "/receipts/{id}", id)
                .statusCode(200)
                .body("actions", contains("confirm", "refuse"))
                .body("allocation.id", equalTo(allocation));
        ACCOUNTANT
                .post(API + "/receipts/{id}/confirmation", Map.of(), id)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("CONFIRMED"))
                .body("decidedBy.name", equalTo("Name of accountant"))
                .body("decidedBy.id", equalTo(ACCOUNTANT.id()))
                .body("actions", empty());
        stands(allocation, "7400000.00", "0.00", "29600000.00");
        OFFICER.get(API + "/entries?subject=" + id)
                .body("items.action", contains("receipt.recorded", "receipt.confirmed"))
                .body("items.effectiveDate", contains("2021-10-08", "2021-10-08"))
                .body("items.parent.id", contains(allocation, allocation));
    }

    @Test
    void it_is_found_by_the_reference_of_the_bank_and_by_a_part_of_it() {
        var allocation = inForce("100.00", "RECEPTION");
        recordedReceipt(allocation, "1.00");
        var sought = receipt("2.00");
        OFFICER.post(API + "/allocations/{id}/receipts", sought, allocation).statusCode(201);
        var reference = sought.get("bankReference").toString();
        for (var list : List.of("/receipts", "/allocations/" + allocation + "/receipts")) {
            for (var asked : List.of(
                    "?reference=" + reference, "?q=" + reference.toLowerCase().substring(3))) {
                OFFICER.get(API + list + asked)
                        .statusCode(200)
                        .body("items.bankReference", contains(reference))
                        .body("count", is(1));
            }
        }
    }

    @Test
    void a_refused_one_is_still_to_be_received_and_may_be_recorded_again() {
        var allocation = inForce("100.00", "RECEPTION");
        var body = receipt("100.00");
        var id = OFFICER.post(API + "/allocations/{id}/receipts", body, allocation)
                .statusCode(201)
                .extract()
                .<String>path("id");
        OFFICER.post(API + "/allocations/{id}/receipts", receipt("0.01"), allocation)
                .statusCode(409)
                .body("code", equalTo("exceeds-allocation"))
                .body("field", equalTo("amount"));
        for (var why : List.of("{}", "{\"reason\": \"  \"}", "{\"reason\": null}")) {
            ACCOUNTANT
                    .post(API + "/receipts/" + id + "/refusal", why)
                    .statusCode(400)
                    .body("field", equalTo("reason"));
        }
        ACCOUNTANT
                .post(API + "/receipts/{id}/refusal", Map.of("reason", "Not on the statement"), id)
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("reason", equalTo("Not on the statement"));
        stands(allocation, "100.00", "0.00", "0.00");
        for (var way : Map.of("confirmation", Map.of(), "refusal", "{\"reason\": \"Again\"}")
                .entrySet()) {
            ACCOUNTANT
                    .post(API + "/receipts/" + id + "/" + way.getKey(), way.getValue())
                    .statusCode(409)
                    .body("code", equalTo("wrong-state"));
        }
        OFFICER.post(API + "/allocations/{id}/receipts", body, allocation).statusCode(201);
    }

    @Test
    void the_same_payment_is_recorded_once() {
        var allocation = inForce("100.00", "RECEPTION");
        var body = receipt("10.00");
        OFFICER.post(API + "/allocations/{id}/receipts", body, allocation).statusCode(201);
        OFFICER.post(API + "/allocations/{id}/receipts", body, allocation)
                .statusCode(409)
                .body("code", equalTo("receipt-recorded-twice"))
                .body("field", equalTo("bankReference"));
        stands(allocation, "90.00", "10.00", "0.00");
    }

    @Test
    void nothing_arrives_on_an_allocation_that_is_not_in_force() {
        OFFICER.post(API + "/allocations/{id}/receipts", receipt("1.00"), proposed("5.00", "RECEPTION"))
                .statusCode(409)
                .body("code", equalTo("allocation-not-in-force"));
    }

    @Test
    void whoever_recorded_it_does_not_confirm_it_whatever_their_roles() {
        var both = new Person("both", "funding-officer accountant", "LT-VRM");
        var allocation = inForce("100.00", "RECEPTION");
        var id = both.post(API + "/allocations/{id}/receipts", receipt("10.00"), allocation)
                .statusCode(201)
                .body("ownRecord", is(true))
                .body("actions", contains("withdraw"))
                .extract()
                .<String>path("id");
        both.post(API + "/receipts/{id}/confirmation", Map.of(), id)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        both.post(API + "/receipts/{id}/refusal", Map.of("reason", "Mine"), id)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        ACCOUNTANT
                .request()
                .header("Idempotency-Key", "stale-" + id)
                .header("If-Match", "\"5\"")
                .body("{}")
                .post(API + "/receipts/{id}/confirmation", id)
                .then()
                .statusCode(412);
        stands(allocation, "90.00", "10.00", "0.00");
    }
}
