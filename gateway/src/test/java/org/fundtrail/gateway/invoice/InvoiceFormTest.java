package org.fundtrail.gateway.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.invoice.InvoiceTerms;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.invoice.Supplier;
import org.fundtrail.infrastructure.api.invoice.SupplierView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which invoices the form calls similar. */
class InvoiceFormTest {
    @ParameterizedTest
    @CsvSource({
        "300 513-148, T-2, 2022-03-01, RECEIVED,  true",
        "lt300513148, T-2, 2022-03-01, RECEIVED,  false",
        "300513148,   T-2, 2022-03-30, PAID,      true",
        "300513148,   T-2, 2022-03-31, PAID,      false",
        "300513148,   t1,  2022-03-01, RECEIVED,  false",
        "300513148,   T-2, 2022-03-01, REJECTED,  false",
        "300513148,   T-2, 2022-03-01, WITHDRAWN, false",
        ",            T-2, 2022-03-01, RECEIVED,  false"
    })
    void one_is_similar_that_the_service_would_compare(
            String supplier, String number, LocalDate day, InvoiceStatus status, boolean isSimilar) {
        var net = Money.eur("1.00");
        var terms = new InvoiceTerms(
                "C",
                "T-1",
                new Supplier("UAB Tetas", "300513148"),
                LocalDate.of(2022, 2, 28),
                net,
                Money.zero(),
                net,
                null,
                null,
                null,
                null);
        assertEquals(isSimilar, InvoiceForm.isNear(other(supplier, number, day, status), terms));
    }

    private static InvoiceView other(String supplier, String number, LocalDate day, InvoiceStatus status) {
        return new InvoiceView(
                UUID.randomUUID(),
                number,
                null,
                new SupplierView(null, null, supplier),
                day,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                false,
                null,
                null);
    }
}
