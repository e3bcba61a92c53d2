package org.fundtrail.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A service is not ready without its tables, and says how to get them: it never makes them itself. */
@Readiness
@ApplicationScoped
class MigratedCheck implements HealthCheck {
    @Inject
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Tables of the service");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var tables = statement.executeQuery("SELECT to_regclass('journal.entry') IS NOT NULL")) {
            tables.next();
            return tables.getBoolean(1)
                    ? answer.up().build()
                    : answer.down()
                            .withData("reason", "There are none yet: run org.fundtrail.journal.Migrate first.")
                            .build();
        } catch (SQLException e) {
            return answer.down()
                    .withData("reason", "The database does not answer.")
                    .build();
        }
    }
}
