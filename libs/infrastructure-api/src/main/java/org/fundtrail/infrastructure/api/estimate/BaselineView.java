package org.fundtrail.infrastructure.api.estimate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.common.Subject;

/** A choice of baseline as its readers see it. */
@Schema(name = "Baseline", description = "The choice of the estimate that a project or works programme is measured by")
public record BaselineView(
        UUID id,

        @Schema(description = "The project or works programme")
        Subject owner,

        EstimateView estimate,

        @Schema(description = "Why it was proposed") String reason,

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

        @Schema(description = "The reader proposed it, so somebody else has to decide")
        boolean ownRecord,

        @Schema(description = "What the reader may do with it now", examples = "[\"decide\"]")
        List<String> actions,

        @Schema(description = "What was done with it so far")
        List<StepTaken> steps) {}
