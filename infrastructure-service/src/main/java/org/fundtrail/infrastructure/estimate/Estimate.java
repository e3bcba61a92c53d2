package org.fundtrail.infrastructure.estimate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.journal.Recorded;
import org.fundtrail.journal.Subject;
import org.fundtrail.journal.Writer;

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

    Estimate(NewEstimate said, Estimated of, BigDecimal standardRate, Writer by) {
        super(by);
        var owner = of.subject();
        ownerType = owner.type();
        ownerId = owner.id();
        ownerReference = owner.reference();
        name = said.name();
        amount = said.amount().amount();
        currency = said.amount().currency();
        basis = said.basis();
        vatRate = said.rate(standardRate);
        gross = said.gross(standardRate).amount();
        lowerBound = Boolean.TRUE.equals(said.lowerBound());
        accuracyClass = said.accuracyClass();
        date = said.date();
        sourceTitle = said.source().title();
        sourceUrl = said.source().url();
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

    NewEstimate.Source source() {
        return new NewEstimate.Source(sourceTitle, sourceUrl);
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
