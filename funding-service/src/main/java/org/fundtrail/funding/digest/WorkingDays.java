package org.fundtrail.funding.digest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The days on which offices in Lithuania work: Monday to Friday but for the holidays of the Labour Code (Darbo kodeksas, Article 123). */
final class WorkingDays {
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(2, 16),
            MonthDay.of(3, 11),
            MonthDay.of(5, 1),
            MonthDay.of(6, 24),
            MonthDay.of(7, 6),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 2),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    private WorkingDays() {}

    static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY // so are Easter, the days of mothers and of fathers
                && !HOLIDAYS.contains(MonthDay.from(day))
                && !day.equals(easter(day.getYear()).plusDays(1));
    }

    /** Easter Sunday of the Gregorian calendar, as Butcher reckons it. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int h = (19 * a + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (century % 4) + 2 * (rest / 4) - h - rest % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int days = h + l - 7 * m + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
