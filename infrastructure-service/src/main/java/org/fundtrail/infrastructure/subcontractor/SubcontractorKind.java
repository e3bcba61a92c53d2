package org.fundtrail.infrastructure.subcontractor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;

/** Subcontractors are never changed; they are found by what they are called, not by their owners. */
@ApplicationScoped
class SubcontractorKind implements RecordKind {
    private final Subcontractors subcontractors;
    private final Persons persons;

    SubcontractorKind(Subcontractors subcontractors, Persons persons) {
        this.subcontractors = subcontractors;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "subcontractor";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(subcontractors.find(id, reader));
    }

    SubcontractorView view(Subcontractor subcontractor) {
        return subcontractor.view(persons);
    }

    @Override
    public Findable found() {
        return new Findable(
                """
                SELECT 'subcontractor' AS type, r.id, r.reference, NULL AS title, NULL AS title_lt, i.name AS party, 'contract' AS parent_type,
                    c.id AS parent_id, c.reference AS parent_reference, r.amount, r.currency, NULL AS status, r.recorded_at
                FROM infrastructure.subcontractor r JOIN journal.identity i ON i.id = r.identity_id
                    JOIN infrastructure.contract c ON c.id = r.contract_id""",
                "r.reference",
                List.of(List.of("r.reference"), List.of("i.name", "i.identifier")),
                List.of("r.amount"));
    }
}
