package org.fundtrail.funding.allocation;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.amended;
import static org.fundtrail.funding.Funding.amendment;
import static org.fundtrail.funding.Funding.approve;
import static org.fundtrail.funding.Funding.approved;
import static org.fundtrail.funding.Funding.closure;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.commitmentAmendment;
import static org.fundtrail.funding.Funding.committed;
import static org.fundtrail.funding.Funding.decommitment;
import static org.fundtrail.funding.Funding.decommitted;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.usedUp;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.Item;
import org.fundtrail.journal.Books;
import org.junit.jupiter.api.Test;

/** What was decided at first stays; what an allocation is now follows from what a second person approved. */
@QuarkusTest
class AmendmentTest {
    private static final String AMENDMENTS = API + "/allocations/{id}/amendments";
    private static final String DECOMMITMENTS = API + "/allocations/{id}/decommitments";
    private static final String CLOSURE = API + "/allocations/{id}/closure";
    private static final String DECISION = API + "/allocation-amendments/{id}/decision";
    private static final Map<String, String> YES = Map.of("outcome", "APPROVED");

    private static ValidatableResponse stands(String id, String allocated, String available, String toReceive) {
        return OFFICER.get(API + "/allocations/{id}", id)
                .body("balances.allocated.amount", equalTo(allocated))
                .body("balances.available.amount", equalTo(available))
                .body("balances.toReceive.amount", equalTo(toReceive));
    }

    private static ValidatableResponse asOf(String id, String day) {
        return OFFICER.get(API + "/allocations/{id}/balance?asOf=" + day, id).statusCode(200);
    }

    @Test
    void a_decision_raises_an_allocation_once_somebody_else_approves_it_and_its_amount_stays() {
        var id = inForce("100.00", "RECEPTION");
        var amendment = OFFICER.post(AMENDMENTS, amendment("50.00"), id)
                .statusCode(201)
                .body("type", equalTo("AMENDMENT"))
                .body("status", equalTo("PROPOSED"))
                .body("change.amount", equalTo("50.00"))
                .body("on", equalTo("2021-11-30"))
                .extract()
                .<String>path("id");
        stands(id, "100.00", "100.00", "100.00");
        APPROVER.post(DECISION, YES, amendment).statusCode(200).body("status", equalTo("APPROVED"));
        stands(id, "150.00", "150.00", "150.00").body("amount.amount", equalTo("100.00"));
        committed(id, "RECEPTION/camp", "150.00");
        OFFICER.get(AMENDMENTS, id).body("items.id", contains(amendment));
        Books.balanced();
    }

    @Test
    void it_counts_from_the_day_of_its_decision_in_the_balance_the_position_and_the_list_as_of_a_day() {
        var id = inForce("100.00", "RECEPTION"); // decided on 2021-08-11
        amended(id, "50.00"); // of 2021-11-30
        decommitted(id, "30.00"); // of 2022-03-31
        asOf(id, "2021-08-10").body("allocated.amount", equalTo("0.00")).body("available.amount", equalTo("0.00"));
        asOf(id, "2021-08-11").body("allocated.amount", equalTo("100.00"));
        asOf(id, "2021-11-29").body("available.amount", equalTo("100.00"));
        asOf(id, "2021-11-30").body("allocated.amount", equalTo("150.00"));
        asOf(id, "2022-03-31")
                .body("allocated.amount", equalTo("120.00"))
                .body("available.amount", equalTo("120.00"))
                .body("toReceive.amount", equalTo("120.00"));
        for (var day : Map.of("2021-08-11", "100.00", "2021-11-30", "150.00", "2022-03-31", "120.00")
                .entrySet()) {
            OFFICER.get(API + "/position?asOf=" + day.getKey())
                    .body("allocations.find { it.id == '" + id + "' }.amount.amount", equalTo(day.getValue()));
            assertEquals(day.getValue(), counted(id, day.getKey()));
        }
        OFFICER.get(API + "/allocations?sort=-allocated&limit=1")
                .body("sums.allocated.amount", notNullValue())
                .body("sums.amount.amount", notNullValue());
        LATVIAN.get(API + "/allocations/{id}/balance", id).statusCode(404);
        OFFICER.get(API + "/allocations/{id}/balance?asOf=2999-01-01", id).statusCode(400);
    }

    private static String counted(String id, String day) {
        String after = null;
        do {
            var page = OFFICER.get(
                            API + "/allocations?limit=200&asOf=" + day + (after == null ? "" : "&after=" + after))
                    .extract();
            String found = page.path("items.find { it.id == '" + id + "' }.counted.amount");
            if (found != null) {
                return found;
            }
            after = page.path("next");
        } while (after != null);
        return null;
    }

