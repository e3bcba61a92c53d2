package org.fundtrail.funding.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimOption;
import org.fundtrail.funding.api.costoption.FlatRateBasis;
import org.fundtrail.funding.costoption.CostOption;

/** The cost option on which a line of a claim rests, as that says: it is approved, and never changes any more. */
@Embeddable
class LineOption {
    @Column(name = "option_id")
    private UUID id;

    @Column(name = "option_reference")
    private String reference;

    @Column(name = "option_title")
    private String title;

    private String unit;
    private BigDecimal unitRate;
    private BigDecimal quantity;

    @Enumerated(EnumType.STRING)
    private FlatRateBasis basis;

    private BigDecimal percent;

    protected LineOption() {}

    /** @param quantity how many units it claims; null of what is no unit cost */
    LineOption(CostOption of, BigDecimal quantity) {
        this.quantity = quantity;
        id = of.id();
        reference = of.reference();
        title = of.title();
        unit = of.unit();
        unitRate = of.rate() == null ? null : of.rate().amount();
        basis = of.basis();
        percent = of.percent();
    }

    UUID id() {
        return id;
    }

    BigDecimal quantity() {
        return plain(quantity);
    }

    FlatRateBasis basis() {
        return basis;
    }

    BigDecimal percent() {
        return plain(percent);
    }

    /** It as a claim shows it, or shows what of it can be claimed. */
    static ClaimOption view(CostOption of) {
        return new LineOption(of, null).view();
    }

    ClaimOption view() {
        return new ClaimOption(
                id, reference, title, unit, unitRate == null ? null : Money.eur(unitRate), basis, percent());
    }

    /** Without the zeros that its column adds. */
    private static BigDecimal plain(BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    void addTo(Map<String, Object> facts) {
        facts.put("optionId", id.toString());
        facts.put("optionReference", reference);
        facts.put("optionTitle", title);
        if (quantity != null) {
            facts.put("unit", unit);
            facts.put("unitRate", unitRate.toPlainString());
            facts.put("quantity", quantity().toPlainString());
        }
        if (basis != null) {
            facts.put("basis", basis.name());
            facts.put("percent", percent().toPlainString());
        }
    }
}
