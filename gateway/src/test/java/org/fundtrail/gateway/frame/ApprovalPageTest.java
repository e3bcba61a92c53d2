package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApprovalPageTest extends PageTest {

    @Test
    void whatever_waits_is_listed_also_of_a_type_that_the_pages_have_no_word_for() {
        StandIn.OTHERWISE.put("GET /api/funding/v1/approvals", said -> said.replace("\"allocation\"", "\"pledge\""));
        var page = page(200, "/approvals?lang=en");
        assertEquals(List.of("Allocations", "pledge"), page.select("main h2").eachText());
        assertEquals(
                List.of("EMAS-2021-LT", "EMAS-2021-LT"),
                page.select("main tbody th a").eachText());
        assertEquals(
                List.of("/allocations/00000000-0000-4000-8000-0000000000a1"),
                page.select("main tbody th a[href]").eachAttr("href"));
    }

    @Test
    void where_more_waits_than_is_counted_the_heading_says_so() {
        assertEquals(
                "2 records wait for your decision",
                page(200, "/approvals?lang=en").selectFirst("h1").ownText());
        StandIn.OTHERWISE.put("GET /api/funding/v1/approvals", said -> said.replace("\"count\": 1", "\"count\": 1000"));
        assertEquals(
                "At least 1,001 records wait for your decision",
                page(200, "/approvals?lang=en").selectFirst("h1").ownText());
    }
}
