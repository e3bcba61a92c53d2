package org.fundtrail.infrastructure.contract;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.map;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.SystemWork;
import org.junit.jupiter.api.Test;

/** A contract in full: where in the budget it belongs, its schedule of values, how it is certified, how far it has come. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ContractInFullTest {
    private static final Map<String, Object> TERMS = Map.of(
            "retention",
            Map.of("rate", "0.10", "limit", eur("150.00")),
            "advance",
            eur("300.00"),
            "securities",
            List.of("PERFORMANCE", "ADVANCE"));

    @Inject
    Balances balances;

    @Inject
    NetAndVat netAndVat;

    @Inject
    SystemWork works;

    @Inject
    EntityManager entities;

    @Inject
    Journal journal;

    private static Map<String, Object> line(String name, String quantity, String price, String costLine) {
        var line = map(
                "line", name, "description", "Part " + name, "unit", "km", "quantity", quantity, "price", eur(price));
        if (costLine != null) {
            line.put("costLine", costLine);
        }
        return line;
    }

    private static String recorded(String project, Map<String, Object> terms) {
        var answer = ENGINEER.post(API + "/projects/{id}/contracts", terms, project);
        assertEquals(201, answer.extract().statusCode(), answer.extract().asString());
        return fields(answer).getString("id");
    }

    private static void approved(String contract) {
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), contract)
                .statusCode(200);
    }

    private static JsonPath fields(ValidatableResponse answer) {
        return answer.extract().jsonPath();
    }

    private Map<String, BigDecimal> standing(String contract) {
        var id = UUID.fromString(contract);
        return balances.of(List.of(id)).getOrDefault(id, Map.of());
    }

    private static void stands(Map<String, BigDecimal> standing, CostAccount account, String amount) {
        assertEquals(new BigDecimal(amount), standing.get(account.name()), account.name());
    }

    @Test
    void without_a_schedule_a_contract_is_one_line_of_the_whole() {
        var id = recorded(recordedProject(), contract("1000.00"));
        var read = fields(ENGINEER.get(API + "/contracts/{id}", id).statusCode(200));
        assertEquals("1", read.getString("schedule[0].line"));
        assertEquals("1000.00", read.getString("schedule[0].amount.amount"));
        assertEquals(null, read.getString("terms"));
        assertEquals(null, read.getString("stage"));
    }

    @Test
    void its_lines_its_cost_lines_and_its_terms_are_read_as_they_were_said() {
        var project = recordedProject();
        var works = recordedCostLine(project, "10.00");
        var equipment = recordedCostLine(project, "10.00");
        var terms = with(contract("1000.00"), "costLine", works);
        terms = with(
                terms,
                "schedule",
                List.of(line("1", "2.5", "200.00", null), line("2", "0.333333", "1500.00", equipment)));
        var id = recorded(project, with(terms, "terms", TERMS));
        var read = fields(ENGINEER.get(API + "/contracts/{id}", id).statusCode(200));
        assertEquals(works, read.getString("costLine.id"));
        assertEquals("500.00", read.getString("schedule[0].amount.amount"));
        assertEquals(works, read.getString("schedule[0].costLine.id"));
        assertEquals("500.00", read.getString("schedule[1].amount.amount"), "0.333333 of 1 500.00 is 499.9995");
        assertEquals(equipment, read.getString("schedule[1].costLine.id"));
        assertEquals("0.1", read.getString("terms.retention.rate"));
        assertEquals("150.00", read.getString("terms.retention.limit.amount"));
        assertEquals("0.25", read.getString("terms.recovery.rate"), "where nothing was said of recovery");
        assertEquals("STANDARD", read.getString("terms.vat"));
    }

    @Test
    void a_cost_line_is_named_by_its_id_or_by_what_it_is_called() {
        var project = recordedProject();
        var works = recordedCostLine(project, "10.00");
        String name = ENGINEER.get(API + "/cost-lines/{id}", works).extract().path("name");
        var id = recorded(project, with(contract("1000.00"), "costLine", name));
        assertEquals(works, fields(ENGINEER.get(API + "/contracts/{id}", id)).getString("costLine.id"));
    }

    @Test
    void approved_its_net_and_its_vat_are_contracted_on_the_rows_of_its_lines() {
        var project = recordedProject();
        var equipment = recordedCostLine(project, "10.00");
        var terms = with(
                contract("0.03"),
                "schedule",
                List.of(line("1", "1", "0.01", null), line("2", "1", "0.01", equipment), line("3", "1", "0.01", null)));
        var id = recorded(project, terms);
        assertEquals(Map.of(), standing(id));
        approved(id);
        var standing = standing(id);
        stands(standing, CostAccount.SIGNED, "-0.04");
        stands(standing, CostAccount.CONTRACTED, "0.03");
        stands(standing, CostAccount.CONTRACTED_VAT, "0.01");
        stands(standing, CostAccount.ORIGINAL_COMMITMENTS, "0.03");
        var onEquipment = balances.keptFor(List.of(UUID.fromString(equipment)), CostAccount.CONTRACTED.name());
        assertEquals(new BigDecimal("0.01"), onEquipment.get(UUID.fromString(equipment)));
    }

    @Test
    void the_vat_of_many_small_rows_is_that_of_the_whole_and_below_zero_on_none() {
        var project = recordedProject();
        var lines = IntStream.range(0, 20)
                .mapToObj(n -> line(String.valueOf(n), "1", "0.03", recordedCostLine(project, "1.00")))
                .toList();
        var id = recorded(project, with(contract("0.60"), "schedule", lines));
        approved(id);
        stands(standing(id), CostAccount.CONTRACTED_VAT, "0.13");
        stands(standing(id), CostAccount.SIGNED, "-0.73");
    }

    @Test
    void a_line_that_is_worth_nothing_may_stand_alone_on_its_cost_line() {
        var project = recordedProject();
        var lines = List.of(
                line("1", "0.1", "0.01", recordedCostLine(project, "1.00")),
                line("2", "1", "5.00", recordedCostLine(project, "5.00")));
        var id = recorded(project, with(contract("5.00"), "schedule", lines));
        approved(id);
        stands(standing(id), CostAccount.CONTRACTED, "5.00");
    }

    @Test
    void a_schedule_has_to_come_to_the_net_worth_with_each_line_once() {
        var at = API + "/projects/{id}/contracts";
        var project = recordedProject();
        var one = line("1", "1", "999.99", null);
        refused(
                ENGINEER.post(at, with(contract("1000.00"), "schedule", List.of(one)), project),
                400,
                "schedule-not-net",
                "schedule");
        for (var wrong : List.of("0", "0.00", "-1", "1.0000001", "1e3", "many", "1234567890123")) {
            refused(
                    ENGINEER.post(
                            at,
                            with(contract("1000.00"), "schedule", List.of(line("1", wrong, "1.00", null))),
                            project),
                    400,
                    "quantity-malformed",
                    "schedule[0].quantity");
        }
        var vast = List.of(line("1", "999999999999", "9999999999999.99", null));
        refused(
                ENGINEER.post(at, with(contract("1000.00"), "schedule", vast), project),
                400,
                "schedule-not-net",
                "schedule");
        var twice = List.of(line("1", "1", "500.00", null), line("1", "1", "500.00", null));
        refused(
                ENGINEER.post(at, with(contract("1000.00"), "schedule", twice), project),
                400,
                "line-twice",
                "schedule");
        var elsewhere = recordedCostLine(recordedProject(), "10.00");
        refused(
                ENGINEER.post(at, with(contract("1000.00"), "costLine", elsewhere), project),
                400,
                "cost-line-unknown",
                "costLine");
        refused(
                ENGINEER.post(
                        at,
                        with(contract("1000.00"), "schedule", List.of(line("1", "1", "1000.00", elsewhere))),
                        project),
                400,
                "cost-line-unknown",
                "schedule[0].costLine");
        refused(
                ENGINEER.post(at, with(contract("299.99"), "terms", TERMS), project),
                400,
                "advance-above-net",
                "terms.advance");
    }

    @Test
    void a_contract_in_force_comes_stage_by_stage_to_its_final_acceptance() {
        var id = recorded(recordedProject(), contract("10.00"));
        var at = API + "/contracts/{id}/steps";
        refused(ENGINEER.post(at, Map.of("step", "PERFORMING"), id), 409, "wrong-state", null);
        approved(id);
        var read = fields(ENGINEER.get(API + "/contracts/{id}", id));
        assertEquals("SIGNED", read.getString("stage"));
        assertEquals("2021-09-13", read.getString("stageSince"));
        refused(ENGINEER.post(at, Map.of("step", "PERFORMING", "on", "2021-09-12"), id), 400, "end-before-start", "on");
        APPROVER.post(at, Map.of("step", "PERFORMING"), id).statusCode(403);
        var answer = ENGINEER.post(at, Map.of("step", "PERFORMING", "on", "2021-10-01"), id)
                .statusCode(200);
        assertEquals("PERFORMING", fields(answer).getString("stage"));
        assertEquals("APPROVED", fields(answer).getString("status"));
        refused(ENGINEER.post(at, Map.of("step", "FINAL_ACCEPTANCE"), id), 409, "wrong-state", null);
        assertTrue(
                !fields(answer).getString("actions").contains("taken-over"),
                "a certificate says it, or it is kept where the acceptance is kept");
        ENGINEER.post(at, Map.of("step", "TAKEN_OVER", "on", "2022-04-30"), id).statusCode(200);
        ENGINEER.post(at, Map.of("step", "DEFECTS_PERIOD", "on", "2022-05-01"), id)
                .statusCode(200);
        var last = ENGINEER.post(at, Map.of("step", "FINAL_ACCEPTANCE", "on", "2024-05-01"), id)
                .statusCode(200);
        assertEquals("2024-05-01", fields(last).getString("stageSince"));
        assertTrue(!fields(last).getString("actions").toString().contains("final-acceptance"));
    }

    @Test
    void where_certificates_take_over_no_step_does() {
        var id = recorded(recordedProject(), with(contract("1000.00"), "terms", TERMS));
        approved(id);
        refused(
                ENGINEER.post(API + "/contracts/{id}/steps", Map.of("step", "TAKEN_OVER"), id),
                409,
                "wrong-state",
                null);
    }

    @Test
    void what_was_contracted_with_vat_on_one_account_is_parted_once_at_the_next_start() {
        var id = recorded(recordedProject(), contract("100.00"));
        approvedAsBefore(id);
        stands(standing(id), CostAccount.CONTRACTED, "121.00");
        netAndVat.onStart(null);
        netAndVat.onStart(null);
        var standing = standing(id);
        stands(standing, CostAccount.SIGNED, "-121.00");
        stands(standing, CostAccount.CONTRACTED, "100.00");
        stands(standing, CostAccount.CONTRACTED_VAT, "21.00");
        stands(standing, CostAccount.ORIGINAL_COMMITMENTS, "100.00");
        assertEquals("SIGNED", fields(ENGINEER.get(API + "/contracts/{id}", id)).getString("stage"));
    }

    /** As approvals wrote it before: its worth with VAT on one account. */
    private void approvedAsBefore(String id) {
        works.once("import", "LT-VRM", id, by -> {
            var contract = entities.find(Contract.class, UUID.fromString(id));
            entities.createNativeQuery("INSERT INTO journal.step (record, n, round, step, person, at)"
                            + " VALUES (:record, 2, 1, 'APPROVE', :person, :at)")
                    .setParameter("record", contract.id())
                    .setParameter("person", by.id())
                    .setParameter("at", by.at())
                    .executeUpdate();
            var before = contract.facts();
            contract.become(ApprovalStatus.APPROVED);
            journal.write(Change.of(contract, "system", "contract.approved", by, before)
                    .on(contract.signedOn())
                    .moving(
                            contract.gross(),
                            CostAccount.SIGNED.of(contract.id(), contract.row()),
                            CostAccount.CONTRACTED.of(contract.id(), contract.row())));
        });
    }
}
