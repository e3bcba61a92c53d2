package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.approved;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.proposedBaseline;
import static org.fundtrail.infrastructure.Infrastructure.recordedEstimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.subcontractor;
import static org.fundtrail.records.Person.ENGINEER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second lock: what the database refuses, whatever the program tries. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class DatabaseTest {
    private static final String NOT_PERMITTED = "42501";
    private static final String CHECK_BROKEN = "23514";
    private static final String REFERENCE_BROKEN = "23503";
    private static final String TAKEN = "23505";

    @Inject
    AgroalDataSource asTheService;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE infrastructure.project SET kind = 'RECEPTION'",
                "UPDATE infrastructure.project SET reference = 'x' WHERE id = (SELECT id FROM infrastructure.project LIMIT 1)",
                "UPDATE infrastructure.works_programme SET title_en = 'x'",
                "UPDATE infrastructure.project SET works_programme_id = NULL, place = 'x'",
                "UPDATE infrastructure.estimate SET amount = 1",
                "UPDATE infrastructure.baseline SET n = 7",
                "UPDATE infrastructure.baseline SET status = 'APPROVED', n = 7 WHERE status = 'PROPOSED'",
                "UPDATE infrastructure.baseline SET estimate_id = estimate_id",
                "UPDATE infrastructure.baseline SET reason = 'x'",
                "UPDATE infrastructure.contract SET project_id = project_id",
                "UPDATE infrastructure.contract SET recorded_by = recorded_by",
                "UPDATE infrastructure.contract SET net = net + 1, gross = gross + 1",
                "UPDATE infrastructure.contract SET status = 'APPROVED' WHERE status = 'PROPOSED'",
                "UPDATE infrastructure.contract SET contractor_id = contractor_id, reference = 'x'",
                "UPDATE infrastructure.contract SET contractor_id = (SELECT id FROM journal.identity WHERE id <> contractor_id LIMIT 1) WHERE status = 'APPROVED'",
                "UPDATE journal.identity SET name = 'x'",
                "DELETE FROM journal.identity",
                "SELECT journal.erase_identity(id) FROM journal.identity WHERE erased_at IS NULL",
                "UPDATE infrastructure.subcontractor SET amount = 1",
                "DELETE FROM infrastructure.subcontractor_owner",
                "INSERT INTO infrastructure.subcontractor_owner SELECT s.id, 99, s.identity_id FROM infrastructure.subcontractor s",
                "DELETE FROM infrastructure.project",
                "DELETE FROM infrastructure.works_programme",
                "DELETE FROM infrastructure.estimate",
                "DELETE FROM infrastructure.baseline",
                "DELETE FROM infrastructure.contract",
                "TRUNCATE infrastructure.estimate",
                "ALTER TABLE infrastructure.estimate DISABLE TRIGGER ALL",
                "CREATE TABLE infrastructure.mine (id int)"
            })
    void the_service_itself_cannot_rewrite_what_was_recorded(String sql) {
        var project = "/projects/" + recordedProject();
        proposedBaseline(project, recordedEstimate(project, estimate("1.00", "GROSS", "2021-09-01")));
        proposed(recordedProject(), "10.00");
        var contract = inForce(recordedProject(), "10.00");
        ENGINEER.post(API + "/contracts/{id}/subcontractors", subcontractor("1.00"), contract)
                .statusCode(201);
        assertEquals(NOT_PERMITTED, refusedToTheService(sql));
    }

    @Test
    void a_gross_amount_is_net_and_vat() {
        recordedProject();
        assertEquals(CHECK_BROKEN, refusedToTheService("""
                INSERT INTO infrastructure.contract (id, version, institution, recorded_by, recorded_at, status, project_id, reference,
                    contractor_id, net, currency, vat_rate, gross, signed_on, due_on)
                SELECT gen_random_uuid(), 0, institution, recorded_by, now(), 'PROPOSED', id, gen_random_uuid() || '-x', gen_random_uuid(), 10, 'EUR',
                    0.21, 12.11, '2021-09-13', '2021-09-13' FROM infrastructure.project LIMIT 1"""));
    }

    @Test
    void a_baseline_is_an_estimate_of_that_very_project_and_a_child_is_of_its_parents_institution() {
        var project = recordedProject();
        var others = recordedEstimate("/projects/" + recordedProject(), estimate("1.00", "GROSS", "2021-09-01"));
        assertEquals(REFERENCE_BROKEN, refusedToTheService("""
                INSERT INTO infrastructure.baseline (id, version, institution, recorded_by, recorded_at, status, owner_type, owner_id,
                    owner_reference, estimate_id, reason)
                SELECT gen_random_uuid(), 0, institution, recorded_by, now(), 'PROPOSED', 'project', id, reference, '%s', 'x'
                FROM infrastructure.project WHERE id = '%s'""".formatted(others, project)));
        assertEquals(REFERENCE_BROKEN, refusedToTheService("""
                INSERT INTO infrastructure.estimate (id, version, institution, recorded_by, recorded_at, owner_type, owner_id, owner_reference,
                    name, amount, currency, basis, gross, lower_bound, date, source_title)
                SELECT gen_random_uuid(), 0, 'LV-IEM', recorded_by, now(), 'project', id, reference, 'x', 1, 'EUR', 'GROSS', 1, false,
                    '2021-09-01', 'x'
                FROM infrastructure.project WHERE id = '%s'""".formatted(project)));
    }

    @Test
    void a_project_joins_no_works_programme_and_a_contract_no_project_of_another_institution() {
        var project = recordedProject();
        var works = recordedWorks();
        proposed(project, "10.00");
        assertEquals(REFERENCE_BROKEN, refusedToTheService("""
                INSERT INTO infrastructure.project (id, version, institution, recorded_by, recorded_at, reference, title_en, title_lt, kind,
                    beneficiary, period_from, period_to, works_programme_id)
                SELECT gen_random_uuid(), 0, 'LV-IEM', recorded_by, now(), reference, title_en, title_lt, kind,
                    beneficiary, period_from, period_to, '%s'
                FROM infrastructure.project WHERE id = '%s'""".formatted(works, project)));
        assertEquals(REFERENCE_BROKEN, refusedToTheService("""
                INSERT INTO infrastructure.contract (id, version, institution, recorded_by, recorded_at, status, project_id, reference,
                    contractor_id, net, currency, vat_rate, gross, signed_on, due_on)
                SELECT gen_random_uuid(), 0, 'LV-IEM', recorded_by, now(), 'PROPOSED', project_id, reference,
                    contractor_id, net, currency, vat_rate, gross, signed_on, due_on
                FROM infrastructure.contract WHERE project_id = '%s'""".formatted(project)));
    }

    @Test
    void one_proposal_waits_for_an_owner_and_no_number_is_given_twice() {
        var project = recordedProject();
        var path = "/projects/" + project;
        approved(proposedBaseline(path, recordedEstimate(path, estimate("1.00", "GROSS", "2021-09-01"))));
        proposedBaseline(path, recordedEstimate(path, estimate("2.00", "GROSS", "2021-09-01")));
        for (var another : new String[] {"'PROPOSED', NULL", "'APPROVED', 1"}) {
            assertEquals(TAKEN, refusedToTheService("""
                    INSERT INTO infrastructure.baseline (id, version, institution, recorded_by, recorded_at, owner_type, owner_id,
                        owner_reference, estimate_id, reason, status, n)
                    SELECT gen_random_uuid(), 0, institution, recorded_by, now(), owner_type, owner_id, owner_reference, estimate_id, reason, %s
                    FROM infrastructure.baseline WHERE owner_id = '%s' LIMIT 1""".formatted(another, project)));
        }
        for (var halfway : new String[] {"'APPROVED', NULL", "'REJECTED', 7"}) {
            assertEquals(CHECK_BROKEN, refusedToTheService("""
                    INSERT INTO infrastructure.baseline (id, version, institution, recorded_by, recorded_at, owner_type, owner_id,
                        owner_reference, estimate_id, reason, status, n)
                    SELECT gen_random_uuid(), 0, institution, recorded_by, now(), owner_type, owner_id, owner_reference, estimate_id, reason, %s
                    FROM infrastructure.baseline WHERE owner_id = '%s' LIMIT 1""".formatted(halfway, project)));
        }
    }

    @Test
    void no_reference_looks_like_an_id_even_past_the_program() {
        var project = recordedProject();
        assertEquals(CHECK_BROKEN, refusedToTheService("""
                INSERT INTO infrastructure.project (id, version, institution, recorded_by, recorded_at, reference, title_en, title_lt, kind,
                    beneficiary, period_from, period_to)
                SELECT gen_random_uuid(), 0, institution, recorded_by, now(), id::text, title_en, title_lt, kind,
                    beneficiary, period_from, period_to
                FROM infrastructure.project WHERE id = '%s'""".formatted(project)));
        assertEquals(CHECK_BROKEN, refusedToTheService("""
                INSERT INTO infrastructure.works_programme (id, version, institution, recorded_by, recorded_at, reference, title_en, title_lt)
                SELECT gen_random_uuid(), 0, institution, recorded_by, now(), id::text, title_en, title_lt
                FROM infrastructure.project WHERE id = '%s'""".formatted(project)));
    }

    @Test
    void a_superuser_cannot_break_the_rules_either() throws SQLException {
        recordedEstimate("/projects/" + recordedProject(), estimate("1.00", "NET", "2021-09-01"));
        try (var connection = DriverManager.getConnection(
                        ConfigProvider.getConfig().getValue("fundtrail.test.superuser-url", String.class));
                var statement = connection.createStatement()) {
            for (var sql : new String[] {
                "UPDATE infrastructure.estimate SET amount = -1",
                "UPDATE infrastructure.estimate SET accuracy_class = 6",
                "UPDATE infrastructure.estimate SET basis = 'GROSS'",
                "UPDATE infrastructure.project SET kind = 'BRIDGE'",
                "UPDATE infrastructure.project SET period_to = period_from - 1"
            }) {
                var refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
                assertEquals(CHECK_BROKEN, refused.getSQLState(), sql);
            }
        }
    }

    private String refusedToTheService(String sql) {
        return assertThrows(
                        SQLException.class,
                        () -> {
                            try (var connection = asTheService.getConnection();
                                    var statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        },
                        sql)
                .getSQLState();
    }
}
