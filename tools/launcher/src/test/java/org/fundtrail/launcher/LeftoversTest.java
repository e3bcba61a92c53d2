package org.fundtrail.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LeftoversTest {

    @TempDir
    Path folder;

    Process process;
    Path pidFile;

    @BeforeEach
    void start() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
        pidFile = folder.resolve("sleep.pid");
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void a_process_that_a_killed_launcher_left_is_ended() throws Exception {
        Leftovers.note(pidFile, process.toHandle());
        assertTrue(Leftovers.end(pidFile));
        assertTrue(process.waitFor(5, TimeUnit.SECONDS));
        assertFalse(Files.exists(pidFile));
    }

    @Test
    void somebody_elses_process_that_got_the_same_id_later_is_left_alone() throws Exception {
        Files.writeString(pidFile, process.pid() + "\n1000000000000\n");
        assertFalse(Leftovers.end(pidFile));
        assertTrue(process.isAlive());
        assertFalse(Files.exists(pidFile));
    }

    @Test
    void a_broken_note_is_no_reason_to_end_anything() throws Exception {
        Files.writeString(pidFile, "not a number\n");
        assertFalse(Leftovers.end(pidFile));
        assertFalse(Leftovers.end(folder.resolve("absent.pid")));
        Files.writeString(folder.resolve("postmaster.pid"), process.pid() + "\n" + folder + "\n1000000000\n5432\n");
        assertFalse(Leftovers.endPostgres(folder));
        assertTrue(process.isAlive());
        assertFalse(
                Files.exists(folder.resolve("postmaster.pid")), "PostgreSQL would refuse to start over a stale file");
    }
}
