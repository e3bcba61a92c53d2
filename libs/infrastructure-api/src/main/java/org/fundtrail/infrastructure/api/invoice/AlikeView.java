package org.fundtrail.infrastructure.api.invoice;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** Another invoice or credit note that could be the same. */
@Schema(
        name = "AlikeInvoice",
        description = "Another invoice or credit note of the same supplier that could be the same")
public record AlikeView(
        @Schema(description = "invoice or credit-note", examples = "invoice")
        String type,

        UUID id,

        @Schema(examples = "TET-2022/0118") String number,

        LocalDate issuedOn,
        Money gross,

        @Schema(description = "Of an invoice; null of a credit note", nullable = true)
        InvoiceStatus status) {}
