package org.fundtrail.funding.api.receipt;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an accountant refuses a receipt. */
@Schema(name = "ReceiptRefusal")
public record ReceiptRefusal(
        @Schema(required = true, maxLength = 2000, examples = "The bank statement does not show it")
        String reason) {}
