package org.fundtrail.infrastructure.api.invoice;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** The certificate by which an invoice is accepted. */
@Schema(name = "InvoiceCertificate")
public record InvoiceCertificate(
        UUID id,

        @Schema(examples = "LT-BARRIER-2021-TETAS-1/3") String reference,

        @Schema(description = "What is payable of it without VAT")
        Money net,

        @Schema(description = "VAT on that") Money vat,

        @Schema(description = "Both: what its invoices come to together")
        Money payable) {}
