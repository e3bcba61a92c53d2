package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a page weighs on the wire, and that the secret in it stays one. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class WeightTest extends PageTest {
    private static final Map<String, String> REASON = Map.of("outcome", "RETURNED", "reason", "Wrong amount");

    /** As it comes over the wire; what RestAssured gives is unpacked already. */
    private HttpResponse<byte[]> packed(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Accept-Encoding", "gzip")
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void pages_are_compressed() throws Exception {
        for (var path :
                new String[] {"/", "/allocations", "/allocations/00000000-0000-4000-8000-0000000000a1", "/audit"}) {
            var answer = packed(path);
            assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("none"), path);
            try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                var whole = in.readAllBytes();
                assertTrue(new String(whole, StandardCharsets.UTF_8).contains("</html>"), path);
                assertTrue(
                        3 * answer.body().length < whole.length,
                        path + ": " + answer.body().length + " of " + whole.length);
            }
        }
    }

    @Test
    void what_another_site_has_asked_for_tells_nothing_by_its_length() throws Exception {
        for (var site : new String[] {"cross-site", "same-site"}) {
            var answer = packed("/allocations?q=fundtrail", "Sec-Fetch-Site", site);
            assertEquals(200, answer.statusCode());
            assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty(), site);
            assertTrue(new String(answer.body(), StandardCharsets.UTF_8).contains("</html>"));
        }
    }

    @Test
    void the_token_of_forms_is_another_text_in_each_answer_and_each_of_them_opens_the_form() {
        var first = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        var second = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        var one = first.selectFirst("input[name=csrf-token]").val();
        var other = second.selectFirst("input[name=csrf-token]").val();
        assertNotEquals(one, other);
        assertNotEquals(one.substring(0, 8), other.substring(0, 8));
        var secret = cookies.get("fundtrail-csrf");
        assertFalse(first.html().contains(secret), "the cookie's own text is in no page");

        for (var page : new Document[] {second, first}) {
            var answer = send(page, "/allocations/00000000-0000-4000-8000-0000000000a1/decision", REASON);
            assertEquals(303, answer.statusCode(), answer.asString());
        }
        assertEquals(2, StandIn.SENT.size());
    }

    @Test
    void a_token_that_was_not_masked_here_opens_nothing() {
        page(200, "/allocations/00000000-0000-4000-8000-0000000000a1");
        for (var token : new String[] {cookies.get("fundtrail-csrf"), "", "x", "!", "A".repeat(43), "A".repeat(9000)}) {
            var answer = given().cookies(cookies)
                    .formParams(REASON)
                    .formParam("csrf-token", token)
                    .post("/allocations/00000000-0000-4000-8000-0000000000a1/decision");
            assertEquals(400, answer.statusCode(), token);
        }
        assertTrue(StandIn.SENT.isEmpty());
    }

    @Test
    void the_browsers_icon_is_there_for_everybody() {
        var icon = given().get("/favicon.ico");
        assertEquals(200, icon.statusCode());
        assertEquals("image/x-icon", icon.contentType().replace("vnd.microsoft.icon", "x-icon"));
        assertEquals(0x00000100, ByteBuffer.wrap(icon.asByteArray()).getInt(), "an ICO file");
    }

    @Test
    void two_fonts_are_served_and_what_has_its_hash_in_its_name_is_kept_for_a_year() throws Exception {
        var page = page(200, "/");
        var files = new TreeSet<String>();
        page.select("link[rel=stylesheet]").forEach(link -> files.add(link.attr("href")));
        page.select("script[src]").forEach(script -> files.add(script.attr("src")));
        assertTrue(files.size() >= 2, files.toString());
        var fonts = new TreeSet<String>();
        for (var sheet : page.select("link[rel=stylesheet]")) {
            var css = given().get(sheet.attr("href")).asString();
            var url = Pattern.compile("url\\(\"?([^)\"]+\\.(?:woff2?|ttf|otf))\"?\\)")
                    .matcher(css);
            while (url.find()) {
                fonts.add(URI.create(sheet.attr("href")).resolve(url.group(1)).toString());
            }
        }
        assertEquals(2, fonts.size(), fonts.toString());
        files.addAll(fonts);
        for (var file : files) {
            given().get(file)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                    .header("Vary", containsString("accept-encoding"));
        }
        for (var named : new String[] {"/static/icon.svg", "/favicon.ico"}) {
            assertFalse(
                    String.valueOf(given().get(named).header("Cache-Control")).contains("31536000"),
                    named + " may be another tomorrow");
        }
        assertEquals(
                "no-store", packed("/").headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void the_page_of_the_api_leads_back() {
        var docs = page(200, "/docs");
        assertEquals("/", docs.selectFirst("header a").attr("href"));
        assertEquals(1, docs.select("h1").size());
    }
}
