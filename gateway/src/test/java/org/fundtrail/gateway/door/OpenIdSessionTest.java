package org.fundtrail.gateway.door;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Somebody who signed in at the provider, from there and back, renewed, and signed out. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(WithProvider.class)
class OpenIdSessionTest {
    private static final String TOKENS = "/auth/realms/quarkus/token";
    private static final Duration LONG = Duration.ofMinutes(5);

    @OidcWireMock
    WireMockServer provider;

    private final String session = UUID.randomUUID().toString();
    private final Instant since = Instant.now();
    private final Map<String, String> cookies = new HashMap<>();

    @Test
    void back_from_the_provider_it_goes_on_at_this_site_whatever_host_says() {
        var back = signIn("fundtrail.example.org", LONG);
        assertEquals("/?asOf=2021-09-01", back.header("Location"));
        assertEquals(200, page().statusCode());
    }

    @Test
    void a_session_that_was_signed_out_opens_nothing_for_who_kept_its_cookie() throws Exception {
        signIn("localhost", LONG);
        var kept = Map.copyOf(cookies);
        assertEquals(200, page().statusCode());

        var noted = Noted.inSecurityLog(() -> {
            signOut().then().statusCode(303);
            return null;
        });

        assertTrue(noted.contains("\"event\":\"sign-out\",\"user\":\"8f3c\""), noted);
        cookies.clear();
        cookies.putAll(kept);
        assertEquals(401, page().statusCode());
    }

    @Test
    void a_token_that_has_run_out_is_renewed_and_stays_of_the_session_that_a_sign_out_ends() throws Exception {
        signIn("localhost", Duration.ofSeconds(2));
        var first = Map.copyOf(cookies);
        answers("refresh_token=" + session, LONG, "renewed-" + session);
        Thread.sleep(3000);

        assertEquals(200, page().statusCode());
        provider.verify(
                1, postRequestedFor(urlEqualTo(TOKENS)).withRequestBody(containing("refresh_token=" + session)));
        var renewed = Map.copyOf(cookies);
        assertEquals(200, page().statusCode());
        signOut().then().statusCode(303);

        for (var kept : Set.of(first, renewed)) {
            cookies.clear();
            cookies.putAll(kept);
            assertEquals(401, page().statusCode());
        }
    }

    @Test
    void a_page_says_until_when_a_session_lasts_whose_token_can_be_renewed() {
        signIn("localhost", LONG);
        var warning = Jsoup.parse(page().asString()).getElementById("session-ends");
        assertEquals(
                LONG.plus(OpenIdConnect.RENEWABLE).toSeconds(), Integer.parseInt(warning.attr("data-seconds")), 20);
        for (var path : new String[] {"/help", "/data-protection", "/about"}) {
            assertEquals(200, given().get(path).statusCode(), path + " is open to everybody");
        }
    }

    @Test
    void the_address_that_the_provider_says_is_the_one_to_which_mails_go() {
        signIn("localhost", LONG);
        var settings = Jsoup.parse(
                send("GET", "/settings?lang=en", "localhost", Map.of()).asString());
        assertTrue(
                settings.text().contains("It goes to rasa@example.org, the address of your sign-in."), settings.text());
        assertEquals(0, settings.select("[name=address]").size());
    }

    /** From a page to the provider, which sends back with a code, to the first answer after it. */
    private Response signIn(String host, Duration valid) {
        var asked = send("GET", "/?asOf=2021-09-01", host, Map.of());
        assertEquals(302, asked.statusCode());
        assertTrue(asked.header("Location").matches(".*[?&]scope=[^&]*\\bemail\\b.*"), "mails are sent here");
        var state = asked.header("Location").replaceFirst(".*[?&]state=([^&]+).*", "$1");
        answers("code=" + session, valid, session);
        var back = send("GET", OpenIdConnect.CALLBACK + "?state=" + state + "&code=" + session, host, Map.of());
        assertEquals(302, back.statusCode());
        return back;
    }

    private Response page() {
        return send("GET", "/", "localhost", Map.of());
    }

    private Response signOut() {
        var token = Jsoup.parse(page().asString())
                .select("form[action=/sign-out] [name=csrf-token]")
                .val();
        return send("POST", "/sign-out", "localhost", Map.of("csrf-token", token));
    }

    private Response send(String method, String path, String host, Map<String, String> form) {
        var request = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Host", host)
                .cookies(cookies);
        if (!form.isEmpty()) {
            request = request.urlEncodingEnabled(true).formParams(form);
        }
        var answer = request.request(method, path);
        answer.cookies().forEach((name, value) -> {
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        });
        return answer;
    }

    /** The provider gives these tokens for what contains that text. */
    private void answers(String asked, Duration valid, String refresh) {
        provider.stubFor(
                post(TOKENS).atPriority(1).withRequestBody(containing(asked)).willReturn(okJson("""
                        {"id_token": "%1$s", "access_token": "%1$s", "refresh_token": "%2$s", "token_type": "Bearer", "expires_in": %3$d}""".formatted(
                                token(valid), refresh, valid.toSeconds()))));
    }

    private String token(Duration valid) {
        return Jwt.preferredUserName("rasa")
                .subject("8f3c")
                .claim("name", "Rasa")
                .claim("email", "rasa@example.org")
                .claim("sid", session)
                .claim("auth_time", since.getEpochSecond())
                .claim("institution", "LT-VRM")
                .groups(Set.of("approver"))
                .issuer("https://server.example.com")
                .audience(WithProvider.CLIENT)
                .expiresIn(valid)
                .jws()
                .keyId("1")
                .sign("privateKey.jwk");
    }
}
