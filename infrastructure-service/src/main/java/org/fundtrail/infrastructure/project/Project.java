package org.fundtrail.infrastructure.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Period;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.api.project.ProjectTerms;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.infrastructure.api.project.ProjectWorksProgramme;
import org.fundtrail.infrastructure.estimate.Baseline;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimated;
import org.fundtrail.infrastructure.works.WorksProgramme;
import org.fundtrail.journal.Account;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;

/** What is built, bought or run, and costs money. Only its estimates and contracts grow; what it is stays as it was recorded. */
@Entity
@Table(name = "project")
public class Project extends Estimated {
    /** Where the worth of signed contracts comes from; what stands there, turned round, is what a project has contracted. */
    public static final String SIGNED = "SIGNED";

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ProjectKind kind;

    @Column(updatable = false)
    private String beneficiary;

    @Column(updatable = false)
    private LocalDate periodFrom;

    @Column(updatable = false)
    private LocalDate periodTo;

    @Column(updatable = false)
    private String place;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private WorksProgramme worksProgramme;

    protected Project() {}

    Project(ProjectTerms terms, WorksProgramme worksProgramme, Writer by) {
        super(terms.reference(), terms.title(), by);
        kind = terms.kind();
        beneficiary = terms.beneficiary();
        periodFrom = terms.period().from();
        periodTo = terms.period().to();
        place = terms.place();
        this.worksProgramme = worksProgramme;
    }

    /** Outside the books: a project may contract more than its baseline, which is stated and not refused. */
    public Account signed(UUID contract) {
        return Account.outside(SIGNED, contract, id);
    }

    /** What of a contract is not invoiced yet: never more than it is worth. */
    public Account contracted(UUID contract) {
        return Account.ceiling("CONTRACTED", contract, id);
    }

    public ProjectKind kind() {
        return kind;
    }

    String beneficiary() {
        return beneficiary;
    }

    Period period() {
        return new Period(periodFrom, periodTo);
    }

    String place() {
        return place;
    }

    /** What it belongs to, or null. */
    public WorksProgramme worksProgramme() {
        return worksProgramme;
    }

    /** It as its readers see it. */
    ProjectView view(Costs.Cost cost, Persons persons, Caller reader) {
        return new ProjectView(
                id(),
                reference(),
                title(),
                kind(),
                beneficiary(),
                period(),
                place(),
                worksProgramme == null
                        ? null
                        : new ProjectWorksProgramme(
                                worksProgramme.id(), worksProgramme.reference(), worksProgramme.title()),
                Estimate.baseline(cost.baseline(), persons, reader),
                Baseline.proposed(cost.proposed(), persons),
                cost.contracted(),
                cost.overrun(Money.zero()),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version(),
                actions(cost, reader));
    }

    private List<String> actions(Costs.Cost cost, Caller reader) {
        var actions = new ArrayList<String>();
        if (reader.is(Role.PROJECT_OFFICER) && reader.institution().equals(institution())) {
            actions.add("record-estimate");
            if (cost.estimated() && cost.proposed() == null) {
                actions.add("choose-baseline");
            }
            actions.add("record-contract");
        }
        return actions;
    }

    @Override
    public Subject subject() {
        return new Subject("project", id, reference());
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("reference", reference());
        facts.put("title.en", title().en());
        facts.put("title.lt", title().lt());
        facts.put("kind", kind.name());
        facts.put("beneficiary", beneficiary);
        facts.put("period.from", periodFrom.toString());
        facts.put("period.to", periodTo.toString());
        facts.put("place", place);
        facts.put("worksProgramme", worksProgramme == null ? null : worksProgramme.reference());
        facts.put(
                "worksProgrammeId",
                worksProgramme == null ? null : worksProgramme.id().toString());
        return facts;
    }
}
