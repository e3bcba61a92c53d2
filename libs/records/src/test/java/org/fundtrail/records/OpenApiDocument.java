package org.fundtrail.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
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

    private static Map<String, Object> served;

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

    /** As the service serves it: asked for once, since it does not change while the service runs. */
    public static synchronized Map<String, Object> served() {
        if (served == null) {
            var answer = Person.AUDITOR
                    .request()
                    .accept("application/json")
                    .basePath("")
                    .get("/q/openapi?format=json")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            try {
                served = map(new ObjectMapper().readValue(answer, Object.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return served;
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

    /** The names of what an operation takes in its query. */
    static Set<String> queried(Map<String, Object> operation) {
        var found = new TreeSet<String>();
        if (operation.get("parameters") instanceof List<?> parameters) {
            for (var parameter : parameters) {
                if ("query".equals(map(parameter).get("in"))) {
                    found.add((String) map(parameter).get("name"));
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
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
