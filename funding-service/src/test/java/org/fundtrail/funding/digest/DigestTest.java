package org.fundtrail.funding.digest;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.unique;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.digest.DueDigest;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Clock;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wants the mail digest, and who is told to send it. */
@QuarkusTest
class DigestTest {
    private static final String DIGEST = API + "/digest";
    private static final Person GATEWAY = new Person("digest", DueDigest.ROLE, "", "urn:fundtrail:gateway", "Gateway");
    private static final Person ADMINISTRATOR = new Person("admin", Role.ADMINISTRATOR, "LT-VRM");

    @Inject
    Digests digests;

    private final Person somebody = somebody();

    @BeforeEach
    void nobodyElseWantsOne() {
        Books.change("DELETE FROM digest.subscription");
    }

    private static Person somebody() {
        return new Person("digest-" + UUID.randomUUID(), Role.FUNDING_OFFICER, "LT-VRM");
    }

    private static String address(Person person) {
        return person.subject() + "@example.org";
    }

    private static ValidatableResponse turnedOn(Person person) {
        return turnedOn(person, address(person));
    }

    private static ValidatableResponse turnedOn(Person person, String address) {
        return person.request()
                .body(Map.of("address", address, "language", "LT"))
                .put(DIGEST)
                .then();
    }

    private static void turnedOff(Person person) {
        person.request().delete(DIGEST).then().statusCode(204);
    }

    /** What is to be sent now, or null. */
    private static JsonPath claimed() {
        var answer = GATEWAY.post(DIGEST + "/due", "").extract();
        return answer.statusCode() == 204 ? null : answer.jsonPath();
    }

    private static ValidatableResponse told(String claim, String state) {
        return GATEWAY.request()
                .body(Map.of("state", state))
                .put(DIGEST + "/due/" + claim)
                .then();
    }

