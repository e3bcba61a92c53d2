package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.common.Money.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters.Release;
import org.fundtrail.infrastructure.api.contract.Recovery;
import org.fundtrail.infrastructure.api.contract.Retention;
import org.fundtrail.infrastructure.api.contract.VatRegime;
import org.fundtrail.infrastructure.certificate.Computation.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputationTest {
    private static final BigDecimal TENTH = new BigDecimal("0.10");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal VAT = new BigDecimal("0.21");

    /** A contract of 30 million with an advance of 3 million. */
    private static CertificateParameters agreed(Release release) {
        return new CertificateParameters(
                eur("30000000"),
                new Retention(TENTH, eur("1500000")),
                release,
                eur("3000000"),
                new Recovery(TENTH, QUARTER),
                VatRegime.STANDARD,
                VAT);
    }

    private static Measured measured(String works, String variations, String priceAdjustment, String plant) {
        return new Measured(eur(works), eur(variations), eur(priceAdjustment), eur(plant));
    }

    @Test
    void five_certificates_from_the_advance_to_the_taking_over_come_out_to_the_cent() {
        var zero = Computation.of(Measured.NOTHING, agreed(Release.NONE), Computation.NONE);
        is(zero, "0", "0", "0", "0", "0", "3000000", "0", "3000000", "630000", "3630000");
        var one = Computation.of(measured("2400000", "0", "0", "500000"), agreed(Release.NONE), zero);
        is(one, "2900000", "240000", "0", "0", "0", "5660000", "3000000", "2660000", "558600", "3218600");
        var two = Computation.of(measured("6200000", "180000", "0", "800000"), agreed(Release.NONE), one);
        is(two, "7180000", "638000", "0", "1070000", "1070000", "8472000", "5660000", "2812000", "590520", "3402520");
        var three = Computation.of(measured("12500000", "450000", "96000", "600000"), agreed(Release.NONE), two);
        is(
                three,
                "13646000",
                "1304600",
                "0",
                "2686500",
                "1616500",
                "12654900",
                "8472000",
                "4182900",
                "878409",
                "5061309");
        var four = Computation.of(measured("21000000", "900000", "310000", "250000"), agreed(Release.NONE), three);
        is(
                four,
                "22460000",
                "1500000",
                "0",
                "3000000",
                "313500",
                "20960000",
                "12654900",
                "8305100",
                "1744071",
                "10049171");
        var five = Computation.of(measured("29400000", "1200000", "480000", "0"), agreed(Release.HALF), four);
        is(
                five,
                "31080000",
                "1500000",
                "750000",
                "3000000",
                "0",
                "30330000",
                "20960000",
                "9370000",
                "1967700",
                "11337700");
        assertEquals(eur("750000"), five.held());
        var last = Computation.of(measured("29400000", "1200000", "480000", "0"), agreed(Release.ALL), five);
        is(
                last,
                "31080000",
                "1500000",
                "1500000",
                "3000000",
                "0",
                "31080000",
                "30330000",
                "750000",
                "157500",
                "907500");
    }

    private static void is(Computation of, String... amounts) {
        var is = new Money[] {
            of.gross(),
            of.retention(),
            of.released(),
            of.advanceRecovered(),
            of.advanceRecoveredNow(),
            of.cumulative(),
            of.previous(),
            of.net(),
            of.vat(),
            of.payable()
        };
        for (int i = 0; i < amounts.length; i++) {
            assertEquals(eur(amounts[i]), is[i], "amount " + i + " of " + of);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3000000.00, 0.00", // the start itself recovers nothing
        "3000000.01, 750000.00", // half a cent goes up: a quarter of 3 000 000.01 is 750 000.0025
        "3000000.02, 750000.01"
    })
    void the_advance_is_recovered_once_more_than_its_start_is_certified(String works, String recovered) {
        var zero = Computation.of(Measured.NOTHING, agreed(Release.NONE), Computation.NONE);
        var of = Computation.of(measured(works, "0", "0", "0"), agreed(Release.NONE), zero);
        assertEquals(eur(recovered), of.advanceRecoveredNow());
    }

    @Test
    void what_falls_recovers_nothing_and_gives_nothing_back_of_the_advance() {
        var zero = Computation.of(Measured.NOTHING, agreed(Release.NONE), Computation.NONE);
        var one = Computation.of(measured("6000000", "0", "0", "0"), agreed(Release.NONE), zero);
        var less = Computation.of(measured("5000000", "0", "0", "0"), agreed(Release.NONE), one);
        assertEquals(eur("1500000"), one.advanceRecoveredNow());
        assertEquals(eur("0"), less.advanceRecoveredNow());
        assertEquals(eur("1500000"), less.advanceRecovered());
        assertEquals(eur("-900000"), less.net());
        assertEquals(eur("-189000"), less.vat());
    }

    @Test
    void without_terms_what_is_certified_is_payable() {
        var by = new CertificateParameters(eur("100"), null, Release.NONE, eur("0"), null, VatRegime.STANDARD, VAT);
        var of = Computation.of(measured("33.33", "0", "0", "0"), by, Computation.NONE);
        is(of, "33.33", "0", "0", "0", "0", "33.33", "0", "33.33", "7.00", "40.33");
    }

    @Test
    void where_the_buyer_owes_the_vat_none_is_payable() {
        var by = new CertificateParameters(
                eur("100"), null, Release.NONE, eur("0"), null, VatRegime.REVERSE_CHARGE, VAT);
        var of = Computation.of(measured("33.33", "0", "0", "0"), by, Computation.NONE);
        is(of, "33.33", "0", "0", "0", "0", "33.33", "0", "33.33", "0", "33.33");
    }

    @Test
    void half_cents_go_up_at_each_place() {
        var by = new CertificateParameters(
                eur("100"),
                new Retention(new BigDecimal("0.05"), null),
                Release.HALF,
                eur("0"),
                null,
                VatRegime.STANDARD,
                new BigDecimal("0.5"));
        // 5 % of 0.10 is 0.005, half of that 0.005 again
        var of = Computation.of(measured("0.10", "0", "0", "0"), by, Computation.NONE);
        is(of, "0.10", "0.01", "0.01", "0", "0", "0.10", "0", "0.10", "0.05", "0.15");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_certified_what_is_paid_and_held_back_is_what_is_certified_and_the_advance_outstanding(long seed) {
        var random = new Random(seed);
        for (int contract = 0; contract < 200; contract++) {
            var advance = random.nextBoolean() ? cents(random, 30_000_000) : Money.zero();
            var before = Computation.NONE;
            var paid = Money.zero();
            var release = 0;
            for (int n = 0; n < 12; n++) {
                release = Math.max(release, random.nextInt(12) - 9);
                var by = new CertificateParameters(
                        eur("1000000"),
                        new Retention(TENTH, random.nextBoolean() ? cents(random, 10_000_000) : null),
                        Release.values()[Math.max(0, release)],
                        advance,
                        new Recovery(TENTH, QUARTER),
                        VatRegime.STANDARD,
                        VAT);
                var to = new Measured(
                        cents(random, 100_000_000),
                        cents(random, 9_000_000),
                        cents(random, 900_000),
                        cents(random, 99));
                var now = Computation.of(to, by, before);
                paid = paid.plus(now.net());
                assertEquals(
                        now.gross().plus(advance.minus(now.advanceRecovered())), paid.plus(now.held()), now.toString());
                assertTrue(now.advanceRecoveredNow().amount().signum() >= 0, now.toString());
                assertTrue(now.advanceRecovered().compareTo(advance) <= 0, now.toString());
                assertTrue(now.held().amount().signum() >= 0, now.toString());
                assertEquals(
                        now.net().amount().multiply(VAT).setScale(2, RoundingMode.HALF_UP),
                        now.vat().amount(),
                        now.toString());
                before = now;
            }
        }
    }

    private static Money cents(Random random, int below) {
        return Money.eur(BigDecimal.valueOf(random.nextInt(below), 2));
    }
}
