package org.fundtrail.infrastructure.estimate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.estimate.EstimateSource;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.rules.Vat;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;

/** What somebody said on some day that a project or works programme will cost. Never changed. */
@Entity
@Table(name = "estimate")
public class Estimate extends Recorded {
    private String ownerType;
    private UUID ownerId;
    private String ownerReference;
    private String name;
    private BigDecimal amount;
    private String currency;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    private BigDecimal vatRate;
    private BigDecimal gross;
    private boolean lowerBound;
    private Integer accuracyClass;
    private LocalDate date;
    private String sourceTitle;
    private String sourceUrl;

    protected Estimate() {}

    Estimate(EstimateTerms terms, Estimated of, BigDecimal standardRate, Writer by) {
        super(by);
        var owner = of.subject();
        ownerType = owner.type();
        ownerId = owner.id();
        ownerReference = owner.reference();
        name = terms.name();
        amount = terms.amount().amount();
        currency = terms.amount().currency();
        basis = terms.basis();
        vatRate = basis != Basis.NET ? null : terms.vatRate() == null ? standardRate : terms.vatRate();
        gross = (vatRate == null ? terms.amount() : Vat.on(terms.amount(), vatRate, "amount")).amount();
        lowerBound = Boolean.TRUE.equals(terms.lowerBound());
        accuracyClass = terms.accuracyClass();
        date = terms.date();
        sourceTitle = terms.source().title();
        sourceUrl = terms.source().url();
    }

    /** The project or works programme. */
    public Subject owner() {
        return new Subject(ownerType, ownerId, ownerReference);
    }

    public String name() {
        return name;
    }

    /** As its source states it. */
    public Money amount() {
        return new Money(amount, currency);
    }

    public Basis basis() {
        return basis;
    }

    /** The VAT that is added to a net amount, or null. */
    BigDecimal vatRate() {
        return vatRate == null ? null : vatRate.stripTrailingZeros();
    }

    /** With VAT, as it counts in sums; as stated where the source does not say whether VAT is in it. */
    public Money gross() {
        return new Money(gross, currency);
    }

    public boolean lowerBound() {
        return lowerBound;
    }

    Integer accuracyClass() {
        return accuracyClass;
    }

    public LocalDate date() {
        return date;
    }

    EstimateSource source() {
        return new EstimateSource(sourceTitle, sourceUrl);
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
                vatRate() == null ? null : vatRate(),
                gross(),
                lowerBound(),
                accuracyClass(),
                date(),
                source(),
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
        return new Subject("estimate", id, name);
    }

    @Override
    public Subject parent() {
        return owner();
    }

    @Override
    public Map<String, Object> about() {
        return Map.of("amount", amount.toPlainString(), "currency", currency);
    }

    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("owner.type", ownerType);
        facts.put("owner.id", ownerId.toString());
        facts.put("owner.reference", ownerReference);
        facts.put("name", name);
        facts.put("amount", amount.toPlainString());
        facts.put("currency", currency);
        facts.put("basis", basis.name());
        facts.put("vatRate", vatRate == null ? null : vatRate().toPlainString());
        facts.put("gross", gross.toPlainString());
        facts.put("lowerBound", lowerBound);
        facts.put("accuracyClass", accuracyClass);
        facts.put("date", date.toString());
        facts.put("source.title", sourceTitle);
        facts.put("source.url", sourceUrl);
        return facts;
    }
}
