package org.fundtrail.funding.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Claims wait for who verifies, authorises and pays them. */
@ApplicationScoped
class ClaimKind implements RecordKind {
    private final Claims claims;
    private final Expenditures expenditures;
    private final Steps steps;
    private final Persons persons;
    private final Time time;

    ClaimKind(Claims claims, Expenditures expenditures, Steps steps, Persons persons, Time time) {
        this.claims = claims;
        this.expenditures = expenditures;
        this.steps = steps;
        this.persons = persons;
        this.time = time;
    }

    @Override
    public String type() {
        return "claim";
    }

    @Override
    public Step[] steps() {
        return ClaimStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(claims.find(id, reader), reader);
    }

    ClaimView view(Claim claim, Caller reader) {
        return views(List.of(claim), reader, Map.of()).get(claim.id());
    }

    /** What is shown of them, by id: two questions for the whole list. */
    Map<UUID, ClaimView> views(Collection<Claim> all, Caller reader, Map<UUID, Money> counted) {
        var today = time.today();
        var credited = expenditures.credited(
                all.stream().filter(Claim::isHolding).map(Claim::id).toList());
        return steps.views(
                all,
                (one, life) -> one.view(
                        credited.getOrDefault(one.id(), Credited.NOTHING),
                        today,
                        life,
                        persons,
                        reader,
                        counted.get(one.id())));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'claim' AS type, r.id, r.reference, 'allocation' AS parent_type, a.id AS parent_id,
                    a.reference AS parent_reference, r.share AS amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    r.project_reference || ' ' || r.project_title_en AS purpose
                FROM funding.claim r JOIN funding.allocation a ON a.id = r.allocation_id""";
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'claim' AS type, r.id, r.reference, r.project_title_en AS title, r.project_title_lt AS title_lt,
                    NULL AS party, 'project' AS parent_type, r.project_id AS parent_id, r.project_reference AS parent_reference,
                    r.share AS amount, r.currency, r.status, r.recorded_at
                FROM funding.claim r""", "r.reference", List.of(List.of("r.reference")), List.of("r.share"));
    }
}
