package org.fundtrail.gateway.position;

import static org.fundtrail.gateway.position.FinancingPosition.gross;
import static org.fundtrail.gateway.position.FinancingPosition.notBelow0;
import static org.fundtrail.gateway.position.FinancingPosition.or0;
import static org.fundtrail.gateway.position.FinancingPosition.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.position.AllocationPosition;
import org.fundtrail.funding.api.position.CommittedPosition;
import org.fundtrail.funding.api.position.FundingPositionView;
import org.fundtrail.gateway.position.FinancingPosition.Funding;
import org.fundtrail.gateway.position.FinancingPosition.Project;
import org.fundtrail.gateway.position.FinancingPosition.Recorded;
import org.fundtrail.gateway.position.FinancingPosition.Totals;
import org.fundtrail.gateway.position.FinancingPosition.Unassigned;
import org.fundtrail.gateway.position.FinancingPosition.WorksProgramme;
import org.fundtrail.infrastructure.api.position.InfrastructurePositionView;
import org.fundtrail.infrastructure.api.position.ProjectPosition;
import org.fundtrail.infrastructure.api.position.WorksProgrammePosition;

/** Joins what the two services say of the same day: the costs of projects, and the aid that is committed to them. */
record Joining(LocalDate asOf, FundingPositionView aid, InfrastructurePositionView cost) {
    FinancingPosition position() {
        var programmes =
                cost.worksProgrammes().stream().map(WorksProgrammePosition::id).collect(Collectors.toSet());
        var projects = known().stream()
                .map(project -> project(project, programmes.contains(project.worksProgramme())))
                .toList();
        var works = cost.worksProgrammes().stream()
                .map(programme -> programme(programme, projects))
                // before its first estimate and its first project there was none
                .filter(programme ->
                        programme.baseline() != null || !programme.projects().isEmpty())
                .toList();
        var alone = projects.stream().filter(p -> p.worksProgramme() == null).toList();
        var totals = new Totals(
                sum(works, WorksProgramme::estimated).plus(sum(alone, p -> gross(p.baseline()))),
                sum(projects, Project::contracted),
                sum(projects, Project::certified),
                sum(projects, Project::invoiced),
                sum(projects, Project::paid),
                sum(aid.allocations(), AllocationPosition::amount),
                sum(aid.allocations(), AllocationPosition::received),
                sum(projects, Project::committed),
                sum(projects, Project::covered),
                sum(projects, Project::overCommitted),
                sum(projects, Project::claimed),
                sum(projects, Project::reimbursed),
                sum(works, WorksProgramme::gap).plus(sum(alone, Project::gap)),
                sum(works, WorksProgramme::estimateAtCompletion).plus(sum(alone, Project::estimateAtCompletion)),
                sum(works, WorksProgramme::gapAtCompletion).plus(sum(alone, Project::gapAtCompletion)));
        return new FinancingPosition(
                asOf, new Recorded(aid.recorded(), cost.recorded()), totals, works, projects, unassigned());
    }

    /**
     * The projects of infrastructure-service that existed on the day, and any with money, also one that only a commitment names: its money
     * must not drop out of the sums.
     */
    private List<ProjectPosition> known() {
        var known = new LinkedHashMap<UUID, ProjectPosition>();
        cost.projects().forEach(project -> known.put(project.id(), project));
        var withMoney = uses().filter(use -> isPositive(use.committed()) || isPositive(use.reserved()))
                .collect(
                        LinkedHashMap<UUID, String>::new,
                        (all, use) -> all.put(use.project(), use.reference()),
                        Map::putAll);
        withMoney.forEach((id, reference) -> known.computeIfAbsent(
                id,
                unknown -> new ProjectPosition(
                        id, reference, null, null, null, null, null, null, null, null, null, null)));
        known.values()
                .removeIf(project -> project.existsFrom() != null
                        && project.existsFrom().isAfter(asOf)
                        && !withMoney.containsKey(project.id())
                        && !isPositive(project.contracted()));
        return new ArrayList<>(known.values());
    }

