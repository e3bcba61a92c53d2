package org.fundtrail.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;

/** Holds answers against the document: the status has to be there, and every field as its schema says, and no field beyond. */
public final class AnswersAsDocumented {
    /** What a problem does not say does not apply. */
    private static final Set<String> LEAVING_OUT = Set.of("Problem", "ProblemError");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Read once: the document does not change while the service runs. */
    private static final Map<Object, Schema> READ = new ConcurrentHashMap<>();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Set<String> untried =
            new TreeSet<>(OpenApiDocument.operations().keySet());

    /** The schema so that it takes exactly its fields: an answer has them all, and no others. */
    private static Map<String, Object> whole(String name, Map<String, Object> schema) {
        var whole = new HashMap<>(schema);
        if (schema.get("properties") != null) {
            whole.put("additionalProperties", false);
            if (!LEAVING_OUT.contains(name)) {
                whole.put(
                        "required",
                        OpenApiDocument.map(schema.get("properties")).keySet());
            }
        }
        return whole;
    }

    /** Fails unless the answer is one that the document announces for this operation, such as {@code post /allocations}. */
    public void fit(String method, String path, ValidatableResponse answer) {
        mustFit(method, path, answer);
        untried.remove(method + " " + path);
    }

    /** The same of the corrections of a record: one of no version, one that is taken, and one of an older version. */
    public void fitCorrections(Person by, String api, String room, String id, Map<String, Object> said) {
        var at = room + "/{id}/corrections";
        var sent = api + room + "/" + id + "/corrections";
        int version = by.get(api + room + "/" + id).extract().<Integer>path("version");
        fit("post", at + "/validation", Validations.post(by, sent, said));
        fit("post", at, by.post(sent, said));
        fit("post", at, CorrectionsTest.correct(by, api + room + "/" + id, version, said));
        fit("post", at, CorrectionsTest.correct(by, api + room + "/" + id, version, said));
    }

    /** The same of all that proves the log, as read by somebody who may read the entries. */
    public void fitLog(Person by, String api) {
        fit("get", "/log/checkpoint", by.get(api + "/log/checkpoint"));
        fit("get", "/log/checkpoints", by.get(api + "/log/checkpoints?limit=1"));
        fit("get", "/log/checkpoints", by.get(api + "/log/checkpoints?after=everything"));
        int size = by.get(api + "/log/checkpoints?limit=1").extract().path("items[0].size");
        fit("get", "/log/checkpoints/{size}", by.get(api + "/log/checkpoints/{size}", size));
        fit("get", "/log/checkpoints/{size}", by.get(api + "/log/checkpoints/{size}", Long.MAX_VALUE / 10));
        fit("get", "/log/keys", by.get(api + "/log/keys"));
        fit("get", "/log/standing", by.get(api + "/log/standing"));
        fit("get", "/log/inclusion", by.get(api + "/log/inclusion?position=0&size=1"));
        fit("get", "/log/inclusion", by.get(api + "/log/inclusion?position=1&size=1"));
        fit("get", "/log/consistency", by.get(api + "/log/consistency?from=1"));
        fit("get", "/log/consistency", by.get(api + "/log/consistency?to=1"));
        fit("get", "/entries/{position}/proof", by.get(api + "/entries/0/proof"));
        fit("get", "/entries/{position}/proof", by.get(api + "/entries/{position}/proof", Long.MAX_VALUE / 10));
    }

    /** The same of checks of the record, of what they find and of its export. */
    public void fitChecks(Person auditor, String api) {
        var administrator = new Person("admin", Role.ADMINISTRATOR, "LT-VRM");
        fit("get", "/export", auditor.get(api + "/export"));
        fit("get", "/export", Person.OFFICER.get(api + "/export"));
        var asked = auditor.post(api + "/log/verifications", Map.of());
        fit("post", "/log/verifications", asked);
        String id = asked.extract().path("id");
        fit("get", "/log/verifications", auditor.get(api + "/log/verifications?limit=1"));
        fit("get", "/log/verifications", auditor.get(api + "/log/verifications?after=everything"));
        fit("get", "/log/verifications/{id}", auditor.get(api + "/log/verifications/{id}", id));
        fit("get", "/log/verifications/{id}", auditor.get(api + "/log/verifications/{id}", UUID.randomUUID()));
        var finding = UUID.randomUUID();
        Books.change("""
                INSERT INTO journal.finding (id, verification_id, n, found_at, table_name, record, field, problem, expected, found, content)
                VALUES (?, ?::uuid, 1, now(), 'a.table', 'its key', 'a column', 'DIFFERENT', 'this', 'that', sha256(?::text::bytea))""", finding, id, finding);
        fit("get", "/log/findings", auditor.get(api + "/log/findings?open=true"));
        fit("get", "/log/findings", auditor.get(api + "/log/findings?open=perhaps"));
        fit("get", "/log/findings/{id}", auditor.get(api + "/log/findings/{id}", finding));
        for (int n = 0; n < 2; n++) { // taken, and refused
            fit(
                    "post",
                    "/log/findings/{id}/answer",
                    administrator.post(api + "/log/findings/{id}/answer", Map.of("answer", "So it is"), finding));
        }
    }

    static void mustFit(String method, String path, ValidatableResponse answer) {
        var name = method + " " + path;
        var operation = OpenApiDocument.operations().get(name);
        assertNotNull(operation, name + " is not in the document");
        var response = answer.extract();
        var said = OpenApiDocument.map(
                OpenApiDocument.map(operation.get("responses")).get(String.valueOf(response.statusCode())));
        assertTrue(!said.isEmpty(), name + " answers " + response.statusCode() + ", which is not in the document");
        for (var header : OpenApiDocument.map(said.get("headers")).keySet()) {
            assertNotNull(response.header(header), name + " has no header " + header);
        }
        if (response.statusCode() == 204) {
            return;
        }
        var type = response.contentType().replaceAll(";.*", "");
        var media = OpenApiDocument.map(OpenApiDocument.map(said.get("content")).get(type));
        assertTrue(!media.isEmpty(), name + " answers " + type + ", which is not in the document");
        if (type.equals("text/plain") || type.equals("application/zip")) {
            assertEquals("string", OpenApiDocument.map(media.get("schema")).get("type"), name);
            return;
        }
        assertEquals(List.of(), wrong(media.get("schema"), response.asString()), name);
    }

    private static List<String> wrong(Object schema, String answer) {
        return READ
                .computeIfAbsent(schema, AnswersAsDocumented::read)
                .validate(
                        answer,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema read(Object schema) {
        var document = new HashMap<>(OpenApiDocument.map(schema));
        var schemas = new HashMap<String, Object>();
        OpenApiDocument.schemas().forEach((name, one) -> schemas.put(name, whole(name, OpenApiDocument.map(one))));
        document.put("components", Map.of("schemas", schemas));
        try {
            return REGISTRY.getSchema(JSON.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Operations that no answer was held against yet. */
    public Set<String> untried() {
        return untried;
    }
}
