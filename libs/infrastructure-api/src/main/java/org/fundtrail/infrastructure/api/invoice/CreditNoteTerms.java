package org.fundtrail.infrastructure.api.invoice;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        name = "NewCreditNote",
        description = "What a credit note of an approved invoice takes back, together above zero")
public record CreditNoteTerms(
        @NotNull
        @Text(max = 100, plain = true)
        @Schema(
                description = "As the supplier wrote it; no other credit note of the supplier has it",
                examples = "TET-K-2022/004")
        String number,

        @NotNull
        @Day(happened = true)
        @Schema(description = "The day that it bears; not in the future", examples = "2022-04-11")
        LocalDate issuedOn,

        @NotNull
        @Amount(zero = true)
        @Schema(
                description =
                        "Without VAT, in EUR; not more than is left of the invoice. Zero where VAT alone is taken back")
        Money net,

        @NotNull @Amount(zero = true) @Schema(description = "Not more than is left of the invoice")
        Money vat,

        @NotNull @Amount @Schema(description = "Net and VAT together, to the cent")
        Money gross,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "Two kilometres were billed twice")
        String reason)
        implements Terms {

    @Override
    public List<Across> across() {
        return List.of(InvoiceTerms.sum(net, vat, gross));
    }
}
