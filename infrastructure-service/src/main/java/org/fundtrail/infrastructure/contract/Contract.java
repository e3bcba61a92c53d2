package org.fundtrail.infrastructure.contract;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.contract.CertificationTerms;
import org.fundtrail.infrastructure.api.contract.ContractCorrection;
import org.fundtrail.infrastructure.api.contract.ContractProject;
import org.fundtrail.infrastructure.api.contract.ContractRef;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.contract.ContractorView;
import org.fundtrail.infrastructure.api.contract.ScheduleLineView;
import org.fundtrail.infrastructure.api.contract.Stage;
import org.fundtrail.infrastructure.api.costline.CostLineRef;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.project.Costs;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.rules.EuThresholds;
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
import org.hibernate.annotations.BatchSize;
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

    @ManyToOne(fetch = FetchType.LAZY)
    private CostLine costLine;

    /** Its lines, or none where it is one line of the whole. */
    @ElementCollection
    @CollectionTable(name = "contract_line", joinColumns = @JoinColumn(name = "contract_id"))
    @OrderColumn(name = "n")
    @BatchSize(size = 200)
    private List<ScheduleRow> schedule = new ArrayList<>();

    @Embedded
    private Certification certification;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate stageSince;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(ContractTerms.class, "contractor", "costLine", "schedule", "terms");
        }
    }

    protected Contract() {}

    Contract(ContractTerms terms, Project project, Named named, Writer by) {
        super(by);
        this.project = project;
        say(terms, named);
    }

    /** The cost lines that terms name: that of the contract, or null, and those of its lines, each null where it is the contract's. */
    record Named(CostLine ofContract, List<CostLine> ofLines) {}

    /** What it says from now on. */
    void say(ContractTerms terms, Named costLines) {
        this.terms = terms;
        costLine = costLines.ofContract();
        schedule.clear();
        for (int n = 0; n < costLines.ofLines().size(); n++) {
            var of = costLines.ofLines().get(n);
            schedule.add(new ScheduleRow(terms.schedule().get(n), of == null ? null : of.id()));
        }
        certification = terms.terms() == null ? null : new Certification(terms.terms());
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

    /** Refuses what is only done with a contract in force. */
    public void mustBeInForce() {
        must(status == ApprovalStatus.APPROVED);
    }

    /** Refuses what is done neither with a contract that was rejected nor with one that was withdrawn. */
    public void mustNotHaveComeToNothing() {
        must(status != ApprovalStatus.REJECTED && status != ApprovalStatus.WITHDRAWN);
    }

    private void must(boolean be) {
        if (!be) {
            throw Refusal.of(
                    InfrastructureRule.CONTRACT_NOT_IN_FORCE, "reference", reference(), "status", status.name());
        }
    }

    public Project project() {
        return project;
    }

    public String reference() {
        return terms.reference();
    }

    Identity contractor() {
        return contractor;
    }

    public Money net() {
        return terms.net();
    }

    public BigDecimal vatRate() {
        return terms.vatRate().stripTrailingZeros();
    }

    Money vat() {
        return gross().minus(net());
    }

    public Money gross() {
        return new Money(gross, net().currency());
    }

    public LocalDate signedOn() {
        return terms.signedOn();
    }

    /** It as records name it that belong to it. */
    public ContractRef ref() {
        return new ContractRef(id(), reference(), projectRef());
    }

    private ContractProject projectRef() {
        return new ContractProject(project.id(), project.reference(), project.title());
    }

    /** The row of the cost report to which it belongs: its cost line, or its project. */
    public UUID row() {
        return costLine == null ? project.id() : costLine.id();
    }

    /** What is certified of it: one line 1 of the whole where it has no schedule. */
    public List<ScheduledLine> schedule() {
        return schedule.isEmpty()
                ? List.of(new ScheduledLine("1", null, row(), net()))
                : schedule.stream()
                        .map(line -> line.of(line.costLine() == null ? row() : line.costLine()))
                        .toList();
    }

    /** Its worth without VAT on each row of the cost report, the row of its first line first. */
    public Map<UUID, Money> netByRow() {
        return Worth.of(this).net();
    }

    /** The VAT of that. */
    public Map<UUID, Money> vatByRow() {
        return Worth.of(this).vat();
    }

    /** The row of its first line, for what is said of no line. */
    public UUID firstRow() {
        return schedule().get(0).row();
    }

    /** How it is certified, with what holds where nothing was said; null where it says nothing. */
    public CertificationTerms certification() {
        return certification == null ? null : certification.terms();
    }

    /** How far it has come, or null before it is approved. */
    public Stage stage() {
        return stage == null && status == ApprovalStatus.APPROVED ? Stage.SIGNED : stage;
    }

    /** It has come so far on this day; that it is signed its approval says, and it is since it was. */
    public void reach(Stage next, LocalDate on) {
        stage = next == Stage.SIGNED ? null : next;
        stageSince = stage == null ? null : on;
    }

    public LocalDate stageSince() {
        return stage() == Stage.SIGNED ? signedOn() : stageSince;
    }

    /** The ids of all cost lines that it names. */
    public Set<UUID> costLines() {
        var named = new HashSet<UUID>();
        schedule.stream().map(ScheduleRow::costLine).filter(Objects::nonNull).forEach(named::add);
        if (costLine != null) {
            named.add(costLine.id());
        }
        return named;
    }

    private List<ScheduleLineView> lines(Map<UUID, CostLineRef> names) {
        var own = costLine == null ? null : names.get(costLine.id());
        return schedule.isEmpty()
                ? List.of(new ScheduleLineView("1", null, own, null, BigDecimal.ONE, net(), net()))
                : schedule.stream()
                        .map(line -> line.view(line.costLine() == null ? own : names.get(line.costLine())))
                        .toList();
    }

    /** It as its readers see it. */
    ContractView view(
            Costs.Cost cost,
            Map<UUID, CostLineRef> costLines,
            Life life,
            Persons persons,
            Caller reader,
            Money counted) {
        return new ContractView(
                id(),
                reference(),
                projectRef(),
                new ContractorView(contractor.id(), contractor.name(), contractor.identifier()),
                net(),
                vatRate(),
                vat(),
                gross(),
                signedOn(),
                terms.dueOn(),
                overrun(cost),
                EuThresholds.reached(net(), costLine == null ? null : costLine.category(), signedOn()),
                costLine == null ? null : costLines.get(costLine.id()),
                lines(costLines),
                certification(),
                stage(),
                stageSince(),
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
        var actions = new ArrayList<String>();
        if (status == ApprovalStatus.APPROVED
                && reader.is(Role.PROJECT_OFFICER)
                && reader.institution().equals(institution())) {
            actions.add("record-invoice");
            actions.add("record-variation");
            actions.add("record-security");
            actions.add("record-subcontractor");
            actions.add("record-certificate");
            StageStep.offered(stage()).forEach(step -> actions.add(step.action()));
            if (contractor.name() != null) {
                actions.add("correct");
            }
        }
        return actions.toArray(String[]::new);
    }

    private Money overrun(Costs.Cost cost) {
        return switch (status()) {
            case APPROVED -> cost.overrun(Money.zero());
            case PROPOSED -> cost.overrun(gross());
            default -> null;
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
                .instead(
                        "costLine",
                        "costLine",
                        costLine == null ? null : costLine.name(),
                        "costLineId",
                        costLine == null ? null : costLine.id())
                .instead("terms", Certification.facts(certification))
                .last(
                        "schedule",
                        schedule.stream().map(ScheduleRow::facts).toList(),
                        "stage",
                        stage,
                        "stageSince",
                        stageSince)
                .asMap();
    }
}
