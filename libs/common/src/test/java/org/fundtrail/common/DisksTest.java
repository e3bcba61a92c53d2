package org.fundtrail.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisksTest {
    @TempDir
    Path folder;

    private HealthCheckResponse look(long leastFree) {
        var settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(MemorySize.class, 100, bytes -> new MemorySize(new BigInteger(bytes)))
                .withConverter(Path.class, 100, Path::of)
                .withMapping(Disks.Config.class)
                .withMapping(SecurityLines.Config.class)
                .withDefaultValue("fundtrail.disk.least-free", String.valueOf(leastFree))
                .withDefaultValue("fundtrail.disk.database", folder.toString())
                .withDefaultValue("fundtrail.disk.log", folder.resolve("later").toString())
                .withDefaultValue(
                        "fundtrail.security-log.path",
                        folder.resolve("later/security.log").toString())
                .withDefaultValue("fundtrail.security-log.file-size", "1")
                .build();
        return new Disks(
                        settings.getConfigMapping(Disks.Config.class),
                        settings.getConfigMapping(SecurityLines.Config.class))
                .call();
    }

    @Test
    void a_disk_with_room_is_ready_and_says_how_much() {
        var answer = look(1);
        assertEquals(Status.UP, answer.getStatus());
        var said = answer.getData().orElseThrow();
        assertEquals(Set.of("database", "log", "security log"), said.keySet());
        assertTrue(said.values().stream().allMatch(room -> room.toString().matches("\\d+ MiB free")), said::toString);
    }

    @Test
    void a_disk_with_too_little_room_is_not_ready_and_says_so_without_where_it_is() throws IOException {
        var answer = look(Files.getFileStore(folder).getTotalSpace() + 1);
        assertEquals(Status.DOWN, answer.getStatus());
        var said = answer.getData().orElseThrow();
        for (var name : Set.of("database", "log", "security log")) {
            assertTrue(said.get(name).toString().startsWith("The disk is full: "), said::toString);
        }
        assertFalse(said.toString().contains(folder.toString()));
    }
}
