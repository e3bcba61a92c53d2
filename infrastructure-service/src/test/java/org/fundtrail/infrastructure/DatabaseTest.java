package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.baseline;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.recordedEstimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
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

    @Inject
    AgroalDataSource asTheService;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE infrastructure.project SET kind = 'RECEPTION'",
                "UPDATE infrastructure.project SET reference = 'x'",
                "UPDATE infrastructure.works_programme SET title_en = 'x'",
                "UPDATE infrastructure.estimate SET amount = 1",
                "UPDATE infrastructure.baseline SET n = n + 1",
                "UPDATE infrastructure.contract SET project_id = project_id",
                "UPDATE infrastructure.contract SET recorded_by = 'x'",
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
        assertEquals(NOT_PERMITTED, refusedToTheService(sql));
    }

    @Test
    void an_author_does_not_decide_even_past_the_program() {
        var id = proposed(recordedProject(), "10.00");
        assertEquals(CHECK_BROKEN, refusedToTheService("""
                UPDATE infrastructure.contract SET status = 'APPROVED', decided_by = 'engineer', decided_at = now() WHERE id = '%s'""".formatted(id)));
    }

    @Test
    void a_gross_amount_is_net_and_vat() {
        var id = inForce(recordedProject(), "10.00");
        assertEquals(
                CHECK_BROKEN,
                refusedToTheService("UPDATE infrastructure.contract SET gross = gross + 0.01 WHERE id = '" + id + "'"));
    }

    @Test
    void a_baseline_is_an_estimate_of_that_very_project() {
        var project = recordedProject();
        baseline("/projects/" + project, estimate("1.00", "GROSS", "2021-09-01"));
        var others = recordedEstimate("/projects/" + recordedProject(), estimate("1.00", "GROSS", "2021-09-01"));
        assertEquals(REFERENCE_BROKEN, refusedToTheService("""
                INSERT INTO infrastructure.baseline (owner_id, n, estimate_id, chosen_by, chosen_at) VALUES ('%s', 2, '%s', 'x', now())""".formatted(project, others)));
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
