package org.fundtrail.funding.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Dated;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Recoveries wait for who orders them and for who takes the money, and have a day by which it is to be paid. */
@ApplicationScoped
class RecoveryKind implements RecordKind {
    private final Recoveries recoveries;
    private final RecoveredFlatRates rates;
    private final Steps steps;
    private final Persons persons;
    private final Time time;

    RecoveryKind(Recoveries recoveries, RecoveredFlatRates rates, Steps steps, Persons persons, Time time) {
        this.recoveries = recoveries;
        this.rates = rates;
        this.steps = steps;
        this.persons = persons;
        this.time = time;
    }

    @Override
    public String type() {
        return "recovery";
    }

    @Override
    public Step[] steps() {
        return RecoveryStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(recoveries.find(id, reader), reader);
    }

    RecoveryView view(Recovery recovery, Caller reader) {
        return views(List.of(recovery), reader).get(recovery.id());
    }

    /** What is shown of them, by id: one question for the whole list. */
    Map<UUID, RecoveryView> views(Collection<Recovery> all, Caller reader) {
        var today = time.today();
        var flatRates = rates.of(all);
        return steps.views(
                all,
                (one, life) -> one.view(today, life, persons, reader, flatRates.getOrDefault(one.id(), List.of())));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'recovery' AS type, r.id, r.reference, 'claim' AS parent_type, c.id AS parent_id, c.reference AS parent_reference,
                    r.amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status, r.reason AS purpose
                FROM funding.recovery r JOIN funding.claim c ON c.id = r.claim_id""";
    }

    /** The payment of a claim of which something is recovered is not reversed. */
    @Override
    public String builtOn() {
        return """
                SELECT r.claim_id AS built_on, r.reference FROM funding.recovery r
                WHERE r.status NOT IN ('REJECTED', 'WITHDRAWN')""";
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'recovery' AS type, r.id, r.reference, r.project_title_en AS title, r.project_title_lt AS title_lt,
                    NULL AS party, 'claim' AS parent_type, c.id AS parent_id, c.reference AS parent_reference,
                    r.amount, r.currency, r.status, r.recorded_at
                FROM funding.recovery r JOIN funding.claim c ON c.id = r.claim_id""", "r.reference", List.of(List.of("r.reference", "r.debit_note")), List.of("r.amount"));
    }

    @Override
    public Dated dated() {
        return new Dated(
                """
                SELECT 'recovery' AS type, r.id, r.reference, 'claim' AS parent_type, c.id AS parent_id, c.reference AS parent_reference,
                    'recovery-due' AS what, r.due_on AS day
                FROM funding.recovery r JOIN funding.claim c ON c.id = r.claim_id""",
                "r.due_on",
                "r.status = 'ORDERED'",
                Set.of(Role.FUNDING_OFFICER, Role.APPROVER, Role.ACCOUNTANT, Role.AUDITOR));
    }
}
