package org.fundtrail.infrastructure.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;

/** Credit notes count at once and are never changed. */
@ApplicationScoped
class CreditNoteKind implements RecordKind {
    private final CreditNotes notes;
    private final Persons persons;

    CreditNoteKind(CreditNotes notes, Persons persons) {
        this.notes = notes;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "credit-note";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return notes.find(id, reader).view(persons);
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'credit-note' AS type, r.id, r.number AS reference, NULL AS title, NULL AS title_lt, i.name AS party,
                    'invoice' AS parent_type, o.id AS parent_id, o.number AS parent_reference, r.gross AS amount, r.currency, NULL AS status,
                    r.recorded_at
                FROM infrastructure.credit_note r JOIN infrastructure.invoice o ON o.id = r.invoice_id
                    JOIN journal.identity i ON i.id = o.supplier_id""", "r.number", List.of(List.of("r.number")), List.of("r.gross", "r.net"));
    }
}
