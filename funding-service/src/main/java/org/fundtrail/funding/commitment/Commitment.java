package org.fundtrail.funding.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.programme.Programme;
import org.fundtrail.funding.rules.FundingRule;
import org.fundtrail.journal.ApprovalStatus;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Decision;
import org.fundtrail.journal.FourEyes;
import org.fundtrail.journal.Subject;

/** A part of an allocation that is assigned to a project: reserved when recorded, committed when approved. */
@Entity
@Table(name = "commitment")
public class Commitment extends FourEyes {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status = ApprovalStatus.PROPOSED;

    @ManyToOne(fetch = FetchType.LAZY)
    private Allocation allocation;

    private UUID projectId;
    private String projectReference;
    private String projectTitleEn;
    private String projectTitleLt;
    private String projectKind;
    private BigDecimal amount;
    private String currency;
    private String legalReference;
    private LocalDate legalDate;

    protected Commitment() {}

    Commitment(Allocation allocation, NewCommitment said, InfrastructureClient.Project project, Caller by, Instant at) {
        super(by, at);
        this.allocation = allocation;
        say(said, project);
    }

    private void say(NewCommitment said, InfrastructureClient.Project project) {
        mustPayFor(allocation.programme(), project);
        projectId = project.id();
        projectReference = project.reference();
        projectTitleEn = project.title().en();
        projectTitleLt = project.title().lt();
        projectKind = project.kind();
        amount = said.amount().amount();
        currency = said.amount().currency();
        legalReference = said.legalCommitment().reference();
        legalDate = said.legalCommitment().date();
    }

    /** The earmark: each programme's money may pay for some kinds of project and for nothing else. */
    private static void mustPayFor(Programme programme, InfrastructureClient.Project project) {
        if (!programme.mayPayFor(project.kind())) {
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
                    project.kind());
        }
    }

    void change(NewCommitment said, InfrastructureClient.Project project, Caller by) {
        status = status.to(ApprovalStatus.PROPOSED);
        changed(by);
        say(said, project);
    }

    void decide(Decision decision, Caller by, Instant at) {
        var next = status.to(decision.outcome().status());
        decided(by, at, decision.reason());
        status = next;
    }

    ApprovalStatus status() {
        return status;
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

    NewCommitment.LegalCommitment legalCommitment() {
        return new NewCommitment.LegalCommitment(legalReference, legalDate);
    }

    @Override
    public Subject subject() {
        return new Subject("commitment", id, legalReference);
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("status", status.name());
        facts.put("allocation", allocation.reference());
        facts.put("project", projectReference);
        facts.put("projectId", projectId.toString());
        facts.put("projectKind", projectKind);
        facts.put("amount", amount.toPlainString());
        facts.put("currency", currency);
        facts.put("legalCommitment.reference", legalReference);
        facts.put("legalCommitment.date", legalDate.toString());
        return facts;
    }
}
