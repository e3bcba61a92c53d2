package org.fundtrail.funding.doublefunding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.claim.Claiming.APPROVED;
import static org.fundtrail.funding.claim.Claiming.claim;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.ofState;
import static org.fundtrail.funding.claim.Claiming.ofUnion;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.claim.Claiming.submitted;
import static org.fundtrail.funding.claim.Claiming.verify;
import static org.fundtrail.funding.recovery.Recovering.of;
import static org.fundtrail.funding.recovery.Recovering.ordered;
import static org.fundtrail.funding.recovery.Recovering.pay;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.Item;
import org.fundtrail.journal.Books;
import org.junit.jupiter.api.Test;

/** What is close to being funded or declared in full is found by the share that is kept with what moves it. */
@QuarkusTest
class DoubleFundingTest {

    private static ValidatableResponse listed(String project, String more) {
        return AUDITOR.get(API + "/double-funding?project={p}" + more, project).statusCode(200);
    }

    @Test
    void its_share_is_the_larger_of_what_is_funded_and_what_is_declared_and_follows_every_step() {
        var project = project();
        var invoice = Item.invoice(project, "121.00", "100.00");
        var union = ofUnion("0.8", project, "80.00");
        var id = submitted(claim(union, project, line(invoice, "95.00")));
        listed(project, "").body("items.share", contains("0.95")).body("items.fundedShare", contains("0.628099"));
        var state = submitted(claim(ofState(project, "50.00"), project, line(invoice, "45.00")));
        listed(project, "&share=0.95&several=true")
                .body("items.share", contains("1")) // 76.00 and 45.00 of 121.00
                .body("items.fundedShare", contains("1"));
        OFFICER.post(API + "/claims/{id}/withdrawal", Map.of("reason", "Not now"), state)
                .statusCode(200);
        listed(project, "&share=0.5").body("items.share", contains("0.95"));
        listed(project, "&share=0.950001").body("items", empty());
        verify(id, Claiming.deducting(Claiming.deduction(1, "5.00", "NOT_PROVEN")))
                .statusCode(200);
        listed(project, "").body("items.share", contains("0.9"));
        Claiming.authorise(id, APPROVED).statusCode(200);
        Claiming.pay(id).statusCode(200);
        pay(ordered(of(id, "8.00")), "2023-10-20").statusCode(200);
        listed(project, "&share=0").body("items.share", contains("0.8")); // 10.00 of 90.00 came back
    }

    @Test
    void those_that_are_nearest_to_all_of_it_come_first_page_after_page() {
        var project = project();
        var union = ofUnion("0.8", project, "800.00");
        var all = Stream.of("91.00", "100.00", "97.00", "89.00").collect(Collectors.toMap(part -> part, part -> {
            var item = Item.invoice(project, "100.00", "100.00");
            submitted(claim(union, project, line(item, part)));
            return item.id().toString();
        }));
        var first = listed(project, "&limit=2")
                .body("items.id", contains(all.get("100.00"), all.get("97.00")))
                .extract()
                .<String>path("next");
        listed(project, "&limit=2&after=" + first)
                .body("items.id", contains(all.get("91.00")))
                .body("next", equalTo(null));
    }

    @Test
    void what_is_kept_is_what_the_entries_come_to() {
        its_share_is_the_larger_of_what_is_funded_and_what_is_declared_and_follows_every_step();
        var different = Books.rows("""
                WITH fold AS (
                    SELECT a.owner, a.kind, sum(CASE WHEN p.credit = a.id THEN p.amount ELSE -p.amount END) AS stands
                    FROM journal.account a JOIN journal.posting p ON a.id IN (p.credit, p.debit)
                    WHERE a.kind IN ('FUNDED', 'UNFUNDED', 'DECLARED', 'NOT_ELIGIBLE') GROUP BY a.owner, a.kind),
                at AS (
                    SELECT owner, coalesce(sum(stands) FILTER (WHERE kind = 'FUNDED'), 0) AS funded,
                        coalesce(sum(stands) FILTER (WHERE kind = 'UNFUNDED'), 0) AS unfunded,
                        coalesce(sum(stands) FILTER (WHERE kind = 'DECLARED'), 0) AS declared,
                        coalesce(sum(stands) FILTER (WHERE kind = 'NOT_ELIGIBLE'), 0) AS not_eligible
                    FROM fold GROUP BY owner)
                SELECT e.id, s.share, at.funded, at.declared FROM funding.expenditure e JOIN at ON at.owner = e.id
                    LEFT JOIN funding.cost_share s ON s.id = e.id
                WHERE s.share IS DISTINCT FROM greatest(
                    funding.taken_share(at.funded, at.unfunded, CASE WHEN e.counts THEN e.gross - e.credited ELSE 0 END),
                    funding.taken_share(at.declared, at.not_eligible, CASE WHEN e.counts AND e.eligible > 0
                        THEN e.eu_eligible - round(e.eu_eligible * e.eligible_credited / e.eligible, 2) ELSE 0 END))""");
        assertEquals(List.of(), different);
    }

    @Test
    void it_is_a_range_of_an_index_for_everybody_and_for_several_claims() throws SQLException {
        for (var several : List.of(false, true)) {
            for (var institution : List.of("LT-VRM", "")) {
                var asked = SharedCosts.asked(
                        new SharedCosts.Query(null, new BigDecimal("0.9"), several),
                        institution.isEmpty() ? null : institution,
                        null,
                        50);
                var plan = plan(asked);
                assertTrue(plan.contains(several ? "of_several" : "by_share"), plan);
                assertTrue(plan.contains("Index Cond"), plan);
                assertFalse(plan.contains("->  Sort"), plan);
            }
        }
    }

    private static String plan(SharedCosts.Asked asked) throws SQLException {
        try (var connection = Books.superuser();
                var set = connection.createStatement();
                var explain = connection.prepareStatement("EXPLAIN " + asked.sql())) {
            set.execute("SET enable_seqscan = off");
            for (int n = 0; n < asked.values().size(); n++) {
                explain.setObject(n + 1, asked.values().get(n));
            }
            var plan = new StringBuilder();
            try (var line = explain.executeQuery()) {
                while (line.next()) {
                    plan.append(line.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
