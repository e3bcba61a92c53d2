package org.fundtrail.infrastructure.api.invoice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** What an invoice is held against: computed, not typed. */
@Schema(
        name = "AvailableForInvoice",
        description =
                "What the invoice is held against: its certificate, with VAT, or without one the worth of the contract, without VAT")
public record Available(
        @Schema(description = "What is payable by the certificate, or what the contract is worth now")
        Money whole,

        @Schema(description = "What of that no approved invoice uses: this one is approved up to it")
        Money left,

        @Schema(description = "What would be left after this one; below zero where it is too high")
        Money after) {}
