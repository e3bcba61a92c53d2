package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

/** What is typed into days and long texts. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TypedPagesTest extends PageTest {
    private static final String CHECK = "/projects/new/check";

    @Test
    void a_day_that_was_pasted_whole_comes_back_in_its_three_fields_and_a_wrong_part_is_marked() {
        signIn("engineer");
        var typed = Map.of("period.from.day", "12.03.2026", "period.to.year", "2027-13-01");
        var page = read(400, send(page(200, "/projects/new?lang=en"), CHECK, typed));
        assertEquals("12", page.getElementById("period.from.day").val());
        assertEquals("03", page.getElementById("period.from.month").val());
        assertEquals("2026", page.getElementById("period.from.year").val());
        assertTrue(page.select("[id^=period.from][aria-invalid]").isEmpty());
        assertEquals(
                List.of("period.to.month"),
                page.select("[id^=period.to][aria-invalid]").eachAttr("id"));
        assertEquals(
                1, page.select(".govuk-error-summary a[href=#period.to.month]").size());
    }

    @Test
    void every_part_is_marked_of_a_day_that_the_calendar_has_not() {
        signIn("engineer");
        var typed = Map.of("period.from.day", "31", "period.from.month", "2", "period.from.year", "2026");
        var page = read(400, send(page(200, "/projects/new?lang=en"), CHECK, typed));
        assertEquals(3, page.select("[id^=period.from][aria-invalid]").size());
    }

    @Test
    void a_long_text_says_how_much_it_takes_and_brings_the_words_of_its_counter() {
        signIn("approver");
        for (var language : List.of("en", "lt")) {
            var page = page(200, "/allocations/00000000-0000-4000-8000-0000000000a1?lang=" + language);
            var reason = page.getElementById("reason");
            var counter = reason.parent();
            assertEquals("2000", counter.attr("data-maxlength"));
            var info = page.getElementById("reason-info").text();
            assertTrue(info.matches(".*2.000.*"), info);
            assertTrue(reason.attr("aria-describedby").contains("reason-info"));
            assertTrue(counter.attr("data-i18n.characters-under-limit.other").contains("%{count}"));
            assertFalse(counter.attr("data-i18n.characters-under-limit.few").startsWith("@"));
        }
    }
}