    /** The next working day after today on which the clock can be set. */
    private static LocalDate workingDay() {
        var day = LocalDate.now(Time.VILNIUS).plusDays(1);
        while (!WorkingDays.isOne(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Does this at so much past seven of the next working day. */
    private static void thatMorning(Duration pastSeven, Runnable what) {
        at(workingDay(), LocalTime.of(7, 0).plus(pastSeven), what);
    }

    private static void at(LocalDate day, LocalTime time, Runnable what) {
        Clock.ahead(
                Duration.between(Instant.now(), day.atTime(time).atZone(Time.VILNIUS))
                        .plusSeconds(1),
                what);
    }

    private static void thatMorning(Runnable what) {
        thatMorning(Duration.ZERO, what);
    }

    @Test
    void it_is_off_until_somebody_turns_it_on_for_themselves_and_off_again() {
        somebody.get(DIGEST).statusCode(200).body("address", nullValue());
        turnedOn(somebody).statusCode(204);
        somebody.get(DIGEST)
                .body("address", is(address(somebody)))
                .body("language", is("LT"))
                .body("state", is("NEW"));
        somebody().get(DIGEST).body("address", nullValue());
        turnedOn(somebody, "other@example.org").statusCode(204);
        somebody.get(DIGEST).body("address", is("other@example.org"));
        turnedOff(somebody);
        somebody.get(DIGEST).body("address", nullValue());
        assertEquals(0, Books.count("SELECT count(*) FROM digest.subscription"), "nothing of it is left");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nobody",
                "a@b",
                "a b@example.org",
                "a@example.org,b@example.org",
                "Name <a@example.org>",
                "a@example.org\r\nBcc: b@example.org",
                "ž@example.org",
                "a@-example.org",
                "a@example..org",
                ".a@example.org",
                "a..b@example.org"
            })
    void what_is_no_address_is_refused_by_the_name_of_its_field(String address) {
        turnedOn(somebody, address).statusCode(400).body("errors.field", is(List.of("address")));
        turnedOn(somebody, "a".repeat(60) + "@" + "b123456789.".repeat(20) + "org")
                .statusCode(400)
                .body("errors.code", is(List.of("mail-address-malformed")));
        turnedOn(somebody, "a@" + "b.".repeat(100_000) + "org").statusCode(400);
        assertEquals(0, Books.count("SELECT count(*) FROM digest.subscription"));
    }

    @Test
    void it_is_due_on_working_mornings_and_not_on_the_day_on_which_it_was_turned_on() {
        turnedOn(somebody);
        for (var time : List.of("06:59:00", "12:00:00", "19:00:00")) {
            at(workingDay(), LocalTime.parse(time), () -> assertNull(claimed(), time));
        }
        var free = LocalDate.now(Time.VILNIUS).plusDays(1);
        while (WorkingDays.isOne(free)) {
            free = free.plusDays(1);
        }
        at(free, LocalTime.of(8, 0), () -> assertNull(claimed(), "a day off"));
        at(workingDay(), LocalTime.of(11, 59), () -> {
            var due = claimed();
            assertEquals(address(somebody), due.getString("address"));
            assertEquals("LT", due.getString("language"));
            assertEquals(Person.ISSUER, due.getString("issuer"));
            assertEquals(somebody.subject(), due.getString("subject"));
            assertEquals(List.of(Role.FUNDING_OFFICER), due.getList("roles"));
            assertEquals("LT-VRM", due.getString("institution"));
            assertNull(claimed(), "it is in hand");
        });
        thatMorning(() -> {
            turnedOff(somebody);
            turnedOn(somebody);
            assertNull(claimed(), "turned off and on again it is sent no second time");
        });
    }

    @Test
    void many_who_claim_at_once_get_each_digest_once() {
        var all = IntStream.range(0, 12).mapToObj(n -> somebody()).toList();
        all.forEach(DigestTest::turnedOn);
        thatMorning(() -> {
            var heard = Crowd.atOnce(IntStream.range(0, 48)
                    .mapToObj(n -> Crowd.Sent.of(GATEWAY, DIGEST + "/due", ""))
                    .toList());
            var claimed = heard.stream()
                    .filter(one -> one.status() == 200)
                    .map(one -> JsonPath.from(one.body()).getString("address"))
                    .toList();
            var left = new HashSet<>(all.stream().map(DigestTest::address).toList());
            claimed.forEach(address -> assertTrue(left.remove(address), "once, and wanted"));
            for (var more = claimed(); more != null; more = claimed()) { // whose row another one held just then
                assertTrue(left.remove(more.getString("address")));
            }
            assertEquals(new HashSet<>(), left, "nobody is left out");
        });
    }

    @Test
    void what_was_sent_or_may_have_been_is_not_sent_again_that_day() {
        for (var last : List.of("SENT", "SENDING", "REFUSED")) {
            turnedOn(somebody);
            thatMorning(() -> {
                var claim = claimed().getString("claim");
                told(claim, "SENT").statusCode(404); // not before it is being sent
                told(claim, "SENDING").statusCode(204);
                told(claim, "SENDING").statusCode(404);
                if (!last.equals("SENDING")) {
                    told(claim, last).statusCode(204);
                }
                told(claim, "NOTHING").statusCode(404);
            });
            thatMorning(Duration.ofHours(4), () -> assertNull(claimed(), last));
            somebody.get(DIGEST)
                    .body("state", is(last))
                    .body("day", is(workingDay().toString()));
            turnedOff(somebody);
        }
        turnedOn(somebody);
        thatMorning(() -> told(claimed().getString("claim"), "NOTHING").statusCode(204));
        thatMorning(Duration.ofHours(4), () -> assertNull(claimed()));
    }

    @Test
    void what_failed_or_was_left_behind_before_it_was_sent_is_tried_again_under_another_claim_eight_times() {
        turnedOn(somebody);
        var claims = new HashSet<String>();
        var wait = Duration.ZERO;
        for (int n = 1; n <= 8; n++) {
            int tries = n;
            var last = new AtomicReference<String>();
            thatMorning(wait, () -> {
                last.set(claimed().getString("claim"));
                assertTrue(claims.add(last.get()));
                if (tries % 2 == 0) {
                    told(last.get(), "FAILED").statusCode(204);
                } else if (tries == 3) {
                    told(last.get(), "SENDING").statusCode(204);
                    told(last.get(), "FAILED").statusCode(204);
                }
            });
            thatMorning(wait.plusMinutes(5L * n - 1), () -> assertNull(claimed(), "not yet"));
            wait = wait.plusMinutes(5L * n).plusSeconds(20);
        }
        thatMorning(wait.plusHours(1), () -> assertNull(claimed(), "it is given up for that day"));
        claims.stream().limit(7).forEach(claim -> assertNotEquals(204, statusOfOld(claim)));
    }

    private static int statusOfOld(String claim) {
        var now = Books.rows("SELECT claim FROM digest.subscription").get(0).get(0);
        return claim.equals(String.valueOf(now))
                ? 0
                : told(claim, "SENDING").extract().statusCode();
    }

    @Test
    void who_turns_it_off_or_is_erased_meanwhile_gets_none() {
        turnedOn(somebody);
        thatMorning(() -> {
            var claim = claimed().getString("claim");
            turnedOff(somebody);
            told(claim, "SENDING").statusCode(404);
        });
        turnedOn(somebody);
        thatMorning(() -> {
            var claim = claimed().getString("claim");
            ADMINISTRATOR
                    .post(API + "/persons/{id}/erasure", Map.of("reason", "asked for"), somebody.id())
                    .statusCode(200);
            told(claim, "SENDING").statusCode(404);
            assertNull(claimed());
        });
        assertEquals(0, Books.count("SELECT count(*) FROM digest.subscription"));
        assertEquals(
                0,
                Books.count("SELECT count(*) FROM journal.entry e WHERE e::text LIKE ?", "%" + address(somebody) + "%"),
                "no entry ever has an address");
    }

    @Test
    void it_asks_with_the_roles_of_the_last_visit_and_asking_is_no_visit() {
        turnedOn(somebody);
        var changed = new Person(somebody.subject(), Role.APPROVER + " " + Role.ACCOUNTANT, "LV-IEM");
        changed.get(API + "/standing").statusCode(200);
        var digest = RestAssured.given()
                .header("Authorization", "Bearer " + somebody.token(300, "digest"))
                .contentType(ContentType.JSON);
        digest.get(API + "/standing").then().statusCode(200);
        thatMorning(() -> {
            var due = claimed();
            assertEquals(
                    new HashSet<>(List.of(Role.APPROVER, Role.ACCOUNTANT)),
                    new HashSet<>(due.<String>getList("roles")));
            assertEquals("LV-IEM", due.getString("institution"));
        });
    }

    @Test
    void who_asks_for_the_digest_reads_and_does_nothing_else() {
        RestAssured.given()
                .header("Authorization", "Bearer " + somebody.token(300, "digest"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(programme(unique("PRG"), "AMIF", "RECEPTION"))
                .post(API + "/programmes")
                .then()
                .statusCode(403);
        for (var path : List.of("/programmes", "/standing", "/entries", "/persons", "/digest")) {
            GATEWAY.get(API + path).statusCode(403);
        }
        GATEWAY.request()
                .body(Map.of("address", "a@example.org", "language", "EN"))
                .put(DIGEST)
                .then()
                .statusCode(403);
        for (var person : List.of(somebody, ADMINISTRATOR, Person.AUDITOR)) {
            person.post(DIGEST + "/due", "").statusCode(403);
            person.request()
                    .body(Map.of("state", "SENT"))
                    .put(DIGEST + "/due/" + UUID.randomUUID())
                    .then()
                    .statusCode(403);
        }
        RestAssured.given()
                .contentType(ContentType.JSON)
                .post(DIGEST + "/due")
                .then()
                .statusCode(401);
        for (var program : List.of("api", "oidc:somebody")) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + somebody.token(300, program))
                    .get(DIGEST)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void who_has_not_been_here_for_thirty_days_gets_none_and_their_address_goes() {
        turnedOn(somebody);
        Books.change("UPDATE digest.subscription SET seen_at = seen_at - interval '20 days'");
        thatMorning(() -> {
            digests.dropUnseen();
            assertNotNull(claimed(), "no holidays are as long as ten days");
        });
        Books.change("UPDATE digest.subscription SET seen_at = seen_at - interval '20 days', day = '2026-01-01'");
        thatMorning(() -> {
            assertNull(claimed());
            digests.dropUnseen();
        });
        assertEquals(0, Books.count("SELECT count(*) FROM digest.subscription"));
    }

    @Test
    void auditors_do_not_read_addresses() {
        assertEquals(
                List.of(),
                Books.rows("SELECT 1 FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee"
                        + " WHERE c.oid = 'digest.subscription'::regclass AND r.rolname = 'fundtrail_auditor'"));
    }
}
