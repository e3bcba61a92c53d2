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

/** A transfer between cost lines as its readers see it. */
@Schema(name = "BudgetTransfer", description = "Money that goes from one cost line to another")
public record BudgetTransferView(
        UUID id,

        @Schema(description = "The project whose cost lines it is about")
        Subject project,

        @Schema(description = "Which gives") CostLineRef from,

        @Schema(description = "Which gets it") CostLineRef to,

        @Schema(description = "Net") Money amount,

        String reason,

        @Schema(
                description = "From which day the money counts on the other line, once it is approved",
                examples = "2026-03-12")
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
