package org.fundtrail.common;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where what one person proposed and another decides stands, and who did what with it: what a view of a proposal says last. */
@Schema(name = "ProposalStanding")
public record ProposalStanding(
        ApprovalStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who approved, returned or rejected it, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it was decided so, or null", nullable = true)
        String decisionReason,

        int version,

        @Schema(description = "The reader recorded or changed it, so somebody else has to decide")
        boolean ownRecord,

        @Schema(description = "What the reader may do with it now", examples = "[\"decide\"]")
        List<String> actions,

        @Schema(description = "What was done with it so far, round after round")
        List<StepTaken> steps) {}
