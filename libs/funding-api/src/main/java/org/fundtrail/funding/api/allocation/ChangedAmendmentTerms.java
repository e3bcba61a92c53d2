package org.fundtrail.funding.api.allocation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Terms;

/** What is said of it anew, whichever it is; the rules of the fields are those of what was recorded. */
@Schema(
        name = "ChangedAllocationAmendment",
        description =
                "What an amendment, decommitment or closure should say instead: the fields of the one that it is, whole again, and no others")
public record ChangedAmendmentTerms(
        @Schema(nullable = true, description = "Of an amendment")
        Money change,

        @Schema(nullable = true, description = "Of an amendment")
        FinancingDecision decision,

        @Schema(nullable = true, description = "Of a decommitment")
        Money amount,

        @Schema(nullable = true, description = "Of each of them", maxLength = 2000)
        String reason,

        @Schema(nullable = true, description = "Of a decommitment or closure")
        LocalDate on)
        implements Terms {}
