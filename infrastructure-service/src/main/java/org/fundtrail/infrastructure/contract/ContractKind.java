package org.fundtrail.infrastructure.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.infrastructure.project.Costs;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Dated;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Contracts wait for an approver; the amount is gross. */
@ApplicationScoped
class ContractKind implements RecordKind {
    private final Contracts contracts;
    private final Costs costs;
    private final CostLines costLines;
    private final Steps steps;
    private final Persons persons;

    ContractKind(Contracts contracts, Costs costs, CostLines costLines, Steps steps, Persons persons) {
        this.contracts = contracts;
        this.costs = costs;
        this.costLines = costLines;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "contract";
    }

    @Override
    public Step[] steps() {
        return ContractStep.values();
    }

    @Override
    public List<String> happenings() {
        return Stream.concat(
                        Stream.of(StageStep.values()).map(StageStep::action),
                        Stream.of(Contracts.TAKING_OVER_REVERSED, Contracts.RECLASSIFIED, NetAndVat.ACTION))
                .toList();
    }

    @Override
    public boolean isCorrected() {
        return true;
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(contracts.find(id, reader), reader);
    }

    ContractView view(Contract contract, Caller reader) {
        return views(List.of(contract), reader).get(contract.id());
    }

    Map<UUID, ContractView> views(Collection<Contract> all, Caller reader) {
        return views(all, reader, Map.of());
    }

    /** What is shown of them, by id. */
    Map<UUID, ContractView> views(Collection<Contract> all, Caller reader, Map<UUID, Money> counted) {
        var known = costs.of(all.stream().map(c -> c.project().id()).collect(Collectors.toSet()));
        var named =
                costLines.refs(all.stream().flatMap(c -> c.costLines().stream()).collect(Collectors.toSet()));
        return steps.views(
                all,
                (one, life) ->
                        one.view(known.get(one.project().id()), named, life, persons, reader, counted.get(one.id())));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'contract' AS type, r.id, r.reference, 'project' AS parent_type, p.id AS parent_id, p.reference AS parent_reference,
                    r.gross AS amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    (SELECT i.name FROM journal.identity i WHERE i.id = r.contractor_id) AS purpose
                FROM infrastructure.contract r JOIN infrastructure.project p ON p.id = r.project_id""";
    }

    @Override
    public Findable found() {
        return new Findable(
                """
                SELECT 'contract' AS type, r.id, r.reference, NULL AS title, NULL AS title_lt, i.name AS party, 'project' AS parent_type,
                    p.id AS parent_id, p.reference AS parent_reference, r.gross AS amount, r.currency, r.status, r.recorded_at
                FROM infrastructure.contract r JOIN journal.identity i ON i.id = r.contractor_id
                    JOIN infrastructure.project p ON p.id = r.project_id""",
                "r.reference",
                List.of(List.of("r.reference"), List.of("i.name", "i.identifier")),
                List.of("r.gross", "r.net"));
    }

    @Override
    public Dated dated() {
        return new Dated(
                """
                SELECT 'contract' AS type, r.id, r.reference, 'project' AS parent_type, p.id AS parent_id, p.reference AS parent_reference,
                    'due' AS what, r.due_on AS day
                FROM infrastructure.contract r JOIN infrastructure.project p ON p.id = r.project_id""", "r.due_on", "r.status = 'APPROVED'", Set.of(Role.PROJECT_OFFICER, Role.APPROVER, Role.AUDITOR));
    }
}
