package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A change of what somebody else changed meanwhile: it says what is recorded now, and can be sent over that. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class StalePageTest extends PageTest {
    private static final String CONTRACT = "/api/infrastructure/v1/contracts/00000000-0000-4000-8000-000000000c11";

    /** As it is recorded now, in version 8; who changes it here read version 7. */
    private static String contract(String version, String reference) {
        return """
                {"id": "00000000-0000-4000-8000-000000000c11", "reference": "%s", "contractor": {"name": "UAB Tvora", "identifier": "301"},
                 "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER"},
                 "net": {"amount": "100.00", "currency": "EUR"}, "vatRate": "0.21", "vat": {"amount": "21.00", "currency": "EUR"},
                 "gross": {"amount": "121.00", "currency": "EUR"}, "signedOn": "2021-09-01", "dueOn": "2022-09-01", "status": "RETURNED",
                 "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": %s,
                 "actions": ["change"], "ownRecord": false, "steps": []}""".formatted(reference, version);
    }

    @Test
    void a_change_of_a_contract_says_what_is_recorded_now_and_succeeds_when_it_is_sent_over_that() {
        signIn("engineer");
        StandIn.OTHERWISE.put("GET " + CONTRACT, none -> contract("7", "S-1"));
        var ask = page(200, "/contracts/00000000-0000-4000-8000-000000000c11/change?lang=en");
        var check = read(
                200,
                send(ask, "/contracts/00000000-0000-4000-8000-000000000c11/change/check", Map.of("net", "300.00")));
        StandIn.OTHERWISE.put("GET " + CONTRACT, none -> contract("8", "S-2").replace("2022-09-01", "2023-10-02"));
        var stale = read(412, send(check, "/contracts/00000000-0000-4000-8000-000000000c11/change/record", Map.of()));
        assertEquals(
                List.of(
                        "Recorded now: Reference: S-2",
                        "Recorded now: Without VAT: €100.00",
                        "Recorded now: Due on: 2 October 2023"),
                stale.select(".ft-note strong").eachText().stream()
                        .map(note -> note.replaceFirst("^Warning:? ", "").replace('\u00a0', ' '))
                        .toList());
        assertEquals("300.00", stale.getElementById("net").val(), "what was typed stays");

        StandIn.OTHERWISE.put("PUT " + CONTRACT, taken -> contract("9", "S-1"));
        var again = read(200, send(stale, "/contracts/00000000-0000-4000-8000-000000000c11/change/check", Map.of()));
        assertEquals(
                303,
                send(again, "/contracts/00000000-0000-4000-8000-000000000c11/change/record", Map.of())
                        .statusCode());
        assertEquals(
                List.of("\"7\"", "\"8\""),
                StandIn.SENT.stream().map(StandIn.Sent::version).toList());
        assertTrue(StandIn.SENT.get(1).body().contains("300.00"));
    }

    @Test
    void a_commitment_that_was_moved_to_another_project_names_it() {
        var ask = page(200, "/commitments/00000000-0000-4000-8000-000000000c01/change?lang=en");
        var check = read(
                200,
                send(ask, "/commitments/00000000-0000-4000-8000-000000000c01/change/check", Map.of("version", "6")));
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/commitments/00000000-0000-4000-8000-000000000c01",
                commitment -> commitment.replace(
                        "{\"id\": \"00000000-0000-4000-8000-000000000d01\", \"reference\": \"BARRIER\"",
                        "{\"id\": \"00000000-0000-4000-8000-000000000d09\", \"reference\": \"TOWERS\""));
        var stale = read(412, send(check, "/commitments/00000000-0000-4000-8000-000000000c01/change/record", Map.of()));
        assertTrue(stale.select(".ft-note").text().contains("Recorded now: Project: TOWERS"), stale.text());
        assertFalse(stale.select(".ft-note").text().contains("00000000-0000-4000-8000-000000000d09"));
    }

    @Test
    void an_allocation_shows_another_programme_and_other_sources_before_they_are_sent_over() {
        var check = changed();
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/programmes/00000000-0000-4000-8000-000000000e01",
                none ->
                        "{\"id\": \"00000000-0000-4000-8000-000000000e01\", \"code\": \"AMIF-EMAS\", \"fund\": \"AMIF\", \"name\": \"Emergency assistance\"}");
        StandIn.OTHERWISE.put(
                "GET /api/funding/v1/allocations/00000000-0000-4000-8000-0000000000a4",
                a -> a.replace("\"version\": 4", "\"version\": 5")
                        .replace(
                                "{\"id\": \"00000000-0000-4000-8000-000000000e01\", \"code\": \"AMIF-EMAS\", \"name\": \"Emergency assistance\"",
                                "{\"id\": \"00000000-0000-4000-8000-000000000e02\", \"code\": \"BMVI\", \"name\": \"Borders\"")
                        .replace("36.7 million", "37 million"));
        var stale = read(412, send(check, "/allocations/00000000-0000-4000-8000-0000000000a4/change/record", Map.of()));
        assertEquals(
                List.of(
                        "Programme AMIF-EMAS Emergency assistance BMVI Borders",
                        "Sources Press release, https://example.eu/1, 11 August 2021, 36.7 million"
                                + " Press release, https://example.eu/1, 11 August 2021, 37 million"),
                stale.select("[aria-labelledby=diff-h] tbody tr").eachText().stream()
                        .map(row -> row.replace('\u00a0', ' '))
                        .toList());

        StandIn.OTHERWISE.put("PUT /api/funding/v1/allocations/00000000-0000-4000-8000-0000000000a4", taken -> taken);
        assertEquals(
                303,
                send(stale, "/allocations/00000000-0000-4000-8000-0000000000a4/change/record", Map.of())
                        .statusCode());
        assertEquals(
                List.of("\"4\"", "\"5\""),
                StandIn.SENT.stream().map(StandIn.Sent::version).toList());
    }

    private Document changed() {
        var first = page(200, "/allocations/00000000-0000-4000-8000-0000000000a4/change?lang=en");
        var second =
                read(200, send(first, "/allocations/00000000-0000-4000-8000-0000000000a4/change/amount", Map.of()));
        var third =
                read(200, send(second, "/allocations/00000000-0000-4000-8000-0000000000a4/change/sources", Map.of()));
        return read(200, send(third, "/allocations/00000000-0000-4000-8000-0000000000a4/change/check", Map.of()));
    }
}
