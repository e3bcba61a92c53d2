package org.fundtrail.funding.api.allocation;

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

/** An amendment, decommitment or closure of an allocation as its readers see it. */
@Schema(name = "AllocationAmendment", description = "What is to become of an allocation in force")
public record AllocationAmendmentView(
        UUID id,
        AllocationAmendmentType type,
        Subject allocation,

        @Schema(
                description =
                        "What it adds to the allocation; below zero it takes, as every decommitment does; zero for a closure")
        Money change,

        @Schema(description = "The decision behind an amendment; null for the others", nullable = true)
        FinancingDecision decision,

        @Schema(description = "Why; null where an amendment gives none", nullable = true)
        String reason,

        @Schema(description = "From which day it counts once it is approved", examples = "2023-06-30")
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
