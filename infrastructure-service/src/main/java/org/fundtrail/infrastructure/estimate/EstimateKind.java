package org.fundtrail.infrastructure.estimate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.records.RecordKind;

/** Estimates are never changed: a better one is another one. */
@ApplicationScoped
class EstimateKind implements RecordKind {
    private final Estimates estimates;

    EstimateKind(Estimates estimates) {
        this.estimates = estimates;
    }

    @Override
    public String type() {
        return "estimate";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return estimates.view(estimates.find(id, reader), reader);
    }
}
