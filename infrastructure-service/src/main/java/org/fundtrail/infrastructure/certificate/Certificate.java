package org.fundtrail.infrastructure.certificate;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.certificate.CertificateLineView;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.costline.CostLineRef;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.BatchSize;

/**
 * What of a contract is done by a day and what is therefore payable (FIDIC 1999 Red Book, clause 14). It keeps its computation with the
 * parameters; once approved it is never changed: a mistake is corrected by a later one.
 */
@Entity
@Table(name = "certificate")
@BatchSize(size = 200)
public class Certificate extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Contract contract;

    /** The last approved one when this was recorded or changed, to which it adds; null for the first. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Certificate follows;

    /** Which of the approved ones of its contract it is: that of the advance is 0, the others count from 1. Null before it is approved. */
    private Integer n;

    private String reference;
    private String number;
    private boolean advance;
    private LocalDate periodTo;
    private boolean takingOver;

    @Embedded
    private Computed computed;

    private String currency;

    @Embedded
    private Agreed agreed;

    @ElementCollection
    @CollectionTable(name = "certificate_line", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderColumn(name = "n")
    @BatchSize(size = 200)
    private List<LineDone> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "certificate_row", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderColumn(name = "n")
    @BatchSize(size = 200)
    private List<CertificateRow> rows = new ArrayList<>();

    protected Certificate() {}

    Certificate(Contract contract, Writer by) {
        super(by);
        this.contract = contract;
    }

    /** How it is computed, and from what. */
    record Assessed(Computation computation, CertificateParameters parameters) {}

    /** What it says from now on, after the last approved one. */
    void say(Said said, Assessed as, Certificate before) {
        follows = before;
        number = said.number();
        reference = contract.reference() + "/" + number;
        advance = said.advance();
        periodTo = said.periodTo();
        takingOver = said.takingOver();
        lines.clear();
        said.lines().forEach((line, amount) -> lines.add(new LineDone(line, amount)));
        computed = new Computed(as.computation());
        currency = as.computation().gross().currency();
        agreed = new Agreed(as.parameters());
    }

    /** What it says. */
    Said said() {
        var done = new LinkedHashMap<String, Money>();
        lines.forEach(line -> done.put(line.line(), line.amount()));
        var of = computation();
        return new Said(
                number,
                advance,
                periodTo,
                done,
                of.variations(),
                of.priceAdjustment(),
                of.plantAndMaterials(),
                takingOver,
                List.of());
    }

    /** As it was computed when it was recorded or changed. */
    Assessed assessed() {
        return new Assessed(computation(), agreed.parameters());
    }

    /** It counts as this one of its contract's, and moves this. */
    void counts(int n, List<UUID> among, Shares shares) {
        this.n = n;
        among.forEach(row -> rows.add(new CertificateRow(row, shares)));
    }

    /** It is none of its contract's any more; what it moved in each row stays said, and is taken back. */
    void countsNoMore() {
        n = null;
    }

    @Override
    public ApprovalStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ApprovalStatus) next;
    }

    public Contract contract() {
        return contract;
    }

    /** Null before it is approved. */
    Integer n() {
        return n;
    }

    public String reference() {
        return reference;
    }

    public LocalDate periodTo() {
        return periodTo;
    }

    boolean isOfAdvance() {
        return advance;
    }

    /** Whether the advance was certified, by this one or before. */
    boolean isAdvanceCertified() {
        return agreed.parameters().advance().isPositive();
    }

    boolean isTakingOver() {
        return takingOver;
    }

    Computation computation() {
        return computed.computation();
    }

    /** What is payable of it without VAT; below zero where it takes back. */
    public Money net() {
        return computation().net();
    }

    /** VAT on that. */
    public Money vat() {
        return computation().vat();
    }

    /** Both: what invoices of it come to. */
    public Money payable() {
        return computation().payable();
    }

    /** What it moved in each row of the cost report; nothing before it is approved. */
    public List<CertificateRow> rows() {
        return List.copyOf(rows);
    }

    /** What of a line is done to date. */
    Money done(String line) {
        return lines.stream()
                .filter(of -> of.line().equals(line))
                .findFirst()
                .map(LineDone::amount)
                .orElse(Money.zero());
    }

    private List<CertificateLineView> lineViews() {
        return advance
                ? List.of()
                : contract.schedule().stream()
                        .map(line -> {
                            var now = done(line.line());
                            var then = follows == null ? Money.zero() : follows.done(line.line());
                            return new CertificateLineView(
                                    line.line(), line.description(), line.amount(), then, now.minus(then), now);
                        })
                        .toList();
    }

    /** About how long it is as its readers see it. */
    long length() {
        return 3000L + 300L * lines.size();
    }

    /** It as its readers see it. */
    CertificateView view(Map<UUID, CostLineRef> costLines, Life life, Persons persons, Caller reader) {
        var of = computation();
        return new CertificateView(
                id(),
                reference,
                contract.ref(),
                number,
                advance,
                periodTo,
                takingOver,
                lineViews(),
                of.works(),
                of.variations(),
                of.priceAdjustment(),
                of.plantAndMaterials(),
                of.gross(),
                of.retention(),
                of.released(),
                of.advanceRecovered(),
                of.advanceRecoveredNow(),
                of.cumulative(),
                of.previous(),
                of.net(),
                of.vat(),
                of.payable(),
                agreed.parameters(),
                rows.stream().map(row -> row.view(costLines)).toList(),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, CertificateStep.values(), reader),
                life.steps());
    }

    @Override
    public Subject subject() {
        return new Subject("certificate", id, reference);
    }

    @Override
    public Subject parent() {
        return contract.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(payable());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(computation())
                .first(
                        "status",
                        status,
                        "n",
                        n,
                        "reference",
                        reference,
                        "contract",
                        contract.reference(),
                        "contractId",
                        contract.id(),
                        "followsId",
                        follows == null ? null : follows.id(),
                        "number",
                        number,
                        "advance",
                        advance,
                        "periodTo",
                        periodTo,
                        "takingOver",
                        takingOver)
                .last(agreed.facts())
                .last(
                        "lines",
                        lines.stream().map(LineDone::facts).toList(),
                        "rows",
                        rows.stream().map(CertificateRow::facts).toList())
                .asMap();
    }
}
