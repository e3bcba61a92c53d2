package org.fundtrail.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Amendments, decommitments and closures of allocations wait for an approver. */
@ApplicationScoped
class AllocationAmendmentKind implements RecordKind {
    private final AllocationAmendments all;
    private final Steps steps;
    private final Persons persons;

    AllocationAmendmentKind(AllocationAmendments all, Steps steps, Persons persons) {
        this.all = all;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "allocation-amendment";
    }

    @Override
    public Step[] steps() {
        return AmendmentStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(all.find(id, reader), reader);
    }

    AllocationAmendmentView view(AllocationAmendment one, Caller reader) {
        return views(List.of(one), reader).get(one.id());
    }

    /** What is shown of them, by id. */
    Map<UUID, AllocationAmendmentView> views(Collection<AllocationAmendment> of, Caller reader) {
        return steps.views(of, (one, life) -> one.view(life, persons, reader));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'allocation-amendment' AS type, r.id, a.reference, 'allocation' AS parent_type, a.id AS parent_id,
                    a.reference AS parent_reference, r.change AS amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    coalesce(r.reason, r.decision_reference) AS purpose
                FROM funding.allocation_amendment r JOIN funding.allocation a ON a.id = r.allocation_id""";
    }
}
