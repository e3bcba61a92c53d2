package org.fundtrail.funding.api.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** What of all that an allocation commits to a project can still be claimed. */
@Schema(description = "What of all that an allocation commits to a project can still be claimed")
public record ClaimableCommitment(
        @Schema(description = "Committed to the project from this allocation, by all its commitments in force")
        Money committed,

        @Schema(description = "Of that, what claims hold or were paid")
        Money claimed,

        @Schema(description = "What no claim has: the most that the share of another one may come to")
        Money left) {}
