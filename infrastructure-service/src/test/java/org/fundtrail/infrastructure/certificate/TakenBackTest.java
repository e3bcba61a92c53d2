package org.fundtrail.infrastructure.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.certificate.ToInvoice.Left;
import org.junit.jupiter.api.Test;

/** What a certificate below zero takes back of those before it: on each row as much as it says, of the latest first. */
class TakenBackTest {
    private static final UUID FENCE = new UUID(1, 1);
    private static final UUID CAMERAS = new UUID(1, 2);
    private static final List<UUID> CERTIFICATES = List.of(new UUID(2, 3), new UUID(2, 2), new UUID(2, 1));

    private static Money cents(long cents) {
        return Money.eur(BigDecimal.valueOf(cents, 2));
    }

    private static Money eur(String amount) {
        return Money.eur(amount);
    }

    private static Left left(Money fence, Money fenceVat, Money cameras, Money camerasVat) {
        return new Left(
                Map.of(FENCE, fence, CAMERAS, cameras),
                Map.of(FENCE, fenceVat, CAMERAS, camerasVat),
                fence.plus(fenceVat).plus(cameras).plus(camerasVat));
    }

    @Test
    void it_is_taken_on_its_own_row_with_its_vat_though_the_latest_has_more_on_another() {
        var of = new LinkedHashMap<UUID, Left>();
        of.put(CERTIFICATES.get(0), left(eur("10.00"), eur("2.10"), eur("90.00"), eur("18.90")));
        of.put(CERTIFICATES.get(1), left(eur("50.00"), eur("10.50"), eur("50.00"), eur("10.50")));
        var parts = new TakenBack.Parts(of);
        parts.take(FENCE, eur("50.00"), eur("10.50"));
        parts.takeRest();
        assertEquals(Map.of(FENCE, eur("10.00")), parts.net(CERTIFICATES.get(0)));
        assertEquals(eur("2.10"), parts.vat(CERTIFICATES.get(0)).get(FENCE));
        assertEquals(Map.of(FENCE, eur("40.00")), parts.net(CERTIFICATES.get(1)));
        assertEquals(eur("8.40"), parts.vat(CERTIFICATES.get(1)).get(FENCE));
    }

    @Test
    void whatever_is_left_every_cent_is_taken_once_and_no_row_gives_more_than_it_has() {
        var random = new SplittableRandom(9);
        for (int n = 0; n < 5_000; n++) {
            int most = n % 2 == 0 ? 20 : 1_000_000; // small amounts round most
            var of = new LinkedHashMap<UUID, Left>();
            CERTIFICATES.forEach(one -> of.put(
                    one,
                    left(
                            cents(random.nextLong(most)),
                            cents(random.nextLong(most)),
                            cents(random.nextLong(most)),
                            cents(random.nextLong(most)))));
            var parts = new TakenBack.Parts(of);
            var vat = random.nextLong(cents(of, CAMERAS, true) + cents(of, FENCE, true) + 1);
            var onFence = random.nextLong(vat + 1);
            var fence = random.nextLong(cents(of, FENCE, false) + 1);
            var cameras = random.nextLong(cents(of, CAMERAS, false) + 1);
            parts.take(FENCE, cents(fence), cents(onFence));
            parts.take(CAMERAS, cents(cameras), cents(vat - onFence));
            parts.takeRest();
            assertEquals(cents(fence), net(parts, FENCE));
            assertEquals(cents(cameras), net(parts, CAMERAS));
            assertEquals(cents(vat), vat(parts));
            of.forEach((one, left) -> {
                within(parts.net(one), left.net());
                within(parts.vat(one), left.vat());
            });
        }
    }

    private static long cents(Map<UUID, Left> of, UUID row, boolean isVat) {
        return of.values().stream()
                .map(left -> (isVat ? left.vat() : left.net()).get(row).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(2)
                .longValueExact();
    }

    private static Money net(TakenBack.Parts parts, UUID row) {
        return CERTIFICATES.stream().map(one -> parts.net(one).get(row)).reduce(Money.zero(), Money::plus);
    }

    private static Money vat(TakenBack.Parts parts) {
        return CERTIFICATES.stream()
                .flatMap(one -> parts.vat(one).values().stream())
                .reduce(Money.zero(), Money::plus);
    }

    private static void within(Map<UUID, Money> parts, Map<UUID, Money> left) {
        parts.forEach((row, part) -> {
            assertTrue(part.amount().signum() >= 0, parts::toString);
            assertTrue(part.compareTo(left.get(row)) <= 0, parts + " of " + left);
        });
    }
}
