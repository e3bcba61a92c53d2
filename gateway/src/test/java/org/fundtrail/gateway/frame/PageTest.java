package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;

/** Pages as a browser without scripts gets them, of the services' stand-in. */
abstract class PageTest {
    protected final Map<String, String> cookies = new HashMap<>();

    @BeforeEach
    void start() {
        StandIn.reset();
        signIn("officer");
    }

    protected void signIn(String user) {
        cookies.clear();
        cookies.putAll(given().redirects()
                .follow(false)
                .formParam("j_username", user)
                .formParam("j_password", "demo")
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .extract()
                .cookies());
        cookies.remove("quarkus-redirect-location");
    }

    protected Response get(String path) {
        return given().cookies(cookies)
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(path);
    }

    /** The path and query of an address that was led to. */
    protected static String at(String location) {
        var address = URI.create(location);
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    protected Document page(int status, String path) {
        return read(status, given().cookies(cookies).get(path));
    }

    protected Document read(int status, Response answer) {
        assertEquals(status, answer.statusCode(), answer.asString());
        cookies.putAll(answer.cookies());
        return Jsoup.parse(answer.asString());
    }

    /** Sends the form of a page as a browser does, with these answers in place of its own. */
    protected Response send(Document page, String action, Map<String, String> answers) {
        return send(page, action, action, answers);
    }

    /** The same by a button that sends the form elsewhere. */
    protected Response send(Document page, String action, String to, Map<String, String> answers) {
        var fields = new LinkedHashMap<String, String>();
        page.select("form[action=" + action + "] [name]").forEach(field -> {
            if (field.tagName().equals("select")) {
                fields.put(field.attr("name"), field.select("option[selected]").val());
            } else if (!field.tagName().equals("button")
                    && (!Set.of("radio", "checkbox").contains(field.attr("type")) || field.hasAttr("checked"))) {
                fields.put(field.attr("name"), field.val());
            }
        });
        fields.putAll(answers);
        var answer = given().cookies(cookies)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(to);
        return followed(answer);
    }

    /** What a browser shows next: a step that was kept leads to its address. */
    protected Response followed(Response answer) {
        cookies.putAll(answer.cookies());
        var kept = answer.header("Location");
        return kept != null && kept.contains("draft=") ? get(at(kept)) : answer;
    }
}
