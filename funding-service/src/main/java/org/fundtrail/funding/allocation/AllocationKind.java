package org.fundtrail.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Dated;
import org.fundtrail.records.Findable;
import org.fundtrail.records.Life;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Allocations wait for an approver. */
@ApplicationScoped
class AllocationKind implements RecordKind {
    private final Allocations allocations;
    private final Balances balances;
    private final Steps steps;
    private final Persons persons;

    AllocationKind(Allocations allocations, Balances balances, Steps steps, Persons persons) {
        this.allocations = allocations;
        this.balances = balances;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "allocation";
    }

    @Override
    public Step[] steps() {
        return AllocationStep.values();
    }

    @Override
    public List<String> happenings() {
        return List.of(Allocation.AMENDED, Allocation.CLOSED);
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(allocations.find(id, reader), reader);
    }

    AllocationView view(Allocation allocation, Caller reader) {
        return views(List.of(allocation), reader).get(allocation.id());
    }

    Map<UUID, AllocationView> views(Collection<Allocation> all, Caller reader) {
        return views(all, reader, Map.of());
    }

    /** What is shown of them, by id: two questions for the whole list. */
    Map<UUID, AllocationView> views(Collection<Allocation> all, Caller reader, Map<UUID, Money> counted) {
        var stands = balances.of(all.stream().map(Allocation::id).toList());
        return steps.views(
                all,
                (one, life) -> one.view(
                        stands.getOrDefault(one.id(), Map.of()), life, persons, reader, counted.get(one.id())));
    }

    /** What a file says of them, by id. What is proposed has no decision yet and nothing stands on it: that is not looked for. */
    Map<UUID, AllocationApi.Line> lines(Collection<Allocation> all) {
        var ids = all.stream()
                .filter(a -> a.status() != ApprovalStatus.PROPOSED)
                .map(Allocation::id)
                .toList();
        var stands = balances.of(ids);
        var lives = steps.of(ids);
        var lines = new HashMap<UUID, AllocationApi.Line>();
        for (var a : all) {
            var life = lives.getOrDefault(a.id(), Life.NEW);
            lines.put(
                    a.id(),
                    new AllocationApi.Line(
                            a,
                            a.status() == ApprovalStatus.APPROVED
                                    ? Allocation.balances(stands.getOrDefault(a.id(), Map.of()))
                                    : null,
                            persons.ref(a.recordedBy()),
                            life.decidedBy()));
        }
        return lines;
    }

    @Override
    public String waiting() {
        return """
                SELECT 'allocation' AS type, r.id, r.reference, NULL AS parent_type, NULL::uuid AS parent_id, NULL AS parent_reference,
                    r.amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status, r.purpose
                FROM funding.allocation r""";
    }

    @Override
    public Findable found() {
        return new Findable(
                """
                SELECT 'allocation' AS type, r.id, r.reference, r.purpose AS title, NULL AS title_lt, r.donor AS party, NULL AS parent_type,
                    NULL::uuid AS parent_id, NULL AS parent_reference, r.allocated AS amount, r.currency, r.status, r.recorded_at
                FROM funding.allocation r""",
                "r.reference",
                List.of(List.of("r.reference", "r.donor", "r.recipient", "r.purpose", "r.decision_reference")),
                List.of("r.amount", "r.allocated"));
    }

    @Override
    public Dated dated() {
        return new Dated(
                """
                SELECT 'allocation' AS type, r.id, r.reference, NULL AS parent_type, NULL::uuid AS parent_id, NULL AS parent_reference,
                    'eligibility-ends' AS what, r.eligibility_to AS day
                FROM funding.allocation r""",
                "r.eligibility_to",
                "r.status = 'APPROVED'",
                Set.of(Role.FUNDING_OFFICER, Role.APPROVER, Role.AUDITOR));
    }
}
