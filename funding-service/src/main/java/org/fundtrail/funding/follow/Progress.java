package org.fundtrail.funding.follow;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How far this instance knows the record of infrastructure-service to be followed. It is ready however far behind that is. */
@Readiness
@Singleton
class Progress implements HealthCheck {
    private volatile long position = -1;
    private volatile long behind;
    private volatile Long heardAt;

    Progress(MeterRegistry meters) {
        meters.gauge("fundtrail.follower.position", this, progress -> progress.position);
        meters.gauge("fundtrail.follower.behind", this, progress -> progress.behind);
        meters.gauge("fundtrail.follower.silence.seconds", this, Progress::silence);
    }

    /** @param head says the last position that there is, where there is more than this; null at the end */
    void reached(long now, LongSupplier head) {
        position = now;
        behind = head == null ? 0 : Math.max(0, head.getAsLong() - now);
        heardAt = System.nanoTime();
    }

    long behind() {
        return behind;
    }

    /** For how many seconds infrastructure-service was not heard; -1 before it was heard at all. */
    private long silence() {
        return heardAt == null ? -1 : (System.nanoTime() - heardAt) / 1_000_000_000;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Follower of infrastructure-service")
                .up()
                .withData("position", position)
                .withData("behind", behind)
                .withData("silent-seconds", silence())
                .build();
    }
}
