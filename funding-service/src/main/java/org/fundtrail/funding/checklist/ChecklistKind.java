package org.fundtrail.funding.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.funding.api.checklist.ChecklistView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Checklists wait for an approver; no money is on them. */
@ApplicationScoped
class ChecklistKind implements RecordKind {
    private final Checklists checklists;
    private final Steps steps;
    private final Persons persons;

    ChecklistKind(Checklists checklists, Steps steps, Persons persons) {
        this.checklists = checklists;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "checklist";
    }

    @Override
    public Step[] steps() {
        return ChecklistStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(checklists.find(id, reader), reader);
    }

    ChecklistView view(Checklist checklist, Caller reader) {
        return views(List.of(checklist), reader).get(checklist.id());
    }

    /** What is shown of them, by id: two questions for the whole list. */
    Map<UUID, ChecklistView> views(Collection<Checklist> all, Caller reader) {
        var inForce = checklists.numbersInForce(
                all.stream().map(one -> one.programme().id()).collect(Collectors.toSet()));
        return steps.views(
                all, (one, life) -> one.view(inForce.get(one.programme().id()), life, persons, reader));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'checklist' AS type, r.id, p.code || '/v' || r.number AS reference, 'programme' AS parent_type, p.id AS parent_id,
                    p.code AS parent_reference, (0 * r.number)::numeric AS amount, NULL AS currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    r.title AS purpose
                FROM funding.checklist r JOIN funding.programme p ON p.id = r.programme_id""";
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'checklist' AS type, r.id, p.code || '/v' || r.number AS reference, r.title, NULL AS title_lt, NULL AS party,
                    'programme' AS parent_type, p.id AS parent_id, p.code AS parent_reference, NULL::numeric AS amount, NULL AS currency,
                    r.status, r.recorded_at
                FROM funding.checklist r JOIN funding.programme p ON p.id = r.programme_id""", "r.title", List.of(List.of("r.title")), List.of());
    }
}
