package org.fundtrail.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(WithProvider.class)
class OpenIdConnectTest {

    @ConfigProperty(name = "keycloak.url")
    String provider;

    @Test
    void a_program_brings_a_token_of_the_provider() {
        given().auth()
                .oauth2(token("rasa", "approver"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("issuer", is("https://server.example.com"))
                .body("subject", is("8f3c"))
                .body("name", is("Rasa"))
                .body("roles", contains("approver"))
                .body("institution", is("LT-VRM"))
                .body("demonstration", is(false));
    }

    @Test
    void the_service_hears_of_the_client_and_never_sees_the_token() {
        String authorization = given().auth()
                .oauth2(token("rasa", "approver"))
                .get("/api/funding/v1/allocations")
                .then()
                .statusCode(200)
                .extract()
                .path("headers.authorization");

        var claims =
                new String(java.util.Base64.getUrlDecoder().decode(authorization.split("\\.")[1]));
        assertTrue(
                claims.contains("\"iss\":\"fundtrail-gateway\"")
                        && claims.contains("\"idp\":\"https://server.example.com\"")
                        && claims.contains("\"sub\":\"8f3c\"")
                        && claims.contains("\"client\":\"oidc:reports\""),
                claims);
    }

    @Test
    void a_bad_token_is_refused() {
        given().auth()
                .oauth2("abc.def.ghi")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"));
        given().get("/api/v1/me").then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void the_users_of_the_demonstration_do_not_exist() {
        given().auth()
                .preemptive()
                .basic("officer", "demo")
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        given().redirects()
                .follow(false)
                .formParams(Map.of("j_username", "officer", "j_password", "demo"))
                .post("/j_security_check")
                .then()
                .header("Set-Cookie", not(containsString("fundtrail-session")));
    }

    @Test
    void a_page_leads_to_the_provider() {
        var answer = given().redirects().follow(false).get("/allocations");

        answer.then()
                .statusCode(302)
                .header(
                        "Location",
                        allOf(
                                containsString("/realms/quarkus"),
                                containsString("code_challenge="),
                                containsString("signed-in")));
        // or the browser would not let the sign-out lead there
        answer.then()
                .header(
                        "Content-Security-Policy",
                        endsWith("form-action 'self' " + provider.replaceFirst("(https?://[^/]+).*", "$1")));
        answer.getDetailedCookies().asList().forEach(cookie -> assertTrue(cookie.isHttpOnly()));
        given().redirects().follow(false).get("/sign-in").then().statusCode(303);
    }

    @Test
    void a_token_opens_no_page() {
        given().redirects()
                .follow(false)
                .auth()
                .oauth2(token("rasa", "approver"))
                .get("/allocations")
                .then()
                .statusCode(302);
    }

    @Test
    void the_document_says_bearer() {
        given().get("/openapi")
                .then()
                .body("security[0]", hasKey("bearer"))
                .body("components.securitySchemes.basic", nullValue());
    }

    /** One thing wrong with a token is enough. */
    @Test
    void a_token_for_somebody_else_of_somebody_else_or_of_yesterday_opens_nothing() {
        var good = token("rasa", "approver");
        given().auth().oauth2(good).get("/api/v1/me").then().statusCode(200);
        for (var wrong : List.of(
                signed(claims("rasa", "approver").audience("https://service.example.com")),
                signed(claims("rasa", "approver").audience("account")),
                signed(claims("rasa", "approver").issuer("https://evil.example.org")),
                signed(claims("rasa", "approver").expiresAt(Instant.now().minusSeconds(600))),
                signed(Jwt.preferredUserName("rasa")
                        .groups("approver")
                        .issuer("https://server.example.com")
                        .audience(WithProvider.AUDIENCE)))) {
            given().auth()
                    .oauth2(wrong)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
            given().auth()
                    .oauth2(wrong)
                    .get("/api/funding/v1/allocations")
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void somebody_who_calls_themselves_otherwise_is_the_same_person() {
        var renamed = signed(claims("somebody.else", "approver").claim("name", "Another Name"));
        given().auth()
                .oauth2(renamed)
                .get("/api/v1/me")
                .then()
                .body("subject", is("8f3c"))
                .body("name", is("Another Name"));
    }

    @Test
    void a_program_that_calls_itself_as_our_own_doors_is_told_apart() {
        for (var client : List.of("web", "api", "a@b c")) {
            String authorization = given().auth()
                    .oauth2(signed(claims("rasa", "approver").claim("azp", client)))
                    .get("/api/funding/v1/allocations")
                    .then()
                    .extract()
                    .path("headers.authorization");
            var said = new String(
                    java.util.Base64.getUrlDecoder().decode(authorization.split("\\.")[1]));
            assertTrue(said.contains("\"client\":\"oidc:" + client.replaceAll("[@ ]", "?") + "\""), said);
        }
    }

    private static JwtClaimsBuilder claims(String user, String role) {
        return Jwt.preferredUserName(user)
                .subject("8f3c")
                .claim("name", "Rasa")
                .claim("azp", "reports")
                .claim("institution", "LT-VRM")
                .groups(Set.of(role, "offline_access"))
                .issuer("https://server.example.com")
                .audience(WithProvider.AUDIENCE);
    }

    private static String token(String user, String role) {
        return signed(claims(user, role));
    }

    private static String signed(JwtClaimsBuilder claims) {
        var token = claims.jws().keyId("1").sign("privateKey.jwk");
        assertEquals(3, token.split("\\.").length);
        return token;
    }
}
