package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
        var fields = new LinkedHashMap<String, String>();
        page.select("form[action=" + action + "] [name]").forEach(field -> {
            if (field.tagName().equals("select")) {
                fields.put(field.attr("name"), field.select("option[selected]").val());
            } else if (!field.tagName().equals("button") && !field.attr("type").equals("radio")) {
                fields.put(field.attr("name"), field.val());
            }
        });
        fields.putAll(answers);
        return given().cookies(cookies)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(action);
    }
}
