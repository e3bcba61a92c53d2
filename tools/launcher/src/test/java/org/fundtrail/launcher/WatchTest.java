package org.fundtrail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Real processes, killed and stopped for real. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class WatchTest {

    @TempDir
    Path folder;

    Watch watch = new Watch(new Watch.Rhythm(Duration.ofMillis(500), 3, Duration.ofMillis(50), Duration.ofMillis(100)));
    DataFolder data;
    Child child;

    @BeforeEach
    void take() {
        data = DataFolder.take(place());
    }

    private Path place() {
        return folder.resolve("data folder");
    }

    /** The same with a PostgreSQL that was started before. */
    private void withCluster() throws IOException {
        data.close();
        data = MadeCluster.at(place());
    }

    @AfterEach
    void end() throws Exception {
        watch.end();
        if (child != null) {
            child.kill();
            child.awaitEnd();
        }
        data.close();
    }

    @Test
    void a_service_is_started_again_however_often_it_ends() throws Exception {
        Path starts = folder.resolve("starts");
        child = started(List.of("/bin/sh", "-c", "echo >> '" + starts + "'; exit 1"), "");
        watch.over(child);
        until(
                "ten starts",
                () -> Files.exists(starts) && Files.readAllLines(starts).size() >= 10);
    }

    @Test
    void a_service_that_hangs_is_ended_and_started_again() throws Exception {
        answering("200");
        watch.over(child);
        long before = pid();
        signal(before, "STOP");
        until("another process", () -> pid() != before);
        assertFalse(ProcessHandle.of(before).filter(ProcessHandle::isAlive).isPresent());
        child.await("/q/health/live", () -> false);
    }

    @Test
    void a_service_that_says_it_does_not_live_is_ended_and_started_again() throws Exception {
        Path status = answering("200");
        watch.over(child);
        long before = pid();
        Files.writeString(status, "503");
        until("another process", () -> pid() != before);
        Files.writeString(status, "200");
        child.await("/q/health/live", () -> false);
    }

    @Test
    void a_service_that_answers_is_left_alone_even_after_a_short_silence() throws Exception {
        answering("200");
        watch.over(child);
        long before = pid();
        signal(before, "STOP");
        Thread.sleep(700);
        signal(before, "CONT");
        Thread.sleep(3000);
        assertEquals(before, pid());
        assertTrue(child.running());
    }

    @Test
    void a_service_that_stands_still_in_the_middle_of_an_answer_is_ended_and_started_again() throws Exception {
        var status = answering("200");
        watch.over(child);
        Files.writeString(status, "half");
        Thread.sleep(1500); // by now it was asked
        long before = pid();
        signal(before, "STOP");
        until("another process", () -> pid() != before);
    }

    @Test
    void nothing_is_started_again_once_everything_stops() throws Exception {
        answering("200");
        watch.over(child);
        watch.end();
        child.kill();
        Thread.sleep(1500);
        assertFalse(child.running());
    }

    @Test
    void a_program_out_of_memory_ends() throws Exception {
        Settings settings = Settings.of(
                folder,
                Map.of("FUNDTRAIL_DATA", data.postgres().getParent().toString(), "FUNDTRAIL_JAVA_OPTIONS", "-Xmx32m"));
        List<String> command = Programs.java(settings);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Hungry.class.getName()));
        child = started(command, "");
        until("its end", () -> !child.running());
        assertEquals("exit code 3", child.exit());
    }

    @Test
    @ResourceLock(MadeCluster.ONE_AT_A_TIME)
    void a_killed_postgresql_comes_back_where_it_was_even_while_a_backend_of_it_is_busy() throws Exception {
        withCluster();
        Secrets secrets = new Secrets(data.secrets());
        try (Database database = Database.start(Settings.of(folder, Map.of()), data, secrets)) {
            database.prepare(secrets);
            String url = database.url("funding");
            sql(url, secrets, "SET ROLE funding_owner; CREATE TABLE kept AS SELECT 1 AS one");
            Thread busy = new Thread(() -> {
                try {
                    sql(url, secrets, "DO $$ BEGIN LOOP PERFORM 1; END LOOP; END $$");
                } catch (SQLException cutOff) {
                    return;
                }
            });
            busy.start();
            Thread.sleep(1000);

            watch.over(database);
            for (int kills = 0; kills < 2; kills++) {
                ProcessHandle before = Leftovers.postmaster(data.postgres()).orElseThrow();
                before.destroyForcibly();
                until("the table", () -> {
                    sql(url, secrets, "SELECT one FROM kept");
                    return true;
                });
                until("its note", database::running);
                assertEquals("on", asked(url, secrets, "SHOW fsync"), "as carefully as before");
                assertNotEquals(
                        before.pid(),
                        Leftovers.postmaster(data.postgres()).orElseThrow().pid());
            }
            busy.join(10_000);
            assertFalse(busy.isAlive(), "the busy backend was ended");

            Leftovers.signal(Leftovers.postmaster(data.postgres()).orElseThrow(), "INT");
            until("its end", () -> !Files.exists(data.postgres().resolve("postmaster.pid")));
            until("the table", () -> {
                sql(url, secrets, "SELECT one FROM kept");
                return true;
            });
            watch.end();
        }
        assertFalse(Leftovers.postmaster(data.postgres()).isPresent());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @ResourceLock(MadeCluster.ONE_AT_A_TIME)
    void a_postgresql_that_waits_for_a_recovery_which_was_killed_is_ended_and_comes_back() throws Exception {
        withCluster();
        Secrets secrets = new Secrets(data.secrets());
        try (Database database = Database.start(Settings.of(folder, Map.of()), data, secrets)) {
            database.prepare(secrets);
            String url = database.url("funding");
            sql(url, secrets, "SET ROLE funding_owner; CREATE TABLE kept AS SELECT 1 AS one");
            ProcessHandle stuck = Leftovers.postmaster(data.postgres()).orElseThrow();
            until("a recovery that can be killed", () -> {
                stuck.children()
                        .filter(child -> Recovery.title(child).startsWith("postgres: checkpointer"))
                        .forEach(ProcessHandle::destroyForcibly);
                return killedStartup(stuck);
            });
            watch.over(database);
            until("the table", () -> {
                sql(url, secrets, "SELECT one FROM kept");
                return true;
            });
            assertFalse(stuck.isAlive(), "it waited until it was ended");
            watch.end();
        }
    }

    /** Whether its recovery, which begins now, was killed and nobody noticed. */
    private static boolean killedStartup(ProcessHandle postmaster) throws InterruptedException {
        long began = System.nanoTime();
        while (Duration.ofNanos(System.nanoTime() - began).toSeconds() < 3) {
            var startup = Recovery.startup(postmaster.children().toList());
            startup.ifPresent(ProcessHandle::destroyForcibly);
            if (startup.isPresent()) {
                Thread.sleep(1000);
                return postmaster.isAlive()
                        && Recovery.startup(postmaster.children().toList()).isEmpty();
            }
        }
        return false;
    }

    private static void sql(String url, Secrets secrets, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, "funding_migrator", secrets.get("funding-migrator-password"));
                var statement = connection.createStatement()) {
            if (sql.contains("kept") && !sql.contains("ROLE")) {
                statement.execute("SET ROLE funding_owner");
            }
            statement.execute(sql);
        }
    }

    private static String asked(String url, Secrets secrets, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, "funding_migrator", secrets.get("funding-migrator-password"));
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private Path answering(String status) throws Exception {
        Path file = Files.writeString(folder.resolve("status"), status);
        int port = Settings.of(folder, Map.of()).portOf("FUNDTRAIL_FUNDING_PORT");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Answering.class.getName(),
                String.valueOf(port),
                file.toString()));
        child = started(command, "http://127.0.0.1:" + port);
        child.await("/q/health/live", () -> false);
        return file;
    }

    private Child started(List<String> command, String url) {
        Child started = new Child("funding-service", url, Path.of("."), command, Map.of(), data);
        started.start();
        return started;
    }

    private long pid() throws Exception {
        return Long.parseLong(
                Files.readAllLines(Child.pidFile(data, "funding-service")).get(0));
    }

    private static void signal(long pid, String name) {
        Leftovers.signal(ProcessHandle.of(pid).orElseThrow(), name);
    }

    private static void until(String what, Callable<Boolean> there) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (there.call()) {
                    return;
                }
            } catch (Exception notYet) {
                last = notYet;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(what + " did not come", last);
    }
}
