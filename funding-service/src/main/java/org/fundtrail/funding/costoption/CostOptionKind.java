package org.fundtrail.funding.costoption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.funding.api.costoption.CostOptionView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Cost options wait for an approver. */
@ApplicationScoped
class CostOptionKind implements RecordKind {
    private final CostOptions options;
    private final Steps steps;
    private final Persons persons;

    CostOptionKind(CostOptions options, Steps steps, Persons persons) {
        this.options = options;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "cost-option";
    }

    @Override
    public Step[] steps() {
        return CostOptionStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(options.find(id, reader), reader);
    }

    CostOptionView view(CostOption option, Caller reader) {
        return views(List.of(option), reader).get(option.id());
    }

    /** What is shown of them, by id: two questions for the whole list. */
    Map<UUID, CostOptionView> views(Collection<CostOption> all, Caller reader) {
        var stands = options.stands(all.stream().map(Recorded::id).toList());
        return steps.views(all, (one, life) -> one.view(stands.get(one.id()), life, persons, reader));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'cost-option' AS type, r.id, r.reference, 'allocation' AS parent_type, a.id AS parent_id,
                    a.reference AS parent_reference, r.amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    r.project_reference || ' ' || r.title AS purpose
                FROM funding.cost_option r JOIN funding.allocation a ON a.id = r.allocation_id""";
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'cost-option' AS type, r.id, r.reference, r.title, NULL AS title_lt, NULL AS party, 'allocation' AS parent_type,
                    a.id AS parent_id, a.reference AS parent_reference, r.amount, r.currency, r.status, r.recorded_at
                FROM funding.cost_option r JOIN funding.allocation a ON a.id = r.allocation_id""", "r.reference", List.of(List.of("r.reference", "r.title")), List.of("r.amount"));
    }
}
