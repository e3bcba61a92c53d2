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
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
@TestProfile(OpenIdConnectTest.WithProvider.class)
class OpenIdConnectTest {

    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "OIDC_URL", "${keycloak.url}/realms/quarkus",
                    "OIDC_CLIENT_ID", "quarkus-web-app",
                    "OIDC_CLIENT_SECRET", "secret");
        }
    }

    @ConfigProperty(name = "keycloak.url")
    String provider;

    @Test
    void a_program_brings_a_token_of_the_provider() {
        given().auth()
                .oauth2(token("rasa", "approver"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("subject", is("rasa"))
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
                claims.contains("\"iss\":\"fundtrail-gateway\"") && claims.contains("\"client\":\"reports\""), claims);
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

    private static String token(String user, String role) {
        var token = Jwt.preferredUserName(user)
                .claim("name", "Rasa")
                .claim("azp", "reports")
                .claim("institution", "LT-VRM")
                .groups(Set.of(role, "offline_access"))
                .issuer("https://server.example.com")
                .audience("https://service.example.com")
                .jws()
                .keyId("1")
                .sign("privateKey.jwk");
        assertEquals(3, token.split("\\.").length);
        return token;
    }
}
