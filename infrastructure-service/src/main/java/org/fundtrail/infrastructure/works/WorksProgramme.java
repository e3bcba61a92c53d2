package org.fundtrail.infrastructure.works;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Map;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.infrastructure.api.works.WorksProgrammeCorrection;
import org.fundtrail.infrastructure.api.works.WorksProgrammeTerms;
import org.fundtrail.infrastructure.api.works.WorksProgrammeView;
import org.fundtrail.infrastructure.estimate.Baseline;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimated;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddableInstantiator;

/**
 * Groups projects under a joint estimate, such as a fence together with its monitoring. Its baseline is never added to those of its
 * projects: it covers them and what is not yet in a project.
 */
@Entity
@Table(name = "works_programme")
@DynamicUpdate // its GRANT names what may be updated
public class WorksProgramme extends Estimated {
    @EmbeddableInstantiator(Kept.class)
    private WorksProgrammeTerms terms;

    /** What is kept of its terms: everything. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(WorksProgrammeTerms.class);
        }
    }

    protected WorksProgramme() {}

    WorksProgramme(WorksProgrammeTerms terms, Writer by) {
        super(by);
        this.terms = terms;
    }

    @Override
    public String reference() {
        return terms.reference();
    }

    @Override
    public Title title() {
        return terms.title();
    }

    /** What it should have said. */
    void correct(WorksProgrammeCorrection said) {
        terms = said.of(terms);
    }

    /** It as its readers see it. */
    WorksProgrammeView view(
            Estimate baseline, Baseline proposed, boolean hasEstimates, Persons persons, Caller reader) {
        var actions = new ArrayList<String>();
        if (reader.is(Role.PROJECT_OFFICER) && reader.institution().equals(institution())) {
            actions.add("record-estimate");
            if (hasEstimates && proposed == null) {
                actions.add("choose-baseline");
            }
            actions.add("correct");
        }
        return new WorksProgrammeView(
                id(),
                reference(),
                title(),
                Estimate.baseline(baseline, persons, reader),
                Baseline.proposed(proposed, persons),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version(),
                actions);
    }

    @Override
    public Subject subject() {
        return new Subject("works-programme", id, reference());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms).asMap();
    }
}
