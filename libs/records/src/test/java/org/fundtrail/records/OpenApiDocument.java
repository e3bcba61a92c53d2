package org.fundtrail.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OpenAPI document of a service: what it serves is what is committed under docs/openapi, which the gateway joins and clients read. */
public final class OpenApiDocument {
    private static final String UPDATE = "fundtrail.openapi.update";

    private OpenApiDocument() {}

    /** Fails when the served document is not the committed one; with -Dfundtrail.openapi.update=true writes it instead. */
    public static void mustMatch(String file) {
        try {
            var committed = Path.of(System.getProperty("fundtrail.home"), "docs", "openapi", file);
            var served = pretty(served());
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(committed.getParent());
                Files.writeString(committed, served);
            }
            if (!Files.exists(committed)) {
                fail("There is no docs/openapi/" + file + ". " + how());
            }
            assertEquals(
                    Files.readString(committed),
                    served,
                    "The API is no longer what docs/openapi/" + file + " says. If that is meant: " + how());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String how() {
        return "Run ./mvnw verify -D" + UPDATE + "=true and commit what it writes. ";
    }

    /** As the service serves it now. */
    public static Map<String, Object> served() {
        return Person.AUDITOR
                .request()
                .accept("application/json")
                .basePath("")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    /** In one order, so that a difference is a change of the API and nothing else. */
    private static String pretty(Map<String, Object> document) throws IOException {
        var inOrder = new LinkedHashMap<String, Object>();
        for (var part : List.of("openapi", "info", "tags", "paths", "components")) {
            inOrder.put(part, document.get(part));
        }
        document.forEach(inOrder::putIfAbsent);
        var json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        var out = new LinkedHashMap<String, Object>();
        for (var part : inOrder.entrySet()) {
            out.put(part.getKey(), json.readTree(json.writeValueAsBytes(part.getValue())));
        }
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return new ObjectMapper().writer(printer).writeValueAsString(out) + "\n";
    }

    /** Every operation by method and path, such as {@code get /v1/entries}, without the service's own beginning of the path. */
    public static Map<String, Map<String, Object>> operations() {
        var found = new TreeMap<String, Map<String, Object>>();
        map(served().get("paths"))
                .forEach((path, methods) -> map(methods)
                        .forEach((method, operation) ->
                                found.put(method + " " + path.replaceFirst("^/api/[a-z]+/v1", ""), map(operation))));
        return found;
    }

    /** The headers an operation takes, and whether it needs them. */
    public static Map<String, Boolean> headers(Map<String, Object> operation) {
        var found = new TreeMap<String, Boolean>();
        if (operation.get("parameters") instanceof List<?> parameters) {
            for (var parameter : parameters) {
                if ("header".equals(map(parameter).get("in"))) {
                    found.put(
                            (String) map(parameter).get("name"),
                            Boolean.TRUE.equals(map(parameter).get("required")));
                }
            }
        }
        return found;
    }

    public static Map<String, Object> schemas() {
        return map(map(served().get("components")).get("schemas"));
    }

    /** The fields of a schema and their types. */
    public static Map<String, Object> types(String schema) {
        var found = new TreeMap<String, Object>();
        map(map(schemas().get(schema)).get("properties"))
                .forEach((name, property) -> found.put(name, map(property).get("type")));
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** Holds answers against the document: the status has to be there, and every field with its type, and no field beyond. */
    public static final class Answers {
        private final Map<String, Map<String, Object>> operations = operations();
        private final Map<String, Object> schemas = schemas();
        private final Set<String> untried = new TreeSet<>(operations.keySet());

        /** Fails unless the answer is one that the document announces for this operation. */
        public void fit(String method, String path, ValidatableResponse answer) {
            var name = method + " " + path;
            var operation = operations.get(name);
            assertNotNull(operation, name + " is not in the document");
            untried.remove(name);
            var response = answer.extract();
            var said = map(map(operation.get("responses")).get(String.valueOf(response.statusCode())));
            assertTrue(!said.isEmpty(), name + " answers " + response.statusCode() + ", which is not in the document");
            if (response.statusCode() == 204) {
                return;
            }
            var type = response.contentType().replaceAll(";.*", "");
            var media = map(map(said.get("content")).get(type));
            assertTrue(!media.isEmpty(), name + " answers " + type + ", which is not in the document");
            for (var header : map(said.get("headers")).keySet()) {
                assertNotNull(response.header(header), name + " has no header " + header);
            }
            try {
                fits(name, map(media.get("schema")), new ObjectMapper().readTree(response.asByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Operations that no answer was held against yet. */
        public Set<String> untried() {
            return untried;
        }

        private void fits(String at, Map<String, Object> schema, JsonNode value) {
            if (schema.get("$ref") instanceof String ref) {
                fits(at, map(schemas.get(ref.substring(ref.lastIndexOf('/') + 1))), value);
                return;
            }
            if (schema.get("anyOf") instanceof List<?> choices) {
                var some = choices.stream()
                        .map(OpenApiDocument::map)
                        .filter(one -> !"null".equals(one.get("type")))
                        .findFirst();
                if (!value.isNull()) {
                    fits(at, some.orElseThrow(), value);
                }
                return;
            }
            if (schema.get("type") == null) {
                return; // anything
            }
            var types = schema.get("type") instanceof List<?> several ? several : List.of(schema.get("type"));
            assertTrue(types.contains(type(value)), at + " is " + value + " and not " + types);
            if (schema.get("enum") instanceof List<?> allowed) {
                assertTrue(allowed.contains(value.textValue()), at + " is " + value + " and not one of " + allowed);
            }
            if (schema.get("pattern") instanceof String pattern) {
                assertTrue(value.textValue().matches(pattern), at + " is " + value + " and not like " + pattern);
            }
            if (value.isTextual() && schema.get("format") instanceof String format) {
                assertTrue(
                        value.textValue().matches(FORMATS.getOrDefault(format, ".*")),
                        at + " is " + value + " and no " + format);
            }
            if (value.isArray()) {
                for (var item : value) {
                    fits(at + "[]", map(schema.get("items")), item);
                }
            }
            if (value.isObject() && schema.get("properties") != null) {
                var properties = map(schema.get("properties"));
                value.fields().forEachRemaining(field -> {
                    assertTrue(
                            properties.containsKey(field.getKey()),
                            at + "." + field.getKey() + " is not in the document");
                    fits(at + "." + field.getKey(), map(properties.get(field.getKey())), field.getValue());
                });
                if (!properties.containsKey("errors")
                        && !at.contains("errors")) { // a problem leaves out what does not apply
                    properties
                            .keySet()
                            .forEach(name -> assertTrue(value.has(name), at + "." + name + " is not in the answer"));
                }
            }
        }

        private static final Map<String, String> FORMATS = Map.of(
                "uuid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                "date", "\\d{4}-\\d{2}-\\d{2}",
                "date-time", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?Z",
                "byte", "[A-Za-z0-9+/]+={0,2}");

        private static String type(JsonNode value) {
            return value.isNull()
                    ? "null"
                    : value.isTextual()
                            ? "string"
                            : value.isBoolean()
                                    ? "boolean"
                                    : value.isArray()
                                            ? "array"
                                            : value.isObject()
                                                    ? "object"
                                                    : value.isIntegralNumber() ? "integer" : "number";
        }
    }
}
