package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What was started, and what cannot be. */
@ResourceLock(House.SHARED)
class StartAndStopIT {

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
}
