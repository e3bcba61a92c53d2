package org.fundtrail.infrastructure.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EuThresholdsTest {
    private static Money reached(String net, CostCategory category, String signedOn) {
        return EuThresholds.reached(Money.eur(net), category, LocalDate.parse(signedOn));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-31, 5350000.00, 139000.00",
        "2022-01-01, 5382000.00, 140000.00",
        "2023-12-31, 5382000.00, 140000.00",
        "2025-06-30, 5538000.00, 143000.00",
        "2026-01-01, 5404000.00, 140000.00"
    })
    void the_threshold_is_that_of_the_year_of_the_signature(String day, String works, String others) {
        assertEquals(Money.eur(works), reached(works, CostCategory.WORKS, day));
        assertEquals(Money.eur(others), reached(others, CostCategory.EQUIPMENT, day));
        assertNull(
                reached(Money.eur(works).minus(Money.eur("0.01")).amount().toPlainString(), CostCategory.WORKS, day));
        assertNull(reached(
                Money.eur(others).minus(Money.eur("0.01")).amount().toPlainString(), CostCategory.SERVICES, day));
    }

    @Test
    void where_nothing_says_what_is_bought_the_lower_one_holds() {
        assertEquals(Money.eur("140000.00"), reached("200000.00", null, "2022-03-01"));
    }

    @Test
    void nothing_is_said_of_days_before_those_that_are_kept() {
        assertNull(reached("100000000.00", CostCategory.WORKS, "2019-12-31"));
    }
}
