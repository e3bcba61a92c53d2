package org.fundtrail.funding.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days on which offices in Lithuania work. */
class WorkingDaysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-02-16",
                "2026-03-11",
                "2027-05-01",
                "2026-06-24",
                "2026-07-06",
                "2027-08-15",
                "2026-11-02",
                "2026-12-24",
                "2026-12-25",
                "2026-12-26",
                "2026-11-28",
                "2026-11-29",
                // Mondays after Easter
                "2024-04-01",
                "2025-04-21",
                "2026-04-06",
                "2027-03-29",
                "2038-04-26",
                "2285-03-23"
            })
    void on_holidays_and_weekends_nobody_works(String day) {
        assertFalse(WorkingDays.isOne(LocalDate.parse(day)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-12-01", "2026-12-23", "2026-12-28", "2026-01-02", "2026-04-03", "2026-04-07", "2025-04-14"
            })
    void on_others_they_do(String day) {
        assertTrue(WorkingDays.isOne(LocalDate.parse(day)));
    }

    @Test
    void a_year_has_as_many_as_it_has() {
        var days = LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(WorkingDays::isOne);
        assertEquals(261 - 10, days.count(), "of 261 from Monday to Friday ten are holidays");
    }
}
