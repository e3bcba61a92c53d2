package org.fundtrail.funding.position;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fundtrail.funding.ProjectsStandIn;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** Where the aid stands, by the day things happened, read from what is in the record. */
@QuarkusTest
class PositionTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vilnius"));

    private static Map<String, Object> of(String allocation, Object asOf) {
        return OFFICER.get(API + "/position?asOf=" + asOf)
                .statusCode(200)
                .body("asOf", equalTo(asOf.toString()))
                .extract()
                .path("allocations.find { it.id == '" + allocation + "' }");
    }

    private static String amount(Map<String, Object> position, String figure) {
        return (String) ((Map<?, ?>) position.get(figure)).get("amount");
    }

    private static List<String> figures(Map<String, Object> position) {
        return List.of(
                amount(position, "amount"),
                amount(position, "received"),
                amount(position, "reserved"),
                amount(position, "committed"),
                amount(position, "available"));
    }

    @Test
    void everything_counts_from_the_day_it_happened() {
        var id = inForce("1000.00", "RECEPTION"); // decided on 2021-08-11
        var receipt = OFFICER.post(API + "/allocations/{id}/receipts", receipt("400.00"), id) // of 2021-10-08
                .extract()
                .<String>path("id");
        ACCOUNTANT.post(API + "/receipts/{id}/confirmation", Map.of(), receipt).statusCode(200);
        var commitment = reserved(id, "RECEPTION/camp", "250.00"); // of 2021-08-23
        APPROVER.post(API + "/commitments/{id}/decision", Map.of("outcome", "APPROVED"), commitment)
                .statusCode(200);
        var late = with(commitment("RECEPTION/camp", "50.00"), "legalCommitment.date", TODAY.toString());
        OFFICER.post(API + "/allocations/{id}/commitments", late, id).statusCode(201);

        assertNull(of(id, "2021-08-10"));
        assertEquals(List.of("1000.00", "0.00", "0.00", "0.00", "1000.00"), figures(of(id, "2021-08-11")));
        assertEquals(List.of("1000.00", "0.00", "0.00", "0.00", "1000.00"), figures(of(id, "2021-08-22")));
        assertEquals(List.of("1000.00", "0.00", "0.00", "250.00", "750.00"), figures(of(id, "2021-08-23")));
        assertEquals(List.of("1000.00", "0.00", "0.00", "250.00", "750.00"), figures(of(id, "2021-10-07")));
        assertEquals(List.of("1000.00", "400.00", "0.00", "250.00", "750.00"), figures(of(id, "2021-10-08")));
        assertEquals(List.of("1000.00", "400.00", "0.00", "250.00", "750.00"), figures(of(id, TODAY.minusDays(1))));
        var today = of(id, TODAY);
        assertEquals(List.of("1000.00", "400.00", "50.00", "250.00", "700.00"), figures(today));
        assertEquals(
                List.of(Map.of(
                        "project",
                        ProjectsStandIn.id("RECEPTION/camp").toString(),
                        "reference",
                        "RECEPTION/camp",
                        "committed",
                        Map.of("amount", "250.00", "currency", "EUR"),
                        "reserved",
                        Map.of("amount", "50.00", "currency", "EUR"),
                        "claimed",
                        Map.of("amount", "0.00", "currency", "EUR"),
                        "reimbursed",
                        Map.of("amount", "0.00", "currency", "EUR"),
                        "toRecover",
                        Map.of("amount", "0.00", "currency", "EUR"),
                        "recovered",
                        Map.of("amount", "0.00", "currency", "EUR"))),
                today.get("projects"));
    }

    /** Committed, claimed and reimbursed of an allocation on a day. */
    private static List<String> committed(String id, String day) {
        var allocation = of(id, day);
        return Stream.of("committed", "claimed", "reimbursed")
                .map(figure -> (String) ((Map<?, ?>) allocation.get(figure)).get("amount"))
                .toList();
    }

    @Test
    void a_claim_counts_from_the_day_on_which_it_was_submitted_and_paid_and_never_lowers_what_is_committed() {
        var project = Claiming.project();
        var id = Claiming.ofUnion("0.8", project, "100.00"); // committed on 2021-08-23
        Claiming.paidOf2022(id, project); // 80.00, submitted on 2022-04-04 and paid on 2022-05-20
        assertEquals(List.of("100.00", "0.00", "0.00"), committed(id, "2022-04-03"));
        assertEquals(List.of("100.00", "80.00", "0.00"), committed(id, "2022-04-04"));
        assertEquals(List.of("100.00", "80.00", "0.00"), committed(id, "2022-05-19"));
        assertEquals(List.of("100.00", "80.00", "80.00"), committed(id, "2022-05-20"));
        OFFICER.get(API + "/commitments?asOf=2022-12-31&project=" + ProjectsStandIn.id(project))
                .body("items.counted.amount", contains("100.00"))
                .body("total.amount", equalTo("100.00"));
        OFFICER.get(API + "/allocations/{id}/balance?asOf=2022-04-04", id)
                .body("committed.amount", equalTo("100.00"))
                .body("claimed.amount", equalTo("80.00"))
                .body("reimbursed.amount", equalTo("0.00"));
    }

    @Test
    void what_is_not_in_force_does_not_count() {
        var waiting = proposed("5.00", "RECEPTION");
        var rejected = proposed("5.00", "RECEPTION");
        APPROVER.post(API + "/allocations/{id}/decision", Map.of("outcome", "REJECTED", "reason", "No"), rejected)
                .statusCode(200);
        assertNull(of(waiting, TODAY));
        assertNull(of(rejected, TODAY));
        OFFICER.get(API + "/position?asOf=1995-01-01").statusCode(200).body("allocations", empty());
    }

    /** The answer to a question, byte for byte, but for the time in its headers. */
    private static String position(Person reader, LocalDate asOf, Object recorded) {
        return reader.get(API + "/position?asOf=" + asOf + "&recorded=" + recorded)
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void the_same_day_and_number_of_entries_give_the_same_bytes_whatever_was_recorded_since() {
        var id = inForce("500.00", "RECEPTION");
        var days = List.of(
                TODAY,
                TODAY.minusDays(1),
                TODAY.withDayOfMonth(1),
                LocalDate.of(2021, 8, 11),
                LocalDate.of(2021, 8, 31));
        for (var reader : List.of(OFFICER, AUDITOR)) {
            var recorded = reader.get(API + "/position").extract().<Integer>path("recorded");
            var before =
                    days.stream().map(day -> position(reader, day, recorded)).toList();
            var commitment = reserved(id, "RECEPTION/camp", "10.00");
            APPROVER.post(API + "/commitments/{id}/decision", Map.of("outcome", "APPROVED"), commitment)
                    .statusCode(200);
            recordedReceipt(id, "20.00");
            inForce("70.00", "RECEPTION");
            assertEquals(
                    before,
                    days.stream().map(day -> position(reader, day, recorded)).toList());
            assertTrue(reader.get(API + "/position").extract().<Integer>path("recorded") > recorded);
            var older = days.stream()
                    .map(day -> position(reader, day, recorded - 1))
                    .toList();
            assertEquals(
                    older,
                    days.stream()
                            .map(day -> position(reader, day, recorded - 1))
                            .toList());
        }
        assertEquals(
                Books.count("SELECT size FROM journal.log_head"),
                ((Number) AUDITOR.get(API + "/position").extract().path("recorded")).longValue());
        AUDITOR.get(API + "/position?recorded=0").body("allocations", empty()).body("recorded", equalTo(0));
    }

    @Test
    void a_number_of_entries_that_are_not_recorded_or_no_number_is_refused_at_its_field() {
        var recorded = OFFICER.get(API + "/position").extract().<Integer>path("recorded");
        OFFICER.get(API + "/position?recorded=" + (recorded + 1_000_000))
                .statusCode(400)
                .body("code", equalTo("not-yet-recorded"))
                .body("field", equalTo("recorded"));
        for (var wrong : List.of("-1", "x", "1.5", "99999999999999999999")) {
            OFFICER.get(API + "/position?recorded=" + wrong)
                    .statusCode(400)
                    .body("code", equalTo("malformed-value"))
                    .body("field", equalTo("recorded"));
        }
    }

    @Test
    void a_reader_of_one_institution_does_not_learn_how_much_another_records() {
        var foreign = new Person("officer.ee." + UUID.randomUUID(), "funding-officer", "EE-" + UUID.randomUUID());
        foreign.get(API + "/position").body("recorded", equalTo(0));
        foreign.post(API + "/programmes", org.fundtrail.funding.Funding.programme("OWN", "AMIF", "RECEPTION"))
                .statusCode(201);
        var mine = foreign.get(API + "/position").extract().<Integer>path("recorded");
        inForce("5.00", "RECEPTION"); // of another institution
        foreign.get(API + "/position").body("recorded", equalTo(mine));
        foreign.get(API + "/position?recorded=" + (mine + 1))
                .statusCode(400)
                .body("params.recorded", equalTo(String.valueOf(mine)));
        assertEquals(
                mine - 1,
                Books.count("SELECT max(position) FROM journal.leaf WHERE institution = ?", foreign.institution()));
    }

    @Test
    void an_entry_counts_once_it_has_its_place_in_the_record_and_not_before() throws Exception {
        var programme = recordedProgramme("RECEPTION");
        var decidedToday = with(allocation(programme, "77.00"), "decision.date", TODAY.toString());
        var today = OFFICER.post(API + "/allocations", decidedToday).extract().<String>path("id");
        var id = OFFICER.post(API + "/allocations", allocation(programme, "88.00"))
                .extract()
                .<String>path("id");
        var recorded = OFFICER.get(API + "/position").extract().<Integer>path("recorded");
        try (var holder = Books.superuser();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT size FROM journal.log_head FOR UPDATE"); // no sealer gets past this
            var answers = List.of(today, id).stream()
                    .map(one -> Crowd.send(Crowd.Sent.of(
                            APPROVER, API + "/allocations/" + one + "/decision", json(Map.of("outcome", "APPROVED")))))
                    .toList();
            for (var answer : answers) { // sealing never makes a writer wait; on a lock they would for 8 s
                assertEquals(200, answer.get(6, TimeUnit.SECONDS).status());
            }
            assertEquals(
                    2,
                    Books.count(
                            "SELECT count(*) FROM journal.pending p JOIN journal.entry e ON e.id = p.entry_id WHERE e.subject_id = ANY (?)",
                            (Object) new UUID[] {UUID.fromString(today), UUID.fromString(id)}));
            for (var asOf : List.of(TODAY, TODAY.minusDays(1))) {
                assertNull(of(id, asOf));
                assertNull(of(today, asOf));
                assertEquals(
                        recorded,
                        OFFICER.get(API + "/position?asOf=" + asOf).extract().<Integer>path("recorded"));
            }
            holder.rollback();
        }
        assertEquals("88.00", amount(of(id, TODAY), "amount"));
        assertEquals("88.00", amount(of(id, TODAY.minusDays(1)), "amount"));
        assertEquals("77.00", amount(of(today, TODAY), "amount"));
        assertNull(of(today, TODAY.minusDays(1)));
        assertTrue(OFFICER.get(API + "/position").extract().<Integer>path("recorded") >= recorded + 2);
    }
}
