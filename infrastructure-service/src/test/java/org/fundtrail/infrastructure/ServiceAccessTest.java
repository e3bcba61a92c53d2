package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_APPROVER;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.directCost;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.project;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.received;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.OpenApiDocument;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** What funding-service is let in to by its own key: to read five things of all institutions, and to nothing else. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ServiceAccessTest {
    private static final Set<String> OPEN = Set.of(
            "get /entries",
            "get /entries/{position}",
            "get /expenditure",
            "get /invoices",
            "get /invoices/{id}",
            "get /projects/{id}/direct-costs",
            "get /direct-costs/{id}");

    private static PrivateKey key() {
        try {
            var path = ConfigProvider.getConfig().getValue("FUNDTRAIL_FUNDING_TOKEN_PRIVATE_KEY", String.class);
            return KeyUtils.decodePrivateKey(Files.readString(Path.of(path)), SignatureAlgorithm.ES256);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JwtClaimsBuilder claims(String issuer, String... groups) {
        return Jwt.issuer(issuer)
                .audience("fundtrail-services")
                .subject("funding-service")
                .upn("funding-service")
                .claim("idp", "urn:fundtrail:service")
                .claim("name", "funding-service")
                .claim("client", "funding-service")
                .groups(Set.of(groups))
                .expiresIn(300);
    }

    private static String signed(JwtClaimsBuilder claims) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).sign(key());
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    private static RequestSpecification service() {
        return with(signed(claims("fundtrail-funding", "service")));
    }

    private static ValidatableResponse get(String path, Object... params) {
        return service().get(API + path, params).then();
    }

    @Test
    void it_reads_entries_invoices_direct_costs_and_expenditure_of_all_institutions() {
        var invoice = received(invoice(inForce(recordedProject(), "10.00"), "10.00"));
        get("/invoices/{id}", invoice)
                .statusCode(200)
                .body("id", equalTo(invoice))
                .body("actions", equalTo(List.of()));
        var abroad = LATVIAN_ENGINEER
                .post(API + "/projects", project("PHYSICAL_BARRIER"))
                .extract()
                .<String>path("id");
        var contract = LATVIAN_ENGINEER
                .post(API + "/projects/{id}/contracts", contract("10.00"), abroad)
                .extract()
                .<String>path("id");
        LATVIAN_APPROVER
                .post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), contract)
                .statusCode(200);
        var foreign = LATVIAN_ENGINEER
                .post(API + "/invoices", invoice(contract, "10.00"))
                .extract()
                .<String>path("id");
        get("/invoices/{id}", foreign).statusCode(200).body("institution", equalTo("LV-IEM"));
        get("/invoices?limit=200").statusCode(200).body("items.institution", hasItems("LT-VRM", "LV-IEM"));
        get("/expenditure?id={a}&id={b}", invoice, foreign)
                .statusCode(200)
                .body("items.id", hasItems(invoice, foreign));
        var entries = get("/entries?order=desc&limit=200").statusCode(200);
        entries.body("items.institution", hasItems("LT-VRM", "LV-IEM"));
        int last = entries.extract().path("items[0].position");
        get("/entries/{position}", last).statusCode(200).body("position", equalTo(last));
        LATVIAN_ENGINEER
                .post(API + "/invoices/{id}/steps", Map.of("step", "WITHDRAW"), foreign)
                .statusCode(200);
        var project = recordedProject();
        var line = recordedCostLine(project, "5.00");
        var cost = ENGINEER.post(API + "/projects/{id}/direct-costs", directCost(line, "1.00"), project)
                .extract()
                .<String>path("id");
        get("/direct-costs/{id}", cost).statusCode(200).body("id", equalTo(cost));
        get("/projects/{id}/direct-costs", project).statusCode(200).body("items.id", equalTo(List.of(cost)));
    }

    /** Whatever operation comes later is closed as well, until somebody opens it and says so here. */
    @Test
    void every_other_operation_refuses_it_and_nothing_is_written() {
        var reached = new TreeSet<String>();
        var keys = new TreeSet<String>();
        OpenApiDocument.operations().keySet().forEach(operation -> {
            var method = operation.substring(0, operation.indexOf(' ')).toUpperCase();
            var path = operation.substring(operation.indexOf(' ') + 1);
            var key = UUID.randomUUID().toString();
            keys.add(key);
            var request = service().header("Idempotency-Key", key).header("If-Match", "\"0\"");
            var answer = (method.equals("GET") ? request : request.body("{}"))
                    .request(
                            method,
                            API
                                    + path.replace("{position}", "0")
                                            .replaceAll(
                                                    "\\{[a-z]+}",
                                                    UUID.randomUUID().toString()))
                    .then();
            if (answer.extract().statusCode() != 403) {
                reached.add(operation);
            } else {
                answer.contentType("application/problem+json").body("code", equalTo("not-allowed"));
            }
        });
        assertTrue(OpenApiDocument.operations().size() > 100, "the document has every operation");
        assertEquals(new TreeSet<>(OPEN), reached);
        keys.forEach(Books::nothingOf);
        for (var file : List.of("/invoices", "/entries")) {
            service().accept("text/csv").get(API + file).then().statusCode(403);
        }
        service().get("/q/openapi").then().statusCode(403);
        assertEquals(
                List.of(),
                Books.rows("SELECT id FROM journal.person WHERE subject = 'funding-service'"),
                "nobody was put down");
    }

    @Test
    void its_key_speaks_for_a_service_and_for_nobody_else() {
        for (var groups : List.of(
                new String[] {"auditor"},
                new String[] {"administrator"},
                new String[] {"service", "auditor"},
                new String[] {"service", "project-officer"},
                new String[] {"system"},
                new String[] {})) {
            refused(signed(claims("fundtrail-funding", groups)));
        }
        refused(signed(claims("fundtrail-gateway", "service")));
        refused(signed(claims("fundtrail-gateway", "auditor")));
        refused(signed(claims("somebody-else", "service")));
        refused(signed(claims("fundtrail-funding", "service").audience("somebody-else")));
        refused(signed(
                claims("fundtrail-funding", "service").issuedAt(1_700_000_000).expiresAt(1_700_000_300)));
        refused(signed(claims("fundtrail-funding", "service").expiresIn(3600)), "a token for an hour");
    }

    @Test
    void the_gateway_speaks_for_people_and_never_for_a_service() {
        refused(new Person("impostor", "service", "LT-VRM").token());
        refused(new Person("impostor", "service auditor", "").token());
        refused(new Person("impostor", "service project-officer", "LT-VRM").token());
    }

    private static void refused(String token, String... why) {
        for (var path : List.of("/entries", "/invoices", "/expenditure?project=X", "/projects")) {
            assertEquals(401, with(token).get(API + path).statusCode(), path + " " + List.of(why));
        }
    }
}
