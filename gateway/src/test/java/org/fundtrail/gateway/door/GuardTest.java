package org.fundtrail.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door notes, slows down and does not fall for. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GuardTest {
    private static final String SESSION = "fundtrail-session";

    @ConfigProperty(name = "test.sessions-file")
    String sessionsFile;

    private static RequestSpecification basic(String user) {
        return given().auth().preemptive().basic(user, "demo");
    }

    private static Response post(String user, String password) {
        return given().redirects()
                .follow(false)
                .formParams(Map.of("j_username", user, "j_password", password))
                .post("/j_security_check");
    }

    @Test
    void what_a_service_refuses_is_noted_and_the_word_for_it_does_not_leave_the_house() throws Exception {
        var foreign = Noted.inSecurityLog(() -> basic("busy")
                .get("/api/funding/v1/things/foreign")
                .then()
                .statusCode(404)
                .header("X-Fundtrail-Refused", nullValue()));
        assertTrue(foreign.contains("\"event\":\"access-refused\",\"why\":\"foreign\",\"user\":\"busy\""), foreign);
        var narrowed = Noted.inSecurityLog(() -> basic("busy")
                .get("/api/funding/v1/things?of=foreign")
                .then()
                .statusCode(200)
                .header("X-Fundtrail-Refused", nullValue()));
        assertTrue(narrowed.contains("\"event\":\"access-refused\",\"why\":\"foreign\",\"user\":\"busy\""), narrowed);
        var denied = Noted.inSecurityLog(() -> basic("busy").get("/api/funding/v1/things/denied"));
        assertTrue(denied.contains("\"event\":\"access-refused\",\"why\":\"service\",\"user\":\"busy\""), denied);
    }

    @Test
    void a_file_that_leaves_is_noted_with_who_and_which_but_not_with_what_was_searched() throws Exception {
        var noted = Noted.inSecurityLog(() -> basic("busy").get("/api/funding/v1/file?q=Kazlauskaite&format=csv"));
        assertTrue(noted.contains("\"event\":\"export\",\"user\":\"busy\""), noted);
        assertTrue(noted.contains("\"path\":\"/api/funding/v1/file\",\"query\":\"q,format\""), noted);
        assertTrue(!noted.contains("Kazlauskaite"), noted);
    }

    @Test
    void a_cookie_that_opens_nothing_and_a_form_without_its_token_are_noted() throws Exception {
        var cookie = post("leaver", "demo").cookie(SESSION);
        var tampered = Noted.inSecurityLog(() -> given().redirects()
                .follow(false)
                .cookie(SESSION, cookie.substring(0, cookie.length() - 6) + "AAAAAA")
                .get("/"));
        assertTrue(tampered.contains("\"event\":\"session-refused\",\"why\":\"cookie\""), tampered);
        var forged = Noted.inSecurityLog(() -> given().cookie(SESSION, cookie)
                .formParam("x", "y")
                .post("/sign-out")
                .then()
                .statusCode(400));
        assertTrue(forged.contains("\"event\":\"request-refused\",\"why\":\"form-token\""), forged);
    }

    @Test
    void what_is_refused_again_and_again_is_one_line_a_while() throws Exception {
        var noted = Noted.inSecurityLog(() -> {
            for (int n = 0; n < 50; n++) {
                basic("approver").get("/api/funding/v1/things/denied");
            }
            return null;
        });
        assertEquals(1, noted.split("access-refused", -1).length - 1, noted);
    }

    @Test
    void who_asks_for_too_much_that_costs_a_lot_hears_when_to_ask_again_and_others_do_not_notice() {
        int heard = 0;
        for (int n = 0; n < 80 && heard < 429; n++) {
            var answer = basic("busy").get("/api/funding/v1/things?q=x");
            if (answer.statusCode() == 429) {
                heard = 429;
                answer.then()
                        .contentType("application/problem+json")
                        .body("code", is("too-many-requests"))
                        .header("Retry-After", not(nullValue()));
            }
        }
        assertEquals(429, heard);
        basic("busy").get("/api/funding/v1/things").then().statusCode(200);
        basic("approver").get("/api/funding/v1/things?q=x").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%61sOf=2021-01-01", "recorded=3", "recorded.funding=3", "name=x", "actor=x", "format=csv"})
    void past_positions_searches_and_files_count_however_they_are_asked_for(String query) {
        assertEquals(
                429,
                untilTooMany(() -> basic("asker").urlEncodingEnabled(false).get("/api/funding/v1/things?" + query)));
    }

    @Test
    void who_writes_too_much_hears_when_to_write_again_and_may_read_meanwhile() {
        assertEquals(
                429,
                untilTooMany(() -> basic("writer")
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/funding/v1/things")));
        basic("writer").get("/api/funding/v1/things").then().statusCode(200);
        basic("officer")
                .contentType("application/json")
                .body("{}")
                .post("/api/funding/v1/things")
                .then()
                .statusCode(200);
    }

    private static int untilTooMany(Supplier<Response> asking) {
        for (int n = 0; n < 600; n++) {
            var answer = asking.get();
            if (answer.statusCode() == 429) {
                assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
                return 429;
            }
        }
        return 200;
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example.org", "evil.example.org:8080", "127.0.0.1.evil.example.org", "192.0.2.1"})
    void a_name_that_is_not_ours_is_not_answered(String host) {
        given().header("Host", host).get("/sign-in").then().statusCode(421);
        basic("officer")
                .header("Host", host)
                .get("/api/v1/me")
                .then()
                .statusCode(421)
                .contentType("application/problem+json")
                .body("code", is("unknown-host"));
        given().header("Host", "localhost:1").get("/sign-in").then().statusCode(200);
        given().header("Host", "fundtrail.example.org").get("/sign-in").then().statusCode(200);
    }

    @Test
    void the_sign_in_leads_on_at_this_site_whatever_host_and_cookie_say() {
        given().redirects()
                .follow(false)
                .header("Host", "fundtrail.example.org")
                .cookie("quarkus-redirect-location", "http://fundtrail.example.org/allocations?x=1")
                .formParams(Map.of("j_username", "officer", "j_password", "demo"))
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .header("Location", "/allocations?x=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api;x/v1/me",
                "/api%3Bx/v1/me",
                "/api/v1;x/me",
                "/api/v1/me;x=1",
                "/;/api/v1/me",
                "/a;/../api/v1/me"
            })
    void no_way_of_writing_an_address_opens_the_api_with_the_cookie_of_the_pages(String path) {
        var cookie = post("officer", "demo").cookie(SESSION);
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .cookie(SESSION, cookie)
                .get(path)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me?q=%zz",
                "/api/v1/financing-position?asOf=%",
                "/api/v1/nothing?%f",
                "/api/v1/%zz",
                "/api/v1/me?q={x}",
                "/api/funding/v1/things?q=%zz",
                "/api/funding/v1/things?a=1&q=%2",
                "/api/infrastructure/v1/things?q=%zz",
                "/api/infrastructure/v1/%2",
                "/q/metrics?%zz"
            })
    void an_address_that_cannot_be_read_is_a_problem_on_the_api(String address) throws IOException {
        var asked = asked(address);
        assertEquals(400, asked.getResponseCode());
        assertEquals("application/problem+json", asked.getContentType());
        assertEquals("nosniff", asked.getHeaderField("X-Content-Type-Options"));
        var said = new String(asked.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.contains("\"code\":\"bad-request\""), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=%zz", "/sign-in?q=%", "/allocations?status=%f", "/allocations/%zz", "/%zz?q=%zz"})
    void an_address_that_cannot_be_read_is_a_page_on_the_pages(String address) throws IOException {
        for (var cookie : List.of("none", post("officer", "demo").cookie(SESSION))) {
            var asked = asked(address);
            asked.setRequestProperty("Cookie", SESSION + "=" + cookie);
            assertEquals(400, asked.getResponseCode());
            assertEquals("text/html;charset=UTF-8", asked.getContentType());
            assertEquals("DENY", asked.getHeaderField("X-Frame-Options"));
            var page = new String(asked.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(page.contains("The request could not be read"), page);
            assertTrue(page.contains("ft-header"), page);
        }
    }

    /** The other client of these tests sends nothing of the kind. */
    private static HttpURLConnection asked(String address) throws IOException {
        return (HttpURLConnection) new URL("http://localhost:" + RestAssured.port + address).openConnection();
    }

    @Test
    void a_long_address_is_refused_without_a_trace() {
        for (int parts : List.of(30, 1500)) {
            basic("officer")
                    .get("/api/funding/v1" + "/a".repeat(parts))
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("bad-request"));
        }
    }

    @Test
    void a_signed_out_session_opens_nothing_and_is_kept_for_a_restart() throws Exception {
        var cookie = post("leaver", "demo").cookie(SESSION);
        var page = given().cookie(SESSION, cookie).get("/");
        var token = page.htmlPath().getString("**.find { it.@name == 'csrf-token' }.@value");
        given().redirects()
                .follow(false)
                .cookie(SESSION, cookie)
                .cookie("fundtrail-csrf", page.cookie("fundtrail-csrf"))
                .formParam("csrf-token", token)
                .post("/sign-out")
                .then()
                .statusCode(303);
        given().redirects()
                .follow(false)
                .cookie(SESSION, cookie)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", containsString("/sign-in"));
        assertTrue(Files.readString(Path.of(sessionsFile)).contains(" session "));
    }

    @Test
    void an_administrator_ends_all_sessions_of_a_person_and_nobody_else_does() throws Exception {
        var cookie = post("leaver", "demo").cookie(SESSION);
        given().cookie(SESSION, cookie)
                .redirects()
                .follow(false)
                .get("/allocations")
                .then()
                .statusCode(not(302));
        basic("officer")
                .contentType("application/json")
                .body("{\"subject\": \"leaver\"}")
                .post("/api/v1/sessions/end")
                .then()
                .statusCode(403);
        basic("admin")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/sessions/end")
                .then()
                .statusCode(400)
                .body("field", is("subject"));
        var noted = Noted.inSecurityLog(() -> basic("admin")
                .contentType("application/json")
                .body("{\"subject\": \"leaver\"}")
                .post("/api/v1/sessions/end")
                .then()
                .statusCode(204));
        assertTrue(noted.contains("\"event\":\"sessions-ended\""), noted);
        given().cookie(SESSION, cookie)
                .redirects()
                .follow(false)
                .get("/allocations")
                .then()
                .statusCode(302);
    }

    /** All at the same time, for each takes seconds. */
    @Test
    void neither_a_body_that_does_not_arrive_nor_a_head_that_comes_byte_by_byte_is_waited_for_the_first_time_or_later()
            throws Exception {
        var clients = Executors.newFixedThreadPool(3);
        try {
            for (var client : clients.invokeAll(List.<Callable<Void>>of(
                    this::bodyThatDoesNotArrive, this::headByteByByte, this::laterHeadByteByByte))) {
                client.get();
            }
        } finally {
            clients.shutdown();
        }
    }

    private Void bodyThatDoesNotArrive() throws IOException {
        var credentials = java.util.Base64.getEncoder().encodeToString("officer:demo".getBytes(StandardCharsets.UTF_8));
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            write(
                    socket,
                    "POST /api/funding/v1/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + credentials
                            + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            assertEquals(-1, socket.getInputStream().read(), "closed");
        }
        return null;
    }

    private Void headByteByByte() throws Exception {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            assertTrue(isCutOff(socket, "GET /sign-in?" + "a".repeat(60)));
        }
        return null;
    }

    private Void laterHeadByteByByte() throws Exception {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            write(socket, "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(socket.getInputStream().read(new byte[20_000]) > 0);
            Thread.sleep(2_500); // resting between two requests is no fault
            assertTrue(isCutOff(socket, "GET /sign-in?" + "a".repeat(60)));
        }
        return null;
    }

    /** Whether the gateway hangs up before the last byte, one each tenth of a second, and not at once. */
    private static boolean isCutOff(Socket socket, String bytes) throws Exception {
        socket.setSoTimeout(100);
        for (int i = 0; i < bytes.length(); i++) {
            try {
                write(socket, bytes.substring(i, i + 1));
                if (socket.getInputStream().read() < 0) {
                    return i > 2;
                }
            } catch (SocketTimeoutException e) {
                // still there
            } catch (IOException e) {
                return i > 2;
            }
        }
        return false;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_cookie_that_says_nothing_opens_nothing() {
        for (var none : List.of("", "x")) {
            given().redirects()
                    .follow(false)
                    .cookie(SESSION, none)
                    .get("/")
                    .then()
                    .statusCode(302);
        }
    }
}