    @Test
    void less_is_taken_only_from_what_is_neither_committed_nor_received_and_the_refusal_says_how_much_is_free() {
        var id = inForce("100.00", "RECEPTION");
        committed(id, "RECEPTION/camp", "60.00");
        recordedReceipt(id, "70.00");
        OFFICER.post(AMENDMENTS, amendment("-40.01"), id)
                .statusCode(409)
                .body("code", equalTo("exceeds-uncommitted"))
                .body("field", equalTo("change"))
                .body("params.available", equalTo("EUR\u00a040.00"))
                .body("errors.code", contains("exceeds-uncommitted", "exceeds-not-received"));
        OFFICER.post(DECOMMITMENTS, decommitment("30.01"), id)
                .statusCode(409)
                .body("code", equalTo("exceeds-not-received"))
                .body("field", equalTo("amount"))
                .body("params.available", equalTo("EUR\u00a030.00"));
        decommitted(id, "30.00");
        stands(id, "70.00", "10.00", "0.00");
    }

    @Test
    void what_was_free_when_it_was_recorded_and_is_not_any_more_is_refused_when_it_is_decided() {
        var id = inForce("100.00", "RECEPTION");
        var decommitment = OFFICER.post(DECOMMITMENTS, decommitment("50.00"), id)
                .statusCode(201)
                .extract()
                .<String>path("id");
        var reserved = reserved(id, "RECEPTION/camp", "60.00");
        APPROVER.post(DECISION, YES, decommitment)
                .statusCode(409)
                .body("code", equalTo("exceeds-uncommitted"))
                .body("detail", containsString("40.00"));
        OFFICER.post(API + "/commitments/{id}/steps", Map.of("step", "WITHDRAW", "reason", "No"), reserved)
                .statusCode(200);
        APPROVER.post(DECISION, YES, decommitment).statusCode(200);
        stands(id, "50.00", "50.00", "50.00");
    }

    @Test
    void no_day_has_less_than_what_is_committed_on_it_whichever_day_is_stated() {
        var id = inForce("100.00", "RECEPTION");
        var commitment = committed(id, "RECEPTION/camp", "80.00"); // of 2021-08-23
        approved("/commitments/{id}/amendments", "commitment-amendments", commitmentAmendment("-80.00"), commitment);
        decommitted(id, "100.00"); // stated on 2022-03-31, when all of it is available again
        amended(id, "10.00"); // of 2021-11-30
        asOf(id, "2021-11-30")
                .body("allocated.amount", equalTo("110.00"))
                .body("committed.amount", equalTo("80.00"))
                .body("available.amount", equalTo("30.00"));
        asOf(id, "2022-01-31").body("committed.amount", equalTo("0.00"));
        asOf(id, "2022-03-31").body("allocated.amount", equalTo("10.00"));
        var early = inForce("100.00", "RECEPTION");
        committed(early, "RECEPTION/camp", "80.00");
        amended(early, "80.00"); // of 2021-11-30, so that on no day before there is as much to take
        OFFICER.post(AMENDMENTS, with(amendment("-100.00"), "decision.date", "2021-09-01"), early)
                .statusCode(400)
                .body("code", equalTo("amended-too-early"))
                .body("field", equalTo("decision.date"))
                .body("params.start", equalTo("2021-11-30"));
        OFFICER.post(DECOMMITMENTS, with(decommitment("100.00"), "on", "2021-11-29"), early)
                .statusCode(400)
                .body("field", equalTo("on"))
                .body("params.start", equalTo("2021-11-30"));
        OFFICER.post(DECOMMITMENTS, with(decommitment("20.00"), "on", "2021-09-01"), early)
                .statusCode(201); // of what was there on that day
        approved(
                "/allocations/{id}/amendments",
                "allocation-amendments",
                with(amendment("-100.00"), "decision.date", "2021-11-30"),
                early);
        asOf(early, "2021-11-29").body("allocated.amount", equalTo("100.00"));
        asOf(early, "2021-11-30").body("allocated.amount", equalTo("80.00"));
    }

    @Test
    void nothing_is_amended_before_it_was_decided_or_while_it_is_not_in_force() {
        var id = inForce("100.00", "RECEPTION");
        OFFICER.post(AMENDMENTS, with(amendment("1.00"), "decision.date", "2021-08-10"), id)
                .statusCode(400)
                .body("code", equalTo("amended-too-early"))
                .body("field", equalTo("decision.date"));
        OFFICER.post(CLOSURE, with(closure(), "on", "2021-08-10"), id)
                .statusCode(400)
                .body("field", equalTo("on"));
        OFFICER.post(AMENDMENTS, amendment("1.00"), proposed("100.00", "RECEPTION"))
                .statusCode(409)
                .body("code", equalTo("allocation-not-in-force"));
    }

