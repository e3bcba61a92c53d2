package org.fundtrail.infrastructure;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ReadinessTest {

    @Test
    void a_service_without_its_tables_is_not_ready_and_says_why() throws SQLException {
        get("/q/health/ready").then().statusCode(200);
        asSuperuser("ALTER SCHEMA journal RENAME TO elsewhere");
        try {
            get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.name", hasItem("Tables of the service"))
                    .body(
                            "checks.find { it.status == 'DOWN' }.data.reason",
                            equalTo("There are none yet: run org.fundtrail.journal.Migrate first."));
        } finally {
            asSuperuser("ALTER SCHEMA elsewhere RENAME TO journal");
        }
        get("/q/health/ready").then().statusCode(200);
    }

    private static void asSuperuser(String sql) throws SQLException {
        var url = ConfigProvider.getConfig().getValue("fundtrail.test.superuser-url", String.class);
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
