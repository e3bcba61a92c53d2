package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

/** Every page says until when its reader stays signed in, and a warning can prolong it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SessionEndTest extends PageTest {

    @Test
    void a_page_says_until_when_the_session_lasts_and_brings_the_warning_along() {
        var page = page(200, "/allocations?lang=en");
        assertTrue(page.selectFirst(".ft-footer").text().contains("you stay signed in until"));
        var warning = page.getElementById("session-ends");
        assertFalse(warning.hasAttr("open"));
        assertEquals(29 * 60, Integer.parseInt(warning.attr("data-seconds")), 5);
        assertFalse(warning.hasAttr("data-last"));
        assertNotNull(warning.selectFirst("button[data-stay]"));
        for (var dialog : page.select("dialog")) {
            assertNotNull(page.getElementById(dialog.attr("aria-labelledby")));
            assertNotNull(page.getElementById(dialog.attr("aria-describedby")));
        }
    }

    @Test
    void who_is_not_signed_in_hears_nothing_of_it() {
        var page = read(200, given().get("/help"));
        assertNull(page.selectFirst("dialog"));
        assertNull(page.getElementById("session-until"));
    }

    @Test
    void the_button_is_told_how_long_the_session_lasts_now_and_who_has_none_is_not_sent_to_sign_in() {
        var left = given().cookies(cookies).header("HX-Request", "true").get("/session");
        assertEquals(200, left.statusCode());
        assertEquals(29 * 60, left.jsonPath().getInt("seconds"), 5);
        assertFalse(left.jsonPath().getBoolean("last"));
        var ended =
                given().redirects().follow(false).header("HX-Request", "true").get("/session");
        assertEquals(401, ended.statusCode());
        assertNull(ended.cookie("quarkus-redirect-location"));
    }
}
