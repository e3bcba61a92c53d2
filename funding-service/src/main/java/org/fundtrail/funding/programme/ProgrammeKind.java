package org.fundtrail.funding.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;

/** Programmes are usable at once and never change. */
@ApplicationScoped
class ProgrammeKind implements RecordKind {
    private final Programmes programmes;
    private final Persons persons;

    ProgrammeKind(Programmes programmes, Persons persons) {
        this.programmes = programmes;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "programme";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return programmes.find(id, reader).view(persons);
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'programme' AS type, r.id, r.code AS reference, r.name AS title, NULL AS title_lt, NULL AS party, NULL AS parent_type,
                    NULL::uuid AS parent_id, NULL AS parent_reference, NULL::numeric AS amount, NULL AS currency, NULL AS status, r.recorded_at
                FROM funding.programme r""", "r.code", List.of(List.of("r.code", "r.name")), List.of());
    }
}
