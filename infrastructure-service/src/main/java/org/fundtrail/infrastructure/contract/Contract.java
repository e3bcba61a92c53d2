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
import java.util.LinkedHashMap;
import java.util.Map;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.contract.ContractProject;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.contract.ContractorView;
import org.fundtrail.infrastructure.project.Costs;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.rules.Vat;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Identity;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;

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

    private String reference;

    /** It may be a natural person, so what is said of it is kept apart and entries have its hashes. */
    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    private Identity contractor;

    private BigDecimal net;
    private String currency;
    private BigDecimal vatRate;
    private BigDecimal gross;
    private LocalDate signedOn;
    private LocalDate dueOn;

    protected Contract() {}

    Contract(ContractTerms terms, Project project, Writer by) {
        super(by);
        this.project = project;
        say(terms);
    }

    /** What it says from now on. */
    void say(ContractTerms terms) {
        reference = terms.reference();
        var named = terms.contractor();
        contractor = contractor == null
                ? new Identity(named.name(), named.identifier())
                : contractor.saying(named.name(), named.identifier());
        net = terms.net().amount();
        currency = terms.net().currency();
        vatRate = terms.vatRate();
        gross = Vat.on(terms.net(), vatRate, "net").amount();
        signedOn = terms.signedOn();
        dueOn = terms.dueOn();
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
        return reference;
    }

    Identity contractor() {
        return contractor;
    }

    Money net() {
        return new Money(net, currency);
    }

    BigDecimal vatRate() {
        return vatRate.stripTrailingZeros();
    }

    Money vat() {
        return gross().minus(net());
    }

    Money gross() {
        return new Money(gross, currency);
    }

    LocalDate signedOn() {
        return signedOn;
    }

    LocalDate dueOn() {
        return dueOn;
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
                dueOn(),
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
                life.actions(this, ContractStep.values(), reader),
                life.steps(),
                counted);
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
        return new Subject("contract", id, reference);
    }

    @Override
    public Subject parent() {
        return project.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Map.of("amount", gross.toPlainString(), "currency", currency, "project", project.reference());
    }

    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("status", status == null ? null : status.name());
        facts.put("reference", reference);
        facts.put("project", project.reference());
        facts.put("projectId", project.id().toString());
        facts.put("contractorId", contractor.id().toString());
        facts.put("contractor.name", contractor.nameFact());
        facts.put("contractor.identifier", contractor.identifierFact());
        facts.put("net", net.toPlainString());
        facts.put("currency", currency);
        facts.put("vatRate", vatRate().toPlainString());
        facts.put("gross", gross.toPlainString());
        facts.put("signedOn", signedOn.toString());
        facts.put("dueOn", dueOn.toString());
        return facts;
    }
}
