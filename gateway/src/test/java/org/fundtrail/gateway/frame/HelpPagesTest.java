package org.fundtrail.gateway.frame;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import org.fundtrail.gateway.Surroundings;
import org.fundtrail.gateway.help.Figure;
import org.fundtrail.gateway.help.Term;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about Fundtrail itself. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class HelpPagesTest extends PageTest {
    private static final List<String> PAGES =
            List.of("/help", "/glossary", "/accessibility", "/data-protection", "/about");

    private Document open(String path) {
        return read(200, given().get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "lt"})
    void they_are_open_to_everybody_and_led_to_from_the_foot_of_every_page(String language) {
        var titles = new HashSet<String>();
        for (var path : PAGES) {
            var page = open(path + "?lang=" + language);
            assertEquals(1, page.select("h1").size(), path);
            assertEquals(language, page.selectFirst("html").attr("lang"));
            assertTrue(titles.add(page.title()), path);
            assertNull(page.selectFirst("form"), path);
            assertEquals(page.title(), page(200, path + "?lang=" + language).title(), "also who is signed in");
        }
        for (var page : List.of(open("/sign-in"), page(200, "/"))) {
            assertTrue(page.select(".ft-footer a").eachAttr("href").containsAll(PAGES));
        }
    }

    @Test
    void every_figure_of_the_overview_leads_to_how_it_is_made() {
        var help = open("/help");
        for (var figure : Figure.values()) {
            assertFalse(help.getElementById(figure.anchor())
                    .nextElementSibling()
                    .text()
                    .isBlank());
        }
        var links = page(200, "/").select(".ft-kpi a[href^=/help]");
        assertTrue(links.size() >= 6);
        for (var link : links) {
            assertNotNull(help.getElementById(link.attr("href").replace("/help#", "")), link.attr("href"));
        }
        assertEquals(links.size(), new HashSet<>(links.eachText()).size(), "each says of which figure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "lt"})
    void the_glossary_has_every_term_in_both_languages_in_the_order_of_the_alphabet(String language) {
        var page = open("/glossary?lang=" + language);
        var rows = page.select("dl .govuk-summary-list__row");
        assertEquals(Term.values().length, rows.size());
        var other = language.equals("en") ? "lt" : "en";
        for (var row : rows) {
            assertFalse(row.selectFirst("dt [lang=" + other + "]").text().isBlank(), row.id());
            assertFalse(row.selectFirst("dd").text().isBlank(), row.id());
        }
        var help = open("/help");
        for (var link : page.select("main a[href^=/help]")) {
            assertNotNull(help.getElementById(link.attr("href").replace("/help#", "")), link.attr("href"));
        }
        var first = language.equals("en") ? "acceptance" : "audit-authority";
        assertEquals(first, rows.get(0).id());
    }

    @Test
    void about_says_the_version_and_to_readers_from_how_many_entries_the_books_are() {
        assertTrue(open("/about?lang=en").text().contains("Shown to those who are signed in"));
        assertTrue(page(200, "/about?lang=en").text().contains("Funding: 12 entries. Infrastructure: 9 entries."));
        StandIn.infrastructureIsDown = true;
        assertTrue(page(200, "/about?lang=en").text().contains("cannot be reached just now"));
    }

    @Test
    void who_runs_the_installation_is_said_to_be_unnamed_until_somebody_names_it() {
        for (var path : List.of("/accessibility", "/data-protection", "/about")) {
            var text = open(path + "?lang=en").selectFirst("main").text();
            assertTrue(text.contains("The operator of this installation has not been named"), text);
        }
    }

    @Test
    void every_cookie_that_is_set_is_named() {
        var named = open("/data-protection").select("#cookies ~ dl code").eachText();
        assertTrue(named.containsAll(cookies.keySet()), cookies.keySet() + " of " + named);
        page(200, "/?lang=lt");
        assertTrue(named.containsAll(cookies.keySet()), cookies.keySet() + " of " + named);
    }
}