    private Project project(ProjectPosition project, boolean inProgramme) {
        var uses = uses().filter(use -> use.project().equals(project.id())).toList();
        var committed = sum(uses, CommittedPosition::committed);
        var cost = gross(project.baseline());
        var covered = committed.min(cost);
        var atCompletion = or0(project.estimateAtCompletion());
        return new Project(
                project.id(),
                project.reference(),
                project.title(),
                project.kind(),
                inProgramme ? project.worksProgramme() : null,
                project.baseline(),
                or0(project.contracted()),
                committed,
                covered,
                committed.minus(covered),
                sum(uses, CommittedPosition::claimed),
                sum(uses, CommittedPosition::reimbursed),
                sum(uses, CommittedPosition::reserved),
                cost.minus(covered),
                or0(project.certified()),
                or0(project.invoiced()),
                or0(project.paid()),
                atCompletion,
                notBelow0(atCompletion.minus(committed)),
                funding(project.id()));
    }

    private List<Funding> funding(UUID project) {
        var funding = new ArrayList<Funding>();
        for (var allocation : aid.allocations()) {
            var uses = uses(allocation)
                    .filter(use -> use.project().equals(project))
                    .toList();
            var committed = sum(uses, CommittedPosition::committed);
            if (isPositive(committed)) {
                funding.add(new Funding(
                        allocation.id(),
                        allocation.reference(),
                        allocation.donor(),
                        allocation.fund(),
                        committed,
                        sum(uses, CommittedPosition::claimed),
                        sum(uses, CommittedPosition::reimbursed)));
            }
        }
        return funding;
    }

    private static WorksProgramme programme(WorksProgrammePosition programme, List<Project> all) {
        var parts = all.stream()
                .filter(project -> programme.id().equals(project.worksProgramme()))
                .toList();
        var joint = gross(programme.baseline());
        var inProjects = sum(parts, part -> gross(part.baseline()));
        var notInProject = notBelow0(joint.minus(inProjects));
        var atCompletion = sum(parts, Project::estimateAtCompletion);
        return new WorksProgramme(
                programme.id(),
                programme.reference(),
                programme.title(),
                programme.baseline(),
                joint.max(inProjects),
                inProjects,
                notInProject,
                sum(parts, Project::contracted),
                sum(parts, Project::committed),
                sum(parts, Project::covered),
                sum(parts, Project::overCommitted),
                sum(parts, Project::claimed),
                sum(parts, Project::reimbursed),
                sum(parts, Project::gap).plus(notInProject),
                sum(parts, Project::certified),
                sum(parts, Project::invoiced),
                sum(parts, Project::paid),
                joint.max(atCompletion),
                sum(parts, Project::gapAtCompletion).plus(notBelow0(joint.minus(atCompletion))),
                Stream.concat(
                                Stream.ofNullable(programme.baseline()),
                                parts.stream().map(Project::baseline))
                        .anyMatch(baseline -> baseline != null && baseline.lowerBound()),
                parts.stream().map(Project::id).toList());
    }

    private List<Unassigned> unassigned() {
        return aid.allocations().stream()
                .filter(allocation -> !isPositive(sum(uses(allocation).toList(), CommittedPosition::committed)))
                .map(allocation -> new Unassigned(
                        allocation.id(),
                        allocation.reference(),
                        allocation.donor(),
                        allocation.fund(),
                        allocation.amount(),
                        or0(allocation.received())))
                .toList();
    }

    private Stream<CommittedPosition> uses() {
        return aid.allocations().stream().flatMap(Joining::uses);
    }

    private static Stream<CommittedPosition> uses(AllocationPosition allocation) {
        return allocation.projects() == null ? Stream.empty() : allocation.projects().stream();
    }

    private static boolean isPositive(Money amount) {
        return amount != null && amount.isPositive();
    }
}
