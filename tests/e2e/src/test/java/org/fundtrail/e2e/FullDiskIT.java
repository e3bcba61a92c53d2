package org.fundtrail.e2e;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Disks of its own, in memory and small, which only root may make: when one is full it is said, and when there is room all goes on. */
@ResourceLock(House.OWN)
class FullDiskIT {
    private static final String PROGRAMMES = "/api/funding/v1/programmes";
    private static final int MEBIBYTE = 1 << 20;

    private static final House house = new House(
            "disk",
            Map.of(
                    "FUNDTRAIL_LEAST_FREE",
                    "2M",
                    "FUNDTRAIL_DEMONSTRATION",
                    "false",
                    "FUNDTRAIL_LONGEST_PAUSE_SECONDS",
                    "1"));
    private static final Path logs = house.data.resolve("logs");

    @BeforeAll
    static void start() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root makes disks");
        mount(house.data, 600);
        mount(logs, 16);
        house.start();
    }

    @AfterAll
    static void stop() throws Exception {
        house.stop();
        run("umount", logs.toString());
        run("umount", house.data.toString());
    }

    private static void mount(Path folder, int mebibytes) throws Exception {
        Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + mebibytes + "m", "fundtrail", folder.toString())
                        == 0,
                "no disk can be made here");
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Takes all the room there is, and gives it back when it is closed. */
    private record Ballast(Path file) implements AutoCloseable {
        static Ballast in(Path folder) throws IOException {
            var file = folder.resolve("ballast");
            for (int size = MEBIBYTE; size > 0; size /= 2) {
                fill(file, size);
            }
            return new Ballast(file);
        }

        private static void fill(Path file, int size) {
            var block = new byte[size];
            try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(block);
                }
            } catch (IOException full) {
                return;
            }
        }

        @Override
        public void close() throws IOException {
            Files.delete(file);
        }
    }

    private Response record(String key) {
        return house.as("officer")
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "code",
                        "DISK-" + key.substring(0, 13),
                        "fund",
                        "AMIF",
                        "name",
                        "n".repeat(400),
                        "managementMode",
                        "DIRECT",
                        "period",
                        Map.of("from", "2021-01-01", "to", "2027-12-31"),
                        "costScope",
                        new String[] {"RECEPTION"}))
                .post(PROGRAMMES);
    }

    private String readiness() {
        return house.as("auditor").get("/q/health/ready").asString();
    }

    @Test
    void a_full_disk_is_named_and_what_it_has_no_room_for_is_refused_until_there_is_room() throws Exception {
        try (var ballast = Ballast.in(logs)) {
            assertFalse(house.isReady());
            assertTrue(readiness().contains("\"log\": \"The disk is full"), readiness());
            record(UUID.randomUUID().toString()).then().statusCode(201); // work goes on
        }
        assertTrue(house.isReady());

        String key;
        try (var ballast = Ballast.in(house.data)) {
            assertFalse(house.isReady());
            Response answer;
            int more = 1000;
            do {
                key = UUID.randomUUID().toString();
                answer = record(key);
            } while (answer.statusCode() == 201 && more-- > 0);
            answer.then().statusCode(503).body("code", equalTo("storage-full"));
            house.get("auditor", PROGRAMMES + "?limit=1").statusCode(200);
        }
        record(key).then().statusCode(201);
        assertTrue(house.isReady(), this::readiness);
        assertEquals(
                1,
                house.get("auditor", PROGRAMMES + "?q=DISK-" + key.substring(0, 13))
                        .extract()
                        .<Integer>path("items.size()"));
    }

    @Test
    void what_cannot_start_for_want_of_room_starts_when_there_is_room() throws Exception {
        var random = new Random(1);
        try (var ballast = Ballast.in(house.data)) {
            for (var part : List.of(House.Part.DATABASE, House.Part.FUNDING, House.Part.GATEWAY)) {
                assertTrue(house.kill(part, random));
            }
            await(() -> house.said().contains("PostgreSQL could not be started again"));
        }
        await(house::isReady);
        record(UUID.randomUUID().toString()).then().statusCode(201);
    }

    private void await(BooleanSupplier what) {
        var deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!what.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), house::said);
            House.pause();
        }
    }
}
