package org.fundtrail.funding.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.commitment.CommitmentOverride;
import org.fundtrail.funding.api.commitment.CommitmentProject;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.commitment.LegalCommitment;
import org.fundtrail.funding.api.commitment.OverrideView;
import org.fundtrail.funding.api.commitment.ProjectTitle;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.programme.Programme;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Account;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.EmbeddableInstantiator;

/** A part of an allocation that is assigned to a project: reserved when recorded, committed when approved. */
@Entity
@Table(name = "commitment")
public class Commitment extends Stepped {
    /** What happens to it when an amendment is approved. */
    static final String AMENDED = "amended";

    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Allocation allocation;

    private UUID projectId;
    private String projectTitleEn;
    private String projectTitleLt;
    private String projectKind;

    /** What it comes to now: what was decided at first, amended. */
    private BigDecimal committed;

    /** The project is named by its reference, whichever way it was named. */
    @EmbeddableInstantiator(Kept.class)
    private CommitmentTerms terms;

    /** What is kept of its terms: everything, the project by its reference. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(CommitmentTerms.class);
        }
    }

    protected Commitment() {}

    Commitment(Allocation allocation, CommitmentTerms terms, ProjectView project, Writer by) {
        super(by);
        this.allocation = allocation;
        say(terms, project);
    }

    /** What it says from now on. */
    void say(CommitmentTerms terms, ProjectView project) {
        mustPayFor(allocation.programme(), project, terms.override() != null);
        projectId = project.id();
        projectTitleEn = project.title().en();
        projectTitleLt = project.title().lt();
        projectKind = project.kind().name();
        this.terms =
                new CommitmentTerms(project.reference(), terms.amount(), terms.legalCommitment(), terms.override());
        committed = terms.amount().amount();
    }

    /** The earmark: each programme's money may pay for some kinds of project and for nothing else, unless an approver decides so. */
    private static void mustPayFor(Programme programme, ProjectView project, boolean isOverriding) {
        var mayPay = programme.mayPayFor(project.kind().name());
        if (mayPay && isOverriding) {
            throw Refusal.ofField(
                    FundingRule.OVERRIDE_NOT_NEEDED,
                    "override",
                    "programme",
                    programme.code(),
                    "project",
                    project.reference());
        }
        if (!mayPay && !isOverriding) {
            throw Refusal.ofField(
                    FundingRule.COST_OUTSIDE_PROGRAMME,
                    "project",
                    "programme",
                    programme.code(),
                    "scope",
                    programme.costScope().stream().map(Enum::name).collect(Collectors.joining(", ")),
                    "law",
                    programme.fund().law(),
                    "project",
                    project.reference(),
                    "kind",
                    project.kind().name());
        }
    }

    /** Refuses what needs it to be in force, on an allocation that is not closed. */
    void mustBeInForce() {
        allocation.mustBeInForce();
        if (status != ApprovalStatus.APPROVED) {
            throw Refusal.of(
                    FundingRule.COMMITMENT_NOT_IN_FORCE,
                    "reference",
                    legalCommitment().reference(),
                    "status",
                    status.name());
        }
    }

    /** It comes to so much more from now on, which was reserved for it, or less: of what nobody has claimed. */
    void amend(Money more, Change by) {
        committed = committed.add(more.amount());
        if (more.isPositive()) {
            by.moving(more, allocation.reserved(projectId), allocation.committed(projectId));
        } else {
            by.moving(
                    Money.zero().minus(more),
                    Account.ceiling("COMMITTED", allocation.id(), projectId, FundingRule.EXCEEDS_UNCLAIMED, "change"),
                    allocation.available());
        }
    }

    @Override
    public ApprovalStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ApprovalStatus) next;
    }

    Allocation allocation() {
        return allocation;
    }

    UUID projectId() {
        return projectId;
    }

    String projectReference() {
        return terms.project();
    }

    /** What was decided at first. */
    Money amount() {
        return terms.amount();
    }

    /** What it comes to now. */
    Money committed() {
        return Money.eur(committed);
    }

    CommitmentOverride override() {
        return terms.override();
    }

    CommitmentProject project() {
        return new CommitmentProject(
                projectId, projectReference(), new ProjectTitle(projectTitleEn, projectTitleLt), projectKind);
    }

    LegalCommitment legalCommitment() {
        return terms.legalCommitment();
    }

    /** It as its readers see it. */
    CommitmentView view(Life life, Persons persons, Caller reader, Money counted) {
        return new CommitmentView(
                id(),
                allocation().subject(),
                project(),
                amount(),
                committed(),
                legalCommitment(),
                override(),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, CommitmentStep.values(), reader, others(reader)),
                life.steps(),
                counted);
    }

    /** What else there is to do with it while it comes to something, on an allocation that is not closed. */
    private String[] others(Caller reader) {
        return status == ApprovalStatus.APPROVED
                        && committed.signum() > 0
                        && allocation.closedOn() == null
                        && reader.institution().equals(institution())
                        && reader.is(Role.FUNDING_OFFICER)
                ? new String[] {"amend", "record-claim"}
                : new String[0];
    }

    /** It as auditors list it: in spite of which rule it was recorded, and why. */
    OverrideView overriding(Life life, Persons persons) {
        var programme = allocation.programme();
        return new OverrideView(
                id(),
                legalCommitment().reference(),
                allocation.subject(),
                project(),
                committed(),
                FundingRule.COST_OUTSIDE_PROGRAMME.code(),
                programme.fund().law(),
                programme.code(),
                List.copyOf(programme.costScope()),
                override().reason(),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason());
    }

    @Override
    public Subject subject() {
        return new Subject("commitment", id, legalCommitment().reference());
    }

    @Override
    public Subject parent() {
        return allocation.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(committed(), projectReference());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("status", status, "allocation", allocation.reference(), "allocationId", allocation.id())
                .after(
                        "project",
                        "projectId",
                        projectId,
                        "projectTitle.en",
                        projectTitleEn,
                        "projectTitle.lt",
                        projectTitleLt,
                        "projectKind",
                        projectKind)
                .instead(
                        "override",
                        "override.reason",
                        override() == null ? null : override().reason())
                .last("committed", committed.compareTo(amount().amount()) == 0 ? null : committed.toPlainString())
                .asMap();
    }
}
