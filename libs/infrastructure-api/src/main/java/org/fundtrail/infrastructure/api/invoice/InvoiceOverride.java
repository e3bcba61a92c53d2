package org.fundtrail.infrastructure.api.invoice;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

/** Why an invoice is recorded though there is one of the same number. */
@Schema(
        description =
                "Why it is recorded though there is an invoice or credit note of the same supplier with the same number; an approver decides")
public record InvoiceOverride(
        @NotNull @Text(max = 2000) @Schema(examples = "The supplier began its numbers anew in 2022")
        String reason) {}
