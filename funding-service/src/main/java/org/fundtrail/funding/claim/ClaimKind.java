package org.fundtrail.funding.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.checklist.Checklists;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Dated;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Claims wait for who verifies, authorises and pays them. */
@ApplicationScoped
class ClaimKind implements RecordKind {
    private final Claims claims;
    private final Expenditures expenditures;
    private final Checklists checklists;
    private final Offsets offsets;
    private final Steps steps;
    private final Persons persons;
    private final Time time;

    ClaimKind(
            Claims claims,
            Expenditures expenditures,
            Checklists checklists,
            Offsets offsets,
            Steps steps,
            Persons persons,
            Time time) {
        this.claims = claims;
        this.expenditures = expenditures;
        this.checklists = checklists;
        this.offsets = offsets;
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

    /** What is offset against it is a step of the recovery. */
    @Override
    public List<String> happenings() {
        return List.of("offset");
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(claims.find(id, reader), reader);
    }

    ClaimView view(Claim claim, Caller reader) {
        return views(List.of(claim), reader, Map.of()).get(claim.id());
    }

    /** What is shown of them, by id: four questions for the whole list. */
    Map<UUID, ClaimView> views(Collection<Claim> all, Caller reader, Map<UUID, Money> counted) {
        var today = time.today();
        var credited = expenditures.credited(
                all.stream().filter(Claim::isHolding).map(Claim::id).toList());
        var answered = checklists.all(all.stream()
                .map(claim -> claim.examination().checklist())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var kept = offsets.of(all.stream().map(Claim::id).toList());
        return steps.views(
                all,
                (one, life) -> one.view(
                        credited.getOrDefault(one.id(), Credited.NOTHING),
                        answered.get(one.examination().checklist()),
                        kept.getOrDefault(one.id(), Money.zero()),
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

    /** By when it is to be paid, to whoever has to do something until then; while the clock is stopped no day is fixed. */
    @Override
    public List<Dated> dates() {
        return List.of(
                due(ClaimStatus.SUBMITTED, Role.FUNDING_OFFICER),
                due(ClaimStatus.VERIFIED, Role.APPROVER),
                due(ClaimStatus.AUTHORISED, Role.ACCOUNTANT));
    }

    private static Dated due(ClaimStatus status, String role) {
        var due = "(r.submitted_on + r.clock_stopped_days + " + Clock.DAYS + ")";
        return new Dated("""
                SELECT 'claim' AS type, r.id, r.reference, 'project' AS parent_type, r.project_id AS parent_id,
                    r.project_reference AS parent_reference, 'claim-due' AS what, %s AS day
                FROM funding.claim r""".formatted(due), due, "r.status = '" + status + "'", Set.of(role));
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
