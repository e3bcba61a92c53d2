package org.fundtrail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(MadeCluster.ONE_AT_A_TIME)
class DatabaseTest {

    /** With a space, because that is where paths come apart. */
    @TempDir
    Path parent;

    @Test
    void a_second_start_keeps_what_was_recorded_and_nobody_gets_in_without_a_password() throws Exception {
        try (DataFolder data = MadeCluster.at(parent.resolve("data folder"))) {
            Secrets secrets = new Secrets(data.secrets());
            Settings settings = Settings.of(parent, Map.of());

            try (Database database = Database.start(settings, data, secrets)) {
                database.prepare(secrets);
                assertTrue(database.description().startsWith("PostgreSQL 18"), database.description());
                assertEquals("on", ask(database, secrets, "SHOW fsync"));
                assertEquals("on", ask(database, secrets, "SHOW synchronous_commit"));
                assertEquals("127.0.0.1", ask(database, secrets, "SHOW listen_addresses"));
                assertEquals("sync", ask(database, secrets, "SHOW io_method"));
                ask(
                        database,
                        secrets,
                        "SET ROLE funding_owner; CREATE TABLE kept AS SELECT 'still here' AS text; TABLE kept");
                for (String user : new String[] {"postgres", "funding_migrator", "funding_app"}) {
                    assertThrows(SQLException.class, () -> connect(database, user, ""));
                    assertThrows(SQLException.class, () -> connect(database, user, "wrong"));
                }
                assertThrows(
                        SQLException.class,
                        () -> DriverManager.getConnection(
                                database.url("funding"),
                                "infrastructure_app",
                                secrets.get("infrastructure-app-password")));
                assertTrue(database.running());
            }

            try (Database database = Database.start(settings, data, secrets)) {
                database.prepare(secrets);
                assertEquals("still here", ask(database, secrets, "SET ROLE funding_owner; TABLE kept"));
                connect(database, "funding_app", secrets.get("funding-app-password"))
                        .close();
            }
            assertFalse(Leftovers.postmaster(data.postgres()).isPresent());
        }
    }

    @Test
    void a_first_start_that_was_cut_off_starts_the_next_time() throws Exception {
        try (DataFolder data = MadeCluster.at(parent.resolve("data folder"))) {
            Secrets secrets = new Secrets(data.secrets());
            Settings settings = Settings.of(parent, Map.of());

            // While PostgreSQL's programs were unpacked, or while initdb was at work.
            try (Stream<Path> unpacked = Files.list(data.runtime())) {
                Path programs = unpacked.findFirst().orElseThrow();
                Files.delete(programs.resolve(".exists"));
                Files.delete(programs.resolve("bin/postgres"));
            }
            Files.move(data.postgres(), data.postgres().resolveSibling("postgres-unfinished-4711"));

            try (Database database = Database.start(settings, data, secrets)) {
                assertTrue(database.running());
            }
            try (Stream<Path> left = Files.list(parent.resolve("data folder"))) {
                assertEquals(
                        List.of("logs", "postgres", "run", "runtime", "secrets"),
                        left.map(path -> path.getFileName().toString()).sorted().toList());
            }
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.postgres())));
        }
    }

    @Test
    void books_are_never_deleted_whatever_an_earlier_start_left_behind() throws Exception {
        try (DataFolder data = MadeCluster.at(parent.resolve("data folder"))) {
            Secrets secrets = new Secrets(data.secrets());
            Settings settings = Settings.of(parent, Map.of());
            try (Database database = Database.start(settings, data, secrets)) {
                database.prepare(secrets);
                ask(
                        database,
                        secrets,
                        "SET ROLE funding_owner; CREATE TABLE kept AS SELECT 'restored' AS text; TABLE kept");
            }
            // A backup unpacked into the folder of a first start that was cut off during initdb.
            Files.writeString(data.run("initialising-postgres"), "");
            Files.createDirectories(data.postgres().resolveSibling("postgres-unfinished-4711"));
            try (Stream<Path> unpacked = Files.list(data.runtime())) {
                Path whole = unpacked.findFirst().orElseThrow().resolve(".exists");
                Files.setLastModifiedTime(whole, FileTime.fromMillis(0));
            }

            try (Database database = Database.start(settings, data, secrets)) {
                assertEquals("restored", ask(database, secrets, "SET ROLE funding_owner; TABLE kept"));
            }

            // Even books that cannot be started are left to whoever can repair them.
            Files.delete(data.postgres().resolve("PG_VERSION"));
            CannotStart refusal = assertThrows(CannotStart.class, () -> Database.start(settings, data, secrets));
            assertEquals(
                    "The folder " + data.postgres()
                            + " is not whole, and Fundtrail deletes no books: restore it from a backup, or move it away.",
                    refusal.getMessage());
            assertTrue(Files.exists(data.postgres().resolve("global/pg_control")));
        }
    }

    @Test
    void a_server_that_is_slow_to_start_is_waited_for_and_one_that_cannot_leaves_nothing_behind() throws Exception {
        try (DataFolder data = MadeCluster.at(parent.resolve("data folder"))) {
            Secrets secrets = new Secrets(data.secrets());
            Settings settings = Settings.of(parent, Map.of());
            try (Database database = Database.start(settings, data, secrets, Duration.ofMillis(1))) {
                assertTrue(database.description().startsWith("PostgreSQL 18"), database.description());
            }

            Files.writeString(data.postgres().resolve("postgresql.auto.conf"), "shared_buffers = 'many'\n");
            CannotStart refusal = assertThrows(
                    CannotStart.class, () -> Database.start(settings, data, secrets, Duration.ofMillis(1)));
            assertTrue(refusal.getMessage().startsWith("PostgreSQL cannot be started in "), refusal.getMessage());
            assertFalse(Leftovers.postmaster(data.postgres()).isPresent());
            assertTrue(Files.exists(data.postgres().resolve("PG_VERSION")), "the books are left as they are");
        }
    }

    @Test
    void a_server_that_is_gone_already_can_be_stopped() throws Exception {
        try (DataFolder data = MadeCluster.at(parent.resolve("data folder"))) {
            Secrets secrets = new Secrets(data.secrets());
            Database database = Database.start(Settings.of(parent, Map.of()), data, secrets);
            ProcessHandle postmaster = Leftovers.postmaster(data.postgres()).orElseThrow();
            postmaster.destroyForcibly();
            assertTrue(Leftovers.ended(postmaster, 10));
            assertFalse(database.running());
            database.close();
            assertFalse(Leftovers.postmaster(data.postgres()).isPresent());
        }
    }

    @Test
    void an_address_of_another_kind_is_refused() {
        Settings settings = Settings.of(parent, Map.of("FUNDTRAIL_DB_URL", "postgres://localhost/postgres"));
        assertThrows(CannotStart.class, () -> Database.start(settings, null, null));
    }

    @Test
    void the_services_keep_the_parameters_of_an_external_address() {
        Settings settings = Settings.of(
                parent, Map.of("FUNDTRAIL_DB_URL", "jdbc:postgresql://a:5432,b:5432/postgres?sslmode=verify-full"));
        assertEquals(
                "jdbc:postgresql://a:5432,b:5432/fundtrail_funding?sslmode=verify-full",
                Database.start(settings, null, null).url("funding"));
    }

    private static String ask(Database database, Secrets secrets, String sql) throws SQLException {
        try (Connection connection = connect(database, "funding_migrator", secrets.get("funding-migrator-password"));
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private static Connection connect(Database database, String user, String password) throws SQLException {
        return DriverManager.getConnection(database.url("funding"), user, password);
    }
}
