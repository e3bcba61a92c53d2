package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

/** The page of a record says since when it waits, and until when somebody has to do something. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class WaitsTest extends PageTest {
    private static final String ALLOCATION = "/allocations/00000000-0000-4000-8000-0000000000a1";
    private static final String PERSON = "{\"id\": \"0193aaaa-7c00-4a00-8000-000000000003\", \"name\": \"Jonas\"}";

    private static String step(String step, Instant at) {
        return "{\"n\": 1, \"round\": 1, \"step\": \"" + step + "\", \"person\": " + PERSON + ", \"at\": \"" + at
                + "\"}";
    }

    private static String standing(String page, String status, String steps) {
        return page.replaceFirst("\"status\": *\"[A-Z]+\"", "\"status\": \"" + status + "\"")
                .replaceFirst("(?s)\"steps\": *\\[.*?}]", "\"steps\": [" + steps + "]");
    }

    private static void asked(String by) {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/comments",
                thread -> thread.replace(
                        "\"items\": []",
                        "\"items\": [{\"id\": \"0193bbbb-7c00-7a00-8000-000000000009\", \"about\": {\"type\": \"allocation\","
                                + " \"id\": \"00000000-0000-4000-8000-0000000000a1\", \"reference\": \"EMAS-2021-LT\"}, \"writtenBy\": "
                                + PERSON
                                + ", \"writtenAt\": \"2026-11-23T16:20:00Z\", \"text\": \"Why?\", \"to\": " + PERSON
                                + ", \"by\": \"" + by
                                + "\", \"mayAnswer\": false}]"));
    }

    private List<String> said(String path) {
        return page(200, path).select(".ft-next").eachText();
    }

    @Test
    void what_waits_says_since_when_it_does_from_the_last_step_on() {
        var sent = Instant.now().minus(7, ChronoUnit.DAYS);
        var steps = step("RECORD", sent.minus(30, ChronoUnit.DAYS)) + ", " + step("CHANGE", sent);
        StandIn.OTHERWISE.put("GET /api/funding/v1" + ALLOCATION, shown -> standing(shown, "PROPOSED", steps));
        var said = said(ALLOCATION + "?lang=en").get(1);
        assertTrue(said.startsWith("Waiting since ") && said.endsWith(", 7 days."), said);
        assertTrue(said(ALLOCATION + "?lang=lt").get(1).endsWith(", 7 dienas."));
    }

    @Test
    void what_waits_for_nobody_says_nothing_of_it() {
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1" + ALLOCATION,
                shown -> standing(shown, "APPROVED", step("APPROVE", Instant.now()))
                        .replace("\"decide\", ", ""));
        assertEquals(List.of("It is in force."), said(ALLOCATION + "?lang=en"));
    }

    @Test
    void who_is_asked_to_answer_until_when_is_said_and_that_it_is_late() {
        asked("2026-01-05");
        var said = said(ALLOCATION + "?lang=en");
        assertEquals("Jonas is asked to answer by 5 January 2026. Overdue", said.get(said.size() - 1));
        asked(LocalDate.now().plusDays(400).toString());
        said = said(ALLOCATION);
        assertFalse(said.get(said.size() - 1).contains("Overdue"));
    }
}
