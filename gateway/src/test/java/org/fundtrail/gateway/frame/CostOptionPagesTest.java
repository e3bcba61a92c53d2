package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cost options are recorded by their kind, decided on, and claimed by units, wholes and parts of what else is claimed. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CostOptionPagesTest extends PageTest {
    private static final String API = "/api/funding/v1";
    private static final String COMMITMENT = "00000000-0000-4000-8000-000000000c01";
    private static final String OPTION = "00000000-0000-4000-8000-0000000000b1";
    private static final String NEW = "/claims/new/" + COMMITMENT;
    private static final String ONE = """
            {"id": "%s", "reference": "EMAS-2021-LT/SCO1", "kind": "UNIT_COST", "title": "An hour of guards",
             "allocation": {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"},
             "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"},
               "kind": "PHYSICAL_BARRIER"},
             "decision": {"reference": "1V-117", "date": "2021-12-01"}, "unit": "h", "rate": {"amount": "10.50", "currency": "EUR"},
             "quantity": "1720.5", "amount": {"amount": "18065.25", "currency": "EUR"}, "left": {"amount": "18065.25", "currency": "EUR"},
             "drawn": {"amount": "0.00", "currency": "EUR"}, "notEligible": {"amount": "0.00", "currency": "EUR"}, "status": "%s",
             "institution": "LT-VRM", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"},
             "recordedAt": "2026-11-23T16:20:00Z", "version": 0, "ownRecord": false, "actions": [%s],
             "steps": [{"n": 1, "round": 1, "step": "RECORD", "person": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"},
               "at": "2026-11-23T16:20:00Z"}]}""";
    private static final String COST = """
            {"kind": "%s", "id": "00000000-0000-4000-8000-00000000010%d", "number": "%s", "status": "APPROVED", "issuedOn": "2026-02-28",
             "gross": {"amount": "1000.00", "currency": "EUR"}, "eligible": {"amount": "1000.00", "currency": "EUR"},
             "left": {"amount": "1000.00", "currency": "EUR"}, "staff": %s, "option": %s}""";

    private static String option(String title, String besides) {
        return "{\"id\": \"" + OPTION + "\", \"reference\": \"SCO\", \"title\": \"" + title + "\"" + besides + "}";
    }

    @BeforeEach
    void a_commitment_with_a_paper_and_an_option_of_each_kind() {
        StandIn.OTHERWISE.put(
                "GET " + API + "/commitments/" + COMMITMENT,
                shown -> shown.replaceFirst("\"actions\": *\\[[^]]*]", "\"actions\": [\"record-claim\"]"));
        var costs = String.join(
                ", ",
                COST.formatted(
                        "UNIT_COST",
                        1,
                        "X/SCO1",
                        false,
                        option("Hours", ", \"unit\": \"h\", \"rate\": {\"amount\": \"10.50\", \"currency\": \"EUR\"}")),
                COST.formatted("LUMP_SUM", 2, "X/SCO2", false, option("A report", "")),
                COST.formatted(
                        "FLAT_RATE",
                        3,
                        "X/SCO3",
                        false,
                        option("Indirect costs", ", \"basis\": \"STAFF_15\", \"percent\": \"15\"")),
                COST.formatted("DIRECT_COST", 4, "Guards", true, "null"),
                COST.formatted("DIRECT_COST", 5, "Land", false, "null"));
        StandIn.OTHERWISE.put(
                "GET " + API + "/claims/claimable", none -> "{\"items\": [" + costs + "], \"next\": null}");
        StandIn.OTHERWISE.put("GET " + API + "/claims/claimable/commitment", none -> """
                {"committed": {"amount": "9000.00", "currency": "EUR"}, "claimed": {"amount": "0.00", "currency": "EUR"},
                 "left": {"amount": "9000.00", "currency": "EUR"}}""");
    }

    @Test
    void a_form_asks_what_the_chosen_kind_says_and_leaves_out_the_rest() {
        var form = page(200, "/cost-options/new?commitment=" + COMMITMENT + "&kind=FLAT_RATE&lang=en");
        assertNotNull(form.getElementById("percent"));
        assertNotNull(form.getElementById("amount"));
        assertNull(form.getElementById("unit"));
        assertNull(form.getElementById("trigger"));
        assertTrue(form.text().contains("Staff costs, up to 15 % (CPR 54(b))"), form.text());
        var all = page(200, "/cost-options/new?commitment=" + COMMITMENT + "&lang=lt");
        assertNotNull(all.getElementById("unit"));
        assertTrue(all.text().contains("Fiksuotoji norma"), all.text());
    }

    @Test
    void its_page_says_what_it_comes_to_and_what_is_left_and_an_approver_decides_there() {
        signIn("approver");
        StandIn.OTHERWISE.put(
                "GET " + API + "/cost-options/" + OPTION, none -> ONE.formatted(OPTION, "PROPOSED", "\"decide\""));
        var page = page(200, "/cost-options/" + OPTION + "?lang=en");
        assertTrue(page.text().contains("by €10.50 a h"), page.text());
        assertTrue(page.text().contains("1720.5 h"), page.text());
        assertTrue(page.text().contains("€9,000.00 of what is committed"), page.text());
        assertNotNull(page.selectFirst("form[action$=/decision]"));
        StandIn.OTHERWISE.put("GET " + API + "/cost-options/" + OPTION, none -> ONE.formatted(OPTION, "APPROVED", ""));
        var approved = page(200, "/cost-options/" + OPTION + "?lang=lt");
        assertTrue(approved.text().replaceAll("\\p{Zs}", " ").contains("po 10,50 € už h"), approved.text());
    }

    @Test
    void a_claim_is_reckoned_by_units_wholes_and_a_part_of_its_staff_costs() {
        var form = page(200, "/claims/new?commitment=" + COMMITMENT + "&lang=en");
        assertTrue(form.text().contains("Hours, by €10.50 a h"), form.text());
        var check = read(
                200,
                send(
                        form,
                        NEW + "/check",
                        Map.of(
                                "costs[0].take", "true",
                                "costs[0].quantity", "2.5",
                                "costs[1].take", "true",
                                "costs[1].description", "Accepted on 3 May",
                                "costs[2].take", "true",
                                "costs[3].take", "true",
                                "costs[3].amount", "100.00",
                                "costs[4].take", "true")));
        for (var said : new String[] {"€26.25", "€1,000.00", "€15.00", "€100.00", "€2,141.25"}) {
            assertTrue(check.text().contains(said), said + " in " + check.text());
        }
    }

    @Test
    void units_and_how_a_lump_sum_became_due_are_asked_for_at_their_option() {
        var form = page(200, "/claims/new?commitment=" + COMMITMENT + "&lang=en");
        var refused = read(400, send(form, NEW + "/check", Map.of("costs[0].take", "true", "costs[1].take", "true")));
        assertEquals(
                "[#costs[0].quantity, #costs[1].description]",
                refused.select(".govuk-error-summary a").eachAttr("href").toString());
    }
}
