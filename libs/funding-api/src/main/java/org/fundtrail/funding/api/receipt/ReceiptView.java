package org.fundtrail.funding.api.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.common.Subject;

/** A receipt as its readers see it. */
@Schema(name = "Receipt", description = "Money that arrived on an allocation")
public record ReceiptView(
        UUID id,
        Subject allocation,
        ReceiptType kind,
        Money amount,
        LocalDate valueDate,
        String bankReference,
        ReceiptStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who confirmed or refused it, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it was refused, or null", nullable = true)
        String reason,

        int version,

        @Schema(description = "The reader recorded it, so somebody else has to confirm it")
        boolean ownRecord,

        @Schema(description = "What the reader may do with it now", examples = "[\"confirm\", \"refuse\"]")
        List<String> actions,

        @Schema(description = "What was done with it so far")
        List<StepTaken> steps,

        @Schema(
                description = "With how much it counted by the day of asOf; null but in lists that were asked for one",
                nullable = true)
        Money counted) {}
