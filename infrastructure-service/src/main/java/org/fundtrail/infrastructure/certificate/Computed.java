package org.fundtrail.infrastructure.certificate;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.fundtrail.common.Money;

/** A computation as it is kept. */
@Embeddable
class Computed {
    private BigDecimal works;
    private BigDecimal variations;
    private BigDecimal priceAdjustment;
    private BigDecimal plantAndMaterials;
    private BigDecimal gross;
    private BigDecimal retention;
    private BigDecimal released;
    private BigDecimal advanceRecovered;
    private BigDecimal advanceRecoveredNow;
    private BigDecimal cumulative;
    private BigDecimal previous;
    private BigDecimal net;
    private BigDecimal vat;
    private BigDecimal payable;

    protected Computed() {}

    Computed(Computation of) {
        works = of.works().amount();
        variations = of.variations().amount();
        priceAdjustment = of.priceAdjustment().amount();
        plantAndMaterials = of.plantAndMaterials().amount();
        gross = of.gross().amount();
        retention = of.retention().amount();
        released = of.released().amount();
        advanceRecovered = of.advanceRecovered().amount();
        advanceRecoveredNow = of.advanceRecoveredNow().amount();
        cumulative = of.cumulative().amount();
        previous = of.previous().amount();
        net = of.net().amount();
        vat = of.vat().amount();
        payable = of.payable().amount();
    }

    Computation computation() {
        return new Computation(
                Money.eur(works),
                Money.eur(variations),
                Money.eur(priceAdjustment),
                Money.eur(plantAndMaterials),
                Money.eur(gross),
                Money.eur(retention),
                Money.eur(released),
                Money.eur(advanceRecovered),
                Money.eur(advanceRecoveredNow),
                Money.eur(cumulative),
                Money.eur(previous),
                Money.eur(net),
                Money.eur(vat),
                Money.eur(payable));
    }
}
