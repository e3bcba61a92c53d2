package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

/** What a service would not record is said where it was asked, before anybody is shown answers to check that cannot be recorded. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ValidatedFormTest extends PageTest {
    private static final Map<String, String> SOURCE = Map.of(
            "programme",
            "00000000-0000-4000-8000-000000000e01",
            "reference",
            "ALL-1",
            "donor",
            "European Commission",
            "recipient",
            "Ministry",
            "actionType",
            "EMERGENCY_ASSISTANCE",
            "purpose",
            "REFUSED");
    private static final String CONTRACTS = "/contracts/new/00000000-0000-4000-8000-000000000d01/";

    private static String asked(String path) {
        return StandIn.ASKED.stream()
                .filter(asked -> asked.startsWith(path))
                .reduce((first, last) -> last)
                .orElse("");
    }

    @Test
    void a_form_in_steps_is_refused_at_the_step_that_asks_for_it_and_only_asked_for_what_was_said() {
        var refused = read(400, send(page(200, "/allocations/new?lang=en"), "/allocations/new/amount", SOURCE));
        assertNotNull(refused.getElementById("purpose-error"), refused.text());
        assertEquals("REFUSED", refused.getElementById("purpose").val());
        var said = asked("/api/funding/v1/allocations/validation");
        assertTrue(said.contains("\"reference\":\"ALL-1\""), said);
        assertFalse(said.contains("eligibility"), said);

        var mended = new HashMap<>(SOURCE);
        mended.put("purpose", "Reception");
        var second = read(200, send(refused, "/allocations/new/amount", mended));
        assertNotNull(second.getElementById("amount"));
        read(
                200,
                send(
                        second,
                        "/allocations/new/sources",
                        Map.ofEntries(
                                Map.entry("amount", "15400.5"),
                                Map.entry("coFinancingRate", "90"),
                                Map.entry("decision.reference", "C(2021) 6012"),
                                Map.entry("decision.date.day", "11"),
                                Map.entry("decision.date.month", "8"),
                                Map.entry("decision.date.year", "2021"),
                                Map.entry("eligibility.from.day", "1"),
                                Map.entry("eligibility.from.month", "7"),
                                Map.entry("eligibility.from.year", "2021"),
                                Map.entry("eligibility.to.day", "31"),
                                Map.entry("eligibility.to.month", "12"),
                                Map.entry("eligibility.to.year", "2022"))));
        said = asked("/api/funding/v1/allocations/validation");
        assertTrue(said.contains("\"coFinancingRate\":\"0.9\""), said);
        assertTrue(said.contains("\"date\":\"2021-08-11\""), said);
        assertEquals(List.of(), StandIn.SENT, "nothing was recorded");
    }

    @Test
    void a_form_of_one_page_is_refused_before_its_answers_are_checked() {
        var answers = new HashMap<>(Map.ofEntries(
                Map.entry("reference", "REFUSED"),
                Map.entry("contractor.name", "UAB Tvora"),
                Map.entry("contractor.identifier", "301"),
                Map.entry("net", "1000.50"),
                Map.entry("vatRate", "21"),
                Map.entry("signedOn.day", "1"),
                Map.entry("signedOn.month", "9"),
                Map.entry("signedOn.year", "2021"),
                Map.entry("dueOn.day", "1"),
                Map.entry("dueOn.month", "9"),
                Map.entry("dueOn.year", "2022")));
        signIn("engineer");
        var ask = page(200, "/contracts/new?project=00000000-0000-4000-8000-000000000d01&lang=en");
        var refused = read(400, send(ask, CONTRACTS + "check", answers));
        assertNotNull(refused.getElementById("reference-error"), refused.text());
        assertEquals("UAB Tvora", refused.getElementById("contractor.name").val());
        answers.put("net", "a thousand");
        var both = read(400, send(refused, CONTRACTS + "check", answers));
        assertNotNull(both.getElementById("net-error"), both.text());
        assertNotNull(both.getElementById("reference-error"), "what the service finds besides is said at once");
        answers.put("net", "1000.50");
        answers.put("reference", "S-1");
        read(200, send(refused, CONTRACTS + "check", answers));
        var said = asked("/api/infrastructure/v1/projects/00000000-0000-4000-8000-000000000d01/contracts/validation");
        assertTrue(said.contains("\"reference\":\"S-1\""), said);
        assertEquals(List.of(), StandIn.SENT, "nothing was recorded");
    }
}
