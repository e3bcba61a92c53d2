package org.fundtrail.records;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.fundtrail.journal.Books;

/** What every address keeps to that says beforehand what is wrong with a part of what is to be recorded. */
public final class Validations {
    private Validations() {}

    /** Fails unless the whole and nothing at all are let through, the part is refused for this, and the books do not notice. */
    public static void judge(
            Person officer, String address, Map<String, Object> whole, Map<String, Object> part, String... errors) {
        var newcomer = new Person("newcomer-" + UUID.randomUUID(), officer.role(), officer.institution());
        var before = written();
        post(newcomer, address, whole).statusCode(204);
        post(newcomer, address, Map.of()).statusCode(204);
        refused(post(newcomer, address, part), errors);
        assertEquals(before, written(), address + ": requests, entries, persons");
    }

    /** Fails unless exactly this is refused: {@code amount.currency required}, in this order. */
    public static void refused(ValidatableResponse answer, String... errors) {
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("errors.collect { it.field + ' ' + it.code }", contains(errors));
    }

    /** Asks beforehand, without a key. */
    public static ValidatableResponse post(Person by, String address, Object part, Object... params) {
        return QuickPaths.of(
                by.request().body(part).post(address + "/validation", params).then());
    }

    private static List<Long> written() {
        return List.of(
                Books.count("SELECT count(*) FROM journal.request"),
                Books.count("SELECT count(*) FROM journal.entry"),
                Books.count("SELECT count(*) FROM journal.person"));
    }

    /** Fails unless everything that can be recorded, corrected or verified can be asked about beforehand, and nothing else. */
    public static void areOfEveryRecording() {
        var operations = OpenApiDocument.operations();
        var recordings = new TreeSet<String>();
        var validations = new TreeSet<String>();
        operations.forEach((name, operation) -> {
            if (((Map<?, ?>) operation.get("responses")).containsKey("201")
                    || name.endsWith("/corrections")
                    || name.endsWith("/verification")) {
                recordings.add(name);
            }
            if (name.endsWith("/validation")) {
                validations.add(name.substring(0, name.length() - "/validation".length()));
                assertFalse(OpenApiDocument.headers(operation).containsKey("Idempotency-Key"), name);
            }
        });
        assertEquals(recordings, validations);
    }
}
