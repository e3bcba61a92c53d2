package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Starting, stopping, being killed: in houses of their own. */
class StartAndStopIT {

    @Test
    void a_second_start_keeps_the_data_even_after_the_launcher_was_killed_and_books_of_an_earlier_form_are_refused()
            throws Exception {
        var house = new House("restart");
        try {
            house.start();
            var before = position(house);
            house.killLauncher();
            house.start();
            assertEquals(before, position(house));
            house.stop();
            assertEquals(0, house.processesLeft(), house::said);
            house.start();
            assertEquals(before, position(house));

            makeOlder(house);
            house.stop();
            assertFalse(house.isReady());
            assertRefused(house);
        } finally {
            house.stop();
        }
        assertEquals(0, house.processesLeft(), house::said);
    }

    /** Gives the books of funding-service the look of those that another form of their tables had. */
    private static void makeOlder(House house) throws IOException, SQLException {
        var port = Files.readAllLines(house.data.resolve("postgres/postmaster.pid"))
                .get(3);
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/fundtrail_funding",
                        "postgres",
                        house.secret("postgres-password"));
                var statement = connection.createStatement()) {
            statement.execute("UPDATE funding.flyway_schema_history SET checksum = checksum + 1");
        }
    }

    private static void assertRefused(House house) throws InterruptedException {
        var launcher = house.launch();
        assertTrue(launcher.waitFor(60, TimeUnit.SECONDS), house::said);
        assertEquals(1, launcher.exitValue());
        assertTrue(
                house.said()
                        .lines()
                        .anyMatch(
                                line -> line.matches(
                                        "fundtrail: The books in 127[.]0[.]0[.]1:[0-9]+/fundtrail_funding"
                                                + " were made by an earlier, unreleased form of Fundtrail and cannot be read by this one: .*")),
                house::said);
        assertFalse(house.said().contains("Exception"), house::said);
    }

    @Test
    void no_running_program_knows_the_password_that_changes_tables() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "environments are read from /proc");
        var house = House.shared();
        for (var program : List.of("gateway", "funding-service", "infrastructure-service")) {
            var environment = Files.readString(
                    Path.of("/proc", String.valueOf(house.process(program).pid()), "environ"));
            assertTrue(environment.contains("FUNDTRAIL_"), program);
            assertFalse(environment.contains("MIGRATOR"), program);
            for (var service : List.of("funding", "infrastructure")) {
                var password = house.secret(service + "-migrator-password");
                assertFalse(environment.contains(password), program);
            }
        }
    }

    @Test
    void the_gateway_keeps_its_security_log_and_the_ended_sessions_in_the_data_folder() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "environments are read from /proc");
        var house = House.shared();
        var environment = List.of(Files.readString(
                        Path.of("/proc", String.valueOf(house.process("gateway").pid()), "environ"))
                .split("\0"));
        assertTrue(environment.contains("FUNDTRAIL_SECURITY_LOG=" + house.data.resolve("logs/security.log")));
        assertTrue(environment.contains("FUNDTRAIL_SESSIONS_FILE=" + house.data.resolve("run/ended-sessions")));
    }

    @Test
    void a_taken_port_gets_one_clear_sentence() throws IOException, InterruptedException {
        var house = new House("port");
        try (var taken = new ServerSocket(house.port, 1, InetAddress.getLoopbackAddress())) {
            var launcher = house.launch();
            assertTrue(launcher.waitFor(60, TimeUnit.SECONDS));
            assertNotEquals(0, launcher.exitValue());
            assertTrue(house.said().contains(String.valueOf(taken.getLocalPort())), house::said);
            assertFalse(house.said().contains("Exception"), house::said);
        }
    }

    private static String position(House house) {
        return house.get("auditor", "/api/v1/financing-position")
                .statusCode(200)
                .extract()
                .asString();
    }
}
