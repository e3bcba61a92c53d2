package org.fundtrail.funding.api.receipt;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Money;

@Schema(name = "NewReceipt", description = "Money that arrived on an allocation")
public record ReceiptTerms(
        @Schema(required = true) ReceiptType kind,

        @Schema(required = true, description = "What arrived, in EUR")
        Money amount,

        @Schema(
                required = true,
                description = "The value date, not in the future; the effective date",
                examples = "2021-10-08")
        LocalDate valueDate,

        @Schema(
                required = true,
                description = "How the bank calls the payment",
                maxLength = 200,
                examples = "EC-2021-4711")
        String bankReference) {

    public ReceiptTerms checked(LocalDate today) {
        new Checks()
                .given(kind, "kind")
                .amount(amount, "amount")
                .happened(valueDate, "valueDate", today)
                .citation(bankReference, "bankReference", 200)
                .done();
        return this;
    }
}
