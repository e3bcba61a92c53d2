package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.amendment;
import static org.fundtrail.funding.Funding.closure;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.commitmentAmendment;
import static org.fundtrail.funding.Funding.committed;
import static org.fundtrail.funding.Funding.decommitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.usedUp;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Crowd.Heard;
import org.fundtrail.records.Crowd.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An allocation is raised, lowered, committed, received and closed by many at once: on no day is there more of it than there is. */
@QuarkusTest
class AmendmentRaceTest {
    private static final String YES = "{\"outcome\": \"APPROVED\"}";
    private static final List<String> DAYS = List.of(
            "2021-08-11",
            "2021-08-23",
            "2021-09-15",
            "2021-10-08",
            "2021-11-30",
            "2022-01-31",
            "2022-03-31",
            "2022-06-30");

    private static String recorded(String at, Map<String, Object> terms, String of) {
        return OFFICER.post(API + at, terms, of).statusCode(201).extract().path("id");
    }

    private static Sent decision(String room, String id) {
        return Sent.of(APPROVER, API + "/" + room + "/" + id + "/decision", YES);
    }

    /** What stands of it adds up on this day and on none of its accounts below zero. */
    private static BigDecimal mustAddUp(String id, String day) {
        var balance = OFFICER.get(API + "/allocations/{id}/balance" + (day == null ? "" : "?asOf=" + day), id)
                .statusCode(200)
                .extract();
        for (var row :
                List.of(List.of("available", "reserved", "committed"), List.of("toReceive", "announced", "received"))) {
            var sum = BigDecimal.ZERO;
            for (var name : row) {
                var amount = new BigDecimal(balance.<String>path(name + ".amount"));
                assertTrue(amount.signum() >= 0, name + " as of " + day + " is " + amount);
                sum = sum.add(amount);
            }
            assertEquals(new BigDecimal(balance.<String>path("allocated.amount")), sum, row + " as of " + day);
        }
        return new BigDecimal(balance.<String>path("allocated.amount"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoever_wins_nothing_is_committed_or_received_that_is_not_there_on_any_day(long seed) {
        var id = inForce("1000.00", "RECEPTION");
        var commitment = committed(id, "RECEPTION/camp", "200.00");
        var sent = new ArrayList<Sent>();
        for (int n = 0; n < 6; n++) {
            var day = DAYS.get(n + 1);
            sent.add(decision(
                    "allocation-amendments",
                    recorded("/allocations/{id}/decommitments", with(decommitment("150.00"), "on", day), id)));
            sent.add(decision(
                    "allocation-amendments",
                    recorded(
                            "/allocations/{id}/amendments",
                            with(amendment(n % 2 == 0 ? "70.00" : "-90.00"), "decision.date", day),
                            id)));
            sent.add(decision(
                    "commitment-amendments",
                    recorded(
                            "/commitments/{id}/amendments",
                            with(commitmentAmendment(n % 2 == 0 ? "30.00" : "-60.00"), "on", day),
                            commitment)));
            sent.add(Sent.of(
                    VERIFIER,
                    API + "/allocations/" + id + "/commitments",
                    json(with(commitment("RECEPTION/camp " + n, "120.00"), "legalCommitment.date", day))));
            sent.add(Sent.of(
                    VERIFIER,
                    API + "/allocations/" + id + "/receipts",
                    json(with(receipt("110.00"), "valueDate", day))));
        }
        Collections.shuffle(sent, new Random(seed));
        var heard = Crowd.atOnce(sent);
        heard.forEach(one -> assertTrue(List.of(200, 201, 409).contains(one.status()), one::toString));
        assertTrue(heard.stream().anyMatch(one -> one.status() == 409), "there is less than everybody wants");
        var now = mustAddUp(id, null);
        DAYS.forEach(day -> mustAddUp(id, day));
        OFFICER.get(API + "/allocations/{id}", id).body("balances.allocated.amount", equalTo(now.toPlainString()));
        assertEquals(
                now,
                Books.rows("SELECT allocated FROM funding.allocation WHERE id = ?::uuid", id)
                        .get(0)
                        .get(0));
        Books.balanced();
    }

    @Test
    void of_16_releases_of_a_tenth_of_a_commitment_exactly_10_are_approved() {
        var id = inForce("2000.00", "RECEPTION");
        committed(id, "RECEPTION/camp", "1000.00");
        var commitment = committed(id, "RECEPTION/camp", "1000.00");
        var releases = IntStream.range(0, 16)
                .mapToObj(n -> decision(
                        "commitment-amendments",
                        recorded("/commitments/{id}/amendments", commitmentAmendment("-100.00"), commitment)))
                .toList();
        var heard = Crowd.atOnce(releases);
        Crowd.with(200, 10, heard);
        Crowd.with(409, 6, heard).forEach(late -> assertEquals("exceeds-commitment", late.code()));
        OFFICER.get(API + "/allocations/{id}", id).body("balances.committed.amount", equalTo("1000.00"));
        Books.balanced();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nothing_gets_onto_an_allocation_while_it_is_closed(int round) {
        var id = usedUp();
        var closing = decision("allocation-amendments", recorded("/allocations/{id}/closure", closure(), id));
        var more = IntStream.range(0, 8)
                .mapToObj(n -> Sent.of(VERIFIER, API + "/allocations/" + id + "/amendments", json(amendment("1.00"))));
        var sent = new ArrayList<>(Stream.concat(Stream.of(closing), more).toList());
        Collections.rotate(sent, round * 3);
        var heard = Crowd.atOnce(sent);
        var isClosed = heard.stream().anyMatch(one -> one.status() == 200);
        var taken = heard.stream().filter(one -> one.status() == 201).count();
        assertEquals(isClosed ? 0 : 8, taken, "closed or amended, never both");
        assertEquals(
                isClosed ? "allocation-closed" : "allocation-undecided",
                heard.stream()
                        .filter(one -> one.status() == 409)
                        .findFirst()
                        .map(Heard::code)
                        .orElseThrow());
    }
}
