package org.fundtrail.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void an_amount_has_two_decimals_and_is_never_rounded_in_silence() {
        assertEquals("37000000.00", Money.eur("37000000").amount().toPlainString());
        assertEquals(Money.eur("1.5"), Money.eur("1.50"));
        assertThrows(ArithmeticException.class, () -> Money.eur("0.001"));
        assertThrows(ArithmeticException.class, () -> Money.eur("100000000000000000.00"));
        assertThrows(
                ArithmeticException.class,
                () -> Money.eur("99999999999999999.99").plus(Money.eur("0.01")));
    }

    @Test
    void a_share_is_rounded_half_up_to_the_cent() {
        assertEquals(Money.eur("0.01"), Money.eur("0.01").times(new BigDecimal("0.5")));
        assertEquals(Money.eur("0.00"), Money.eur("0.01").times(new BigDecimal("0.499999")));
        assertEquals(Money.eur("-0.01"), Money.eur("-0.01").times(new BigDecimal("0.5")));
        assertEquals(Money.eur("27750000.00"), Money.eur("37000000.00").times(new BigDecimal("0.75")));
    }

    @Test
    void currencies_are_not_mixed() {
        var dollars = new Money(BigDecimal.ONE, "USD");
        assertThrows(IllegalArgumentException.class, () -> Money.eur("1").plus(dollars));
        assertThrows(IllegalArgumentException.class, () -> Money.eur("1").minus(dollars));
        assertThrows(IllegalArgumentException.class, () -> Money.eur("1").compareTo(dollars));
    }

    @Test
    void it_is_said_in_groups_of_three_that_do_not_break() {
        assertEquals("EUR\u00a037\u00a0000\u00a0000.00", Money.eur("37000000").toString());
        assertEquals("EUR\u00a0999.10", Money.eur("999.1").toString());
        assertEquals("EUR\u00a0-1\u00a0000.00", Money.eur("-1000").toString());
        assertEquals("EUR\u00a00.00", Money.zero().toString());
    }

    @Test
    void what_is_written_as_json_is_read_as_the_same() throws Exception {
        var random = new SplittableRandom(20261123);
        for (int i = 0; i < 2000; i++) {
            var money = Money.eur(
                    BigDecimal.valueOf(random.nextLong(-999_999_999_999_999_999L, 999_999_999_999_999_999L), 2));
            assertEquals(money, json.readValue(json.writeValueAsString(money), Money.class));
        }
        assertEquals("{\"amount\":\"0.10\",\"currency\":\"EUR\"}", json.writeValueAsString(Money.eur("0.1")));
    }

    @Test
    void sums_do_not_depend_on_their_order() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 500; i++) {
            var a = Money.eur(BigDecimal.valueOf(random.nextLong(1_000_000_000), 2));
            var b = Money.eur(BigDecimal.valueOf(random.nextLong(1_000_000_000), 2));
            var c = Money.eur(BigDecimal.valueOf(random.nextLong(1_000_000_000), 2));
            assertEquals(a.plus(b).plus(c), c.plus(a).plus(b));
            assertEquals(a, a.plus(b).minus(b));
            assertEquals(a.compareTo(b) >= 0 ? a : b, a.max(b));
        }
        assertTrue(Money.eur("0.01").isPositive());
        assertFalse(Money.zero().isPositive());
    }

    @Test
    void the_smaller_of_two_sums_is_either_of_them_where_they_are_equal() {
        var small = Money.eur("1.00");
        var large = Money.eur("2.00");
        assertEquals(small, small.min(large));
        assertEquals(small, large.min(small));
        assertEquals(small, small.min(Money.eur("1.00")));
    }
}
