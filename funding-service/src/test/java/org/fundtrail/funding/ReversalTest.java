package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fundtrail.common.Time;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.Item;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Crowd.Sent;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** What counts is undone by a second person, from the day on which they say so. */
@QuarkusTest
class ReversalTest {
    private static final Map<String, Object> APPROVED = Map.of("outcome", "APPROVED");
    private static final Person PASSER_BY = new Person("passer-by", "funding-officer approver accountant", "LT-VRM");

    private static String confirmed(String allocation, String amount) {
        var id = recordedReceipt(allocation, amount);
        ACCOUNTANT.post(API + "/receipts/{id}/confirmation", Map.of(), id).statusCode(200);
        return id;
    }

    private static String committed(String allocation, String amount) {
        var id = reserved(allocation, "RECEPTION/camp", amount);
        APPROVER.post(API + "/commitments/{id}/decision", APPROVED, id).statusCode(200);
        return id;
    }

    private static ValidatableResponse reverse(Person by, String room, String id) {
        return by.post(
                API + "/" + room + "/{id}/steps", Map.of("step", "REVERSE", "reason", "It was entered twice"), id);
    }

    private static void stands(String allocation, Map<String, String> balances) {
        var answer = OFFICER.get(API + "/allocations/{id}", allocation);
        balances.forEach((field, amount) -> answer.body("balances." + field + ".amount", equalTo(amount)));
    }

    private static long last(String subject) {
        return OFFICER.get(API + "/entries?subject=" + subject)
                .extract()
                .jsonPath()
                .getLong("items[1].position");
    }

