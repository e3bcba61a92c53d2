package org.fundtrail.journal;

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

/** The OpenAPI document of a service: what it serves is what is committed under docs/openapi, which the gateway joins and clients read. */
public final class OpenApiDocument {
    private static final String UPDATE = "fundtrail.openapi.update";

    private OpenApiDocument() {}

    /** Fails when the served document is not the committed one; with -Dfundtrail.openapi.update=true writes it instead. */
    public static void mustMatch(String file) {
        try {
            var committed = Path.of("..", "docs", "openapi", file);
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
}
