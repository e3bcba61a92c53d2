package org.fundtrail.records;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;

/** What holds for the corrections of every kind that has them. */
public abstract class CorrectionsTest {
    private static final String WHY = "A letter was missing";

    /**
     * A record that is corrected.
     *
     * @param by who records it and corrects it
     * @param made makes one, and answers its address
     * @param said what it should have said
     * @param path of the one thing that is corrected, in answers and in entries
     * @param isHashed where entries have only a hash of it
     */
    public record Correctable(
            Person by, Supplier<String> made, Map<String, Object> said, String path, boolean isHashed) {

        /** What it says then. */
        Object value() {
            Object at = said;
            for (var step : path.split("\\.")) {
                at = ((Map<?, ?>) at).get(step);
            }
            return at;
        }
    }

    protected abstract List<Correctable> correctables();

    /** Sends a correction of the version that was read. */
    protected static ValidatableResponse correct(Person by, String at, Object version, Map<String, Object> said) {
        return correct(UUID.randomUUID().toString(), by, at, version, said);
    }

    private static ValidatableResponse correct(
            String key, Person by, String at, Object version, Map<String, Object> said) {
        return QuickPaths.of(by.request()
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + version + "\"")
                .body(said)
                .post(at + "/corrections")
                .then());
    }

    /** The same with a reason. */
    protected static Map<String, Object> because(Map<String, Object> said) {
        var with = new HashMap<>(said);
        with.put("reason", WHY);
        return with;
    }

    protected static int version(Person by, String at) {
        return by.get(at).statusCode(200).extract().<Integer>path("version");
    }

    private static String id(String at) {
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private static String entries(String at) {
        return at.replaceFirst("/v1/.*", "/v1/entries?order=desc&subject=") + id(at);
    }

    @Test
    void what_was_wrong_is_right_then_and_the_history_has_both_and_the_reason() {
        for (var c : correctables()) {
            var at = c.made().get();
            int version = version(c.by(), at);
            var before = c.by().get(at).extract().path(c.path());
            assertNotEquals(before, c.value());
            var answer = correct(c.by(), at, version, because(c.said()));
            answer.statusCode(200)
                    .header("ETag", equalTo("\"" + (version + 1) + "\""))
                    .body("version", equalTo(version + 1))
                    .body(c.path(), equalTo(c.value()));
            AnswersAsDocumented.mustFit("post", Sample.template(at).replaceFirst(".*/v1", "") + "/corrections", answer);
            assertEquals(answer.extract().asString(), c.by().get(at).extract().asString());
            var changed = "items[0].changes.find { it.field == '" + c.path() + "' }.";
            var entry = c.by().get(entries(at))
                    .statusCode(200)
                    .body("items[0].action", equalTo(type(at) + ".corrected"))
                    .body("items[0].reason", equalTo(WHY))
                    .body("items[0].sentence", notNullValue())
                    .body("items[0].actorName", equalTo(c.by().name()))
                    .body("items[0].postings", empty());
            if (c.isHashed()) {
                entry.body(changed + "after", not(equalTo(c.value())));
            } else {
                entry.body(changed + "before", equalTo(before)).body(changed + "after", equalTo(c.value()));
            }
        }
    }

    private static String type(String at) {
        var room = at.replaceFirst(".*/v1/", "").replaceFirst("/.*", "");
        return room.substring(0, room.length() - 1);
    }

    @Test
    void a_correction_needs_a_reason_something_that_differs_and_the_version_that_was_read() {
        for (var c : correctables()) {
            var at = c.made().get();
            int version = version(c.by(), at);
            correct(c.by(), at, version, c.said()).statusCode(400).body("field", equalTo("reason"));
            correct(c.by(), at, version, Map.of("reason", WHY))
                    .statusCode(400)
                    .body("code", equalTo("nothing-corrected"));
            correct(c.by(), at, version + 1, because(c.said())).statusCode(412).body("code", equalTo("stale"));
            c.by().post(at + "/corrections", because(c.said()))
                    .statusCode(400)
                    .body("code", equalTo("if-match-missing"));
            var other = new HashMap<>(because(c.said()));
            other.put("shred", "x");
            correct(c.by(), at, version, other).statusCode(400).body("field", equalTo("shred"));
            assertEquals(version, version(c.by(), at));
            assertEquals(0, corrections(at));
        }
    }

    private static long corrections(String at) {
        return Books.count(
                "SELECT count(*) FROM journal.entry WHERE subject_id = ? AND action LIKE '%.corrected'",
                UUID.fromString(id(at)));
    }

    @Test
    void sent_twice_with_one_key_it_is_corrected_once() {
        for (var c : correctables()) {
            var at = c.made().get();
            int version = version(c.by(), at);
            var key = UUID.randomUUID().toString();
            var first = correct(key, c.by(), at, version, because(c.said())).statusCode(200);
            assertEquals(
                    first.extract().asString(),
                    correct(key, c.by(), at, version, because(c.said()))
                            .statusCode(200)
                            .extract()
                            .asString());
            assertEquals(1, corrections(at));
            correct(c.by(), at, version + 1, because(c.said()))
                    .statusCode(400)
                    .body("code", equalTo("nothing-corrected"));
        }
    }

    @Test
    void nobody_of_another_role_corrects_it_and_for_another_institution_it_is_not_there() {
        for (var c : correctables()) {
            var at = c.made().get();
            int version = version(c.by(), at);
            for (var role : Role.ALL) {
                if (!role.equals(c.by().role())) {
                    var other = new Person("corrects-" + role, role, c.by().institution());
                    correct(other, at, version, because(c.said())).statusCode(403);
                }
            }
            correct(Sample.abroad(c.by().role()), at, version, because(c.said()))
                    .statusCode(404);
            Validations.post(Sample.abroad(c.by().role()), at + "/corrections", because(c.said()))
                    .statusCode(404);
            Validations.post(c.by(), at + "/corrections", c.said()).statusCode(204);
            assertEquals(0, corrections(at));
        }
    }

    @Test
    void of_two_who_correct_it_at_once_one_does() {
        for (var c : correctables()) {
            var at = c.made().get();
            int version = version(c.by(), at);
            var sent = IntStream.range(0, 2)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> correct(c.by(), at, version, because(c.said()))
                            .extract()
                            .statusCode()))
                    .toList();
            var heard = new TreeSet<>(sent.stream().map(CompletableFuture::join).toList());
            assertEquals(new TreeSet<>(List.of(200, 412)), heard);
            assertEquals(1, corrections(at));
        }
    }
}
