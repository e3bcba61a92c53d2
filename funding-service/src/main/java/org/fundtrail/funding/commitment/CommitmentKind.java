package org.fundtrail.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.commitment.OverrideView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Commitments wait for an approver. */
@ApplicationScoped
class CommitmentKind implements RecordKind {
    private final Commitments commitments;
    private final Steps steps;
    private final Persons persons;

    CommitmentKind(Commitments commitments, Steps steps, Persons persons) {
        this.commitments = commitments;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "commitment";
    }

    @Override
    public Step[] steps() {
        return CommitmentStep.values();
    }

    @Override
    public List<String> happenings() {
        return List.of(Commitment.AMENDED);
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(commitments.find(id, reader), reader);
    }

    CommitmentView view(Commitment commitment, Caller reader) {
        return commitment.view(steps.of(commitment.id()), persons, reader, null);
    }

    /** What is shown of them, by id: one question for the whole list. */
    Map<UUID, CommitmentView> views(Collection<Commitment> all, Caller reader, Map<UUID, Money> counted) {
        return steps.views(all, (one, life) -> one.view(life, persons, reader, counted.get(one.id())));
    }

    /** The same of those that were recorded in spite of the earmark. */
    Map<UUID, OverrideView> overriding(Collection<Commitment> all) {
        return steps.views(all, (one, life) -> one.overriding(life, persons));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'commitment' AS type, r.id, r.legal_commitment_reference AS reference, 'allocation' AS parent_type, a.id AS parent_id,
                    a.reference AS parent_reference, r.amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    r.project_reference || ' ' || r.project_title_en AS purpose
                FROM funding.commitment r JOIN funding.allocation a ON a.id = r.allocation_id""";
    }

    @Override
    public String overriding() {
        return "EXISTS (SELECT FROM funding.commitment c WHERE c.id = w.id AND c.override_reason IS NOT NULL)";
    }

    @Override
    public Findable found() {
        return new Findable(
                """
                SELECT 'commitment' AS type, r.id, r.legal_commitment_reference AS reference, r.project_title_en AS title, r.project_title_lt AS title_lt,
                    NULL AS party, 'project' AS parent_type, r.project_id AS parent_id, r.project_reference AS parent_reference, r.committed AS amount, r.currency, r.status,
                    r.recorded_at
                FROM funding.commitment r""",
                "r.legal_commitment_reference",
                List.of(List.of("r.legal_commitment_reference")),
                List.of("r.amount", "r.committed"));
    }
}
