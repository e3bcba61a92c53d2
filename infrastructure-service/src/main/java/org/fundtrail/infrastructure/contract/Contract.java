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
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.journal.ApprovalStatus;
import org.fundtrail.journal.Identity;
import org.fundtrail.journal.Stepped;
import org.fundtrail.journal.Subject;
import org.fundtrail.journal.Writer;

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

    Contract(NewContract said, Project project, Writer by) {
        super(by);
        this.project = project;
        say(said);
    }

    /** What it says from now on. */
    void say(NewContract said) {
        reference = said.reference();
        var named = said.contractor();
        contractor = contractor == null
                ? new Identity(named.name(), named.identifier())
                : contractor.saying(named.name(), named.identifier());
        net = said.net().amount();
        currency = said.net().currency();
        vatRate = said.vatRate();
        gross = said.gross().amount();
        signedOn = said.signedOn();
        dueOn = said.dueOn();
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
