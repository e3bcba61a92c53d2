package org.fundtrail.records.proof;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether anything that a check of the record has found is open. The service is ready all the same, and says so. */
@Readiness
@Singleton
class FindingsCheck implements HealthCheck {
    private final KeptFindings findings;

    FindingsCheck(KeptFindings findings) {
        this.findings = findings;
    }

    @Override
    public HealthCheckResponse call() {
        long open = findings.countOpen();
        return HealthCheckResponse.named("checks of the record")
                .up()
                .withData("standing", open == 0 ? "nothing is open" : "degraded")
                .withData("openFindings", open)
                .build();
    }
}
