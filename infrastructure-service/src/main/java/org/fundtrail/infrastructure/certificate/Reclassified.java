package org.fundtrail.infrastructure.certificate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;

/**
 * What stands without a cost line, divided among the lines that invoices name: in proportion to what is invoiced on each of all that is
 * payable. What is held back goes by that, and what is certified by both. So on each row what is payable, invoiced, paid and held back is what
 * is certified and outstanding of the advance, to the cent, and no row has less than nothing of any.
 *
 * @param advance what is not recovered of it, below zero
 */
record Reclassified(ByRow certified, ByRow certifiedVat, ByRow retained, ByRow advance) {

    /**
     * What stands without a cost line as certificates say it, whichever line it counts on by now.
     *
     * @param payable what is payable, invoiced or paid of it
     */
    record Whole(Money payable, Money certified, Money certifiedVat, Money retained, Money advance) {

        Whole plus(Whole other) {
            return new Whole(
                    payable.plus(other.payable),
                    certified.plus(other.certified),
                    certifiedVat.plus(other.certifiedVat),
                    retained.plus(other.retained),
                    advance.plus(other.advance));
        }

        Whole minus(Whole other) {
            return new Whole(
                    payable.minus(other.payable),
                    certified.minus(other.certified),
                    certifiedVat.minus(other.certifiedVat),
                    retained.minus(other.retained),
                    advance.minus(other.advance));
        }
    }

    /**
     * @param none the row without cost line
     * @param named what is invoiced on each line that invoices name
     */
    static Reclassified of(Whole whole, UUID none, Map<UUID, Money> named) {
        var rows = new LinkedHashMap<UUID, Money>();
        rows.put(none, named.values().stream().reduce(whole.payable, Money::minus));
        rows.putAll(named);
        var payable = new ByRow(rows);
        var retained = payable.dividing(whole.retained);
        var worth = payable.plus(retained);
        var certified = worth.dividing(whole.certified);
        // what a certificate put on another row, so that none had to give back
        var elsewhere = whole.advance.minus(whole.certified).plus(worth.total());
        var advance = certified.minus(worth).plus(worth.dividing(elsewhere));
        return new Reclassified(certified, certified.dividing(whole.certifiedVat), retained, advance);
    }
}
