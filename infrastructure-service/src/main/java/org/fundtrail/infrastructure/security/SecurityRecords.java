package org.fundtrail.infrastructure.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.api.security.SecurityView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Dated;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;

/** Securities are never changed, and somebody has to know when they expire. */
@ApplicationScoped
class SecurityRecords implements RecordKind {
    private final Securities securities;
    private final Persons persons;
    private final Time time;

    SecurityRecords(Securities securities, Persons persons, Time time) {
        this.securities = securities;
        this.persons = persons;
        this.time = time;
    }

    @Override
    public String type() {
        return "security";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(securities.find(id, reader));
    }

    SecurityView view(Security security) {
        return security.view(time.today(), persons);
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'security' AS type, r.id, r.reference, NULL AS title, NULL AS title_lt, r.issuer AS party, 'contract' AS parent_type,
                    c.id AS parent_id, c.reference AS parent_reference, r.amount, r.currency, NULL AS status, r.recorded_at
                FROM infrastructure.security r JOIN infrastructure.contract c ON c.id = r.contract_id""", "r.reference", List.of(List.of("r.reference", "r.issuer")), List.of("r.amount"));
    }

    /** The last of its kind: one that is prolonged reminds nobody of its end any more. */
    @Override
    public Dated dated() {
        return new Dated("""
                SELECT 'security' AS type, r.id, r.reference, 'contract' AS parent_type, c.id AS parent_id, c.reference AS parent_reference,
                    'expires' AS what, r.period_to AS day
                FROM infrastructure.security r JOIN infrastructure.contract c ON c.id = r.contract_id""", "r.period_to", """
                c.status = 'APPROVED' AND NOT EXISTS (
                    SELECT FROM infrastructure.security l
                    WHERE l.contract_id = r.contract_id AND l.kind = r.kind AND l.period_to > r.period_to)""", Set.of(Role.PROJECT_OFFICER, Role.APPROVER, Role.AUDITOR));
    }
}
