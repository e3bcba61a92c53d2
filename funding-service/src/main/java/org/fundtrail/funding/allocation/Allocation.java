package org.fundtrail.funding.allocation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedAttributeNode;
import jakarta.persistence.NamedEntityGraph;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.allocation.ActionType;
import org.fundtrail.funding.api.allocation.AllocationBalances;
import org.fundtrail.funding.api.allocation.AllocationProgramme;
import org.fundtrail.funding.api.allocation.AllocationTerms;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.allocation.Source;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.programme.Programme;
import org.fundtrail.journal.Account;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.EmbeddableInstantiator;

/**
 * Money that a donor reserves for a recipient under a programme. It is in force once approved; then two things are bounded by its amount,
 * independently: what is committed to projects, and what is received.
 */
@NamedEntityGraph(
        name = Allocation.WHOLE,
        attributeNodes = {@NamedAttributeNode("programme"), @NamedAttributeNode("sources")})
@Entity
@Table(name = "allocation")
public class Allocation extends Stepped {
    /** With its programme and its sources, in one question. */
    static final String WHOLE = "Allocation.whole";

    /** What happens to it when an amendment or its closure is approved. */
    static final String AMENDED = "amended";

    static final String CLOSED = "closed";

    /** On which its money stands. */
    static final String[] ACCOUNTS = {
        "GRANTED",
        "AVAILABLE",
        "RESERVED",
        "COMMITTED",
        "CLAIMED",
        "REIMBURSED",
        "RECEIVABLE",
        "RECOVERED",
        "OFFSET",
        "TO_RECEIVE",
        "ANNOUNCED",
        "RECEIVED"
    };

    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @EmbeddableInstantiator(Kept.class)
    private AllocationTerms terms;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    @ElementCollection
    @CollectionTable(name = "allocation_source", joinColumns = @JoinColumn(name = "allocation_id"))
    @OrderColumn(name = "n")
    private List<Source> sources = new ArrayList<>();

    /** What it is now: what was decided at first, amended. */
    private BigDecimal allocated;

