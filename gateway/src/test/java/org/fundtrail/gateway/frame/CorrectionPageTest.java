package org.fundtrail.gateway.frame;

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
import org.junit.jupiter.api.Test;

/** What was recorded wrongly is put right on a page: with a reason, and over what somebody else corrected meanwhile. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CorrectionPageTest extends PageTest {
    private static final String PROGRAMME = "/programmes/00000000-0000-4000-8000-000000000e01";
    private static final String PROJECT = "/projects/00000000-0000-4000-8000-000000000d01";

    private static String programme(String name, String version, String corrections) {
        return """
                {"id": "00000000-0000-4000-8000-000000000e01", "code": "AMIF-EMAS", "fund": "AMIF", "name": "%s", "managementMode": "DIRECT",
                 "period": {"from": "2021-01-01", "to": "2027-12-31"}, "costScope": ["RECEPTION"], "institution": "LT-VRM",
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z",
                 "version": %s, "corrections": [%s]}""".formatted(name, version, corrections);
    }

    private static void recorded(String name, String version, String corrections) {
        StandIn.OTHERWISE.put("GET /api/funding/v1" + PROGRAMME, none -> programme(name, version, corrections));
    }

    @Test
    void the_page_of_a_record_leads_to_its_correction_where_the_reader_may_correct_it() {
        signIn("officer");
        recorded("Emergency asistance", "1", "\"name\"");
        assertNotNull(page(200, PROGRAMME + "?lang=en").selectFirst("a[href='" + PROGRAMME + "/correct']"));
        recorded("Emergency asistance", "1", "");
        assertNull(page(200, PROGRAMME).selectFirst("a[href='" + PROGRAMME + "/correct']"));
    }

    @Test
    void a_name_is_corrected_with_a_reason_and_nothing_else_is_asked_of_what_is_used() {
        signIn("officer");
        recorded("Emergency asistance", "1", "\"name\"");
        var ask = page(200, PROGRAMME + "/correct?lang=en");
        assertEquals("Emergency asistance", ask.getElementById("name").val());
        assertNull(ask.getElementById("code"));
        var missing = read(400, send(ask, PROGRAMME + "/correct/check", Map.of("name", "Emergency assistance")));
        assertTrue(missing.select(".govuk-error-summary").text().contains("Enter a reason"), missing.text());

        var check = read(200, send(missing, PROGRAMME + "/correct/check", Map.of("reason", "A letter was missing")));
        assertTrue(check.select("dl").text().contains("Emergency assistance"), check.text());
        StandIn.OTHERWISE.put(
                "POST /api/funding/v1" + PROGRAMME + "/corrections",
                none -> programme("Emergency assistance", "2", "\"name\""));
        var done = send(check, PROGRAMME + "/correct/record", Map.of());
        assertEquals(303, done.statusCode());
        var sent = StandIn.SENT.get(0);
        assertEquals("\"1\"", sent.version());
        assertTrue(sent.body().contains("\"name\":\"Emergency assistance\""), sent.body());
        assertTrue(sent.body().contains("\"reason\":\"A letter was missing\""), sent.body());
        assertFalse(sent.body().contains("AMIF-EMAS"), sent.body());
        assertTrue(page(200, PROGRAMME + "?done=corrected&lang=en")
                .select(".ft-done")
                .text()
                .contains("correction"));
    }

    @Test
    void what_somebody_else_corrected_meanwhile_is_said_beside_what_was_typed() {
        signIn("officer");
        recorded("Emergency asistance", "1", "\"name\"");
        var ask = page(200, PROGRAMME + "/correct?lang=en");
        var mine = Map.of("name", "Emergency aid", "reason", "A word was missing");
        var check = read(200, send(ask, PROGRAMME + "/correct/check", mine));
        recorded("Emergency assistance", "2", "\"name\"");
        var stale = read(412, send(check, PROGRAMME + "/correct/record", Map.of()));
        assertTrue(stale.select(".ft-note").text().contains("You typed: Name: Emergency aid"), stale.text());
        assertEquals(
                "Emergency assistance",
                stale.getElementById("name").val(),
                "nobody puts back what they have not touched");
        assertEquals("2", stale.selectFirst("input[name=version]").val());
    }

    @Test
    void all_of_a_programme_is_asked_before_it_is_used() {
        signIn("officer");
        recorded(
                "Emergency assistance",
                "1",
                "\"code\", \"fund\", \"name\", \"managementMode\", \"period.from\", \"period.to\", \"costScope\"");
        var ask = page(200, PROGRAMME + "/correct?lang=en");
        assertEquals("AMIF-EMAS", ask.getElementById("code").val());
        assertEquals("2027", ask.getElementById("period.to.year").val());
        assertEquals(
                List.of("RECEPTION"),
                ask.select("input[name=costScope][checked]").eachAttr("value"));
    }

    @Test
    void what_can_no_longer_be_corrected_stays_on_the_page_with_why_and_the_rest_can_be_sent() {
        signIn("officer");
        recorded("Emergency asistance", "1", "\"code\", \"fund\", \"name\", \"period.to\"");
        var ask = page(200, PROGRAMME + "/correct?lang=en");
        var mine = Map.of(
                "code", "AMIF-EMAS-2", "name", "Emergency assistance", "period.to.year", "2029", "reason", "Letters");
        var check = read(200, send(ask, PROGRAMME + "/correct/check", mine));
        assertTrue(check.select("dl").text().contains("AMIF-EMAS-2"), check.text());
        recorded("Emergency asistance", "1", "\"name\"");
        var draft = StandIn.DRAFTS.keySet().iterator().next();
        for (var step : List.of("form", "check")) {
            var now = page(200, PROGRAMME + "/correct/" + step + "?lang=en&draft=" + draft);
            var notes = now.select(".ft-note").eachText();
            assertEquals(2, notes.size(), notes.toString());
            assertTrue(notes.get(0).contains("AMIF-EMAS-2. Other records count on it by now"), notes.toString());
            assertTrue(notes.get(1).contains("31 December 2029"), notes.toString());
            assertEquals(
                    "AMIF-EMAS-2", now.selectFirst("form#answers [name=code]").val(), "it stays in the draft");
        }
        StandIn.OTHERWISE.put(
                "POST /api/funding/v1" + PROGRAMME + "/corrections",
                none -> programme("Emergency assistance", "2", "\"name\""));
        var last = page(200, PROGRAMME + "/correct/check?draft=" + draft);
        assertEquals(303, send(last, PROGRAMME + "/correct/record", Map.of()).statusCode());
        var sent = StandIn.SENT.get(0).body();
        assertTrue(sent.contains("Emergency assistance") && !sent.contains("AMIF-EMAS-2"), sent);
    }

    @Test
    void who_may_not_correct_it_gets_no_form_and_what_takes_no_correction_leads_back() {
        signIn("approver");
        recorded("Emergency assistance", "1", "");
        page(403, PROGRAMME + "/correct");
        signIn("officer");
        assertEquals(303, get(PROGRAMME + "/correct").statusCode());
    }

    @Test
    void a_project_joins_a_works_programme_and_says_what_it_said_of_its_place() {
        signIn("engineer");
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1" + PROJECT,
                p -> p.replace("\"record-contract\"]", "\"record-contract\", \"correct\"]")
                        .replace("\"place\": null", "\"place\": \"Druskininkai\""));
        StandIn.OTHERWISE.put("GET /api/infrastructure/v1/works-programmes", none -> """
                {"items": [{"id": "00000000-0000-4000-8000-000000000d11", "reference": "WORKS", "title": {"en": "Works", "lt": "Darbai"},
                            "version": 0, "actions": []}], "next": null, "count": 1}""");
        assertNotNull(page(200, PROJECT + "?lang=en").selectFirst("a[href='" + PROJECT + "/correct']"));
        var ask = page(200, PROJECT + "/correct?lang=en");
        var works = ask.select("#worksProgramme option").last().val();
        assertEquals("00000000-0000-4000-8000-000000000d11", works);
        var check =
                read(200, send(ask, PROJECT + "/correct/check", Map.of("worksProgramme", works, "reason", "It joins")));
        StandIn.OTHERWISE.put("POST /api/infrastructure/v1" + PROJECT + "/corrections", none -> "{}");
        assertEquals(303, send(check, PROJECT + "/correct/record", Map.of()).statusCode());
        assertTrue(StandIn.SENT.get(0).body().contains("\"worksProgramme\":\"" + works + "\""));
        assertTrue(
                StandIn.SENT.get(0).body().contains("\"without\":[]"),
                StandIn.SENT.get(0).body());
    }

    @Test
    void a_place_that_is_emptied_is_said_no_more() {
        signIn("engineer");
        StandIn.OTHERWISE.put(
                "GET /api/infrastructure/v1" + PROJECT,
                p -> p.replace("\"record-contract\"]", "\"correct\"]")
                        .replace("\"place\": null", "\"place\": \"Druskininkai\""));
        StandIn.OTHERWISE.put("POST /api/infrastructure/v1" + PROJECT + "/corrections", none -> "{}");
        var ask = page(200, PROJECT + "/correct?lang=en");
        assertEquals("Druskininkai", ask.getElementById("place").val());
        var check = read(200, send(ask, PROJECT + "/correct/check", Map.of("place", "", "reason", "It is not there")));
        assertTrue(check.select("dl").text().contains("Place –"));
        assertEquals(303, send(check, PROJECT + "/correct/record", Map.of()).statusCode());
        var sent = StandIn.SENT.get(0).body();
        assertTrue(sent.contains("\"PLACE\"") && sent.contains("\"place\":null"), sent);
    }
}
