package org.fundtrail.infrastructure.variation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.api.variation.VariationClass;
import org.fundtrail.infrastructure.api.variation.VariationStatus;
import org.fundtrail.infrastructure.api.variation.VariationTerms;
import org.fundtrail.infrastructure.api.variation.VariationView;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.rules.Vat;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.EmbeddableInstantiator;

/**
 * What changes the worth of a contract in force: a variation of what is done, or an adjustment of its prices. While it is potential or
 * pending its amount stands among what may come; once approved the contract is worth so much more, or less, from its day on. The lines of
 * the schedule stay as they are.
 */
@Entity
@Table(name = "variation")
public class Variation extends Stepped {
    @Enumerated(EnumType.STRING)
    private VariationStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Contract contract;

    /** Which of its contract's it is, in the order in which they were recorded. */
    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String reference;

    /** Where in the budget it belongs: what it names, else that of the contract's first line, or null. */
    @ManyToOne(fetch = FetchType.LAZY)
    private CostLine costLine;

    @EmbeddableInstantiator(Kept.class)
    private VariationTerms terms;

    private BigDecimal gross;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(VariationTerms.class, "state", "costLine");
        }
    }

    protected Variation() {}

    Variation(VariationTerms terms, Contract contract, CostLine costLine, int number, Writer by) {
        super(by);
        this.contract = contract;
        this.number = number;
        this.reference = contract.reference() + "/V" + number;
        say(terms, costLine, by);
    }

    /** What it says from now on; it counts from today on unless it says otherwise, and never before the contract was signed. */
    void say(VariationTerms said, CostLine of, Writer by) {
        costLine = of;
        terms = on(said, day(said.on(), contract.signedOn(), by));
        gross = Vat.on(net(), contract.vatRate(), "net").amount();
    }

    /** It is submitted on this day, from which it counts once it is approved; not before it was noticed. */
    void submit(LocalDate day, Writer by) {
        terms = on(terms, day(day, on(), by));
    }

    private static VariationTerms on(VariationTerms said, LocalDate day) {
        return new VariationTerms(said.variationClass(), said.state(), said.net(), said.reason(), said.costLine(), day);
    }

    private static LocalDate day(LocalDate said, LocalDate first, Writer by) {
        var day = said == null ? by.today() : said;
        mustFollow(first, day);
        return day;
    }

    /** The day of a step: that from which it counts, unless a later one is said. */
    LocalDate dayOfStep(LocalDate said) {
        if (said != null) {
            mustFollow(on(), said);
        }
        return said == null ? on() : said;
    }

    private static void mustFollow(LocalDate first, LocalDate day) {
        new Checks()
                .that(!day.isBefore(first), InputRule.END_BEFORE_START, "on", "start", first.toString())
                .done();
    }

    // ── Where its amount stands ──

    /** Where its amount stands while it is as it is now, or null: what came back, or came to an end, waits nowhere. */
    CostAccount standing() {
        return switch (status) {
            case POTENTIAL -> CostAccount.POTENTIAL_CHANGES;
            case PENDING -> CostAccount.PENDING_VARIATIONS;
            case APPROVED, RETURNED, REJECTED, WITHDRAWN -> null;
        };
    }

    /** Puts its amount where it stands from now on. */
    void stand(Change change) {
        move(net(), standing(), change);
    }

    /** Takes its amount from where it stood. */
    void leave(CostAccount stood, Change change) {
        move(Money.zero().minus(net()), stood, change);
    }

    private void move(Money amount, CostAccount account, Change change) {
        if (account != null) {
            change.movingEitherWay(
                    amount, CostAccount.STATED.of(contract.id(), row()), account.of(contract.id(), row()));
        }
    }

    /** The contract is worth so much more, or less: never less than what is certified of it. */
    void count(Change change) {
        move(net(), isAdjustment() ? CostAccount.PRICE_ADJUSTMENTS : CostAccount.APPROVED_VARIATIONS, change);
        var signed = CostAccount.SIGNED.of(contract.id(), contract.project().id());
        var open = CostAccount.CONTRACTED.of(contract.id(), row(), InfrastructureRule.VARIATION_BELOW_CERTIFIED, null);
        change.movingEitherWay(net(), signed, open)
                .movingEitherWay(vat(), signed, CostAccount.CONTRACTED_VAT.of(contract.id(), row()));
    }

    // ── What it says ──

    @Override
    public VariationStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (VariationStatus) next;
    }

    Contract contract() {
        return contract;
    }

    CostLine costLine() {
        return costLine;
    }

    private UUID row() {
        return costLine == null ? contract.project().id() : costLine.id();
    }

    private boolean isAdjustment() {
        return terms.variationClass() == VariationClass.PRICE_ADJUSTMENT;
    }

    private Money net() {
        return terms.net();
    }

    private Money gross() {
        return new Money(gross, net().currency());
    }

    private Money vat() {
        return gross().minus(net());
    }

    LocalDate on() {
        return terms.on();
    }

    /** What the variations of its contract come to with it; null for what is none of them. */
    private Money together(Money approved) {
        return switch (status) {
            case APPROVED -> isAdjustment() ? null : approved;
            case POTENTIAL, PENDING, RETURNED -> isAdjustment() ? null : approved.plus(net());
            case REJECTED, WITHDRAWN -> null;
        };
    }

    /**
     * It as its readers see it.
     *
     * @param approved what the approved variations of its contract come to, without price adjustments
     * @param category of what its contract buys, or null where nothing says one
     */
    VariationView view(Money approved, CostCategory category, Life life, Persons persons, Caller reader) {
        var together = together(approved);
        var thresholds = new Thresholds(contract.net(), category);
        return new VariationView(
                id(),
                reference,
                contract.ref(),
                terms.variationClass(),
                net(),
                vat(),
                gross(),
                terms.reason(),
                costLine == null ? null : costLine.ref(),
                on(),
                contract.net(),
                together,
                together == null ? null : thresholds.share(together),
                together == null ? List.of() : thresholds.passed(together, net()),
                status(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                life.decidedBy(),
                life.decidedAt(),
                life.reason(),
                version(),
                life.isBy(reader),
                life.actions(this, VariationStep.values(), reader),
                life.steps());
    }

    @Override
    public Subject subject() {
        return new Subject("variation", id, reference);
    }

    @Override
    public Subject parent() {
        return contract.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(gross(), contract.project().reference());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first(
                        "status",
                        status,
                        "reference",
                        reference,
                        "number",
                        number,
                        "contract",
                        contract.reference(),
                        "contractId",
                        contract.id())
                .instead("variationClass", "class", terms.variationClass())
                .instead("state")
                .after("net", "gross", gross.toPlainString())
                .instead(
                        "costLine",
                        "costLine",
                        costLine == null ? null : costLine.name(),
                        "costLineId",
                        costLine == null ? null : costLine.id())
                .instead("on", "countsOn", on())
                .asMap();
    }
}
