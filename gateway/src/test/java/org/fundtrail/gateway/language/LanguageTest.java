package org.fundtrail.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.fundtrail.common.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final String[] SPACES = {" ", "\u00a0", "\u202f", "\u2009"};

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_is_written_is_read_back_to_the_cent_whatever_the_space(Language language) {
        var random = new SplittableRandom(20261123);
        for (int i = 0; i < 20_000; i++) {
            var amount = BigDecimal.valueOf(random.nextLong(0, 10L << random.nextInt(1, 58)), 2);
            var written = language.typed(Money.eur(amount));
            assertEquals(amount, language.readAmount(written), written);
            assertEquals(amount, language.readAmount(language.money(Money.eur(amount))), written);
            var spaced =
                    written.replace(language == Language.EN ? "," : "\u00a0", SPACES[random.nextInt(SPACES.length)]);
            assertEquals(amount, language.readAmount("  " + spaced + " "), spaced);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "37000000; 37000000.00",
                "37,000,000.00; 37000000.00",
                "37 000 000.5; 37000000.50",
                "15,400; 15400.00",
                "€1,234.56; 1234.56",
                "EUR 12; 12.00",
                "-3; -3.00",
                "−3.10; -3.10",
                "0; 0.00"
            })
    void english_is_read(String typed, BigDecimal amount) {
        assertEquals(amount, Language.EN.readAmount(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "37000000; 37000000.00",
                "37 000 000,00; 37000000.00",
                "15 400; 15400.00",
                "15,4; 15.40",
                "12 €; 12.00",
                "12 EUR; 12.00"
            })
    void lithuanian_is_read(String typed, BigDecimal amount) {
        assertEquals(amount, Language.LT.readAmount(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15.400", "15.40", "15,400", "1,2,3", "15.400.00"})
    void in_lithuanian_the_ambiguous_is_refused(String typed) {
        var unclear = assertThrows(Language.Unclear.class, () -> Language.LT.readAmount(typed));
        assertEquals("amount-ambiguous", unclear.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"15,40", "15.400", "1,23,456", "1.2.3", "37,00", "15,400,00"})
    void in_english_the_ambiguous_is_refused(String typed) {
        var unclear = assertThrows(Language.Unclear.class, () -> Language.EN.readAmount(typed));
        assertEquals("amount-ambiguous", unclear.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"15.400.000,00", "15,400,000.00", "15 400 000,00", "15 400 000.00", "EUR 15.400.000,00"})
    void what_is_typed_as_elsewhere_and_has_one_reading_is_read_in_both(String typed) {
        assertEquals(new BigDecimal("15400000.00"), Language.EN.readAmount(typed));
        assertEquals(new BigDecimal("15400000.00"), Language.LT.readAmount(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15,4 mln", "fifteen", "1e6", "", "€", "12 34", "0x10", "NaN", "١٢"})
    void words_are_refused(String typed) {
        assertThrows(Language.Unclear.class, () -> Language.EN.readAmount(typed));
        assertThrows(Language.Unclear.class, () -> Language.LT.readAmount(typed));
    }

    @Test
    void more_digits_than_the_books_keep_are_refused() {
        assertThrows(Language.Unclear.class, () -> Language.EN.readAmount("1".repeat(18)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void shares_are_read_back(Language language) {
        var random = new SplittableRandom(75);
        for (int i = 0; i < 5_000; i++) {
            var share = BigDecimal.valueOf(random.nextInt(0, 1_000_001), 6);
            assertEquals(0, share.compareTo(language.readPercent(language.percent(share))), share.toString());
        }
        assertThrows(Language.Unclear.class, () -> language.readPercent("three quarters"));
    }

    @Test
    void values_are_written_as_each_language_does_and_never_break() {
        var amount = Money.eur("37000000.00");
        assertEquals("€37,000,000.00", Language.EN.money(amount));
        assertEquals("37\u00a0000\u00a0000,00\u00a0€", Language.LT.money(amount));
        assertEquals("€347.5\u00a0million", Language.EN.millions(Money.eur("347540000.00")));
        assertEquals("347,5\u00a0mln.\u00a0€", Language.LT.millions(Money.eur("347540000.00")));
        assertEquals("−€5.00", Language.EN.money(Money.eur("-5.00")));
        assertEquals("75%", Language.EN.percent(new BigDecimal("0.75")));
        assertEquals("37,5\u00a0%", Language.LT.percent(new BigDecimal("0.375")));
        var day = LocalDate.of(2026, 11, 23);
        assertEquals("23\u00a0November\u00a02026", Language.EN.date(day));
        assertEquals("2026\u00a0m. lapkričio\u00a023\u00a0d.", Language.LT.date(day));
        assertEquals("23\u00a0November\u00a02026 at 18:20", Language.EN.moment(Instant.parse("2026-11-23T16:20:59Z")));
    }
}
