package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What is sent after a session has ended is given back to whoever sent it, once they have signed in again. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ParkedFormTest extends PageTest {
    private static final String CHECK = "/projects/new/check";

    private static Map<String, String> fields(Document page) {
        var fields = new HashMap<String, String>();
        page.select("form#answers input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.put("reference", "LT-NEW");
        fields.put("title.en", "Fence <b> & more");
        return fields;
    }

    /** Sent with a session that opens nothing any more. */
    private Response sentTooLate(Map<String, String> fields) {
        var gone = new HashMap<>(cookies);
        gone.put("fundtrail-session", "ended");
        return given().cookies(gone)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(CHECK);
    }

    private String parked() {
        signIn("engineer");
        var answer = sentTooLate(fields(page(200, "/projects/new?lang=en")));
        assertEquals(302, answer.statusCode());
        assertTrue(answer.header("Location").endsWith("/parked"), answer.header("Location"));
        return answer.cookie("fundtrail-parked");
    }

    @Test
    void it_is_there_after_signing_in_again_and_goes_on_where_it_was_going() {
        var kept = parked();
        var signIn = read(200, given().cookie("fundtrail-parked", kept).get("/sign-in?lang=en"));
        assertTrue(signIn.text().contains("What you sent is kept for an hour"), signIn.text());
        signIn("engineer");
        cookies.put("fundtrail-parked", kept);
        assertNotNull(page(200, "/").getElementById("parked"), "whatever page was opened first");
        var page = page(200, "/parked?lang=en");
        assertEquals("LT-NEW", page.selectFirst("form#again [name=reference]").val());
        assertEquals(
                "Fence <b> & more",
                page.selectFirst("form#again [name='title.en']").val());
        assertEquals(CHECK, page.selectFirst("form#again").attr("action"));
        var goneOn = read(400, send(page, CHECK, Map.of()));
        assertEquals("LT-NEW", goneOn.getElementById("reference").val());
        assertNotNull(goneOn.getElementById("beneficiary-error"));
        assertTrue(get("/parked").header("Location").endsWith("/"), "it was sent again");
        assertNull(page(200, "/").getElementById("parked"));
    }

    @Test
    void nobody_else_gets_it_with_the_same_browser() {
        var kept = parked();
        signIn("approver");
        cookies.put("fundtrail-parked", kept);
        assertTrue(get("/parked").header("Location").endsWith("/"));
        cookies.put("fundtrail-parked", kept + "x");
        signIn("engineer");
        assertTrue(get("/parked").header("Location").endsWith("/"), "without its cookie");
    }

    @Test
    void what_no_page_here_has_made_is_not_kept() {
        signIn("engineer");
        var fields = fields(page(200, "/projects/new"));
        for (var owner :
                new String[] {"", "0".repeat(88), fields.get("form-owner").substring(0, 87)}) {
            fields.put("form-owner", owner);
            var answer = sentTooLate(fields);
            assertTrue(answer.header("Location").endsWith("/sign-in"), owner);
            assertNull(answer.cookie("fundtrail-parked"));
        }
        fields.put("form-owner", fields(page(200, "/projects/new")).get("form-owner"));
        fields.put("title.lt", "x".repeat(70_000));
        assertTrue(sentTooLate(fields).header("Location").endsWith("/sign-in"), "too large");
    }

    @Test
    void it_says_nothing_of_who_made_it() {
        signIn("engineer");
        var owner = fields(page(200, "/projects/new")).get("form-owner");
        assertEquals(88, owner.length());
        assertFalse(owner.equals(fields(page(200, "/projects/new")).get("form-owner")), "another one each time");
        assertFalse(owner.contains("engineer"));
        signIn("officer");
        assertFalse(owner.equals(
                page(200, "/programmes/new").selectFirst("[name=form-owner]").val()));
    }

    @Test
    void who_signs_out_is_told_so() {
        assertTrue(page(200, "/").select("form[action=/sign-out]").size() > 0);
        var out = send(page(200, "/?lang=en"), "/sign-out", Map.of());
        cookies.clear();
        assertTrue(read(200, given().get(at(out.header("Location")) + "&lang=en"))
                .text()
                .contains("You have signed out"));
    }

    @Test
    void a_wrong_password_keeps_the_name() {
        var refused = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("j_username", "officer \"ą\"")
                .formParam("j_password", "wrong")
                .post("/j_security_check");
        var page = read(200, given().cookies(refused.cookies()).get(at(refused.header("Location"))));
        assertEquals("officer \"ą\"", page.getElementById("j_username").val());
        assertEquals("", page.getElementById("j_password").val());
        read(200, given().cookie("fundtrail-name", "%zz").get("/sign-in?refused"));
    }
}
