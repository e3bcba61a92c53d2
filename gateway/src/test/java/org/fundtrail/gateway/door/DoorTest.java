package org.fundtrail.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DoorTest {
    private static final String SESSION = "fundtrail-session";
    private static final String PROBLEM = "application/problem+json";

    @ConfigProperty(name = "FUNDTRAIL_READY_FILE")
    String readyFile;

    // ── Programs ──

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me",
                "/api/v1/financing-position",
                "/api/funding/v1/allocations",
                "/api/infrastructure/v1/projects",
                "/api/unknown",
                "/api",
                "/q/metrics",
                "/q/info",
                "/q/dev-ui"
            })
    void nobody_gets_a_problem_and_is_asked_for_basic(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", startsWith("Basic "))
                .body("code", is("not-signed-in"));
    }

    @Test
    void a_program_signs_in_with_basic() {
        basic("officer")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("subject", is("officer"))
                .body("name", is("Rasa Kazlauskaitė"))
                .body("roles", contains("funding-officer"))
                .body("institution", is("LT-VRM"))
                .body("demonstration", is(true))
                .header("Set-Cookie", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic !!!",
                "Basic b2ZmaWNlcg==",
                "Basic b2ZmaWNlcjp3cm9uZw==",
                "Bearer abc",
                "Digest x"
            })
    void a_wrong_credential_is_refused(String authorization) {
        given().header("Authorization", authorization)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("code", is("wrong-sign-in"));
    }

    @Test
    void the_session_of_a_page_opens_no_part_of_the_api() {
        var session = signIn("officer");

        given().cookie(SESSION, session).get("/api/v1/me").then().statusCode(401);
        given().cookie(SESSION, session)
                .get("/api/funding/v1/allocations")
                .then()
                .statusCode(401);
        given().cookie(SESSION, signIn("admin")).get("/q/metrics").then().statusCode(401);
    }

    @Test
    void basic_opens_no_page() {
        basic("officer")
                .redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/sign-in"));
    }

    @Test
    void metrics_are_for_administrators() {
        basic("officer")
                .get("/q/metrics")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("code", is("not-allowed"));
        basic("admin").get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
    }

    // ── People ──

    @Test
    void a_page_leads_to_the_sign_in_and_back() {
        var asked = given().redirects().follow(false).get("/nowhere?x=1");
        asked.then().statusCode(302).header("Location", endsWith("/sign-in"));

        given().redirects()
                .follow(false)
                .cookies(asked.cookies())
                .formParams(Map.of("j_username", "officer", "j_password", "demo"))
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/nowhere?x=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "http://evil.example:8080/x",
                "javascript:alert(1)",
                "http://localhost@evil.example/"
            })
    void the_sign_in_leads_to_no_other_site(String elsewhere) {
        given().redirects()
                .follow(false)
                .cookie("quarkus-redirect-location", elsewhere)
                .formParams(Map.of("j_username", "officer", "j_password", "demo"))
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .header("Location", "/");
    }

    @Test
    void a_session_is_kept_in_a_cookie_that_scripts_and_other_sites_do_not_get() {
        var cookie = post("officer", "demo").getDetailedCookie(SESSION);

        assertTrue(cookie.isHttpOnly());
        assertEquals("Strict", cookie.getSameSite());
        assertFalse(cookie.isSecured(), "on this machine there is no TLS");
    }

    @Test
    void off_this_machine_cookies_travel_only_encrypted() {
        var cookie = given().redirects()
                .follow(false)
                .header("Host", "fundtrail.example.org")
                .formParams(Map.of("j_username", "officer", "j_password", "demo"))
                .post("/j_security_check")
                .getDetailedCookie(SESSION);

        assertTrue(cookie.isSecured());
    }

    @Test
    void a_wrong_password_leads_back_to_the_sign_in() {
        post("typist", "wrong")
                .then()
                .statusCode(302)
                .header("Location", containsString("/sign-in?refused"))
                .header("Set-Cookie", not(containsString(SESSION)));
        given().get("/sign-in?refused").then().statusCode(200);
    }

    @Test
    void a_forged_or_stale_session_is_nobody() {
        given().redirects().follow(false).cookie(SESSION, "abc").get("/").then().statusCode(302);
        given().redirects()
                .follow(false)
                .cookie(SESSION, "abc")
                .get("/sign-in")
                .then()
                .statusCode(200);
    }

    @Test
    void a_session_ends_for_good_with_its_sign_out() {
        var session = signIn("approver");
        var other = signIn("approver");
        var token = given().get("/sign-in").cookie("fundtrail-csrf");

        given().redirects()
                .follow(false)
                .cookie(SESSION, session)
                .get("/sign-in")
                .then()
                .statusCode(303);
        signOut(session, token).then().statusCode(303).header("Location", endsWith("/sign-in?out"));

        given().redirects()
                .follow(false)
                .cookie(SESSION, session)
                .get("/sign-in")
                .then()
                .statusCode(200);
        given().redirects()
                .follow(false)
                .cookie(SESSION, other)
                .get("/sign-in")
                .then()
                .statusCode(303);
    }

    @Test
    void a_sign_out_without_the_token_of_the_form_changes_nothing() {
        var session = signIn("approver");
        var token = given().get("/sign-in").cookie("fundtrail-csrf");

        signOut(session, "another").then().statusCode(400).contentType("text/html");
        given().redirects()
                .follow(false)
                .cookie(SESSION, session)
                .cookie("fundtrail-csrf", token)
                .formParam("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .post("/sign-out")
                .then()
                .statusCode(400)
                .contentType("text/html");
        given().redirects()
                .follow(false)
                .cookie(SESSION, session)
                .get("/sign-in")
                .then()
                .statusCode(303);
    }

    private static Response signOut(String session, String token) {
        return given().redirects()
                .follow(false)
                .cookie(SESSION, session)
                .cookie("fundtrail-csrf", token)
                .formParam("csrf-token", FormToken.mask(token))
                .post("/sign-out");
    }

    @Test
    void an_unknown_page_is_a_page() {
        given().cookie(SESSION, signIn("officer"))
                .get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(not(containsString("Exception")));
    }

    // ── Other sites ──

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void what_another_site_sends_is_refused(String site) {
        given().header("Sec-Fetch-Site", site)
                .formParams(Map.of("j_username", "officer", "j_password", "demo"))
                .post("/j_security_check")
                .then()
                .statusCode(403)
                .header("Set-Cookie", nullValue());
        basic("officer")
                .header("Sec-Fetch-Site", site)
                .post("/api/funding/v1/allocations")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("code", is("cross-site"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://localhost.evil.example", "garbage", "http://localhost:1"
            })
    void an_origin_that_is_not_ours_is_refused(String origin) {
        basic("officer")
                .header("Origin", origin)
                .post("/api/funding/v1/allocations")
                .then()
                .statusCode(403);
    }

    @Test
    void nobody_but_a_trusted_proxy_says_how_the_browser_came() {
        given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .redirects()
                .follow(false)
                .get("/allocations")
                .then()
                .header("Strict-Transport-Security", nullValue())
                .header("Location", not(containsString("evil")))
                .header("Set-Cookie", not(containsString("evil")));
    }

    @Test
    void our_own_pages_may_send() {
        basic("officer")
                .header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .post("/api/funding/v1/things")
                .then()
                .statusCode(200);
        basic("officer")
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/funding/v1/things")
                .then()
                .statusCode(200);
    }

    // ── Guessing ──

    @Test
    void guessing_has_to_wait_even_with_the_right_password() {
        for (int i = 0; i < 4; i++) {
            given().auth()
                    .preemptive()
                    .basic("guessed", "guess" + i)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(401);
        }

        basic("guessed")
                .get("/api/v1/me")
                .then()
                .statusCode(429)
                .contentType(PROBLEM)
                .header("Retry-After", not(nullValue()))
                .body("code", is("too-many-attempts"));
        post("guessed", "demo").then().statusCode(429).contentType("text/html").header("Retry-After", not(nullValue()));
        basic("officer").get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void the_security_log_has_who_and_whence_and_never_a_password() throws Exception {
        var noted = Noted.inSecurityLog(() -> {
            post("officer", "demo");
            given().auth().preemptive().basic("no\nbody user=x", "secret-word").get("/api/v1/me");
            basic("officer").get("/q/metrics");
            return null;
        });

        assertTrue(
                noted.contains("\"event\":\"sign-in-accepted\",\"user\":\"officer\",\"address\":\"127.0.0.1\""), noted);
        assertTrue(
                noted.contains("\"event\":\"sign-in-refused\",\"why\":\"wrong\",\"user\":\"no?body user=x\""), noted);
        assertTrue(noted.contains("\"event\":\"access-refused\",\"why\":\"role\",\"user\":\"officer\""), noted);
        assertFalse(noted.contains("secret-word") || noted.contains("\"demo\""), noted);
    }

    // ── What everybody may see, and what every answer says ──

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/docs", "/docs/swagger-ui.css", "/q/health/live", "/sign-in"})
    void some_things_need_no_sign_in(String path) {
        given().get(path).then().statusCode(200);
        given().header("Authorization", "Basic d3Jvbmc6d3Jvbmc=")
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void health_is_up_once_the_case_is_loaded() throws Exception {
        var file = Path.of(readyFile);
        Files.deleteIfExists(file);
        given().get("/q/health/ready").then().statusCode(503).body("status", is("DOWN"));

        Files.createFile(file);
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/nowhere",
                "/api/v1/me",
                "/api/funding/v1/allocations",
                "/openapi",
                "/docs",
                "/q/health/live"
            })
    void every_answer_guards_itself(String path) {
        basic("officer")
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                startsWith("default-src 'none'"),
                                containsString("script-src 'self'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Permissions-Policy", containsString("geolocation=()"))
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Server", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/api/v1/me", "/api/funding/v1/allocations"})
    void what_people_and_programs_read_is_kept_nowhere(String path) {
        basic("officer").redirects().follow(false).get(path).then().header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void what_the_api_does_not_take_is_a_problem() {
        basic("officer")
                .get("/api/unknown")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", is("not-found"));
        basic("officer").get("/api/v1/unknown").then().statusCode(404).contentType(PROBLEM);
        basic("officer")
                .delete("/api/v1/me")
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .body("code", is("method-not-allowed"));
        basic("officer")
                .accept("application/pdf")
                .get("/api/v1/me")
                .then()
                .statusCode(406)
                .contentType(PROBLEM);
    }

    private static RequestSpecification basic(String user) {
        return given().auth().preemptive().basic(user, "demo");
    }

    private static Response post(String user, String password) {
        return given().redirects()
                .follow(false)
                .formParams(Map.of("j_username", user, "j_password", password))
                .post("/j_security_check");
    }

    private static String signIn(String user) {
        var answer = post(user, "demo");
        assertEquals(302, answer.statusCode());
        return answer.cookie(SESSION);
    }
}
