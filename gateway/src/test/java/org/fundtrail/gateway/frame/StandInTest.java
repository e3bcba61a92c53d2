package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in for the services says what their committed documents say: a page that passes against it meets the same from them. */
class StandInTest {
    private static final Path DOCUMENTS = Path.of(System.getProperty("fundtrail.home"), "docs", "openapi");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> answers() {
        var a1 = "/allocations/00000000-0000-4000-8000-0000000000a1";
        return Stream.of(
                        Map.entry(
                                "funding",
                                List.of(
                                        "/programmes",
                                        "/allocations",
                                        a1,
                                        "/allocations/00000000-0000-4000-8000-0000000000a3",
                                        "/allocations/00000000-0000-4000-8000-0000000000a4",
                                        "/commitments/00000000-0000-4000-8000-000000000c01",
                                        a1 + "/receipts",
                                        a1 + "/commitments",
                                        "/persons",
                                        "/entries",
                                        "/approvals",
                                        "/comments",
                                        "/comments/" + StandIn.QUESTION_ID,
                                        "/standing",
                                        "/log/standing",
                                        "/log/inclusion",
                                        "/dates",
                                        "/position")),
                        Map.entry(
                                "infrastructure",
                                List.of(
                                        "/projects",
                                        "/projects/00000000-0000-4000-8000-000000000d01",
                                        "/contracts",
                                        "/position")))
                .flatMap(service -> service.getValue().stream().map(path -> Arguments.of(service.getKey(), path)));
    }

    @AfterEach
    void asBefore() {
        StandIn.reset();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void it_answers_as_the_document_of_the_service_says(String service, String path) throws IOException {
        StandIn.isLong = true;
        // A field of a later version of the service, which pages pass over.
        var answer =
                StandIn.read(path, service.equals("infrastructure"), "").replaceAll(",\\s*\"new\": \"ignored\"", "");
        assertEquals(List.of(), wrong(service, path, answer));
    }

    @Test
    void an_answer_that_the_document_does_not_know_is_found() throws IOException {
        assertFalse(wrong("funding", "/standing", "{\"waiting\": 1, \"returned\": 0, \"asked\": 0, \"left\": 2}")
                .isEmpty());
        assertFalse(wrong("funding", "/standing", "{\"waiting\": \"one\", \"returned\": 0, \"asked\": 0}")
                .isEmpty());
    }

    private static List<String> wrong(String service, String path, String answer) throws IOException {
        var document = JSON.readTree(
                Files.readString(DOCUMENTS.resolve(service + ".json")).replace("\\/", "/"));
        var operation = document.path("paths")
                .path("/api/" + service + "/v1" + path.replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/{id}"));
        var schema = operation.at("/get/responses/200/content/application~1json/schema");
        assertFalse(schema.isMissingNode(), path + " is not in the document");
        var whole = (ObjectNode) schema.deepCopy();
        var components = document.path("components").deepCopy();
        components.path("schemas").forEach(StandInTest::close);
        whole.set("components", components);
        return REGISTRY
                .getSchema(whole.toString())
                .validate(
                        answer,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** So that it takes no other fields than those it names. */
    private static void close(JsonNode schema) {
        if (schema.has("properties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }
}
