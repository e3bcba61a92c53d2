package org.fundtrail.infrastructure.certificate;

import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.certificate.CertificateComputation;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters;
import org.fundtrail.infrastructure.api.contract.Retention;
import org.fundtrail.infrastructure.api.contract.VatRegime;

/**
 * How a payment certificate is computed (FIDIC 1999 Red Book, clause 14). The order is fixed, all amounts are to date and exact, and what
 * is rounded is rounded half up to the cent. Only what is recovered now, the net amount, its VAT and what is payable are of the one
 * certificate.
 *
 * @param works what is done of the lines of the schedule
 * @param variations of it by approved variations
 * @param priceAdjustment of it by approved adjustments of prices
 * @param plantAndMaterials on site, and not in the works yet
 * @param gross all of that
 * @param retention what is held back of it, whether it was released or not
 * @param released what of that is no longer held back
 * @param advanceRecovered what is recovered of the advance
 * @param advanceRecoveredNow what of that this certificate recovers
 * @param cumulative what was and is to be paid, without VAT
 * @param previous the same of the certificate before
 * @param net what it adds to that; below zero where it takes back
 * @param vat on it
 * @param payable net and VAT
 */
public record Computation(
        Money works,
        Money variations,
        Money priceAdjustment,
        Money plantAndMaterials,
        Money gross,
        Money retention,
        Money released,
        Money advanceRecovered,
        Money advanceRecoveredNow,
        Money cumulative,
        Money previous,
        Money net,
        Money vat,
        Money payable) {

    private static final Money ZERO = Money.zero();

    /** What comes before the first certificate. */
    static final Computation NONE =
            new Computation(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);

    /** What was measured to date. */
    record Measured(Money works, Money variations, Money priceAdjustment, Money plantAndMaterials) {
        static final Measured NOTHING = new Measured(ZERO, ZERO, ZERO, ZERO);

        /** Of what something is held back: plant and materials are not in the works yet. */
        private Money executed() {
            return works.plus(variations).plus(priceAdjustment);
        }

        private Money gross() {
            return executed().plus(plantAndMaterials);
        }
    }

    /** The certificate that follows the one before, which is {@link #NONE} for the first. */
    static Computation of(Measured to, CertificateParameters by, Computation before) {
        var gross = to.gross();
        var retention = retention(to.executed(), by.retention());
        var released = retention.times(by.released().share());
        var recovery = recovery(gross, by, before);
        var recovered = before.advanceRecovered.plus(recovery);
        var cumulative =
                gross.minus(retention).plus(released).plus(by.advance()).minus(recovered);
        var net = cumulative.minus(before.cumulative);
        var vat = by.vat() == VatRegime.REVERSE_CHARGE ? ZERO : net.times(by.vatRate());
        return new Computation(
                to.works,
                to.variations,
                to.priceAdjustment,
                to.plantAndMaterials,
                gross,
                retention,
                released,
                recovered,
                recovery,
                cumulative,
                before.cumulative,
                net,
                vat,
                net.plus(vat));
    }

    private static Money retention(Money executed, Retention by) {
        if (by == null) {
            return ZERO;
        }
        var held = executed.max(ZERO).times(by.rate());
        return by.limit() == null ? held : held.min(by.limit());
    }

    private static Money recovery(Money gross, CertificateParameters by, Computation before) {
        if (by.recovery() == null
                || gross.compareTo(by.net().times(by.recovery().start())) <= 0) {
            return ZERO;
        }
        return gross.minus(before.gross)
                .times(by.recovery().rate())
                .min(by.advance().minus(before.advanceRecovered))
                .max(ZERO);
    }

    /** It as its readers see it. */
    CertificateComputation view(boolean advance, CertificateParameters by) {
        return new CertificateComputation(
                advance,
                works,
                variations,
                priceAdjustment,
                plantAndMaterials,
                gross,
                retention,
                released,
                advanceRecovered,
                advanceRecoveredNow,
                cumulative,
                previous,
                net,
                vat,
                payable,
                by);
    }

    /** What is still held back. */
    Money held() {
        return retention.minus(released);
    }
}
