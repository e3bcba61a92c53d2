package org.fundtrail.infrastructure.estimate;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.rules.Vat;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Recorded;
import org.hibernate.annotations.EmbeddableInstantiator;

/** What somebody said on some day that a project or works programme will cost. Never changed. */
@Entity
@Table(name = "estimate")
public class Estimate extends Recorded {
    private String ownerType;
    private UUID ownerId;
    private String ownerReference;

    /** With the VAT rate that was added, whoever said it. */
    @EmbeddableInstantiator(Kept.class)
    private EstimateTerms terms;

    private BigDecimal gross;

    /** What is kept of its terms: everything. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(EstimateTerms.class);
        }
    }

    protected Estimate() {}

    Estimate(EstimateTerms terms, Estimated of, BigDecimal standardRate, Writer by) {
        super(by);
        var owner = of.subject();
        ownerType = owner.type();
        ownerId = owner.id();
        ownerReference = owner.reference();
        var rate = terms.basis() != Basis.NET ? null : terms.vatRate() == null ? standardRate : terms.vatRate();
        this.terms = new EstimateTerms(
                terms.name(),
                terms.amount(),
                terms.basis(),
                Boolean.TRUE.equals(terms.lowerBound()),
                terms.accuracyClass(),
                rate,
                terms.date(),
                terms.source());
        gross = (rate == null ? terms.amount() : Vat.on(terms.amount(), rate, "amount")).amount();
    }

    /** The project or works programme. */
    public Subject owner() {
        return new Subject(ownerType, ownerId, ownerReference);
    }

    public String name() {
        return terms.name();
    }

    /** As its source states it. */
    public Money amount() {
        return terms.amount();
    }

    public Basis basis() {
        return terms.basis();
    }

    /** The VAT that is added to a net amount, or null. */
    BigDecimal vatRate() {
        return terms.vatRate() == null ? null : terms.vatRate().stripTrailingZeros();
    }

    /** With VAT, as it counts in sums; as stated where the source does not say whether VAT is in it. */
    public Money gross() {
        return new Money(gross, amount().currency());
    }

    public boolean lowerBound() {
        return terms.lowerBound();
    }

    public LocalDate date() {
        return terms.date();
    }

    /**
     * It as its readers see it.
     *
     * @param baseline it is the one that counts
     * @param anotherWaits a choice of its owner waits for a decision, so none is proposed beside it
     */
    EstimateView view(boolean baseline, boolean anotherWaits, Persons persons, Caller reader) {
        boolean officer =
                reader.is(Role.PROJECT_OFFICER) && reader.institution().equals(institution());
        return new EstimateView(
                id(),
                owner(),
                name(),
                amount(),
                basis(),
                vatRate(),
                gross(),
                lowerBound(),
                terms.accuracyClass(),
                date(),
                terms.source(),
                baseline,
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version(),
                officer && !baseline && !anotherWaits ? List.of("choose-baseline") : List.of());
    }

    /** A baseline as its readers see it, or null where none is chosen. */
    public static EstimateView baseline(Estimate chosen, Persons persons, Caller reader) {
        return chosen == null ? null : chosen.view(true, false, persons, reader);
    }

    @Override
    public Subject subject() {
        return new Subject("estimate", id, name());
    }

    @Override
    public Subject parent() {
        return owner();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(amount());
    }

    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("owner.type", ownerType, "owner.id", ownerId, "owner.reference", ownerReference)
                .instead("vatRate") // in the order in which entries have always said it
                .instead("lowerBound")
                .after("basis", "vatRate", vatRate(), "gross", gross.toPlainString(), "lowerBound", lowerBound())
                .asMap();
    }
}
