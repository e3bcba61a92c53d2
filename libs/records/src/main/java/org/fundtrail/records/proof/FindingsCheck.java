package org.fundtrail.records.proof;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fundtrail.common.VerificationView;
import org.fundtrail.common.VerificationView.State;

/** Whether anything that a check of the record has found is open. The service is ready all the same, and says so. */
@Readiness
@Singleton
class FindingsCheck implements HealthCheck {
    private final KeptFindings findings;
    private final Verifications verifications;

    FindingsCheck(KeptFindings findings, Verifications verifications) {
        this.findings = findings;
        this.verifications = verifications;
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("checks of the record").up();
        try {
            long open = findings.countOpen();
            var last = verifications.last().map(VerificationView::state);
            boolean isSound =
                    open == 0 && last.map(state -> state == State.PASSED).orElse(true);
            return check.withData("standing", isSound ? "nothing is open" : "degraded")
                    .withData("openFindings", open)
                    .withData("lastCheck", last.map(Enum::name).orElse("none"))
                    .build();
        } catch (RuntimeException away) { // why is said by the check of the database, or of its tables
            return check.withData("standing", "unknown").build();
        }
    }
}
