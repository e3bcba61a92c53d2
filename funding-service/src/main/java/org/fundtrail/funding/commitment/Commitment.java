package org.fundtrail.funding.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.commitment.CommitmentProject;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.commitment.LegalCommitment;
import org.fundtrail.funding.api.commitment.ProjectTitle;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.programme.Programme;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.EmbeddableInstantiator;

/** A part of an allocation that is assigned to a project: reserved when recorded, committed when approved. */
@Entity
@Table(name = "commitment")
public class Commitment extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Allocation allocation;

    private UUID projectId;
    private String projectTitleEn;
    private String projectTitleLt;
    private String projectKind;

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
        mustPayFor(allocation.programme(), project);
        projectId = project.id();
        projectTitleEn = project.title().en();
        projectTitleLt = project.title().lt();
        projectKind = project.kind().name();
        this.terms = new CommitmentTerms(project.reference(), terms.amount(), terms.legalCommitment());
    }

    /** The earmark: each programme's money may pay for some kinds of project and for nothing else. */
    private static void mustPayFor(Programme programme, ProjectView project) {
        if (!programme.mayPayFor(project.kind().name())) {
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

    String projectTitleEn() {
        return projectTitleEn;
    }

    String projectTitleLt() {
        return projectTitleLt;
    }

    String projectKind() {
        return projectKind;
    }

    Money amount() {
        return terms.amount();
    }

    LegalCommitment legalCommitment() {
        return terms.legalCommitment();
    }

    /** It as its readers see it. */
    CommitmentView view(Life life, Persons persons, Caller reader, Money counted) {
        return new CommitmentView(
                id(),
                allocation().subject(),
                new CommitmentProject(
                        projectId(),
                        projectReference(),
                        new ProjectTitle(projectTitleEn(), projectTitleLt()),
                        projectKind()),
                amount(),
                legalCommitment(),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, CommitmentStep.values(), reader),
                life.steps(),
                counted);
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
        return Facts.sum(amount(), projectReference());
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
                .asMap();
    }
}
