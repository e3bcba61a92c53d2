package org.fundtrail.infrastructure.contract;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.contract.ContractCorrection;
import org.fundtrail.infrastructure.api.contract.ContractProject;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.contract.ContractorView;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.project.Costs;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.rules.Vat;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Identity;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.EmbeddableInstantiator;

/**
 * What a contractor does for a project at a price. Once approved, its gross worth is contracted from the day it was signed and bounds what
 * can be invoiced on it. A project's contracts may exceed its baseline: that is stated, never refused.
 */
@Entity
@Table(name = "contract")
public class Contract extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Project project;

    @EmbeddableInstantiator(Kept.class)
    private ContractTerms terms;

    /** It may be a natural person, so what is said of it is kept apart and entries have its hashes. */
    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    private Identity contractor;

    private BigDecimal gross;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(ContractTerms.class, "contractor");
        }
    }

    protected Contract() {}

    Contract(ContractTerms terms, Project project, Writer by) {
        super(by);
        this.project = project;
        say(terms);
    }

    /** What it says from now on. */
    void say(ContractTerms terms) {
        this.terms = terms;
        var named = terms.contractor();
        contractor = contractor == null
                ? new Identity(named.name(), named.identifier())
                : contractor.saying(named.name(), named.identifier());
        gross = Vat.on(terms.net(), terms.vatRate(), "net").amount();
    }

    /** How the contractor's name should have been written: refused but for what is in force, and once the name was erased. */
    void correct(ContractCorrection said) {
        if (status != ApprovalStatus.APPROVED) {
            throw Refusal.of(JournalRule.WRONG_STATE, "status", status.name(), "action", "corrected");
        }
        if (contractor.name() == null) {
            throw Refusal.of(InfrastructureRule.CONTRACTOR_ERASED);
        }
        if (said.contractor() != null && said.contractor().name() != null) {
            contractor = contractor.saying(said.contractor().name(), contractor.identifier());
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

    Project project() {
        return project;
    }

    String reference() {
        return terms.reference();
    }

    Identity contractor() {
        return contractor;
    }

    Money net() {
        return terms.net();
    }

    BigDecimal vatRate() {
        return terms.vatRate().stripTrailingZeros();
    }

    Money vat() {
        return gross().minus(net());
    }

    Money gross() {
        return new Money(gross, net().currency());
    }

    LocalDate signedOn() {
        return terms.signedOn();
    }

    /** It as its readers see it. */
    ContractView view(Costs.Cost cost, Life life, Persons persons, Caller reader, Money counted) {
        return new ContractView(
                id(),
                reference(),
                new ContractProject(project.id(), project.reference(), project.title()),
                new ContractorView(contractor.id(), contractor.name(), contractor.identifier()),
                net(),
                vatRate(),
                vat(),
                gross(),
                signedOn(),
                terms.dueOn(),
                overrun(cost),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, ContractStep.values(), reader, actions(reader)),
                life.steps(),
                counted);
    }

    private String[] actions(Caller reader) {
        var corrects = status == ApprovalStatus.APPROVED
                && contractor.name() != null
                && reader.is(Role.PROJECT_OFFICER)
                && reader.institution().equals(institution());
        return corrects ? new String[] {"correct"} : new String[0];
    }

    private Money overrun(Costs.Cost cost) {
        return switch (status()) {
            case APPROVED -> cost.overrun(Money.zero());
            case PROPOSED -> cost.overrun(gross());
            case RETURNED, REJECTED, WITHDRAWN -> null;
        };
    }

    @Override
    public Subject subject() {
        return new Subject("contract", id, reference());
    }

    @Override
    public Subject parent() {
        return project.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(new Money(gross, net().currency()), project.reference());
    }

    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("status", status)
                .after("reference", "project", project.reference(), "projectId", project.id())
                .instead(
                        "contractor",
                        "contractorId",
                        contractor.id(),
                        "contractor.name",
                        contractor.nameFact(),
                        "contractor.identifier",
                        contractor.identifierFact())
                .after("vatRate", "gross", gross.toPlainString())
                .asMap();
    }
}
