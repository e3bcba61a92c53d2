package org.fundtrail.infrastructure.estimate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.records.Findable;
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

    @Override
    public Findable found() {
        return new Findable(
                """
                SELECT 'estimate' AS type, r.id, r.name AS reference, r.source_title AS title, NULL AS title_lt, NULL AS party, r.owner_type AS parent_type,
                    r.owner_id AS parent_id, r.owner_reference AS parent_reference, r.gross AS amount, r.currency, NULL AS status, r.recorded_at
                FROM infrastructure.estimate r""", "r.name", List.of(List.of("r.name", "r.source_title")), List.of("r.gross", "r.amount"));
    }
}
