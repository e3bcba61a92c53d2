package org.fundtrail.infrastructure.api.invoice;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(description = "That the invoice was paid")
public record InvoicePayment(
        @NotNull
        @Day(happened = true)
        @Schema(
                description =
                        "The day on which the bank did; not in the future, but it may lie before it was recorded or approved here",
                examples = "2022-03-25")
        LocalDate paidOn,

        @NotNull
        @Text(max = 500)
        @Schema(
                description = "What shows it: a payment order, a line of a statement",
                examples = "Payment order 2022-00417")
        String proof)
        implements Terms {}
