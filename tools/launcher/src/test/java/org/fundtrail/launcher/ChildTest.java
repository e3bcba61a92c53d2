package org.fundtrail.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that does its work and ends, as a migration does. */
class ChildTest {

    @TempDir
    Path folder;

    DataFolder data;

    @BeforeEach
    void take() {
        data = DataFolder.take(folder.resolve("data"));
    }

    @AfterEach
    void giveBack() throws Exception {
        data.close();
    }

    @Test
    void a_program_that_did_its_work_is_forgotten() {
        Child child = started("exit 0");
        assertDoesNotThrow(() -> child.awaitDone(3, () -> false));
        assertFalse(Files.exists(Child.pidFile(data, "funding-migration")));
    }

    @Test
    void a_refusal_is_its_last_line_and_nothing_else() {
        Child child = started("echo 'WARNING: of no interest'; echo 'The books are of another form.' >&2; exit 3");
        CannotStart refusal = assertThrows(CannotStart.class, () -> child.awaitDone(3, () -> false));
        assertEquals("The books are of another form.", refusal.getMessage());
    }

    @Test
    void a_failure_is_reported_with_the_end_of_its_log() {
        Child child = started("echo 'What happened'; exit 1");
        CannotStart failure = assertThrows(CannotStart.class, () -> child.awaitDone(3, () -> false));
        assertEquals(
                "funding-migration failed (exit code 1). The end of " + data.log("funding-migration")
                        + ":\n  What happened",
                failure.getMessage());
    }

    @Test
    void nobody_waits_for_it_once_everything_is_stopped() {
        Child child = started("exec sleep 60");
        assertThrows(CannotStart.class, () -> child.awaitDone(3, () -> true));
        assertTrue(child.running());
        child.askToEnd();
        child.awaitEnd();
        assertFalse(child.running());
    }

    private Child started(String script) {
        Child child =
                new Child("funding-migration", "", Path.of("."), List.of("/bin/sh", "-c", script), Map.of(), data);
        child.start();
        return child;
    }
}
