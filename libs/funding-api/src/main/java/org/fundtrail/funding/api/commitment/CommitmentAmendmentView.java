package org.fundtrail.funding.api.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.common.Subject;

/** An amendment of a commitment as its readers see it. */
@Schema(name = "CommitmentAmendment", description = "By how much a commitment is raised or lowered")
public record CommitmentAmendmentView(
        UUID id,
        Subject commitment,
        Subject allocation,
        CommitmentProject project,

        @Schema(description = "What is committed more; below zero it is released")
        Money change,

        String reason,

        @Schema(description = "From which day it counts once it is approved", examples = "2022-05-12")
        LocalDate on,

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
