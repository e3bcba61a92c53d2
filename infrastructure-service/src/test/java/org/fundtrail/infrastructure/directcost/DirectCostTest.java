package org.fundtrail.infrastructure.directcost;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.approvedIn;
import static org.fundtrail.infrastructure.Infrastructure.directCost;
import static org.fundtrail.infrastructure.Infrastructure.proposedIn;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class DirectCostTest {
    private static final String ROOM = "direct-costs";

    @Test
    void an_approved_direct_cost_is_an_actual_cost_of_its_line_from_its_day_on_even_above_the_budget() {
        var project = recordedProject();
        var line = recordedCostLine(project, "1.00");
        var id = approvedIn(ROOM, project, directCost(line, "550000.00"));
        AUDITOR.get(API + "/entries?subject=" + id)
                .body("items.action", contains("direct-cost.recorded", "direct-cost.approved"))
                .body("items[0].postings", hasSize(0))
                .body("items[1].effectiveDate", equalTo("2021-11-30"))
                .body("items[1].postings.debit", contains("STATED/" + id + "/" + line + "/EUR"))
                .body("items[1].postings.credit", contains("DIRECT_ACTUAL/" + id + "/" + line + "/EUR"))
                .body("items[1].postings.amount.amount", contains("550000.00"));
    }

    @Test
    void that_no_paper_is_named_is_stated_and_not_refused() {
        var project = recordedProject();
        var id = proposedIn(ROOM, project, with(directCost(recordedCostLine(project, "1.00"), "1.00"), "paper", null));
        ENGINEER.get(API + "/direct-costs/{id}", id).body("paper", nullValue());
    }

    @Test
    void a_line_of_another_project_is_refused_and_the_list_is_of_its_project() {
        var project = recordedProject();
        var foreign = recordedCostLine(recordedProject(), "1.00");
        refused(
                ENGINEER.post(API + "/projects/{id}/direct-costs", directCost(foreign, "1.00"), project),
                400,
                "cost-line-unknown",
                "costLine");
        var id = proposedIn(ROOM, project, directCost(recordedCostLine(project, "1.00"), "1.00"));
        ENGINEER.get(API + "/projects/{id}/direct-costs", project).body("items.id", contains(id));
    }

    @Test
    void it_is_found_by_what_it_was_for_and_by_its_paper() {
        var project = recordedProject();
        var terms = with(directCost(recordedCostLine(project, "1.00"), "1.00"), "paper", "Mokėjimo žiniaraštis 7781");
        var id = proposedIn(ROOM, project, terms);
        AUDITOR.get(API + "/search?q=" + terms.get("description")).body("id", hasItem(id));
        AUDITOR.get(API + "/search?q=ziniarastis 7781").body("id", hasItem(id));
    }
}
