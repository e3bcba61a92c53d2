package org.fundtrail.infrastructure.costline;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.costline.CostLineRef;
import org.fundtrail.infrastructure.api.costline.CostLineTerms;
import org.fundtrail.infrastructure.api.costline.CostLineView;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Recorded;
import org.hibernate.annotations.EmbeddableInstantiator;

/** A line of a project's budget. What it says is never changed: its budget grows and shrinks by transfers and changes that others decide. */
@Entity
@Table(name = "cost_line")
public class CostLine extends Recorded {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Project project;

    @EmbeddableInstantiator(Kept.class)
    private CostLineTerms terms;

    /** What is kept of its terms: everything. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(CostLineTerms.class);
        }
    }

    protected CostLine() {}

    CostLine(CostLineTerms terms, Project project, Writer by) {
        super(by);
        this.project = project;
        this.terms = terms;
    }

    public Project project() {
        return project;
    }

    public String name() {
        return terms.name();
    }

    public CostCategory category() {
        return terms.category();
    }

    /** It as other records name it. */
    public CostLineRef ref() {
        return new CostLineRef(id(), name());
    }

    /** What was budgeted for it at first. */
    public Money originalBudget() {
        return terms.eligible().plus(terms.notEligible());
    }

    /**
     * What of a cost on this line the donor may pay for: in the proportion of its eligible part, rounded half up to the cent. Nothing of
     * it where nothing was budgeted at first, since there is no proportion then.
     */
    public Money eligible(Money cost) {
        var whole = originalBudget();
        return whole.isPositive()
                ? new Money(
                        cost.amount()
                                .multiply(terms.eligible().amount())
                                .divide(whole.amount(), 2, RoundingMode.HALF_UP),
                        cost.currency())
                : Money.zero();
    }

    /** Whether a fund of the Union may pay for what counts on it. */
    public boolean isOfTheUnion() {
        return terms.euShare().signum() > 0;
    }

    /** The day from which it counts: when its budget was decided, or when it was recorded. */
    public LocalDate since() {
        return terms.from() != null ? terms.from() : LocalDate.ofInstant(recordedAt(), Time.VILNIUS);
    }

    /** Refuses a day on which it did not count yet. */
    public void mustCountOn(LocalDate day) {
        new Checks()
                .that(!day.isBefore(since()), InputRule.END_BEFORE_START, "on", "start", since().toString())
                .done();
    }

    /** It as its readers see it. */
    CostLineView view(Budget budget, Persons persons, Caller reader) {
        return new CostLineView(
                id(),
                name(),
                project.subject(),
                terms.category(),
                terms.eligible(),
                terms.notEligible(),
                terms.euShare().stripTrailingZeros(),
                since(),
                budget.original(),
                budget.transfers(),
                budget.changes(),
                budget.current(),
                budget.pending(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version(),
                actions(reader));
    }

    private List<String> actions(Caller reader) {
        boolean officer =
                reader.is(Role.PROJECT_OFFICER) && reader.institution().equals(institution());
        return officer ? List.of("record-forecast") : List.of();
    }

    @Override
    public Subject subject() {
        return new Subject("cost-line", id, name());
    }

    @Override
    public Subject parent() {
        return project.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(originalBudget(), project.reference());
    }

    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("project", project.reference(), "projectId", project.id())
                .instead("from", "countsFrom", terms.from())
                .asMap();
    }
}
