package org.fundtrail.records;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fundtrail.journal.History;

/** Whether the record goes on from what was signed. Where it does not the service is ready all the same, for reading, and says so. */
@Readiness
@Singleton
class HistoryCheck implements HealthCheck {
    private final History history;

    HistoryCheck(History history) {
        this.history = history;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("history");
        if (!history.isKnown()) {
            return answer.down()
                    .withData("reason", "Whether the record is whole is not known yet.")
                    .build();
        }
        var stopped = history.stopped();
        if (stopped.isEmpty()) {
            return answer.up().withData("standing", "goes on").build();
        }
        var why = stopped.get();
        answer.up().withData("standing", why.rule().code()).withData("entries", why.size());
        if (why.kept() != null) {
            answer.withData("kept", why.kept().size());
        }
        return answer.build();
    }
}
