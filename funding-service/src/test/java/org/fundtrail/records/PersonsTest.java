package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.junit.jupiter.api.Test;

/** A person is an issuer and a subject there, kept apart from what they did under a random id. */
@QuarkusTest
class PersonsTest {
    private static final Person ADMINISTRATOR = new Person("admin", Role.ADMINISTRATOR, "LT-VRM");

    @Inject
    Requests requests;

    @Inject
    Erasures erasures;

    private static Person somebody() {
        return new Person("somebody-" + UUID.randomUUID(), Role.FUNDING_OFFICER, "LT-VRM");
    }

    private static String recordedBy(Person person) {
        return person.post(API + "/programmes", programme(unique("PRG"), "AMIF", "RECEPTION"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void the_same_name_at_another_issuer_is_another_person() {
        var here = somebody();
        var there = here.at("https://id.example.org");
        var mine = here.post(API + "/allocations", allocation(recordedProgramme("RECEPTION"), "5.00"))
                .extract()
                .<String>path("id");
        var theirs = there.post(API + "/allocations", allocation(recordedProgramme("RECEPTION"), "5.00"))
                .extract()
                .<String>path("id");
        assertNotEquals(here.id(), there.id());
        here.get(API + "/allocations/{id}", mine).body("ownRecord", equalTo(true));
        there.get(API + "/allocations/{id}", mine).body("ownRecord", equalTo(false));
        there.get(API + "/allocations/{id}", theirs).body("recordedBy.id", equalTo(there.id()));
    }

    @Test
    void somebody_who_renames_themselves_is_the_same_person() {
        var before = somebody();
        var after = before.named("A new name");
        var id = before.post(API + "/allocations", allocation(recordedProgramme("RECEPTION"), "5.00"))
                .extract()
                .<String>path("id");
        var approving = new Person(before.subject(), Role.APPROVER, "LT-VRM").named("A new name");
        approving
                .post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        assertEquals(before.id(), after.id());
        recordedBy(after);
        OFFICER.get(API + "/allocations/{id}", id).body("recordedBy.name", equalTo("A new name"));
        AUDITOR.get(API + "/persons?name=a new NAME").body("items.id", hasItem(before.id()));
    }

    @Test
    void who_only_reads_is_not_put_down() {
        var reader = somebody();
        reader.get(API + "/programmes").statusCode(200);
        assertEquals(0, Books.count("SELECT count(*) FROM journal.person WHERE subject = ?", reader.subject()));
    }

    @Test
    void persons_are_listed_by_name_page_after_page_and_those_without_a_name_last() {
        var word = "Listed-" + UUID.randomUUID();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var person = new Person(word + i, Role.FUNDING_OFFICER, "LT-VRM");
            person.post(API + "/programmes", programme(unique("PRG"), "AMIF", "RECEPTION"));
            ids.add(person.id());
        }
        var first = ADMINISTRATOR.get(API + "/persons?limit=2&name={n}", word);
        first.body("items.id", equalTo(ids.subList(0, 2)));
        ADMINISTRATOR
                .get(
                        API + "/persons?limit=2&name={n}&after={a}",
                        word,
                        first.extract().path("next"))
                .body("items.id", equalTo(ids.subList(2, 3)))
                .body("next", nullValue());
        ADMINISTRATOR.post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), ids.get(0));
        var all = new ArrayList<String>();
        String after = null;
        do {
            var page = ADMINISTRATOR
                    .get(API + "/persons?limit=3" + (after == null ? "" : "&after=" + after))
                    .extract();
            all.addAll(page.<List<String>>path("items.id"));
            after = page.path("next");
        } while (after != null);
        assertEquals(Set.copyOf(all).size(), all.size());
        assertTrue(all.indexOf(ids.get(1)) < all.indexOf(ids.get(0)), "whose name is erased comes last");
    }

