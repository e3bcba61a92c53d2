package org.fundtrail.funding.api.receipt;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "NewReceipt", description = "Money that arrived on an allocation")
public record ReceiptTerms(
        @NotNull ReceiptType kind,

        @NotNull @Amount @Schema(description = "What arrived, in EUR")
        Money amount,

        @NotNull
        @Day(happened = true)
        @Schema(description = "The value date, not in the future; the effective date", examples = "2021-10-08")
        LocalDate valueDate,

        @NotNull
        @Text(max = 200, plain = true)
        @Schema(description = "How the bank calls the payment", examples = "EC-2021-4711")
        String bankReference)
        implements Terms {}
