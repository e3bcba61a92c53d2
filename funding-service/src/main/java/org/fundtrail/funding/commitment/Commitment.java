package org.fundtrail.funding.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;

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
    private String projectReference;
    private String projectTitleEn;
    private String projectTitleLt;
    private String projectKind;
    private BigDecimal amount;
    private String currency;
    private String legalCommitmentReference;
    private LocalDate legalCommitmentDate;

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
        projectReference = project.reference();
        projectTitleEn = project.title().en();
        projectTitleLt = project.title().lt();
        projectKind = project.kind().name();
        amount = terms.amount().amount();
        currency = terms.amount().currency();
        legalCommitmentReference = terms.legalCommitment().reference();
        legalCommitmentDate = terms.legalCommitment().date();
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
        return projectReference;
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
        return new Money(amount, currency);
    }

    LegalCommitment legalCommitment() {
        return new LegalCommitment(legalCommitmentReference, legalCommitmentDate);
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
        return new Subject("commitment", id, legalCommitmentReference);
    }

    @Override
    public Subject parent() {
        return allocation.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Map.of("amount", amount.toPlainString(), "currency", currency, "project", projectReference);
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("status", status.name());
        facts.put("allocation", allocation.reference());
        facts.put("allocationId", allocation.id().toString());
        facts.put("project", projectReference);
        facts.put("projectId", projectId.toString());
        facts.put("projectTitle.en", projectTitleEn);
        facts.put("projectTitle.lt", projectTitleLt);
        facts.put("projectKind", projectKind);
        facts.put("amount", amount.toPlainString());
        facts.put("currency", currency);
        facts.put("legalCommitment.reference", legalCommitmentReference);
        facts.put("legalCommitment.date", legalCommitmentDate.toString());
        return facts;
    }
}
