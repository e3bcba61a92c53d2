package org.fundtrail.infrastructure.api.invoice;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(description = "Why the invoice is disputed")
public record InvoiceDispute(
        @NotNull
        @Text(max = 2000)
        @Schema(examples = "Section 4 is billed at the price of section 2; the supplier was asked for another invoice")
        String reason)
        implements Terms {}
