package org.fundtrail.infrastructure.project;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Period;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.infrastructure.api.project.ProjectCorrection;
import org.fundtrail.infrastructure.api.project.ProjectCorrection.Omission;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.api.project.ProjectTerms;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.infrastructure.api.project.ProjectWorksProgramme;
import org.fundtrail.infrastructure.estimate.Baseline;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimated;
import org.fundtrail.infrastructure.works.WorksProgramme;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddableInstantiator;

/** What is built, bought or run, and costs money. Its estimates and contracts grow; what it is stays: its reference, kind and period. */
@Entity
@Table(name = "project")
@DynamicUpdate // its GRANT names what may be updated
public class Project extends Estimated {
    @EmbeddableInstantiator(Kept.class)
    private ProjectTerms terms;

    @ManyToOne(fetch = FetchType.LAZY)
    private WorksProgramme worksProgramme;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(ProjectTerms.class, "worksProgramme");
        }
    }

    protected Project() {}

    Project(ProjectTerms terms, WorksProgramme worksProgramme, Writer by) {
        super(by);
        this.terms = new ProjectTerms(
                terms.reference(),
                terms.title(),
                terms.kind(),
                terms.beneficiary(),
                terms.period(),
                terms.place(),
                terms.worksProgramme(),
                Boolean.TRUE.equals(terms.vatRecoverable()));
        this.worksProgramme = worksProgramme;
    }

    /**
     * What it should have said.
     *
     * @param joined the works programme that it belongs to from now on; null where it stays, or leaves the one in which it was
     */
    void correct(ProjectCorrection said, WorksProgramme joined) {
        terms = said.of(terms);
        if (said.omits(Omission.WORKS_PROGRAMME)) {
            worksProgramme = null;
        } else if (joined != null) {
            worksProgramme = joined;
        }
    }

    @Override
    public String reference() {
        return terms.reference();
    }

    @Override
    public Title title() {
        return terms.title();
    }

    public ProjectKind kind() {
        return terms.kind();
    }

    public Period period() {
        return terms.period();
    }

    /** Whether its beneficiary gets VAT back. */
    public boolean vatRecoverable() {
        return terms.vatRecoverable();
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
                terms.beneficiary(),
                terms.period(),
                terms.place(),
                worksProgramme == null
                        ? null
                        : new ProjectWorksProgramme(
                                worksProgramme.id(), worksProgramme.reference(), worksProgramme.title()),
                vatRecoverable(),
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
            actions.add("record-cost-line");
            actions.add("record-contract");
            actions.add("correct");
        }
        return actions;
    }

    @Override
    public Subject subject() {
        return new Subject("project", id, reference());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .instead(
                        "worksProgramme",
                        "worksProgramme",
                        worksProgramme == null ? null : worksProgramme.reference(),
                        "worksProgrammeId",
                        worksProgramme == null ? null : worksProgramme.id())
                .asMap();
    }
}
