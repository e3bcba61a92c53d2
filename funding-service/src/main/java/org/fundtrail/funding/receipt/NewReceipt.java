package org.fundtrail.funding.receipt;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Money;

@Schema(description = "Money that arrived on an allocation")
record NewReceipt(
        @Schema(required = true) Receipt.Kind kind,

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

    NewReceipt checked(LocalDate today) {
        new Checks()
                .given(kind, "kind")
                .amount(amount, "amount")
                .happened(valueDate, "valueDate", today)
                .citation(bankReference, "bankReference", 200)
                .done();
        return this;
    }
}
