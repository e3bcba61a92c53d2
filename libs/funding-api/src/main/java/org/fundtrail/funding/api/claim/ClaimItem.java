package org.fundtrail.funding.api.claim;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** A cost as infrastructure-service gave it when a claim took its amounts over. */
@Schema(
        description =
                "The invoice or direct cost as infrastructure-service gave it when the claim took its amounts over")
public record ClaimItem(
        UUID id,

        @Schema(description = "The invoice's number; of a direct cost what it is for", examples = "TET-2022/0117")
        String number,

        @Schema(description = "Where it stood then", examples = "PAID")
        String status,

        @Schema(description = "With VAT, less what credit notes took back")
        Money gross,

        @Schema(description = "What of it was eligible, less what credit notes took back")
        Money eligible) {}