    private LocalDate closedOn;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(AllocationTerms.class, "programme", "sources");
        }
    }

    protected Allocation() {}

    Allocation(AllocationTerms terms, Programme programme, Writer by) {
        super(by);
        say(terms, programme);
    }

    /** What it says from now on. */
    void say(AllocationTerms terms, Programme of) {
        this.terms = terms;
        allocated = terms.amount().amount();
        programme = of;
        sources.clear();
        sources.addAll(terms.sourcesOrNone());
    }

    /** It is so much more from now on, or less: of what no project has and nobody has paid. */
    void amend(Money more, Change by) {
        allocated = allocated.add(more.amount());
        by.movingEitherWay(
                        more,
                        granted(id),
                        Account.ceiling("AVAILABLE", id, null, FundingRule.EXCEEDS_UNCOMMITTED, "change"))
                .movingEitherWay(
                        more,
                        due(id),
                        Account.ceiling("TO_RECEIVE", id, null, FundingRule.EXCEEDS_NOT_RECEIVED, "change"));
    }

    /** Nothing more is recorded on it. */
    void close(LocalDate day) {
        closedOn = day;
    }

    /** Refuses what needs it to be in force, and not closed. */
    public void mustBeInForce() {
        if (status != ApprovalStatus.APPROVED) {
            throw Refusal.of(
                    FundingRule.ALLOCATION_NOT_IN_FORCE, "reference", terms.reference(), "status", status.name());
        }
        if (closedOn != null) {
            throw Refusal.of(FundingRule.ALLOCATION_CLOSED, "reference", terms.reference(), "day", closedOn.toString());
        }
    }

    /** Where the whole amount came from: outside the books. */
    static Account granted(UUID allocation) {
        return Account.outside("GRANTED", allocation, null);
    }

    /** What no project has yet. */
    public Account available() {
        return Account.ceiling("AVAILABLE", id, null, FundingRule.EXCEEDS_AVAILABLE, "amount");
    }

    /** What waits for an approver to commit it to the project. */
    public Account reserved(UUID project) {
        return Account.ceiling("RESERVED", id, project);
    }

    /** What is committed to the project and not claimed yet. */
    public Account committed(UUID project) {
        return Account.ceiling("COMMITTED", id, project);
    }

    /** The same for a claim that takes of it; more than is left is refused at this field. */
    public Account committed(UUID project, String field) {
        return Account.ceiling("COMMITTED", id, project, FundingRule.EXCEEDS_COMMITTED, field);
    }

    /** What claims hold of what is committed to the project, and was not paid to the beneficiary yet. */
    public Account claimed(UUID project) {
        return Account.ceiling("CLAIMED", id, project);
    }

    /** What of it was paid to the beneficiary. */
    public Account reimbursed(UUID project) {
        return Account.ceiling("REIMBURSED", id, project);
    }

    static Account due(UUID allocation) {
        return Account.outside("DUE", allocation, null);
    }

    /** What the donor has not paid yet. */
    public Account toReceive() {
        return Account.ceiling("TO_RECEIVE", id, null, FundingRule.EXCEEDS_ALLOCATION, "amount");
    }

    /** What an officer saw arrive and an accountant has not confirmed. */
    public Account announced() {
        return Account.ceiling("ANNOUNCED", id, null);
    }

    public Account received() {
        return Account.ceiling("RECEIVED", id, null);
    }

    @Override
    public ApprovalStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ApprovalStatus) next;
    }

    public String reference() {
        return terms.reference();
    }

    public Programme programme() {
        return programme;
    }

    /** What was decided at first. */
    public Money amount() {
        return terms.amount();
    }

    /** What it is now. */
    Money allocated() {
        return Money.eur(allocated);
    }

    public LocalDate closedOn() {
        return closedOn;
    }

    /** What it says; its programme and its sources it keeps itself. */
    AllocationTerms terms() {
        return terms;
    }

    public ActionType actionType() {
        return terms.actionType();
    }

    public BigDecimal coFinancingRate() {
        return terms.coFinancingRate().stripTrailingZeros();
    }

    public LocalDate decisionDate() {
        return terms.decision().date();
    }

    /** How long it is, about: what its sources say, and a little more. */
    long length() {
        return 500 + sources.stream().mapToLong(Allocation::length).sum();
    }

    /** It as its readers see it. */
    AllocationView view(Map<String, BigDecimal> stands, Life life, Persons persons, Caller reader, Money counted) {
        return new AllocationView(
                id(),
                reference(),
                new AllocationProgramme(
                        programme().id(),
                        programme().code(),
                        programme().name(),
                        programme().fund()),
                terms.donor(),
                terms.recipient(),
                terms.actionType(),
                terms.purpose(),
                amount(),
                coFinancingRate(),
                terms.actionType().cap(),
                terms.decision(),
                terms.eligibility(),
                List.copyOf(sources),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                status() == ApprovalStatus.APPROVED ? balances(stands) : null,
                closedOn,
                version(),
                life.isBy(reader),
                life.actions(this, AllocationStep.values(), reader, others(reader)),
                life.steps(),
                counted);
    }

    /** What else there is to do with it once it is in force. */
    private String[] others(Caller reader) {
        return status() == ApprovalStatus.APPROVED
                        && closedOn == null
                        && reader.institution().equals(institution())
                        && reader.is(Role.FUNDING_OFFICER)
                ? new String[] {"record-receipt", "record-commitment", "amend", "decommit", "close"}
                : new String[0];
    }

    /** Where its money stands. */
    static AllocationBalances balances(Map<String, BigDecimal> stands) {
        return new AllocationBalances(
                Money.zero().minus(stand(stands, "GRANTED")), // an outside account: what it gave
                stand(stands, "AVAILABLE"),
                stand(stands, "RESERVED"),
                stand(stands, "COMMITTED", "CLAIMED", "REIMBURSED"),
                stand(stands, "CLAIMED", "REIMBURSED"),
                stand(stands, "REIMBURSED"),
                stand(stands, "RECEIVABLE"),
                stand(stands, "RECOVERED", "OFFSET"),
                stand(stands, "TO_RECEIVE"),
                stand(stands, "ANNOUNCED"),
                stand(stands, "RECEIVED"));
    }

    private static Money stand(Map<String, BigDecimal> stands, String... kinds) {
        return Money.eur(Stream.of(kinds)
                .map(kind -> stands.getOrDefault(kind, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Override
    public Subject subject() {
        return new Subject("allocation", id, reference());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("status", status)
                .instead(
                        "programme",
                        "programme",
                        programme.code(),
                        "programmeId",
                        programme.id(),
                        "programmeFund",
                        programme.fund(),
                        "programmeName",
                        programme.name())
                .last("sources", sources.stream().map(s -> Facts.of(s).asMap()).toList())
                .last("allocated", isAmended() ? allocated.toPlainString() : null, "closedOn", closedOn)
                .asMap();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(allocated());
    }

    /** Whether it is something else now than was decided at first; until then its amount says what it is. */
    private boolean isAmended() {
        return allocated.compareTo(amount().amount()) != 0;
    }

    @Override
    public boolean isInPositions() {
        return true;
    }

    private static long length(Source source) {
        return source.title().length()
                + (source.url() == null ? 0 : source.url().length())
                + (source.statement() == null ? 0 : source.statement().length());
    }
}
