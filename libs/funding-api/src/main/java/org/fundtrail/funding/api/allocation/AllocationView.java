package org.fundtrail.funding.api.allocation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Period;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;

/** An allocation as its readers see it. */
@Schema(name = "Allocation", description = "Money that a donor reserves for a recipient under a programme")
public record AllocationView(
        UUID id,
        String reference,
        AllocationProgramme programme,
        String donor,
        String recipient,
        ActionType actionType,
        String purpose,

        @Schema(
                description =
                        "What was decided at first; what it is now, amended and decommitted, is balances.allocated")
        Money amount,

        @Schema(description = "EU share of eligible cost", implementation = String.class, examples = "0.75")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal coFinancingRate,

        @Schema(
                description = "The most the EU may pay under this action type (BMVI 12, AMIF 15)",
                implementation = String.class,
                examples = "0.75")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal coFinancingCap,

        FinancingDecision decision,
        Period eligibility,
        List<Source> sources,
        ApprovalStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who approved, returned or rejected it, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it was decided so, or null", nullable = true)
        String reason,

        @Schema(description = "Where its money stands; null until it is in force", nullable = true)
        AllocationBalances balances,

        @Schema(
                description =
                        "The day on which it was closed, or null; its status stays, and nothing more is recorded on it (allocation-closed)",
                nullable = true,
                examples = "2024-03-31")
        LocalDate closedOn,

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
