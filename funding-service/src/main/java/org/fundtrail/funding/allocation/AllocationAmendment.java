package org.fundtrail.funding.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.allocation.AllocationAmendmentType;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.hibernate.annotations.EmbeddableInstantiator;

/** An allocation in force is raised, lowered, decommitted or closed, once somebody else approves that it is so. */
@Entity
@Table(name = "allocation_amendment")
public class AllocationAmendment extends Amendment {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Allocation allocation;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AllocationAmendmentType type;

    @EmbeddableInstantiator(Kept.class)
    private Amended says;

    /** All of it is kept. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(Amended.class);
        }
    }

    protected AllocationAmendment() {}

    AllocationAmendment(Allocation allocation, AllocationAmendmentType type, Amended says, Writer by) {
        super(by);
        this.allocation = allocation;
        this.type = type;
        this.says = says;
    }

    /** What it says from now on. */
    void say(Amended anew) {
        says = anew;
    }

    Allocation allocation() {
        return allocation;
    }

    AllocationAmendmentType type() {
        return type;
    }

    @Override
    public Money change() {
        return says.change();
    }

    @Override
    public String reason() {
        return says.reason();
    }

    @Override
    public LocalDate on() {
        return says.on();
    }

    boolean isClosure() {
        return type == AllocationAmendmentType.CLOSURE;
    }

    /** It as its readers see it. */
    AllocationAmendmentView view(Life life, Persons persons, Caller reader) {
        return new AllocationAmendmentView(
                id(),
                type,
                allocation.subject(),
                change(),
                says.decision(),
                reason(),
                on(),
                standing(life, persons, reader));
    }

    @Override
    public Subject subject() {
        return new Subject("allocation-amendment", id, allocation.reference());
    }

    @Override
    public Subject parent() {
        return allocation.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(change());
    }

    @Override
    public Map<String, Object> facts() {
        var decision = says.decision();
        return Facts.of(says)
                .first(
                        "status",
                        status(),
                        "allocation",
                        allocation.reference(),
                        "allocationId",
                        allocation.id(),
                        "type",
                        type)
                .instead(
                        "decision",
                        "decision.reference",
                        decision == null ? null : decision.reference(),
                        "decision.date",
                        decision == null ? null : decision.date())
                .asMap();
    }
}
