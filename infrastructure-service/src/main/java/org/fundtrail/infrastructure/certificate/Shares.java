package org.fundtrail.infrastructure.certificate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;

/**
 * What a certificate moves in each row of the cost report. Sums are those of the {@link Computation}, exactly; no row is certified below
 * zero or above what is contracted in it, as long as the contract is not.
 *
 * @param certified by how much more is certified, by its lines; plant and materials at the first
 * @param certifiedVat VAT on that
 * @param retained by how much more is held back, by what is certified
 * @param recovered what of the advance is recovered, by what the rows are worth
 * @param net what is payable of it without VAT
 * @param vat what is payable of VAT
 */
record Shares(ByRow certified, ByRow certifiedVat, ByRow retained, ByRow recovered, ByRow net, ByRow vat) {

    /**
     * Where the contract stands in the books, by row.
     *
     * @param worth by its schedule
     * @param open what is contracted and not certified
     * @param advance what is not recovered of it, below zero
     */
    record Books(
            List<UUID> rows,
            ByRow worth,
            ByRow variations,
            ByRow priceAdjustments,
            ByRow open,
            ByRow certified,
            ByRow certifiedVat,
            ByRow retained,
            ByRow advance,
            ByRow payable) {

        ByRow of(Map<UUID, Money> known) {
            return ByRow.of(rows, known);
        }

        /** What is contracted by now, whether it is certified or not. */
        ByRow contracted() {
            return open.plus(certified);
        }

        private ByRow nothing() {
            return of(Map.of());
        }
    }

    /** Of certificate 0: the advance. */
    static Shares ofAdvance(Computation of, Books now) {
        var nothing = now.nothing();
        var net = now.worth.dividing(of.net());
        return new Shares(nothing, nothing, nothing, nothing, net, net.dividing(of.vat()));
    }

    /**
     * Of any other.
     *
     * @param works to date, by row
     * @param advance what of it was certified
     * @param vatRate on what is certified, whoever owes it
     */
    static Shares of(Computation of, ByRow works, Money advance, BigDecimal vatRate, Books now) {
        var nothing = now.nothing();
        var gross = works.plus(now.variations.dividing(of.variations()))
                .plus(now.priceAdjustments.dividing(of.priceAdjustment()))
                .plus(works.first(of.plantAndMaterials()))
                .within(nothing, now.contracted());
        var held = (gross.total().isPositive() ? gross : now.worth).dividing(of.held());
        var outstanding = now.worth.dividing(of.advanceRecovered()).minus(now.worth.dividing(advance));
        var certified = gross.minus(now.certified);
        var retained = held.minus(now.retained);
        var recovered = outstanding.minus(now.advance);
        var net = net(of.net(), certified.minus(retained).minus(recovered), now);
        return new Shares(
                certified,
                gross.times(vatRate).minus(now.certifiedVat),
                retained,
                recovered,
                net,
                net.dividing(of.vat()));
    }

    /** A row is not to give back what another gets; where the whole gives back, it is taken where there is something payable. */
    private static ByRow net(Money net, ByRow byRow, Books now) {
        if (net.amount().signum() < 0) {
            return byRow.within(now.nothing().minus(now.payable), now.nothing());
        }
        return byRow.isAnyBelowZero() ? byRow.each(one -> one.max(Money.zero())).dividing(net) : byRow;
    }
}
