package org.fundtrail.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that ends before the service starts, as the launcher and compose run it. */
class MigrateTest {
    static final Surroundings SURROUNDINGS = new Surroundings();
    static String url;
    static String superuserUrl;

    record Ended(int exitCode, String said) {}

    @BeforeAll
    static void start() {
        SURROUNDINGS.init(Map.of("service", "funding"));
        var settings = SURROUNDINGS.start();
        url = settings.get("FUNDTRAIL_FUNDING_DB_URL");
        superuserUrl = settings.get("fundtrail.test.superuser-url");
    }

    @AfterAll
    static void stop() {
        SURROUNDINGS.stop();
    }

    @AfterEach
    void undo() throws SQLException {
        remember("DELETE FROM funding.flyway_schema_history WHERE installed_rank = 99");
        remember("UPDATE funding.flyway_schema_history SET checksum = checksum - 1 WHERE description = 'doctored'");
        remember(
                "UPDATE funding.flyway_schema_history SET description = 'keep the journal' WHERE description = 'doctored'");
    }

    @Test
    void what_was_done_is_not_done_again() throws Exception {
        assertEquals(new Ended(0, ""), migrate(url, Surroundings.PASSWORD));
    }

    @Test
    void a_database_of_an_unreleased_form_is_refused_in_one_sentence() throws Exception {
        doctor();
        assertEquals(
                new Ended(
                        3,
                        "The books in " + url.replace("jdbc:postgresql://", "")
                                + " were made by an earlier, unreleased form of Fundtrail and cannot be read by this one:"
                                + " keep that folder for that version, or start with another data folder (FUNDTRAIL_DATA).\n"),
                migrate(url, Surroundings.PASSWORD));
    }

    @Test
    void a_database_of_a_newer_program_is_refused_in_one_sentence() throws Exception {
        applyOneOfTheFuture();
        assertEquals(
                new Ended(
                        3,
                        "The books in " + url.replace("jdbc:postgresql://", "")
                                + " were made by a newer Fundtrail and cannot be read by this one: take that version for them,"
                                + " or start with another data folder (FUNDTRAIL_DATA).\n"),
                migrate(url, Surroundings.PASSWORD));
    }

    @Test
    void a_database_that_is_newer_and_another_one_is_no_newer_version_of_this() throws Exception {
        applyOneOfTheFuture();
        doctor();
        var refusal =
                assertThrows(Migrate.AnotherForm.class, () -> Migrate.migrate("funding", url, Surroundings.PASSWORD));
        assertTrue(refusal.getMessage().contains("an earlier, unreleased form"), refusal::getMessage);
    }

    @Test
    void what_else_is_the_matter_is_one_line_without_a_password() throws Exception {
        assertEquals(
                new Ended(
                        1,
                        "The tables in " + url.replace("jdbc:postgresql://", "")
                                + "_of_nobody cannot be brought up to date (FATAL: database \"fundtrail_funding_of_nobody\" does not exist).\n"),
                migrate(url + "_of_nobody?password=of-the-address", Surroundings.PASSWORD));
        assertEquals(new Ended(1, "FUNDTRAIL_FUNDING_DB_MIGRATOR_PASSWORD is not set.\n"), migrate(url, ""));
    }

    @Test
    void a_migration_of_a_branch_that_came_in_late_is_caught_up_with(@TempDir Path late) throws Exception {
        var folder = Files.createDirectories(late.resolve("db/migration"));
        Files.writeString(
                folder.resolve("V202601010000__come_in_late.sql"), "CREATE TABLE funding.late (id uuid PRIMARY KEY);");
        assertEquals(new Ended(0, ""), migrate(url, Surroundings.PASSWORD, late));
        remember("DROP TABLE funding.late"); // it is there
        remember("DELETE FROM funding.flyway_schema_history WHERE description = 'come in late'");
    }

    private static void doctor() throws SQLException {
        remember("UPDATE funding.flyway_schema_history SET checksum = checksum + 1, description = 'doctored'"
                + " WHERE description = 'keep the journal'");
    }

    private static void applyOneOfTheFuture() throws SQLException {
        remember(
                "INSERT INTO funding.flyway_schema_history VALUES"
                        + " (99, '209901010000', 'later', 'SQL', 'V209901010000__later.sql', 1, 'funding_owner', now(), 1, true)");
    }

    private static void remember(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(superuserUrl);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Ended migrate(String address, String password, Path... more) throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Stream.concat(
                                        Stream.of(more).map(Path::toString),
                                        Stream.of(System.getProperty("java.class.path")))
                                .collect(Collectors.joining(File.pathSeparator)),
                        Migrate.class.getName(),
                        "funding")
                .redirectErrorStream(true);
        builder.environment().put("FUNDTRAIL_FUNDING_DB_URL", address);
        builder.environment().put("FUNDTRAIL_FUNDING_DB_MIGRATOR_PASSWORD", password);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        return new Ended(process.waitFor(), said);
    }
}