    @Test
    void an_erased_person_is_gone_and_what_they_did_stays_with_its_proofs() {
        var gone = somebody();
        var key = UUID.randomUUID().toString();
        var body = json(programme(unique("PRG"), "AMIF", "RECEPTION"));
        var programme = gone.post(key, API + "/programmes", body).extract().<String>path("id");
        var id = gone.id();
        var hashes = Books.rows("SELECT leaf_hash FROM journal.entry WHERE actor = ?::uuid ORDER BY id", id);
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it (GDPR 17)"), id)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("name", nullValue());
        assertEquals(0, Books.count("SELECT count(*) FROM journal.person WHERE subject = ?", gone.subject()));
        assertEquals(
                0,
                Books.count(
                        "SELECT count(*) FROM journal.request WHERE position(convert_to(?, 'UTF8') IN answer) > 0",
                        "Name of " + gone.subject()),
                "no stored answer names them");
        OFFICER.get(API + "/programmes/{id}", programme)
                .body("recordedBy.id", equalTo(id))
                .body("recordedBy.name", nullValue());
        AUDITOR.get(API + "/entries?subject=" + programme)
                .body("items[0].actor.id", equalTo(id))
                .body("items[0].actorName", nullValue());
        AUDITOR.get(API + "/entries?action=person.erased&order=desc&limit=1")
                .body("items[0].subject.id", equalTo(id))
                .body("items[0].reason", equalTo("Asked for it (GDPR 17)"))
                .body("items[0].sentence", notNullValue());
        var after = Books.rows("SELECT leaf_hash FROM journal.entry WHERE actor = ?::uuid ORDER BY id", id);
        assertEquals(
                hashes.stream()
                        .map(r -> java.util.HexFormat.of().formatHex((byte[]) r.get(0)))
                        .toList(),
                after.stream()
                        .map(r -> java.util.HexFormat.of().formatHex((byte[]) r.get(0)))
                        .toList());
        ADMINISTRATOR.get(API + "/persons?limit=200").body("items.find { it.id == '" + id + "' }.subject", nullValue());
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "Again"), id)
                .statusCode(409)
                .body("code", equalTo("already-erased"));
    }

    private static Crowd.Sent erasure(Person person) {
        return Crowd.Sent.of(
                ADMINISTRATOR,
                API + "/persons/" + person.id() + "/erasure",
                json(Map.of("reason", "Asked for it (GDPR 17)")));
    }

    private static Crowd.Sent programmeBy(Person person) {
        return Crowd.Sent.of(person, API + "/programmes", json(programme(unique("PRG"), "AMIF", "RECEPTION")));
    }

    @Test
    void who_is_erased_at_the_moment_they_act_acts_as_somebody_new() throws Exception {
        var gone = somebody();
        recordedBy(gone); // and is remembered here
        var old = gone.id();
        CompletableFuture<Crowd.Heard> acting;
        try (var another = Books.superuser();
                var process = another.createStatement()) {
            another.setAutoCommit(false);
            process.execute(
                    "UPDATE journal.person SET issuer = NULL, subject = NULL, name = NULL, institution = NULL, erased_at = now() WHERE id = '"
                            + old + "'");
            acting = Crowd.send(programmeBy(gone));
            Books.someoneWaits("%journal.request%");
            another.commit();
        }
        assertEquals(201, acting.get(20, TimeUnit.SECONDS).status());
        assertNotEquals(old, gone.id());
        assertEquals(1, Books.count("SELECT count(*) FROM journal.entry WHERE actor = ?::uuid", old));
        assertEquals(1, Books.count("SELECT count(*) FROM journal.entry WHERE actor = ?::uuid", gone.id()));
    }

    @Test
    void a_name_that_is_read_while_it_is_being_erased_is_not_remembered() {
        var gone = somebody();
        var programme = recordedBy(gone);
        var id = UUID.fromString(gone.id());
        var by = Writer.system("test", "LT-VRM", UUID.randomUUID().toString(), Instant.parse("2026-01-05T10:00:00Z"));
        QuarkusTransaction.requiringNew().run(() -> {
            erasures.erase(id, "Asked for it (GDPR 17)", by);
            OFFICER.get(API + "/programmes/{id}", programme)
                    .body("recordedBy.name", equalTo("Name of " + gone.subject())); // it is not committed yet
        });
        OFFICER.get(API + "/programmes/{id}", programme).body("recordedBy.name", nullValue());
    }

    @Test
    void nobody_is_erased_while_what_they_recorded_is_open() {
        var author = somebody();
        var id = author.post(API + "/allocations", allocation(recordedProgramme("RECEPTION"), "5.00"))
                .extract()
                .<String>path("id");
        var another = author.post(API + "/allocations", allocation(recordedProgramme("RECEPTION"), "5.00"))
                .extract()
                .<String>path("id");
        var person = author.id();
        refusedWith("2", person);
        decided(another, "APPROVED");
        refusedWith("1", person);
        decided(id, "RETURNED");
        refusedWith("1", person);
        author.post(API + "/allocations/{id}/steps", Map.of("step", "WITHDRAW"), id)
                .statusCode(200);
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), person)
                .statusCode(200);
    }

    private static void decided(String allocation, String outcome) {
        APPROVER.post(
                        API + "/allocations/{id}/decision",
                        Map.of("outcome", outcome, "reason", "Decided so"),
                        allocation)
                .statusCode(200);
    }

    private static void refusedWith(String count, String person) {
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), person)
                .statusCode(409)
                .body("code", equalTo("person-has-open-records"))
                .body("params.count", equalTo(count));
    }

    @Test
    void an_erasure_waits_for_what_the_person_is_recording() throws Exception {
        var author = somebody();
        recordedBy(author);
        var proposal =
                Crowd.Sent.of(author, API + "/allocations", json(allocation(recordedProgramme("RECEPTION"), "5.00")));
        try (var holder = Books.superuser();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE journal.entry IN SHARE ROW EXCLUSIVE MODE");
            var recording = Crowd.send(proposal);
            Books.someoneWaits("%INTO journal.entry%");
            var erasing = Crowd.send(erasure(author));
            Books.someoneWaits("%FROM journal.person%FOR UPDATE%");
            holder.rollback();
            assertEquals(201, recording.get(20, TimeUnit.SECONDS).status());
            assertEquals(
                    "person-has-open-records", erasing.get(20, TimeUnit.SECONDS).code());
        }
        assertEquals(1, Books.count("SELECT count(*) FROM journal.person WHERE subject = ?", author.subject()));
    }

    @Test
    void only_an_administrator_erases_and_only_with_a_reason_and_never_the_system() {
        var person = somebody();
        recordedBy(person);
        for (var other : java.util.List.of(OFFICER, APPROVER, AUDITOR)) {
            other.post(API + "/persons/{id}/erasure", Map.of("reason", "No"), person.id())
                    .statusCode(403);
        }
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", " "), person.id())
                .statusCode(400)
                .body("field", equalTo("reason"));
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "No"), UUID.randomUUID())
                .statusCode(404);
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "No"), Writer.SYSTEM)
                .statusCode(404);
        OFFICER.get(API + "/persons").statusCode(403);
        AUDITOR.get(API + "/persons?name=" + person.subject())
                .body("items", hasSize(1))
                .body("items[0].subject", nullValue());
        ADMINISTRATOR
                .get(API + "/persons?name=" + person.subject())
                .body("items[0].subject", equalTo(person.subject()));
        AUDITOR.get(API + "/persons?name=nobody%25").body("items", empty());
    }

    @Test
    void after_thirty_days_an_answer_is_dropped_and_a_replay_answers_the_record_as_it_is() {
        var key = UUID.randomUUID().toString();
        var body = json(allocation(recordedProgramme("RECEPTION"), "5.00"));
        var first =
                OFFICER.post(key, API + "/allocations", body).statusCode(201).extract();
        String id = first.path("id");
        APPROVER.post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        assertEquals(
                first.asString(),
                OFFICER.post(key, API + "/allocations", body).extract().asString(),
                "the first answer");
        Books.change("UPDATE journal.request SET claimed_at = claimed_at - interval '31 days' WHERE key = ?", key);
        requests.dropAnswers();
        assertEquals(1, Books.count("SELECT count(*) FROM journal.request WHERE key = ? AND answer IS NULL", key));
        OFFICER.post(key, API + "/allocations", body)
                .statusCode(201)
                .header("Location", equalTo(first.header("Location")))
                .body("id", equalTo(id))
                .body("status", equalTo("APPROVED"));
        OFFICER.post(key, API + "/allocations", body.replace("5.00", "6.00")).statusCode(422);
        assertEquals(1, Books.count("SELECT count(*) FROM journal.entry WHERE idempotency_key = ?", key));
    }

    @Test
    void nothing_in_the_record_names_a_person() {
        var person = somebody();
        recordedBy(person);
        assertEquals(
                0,
                Books.count(
                        "SELECT count(*) FROM journal.entry WHERE position('Name of ' IN convert_from(body, 'UTF8')) > 0"));
        assertFalse(person.id().contains(person.subject()));
    }
}
