package org.fundtrail.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.funding.allocation.AmendmentStep;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Amendments of commitments wait for an approver. */
@ApplicationScoped
class CommitmentAmendmentKind implements RecordKind {
    private final CommitmentAmendments all;
    private final Steps steps;
    private final Persons persons;

    CommitmentAmendmentKind(CommitmentAmendments all, Steps steps, Persons persons) {
        this.all = all;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "commitment-amendment";
    }

    @Override
    public Step[] steps() {
        return AmendmentStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(all.find(id, reader), reader);
    }

    CommitmentAmendmentView view(CommitmentAmendment one, Caller reader) {
        return views(List.of(one), reader).get(one.id());
    }

    /** What is shown of them, by id. */
    Map<UUID, CommitmentAmendmentView> views(Collection<CommitmentAmendment> of, Caller reader) {
        return steps.views(of, (one, life) -> one.view(life, persons, reader));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'commitment-amendment' AS type, r.id, c.legal_commitment_reference AS reference, 'allocation' AS parent_type,
                    a.id AS parent_id, a.reference AS parent_reference, r.change AS amount, r.currency, r.institution, r.recorded_by,
                    r.recorded_at, r.status, c.project_reference || ' ' || r.reason AS purpose
                FROM funding.commitment_amendment r JOIN funding.commitment c ON c.id = r.commitment_id
                    JOIN funding.allocation a ON a.id = c.allocation_id""";
    }

    /** A commitment that is amended, or about to be, is amended once more instead of reversed. */
    @Override
    public String builtOn() {
        return """
                SELECT r.commitment_id AS built_on, c.legal_commitment_reference || ' ' || to_char(r.change, 'SFM9999999999990.00') AS reference
                FROM funding.commitment_amendment r JOIN funding.commitment c ON c.id = r.commitment_id
                WHERE r.status IN ('PROPOSED', 'APPROVED')""";
    }
}
