package org.fundtrail.gateway.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.junit.jupiter.api.Test;

/** What is offered of certificates is what of them is not invoiced, nor taken back by a later one. */
class InvoiceCertificatesTest {
    private static List<Money> amounts(String... amounts) {
        return Stream.of(amounts).map(Money::eur).toList();
    }

    @Test
    void what_is_taken_back_is_that_of_the_latest_before_it_as_far_as_it_is_not_invoiced() {
        assertEquals(
                amounts("40.00", "0.00", "0.00", "85.00"),
                InvoiceCertificates.left(
                        amounts("40.00", "-25.00", "30.00", "100.00"), amounts("0.00", "0.00", "20.00", "0.00")));
    }

    @Test
    void where_none_is_below_zero_it_is_what_is_not_invoiced() {
        assertEquals(
                amounts("40.00", "80.00"),
                InvoiceCertificates.left(amounts("40.00", "100.00"), amounts("0.00", "20.00")));
    }
}
