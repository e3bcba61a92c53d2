package org.fundtrail.infrastructure.estimate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.estimate.BaselineView;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.estimate.ProposedBaseline;
import org.fundtrail.infrastructure.api.estimate.ProposedEstimate;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.DynamicUpdate;

/**
 * The choice of the estimate that a project or works programme is measured by. It decides the gap more than any allocation does, so one
 * person proposes it with a reason and another decides; it counts from the estimate's date on.
 */
@Entity
@Table(name = "baseline")
@DynamicUpdate
public class Baseline extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    private String ownerType;
    private UUID ownerId;
    private String ownerReference;

    @ManyToOne(fetch = FetchType.LAZY)
    private Estimate estimate;

    private String reason;

    /** Which of its owner's choices it is, in the order in which they were approved; null until it is. */
    private Integer n;

    protected Baseline() {}

    Baseline(Estimated of, Estimate estimate, String reason, Writer by) {
        super(by);
        var owner = of.subject();
        ownerType = owner.type();
        ownerId = owner.id();
        ownerReference = owner.reference();
        this.estimate = estimate;
        this.reason = reason;
    }

    @Override
    public ApprovalStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ApprovalStatus) next;
    }

    /** Is the newest choice from now on. */
    void counts(int n) {
        this.n = n;
    }

    Estimate estimate() {
        return estimate;
    }

    /** Why it was proposed. */
    String reason() {
        return reason;
    }

    /** It as its readers see it. */
    BaselineView view(EstimateView shown, Life life, Persons persons, Caller reader) {
        return new BaselineView(
                id(),
                parent(),
                shown,
                reason(),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, BaselineStep.values(), reader),
                life.steps());
    }

    /** What is proposed and waits, as its owner shows it; null where nothing is. */
    public static ProposedBaseline proposed(Baseline waiting, Persons persons) {
        return waiting == null
                ? null
                : new ProposedBaseline(
                        waiting.id,
                        new ProposedEstimate(waiting.estimate.id(), waiting.estimate.name(), waiting.estimate.gross()),
                        waiting.reason,
                        persons.ref(waiting.recordedBy));
    }

    @Override
    public Subject subject() {
        return new Subject("baseline", id, estimate.name());
    }

    @Override
    public Subject parent() {
        return new Subject(ownerType, ownerId, ownerReference);
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(estimate.gross());
    }

    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("status", status == null ? null : status.name());
        facts.put("owner.type", ownerType);
        facts.put("owner.id", ownerId.toString());
        facts.put("owner.reference", ownerReference);
        facts.put("estimate", estimate.name());
        facts.put("estimateId", estimate.id().toString());
        facts.put("amount", estimate.amount().amount().toPlainString());
        facts.put("gross", estimate.gross().amount().toPlainString());
        facts.put("currency", estimate.gross().currency());
        facts.put("date", estimate.date().toString());
        facts.put("reason", reason);
        facts.put("n", n);
        return facts;
    }
}
