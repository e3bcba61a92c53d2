package org.fundtrail.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAmountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "152460000|152460000.00",
                "152 460 000,00|152460000.00",
                "152\u00a0460\u202f000.5|152460000.50",
                "152,460,000.00|152460000.00",
                "152.460.000,00|152460000.00",
                "152'460'000.00|152460000.00",
                "EUR 20|20.00",
                "20,5 €|20.50",
                "1.234|1234.00",
                "1,23|1.23",
                "1234,5|1234.50"
            })
    void a_sum_is_read_however_it_is_typed(String typed, String sum) {
        assertEquals(new BigDecimal(sum), TypedAmount.in(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EMAS-2021-LT",
                "2021-08-11",
                "1.2345",
                "1,234.567.8",
                "12 34",
                "1.234.56",
                "-5",
                "123456789012345678"
            })
    void what_is_no_sum_is_none(String typed) {
        assertNull(TypedAmount.in(typed));
    }
}
