package org.fundtrail.infrastructure.budget;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.approvedIn;
import static org.fundtrail.infrastructure.Infrastructure.budgetChange;
import static org.fundtrail.infrastructure.Infrastructure.budgetTransfer;
import static org.fundtrail.infrastructure.Infrastructure.proposedIn;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Clock;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class BudgetTest {
    private static final String TRANSFERS = "budget-transfers";
    private static final String CHANGES = "budget-changes";
    private static final Map<String, String> APPROVE = Map.of("outcome", "APPROVED");
    private static final Map<String, String> RETURN = Map.of("outcome", "RETURNED", "reason", "Once more");
    private static final Map<String, String> REJECT = Map.of("outcome", "REJECTED", "reason", "No");
    private static final Map<String, String> WITHDRAW = Map.of("step", "WITHDRAW");

    /** Fails unless the line has this original budget, transfers, changes, current budget and pending changes. */
    private static void budget(
            String line, String original, String transfers, String changes, String now, String pending) {
        ENGINEER.get(API + "/cost-lines/{id}", line)
                .body("originalBudget.amount", equalTo(original))
                .body("transfers.amount", equalTo(transfers))
                .body("budgetChanges.amount", equalTo(changes))
                .body("currentBudget.amount", equalTo(now))
                .body("pendingBudgetChanges.amount", equalTo(pending));
    }

    private static ValidatableResponse decide(String room, String id, Object decision) {
        return APPROVER.post(API + "/" + room + "/{id}/decision", decision, id);
    }

    @Test
    void a_transfer_moves_its_amount_once_somebody_else_approves_it_and_the_project_keeps_its_budget() {
        var project = recordedProject();
        var works = recordedCostLine(project, "30000000.00");
        var contingency = recordedCostLine(project, "3000000.00");
        var id = proposedIn(TRANSFERS, project, budgetTransfer(contingency, works, "2000000.00"));
        budget(works, "30000000.00", "0.00", "0.00", "30000000.00", "0.00");
        decide(TRANSFERS, id, APPROVE)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("from.id", equalTo(contingency))
                .body("to.id", equalTo(works));
        budget(works, "30000000.00", "2000000.00", "0.00", "32000000.00", "0.00");
        budget(contingency, "3000000.00", "-2000000.00", "0.00", "1000000.00", "0.00");
        AUDITOR.get(API + "/entries?subject=" + id)
                .body("items.action", contains("budget-transfer.recorded", "budget-transfer.approved"))
                .body("items[1].postings.debit", contains("TRANSFERS/" + contingency + "/" + contingency + "/EUR"))
                .body("items[1].postings.credit", contains("TRANSFERS/" + works + "/" + works + "/EUR"));
    }

    @Test
    void who_proposed_a_transfer_does_not_approve_it() {
        var both = new Person("both-budget", Role.PROJECT_OFFICER + " " + Role.APPROVER, "LT-VRM");
        var project = recordedProject();
        var from = recordedCostLine(project, "1.00");
        String id = both.post(
                        API + "/projects/{id}/" + TRANSFERS,
                        budgetTransfer(from, recordedCostLine(project, "0.00"), "1.00"),
                        project)
                .statusCode(201)
                .extract()
                .path("id");
        both.post(API + "/" + TRANSFERS + "/{id}/decision", APPROVE, id)
                .statusCode(403)
                .body("code", equalTo("own-record"));
        budget(from, "1.00", "0.00", "0.00", "1.00", "0.00");
    }

    @Test
    void a_line_of_another_project_is_refused_by_its_field() {
        var project = recordedProject();
        var line = recordedCostLine(project, "1.00");
        var foreign = recordedCostLine(recordedProject(), "1.00");
        var at = API + "/projects/" + project;
        refused(
                ENGINEER.post(at + "/budget-transfers", budgetTransfer(line, foreign, "1.00")),
                400,
                "cost-line-unknown",
                "to");
        refused(
                ENGINEER.post(at + "/budget-transfers", budgetTransfer(foreign, line, "1.00")),
                400,
                "cost-line-unknown",
                "from");
        var nobodys = UUID.randomUUID().toString();
        refused(
                ENGINEER.post(at + "/budget-changes", budgetChange(nobodys, "1.00")),
                400,
                "cost-line-unknown",
                "costLine");
        refused(
                ENGINEER.post(at + "/budget-transfers", budgetTransfer(line, line, "1.00")),
                400,
                "same-cost-line",
                "to");
    }

    @Test
    void what_would_make_a_budget_negative_is_refused_when_it_is_recorded_and_when_it_is_approved() {
        var project = recordedProject();
        var from = recordedCostLine(project, "10.00");
        var to = recordedCostLine(project, "0.00");
        refused(
                ENGINEER.post(API + "/projects/{id}/budget-transfers", budgetTransfer(from, to, "10.01"), project)
                        .body("params.available", equalTo("EUR\u00a010.00")),
                409,
                "exceeds-budget",
                "amount");
        refused(
                ENGINEER.post(API + "/projects/{id}/budget-changes", budgetChange(from, "-10.01"), project),
                409,
                "exceeds-budget",
                "amount");
        var transfer = proposedIn(TRANSFERS, project, budgetTransfer(from, to, "6.00"));
        var change = proposedIn(CHANGES, project, budgetChange(from, "-6.00"));
        decide(TRANSFERS, transfer, APPROVE).statusCode(200);
        refused(decide(CHANGES, change, APPROVE), 409, "exceeds-budget", "amount");
        budget(from, "10.00", "-6.00", "0.00", "4.00", "-6.00"); // it still waits
        decide(CHANGES, change, RETURN).statusCode(200);
        refused(
                ENGINEER.put("\"1\"", API + "/budget-changes/{id}", budgetChange(from, "-4.01"), change),
                409,
                "exceeds-budget",
                "amount");
        ENGINEER.put("\"1\"", API + "/budget-changes/{id}", budgetChange(from, "-4.00"), change)
                .statusCode(200);
        decide(CHANGES, change, APPROVE).statusCode(200);
        budget(from, "10.00", "-6.00", "-4.00", "0.00", "0.00");
    }

    @Test
    void a_change_is_pending_while_it_waits_and_no_longer_once_it_is_decided_or_withdrawn() {
        var project = recordedProject();
        var line = recordedCostLine(project, "10.00");
        var id = proposedIn(CHANGES, project, budgetChange(line, "5.00"));
        budget(line, "10.00", "0.00", "0.00", "10.00", "5.00");
        decide(CHANGES, id, RETURN).statusCode(200);
        budget(line, "10.00", "0.00", "0.00", "10.00", "0.00");
        ENGINEER.put("\"1\"", API + "/budget-changes/{id}", budgetChange(line, "-3.00"), id)
                .statusCode(200);
        budget(line, "10.00", "0.00", "0.00", "10.00", "-3.00");
        decide(CHANGES, id, APPROVE).statusCode(200);
        budget(line, "10.00", "0.00", "-3.00", "7.00", "0.00");
        decide(CHANGES, proposedIn(CHANGES, project, budgetChange(line, "1.00")), REJECT)
                .statusCode(200);
        budget(line, "10.00", "0.00", "-3.00", "7.00", "0.00");
        var withdrawn = proposedIn(CHANGES, project, budgetChange(line, "1.00"));
        ENGINEER.post(API + "/budget-changes/{id}/steps", WITHDRAW, withdrawn).statusCode(200);
        var cameBack = proposedIn(CHANGES, project, budgetChange(line, "1.00"));
        decide(CHANGES, cameBack, RETURN).statusCode(200);
        ENGINEER.post(API + "/budget-changes/{id}/steps", WITHDRAW, cameBack).statusCode(200);
        budget(line, "10.00", "0.00", "-3.00", "7.00", "0.00");
        ENGINEER.get(API + "/projects/{id}/budget-changes", project)
                .body("items.status", contains("APPROVED", "REJECTED", "WITHDRAWN", "WITHDRAWN"))
                .body("items[0].decision.reference", equalTo("Resolution No. 667"));
    }

    @Test
    void a_transfer_or_a_step_counts_on_no_day_before_its_lines_do() {
        var project = recordedProject();
        var line = recordedCostLine(project, "10.00");
        var yesterday = LocalDate.now(Time.VILNIUS).minusDays(1).toString();
        var transfer = budgetTransfer(line, recordedCostLine(project, "0.00"), "1.00");
        var at = API + "/projects/" + project;
        refused(
                ENGINEER.post(at + "/budget-transfers", with(transfer, "on", yesterday)),
                400,
                "end-before-start",
                "on");
        refused(
                ENGINEER.post(at + "/budget-changes", with(budgetChange(line, "1.00"), "on", yesterday)),
                400,
                "end-before-start",
                "on");
        var id = proposedIn(TRANSFERS, project, transfer);
        refused(
                ENGINEER.post(API + "/budget-transfers/{id}/steps", Map.of("step", "WITHDRAW", "on", yesterday), id),
                400,
                "end-before-start",
                "on");
    }

    @Test
    void what_a_later_day_brought_is_not_taken_on_an_earlier_one() {
        var project = recordedProject();
        var line = recordedCostLine(project, "10.00");
        var other = recordedCostLine(project, "12.00");
        var today = LocalDate.now(Time.VILNIUS);
        Clock.ahead(Duration.ofDays(9), () -> {
            approvedIn(CHANGES, project, with(budgetChange(line, "5.00"), "on", day(today, 5)));
            approvedIn(TRANSFERS, project, with(budgetTransfer(line, other, "12.00"), "on", day(today, 7)));
            // 10 stands there until the fifth day, then 15, and 3 from the seventh on
            for (var from : List.of(day(today, 0), day(today, 6), day(today, 9))) {
                refused(
                        ENGINEER.post(
                                        API + "/projects/{id}/budget-changes",
                                        with(budgetChange(line, "-3.01"), "on", from),
                                        project)
                                .body("params.available", equalTo("EUR\u00a03.00")),
                        409,
                        "exceeds-budget",
                        "amount");
            }
            approvedIn(TRANSFERS, project, with(budgetTransfer(other, line, "12.00"), "on", day(today, 8)));
            // 15 stands there from the eighth day on, but still 3 on the seventh
            refused(
                    ENGINEER.post(
                            API + "/projects/{id}/budget-changes",
                            with(budgetChange(line, "-4.00"), "on", day(today, 6)),
                            project),
                    409,
                    "exceeds-budget",
                    "amount");
            approvedIn(CHANGES, project, with(budgetChange(line, "-4.00"), "on", day(today, 8)));
        });
        budget(line, "10.00", "0.00", "1.00", "11.00", "0.00");
    }

    private static String day(LocalDate today, int later) {
        return today.plusDays(later).toString();
    }

    @Test
    void of_many_who_take_the_last_euro_of_a_line_one_gets_it() {
        var project = recordedProject();
        var from = recordedCostLine(project, "1.00");
        var sent = new ArrayList<Crowd.Sent>();
        for (int n = 0; n < 4; n++) {
            var transfer =
                    proposedIn(TRANSFERS, project, budgetTransfer(from, recordedCostLine(project, "0.00"), "1.00"));
            var change = proposedIn(CHANGES, project, budgetChange(from, "-1.00"));
            for (var path : List.of("/budget-transfers/" + transfer, "/budget-changes/" + change)) {
                sent.add(Crowd.Sent.of(APPROVER, API + path + "/decision", "{\"outcome\": \"APPROVED\"}"));
            }
        }
        var heard = Crowd.atOnce(sent);
        Crowd.with(200, 1, heard);
        Crowd.with(409, 7, heard).forEach(refused -> assertEquals("exceeds-budget", refused.code()));
        ENGINEER.get(API + "/cost-lines/{id}", from).body("currentBudget.amount", equalTo("0.00"));
    }

    /** Whatever is moved and changed: transfers add up to nothing, no budget is below zero, and each is what a plain sum says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void transfers_of_a_project_add_up_to_nothing(long seed) {
        var random = new Random(seed);
        var project = recordedProject();
        var expected = new HashMap<String, BigDecimal>();
        var lines = new ArrayList<String>();
        for (var budget : List.of("100.00", "40.00", "0.00", "7.35")) {
            lines.add(recordedCostLine(project, budget));
            expected.put(lines.get(lines.size() - 1), new BigDecimal(budget));
        }
        for (int n = 0; n < 25; n++) {
            var amount = BigDecimal.valueOf(1 + random.nextInt(6000), 2);
            var from = lines.get(random.nextInt(lines.size()));
            var to = lines.get(random.nextInt(lines.size()));
            boolean transfers = !from.equals(to);
            var outcome = List.of(APPROVE, APPROVE, REJECT).get(random.nextInt(3));
            var answer = ENGINEER.post(
                    API + "/projects/{id}/" + (transfers ? TRANSFERS : CHANGES),
                    transfers
                            ? budgetTransfer(from, to, amount.toPlainString())
                            : budgetChange(from, amount.negate().toPlainString()),
                    project);
            boolean fits = expected.get(from).compareTo(amount) >= 0;
            answer.statusCode(fits ? 201 : 409);
            if (fits) {
                decide(transfers ? TRANSFERS : CHANGES, answer.extract().path("id"), outcome)
                        .statusCode(200);
            }
            if (fits && outcome == APPROVE) {
                expected.merge(from, amount.negate(), BigDecimal::add);
                expected.computeIfPresent(transfers ? to : null, (line, budget) -> budget.add(amount));
            }
        }
        var shown = ENGINEER.get(API + "/projects/{id}/cost-lines", project)
                .extract()
                .jsonPath();
        var sum = shown.<String>getList("items.transfers.amount").stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sum.signum(), sum::toString);
        for (int n = 0; n < lines.size(); n++) {
            var budget = new BigDecimal(shown.getString("items[" + n + "].currentBudget.amount"));
            assertEquals(0, budget.compareTo(expected.get(lines.get(n))), budget + " and not " + expected);
            assertTrue(budget.signum() >= 0);
            assertEquals("0.00", shown.getString("items[" + n + "].pendingBudgetChanges.amount"));
        }
    }

    @Test
    void what_waits_names_its_lines_and_what_it_takes() {
        var project = recordedProject();
        var line = recordedCostLine(project, "1.00");
        var id = proposedIn(CHANGES, project, with(budgetChange(line, "-1.00"), "amount", eur("-0.77")));
        AUDITOR.get(API + "/approvals?type=budget-change&limit=200").body("items.id", hasItem(id));
        AUDITOR.get(API + "/approvals?type=budget-change&limit=200")
                .body("items.find { it.id == '" + id + "' }.amount.amount", equalTo("-0.77"));
    }
}
