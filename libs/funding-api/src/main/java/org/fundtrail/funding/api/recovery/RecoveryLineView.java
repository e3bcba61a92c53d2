package org.fundtrail.funding.api.recovery;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimLineKind;

/** What is recovered of a line of a claim. */
@Schema(name = "RecoveryLine", description = "What is recovered of a line of a claim")
public record RecoveryLineView(
        @Schema(description = "Which line of the claim: the first is 1", examples = "1")
        int line,

        ClaimLineKind kind,

        @Schema(description = "Id of the invoice or direct cost that the line claims, or null", nullable = true)
        UUID item,

        @Schema(description = "What that, or the cost option of the line, is called", examples = "TET-2022/0117")
        String number,

        @Schema(description = "What is recovered of what the allocation paid of it")
        Money amount,

        @Schema(
                description =
                        "What of the eligible cost that was declared to the Union, or drawn on a cost option, goes with it; nothing where neither was")
        Money declared) {}
