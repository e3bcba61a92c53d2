package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody chooses for themselves: the mail digest. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SettingsPagesTest extends PageTest {
    private static final String OFF = "/settings/digest/off";

    private static String said(Document page) {
        return page.selectFirst("main").text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "lt"})
    void every_page_leads_there_and_it_is_off_at_first(String language) {
        assertEquals(
                1,
                page(200, "/programmes?lang=" + language)
                        .select(".ft-user a[href=/settings]")
                        .size());
        var page = page(200, "/settings?lang=" + language);
        assertEquals(1, page.select("h1").size());
        assertTrue(said(page).contains(language.equals("en") ? "Off: you get no mail" : "Išjungta: laiškų negaunate"));
        assertNotNull(page.selectFirst("form[action=/settings] [name=address][type=email][autocomplete=email]"));
        assertNull(page.selectFirst("form[action=" + OFF + "]"), "there is nothing to turn off");
        assertNotNull(page.selectFirst("main a[href=/data-protection]"));
    }

    @ParameterizedTest
    @CsvSource({"en, EN, The mail digest is on., In English", "lt, LT, Priminimai el. paštu įjungti., Lietuvių kalba"})
    void it_is_turned_on_in_the_language_of_the_page_and_off_again(
            String language, String mails, String done, String written) {
        var page = page(200, "/settings?lang=" + language);
        var answer = send(page, "/settings", Map.of("address", " rasa@example.org "));
        assertEquals(303, answer.statusCode(), answer.asString());
        assertEquals("/settings?null", at(answer.header("Location")));
        var sent = StandIn.SENT.get(0);
        assertEquals("PUT /api/funding/v1/digest", sent.method() + " " + sent.path());
        assertEquals("{\"address\":\"rasa@example.org\",\"language\":\"" + mails + "\"}", sent.body());
        var on = page(200, "/settings");
        assertEquals(
                done,
                on.selectFirst(".ft-done .govuk-notification-banner__heading").text());
        for (var part : List.of("rasa@example.org", written)) {
            assertTrue(said(on).contains(part), said(on));
        }
        assertEquals("rasa@example.org", on.getElementById("address").val());
        assertEquals(303, send(on, OFF, Map.of()).statusCode());
        assertEquals("DELETE", StandIn.SENT.get(1).method());
        assertFalse(page(200, "/settings").html().contains("rasa@example.org"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Enter the e-mail address that the digest goes to | Enter an e-mail address, like name@example.org",
                "lt | Įrašykite el. pašto adresą, kuriuo siųsti priminimus | Įrašykite el. pašto adresą, pavyzdžiui, vardas@example.org"
            })
    void an_address_that_is_none_is_refused_at_its_field_and_stays_there(
            String language, String missing, String malformed) {
        var page = page(200, "/settings?lang=" + language);
        var empty = read(400, send(page, "/settings", Map.of("address", " ")));
        assertTrue(empty.getElementById("address-error").text().endsWith(missing), empty.text());
        assertEquals(List.of(), StandIn.SENT);
        StandIn.OTHERWISE.put("PUT /api/funding/v1/digest", any -> """
                {"status": 400, "code": "mail-address-malformed", "detail": "No.", "field": "address", "params": {"field": "address"},
                 "errors": [{"field": "address", "code": "mail-address-malformed", "detail": "No.", "params": {"field": "address"}}]}""");
        var odd = read(400, send(page, "/settings", Map.of("address", "<b>nobody")));
        assertTrue(odd.getElementById("address-error").text().endsWith(malformed), odd.text());
        assertEquals("<b>nobody", odd.getElementById("address").val());
        assertEquals("#address", odd.selectFirst(".govuk-error-summary a").attr("href"));
    }

    @Test
    void while_the_service_is_away_what_was_typed_stays_and_is_sent_again() {
        var page = page(200, "/settings?lang=en");
        StandIn.fundingIsDown = true;
        var alone = read(503, send(page, "/settings", Map.of("address", "rasa@example.org")));
        assertEquals("rasa@example.org", alone.getElementById("address").val());
        StandIn.fundingIsDown = false;
        assertEquals(303, send(alone, "/settings", Map.of()).statusCode());
        assertTrue(StandIn.digest.contains("rasa@example.org"));
    }

    @Test
    void the_address_of_the_sign_in_is_the_one_it_goes_to_whatever_is_sent() {
        signIn("engineer");
        var page = page(200, "/settings?lang=en");
        assertNull(page.selectFirst("[name=address]"));
        assertTrue(said(page).contains("It goes to mindaugas@example.org, the address of your sign-in."));
        assertEquals(
                303,
                send(page, "/settings", Map.of("address", "other@example.org")).statusCode());
        assertTrue(StandIn.SENT.get(0).body().contains("\"address\":\"mindaugas@example.org\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings", OFF})
    void nothing_changes_without_the_token_of_a_form_or_a_session(String action) {
        page(200, "/settings");
        for (var signedIn : List.of(true, false)) {
            var answer = given().cookies(signedIn ? cookies : Map.of())
                    .redirects()
                    .follow(false)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("address", "rasa@example.org")
                    .post(action);
            assertTrue(
                    signedIn ? answer.statusCode() == 400 : List.of(302, 400).contains(answer.statusCode()),
                    String.valueOf(answer.statusCode()));
        }
        assertEquals(List.of(), StandIn.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLAIMED", "SENDING", "SENT", "NOTHING", "FAILED", "REFUSED"})
    void it_says_what_became_of_the_last_one(String state) {
        StandIn.digest =
                "{\"address\": \"rasa@example.org\", \"language\": \"LT\", \"day\": \"2026-11-23\", \"state\": \""
                        + state + "\"}";
        var said = said(page(200, "/settings?lang=en"));
        assertTrue(said.contains("(23 November 2026)"), said);
        assertFalse(said.contains(state), "in words");
    }
}
