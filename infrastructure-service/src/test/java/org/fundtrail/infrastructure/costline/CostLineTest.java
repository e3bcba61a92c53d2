package org.fundtrail.infrastructure.costline;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.budgetChange;
import static org.fundtrail.infrastructure.Infrastructure.costLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class CostLineTest {
    private static final String LINES = API + "/projects/{id}/cost-lines";

    @Inject
    EntityManager entities;

    @Test
    void the_original_budget_of_a_line_is_its_eligible_and_its_not_eligible_part_and_moves_from_what_is_stated() {
        var project = recordedProject();
        var terms = with(costLine("10000000.01"), "notEligible", eur("990100.00"));
        String id = ENGINEER.post(LINES, terms, project)
                .statusCode(201)
                .body("originalBudget.amount", equalTo("10990100.01"))
                .body("transfers.amount", equalTo("0.00"))
                .body("budgetChanges.amount", equalTo("0.00"))
                .body("pendingBudgetChanges.amount", equalTo("0.00"))
                .body("currentBudget.amount", equalTo("10990100.01"))
                .body("euShare", equalTo("0.75"))
                .body("project.id", equalTo(project))
                .extract()
                .path("id");
        AUDITOR.get(API + "/entries?subject=" + id)
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("cost-line.recorded"))
                .body("items[0].postings.debit", contains("STATED/" + id + "/" + id + "/EUR"))
                .body("items[0].postings.credit", contains("ORIGINAL_BUDGET/" + id + "/" + id + "/EUR"))
                .body("items[0].postings.amount.amount", contains("10990100.01"));
    }

    @Test
    void a_line_counts_from_the_day_on_which_its_budget_was_decided() {
        var project = recordedProject();
        ENGINEER.post(LINES, with(costLine("100.00"), "from", "2021-08-23"), project)
                .statusCode(201)
                .body("from", equalTo("2021-08-23"));
        var report = API + "/projects/" + project + "/cost-report?asOf=";
        ENGINEER.get(report + "2021-08-22").body("totals.originalBudget.amount", equalTo("0.00"));
        ENGINEER.get(report + "2021-08-23").body("totals.originalBudget.amount", equalTo("100.00"));
        var today = LocalDate.now(ZoneId.of("Europe/Vilnius"));
        ENGINEER.post(LINES, with(costLine("1.00"), "name", "Counts from today on"), project)
                .body("from", equalTo(today.toString()));
        refused(
                ENGINEER.post(
                        LINES, with(costLine("1.00"), "from", today.plusDays(1).toString()), project),
                400,
                "date-in-future",
                "from");
    }

    @Test
    void what_draws_on_a_line_counts_from_its_own_first_day_on_and_not_before() {
        var project = recordedProject();
        String line = ENGINEER.post(LINES, with(costLine("100.00"), "from", "2021-08-23"), project)
                .extract()
                .path("id");
        ENGINEER.post(
                        API + "/projects/{id}/budget-changes",
                        with(budgetChange(line, "-10.00"), "on", "2021-08-23"),
                        project)
                .statusCode(201);
        refused(
                ENGINEER.post(
                        API + "/projects/{id}/budget-changes",
                        with(budgetChange(line, "-10.00"), "on", "2021-08-22"),
                        project),
                400,
                "end-before-start",
                "on");
    }

    @Test
    void a_line_without_a_budget_moves_nothing_and_gets_it_by_transfers() {
        var id = recordedCostLine(recordedProject(), "0.00");
        ENGINEER.get(API + "/cost-lines/{id}", id).body("currentBudget.amount", equalTo("0.00"));
        AUDITOR.get(API + "/entries?subject=" + id).body("items[0].postings", hasSize(0));
    }

    @Test
    void lines_of_a_project_are_listed_as_they_were_recorded_and_those_of_no_other() {
        var project = recordedProject();
        var first = recordedCostLine(project, "1.00");
        var second = recordedCostLine(project, "2.00");
        recordedCostLine(recordedProject(), "3.00");
        ENGINEER.get(LINES, project).body("items.id", contains(first, second)).body("count", equalTo(2));
        LATVIAN_ENGINEER.get(LINES, project).statusCode(404);
    }

    @Test
    void a_name_is_taken_in_its_project_alone() {
        var terms = costLine("1.00");
        var project = recordedProject();
        ENGINEER.post(LINES, terms, project).statusCode(201);
        refused(ENGINEER.post(LINES, terms, project), 409, "cost-line-name-taken", "name");
        ENGINEER.post(LINES, terms, recordedProject()).statusCode(201);
    }

    @Test
    @Transactional
    void what_of_a_cost_is_eligible_follows_the_parts_of_its_line_half_up() {
        assertEquals(Money.eur("0.67"), line("2.00", "1.00").eligible(Money.eur("1.00")));
        assertEquals(Money.eur("0.01"), line("1.00", "1.00").eligible(Money.eur("0.01")));
        assertEquals(Money.eur("-0.67"), line("2.00", "1.00").eligible(Money.eur("-1.00")));
        assertEquals(Money.eur("5.00"), line("1.00", "0.00").eligible(Money.eur("5.00")));
        assertEquals(Money.zero(), line("0.00", "1.00").eligible(Money.eur("5.00")));
        assertEquals(Money.zero(), line("0.00", "0.00").eligible(Money.eur("5.00")));
    }

    private CostLine line(String eligible, String notEligible) {
        var terms = with(costLine(eligible), "notEligible", eur(notEligible));
        String id = ENGINEER.post(LINES, terms, recordedProject())
                .statusCode(201)
                .extract()
                .path("id");
        return entities.find(CostLine.class, UUID.fromString(id));
    }
}
