package org.fundtrail.gateway.position;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.position.FundingPositionView;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.infrastructure.api.position.InfrastructurePositionView;
import org.fundtrail.infrastructure.api.position.PositionBaseline;
import org.fundtrail.infrastructure.api.project.ProjectKind;

/**
 * What the border infrastructure is estimated to cost, what aid is committed to it, and what is not covered. Each amount counts once: a
 * works programme's joint estimate is never added to the estimates of its projects, and aid that no project uses reduces no gap.
 */
@Schema(
        description =
                "What the infrastructure is estimated to cost, what aid is committed to it, and what is not covered.")
public record FinancingPosition(
        @Schema(
                description = "As of this day, by the dates on which things happened",
                examples = "2026-11-23",
                implementation = String.class,
                format = "date")
        LocalDate asOf,

        @Schema(
                description =
                        "How many entries of each journal were read: given back with asOf, they give the same bytes again")
        Recorded recorded,

        Totals totals,

        List<WorksProgramme> worksProgrammes,

        List<Project> projects,

        @Schema(description = "Allocations in force that no project uses; they reduce no gap")
        List<Unassigned> unassigned) {

    @Schema(name = "PositionRecorded")
    public record Recorded(
            @Schema(examples = "41") long funding,
            @Schema(examples = "23") long infrastructure) {}

    @Schema(name = "PositionTotals", description = "Each total is a sum of what is listed, every amount counted once.")
    public record Totals(
            @Schema(description = "Works programmes, and the baselines of projects in none")
            Money estimated,

            @Schema(description = "Approved contracts and their approved variations, with VAT")
            Money contracted,

            @Schema(description = "What of that is certified, before retention and advance, with VAT")
            Money certified,

            @Schema(description = "Approved invoices, paid or not, with VAT")
            Money invoiced,

            @Schema(description = "Invoices paid, with VAT") Money paid,

            @Schema(description = "Allocations in force") Money allocated,

            @Schema(description = "Money confirmed as received")
            Money received,

            @Schema(description = "Approved commitments: covered + overCommitted")
            Money committed,

            @Schema(description = "What of the estimated cost approved commitments pay: estimated = covered + gap")
            Money covered,

            @Schema(description = "What is committed to projects beyond their baselines: it covers nothing")
            Money overCommitted,

            @Schema(description = "Of what is committed, what claims hold or were paid: a claim never lowers committed")
            Money claimed,

            @Schema(description = "Of what is claimed, what was paid to beneficiaries")
            Money reimbursed,

            @Schema(description = "What is not covered: never below zero")
            Money gap,

            @Schema(description = "Works programmes, and projects in none, as they will have cost in the end, with VAT")
            Money estimateAtCompletion,

            @Schema(description = "What of that is not covered: never below zero")
            Money gapAtCompletion) {}

    @Schema(name = "PositionWorksProgramme")
    public record WorksProgramme(
            UUID id,
            String reference,
            Title title,

            @Schema(description = "The joint estimate, never added to its projects' own")
            PositionBaseline baseline,

            @Schema(description = "The larger of the joint estimate and the sum of its projects' baselines")
            Money estimated,

            @Schema(description = "The sum of its projects' baselines")
            Money inProjects,

            @Schema(description = "What of the joint estimate is not yet in a project")
            Money notInProject,

            Money contracted,

            @Schema(description = "Approved commitments to its projects: covered + overCommitted")
            Money committed,

            @Schema(description = "What of it approved commitments pay: estimated = covered + gap")
            Money covered,

            @Schema(description = "What is committed to its projects beyond their baselines")
            Money overCommitted,

            @Schema(description = "Of what is committed, what claims of its projects hold or were paid")
            Money claimed,

            @Schema(description = "Of what is claimed, what was paid to beneficiaries")
            Money reimbursed,

            @Schema(description = "Its projects' gaps and what is not yet in a project")
            Money gap,

            Money certified,
            Money invoiced,
            Money paid,

            @Schema(
                    description =
                            "The larger of the joint estimate and the sum of its projects' estimates at completion")
            Money estimateAtCompletion,

            @Schema(description = "Its projects' gaps at completion, and what the joint estimate exceeds their cost by")
            Money gapAtCompletion,

            @Schema(description = "True where an estimate in it says at least")
            boolean lowerBound,

            @Schema(description = "The ids of its projects") List<UUID> projects) {}

    @Schema(name = "PositionProject")
    public record Project(
            UUID id,
            String reference,
            Title title,
            ProjectKind kind,

            @Schema(description = "The id of its works programme, or null")
            UUID worksProgramme,

            @Schema(description = "Null where no estimate was chosen yet: then there is no gap to state")
            PositionBaseline baseline,

            Money contracted,

            @Schema(description = "Commitments approved: covered + overCommitted")
            Money committed,

            @Schema(
                    description =
                            "What of its baseline they pay: baseline (gross) = covered + gap; 0.00 without a baseline")
            Money covered,

            @Schema(description = "What they come to beyond its baseline, or all of it without a baseline")
            Money overCommitted,

            @Schema(description = "Of what is committed, what its claims hold or were paid")
            Money claimed,

            @Schema(description = "Of what is claimed, what was paid to beneficiaries")
            Money reimbursed,

            @Schema(description = "Commitments that wait for a decision; they reduce no gap")
            Money reserved,

            @Schema(description = "Baseline (gross) less approved commitments, never below zero")
            Money gap,

            @Schema(description = "What of its contracts is certified, before retention and advance, with VAT")
            Money certified,

            @Schema(description = "Approved invoices, paid or not, with VAT")
            Money invoiced,

            @Schema(description = "Invoices paid, with VAT") Money paid,

            @Schema(
                    description =
                            "What it will have cost in the end, with VAT: U of its cost report; without cost lines the larger of its "
                                    + "baseline and what its contracts come to")
            Money estimateAtCompletion,

            @Schema(description = "Estimate at completion less approved commitments, never below zero")
            Money gapAtCompletion,

            @Schema(description = "The allocations it is paid from")
            List<Funding> funding) {}

    @Schema(name = "PositionFunding")
    public record Funding(
            @Schema(description = "The id of the allocation")
            UUID allocation,

            String reference,
            String donor,
            Fund fund,
            Money committed,

            @Schema(description = "Of what is committed, what the project's claims hold or were paid")
            Money claimed,

            @Schema(description = "Of what is claimed, what was paid to beneficiaries")
            Money reimbursed) {}

    @Schema(name = "PositionUnassigned")
    public record Unassigned(UUID id, String reference, String donor, Fund fund, Money amount, Money received) {}

    /** What a works programme will cost beyond its projects, by its joint estimate. */
    public Money beyondProjects(WorksProgramme works) {
        var parts = projects.stream()
                .filter(project -> works.projects().contains(project.id()))
                .toList();
        return works.estimateAtCompletion().minus(sum(parts, Project::estimateAtCompletion));
    }

    /**
     * What a project is committed to beyond its baseline once everything that waits and so much more is approved.
     *
     * @param baseline with VAT, or null where none was chosen: then nothing that is committed covers anything
     * @param then what is committed, what waits and what is added
     * @param over what of that is beyond the baseline
     */
    public record Beyond(Money baseline, Money then, Money over) {}

    /** What committing so much more comes to, or null where it stays within the baseline. A project not listed yet has no baseline. */
    public Beyond beyond(String id, Money more) {
        var project =
                projects.stream().filter(p -> p.id().toString().equals(id)).findFirst();
        var baseline =
                project.map(Project::baseline).map(PositionBaseline::gross).orElse(null);
        var before = project.map(p -> p.committed().plus(p.reserved())).orElse(Money.zero());
        var then = before.plus(more);
        var over = notBelow0(then.minus(or0(baseline)));
        return over.isPositive() ? new Beyond(baseline, then, over) : null;
    }

    /** What choosing another baseline does to the gap of a project or works programme. */
    public record Effect(
            Money estimatedNow,
            Money estimatedThen,
            Money gapNow,
            Money gapThen,
            Money committed,
            Money overNow,
            Money overThen) {}

    /** The effect of a baseline of so much, or null where there is no such project or works programme. */
    public Effect effect(String owner, Money gross) {
        for (var project : projects) {
            if (project.id().toString().equals(owner)) {
                var committed = project.committed();
                return new Effect(
                        gross(project.baseline()),
                        gross,
                        project.gap(),
                        notBelow0(gross.minus(committed)),
                        committed,
                        project.overCommitted(),
                        notBelow0(committed.minus(gross)));
            }
        }
        for (var works : worksProgrammes) {
            if (works.id().toString().equals(owner)) {
                var then = notBelow0(gross.minus(works.inProjects()));
                return new Effect(
                        works.estimated(),
                        gross.max(works.inProjects()),
                        works.gap(),
                        works.gap().minus(works.notInProject()).plus(then),
                        works.committed(),
                        works.overCommitted(),
                        works.overCommitted());
            }
        }
        return null;
    }

    /** Joins what the two services say of the same day. */
    public static FinancingPosition of(LocalDate asOf, FundingPositionView aid, InfrastructurePositionView cost) {
        return new Joining(asOf, aid, cost).position();
    }

    /** What a baseline comes to with VAT, nothing where there is none. */
    static Money gross(PositionBaseline baseline) {
        return baseline == null ? Money.zero() : baseline.gross();
    }

    static <T> Money sum(List<T> all, Function<T, Money> amount) {
        return all.stream().map(amount).filter(Objects::nonNull).reduce(Money.zero(), Money::plus);
    }

    static Money or0(Money amount) {
        return amount == null ? Money.zero() : amount;
    }

    static Money notBelow0(Money amount) {
        return amount.max(Money.zero());
    }
}
