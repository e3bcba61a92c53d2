package org.fundtrail.infrastructure.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.journal.ApprovalStatus;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Decision;
import org.fundtrail.journal.FourEyes;
import org.fundtrail.journal.Subject;

/**
 * What a contractor does for a project at a price. Once approved, its gross worth is contracted from the day it was signed and bounds what
 * can be invoiced on it. A project's contracts may exceed its baseline: that is stated, never refused.
 */
@Entity
@Table(name = "contract")
public class Contract extends FourEyes {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status = ApprovalStatus.PROPOSED;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Project project;

    private String reference;
    private String contractorName;
    private String contractorIdentifier;
    private BigDecimal net;
    private String currency;
    private BigDecimal vatRate;
    private BigDecimal gross;
    private LocalDate signedOn;
    private LocalDate dueOn;

    protected Contract() {}

    Contract(NewContract said, Project project, Caller by, Instant at) {
        super(by, at);
        this.project = project;
        say(said);
    }

    private void say(NewContract said) {
        reference = said.reference();
        contractorName = said.contractor().name();
        contractorIdentifier = said.contractor().identifier();
        net = said.net().amount();
        currency = said.net().currency();
        vatRate = said.vatRate();
        gross = said.gross().amount();
        signedOn = said.signedOn();
        dueOn = said.dueOn();
    }

    /** Says something else and is proposed again; only what was returned can be changed. */
    void change(NewContract said, Caller by) {
        status = status.to(ApprovalStatus.PROPOSED);
        changed(by);
        say(said);
    }

    void decide(Decision decision, Caller by, Instant at) {
        var next = status.to(decision.outcome().status());
        decided(by, at, decision.reason());
        status = next;
    }

    ApprovalStatus status() {
        return status;
    }

    Project project() {
        return project;
    }

    String reference() {
        return reference;
    }

    NewContract.Contractor contractor() {
        return new NewContract.Contractor(contractorName, contractorIdentifier);
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
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("status", status.name());
        facts.put("reference", reference);
        facts.put("contractor.name", contractorName);
        facts.put("contractor.identifier", contractorIdentifier);
        facts.put("net", net.toPlainString());
        facts.put("currency", currency);
        facts.put("vatRate", vatRate().toPlainString());
        facts.put("gross", gross.toPlainString());
        facts.put("signedOn", signedOn.toString());
        facts.put("dueOn", dueOn.toString());
        return facts;
    }
}
