package org.fundtrail.e2e;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Starting, stopping, being killed: in houses of their own. */
class StartAndStopIT {

    @Test
    void a_second_start_keeps_the_data_even_after_the_launcher_was_killed() {
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
        } finally {
            house.stop();
        }
        assertEquals(0, house.processesLeft(), house::said);
        assertFalse(house.isReady());
    }

    @Test
    void a_service_that_is_down_is_named_and_no_partial_total_is_given() {
        var house = new House("faults");
        try {
            house.start();
            house.process("infrastructure-service").destroyForcibly();
            awaitStatus(house, 503);
            house.get("auditor", "/api/v1/financing-position")
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("detail", containsString("infrastructure-service"))
                    .body("totals", equalTo(null));
        } finally {
            house.stop();
        }
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

    private static void awaitStatus(House house, int status) {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (house.get("auditor", "/api/v1/financing-position").extract().statusCode() != status
                && Instant.now().isBefore(deadline)) {
            House.pause();
        }
    }

    private static String position(House house) {
        return house.get("auditor", "/api/v1/financing-position")
                .statusCode(200)
                .extract()
                .asString();
    }
}
