package org.fundtrail.funding.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Receipts wait for an accountant. */
@ApplicationScoped
class ReceiptKind implements RecordKind {
    private final Receipts receipts;
    private final Steps steps;
    private final Persons persons;

    ReceiptKind(Receipts receipts, Steps steps, Persons persons) {
        this.receipts = receipts;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "receipt";
    }

    @Override
    public Step[] steps() {
        return ReceiptStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(receipts.find(id, reader), reader);
    }

    ReceiptView view(Receipt receipt, Caller reader) {
        return receipt.view(steps.of(receipt.id()), persons, reader, null);
    }

    /** What is shown of them, by id: one question for the whole list. */
    Map<UUID, ReceiptView> views(Collection<Receipt> all, Caller reader, Map<UUID, Money> counted) {
        return steps.views(all, (one, life) -> one.view(life, persons, reader, counted.get(one.id())));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'receipt' AS type, r.id, r.bank_reference AS reference, 'allocation' AS parent_type, a.id AS parent_id,
                    a.reference AS parent_reference, r.amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    a.purpose
                FROM funding.receipt r JOIN funding.allocation a ON a.id = r.allocation_id""";
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'receipt' AS type, r.id, r.bank_reference AS reference, NULL AS title, NULL AS title_lt, NULL AS party, 'allocation' AS parent_type,
                    a.id AS parent_id, a.reference AS parent_reference, r.amount, r.currency, r.status, r.recorded_at
                FROM funding.receipt r JOIN funding.allocation a ON a.id = r.allocation_id""", "r.bank_reference", List.of(List.of("r.bank_reference")), List.of("r.amount"));
    }
}