    @Test
    void money_received_counts_until_an_accountant_has_confirmed_that_it_did_not_arrive() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = confirmed(allocation, "60.00");
        OFFICER.get(API + "/receipts/{id}", id).body("actions", contains("reverse"));
        reverse(VERIFIER, "receipts", id)
                .statusCode(200)
                .body("status", equalTo("REVERSAL_PROPOSED"))
                .body("reason", equalTo("It was entered twice"))
                .body("decidedBy.id", equalTo(ACCOUNTANT.id()))
                .body("actions", empty());
        stands(allocation, Map.of("received", "60.00", "toReceive", "40.00"));
        ACCOUNTANT.get(API + "/approvals?mine=true&limit=200").body("items.id", hasItem(id));
        ACCOUNTANT.get(API + "/receipts/{id}", id).body("actions", contains("confirm", "refuse"));
        ACCOUNTANT
                .post(API + "/receipts/{id}/confirmation", Map.of(), id)
                .statusCode(200)
                .body("status", equalTo("REVERSED"))
                .body("actions", empty());
        stands(allocation, Map.of("received", "0.00", "announced", "0.00", "toReceive", "100.00"));
        AUDITOR.get(API + "/entries?subject=" + id)
                .body(
                        "items.action",
                        contains(
                                "receipt.recorded",
                                "receipt.confirmed",
                                "receipt.reversal-proposed",
                                "receipt.reversed"))
                .body("items[2].postings", empty())
                .body("items[2].reverses", nullValue())
                .body("items[3].reverses.position", equalTo((int) last(id)))
                .body(
                        "items[3].effectiveDate",
                        equalTo(LocalDate.now(Time.VILNIUS).toString()))
                .body("items[3].postings.debit", contains("RECEIVED/" + allocation + "/EUR"))
                .body("items[3].postings.credit", contains("TO_RECEIVE/" + allocation + "/EUR"))
                .body("items[3].postings.amount.amount", contains("60.00"));
        Books.balanced();
    }

    @Test
    void the_entry_of_a_reversal_names_the_one_it_undoes_by_its_id_and_keeps_that_in_what_is_hashed() {
        var id = committed(inForce("100.00", "RECEPTION"), "60.00");
        reverse(OFFICER, "commitments", id).statusCode(200);
        APPROVER.post(API + "/commitments/{id}/decision", APPROVED, id).statusCode(200);
        var entries = OFFICER.get(API + "/entries?bodies=true&subject=" + id)
                .extract()
                .jsonPath();
        assertEquals(entries.getString("items[1].id"), entries.getString("items[3].reverses.id"));
        var body = new String(java.util.Base64.getDecoder().decode(entries.getString("items[3].body")));
        assertEquals(
                true,
                body.contains("\"reverses\":{\"id\":\"" + entries.getString("items[1].id") + "\",\"position\":"
                        + entries.getInt("items[1].position") + "}"),
                body);
    }

    @Test
    void what_was_committed_is_available_again_and_as_of_past_days_it_was_not() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = committed(allocation, "60.00");
        reverse(OFFICER, "commitments", id).statusCode(200).body("status", equalTo("REVERSAL_PROPOSED"));
        stands(allocation, Map.of("committed", "60.00", "available", "40.00"));
        APPROVER.get(API + "/commitments/{id}", id).body("actions", contains("decide"));
        APPROVER.post(API + "/commitments/{id}/decision", APPROVED, id)
                .statusCode(200)
                .body("status", equalTo("REVERSED"))
                .body("decidedBy.id", equalTo(APPROVER.id()));
        stands(allocation, Map.of("committed", "0.00", "reserved", "0.00", "available", "100.00"));
        var list = API + "/allocations/" + allocation + "/commitments?asOf=";
        var today = LocalDate.now(Time.VILNIUS);
        OFFICER.get(list + today.minusDays(1)).body("items.id", contains(id)).body("total.amount", equalTo("60.00"));
        OFFICER.get(list + today).body("items", empty()).body("total.amount", equalTo("0.00"));
        OFFICER.get(API + "/allocations/{id}/commitments", allocation).body("items.id", contains(id));
        committed(allocation, "100.00");
    }

    @Test
    void what_is_refused_to_be_reversed_stays_in_force_with_the_reason_and_may_be_proposed_again() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = committed(allocation, "60.00");
        for (var outcome : List.of("RETURNED", "REJECTED")) {
            reverse(OFFICER, "commitments", id).statusCode(200);
            APPROVER.post(API + "/commitments/{id}/decision", Map.of("outcome", outcome), id)
                    .statusCode(400)
                    .body("code", equalTo("reason-required"));
            APPROVER.post(API + "/commitments/{id}/decision", Map.of("outcome", outcome, "reason", "It is signed"), id)
                    .statusCode(200)
                    .body("status", equalTo("APPROVED"))
                    .body("reason", equalTo("It is signed"))
                    .body("actions", empty());
        }
        stands(allocation, Map.of("committed", "60.00", "available", "40.00"));
        OFFICER.get(API + "/returned").body("items.id", not(hasItem(id)));
        OFFICER.get(API + "/commitments/{id}", id)
                .body(
                        "steps.step",
                        contains("RECORD", "APPROVE", "REVERSE", "REFUSE_REVERSAL", "REVERSE", "REFUSE_REVERSAL"));
    }

    @Test
    void nobody_proposes_a_reversal_without_a_reason_or_of_another_day_or_decides_on_their_own() {
        var allocation = inForce("100.00", "RECEPTION");
        var receipt = confirmed(allocation, "10.00");
        var commitment = committed(allocation, "10.00");
        for (var at : List.of("/receipts/" + receipt, "/commitments/" + commitment)) {
            OFFICER.post(API + at + "/steps", Map.of("step", "REVERSE"))
                    .statusCode(400)
                    .body("code", equalTo("reason-required"));
            OFFICER.post(API + at + "/steps", Map.of("step", "REVERSE", "reason", "Late", "on", "2021-10-08"))
                    .statusCode(400)
                    .body("code", equalTo("reversal-counts-today"))
                    .body("field", equalTo("on"));
            for (var by : List.of(APPROVER, ACCOUNTANT, AUDITOR)) {
                by.post(API + at + "/steps", Map.of("step", "REVERSE", "reason", "Not mine"))
                        .statusCode(403)
                        .body("code", equalTo("not-allowed"));
            }
            PASSER_BY
                    .post(API + at + "/steps", Map.of("step", "REVERSE", "reason", "Entered twice"))
                    .statusCode(200);
        }
        PASSER_BY
                .post(API + "/receipts/{id}/confirmation", Map.of(), receipt)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        PASSER_BY
                .post(API + "/commitments/{id}/decision", APPROVED, commitment)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        PASSER_BY.get(API + "/commitments/{id}", commitment).body("actions", empty());
    }

    @Test
    void a_payment_is_recorded_again_once_what_was_recorded_of_it_is_reversed() {
        var allocation = inForce("100.00", "RECEPTION");
        var terms = receipt("100.00");
        var first = OFFICER.post(API + "/allocations/{id}/receipts", terms, allocation)
                .statusCode(201)
                .extract()
                .<String>path("id");
        ACCOUNTANT.post(API + "/receipts/{id}/confirmation", Map.of(), first).statusCode(200);
        reverse(OFFICER, "receipts", first).statusCode(200);
        OFFICER.post(API + "/allocations/{id}/receipts", Funding.with(terms, "amount", Person.eur("0.01")), allocation)
                .statusCode(409)
                .body("code", equalTo("exceeds-allocation"));
        ACCOUNTANT.post(API + "/receipts/{id}/confirmation", Map.of(), first).statusCode(200);
        OFFICER.post(API + "/allocations/{id}/receipts", terms, allocation).statusCode(201);
        stands(allocation, Map.of("received", "0.00", "announced", "100.00", "toReceive", "0.00"));
    }

    @Test
    void of_many_who_decide_on_a_reversal_at_once_one_does_and_the_money_moves_once() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = committed(allocation, "60.00");
        reverse(OFFICER, "commitments", id).statusCode(200);
        var heard = Crowd.atOnce(IntStream.range(0, 16)
                .mapToObj(n -> Sent.of(
                        new Person("approver-" + n, "approver", "LT-VRM"),
                        API + "/commitments/" + id + "/decision",
                        json(APPROVED)))
                .toList());
        Crowd.with(200, 1, heard);
        assertEquals(15, heard.stream().filter(one -> one.status() == 409).count(), () -> heard.toString());
        stands(allocation, Map.of("committed", "0.00", "available", "100.00"));
        Books.balanced();
    }

    @Test
    void whoever_recorded_what_is_in_force_waits_for_nobody_until_its_reversal_is_proposed() {
        var clerk = new Person("clerk-" + Funding.unique("x"), "funding-officer", "LT-VRM");
        var allocation = inForce("100.00", "RECEPTION");
        var id = clerk.post(API + "/allocations/{id}/receipts", receipt("1.00"), allocation)
                .statusCode(201)
                .extract()
                .<String>path("id");
        ACCOUNTANT.post(API + "/receipts/{id}/confirmation", Map.of(), id).statusCode(200);
        reverse(clerk, "receipts", id).statusCode(200);
        var administrator = new Person("administrator", "administrator", "LT-VRM");
        administrator
                .post(API + "/persons/{id}/erasure", Map.of("reason", "They asked for it"), clerk.id())
                .statusCode(409)
                .body("code", equalTo("person-has-open-records"));
        ACCOUNTANT
                .post(API + "/receipts/{id}/refusal", Map.of("reason", "It is there"), id)
                .statusCode(200);
        administrator
                .post(API + "/persons/{id}/erasure", Map.of("reason", "They asked for it"), clerk.id())
                .statusCode(200);
    }

    @Test
    void a_commitment_that_is_amended_or_about_to_be_is_not_reversed() {
        var allocation = inForce("100.00", "RECEPTION");
        var id = committed(allocation, "60.00");
        var amendment = OFFICER.post(
                        API + "/commitments/{id}/amendments",
                        Map.of("change", Person.eur("20.00"), "reason", "Prices rose", "on", "2021-09-01"),
                        id)
                .statusCode(201)
                .extract()
                .<String>path("id");
        reverse(OFFICER, "commitments", id)
                .statusCode(409)
                .body("code", equalTo("reversal-built-on"))
                .body("params.records", containsString("+20.00"));
        APPROVER.post(
                        API + "/commitment-amendments/{id}/decision",
                        Map.of("outcome", "REJECTED", "reason", "They did not"),
                        amendment)
                .statusCode(200);
        reverse(OFFICER, "commitments", id).statusCode(200);
    }

    @Test
    void a_commitment_whose_money_is_claimed_is_not_even_proposed_to_be_reversed() {
        var allocation = inForce("200.00", "RECEPTION");
        var id = committed(allocation, "60.00");
        var other = committed(allocation, "50.00"); // to the same project
        var project = OFFICER.get(API + "/commitments/{id}", id).extract().<String>path("project.reference");
        Claiming.submitted(Claiming.claim(allocation, Item.invoice(project, "50.01", "50.01")));
        reverse(OFFICER, "commitments", id)
                .statusCode(409)
                .body("code", equalTo("reversal-of-used-money"))
                .body("params.available", equalTo("EUR\u00a059.99"))
                .body("params.amount", equalTo("EUR\u00a060.00"));
        OFFICER.get(API + "/commitments/{id}", id).body("status", equalTo("APPROVED"));
        reverse(OFFICER, "commitments", other).statusCode(200);
        APPROVER.post(API + "/commitments/{id}/decision", APPROVED, other).statusCode(200);
        stands(allocation, Map.of("committed", "60.00", "available", "140.00"));
        Books.balanced();
    }

    @Test
    void what_other_commitments_are_raised_by_covers_claims_when_one_is_reversed() {
        var allocation = inForce("200.00", "RECEPTION");
        var id = committed(allocation, "60.00");
        var other = committed(allocation, "50.00");
        var project = OFFICER.get(API + "/commitments/{id}", id).extract().<String>path("project.reference");
        Claiming.submitted(Claiming.claim(allocation, Item.invoice(project, "60.00", "60.00")));
        reverse(OFFICER, "commitments", id).statusCode(409).body("code", equalTo("reversal-of-used-money"));
        Funding.approved(
                "/commitments/{id}/amendments",
                "commitment-amendments",
                Map.of("change", Person.eur("10.00"), "reason", "Prices rose", "on", "2021-09-01"),
                other);
        reverse(OFFICER, "commitments", other)
                .statusCode(409)
                .body("code", equalTo("reversal-built-on"))
                .body("params.records", containsString("+10.00"));
        reverse(OFFICER, "commitments", id).statusCode(200);
        Claiming.submitted(Claiming.claim(allocation, Item.invoice(project, "1.00", "1.00"))); // meanwhile
        APPROVER.post(API + "/commitments/{id}/decision", APPROVED, id)
                .statusCode(409)
                .body("code", equalTo("reversal-of-used-money"));
    }

    @Test
    void
            an_allocation_of_which_something_is_about_to_be_reversed_is_not_closed_and_nothing_of_a_closed_one_is_reversed() {
        var allocation = inForce("100.00", "RECEPTION");
        var receipt = confirmed(allocation, "100.00");
        var commitment = committed(allocation, "100.00");
        for (var at : List.of("/receipts/" + receipt, "/commitments/" + commitment)) {
            OFFICER.post(API + at + "/steps", Map.of("step", "REVERSE", "reason", "Perhaps"))
                    .statusCode(200);
            OFFICER.post(API + "/allocations/{id}/closure", Map.of("reason", "All is done"), allocation)
                    .statusCode(409)
                    .body("errors.code", hasItem("allocation-undecided"));
            var no = at.startsWith("/receipts")
                    ? ACCOUNTANT.post(API + at + "/refusal", Map.of("reason", "No"))
                    : APPROVER.post(API + at + "/decision", Map.of("outcome", "REJECTED", "reason", "No"));
            no.statusCode(200);
        }
        var project =
                OFFICER.get(API + "/commitments/{id}", commitment).extract().<String>path("project.reference");
        Claiming.paid(Claiming.claim(allocation, Item.invoice(project, "100.00", "100.00")));
        var closure = OFFICER.post(API + "/allocations/{id}/closure", Map.of("reason", "All is done"), allocation)
                .statusCode(201)
                .extract()
                .<String>path("id");
        APPROVER.post(API + "/allocation-amendments/{id}/decision", APPROVED, closure)
                .statusCode(200);
        reverse(OFFICER, "receipts", receipt).statusCode(409).body("code", equalTo("allocation-closed"));
        reverse(OFFICER, "commitments", commitment).statusCode(409).body("code", equalTo("allocation-closed"));
    }
}
