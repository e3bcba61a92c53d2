package org.fundtrail.infrastructure.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.junit.jupiter.api.Test;

/** What stands without a cost line is divided among the lines that invoices name, to the cent. */
class ReclassifiedTest {
    private static final UUID NONE = new UUID(0, 1);
    private static final UUID FENCE = new UUID(0, 2);
    private static final UUID CAMERAS = new UUID(0, 3);

    private static Reclassified.Whole whole(
            String payable, String certified, String vat, String retained, String advance) {
        return new Reclassified.Whole(
                Money.eur(payable), Money.eur(certified), Money.eur(vat), Money.eur(retained), Money.eur(advance));
    }

    private static String at(ByRow amounts, UUID row) {
        return amounts.of(row).amount().toPlainString();
    }

    @Test
    void half_of_what_is_payable_takes_half_of_what_is_certified_and_held_back_along() {
        var of = Reclassified.of(
                whole("90.00", "100.00", "21.00", "10.00", "0.00"), NONE, Map.of(FENCE, Money.eur("45.00")));
        assertEquals("50.00", at(of.certified(), FENCE));
        assertEquals("10.50", at(of.certifiedVat(), FENCE));
        assertEquals("5.00", at(of.retained(), FENCE));
        assertEquals("50.00", at(of.certified(), NONE));
    }

    @Test
    void an_invoice_of_the_advance_takes_along_what_is_to_be_recovered() {
        var of = Reclassified.of(
                whole("30.00", "0.00", "0.00", "0.00", "-30.00"), NONE, Map.of(FENCE, Money.eur("20.00")));
        assertEquals("0.00", at(of.certified(), FENCE));
        assertEquals("-20.00", at(of.advance(), FENCE));
        assertEquals("-10.00", at(of.advance(), NONE));
    }

    @Test
    void nothing_is_anywhere_else_while_no_invoice_names_a_line() {
        var of = Reclassified.of(whole("0.00", "0.00", "0.00", "0.00", "0.00"), NONE, Map.of(FENCE, Money.zero()));
        assertEquals("0.00", at(of.certified(), FENCE));
        of = Reclassified.of(whole("90.00", "100.00", "21.00", "10.00", "0.00"), NONE, Map.of());
        assertEquals("100.00", at(of.certified(), NONE));
    }

    @Test
    void whatever_the_amounts_every_row_fits_and_has_less_than_nothing_of_none() {
        var random = new SplittableRandom(9);
        for (int n = 0; n < 20_000; n++) {
            int most = n % 2 == 0 ? 50 : 10_000_000; // small amounts round most
            long certified = random.nextLong(most);
            long retained = random.nextLong(certified + 1);
            long advance = n % 3 == 0 ? 0 : random.nextLong(most);
            long payable = certified - retained + advance;
            long fence = random.nextLong(payable + 1);
            long cameras = random.nextInt(4) == 0 ? payable - fence : random.nextLong(payable - fence + 1);
            var named = new TreeMap<>(Map.of(FENCE, cents(fence), CAMERAS, cents(cameras)));
            var of = Reclassified.of(
                    new Reclassified.Whole(
                            cents(payable), cents(certified), cents(certified / 5), cents(retained), cents(-advance)),
                    NONE,
                    named);
            fits(of, NONE, cents(payable - fence - cameras));
            named.forEach((line, amount) -> fits(of, line, amount));
            assertEquals(cents(certified), of.certified().total());
            assertEquals(cents(certified / 5), of.certifiedVat().total());
            assertEquals(cents(retained), of.retained().total());
            assertEquals(cents(-advance), of.advance().total());
        }
    }

    private static Money cents(long cents) {
        return Money.eur(BigDecimal.valueOf(cents, 2));
    }

    /** What is payable, invoiced or paid on a row, and held back there, is what is certified there and outstanding of the advance. */
    private static void fits(Reclassified of, UUID row, Money payable) {
        assertEquals(
                of.certified().of(row),
                payable.plus(of.retained().of(row)).plus(of.advance().of(row)),
                () -> of + ", " + payable);
        assertTrue(of.certified().of(row).amount().signum() >= 0, of::toString);
        assertTrue(of.retained().of(row).amount().signum() >= 0, of::toString);
        assertTrue(of.advance().of(row).amount().signum() <= 0, of::toString);
    }
}
