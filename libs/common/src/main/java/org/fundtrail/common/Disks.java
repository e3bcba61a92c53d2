package org.fundtrail.common;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** A program is not ready while a disk that it needs is full, and says which: before anything is lost. */
@Readiness
@Singleton
public class Disks implements HealthCheck {

    @ConfigMapping(prefix = "fundtrail.disk")
    public interface Config {
        /** A disk with less room than this counts as full. */
        @WithDefault("64M")
        MemorySize leastFree();

        /** The folder of the database, where it is this machine's. */
        Optional<Path> database();

        /** The folder of the logs. */
        Optional<Path> log();
    }

    private final Config config;
    private final Optional<Path> securityLog;

    Disks(Config config, SecurityLines.Config securityLog) {
        this.config = config;
        this.securityLog = securityLog.path().map(File::toPath);
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Disks").up();
        config.database().ifPresent(folder -> look(answer, "database", folder));
        config.log().ifPresent(folder -> look(answer, "log", folder));
        securityLog.ifPresent(file -> look(answer, "security log", file));
        return answer.build();
    }

    /** Says how much room there is, but not where: everybody may ask. */
    private void look(HealthCheckResponseBuilder answer, String name, Path path) {
        try {
            var free = Files.getFileStore(existing(path)).getUsableSpace();
            var least = config.leastFree().asLongValue();
            if (free < least) {
                answer.down()
                        .withData(
                                name,
                                "The disk is full: " + mebibytes(free) + " are free, " + mebibytes(least)
                                        + " are needed.");
            } else {
                answer.withData(name, mebibytes(free) + " free");
            }
        } catch (IOException e) {
            answer.down().withData(name, "The disk cannot be read.");
        }
    }

    /** What is not there yet will be made on the disk of the folder above. */
    private static Path existing(Path path) {
        var existing = path.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
