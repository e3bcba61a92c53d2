package org.fundtrail.funding.claim;

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
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimLineView;
import org.fundtrail.funding.api.claim.ClaimPayment;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.commitment.CommitmentProject;
import org.fundtrail.funding.api.commitment.ProjectTitle;
import org.fundtrail.funding.checklist.Checklist;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;

/**
 * What of the costs of a project is claimed from an allocation. A draft takes nothing; submitted, it holds what it claims of each item and of
 * what is committed to the project, until it is paid or comes back.
 */
@Entity
@Table(name = "claim")
public class Claim extends Stepped {
    @Enumerated(EnumType.STRING)
    private ClaimStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Allocation allocation;

    /** Which of its allocation's it is. */
    @Column(updatable = false)
    private int n;

    @Column(updatable = false)
    private String reference;

    private UUID projectId;
    private String projectReference;
    private String projectTitleEn;
    private String projectTitleLt;
    private String projectKind;

    private BigDecimal claimed;
    private BigDecimal deducted;
    private BigDecimal eligible;
    private BigDecimal euShare;
    private BigDecimal nationalShare;
    private BigDecimal share;
    private String currency;

    @Embedded
    private Clock clock = new Clock();

    private LocalDate paidOn;
    private String bankReference;

    @ElementCollection
    @CollectionTable(name = "claim_line", joinColumns = @JoinColumn(name = "claim_id"))
    @OrderColumn(name = "n")
    private List<ClaimLine> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "claim_holding", joinColumns = @JoinColumn(name = "claim_id"))
    @OrderColumn(name = "n")
    private List<ClaimHolding> holdings = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "claim_deduction", joinColumns = @JoinColumn(name = "claim_id"))
    @OrderColumn(name = "n")
    private List<Deducted> deductions = new ArrayList<>();

    @Embedded
    private Examination examination = new Examination();

    protected Claim() {}

    Claim(Allocation allocation, int n, Writer by) {
        super(by);
        this.allocation = allocation;
        this.n = n;
        reference = allocation.reference() + "/" + n;
    }

    /** What it claims from now on, and what its allocation would pay of that. */
    void say(ProjectView project, List<ClaimLine> claims, Financing.Before before) {
        projectId = project.id();
        projectReference = project.reference();
        projectTitleEn = project.title().en();
        projectTitleLt = project.title().lt();
        projectKind = project.kind().name();
        lines.clear();
        lines.addAll(claims);
        holdNothing(before);
    }

    /** What it would come to if nothing were taken from it: as a draft says it, and what came back. */
    void holdNothing(Financing.Before before) {
        comeTo(before, lines.stream().map(ClaimLine::amount).toList());
    }

    /** What it comes to as it is submitted, where its allocation may pay at most so much of each line. */
    void comeTo(Financing.Before before, List<Money> most) {
        var amounts = lines.stream().map(ClaimLine::amount).toList();
        var claim = amounts.stream().reduce(Money.zero(), Money::plus);
        var pays = financing().share(claim, before);
        deductions.clear();
        examination.forget();
        comesTo(
                claim,
                Money.zero(),
                pays,
                Financing.divided(pays, amounts, most).stream()
                        .map(ClaimHolding::whole)
                        .toList());
    }

    /** What its verification left of it. */
    void verified(ClaimVerification said, Money pays, List<ClaimHolding> left) {
        deductions.clear();
        said.deductionsOrNone().forEach(one -> deductions.add(new Deducted(one)));
        isPaid(pays, left);
    }

    /** What its allocation pays, of what is left of it. */
    void isPaid(Money pays, List<ClaimHolding> left) {
        var taken = left.stream().map(ClaimHolding::deducted).reduce(Money.zero(), Money::plus);
        comesTo(claimed(), taken, pays, left);
    }

    Examination examination() {
        return examination;
    }

    private void comesTo(Money claim, Money taken, Money pays, List<ClaimHolding> byLine) {
        var left = claim.minus(taken);
        var ofUnion = financing().isOfUnion() ? pays : Money.zero();
        claimed = claim.amount();
        deducted = taken.amount();
        eligible = left.amount();
        euShare = ofUnion.amount();
        nationalShare = left.minus(ofUnion).amount();
        share = pays.amount();
        currency = claim.currency();
        holdings.clear();
        holdings.addAll(byLine);
    }

    void paid(ClaimPayment payment) {
        paidOn = payment.paidOn();
        bankReference = payment.bankReference();
    }

    public LocalDate paidOn() {
        return paidOn;
    }

    void notPaid() {
        paidOn = null;
        bankReference = null;
    }

    @Override
    public ClaimStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ClaimStatus) next;
    }

    public Allocation allocation() {
        return allocation;
    }

    Financing financing() {
        return Financing.of(allocation);
    }

    UUID projectId() {
        return projectId;
    }

    public CommitmentProject project() {
        return new CommitmentProject(
                projectId, projectReference, new ProjectTitle(projectTitleEn, projectTitleLt), projectKind);
    }

    List<ClaimLine> lines() {
        return List.copyOf(lines);
    }

    ClaimHolding holding(int line) {
        return holdings.get(line);
    }

    Clock clock() {
        return clock;
    }

    Money claimed() {
        return Money.eur(claimed);
    }

    Money eligible() {
        return Money.eur(eligible);
    }

    Money share() {
        return Money.eur(share);
    }

    boolean isHolding() {
        return ClaimRecords.HOLDING.contains(status);
    }

    /** About how long it is as its readers see it. */
    long length() {
        return 2500L + 800L * lines.size() + examination.length();
    }

    /**
     * It as its readers see it.
     *
     * @param credited what credit notes took back of what it holds
     * @param answered the checklist by which it was verified, or null
     * @param offset what recoveries keep back of what it is to be paid
     * @param counted with how much it counted by the day of its list, or null
     */
    ClaimView view(
            Credited credited,
            Checklist answered,
            Money offset,
            LocalDate today,
            Life life,
            Persons persons,
            Caller reader,
            Money counted) {
        return new ClaimView(
                id(),
                reference,
                allocation.subject(),
                project(),
                IntStream.range(0, lines.size())
                        .mapToObj(line -> view(line, credited))
                        .toList(),
                examination.view(answered),
                claimed(),
                Money.eur(deducted),
                Money.eur(eligible),
                financing().rate(),
                Money.eur(euShare),
                Money.eur(nationalShare),
                share(),
                offset,
                share().minus(offset),
                clock.view(status == ClaimStatus.CLOCK_STOPPED, paidOn == null ? today : paidOn),
                clock.submittedOn(),
                paidOn,
                bankReference,
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, ClaimStep.values(), reader),
                life.steps(),
                counted);
    }

    private ClaimLineView view(int at, Credited credited) {
        var line = lines.get(at);
        var holding = holdings.get(at);
        var item = line.isOfCost() ? line.cost().view() : null;
        var option = line.option();
        return new ClaimLineView(
                at + 1,
                line.kind(),
                line.kind() == ClaimLineKind.INVOICE ? item : null,
                line.kind() == ClaimLineKind.DIRECT_COST ? item : null,
                option == null ? null : option.view(),
                option == null ? null : option.quantity(),
                line.description(),
                line.amount(),
                holding.deducted(),
                line.amount().minus(holding.deducted()),
                holding.share(),
                line.creditedHeld(financing(), credited),
                examination.sampled(at),
                deductions.stream()
                        .map(Deducted::view)
                        .filter(one -> one.line() == at + 1)
                        .toList());
    }

    @Override
    public Subject subject() {
        return new Subject("claim", id, reference);
    }

    @Override
    public Subject parent() {
        return allocation.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(share(), projectReference);
    }

    /** What it comes to. */
    public record Sums(
            Money claimed, Money deducted, Money eligible, Money euShare, Money nationalShare, Money share) {}

    @Override
    public Map<String, Object> facts() {
        return Facts.of(new Sums(
                        claimed(),
                        Money.eur(deducted),
                        Money.eur(eligible),
                        Money.eur(euShare),
                        Money.eur(nationalShare),
                        share()))
                .first(
                        "status",
                        status,
                        "n",
                        n,
                        "reference",
                        reference,
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
                .last(
                        "submittedOn",
                        clock.submittedOn(),
                        "clockSince",
                        clock.since(),
                        "clockStoppedDays",
                        clock.stoppedDays(),
                        "paidOn",
                        paidOn,
                        "bankReference",
                        bankReference,
                        "lines",
                        lines.stream().map(ClaimLine::facts).toList(),
                        "holdings",
                        holdings.stream().map(ClaimHolding::facts).toList(),
                        "deductions",
                        deductions.stream().map(Deducted::facts).toList(),
                        "answers",
                        examination.answerFacts(),
                        "sampled",
                        examination.sampledFacts())
                .asMap();
    }
}
