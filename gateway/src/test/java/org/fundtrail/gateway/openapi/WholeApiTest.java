package org.fundtrail.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class WholeApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void it_is_one_document_with_security() {
        given().get("/openapi")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("info.title", is("Fundtrail"))
                .body("servers[0].url", is("/"))
                .body("security[0]", hasKey("basic"))
                .body("components.securitySchemes.basic.scheme", is("basic"))
                .body("paths", hasKey("/api/v1/me"))
                .body("paths", hasKey("/api/v1/financing-position"))
                .body("components.schemas.Money.properties.amount.type", is("string"))
                .body("components.schemas", not(hasKey("LocalDate")))
                .body("components.schemas", not(hasKey("FundingMoney")))
                .body("paths.'/api/v1/financing-position'.get.parameters[0].schema.format", is("date"))
                .body("paths.'/api/v1/financing-position'.get.responses", hasKey("503"));
    }

    /** Clients are generated from it. */
    @Test
    void it_is_what_is_committed() throws Exception {
        var served = given().accept("application/json").get("/openapi").asString();
        var committed = Path.of(System.getProperty("fundtrail.home"), "docs", "openapi", "fundtrail.json");
        if (Boolean.getBoolean("fundtrail.openapi.update")) {
            Files.writeString(committed, served);
        }
        assertTrue(
                Files.readString(committed).equals(served),
                "The API is no longer what docs/openapi/fundtrail.json says. If that is meant: run ./mvnw verify"
                        + " -Dfundtrail.openapi.update=true and commit what it writes.");
    }

    @Test
    void it_has_no_page() throws Exception {
        var paths = JSON.readTree(given().get("/openapi").asString()).get("paths");

        paths.fieldNames().forEachRemaining(path -> assertTrue(path.startsWith("/api/"), path));
    }

    @Test
    void every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own() throws Exception {
        var document = JSON.readTree(given().get("/openapi").asString());

        document.findValuesAsText("$ref")
                .forEach(ref -> assertTrue(!document.at(ref.substring(1)).isMissingNode(), ref));
        var ids = document.get("paths").findValuesAsText("operationId");
        assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "text/yaml, */*", "application/x-yaml"})
    void it_is_yaml_when_asked_for(String accept) {
        given().accept(accept)
                .get("/openapi")
                .then()
                .contentType(containsString("yaml"))
                .body(containsString("openapi: 3"));
    }

    @Test
    void the_address_may_say_the_format() {
        given().accept("application/json").get("/openapi?format=yaml").then().contentType(containsString("yaml"));
        given().accept("application/yaml").get("/openapi?format=json").then().contentType(containsString("json"));
        given().accept("text/html,*/*").get("/openapi").then().contentType(containsString("json"));
    }

    @Test
    void the_page_runs_no_script_that_is_written_into_it() {
        given().get("/docs")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(not(containsString("<script>")))
                .body(not(containsString("style=")));
    }

    @Test
    void what_both_name_alike_stays_apart_unless_it_is_the_same() throws Exception {
        var whole = OASFactory.createOpenAPI().openapi("3.1.0").paths(OASFactory.createPaths());

        WholeApi.add(whole, "funding", document("/api/funding/v1/position", "number"));
        WholeApi.add(whole, "infrastructure", document("/api/infrastructure/v1/position", "string"));

        var merged = JSON.readTree(SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withInitialModel(whole)
                .build()
                .toJSON());
        var schemas = merged.at("/components/schemas");
        assertEquals(
                Set.of("FundingPosition", "FundingMoney", "InfrastructurePosition", "InfrastructureMoney"),
                names(schemas));
        assertEquals(
                "number", schemas.at("/FundingPosition/properties/value/type").asText());
        assertEquals(
                "string",
                schemas.at("/InfrastructurePosition/properties/value/type").asText());
        assertEquals(
                "#/components/schemas/FundingMoney",
                schemas.at("/FundingPosition/properties/total/$ref").asText());
        var operation = merged.at("/paths/~1api~1funding~1v1~1position/get");
        assertEquals("fundingPosition", operation.get("operationId").asText());
        assertEquals("Funding: Position", operation.at("/tags/0").asText());
        assertTrue(operation.path("security").isMissingNode());
        assertTrue(merged.at("/components/securitySchemes").isMissingNode());
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode document(String path, String type) throws Exception {
        return (ObjectNode) JSON.readTree("""
                {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "servers": [{"url": "http://x"}],
                 "security": [{"jwt": []}], "tags": [{"name": "Position"}],
                 "paths": {"%s": {"get": {"operationId": "position", "tags": ["Position"], "security": [{"jwt": []}],
                   "responses": {"200": {"description": "OK", "content": {"application/json": {"schema":
                     {"$ref": "#/components/schemas/Position"}}}}}}}},
                 "components": {"securitySchemes": {"jwt": {"type": "http", "scheme": "bearer"}}, "schemas": {
                   "Money": {"type": "object", "properties": {"amount": {"type": "string"}}},
                   "Position": {"type": "object", "properties": {"value": {"type": "%s"}, "total": {"$ref": "#/components/schemas/Money"}}}}}}
                """.formatted(path, type));
    }
}
