package org.fundtrail.records;

import static io.restassured.RestAssured.get;
import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fundtrail.funding.Funding;
import org.fundtrail.journal.Books;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database is lost while it commits, or before: what is said of it is true, and the same key cures it. */
@QuarkusTest
class LostAnswerTest {
    private static final String SLOW = "slow-commit-";

    @BeforeEach
    void commitsOfTheseAreSlow() throws SQLException {
        superuser("""
                CREATE OR REPLACE FUNCTION journal.slow() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN IF NEW.key LIKE 'slow-commit-%' THEN PERFORM pg_sleep(1.5); END IF;
                IF NEW.key LIKE 'full-%' THEN RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END IF; RETURN NULL; END $$""");
        superuser("""
                CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON journal.request DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION journal.slow()""");
    }

    @AfterEach
    void noMore() throws SQLException {
        superuser("DROP TRIGGER slow ON journal.request");
        superuser("DROP FUNCTION journal.slow()");
    }

    private static void superuser(String sql) throws SQLException {
        try (var connection = Books.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int killed(String query) throws SQLException {
        return (int) Books.count("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                + " WHERE usename = 'funding_app' AND state = 'active' AND query ILIKE '" + query + "'");
    }

    @Test
    void a_commit_without_an_answer_is_said_to_be_unknown_and_sent_again_counts_once() throws Exception {
        var key = SLOW + UUID.randomUUID();
        var code = unique("PRG");
        var body = json(programme(code, "AMIF", "RECEPTION"));
        var first = CompletableFuture.supplyAsync(() -> OFFICER.post(key, API + "/programmes", body));
        while (killed("COMMIT%") == 0) {
            Thread.sleep(50);
        }
        first.get(30, TimeUnit.SECONDS)
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("outcome-unknown"));
        OFFICER.post(key, API + "/programmes", body).statusCode(201);
        assertEquals(1, Books.count("SELECT count(*) FROM funding.programme WHERE code = ?", code));
    }

    @Test
    void a_full_disk_is_said_to_be_full_by_readiness_too_and_nothing_was_recorded() {
        var code = unique("PRG");
        OFFICER.post("full-" + UUID.randomUUID(), API + "/programmes", json(programme(code, "AMIF", "RECEPTION")))
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("storage-full"));
        assertEquals(0, Books.count("SELECT count(*) FROM funding.programme WHERE code = ?", code));
        get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'Disk of the database' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'Disk of the database' }.data.reason", startsWith("It is full"));
        Funding.recordedProgramme("RECEPTION");
        get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("Disks"));
    }
}
