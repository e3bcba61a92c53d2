package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.common.Money.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters.Release;
import org.fundtrail.infrastructure.api.contract.Recovery;
import org.fundtrail.infrastructure.api.contract.Retention;
import org.fundtrail.infrastructure.api.contract.VatRegime;
import org.fundtrail.infrastructure.certificate.Computation.Measured;
import org.fundtrail.infrastructure.certificate.Shares.Books;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTest {
    private static final List<UUID> ROWS =
            Stream.generate(UUID::randomUUID).limit(3).toList();
    private static final BigDecimal VAT = new BigDecimal("0.21");

    private static ByRow rows(String... amounts) {
        return ByRow.of(
                ROWS, Map.of(ROWS.get(0), eur(amounts[0]), ROWS.get(1), eur(amounts[1]), ROWS.get(2), eur(amounts[2])));
    }

    private static final ByRow NOTHING = rows("0", "0", "0");

    /** A contract of 600.00 in three rows of which nothing is certified. */
    private static Books signed(ByRow variations, ByRow priceAdjustments) {
        var worth = rows("100", "200", "300");
        return new Books(
                ROWS,
                worth,
                variations,
                priceAdjustments,
                worth.plus(variations).plus(priceAdjustments),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING);
    }

    private static CertificateParameters agreed(String retention, String advance, Release release) {
        return new CertificateParameters(
                eur("600"),
                new Retention(new BigDecimal(retention), null),
                release,
                eur(advance),
                new Recovery(new BigDecimal("0.10"), new BigDecimal("0.25")),
                VatRegime.STANDARD,
                VAT);
    }

    private static Computation first(Measured to, CertificateParameters by) {
        return Computation.of(to, by, Computation.NONE);
    }

    private static Measured works(String works, String variations, String plant) {
        return new Measured(eur(works), eur(variations), eur("0"), eur(plant));
    }

    @Test
    void lines_count_in_their_rows_and_plant_and_materials_in_the_first() {
        var of = first(works("120", "0", "5"), agreed("0.10", "0", Release.NONE));
        var shares = Shares.of(of, rows("0", "40", "80"), eur("0"), VAT, signed(NOTHING, NOTHING));
        assertEquals(rows("5", "40", "80"), shares.certified());
        assertEquals(rows("1.05", "8.40", "16.80"), shares.certifiedVat());
        assertEquals(rows("0.48", "3.84", "7.68"), shares.retained());
        assertEquals(rows("4.52", "36.16", "72.32"), shares.net());
        assertEquals(rows("0.95", "7.59", "15.19"), shares.vat());
    }

    @Test
    void variations_count_where_they_were_approved() {
        var of = first(works("0", "60", "0"), agreed("0", "0", Release.NONE));
        var shares = Shares.of(of, NOTHING, eur("0"), VAT, signed(rows("0", "40", "80"), NOTHING));
        assertEquals(rows("0", "20", "40"), shares.certified());
    }

    @Test
    void what_a_variation_moved_from_one_row_to_another_counts_where_there_is_room() {
        var of = first(works("600", "0", "0"), agreed("0", "0", Release.NONE));
        var shares = Shares.of(of, rows("100", "200", "300"), eur("0"), VAT, signed(rows("40", "0", "-40"), NOTHING));
        assertEquals(rows("140", "200", "260"), shares.certified());
    }

    @Test
    void the_advance_and_its_recovery_go_by_what_the_rows_are_worth() {
        var zero = first(Measured.NOTHING, agreed("0", "60.01", Release.NONE));
        var now = signed(NOTHING, NOTHING);
        var paid = Shares.ofAdvance(zero, now);
        assertEquals(rows("10.00", "20.01", "30.00"), paid.net());
        var after = with(now, NOTHING.minus(paid.net()), paid.net());
        var of = Computation.of(works("100", "0", "0"), agreed("0", "60.01", Release.NONE), zero);
        var shares = Shares.of(of, rows("0", "0", "100"), eur("60.01"), VAT, after);
        assertEquals(rows("4.17", "8.33", "12.50"), shares.recovered());
        // of the first rows nothing was certified: what is recovered of them the third pays
        assertEquals(rows("0", "0", "75"), shares.net());
    }

    @Test
    void what_is_taken_back_is_taken_where_there_is_something_payable() {
        var to = first(works("150", "0", "0"), agreed("0", "0", Release.NONE));
        var now = signed(NOTHING, NOTHING);
        var after = books(now, Shares.of(to, rows("50", "100", "0"), eur("0"), VAT, now));
        var emptied = with(after, NOTHING, rows("0", "100", "0")); // the first row was invoiced
        var less = Computation.of(works("100", "0", "0"), agreed("0", "0", Release.NONE), to);
        var shares = Shares.of(less, rows("0", "100", "0"), eur("0"), VAT, emptied);
        assertEquals(rows("-50", "0", "0"), shares.certified());
        assertEquals(rows("0", "-50", "0"), shares.net());
        assertEquals(rows("0", "-10.50", "0"), shares.vat());
    }

    /** The books after a certificate of which nothing is invoiced. */
    private static Books books(Books now, Shares by) {
        return new Books(
                ROWS,
                now.worth(),
                now.variations(),
                now.priceAdjustments(),
                now.open().minus(by.certified()),
                now.certified().plus(by.certified()),
                now.certifiedVat().plus(by.certifiedVat()),
                now.retained().plus(by.retained()),
                now.advance().plus(by.recovered()),
                now.payable().plus(by.net()));
    }

    /** The books with this on these accounts. */
    private static Books with(Books now, ByRow advance, ByRow payable) {
        return new Books(
                ROWS,
                now.worth(),
                now.variations(),
                now.priceAdjustments(),
                now.open(),
                now.certified(),
                now.certifiedVat(),
                now.retained(),
                advance,
                payable);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void whatever_is_certified_the_rows_come_to_the_whole_and_none_leaves_its_bounds(long seed) {
        var random = new Random(seed);
        for (int contract = 0; contract < 150; contract++) {
            var variations = rows(some(random, 60), some(random, 60), "-" + some(random, 30));
            var now = signed(variations, rows(some(random, 9), "0", "0"));
            var advance = random.nextBoolean() ? eur(some(random, 80)) : Money.zero();
            var before = Computation.NONE;
            if (advance.isPositive()) {
                before = first(Measured.NOTHING, agreed("0.10", advance.amount().toPlainString(), Release.NONE));
                var paid = Shares.ofAdvance(before, now);
                assertEquals(before.vat(), paid.vat().total());
                now = with(now, NOTHING.minus(paid.net()), paid.net());
            }
            for (int n = 0; n < 8; n++) {
                var works = rows(some(random, 100), some(random, 200), some(random, 300));
                var to = new Measured(
                        works.total(),
                        share(random, variations.total().max(Money.zero())),
                        share(random, now.priceAdjustments().total()),
                        eur(some(random, 20)));
                var by = agreed("0.10", advance.amount().toPlainString(), Release.values()[random.nextInt(3)]);
                var of = Computation.of(to, by, before);
                if (of.gross().compareTo(now.contracted().total()) > 0
                        || now.payable().total().plus(of.net()).amount().signum() < 0) {
                    continue; // refused
                }
                var shares = Shares.of(of, works, advance, VAT, now);
                assertEquals(
                        of.gross(), now.certified().plus(shares.certified()).total());
                assertEquals(of.held(), now.retained().plus(shares.retained()).total());
                assertEquals(of.advanceRecoveredNow(), shares.recovered().total());
                assertEquals(of.net(), shares.net().total());
                assertEquals(of.vat(), shares.vat().total());
                assertEquals(
                        of.gross().times(VAT),
                        now.certifiedVat().plus(shares.certifiedVat()).total());
                now = books(now, shares);
                for (var row : List.of(now.open(), now.certified(), now.retained(), now.payable())) {
                    assertTrue(!row.isAnyBelowZero(), row + " of " + of);
                }
                before = of;
            }
        }
    }

    private static String some(Random random, int below) {
        return BigDecimal.valueOf(random.nextInt(below * 100), 2).toPlainString();
    }

    private static Money share(Random random, Money of) {
        return of.times(BigDecimal.valueOf(random.nextInt(101), 2));
    }
}
