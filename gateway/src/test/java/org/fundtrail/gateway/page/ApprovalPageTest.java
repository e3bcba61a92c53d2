package org.fundtrail.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StandIn.class, restrictToAnnotatedClass = true)
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
                List.of("/allocations/a1"), page.select("main tbody th a[href]").eachAttr("href"));
    }
}
