package org.fundtrail.funding.api.commitment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.common.Subject;

/** A commitment as its readers see it. */
@Schema(name = "Commitment", description = "A part of an allocation that is assigned to a project")
public record CommitmentView(
        UUID id,
        Subject allocation,

        @Schema(description = "The project as infrastructure-service gave it when this was recorded")
        CommitmentProject project,

        @Schema(description = "What was decided at first; what it comes to now, amended and released, is committed")
        Money amount,

        @Schema(description = "What it comes to now; its amount until it is amended, whatever its status")
        Money committed,

        LegalCommitment legalCommitment,

        @Schema(
                description = "Why it was recorded though the programme may not pay for that kind of project, or null",
                nullable = true)
        CommitmentOverride override,

        ApprovalStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who approved, returned or rejected it, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it was decided so, or null", nullable = true)
        String reason,

        int version,

        @Schema(description = "The reader recorded or changed it, so somebody else has to decide")
        boolean ownRecord,

        @Schema(description = "What the reader may do with it now", examples = "[\"decide\"]")
        List<String> actions,

        @Schema(description = "What was done with it so far, round after round")
        List<StepTaken> steps,

        @Schema(
                description = "With how much it counted by the day of asOf; null but in lists that were asked for one",
                nullable = true)
        Money counted) {}
