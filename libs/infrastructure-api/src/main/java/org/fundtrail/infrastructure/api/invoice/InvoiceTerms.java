package org.fundtrail.infrastructure.api.invoice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;

@Schema(name = "NewInvoice", description = "What an invoice says: sent to record it, and whole again to change it")
public record InvoiceTerms(
        @NotNull
        @Text(max = 200)
        @Schema(
                description = "Id or reference of a contract in force; who changes a returned invoice may name another",
                examples = "LT-BARRIER-2021-TETAS-1")
        String contract,

        @NotNull
        @Text(max = 100, plain = true)
        @Schema(
                description =
                        "As the supplier wrote it. Two are the same when their letters and digits are, in any case",
                examples = "TET-2022/0117")
        String number,

        @NotNull @Valid Supplier supplier,

        @NotNull
        @Day(happened = true)
        @Schema(description = "The day that it bears; not in the future", examples = "2022-02-28")
        LocalDate issuedOn,

        @NotNull @Amount @Schema(description = "Without VAT, in EUR")
        Money net,

        @NotNull @Amount(zero = true) @Schema(description = "Zero where whoever buys owes it")
        Money vat,

        @NotNull @Amount @Schema(description = "Net and VAT together, to the cent")
        Money gross,

        @Text(max = 50)
        @Schema(
                description =
                        "Id of the approved certificate that it is said to be of; whoever matches it says so again",
                examples = "0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        String certificate,

        @Text(max = 50)
        @Schema(
                description = "Id of the cost line of the project to which it belongs, where its contract names none",
                examples = "0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        String costLine,

        @Valid InvoiceOverride override,

        @Text(max = 2000)
        @Schema(
                description = "What was accepted and where that is kept, of a contract without certificates",
                examples = "Delivery note PER-2022/31 of 25 February, in the file of the Border Guard Service")
        String acceptance)
        implements Terms {

    /** Where no supplier was sent, what has to be said of it is missing. */
    public InvoiceTerms {
        supplier = supplier == null ? new Supplier(null, null) : supplier;
    }

    @Override
    public List<Across> across() {
        return List.of(sum(net, vat, gross), acceptedOnce(certificate, acceptance));
    }

    /** Net and VAT come to the gross amount, to the cent. */
    static Across sum(Money net, Money vat, Money gross) {
        var isThere = net != null && vat != null && gross != null && isOne(net, vat, gross);
        var sum = isThere ? net.plus(vat) : null;
        return new Across(
                List.of("net", "vat", "gross"),
                !isThere || sum.equals(gross),
                Refusal.Finding.of(InfrastructureRule.GROSS_NOT_SUM, "gross", "sum", String.valueOf(sum)));
    }

    /** What is of another currency is refused by itself. */
    private static boolean isOne(Money net, Money vat, Money gross) {
        return net.currency().equals(vat.currency()) && net.currency().equals(gross.currency());
    }

    static Across acceptedOnce(String certificate, String acceptance) {
        return new Across(
                List.of("certificate", "acceptance"),
                certificate == null || acceptance == null,
                Refusal.Finding.of(InfrastructureRule.ACCEPTED_TWICE, "acceptance"));
    }
}
