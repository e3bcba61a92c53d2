package org.fundtrail.infrastructure.api.budget;

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
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** A change of the budget of a cost line as its readers see it. */
@Schema(name = "BudgetChange", description = "What a decision adds to the budget of a cost line, or takes from it")
public record BudgetChangeView(
        UUID id,

        @Schema(description = "The project whose cost lines it is about")
        Subject project,

        CostLineRef costLine,

        @Schema(description = "Net; what is below zero takes it")
        Money amount,

        BudgetDecision decision,
        String reason,

        @Schema(description = "From which day it counts once it is approved", examples = "2026-03-12")
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
