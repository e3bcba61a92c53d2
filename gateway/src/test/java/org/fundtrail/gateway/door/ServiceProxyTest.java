package org.fundtrail.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.gateway.Surroundings;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ServiceProxyTest {
    private static final String PROBLEM = "application/problem+json";
    private static final int MEBIBYTE = 1024 * 1024;

    @ConfigProperty(name = "test.public-key")
    String publicKey;

    @Test
    void each_service_gets_its_part_of_the_api_as_it_was_asked() {
        basic("officer")
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", "k1")
                .header("If-Match", "\"3\"")
                .contentType("application/json")
                .body("{\"a\":1}")
                .post("/api/funding/v1/allocations?q=%C5%A1&sort=-recordedAt")
                .then()
                .statusCode(200)
                .body("service", is("funding"))
                .body("method", is("POST"))
                .body("uri", is("/api/funding/v1/allocations?q=%C5%A1&sort=-recordedAt"))
                .body("length", is(7))
                .body("headers.idempotency-key", is("k1"))
                .body("headers.if-match", is("'3'"))
                .body("headers.content-type", startsWith("application/json"));
        basic("officer")
                .get("/api/infrastructure/v1/projects")
                .then()
                .statusCode(200)
                .body("service", is("infrastructure"));
    }

    @Test
    void whether_a_change_without_an_answer_was_recorded_is_not_known_and_of_a_question_nothing_was() {
        basic("officer")
                .contentType("application/json")
                .body("{}")
                .post("/api/funding/v1/drop")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", is("outcome-unknown"))
                .body("params.service", is("funding-service"));
        basic("officer").get("/api/funding/v1/drop").then().statusCode(503).body("code", is("unavailable"));
        basic("officer").head("/api/funding/v1/drop").then().statusCode(503);
    }

    @Test
    void a_change_that_a_service_has_begun_is_ended_though_its_caller_has_gone_and_a_question_is_not()
            throws Exception {
        for (var method : List.of("POST", "GET")) {
            askAndGo(method, "late", method);
        }
        await(Surroundings.ENDED, "POST");
        await(Surroundings.ENDED, "GET");
        assertEquals(Set.of("POST"), Surroundings.ANSWERED_LATE);
    }

    @Test
    void a_client_that_goes_away_is_no_failure_of_a_service() throws Exception {
        var noted = Noted.in(ServiceProxy.class.getName(), () -> {
            for (int n = 0; n < 3; n++) {
                askAndGo("GET", "slow", "gone" + n);
            }
            for (int n = 0; n < 3; n++) {
                await(Surroundings.ENDED, "gone" + n);
            }
            Thread.sleep(300); // it would be said by now
            return null;
        });
        assertEquals("[]", noted);
        basic("officer").get("/api/funding/v1/drop").then().statusCode(503);
        assertTrue(Noted.in(ServiceProxy.class.getName(), () -> basic("officer").get("/api/funding/v1/drop"))
                .contains("WARN"));
    }

    /** Hangs up as soon as the service was asked. */
    private static void askAndGo(String method, String path, String query) throws Exception {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoLinger(true, 0); // closing resets
            var credentials = Base64.getEncoder().encodeToString("officer:demo".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write((method + " /api/funding/v1/" + path + "?" + query
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nAuthorization: Basic "
                                    + credentials + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await(Surroundings.ASKED, query);
        }
    }

    private static void await(Set<String> queries, String query) throws InterruptedException {
        for (int tries = 0; !queries.contains(query); tries++) {
            assertTrue(tries < 1000, query + " is not among " + queries);
            Thread.sleep(10);
        }
    }

    @Test
    void what_was_only_judged_beforehand_was_not_recorded_whatever_became_of_the_answer() {
        basic("officer")
                .contentType("application/json")
                .body("{}")
                .post("/api/funding/v1/drop/validation")
                .then()
                .statusCode(503)
                .body("code", equalTo("unavailable"));
    }

    /** Sending then fails before any answer does, and it is still there whoever asked. */
    @ParameterizedTest
    @CsvSource({"drop/validation, unavailable", "drop, outcome-unknown"})
    void whoever_asked_is_answered_though_the_connection_ended_in_the_middle_of_the_request(String path, String code) {
        basic("officer")
                .contentType("application/json")
                .body("{\"note\": \"" + "x".repeat(900_000) + "\"}")
                .post("/api/funding/v1/" + path)
                .then()
                .statusCode(503)
                .body("code", equalTo(code));
    }

    @Test
    void what_a_service_took_before_it_was_gone_may_have_been_recorded() throws Exception {
        try {
            for (var key : List.of("", UUID.randomUUID().toString())) {
                var request = basic("officer").contentType("application/json").body("{}");
                (key.isEmpty() ? request : request.header("Idempotency-Key", key))
                        .post("/api/funding/v1/vanish")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", notNullValue())
                        .body("code", equalTo("outcome-unknown"));
                basic("officer")
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/funding/v1/things")
                        .then()
                        .statusCode(503)
                        .body("code", equalTo("unavailable")); // nobody took it
                Surroundings.startAgain();
            }
        } finally {
            basic("officer").get("/api/funding/v1/things").then().statusCode(200);
        }
    }

    @Test
    void the_service_learns_who_asks_from_the_gateway_alone() throws Exception {
        String authorization = basic("officer.lv")
                .get("/api/funding/v1/allocations")
                .then()
                .extract()
                .path("headers.authorization");

        var claims = new JwtConsumerBuilder()
                .setVerificationKey(key())
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedIssuer("fundtrail-gateway")
                .setExpectedAudience("fundtrail-services")
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(5)
                .build()
                .processToClaims(authorization.substring("Bearer ".length()));
        assertEquals("officer.lv", claims.getSubject());
        assertEquals("officer.lv", claims.getStringClaimValue("upn"));
        assertEquals("Ilze Bērziņa", claims.getStringClaimValue("name"));
        assertEquals("LV-IEM", claims.getStringClaimValue("institution"));
        assertEquals("api", claims.getStringClaimValue("client"));
        assertEquals(List.of("funding-officer"), claims.getStringListClaimValue("groups"));
        assertEquals(
                300,
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
    }

    @Test
    void two_people_never_share_a_token() {
        String one = basic("officer").get("/api/funding/v1/x").then().extract().path("headers.authorization");
        String other =
                basic("approver").get("/api/funding/v1/x").then().extract().path("headers.authorization");

        assertNotEquals(one, other);
    }

    private ECPublicKey key() throws Exception {
        var pem = Files.readString(Path.of(publicKey)).replaceAll("-----[A-Z ]+-----|\\s", "");
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    @Test
    void what_only_the_gateway_may_say_is_taken_out() {
        basic("officer")
                .cookie("fundtrail-session", "x")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("TE", "trailers")
                .header("Proxy-Authorization", "x")
                .get("/api/funding/v1/allocations")
                .then()
                .body("headers.cookie", nullValue())
                .body("headers.x-forwarded-for", nullValue())
                .body("headers.x-forwarded-host", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-http-method-override", nullValue())
                .body("headers.te", nullValue())
                .body("headers.proxy-authorization", nullValue())
                .body("headers.authorization", startsWith("Bearer "));
    }

    @Test
    void what_a_service_may_not_say_is_taken_out() {
        basic("officer")
                .get("/api/funding/v1/allocations")
                .then()
                .header("Set-Cookie", nullValue())
                .header("Server", nullValue())
                .header("ETag", "\"7\"")
                .header("Location", "/api/funding/v1/things/1");
    }

    @Test
    void a_refusal_of_a_service_passes_as_it_is() {
        basic("officer").post("/api/funding/v1/refused").then().statusCode(409).body("service", is("funding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/funding/../../q/metrics",
                "/api/funding/v1/../q/health",
                "/api/funding/v1/../../q/health",
                "/api/funding/%2e%2e/q/health",
                "/api/funding/v1/%2e%2e/%2e%2e/q/health",
                "/api/funding/v1/..%2f..%2fq/health",
                "/api/funding/v1/%252e%252e/q/health",
                "/api/funding/v1/..\\..\\q\\health",
                "/api/funding/v1/..;/q/health",
                "/api/funding/v1/..%5cq%5chealth",
                "/api/funding/q/health",
                "/api/funding/q/metrics",
                "/api/funding/",
                "/api/funding",
                "/api/funding/v1//q/health",
                "//api/funding/v1/x",
                "/api/funding/v1/.",
                "/api/funding/v1/x%00",
                "/api/funding/v1/x%0d%0aX:y",
                "/api/fundingv1/x",
                "/api/funding;a=b/v1/x",
                "/API/funding/v1/x"
            })
    void no_way_of_writing_a_path_leads_out_of_the_api(String path) throws Exception {
        var answer = raw("GET " + path + " HTTP/1.1", "");

        assertTrue(answer.matches("(?s)HTTP/1.1 (30[0-9]|40[0-9]).*"), answer);
        assertTrue(!answer.contains("\"service\":"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "OPTIONS", "FOO"})
    void other_methods_are_refused(String method) throws Exception {
        var answer = raw(method + " /api/funding/v1/allocations HTTP/1.1", "");

        assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
        assertTrue(!answer.contains("\"service\":"), answer);
    }

    @Test
    void a_body_may_be_one_mebibyte_and_no_more() throws Exception {
        basic("officer")
                .body(new byte[MEBIBYTE])
                .post("/api/funding/v1/x")
                .then()
                .statusCode(200)
                .body("length", is(MEBIBYTE));
        basic("officer")
                .body(new byte[MEBIBYTE + 1])
                .post("/api/funding/v1/x")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("code", is("too-large"));
    }

    @Test
    void a_body_in_chunks_may_not_be_larger_either() throws Exception {
        var chunked = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * MEBIBYTE]));
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/funding/v1/x"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("officer:demo".getBytes(StandardCharsets.UTF_8)))
                .POST(chunked)
                .build();

        var answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("\"too-large\""), answer.body());
    }

    @Test
    void a_service_that_hangs_up_is_named() {
        basic("officer")
                .get("/api/infrastructure/v1/drop")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .body("code", is("unavailable"))
                .body("params.service", is("infrastructure-service"))
                .body("detail", not(nullValue()));
    }

    private static RequestSpecification basic(String user) {
        return given().auth().preemptive().basic(user, "demo");
    }

    /** As no client would send it. */
    private static String raw(String requestLine, String headers) throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(5000);
            var credentials = Base64.getEncoder().encodeToString("officer:demo".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nAuthorization: Basic " + credentials + "\r\n"
                                    + headers + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
