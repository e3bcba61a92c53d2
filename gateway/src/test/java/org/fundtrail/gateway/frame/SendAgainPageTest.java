package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fundtrail.gateway.Surroundings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A service that is away when something is recorded: the answers are still there, as they were checked, and can be sent again. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SendAgainPageTest extends PageTest {
    private static final Pattern RAW = Pattern.compile("[A-Z]+_[A-Z_]+|\\w+\\.(?:day|month|year|en|lt|name)\\b");
    private static final Map<String, String> CONTRACT = Map.ofEntries(
            Map.entry("reference", "S-1"),
            Map.entry("contractor.name", "UAB Tvora"),
            Map.entry("contractor.identifier", "301"),
            Map.entry("net", "1000.5"),
            Map.entry("vatRate", "21"),
            Map.entry("signedOn.day", "1"),
            Map.entry("signedOn.month", "9"),
            Map.entry("signedOn.year", "2021"),
            Map.entry("dueOn.day", "1"),
            Map.entry("dueOn.month", "9"),
            Map.entry("dueOn.year", "2022"));

    private static Set<String> entered(Document page) {
        return page.select(".govuk-summary-list__row").eachText().stream()
                .map(row -> row.replace('\u00a0', ' '))
                .collect(Collectors.toSet());
    }

    /** Sends all the answers of a form at once. */
    private Document lost(Document page, String action, Map<String, String> answers) {
        StandIn.isLosingAnswers = true;
        var fields = new HashMap<>(answers);
        fields.put("csrf-token", page.selectFirst("input[name=csrf-token]").val());
        return read(503, send(page, action, fields));
    }

    @Test
    void a_service_that_is_down_when_a_contract_is_recorded_loses_nothing_and_records_once() {
        signIn("engineer");
        var ask = page(200, "/contracts/new?project=00000000-0000-4000-8000-000000000d01&lang=en");
        var check = read(200, send(ask, "/contracts/new/00000000-0000-4000-8000-000000000d01/check", CONTRACT));
        var key = check.selectFirst("input[name=form-key]").val();
        StandIn.infrastructureIsDown = true;
        var answer = send(check, "/contracts/new/00000000-0000-4000-8000-000000000d01/record", Map.of());
        assertEquals("2", answer.header("Retry-After"));
        var down = read(503, answer);
        assertEquals(
                "Try again",
                down.selectFirst("#answers button:not([formaction])").text());
        assertTrue(down.text().contains("infrastructure service cannot be reached just now. Nothing was recorded"));
        assertTrue(entered(down)
                .containsAll(Set.of(
                        "Contract reference S-1",
                        "Contractor UAB Tvora",
                        "Identifier of the contractor 301",
                        "Without VAT €1,000.50",
                        "VAT rate 21%",
                        "Signed on 1 September 2021",
                        "Due on 1 September 2022")));
        var still = read(503, send(down, "/contracts/new/00000000-0000-4000-8000-000000000d01/record", Map.of()));
        assertEquals(key, still.selectFirst("#answers input[name=form-key]").val());
        StandIn.infrastructureIsDown = false;
        assertEquals(
                303,
                send(still, "/contracts/new/00000000-0000-4000-8000-000000000d01/record", Map.of())
                        .statusCode());
        assertEquals(List.of(key), StandIn.SENT.stream().map(StandIn.Sent::key).toList());
        assertTrue(
                StandIn.SENT.get(0).body().contains("1000.50"),
                StandIn.SENT.get(0).body());
    }

    @Test
    void what_was_entered_is_said_as_on_the_page_where_it_is_checked() {
        var allocation = lost(
                page(200, "/allocations/new?lang=en"),
                "/allocations/new/record",
                Map.ofEntries(
                        Map.entry("programme", "00000000-0000-4000-8000-000000000e01"),
                        Map.entry("reference", "ALL-1"),
                        Map.entry("donor", "European Commission"),
                        Map.entry("recipient", "Ministry"),
                        Map.entry("actionType", "EMERGENCY_ASSISTANCE"),
                        Map.entry("purpose", "Reception, and a bus"),
                        Map.entry("amount", "37 000 000.00"),
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
                        Map.entry("eligibility.to.year", "2022"),
                        Map.entry("sources[0].title", "Press release")));
        var entered = entered(allocation);
        for (var row : List.of(
                "Programme as you chose it",
                "Type of action Emergency assistance",
                "Purpose Reception, and a bus",
                "Amount allocated €37,000,000.00",
                "EU rate 90%",
                "Decision C(2021) 6012, 11 August 2021",
                "Period of eligibility 1 July 2021 – 31 December 2022",
                "Source 1 Press release")) {
            assertTrue(entered.contains(row), row + " is not in " + entered);
        }
        assertFalse(RAW.matcher(String.join("\n", entered)).find(), entered.toString());

        StandIn.isBreakingOff = true;
        var programme = lost(
                page(200, "/programmes/new?lang=lt"),
                "/programmes/new/record",
                Map.ofEntries(
                        Map.entry("code", "AMIF-1"),
                        Map.entry("fund", "AMIF"),
                        Map.entry("name", "Name"),
                        Map.entry("managementMode", "SHARED"),
                        Map.entry("period.from.day", "1"),
                        Map.entry("period.from.month", "1"),
                        Map.entry("period.from.year", "2021"),
                        Map.entry("period.to.day", "31"),
                        Map.entry("period.to.month", "12"),
                        Map.entry("period.to.year", "2027"),
                        Map.entry("costScope", "RECEPTION,IT_SYSTEM")));
        var lithuanian = String.join("\n", entered(programme));
        assertTrue(lithuanian.contains("Migrantų priėmimas, Informacinė sistema"), lithuanian);
        assertTrue(lithuanian.contains("2027 m. gruodžio 31 d."), lithuanian);
        assertFalse(RAW.matcher(lithuanian).find(), lithuanian);
    }
}
