package org.fundtrail.records;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fundtrail.common.Time;

/**
 * Whether the database had room when it last had to keep something. The service sees no more of a disk that may be another machine's; so
 * one that was full counts as full until something was recorded again, or for a while, after which it is tried anew.
 */
@Readiness
@Singleton
class DatabaseDisk implements HealthCheck {
    private static final Duration FULL_FOR = Duration.ofSeconds(30);

    private final Time time;
    private volatile Instant fullUntil = Instant.MIN;

    DatabaseDisk(Time time) {
        this.time = time;
    }

    void isFull() {
        fullUntil = time.now().plus(FULL_FOR);
    }

    void hasRoom() {
        fullUntil = Instant.MIN;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Disk of the database");
        return time.now().isAfter(fullUntil)
                ? answer.up().build()
                : answer.down()
                        .withData("reason", "It is full: the database refused to keep something.")
                        .build();
    }
}