    @Test
    void what_came_back_is_changed_within_its_type() {
        var id = inForce("100.00", "RECEPTION");
        var decommitment = OFFICER.post(DECOMMITMENTS, decommitment("50.00"), id)
                .statusCode(201)
                .extract()
                .<String>path("id");
        APPROVER.post(DECISION, Map.of("outcome", "RETURNED", "reason", "Only 20"), decommitment)
                .statusCode(200);
        var at = API + "/allocation-amendments/{id}";
        OFFICER.put("\"1\"", at, amendment("-20.00"), decommitment)
                .statusCode(400)
                .body("errors.field", contains("change", "decision"));
        OFFICER.put("\"1\"", at, with(decommitment("20.00"), "amount", null), decommitment)
                .statusCode(400)
                .body("code", equalTo("required"))
                .body("field", equalTo("amount"));
        OFFICER.put("\"1\"", at, decommitment("20.00"), decommitment)
                .statusCode(200)
                .body("change.amount", equalTo("-20.00"));
        approve("allocation-amendments", decommitment);
        stands(id, "80.00", "80.00", "80.00");
    }

    @Test
    void a_closure_is_refused_while_anything_is_open_and_says_all_of_it() {
        var id = inForce("100.00", "RECEPTION");
        reserved(id, "RECEPTION/camp", "60.00");
        OFFICER.post(CLOSURE, closure(), id)
                .statusCode(409)
                .body(
                        "errors.code",
                        contains("allocation-not-used", "allocation-not-received", "allocation-undecided"));
        var used = usedUp();
        OFFICER.post(AMENDMENTS, amendment("1.00"), used).statusCode(201);
        OFFICER.post(CLOSURE, closure(), used).statusCode(409).body("code", equalTo("allocation-undecided"));
    }

    @Test
    void a_closed_allocation_stays_approved_says_its_day_and_takes_nothing_more() {
        var id = inForce("100.00", "RECEPTION");
        var commitment = committed(id, "RECEPTION/camp", "60.00");
        var received = recordedReceipt(id, "60.00");
        ACCOUNTANT.post(API + "/receipts/{id}/confirmation", Map.of(), received).statusCode(200);
        decommitted(id, "40.00");
        var returned = OFFICER.post(API + "/commitments/{id}/amendments", commitmentAmendment("-1.00"), commitment)
                .statusCode(201)
                .extract()
                .<String>path("id");
        OFFICER.post(CLOSURE, closure(), id)
                .statusCode(409)
                .body("errors.code", contains("allocation-not-claimed", "allocation-undecided"));
        APPROVER.post(
                        API + "/commitment-amendments/{id}/decision",
                        Map.of("outcome", "RETURNED", "reason", "Not now"),
                        returned)
                .statusCode(200);
        OFFICER.post(CLOSURE, closure(), id)
                .statusCode(409)
                .body("code", equalTo("allocation-not-claimed"))
                .body("params.committed", equalTo("EUR\u00a060.00"));
        Claiming.paid(Claiming.claim(id, Item.invoice("RECEPTION/camp", "60.00", "60.00")));
        var today = LocalDate.now(Time.VILNIUS).toString(); // on which it was claimed
        OFFICER.post(CLOSURE, with(closure(), "on", "2024-03-31"), id)
                .statusCode(400)
                .body("code", equalTo("amended-too-early"))
                .body("field", equalTo("on"))
                .body("params.start", equalTo(today));
        approved("/allocations/{id}/closure", "allocation-amendments", with(closure(), "on", today), id);
        OFFICER.get(API + "/allocations/{id}", id)
                .body("status", equalTo("APPROVED"))
                .body("closedOn", equalTo(today))
                .body("actions", empty());
        OFFICER.get(API + "/commitments/{id}", commitment).body("actions", not(hasItem("amend")));
        for (var refused : List.of(
                OFFICER.post(API + "/allocations/{id}/receipts", receipt("1.00"), id),
                OFFICER.post(API + "/allocations/{id}/commitments", commitment("RECEPTION/camp", "1.00"), id),
                OFFICER.post(AMENDMENTS, amendment("1.00"), id),
                OFFICER.post(DECOMMITMENTS, decommitment("1.00"), id),
                OFFICER.post(CLOSURE, closure(), id),
                OFFICER.post(API + "/commitments/{id}/amendments", commitmentAmendment("-1.00"), commitment),
                OFFICER.put("\"1\"", API + "/commitment-amendments/{id}", commitmentAmendment("-2.00"), returned))) {
            refused.statusCode(409).body("code", equalTo("allocation-closed")).body("params.day", equalTo(today));
        }
        AUDITOR.get(API + "/entries?subject=" + id).body("items.action", hasItem("allocation.closed"));
    }

    @Test
    void what_is_in_force_changes_in_the_table_only_together_with_an_entry_about_it() {
        var id = UUID.fromString(inForce("100.00", "RECEPTION"));
        for (var change : List.of("allocated = 200", "closed_on = '2024-01-01'", "amount = 200")) {
            var refused = org.junit.jupiter.api.Assertions.assertThrows(
                    RuntimeException.class,
                    () -> Books.change("UPDATE funding.allocation SET " + change + " WHERE id = '" + id + "'"));
            assertEquals(true, String.valueOf(refused.getMessage()).contains("changes only by"), refused.getMessage());
        }
        OFFICER.get(API + "/allocations/{id}", id.toString()).body("closedOn", nullValue());
    }
}
