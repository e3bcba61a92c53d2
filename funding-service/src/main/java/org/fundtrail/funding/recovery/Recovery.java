package org.fundtrail.funding.recovery;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.api.commitment.CommitmentProject;
import org.fundtrail.funding.api.commitment.ProjectTitle;
import org.fundtrail.funding.api.recovery.FlatRateToRecover;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.funding.claim.Claim;
import org.fundtrail.funding.claim.PaidLine;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;

/** What is to be paid back of a claim that was paid (FR 98-99). It counts against what can be recovered until it is rejected or withdrawn. */
@Entity
@Table(name = "recovery")
public class Recovery extends Stepped {
    /** Those that came to nothing. */
    static final Set<RecoveryStatus> NOTHING = Set.of(RecoveryStatus.REJECTED, RecoveryStatus.WITHDRAWN);

    @Enumerated(EnumType.STRING)
    private RecoveryStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Allocation allocation;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Claim claim;

    /** Which of its claim's it is. */
    @Column(updatable = false)
    private int n;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private UUID projectId;

    @Column(updatable = false)
    private String projectReference;

    @Column(updatable = false)
    private String projectTitleEn;

    @Column(updatable = false)
    private String projectTitleLt;

    @Column(updatable = false)
    private String projectKind;

    private BigDecimal amount;
    private String currency;
    private String reason;

    @Enumerated(EnumType.STRING)
    private DeductionKind kind;

    @Embedded
    private Found found;

    @Column(updatable = false)
    private boolean ofCredit;

    @Embedded
    private Order ordered;

    @Embedded
    private Settlement settlement;

    /** The claim that was paid less by it. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Claim offsetClaim;

    @ElementCollection
    @CollectionTable(name = "recovery_line", joinColumns = @JoinColumn(name = "recovery_id"))
    @OrderColumn(name = "n")
    private List<RecoveryLine> lines = new ArrayList<>();

    protected Recovery() {}

    Recovery(Claim claim, int n, boolean ofCredit, Writer by) {
        super(by);
        var project = claim.project();
        this.claim = claim;
        this.n = n;
        this.ofCredit = ofCredit;
        allocation = claim.allocation();
        reference = claim.subject().reference() + "/R" + n;
        projectId = project.id();
        projectReference = project.reference();
        projectTitleEn = project.title().en();
        projectTitleLt = project.title().lt();
        projectKind = project.kind();
    }

    /**
     * What it recovers from now on, and why.
     *
     * @param found the finding because of which it is due, or null
     */
    void say(List<RecoveryLine> of, DeductionKind kind, String reason, Found found) {
        var sum = of.stream().map(RecoveryLine::share).reduce(Money.zero(), Money::plus);
        amount = sum.amount();
        currency = sum.currency();
        this.kind = kind;
        this.reason = reason;
        this.found = found;
        lines.clear();
        lines.addAll(of);
    }

    void ordered(Order order) {
        ordered = order;
    }

    void settled(Settlement how) {
        settlement = how;
    }

    void offset(Claim against) {
        offsetClaim = against;
    }

    /** Not settled after all. */
    void due() {
        settlement = null;
        offsetClaim = null;
    }

    boolean isOfCredit() {
        return ofCredit;
    }

    @Override
    public RecoveryStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (RecoveryStatus) next;
    }

    Allocation allocation() {
        return allocation;
    }

    Claim claim() {
        return claim;
    }

    UUID projectId() {
        return projectId;
    }

    String projectReference() {
        return projectReference;
    }

    Money amount() {
        return Money.eur(amount);
    }

    DeductionKind kind() {
        return kind;
    }

    Order order() {
        return ordered;
    }

    Settlement settlement() {
        return settlement;
    }

    List<RecoveryLine> lines() {
        return List.copyOf(lines);
    }

    /** With the interest that was due. */
    Money total() {
        var interest = settlement == null ? null : settlement.interest();
        return interest == null ? amount() : amount().plus(interest);
    }

    /** About how long it is as its readers see it. */
    long length() {
        return 2500L + 300L * lines.size();
    }

    /** It as its readers see it. */
    RecoveryView view(LocalDate today, Life life, Persons persons, Caller reader, List<FlatRateToRecover> flatRates) {
        var until = settlement == null ? today : settlement.settledOn();
        var interest =
                ordered == null ? null : settlement == null ? ordered.interest(amount(), today) : settlement.interest();
        return new RecoveryView(
                id(),
                reference,
                claim.subject(),
                allocation.subject(),
                new CommitmentProject(
                        projectId, projectReference, new ProjectTitle(projectTitleEn, projectTitleLt), projectKind),
                lines.stream()
                        .map(line -> line.view(PaidLine.of(claim, line.line())))
                        .toList(),
                flatRates,
                amount(),
                reason,
                found == null ? null : found.view(),
                kind,
                ofCredit,
                ordered == null ? null : ordered.note(),
                ordered == null ? null : ordered.view(interest, until),
                interest == null ? amount() : amount().plus(interest),
                settlement == null ? null : settlement.settledOn(),
                settlement == null ? null : settlement.bankReference(),
                offsetClaim == null ? null : offsetClaim.subject(),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, RecoveryStep.values(), reader),
                life.steps());
    }

    @Override
    public Subject subject() {
        return new Subject("recovery", id, reference);
    }

    @Override
    public Subject parent() {
        return claim.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(amount(), projectReference);
    }

    /** What it comes to. */
    public record Sums(Money amount) {}

    @Override
    public Map<String, Object> facts() {
        var order = ordered == null ? new Order() : ordered;
        var how = settlement == null ? new Settlement() : settlement;
        var at = found == null ? new Found() : found;
        return Facts.of(new Sums(amount()))
                .first(
                        "status",
                        status,
                        "n",
                        n,
                        "reference",
                        reference,
                        "claim",
                        claim.subject().reference(),
                        "claimId",
                        claim.id(),
                        "allocation",
                        allocation.reference(),
                        "allocationId",
                        allocation.id(),
                        "project",
                        projectReference,
                        "projectId",
                        projectId,
                        "projectTitle.en",
                        projectTitleEn,
                        "projectTitle.lt",
                        projectTitleLt,
                        "projectKind",
                        projectKind)
                .last("reason", reason, "kind", kind, "ofCredit", ofCredit)
                .last("finding.question", at.question(), "finding.line", at.line(), "finding.text", at.text())
                .last(
                        "debitNote",
                        order.debitNote(),
                        "orderedOn",
                        order.orderedOn(),
                        "dueOn",
                        order.dueOn(),
                        "ecbRate",
                        order.ecbRate(),
                        "points",
                        order.points())
                .last(
                        "settledOn",
                        how.settledOn(),
                        "bankReference",
                        how.bankReference(),
                        "interest",
                        how.interest() == null ? null : how.interest().amount(),
                        "interestDays",
                        how.interestDays(),
                        "offsetClaim",
                        offsetClaim == null ? null : offsetClaim.subject().reference(),
                        "offsetClaimId",
                        offsetClaim == null ? null : offsetClaim.id(),
                        "lines",
                        lines.stream().map(RecoveryLine::facts).toList())
                .asMap();
    }
}
