package org.fundtrail.funding.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.junit.jupiter.api.Test;

/** How what an allocation pays is divided among the lines of a claim. */
class FinancingTest {

    private static List<Money> eur(String... amounts) {
        return Stream.of(amounts).map(Money::eur).toList();
    }

    @Test
    void the_running_total_is_rounded_so_that_the_parts_come_to_the_whole() {
        assertEquals(eur("0.33", "0.34", "0.33"), Financing.divided(Money.eur("1.00"), eur("1.00", "1.00", "1.00")));
        assertEquals(eur("0.00", "0.00"), Financing.divided(Money.eur("0.00"), eur("0.00", "0.00")));
    }

    @Test
    void a_deduction_from_one_line_takes_no_cent_more_of_another() {
        var eligible = eur("2387.95", "32709.53", "10834.34");
        assertEquals(
                eur("1910.36", "26167.63", "8667.47"), Financing.divided(Money.eur("36745.46"), eligible), "unbounded");
        assertEquals(
                eur("1910.36", "26167.62", "8667.48"),
                Financing.divided(Money.eur("36745.46"), eligible, eur("1910.36", "26167.62", "29050.51")));
    }

    @Test
    void without_room_for_a_cent_it_is_divided_as_if_nothing_bounded_it() {
        var lines = eur("1.00", "1.00", "1.00");
        assertEquals(
                eur("0.33", "0.34", "0.33"), Financing.divided(Money.eur("1.00"), lines, eur("0.33", "0.33", "0.33")));
    }
}
